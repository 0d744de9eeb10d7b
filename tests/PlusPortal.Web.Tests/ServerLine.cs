using System.Net;
using System.Net.Sockets;
using Npgsql;
using PlusPortal.Data;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests;

/// <summary>
/// The line between a portal and a server that it needs, its database or its mail server. A test may cut it: to the portal, the
/// server is then stopped. It may hold it: the server takes connections and never answers. It may slow it down.
/// </summary>
internal sealed class ServerLine : IAsyncDisposable
{
    private readonly int serverPort;
    private readonly List<TcpClient> open = [];
    private volatile TaskCompletionSource flows = Flowing();
    private TcpListener? listener;

    private ServerLine(int serverPort) => this.serverPort = serverPort;

    /// <summary>Port of the near end, the same after a cut.</summary>
    public int Port { get; private set; }

    /// <summary>Connection string of a database through the line, without the patience that tests have: the portal says itself how long it waits.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>How much later each answer of the database comes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>A line to a database.</summary>
    public static ServerLine To(TestDatabase database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.AppConnectionString);
        var line = To(settings.Port);
        settings.Port = line.Port;
        settings.Remove("Timeout");
        settings.Remove("Command Timeout");
        line.ConnectionString = settings.ConnectionString;
        return line;
    }

    /// <summary>A line to any server on this machine.</summary>
    public static ServerLine To(int port)
    {
        var line = new ServerLine(port);
        line.Restore();
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

    /// <summary>Nothing passes any more, on the connections that are there and on new ones, as before a server that hangs.</summary>
    public void Hold() => flows = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was held passes after all.</summary>
    public void Release() => flows.TrySetResult();

    /// <summary>The server is back, on the same port.</summary>
    public void Restore()
    {
        var near = listener = new TcpListener(IPAddress.Loopback, Port);
        near.Start();
        Port = ((IPEndPoint)near.LocalEndpoint).Port;
        _ = ServeAsync(near);
    }

    public ValueTask DisposeAsync()
    {
        Release();
        Cut();
        if (ConnectionString.Length == 0) return ValueTask.CompletedTask;
        using var pool = new NpgsqlConnection(DatabaseOptions.BoundedConnection(ConnectionString));
        NpgsqlConnection.ClearPool(pool);
        return ValueTask.CompletedTask;
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource();
        flowing.SetResult();
        return flowing;
    }

    private async Task ServeAsync(TcpListener near)
    {
        try
        {
            while (true) _ = JoinAsync(await near.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private async Task JoinAsync(TcpClient portal)
    {
        using var server = new TcpClient();
        lock (open) open.AddRange([portal, server]);
        try
        {
            await flows.Task;
            await server.ConnectAsync(IPAddress.Loopback, serverPort);
            (portal.NoDelay, server.NoDelay) = (true, true);
            await Task.WhenAny(PassAsync(portal.GetStream(), server.GetStream(), isAnswer: false), PassAsync(server.GetStream(), portal.GetStream(), isAnswer: true));
        }
        catch (Exception cut) when (cut is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }

        portal.Close();
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, bool isAnswer)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer) is > 0 and var count)
        {
            await flows.Task;
            if (isAnswer && Delay > TimeSpan.Zero) await Task.Delay(Delay);
            await to.WriteAsync(buffer.AsMemory(0, count));
        }
    }
}
