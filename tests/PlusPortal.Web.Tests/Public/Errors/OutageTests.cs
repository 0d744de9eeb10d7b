using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Tests.Public.Errors;

/// <summary>The database stops for real: the portal says so, quickly, to everybody, and goes on when it is back.</summary>
public sealed class OutageTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Visitor_and_staff_get_the_page_and_programs_a_problem_then_everything_works_again()
    {
        await using var line = ServerLine.To(fixture.Database);
        await using var portal = new PortalFactory(fixture.Database, configure: services =>
        {
            services.ConfigureDbContext<PortalDb>(options => options.UsePortalDatabase(line.ConnectionString));
            services.PostConfigure<PortalOptions>(settings => settings.Phone = "03 00 00 00 00");
        });
        using var visitor = portal.NewBrowser();
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/mentions-legales")).Status);
        await AskAsync(visitor, "/mentions-legales", isExpectedToWork: true);

        line.Cut();
        // The session of staff is checked again against the database every minute.
        portal.Clock.Advance(TimeSpan.FromMinutes(2));

        foreach (var (browser, address) in new[] { (visitor, "/mentions-legales"), (staff, "/admin"), (staff, "/mentions-legales") })
        {
            var (status, page, retryAfter, taken) = await AskAsync(browser, address, isExpectedToWork: false);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "60"), (status, retryAfter));
            Assert.True(taken < Patience, $"{address} took {taken}");
            Assert.Contains("<h1>Service momentanément indisponible</h1>", page, StringComparison.Ordinal);
            Assert.Contains("Ce qui était enregistré est conservé.", page, StringComparison.Ordinal);
            Assert.Contains($"<a href=\"{address}\">Réessayer</a>", page, StringComparison.Ordinal);
            Assert.Contains("03 00 00 00 00", page, StringComparison.Ordinal);
            Assert.Matches("<code>[A-Y34679]{8}</code>", page);
            Assert.DoesNotContain("Npgsql", page, StringComparison.Ordinal);
        }

        using var question = new StringContent("""{ "communeCode": "54528", "stage": "demarrer" }""", Encoding.UTF8, "application/json");
        using var answer = await visitor.Client.PostAsync("/api/v1/orientations/preview", question, Ct);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Matches("^[A-Y34679]{8}$", problem.RootElement.GetProperty("reference").GetString()!);

        line.Restore();
        await AskAsync(visitor, "/mentions-legales", isExpectedToWork: true);
        await AskAsync(staff, "/admin", isExpectedToWork: true);
    }

    private static async Task<(HttpStatusCode Status, string Page, string? RetryAfter, TimeSpan Taken)> AskAsync(PortalBrowser browser, string address, bool isExpectedToWork)
    {
        var start = Stopwatch.StartNew();
        using var answer = await browser.Client.GetAsync(address, Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        if (isExpectedToWork) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer.StatusCode, page, answer.Headers.RetryAfter?.ToString(), start.Elapsed);
    }
}
