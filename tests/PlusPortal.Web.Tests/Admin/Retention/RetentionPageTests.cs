using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Retention;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Tests.Retention;

namespace PlusPortal.Web.Tests.Admin.Retention;

/// <summary>The page of what is kept how long, as administrators use it.</summary>
public sealed class RetentionPageTests(PostgresFixture postgres)
{
    private const string Address = "/admin/conservation";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Administrators_are_let_in_and_nobody_else()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        using var administrator = await world.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        using var staff = await world.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var page = await administrator.GetAsync(Address);

        Assert.Equal((HttpStatusCode.OK, "Durées de conservation"), (page.Status, page.Heading));
        Assert.Equal(Address, page.Link("Conservation"));
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(Address)).Status);
        Assert.False((await staff.GetAsync("/admin")).HasLink("Conservation"));
    }

    [Fact]
    public async Task Page_counts_and_changes_nothing_and_lists_the_reports_by_pages()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        await world.EndedAsync(A.Now, ClosingReasons.Indesirable);
        await using (var db = world.NewContext())
        {
            for (var day = 1; day <= 26; day++)
            {
                var report = RetentionReport.Begin(A.Now.AddDays(-day));
                report.Add(RetentionRule.ClosedRequests, day);
                db.Add(report);
            }

            await db.SaveChangesAsync(Ct);
        }

        world.Portal.Clock.SetUtcNow(A.Now.AddDays(40));
        using var administrator = await world.Portal.SignInAsNewAsync(PortalRoles.Administrator);

        var page = await administrator.GetAsync(Address);
        var next = await page.ClickAsync("Page suivante");

        Assert.True(page.Has("Demandes terminées comme indésirables"));
        Assert.Equal(1, (await world.DryRunAsync())[RetentionRule.Spam].Due);
        Assert.True(page.Has("Demandes rendues anonymes : 25"));
        Assert.False(page.Has("Demandes rendues anonymes : 26"));
        Assert.True(next.Has("Demandes rendues anonymes : 26"));
        Assert.Equal(26, (await world.ReportsAsync()).Count);
    }

    [Fact]
    public async Task Settings_that_say_something_else_are_told()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres, settings: new Dictionary<string, string> { ["Retention:SpamDays"] = "45" });
        using var administrator = await world.Portal.SignInAsNewAsync(PortalRoles.Administrator);

        var page = await administrator.GetAsync(Address);

        Assert.True(page.Has("Retention__SpamDays : 45 dans les réglages, 30 en vigueur."));
    }

    [Fact]
    public async Task Button_asks_for_a_run_of_the_job()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        using var administrator = await world.Portal.SignInAsNewAsync(PortalRoles.Administrator);

        var asked = (await administrator.GetAsync(Address)).Form("Appliquer maintenant").Request();

        Assert.Equal("/admin/taches/conservation/lancement", asked.RequestUri!.IsAbsoluteUri ? asked.RequestUri.AbsolutePath : asked.RequestUri.OriginalString);
    }
}
