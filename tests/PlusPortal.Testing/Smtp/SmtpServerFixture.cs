using Xunit;

namespace PlusPortal.Testing.Smtp;

/// <summary>One mail server for the tests of a class: <c>IClassFixture&lt;SmtpServerFixture&gt;</c>. Tests tell their mails by address.</summary>
public sealed class SmtpServerFixture : IAsyncLifetime
{
    private SmtpServer? server;

    public SmtpServer Server => server ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public async ValueTask InitializeAsync() => server = await SmtpServer.StartAsync(port: 0, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}
