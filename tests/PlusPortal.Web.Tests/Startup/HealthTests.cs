using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Public.Errors;

namespace PlusPortal.Web.Tests.Startup;

/// <summary>What the machines that watch the portal are told: alive while the process answers, ready while its database does.</summary>
public sealed class HealthTests(ReadingFixture fixture) : IClassFixture<ReadingFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Portal_that_works_says_so_to_anybody_and_nothing_else(string address)
    {
        using var answer = await fixture.NewBrowser().Client.GetAsync(address, Ct);

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct)));
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Portal_whose_database_is_away_lives_and_is_not_ready_until_it_is_back()
    {
        await using var line = ServerLine.To(fixture.Database);
        await using var portal = new PortalFactory(fixture.Database, configure: services =>
            services.ConfigureDbContext<PortalDb>(options => options.UsePortalDatabase(line.ConnectionString)));
        using var watcher = portal.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(watcher, "/health/ready"));

        line.Cut();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(watcher, "/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync(watcher, "/health/ready"));

        line.Restore();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(watcher, "/health/ready"));
    }

    [Fact]
    public async Task Command_of_the_container_asks_the_portal_of_its_port()
    {
        string port;
        await using (var portal = new PortalFactory(fixture.Database))
        {
            portal.UseKestrel(0);
            portal.StartServer();
            port = new Uri(portal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

            using var alive = Ask(port + ";1", "localhost;portail.example.org");
            Assert.True(await alive.EndAsync(Ct) == 0, alive.Said);
        }

        using var gone = Ask(port, "*");

        Assert.Equal(1, await gone.EndAsync(Ct));
    }

    /// <summary>In Production the portal answers to no other name, not even on its own machine.</summary>
    [Theory]
    [InlineData("ASPNETCORE_HTTP_PORTS", "{0}")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:{0}")]
    [InlineData("ASPNETCORE_URLS", "https://+:1;http://*:{0}/")]
    public async Task Command_asks_where_the_portal_listens_for_the_public_host(string setting, string value)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var environment = new Dictionary<string, string>
        {
            [setting] = string.Format(System.Globalization.CultureInfo.InvariantCulture, value, ((IPEndPoint)listener.LocalEndpoint).Port),
            ["AllowedHosts"] = "",
            ["Portal__BaseAddress"] = "https://plus.example.org",
        };

        using var asking = PortalProcess.Run(environment, "healthcheck");
        using var line = await listener.AcceptTcpClientAsync(Ct);
        var asked = new byte[1024];
        var length = await line.GetStream().ReadAtLeastAsync(asked, 16, cancellationToken: Ct);

        Assert.Contains("\r\nHost: plus.example.org\r\n", System.Text.Encoding.ASCII.GetString(asked, 0, length), StringComparison.Ordinal);
    }

    private static PortalProcess Ask(string ports, string hosts) => PortalProcess.Run(new Dictionary<string, string> { ["ASPNETCORE_HTTP_PORTS"] = ports, ["AllowedHosts"] = hosts }, "healthcheck");

    private static async Task<HttpStatusCode> AskAsync(PortalBrowser watcher, string address)
    {
        using var answer = await watcher.Client.GetAsync(address, Ct);
        return answer.StatusCode;
    }
}
