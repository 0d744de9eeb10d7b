using System.Net;
using System.Net.Sockets;
using Npgsql;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Public.Errors;

/// <summary>The line between a portal and its database, which a test may cut: to the portal, the server is then stopped.</summary>
internal sealed class DatabaseLine : IAsyncDisposable
{
    private readonly int databasePort;
    private readonly List<TcpClient> open = [];
    private TcpListener? listener;

    private DatabaseLine(int databasePort) => this.databasePort = databasePort;

    /// <summary>Connection string through the line.</summary>
    public string ConnectionString { get; private set; } = "";

    public static DatabaseLine To(TestDatabase database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var line = new DatabaseLine(settings.Port);
        line.Listen(port: 0);
        settings.Port = ((IPEndPoint)line.listener!.LocalEndpoint).Port;
        line.ConnectionString = settings.ConnectionString;
        return line;
    }

    /// <summary>Ends every connection and refuses new ones, as a stopped server does.</summary>
    public void Cut()
    {
        listener!.Stop();
        lock (open)
        {
            foreach (var client in open) client.Close();
            open.Clear();
        }
    }

    /// <summary>The server is back, on the same port.</summary>
    public void Restore() => Listen(new NpgsqlConnectionStringBuilder(ConnectionString).Port);

    public ValueTask DisposeAsync()
    {
        Cut();
        using var pool = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(pool);
        return ValueTask.CompletedTask;
    }

    private void Listen(int port)
    {
        var server = listener = new TcpListener(IPAddress.Loopback, port);
        server.Start();
        _ = ServeAsync(server);
    }

    private async Task ServeAsync(TcpListener server)
    {
        try
        {
            while (true) _ = JoinAsync(await server.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private async Task JoinAsync(TcpClient portal)
    {
        using var database = new TcpClient();
        lock (open) open.AddRange([portal, database]);
        try
        {
            await database.ConnectAsync(IPAddress.Loopback, databasePort);
            await Task.WhenAny(portal.GetStream().CopyToAsync(database.GetStream()), database.GetStream().CopyToAsync(portal.GetStream()));
        }
        catch (Exception cut) when (cut is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }

        portal.Close();
    }
}
