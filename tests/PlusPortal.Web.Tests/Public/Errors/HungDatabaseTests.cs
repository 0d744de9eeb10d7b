using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Tests.Public.Orientation;

namespace PlusPortal.Web.Tests.Public.Errors;

/// <summary>The database takes connections and answers nothing, or late. How quickly the portal says so, to the tenth of a second, is measured by tests/scripts/breakage.</summary>
public sealed class HungDatabaseTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    /// <summary>Far above the two seconds that are meant, for busy machines; below the fifteen and more that Npgsql waits by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_says_so_soon_and_works_as_soon_as_it_answers()
    {
        await using var line = ServerLine.To(fixture.Database);
        await using var portal = Through(line);
        using var visitor = portal.NewBrowser();
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);
        var check = await Walk.ToAsync(portal, "verification");
        await portal.Services.GetRequiredService<CatalogCache>().GetAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(visitor, "/mentions-legales"));

        line.Hold();
        // The session of staff is checked again against the database every minute.
        portal.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(HttpStatusCode.OK, await AskAsync(visitor, "/health/live"));
        var sending = SubmitAsync(check);
        var asked = new[] { (visitor, "/health/ready"), (visitor, "/mentions-legales"), (visitor, "/annuaire"), (staff, "/admin"), (staff, "/mentions-legales") };
        var statuses = await Task.WhenAll(asked.Select(ask => AskAsync(ask.Item1, ask.Item2)));
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        var (refusal, page) = await sending;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refusal);
        Assert.Contains("Service momentanément indisponible", page, StringComparison.Ordinal);

        line.Release();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(visitor, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(staff, "/admin"));
        Assert.StartsWith("/demande/", (await Walk.Agree(check).SubmitAsync()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_wait_together_for_the_directory_are_told_together()
    {
        await using var line = ServerLine.To(fixture.Database);
        await using var portal = Through(line);
        var cache = portal.Services.GetRequiredService<CatalogCache>();
        line.Hold();

        var startedAt = Stopwatch.GetTimestamp();
        var readers = Enumerable.Range(0, 20).Select(_ => cache.GetAsync(Ct)).ToList();
        foreach (var reader in readers) await Assert.ThrowsAnyAsync<Exception>(() => reader);

        Assert.InRange(Stopwatch.GetElapsedTime(startedAt), TimeSpan.Zero, Patience);
    }

    [Fact]
    public async Task More_visitors_than_connections_are_told_too()
    {
        await using var line = ServerLine.To(fixture.Database);
        await using var portal = Through(line, ";Maximum Pool Size=2");
        using var visitor = portal.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(visitor, "/mentions-legales"));
        line.Hold();

        var statuses = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => AskAsync(visitor, "/mentions-legales")));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        line.Release();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(visitor, "/mentions-legales"));
    }

    [Fact]
    public async Task Database_that_is_slow_still_serves()
    {
        await using var line = ServerLine.To(fixture.Database);
        await using var portal = Through(line);
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);
        line.Delay = TimeSpan.FromMilliseconds(300);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(staff, "/admin/demandes"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(staff, "/health/ready"));
    }

    private PortalFactory Through(ServerLine line, string more = "") => new(fixture.Database, configure: services =>
        services.ConfigureDbContext<PortalDb>(options => options.UsePortalDatabase(line.ConnectionString + more)));

    private static async Task<(HttpStatusCode Status, string Page)> SubmitAsync(HtmlPage check)
    {
        var startedAt = Stopwatch.GetTimestamp();
        using var answer = await check.Browser.Client.SendAsync(Walk.Agree(check).Request(), Ct);
        Assert.InRange(Stopwatch.GetElapsedTime(startedAt), TimeSpan.Zero, Patience);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    private static async Task<HttpStatusCode> AskAsync(PortalBrowser browser, string address)
    {
        var startedAt = Stopwatch.GetTimestamp();
        using var answer = await browser.Client.GetAsync(address, Ct);
        Assert.InRange(Stopwatch.GetElapsedTime(startedAt), TimeSpan.Zero, Patience);
        return answer.StatusCode;
    }
}
