using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Jobs;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Jobs;
using PlusPortal.Web.Tests.Public.Orientation;

namespace PlusPortal.Web.Tests.Startup;

/// <summary>The clock of the machine was wrong and is set back while people use the portal. Mails: <see cref="Email.MailServerTroubleTests"/>.</summary>
public sealed class ClockSetBackTests(DatabaseFixture database, PostgresFixture postgres) : IClassFixture<DatabaseFixture>
{
    private static readonly TimeSpan Step = TimeSpan.FromHours(3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_was_writing_sends_the_request_gets_the_mail_and_follows_it()
    {
        await using var portal = new PortalFactory(database.Database);
        using var browser = portal.NewBrowser();
        var check = await Walk.ToAsync(portal, "verification", browser);

        SetBack(portal);
        var sent = await Walk.Agree(check).SubmitAsync();

        Assert.Equal("Votre demande est envoyée", sent.Heading);
        var draftId = Walk.DraftOf(check);
        await using var db = database.NewContext();
        var request = await db.OrientationRequests.SingleAsync(request => request.DraftId == draftId, Ct);
        Assert.DoesNotContain(TriageSignals.Indesirable, request.SignalCodes);
        Assert.Equal(MailKind.RequestReceived, (await db.Outbox.SingleAsync(message => message.SubjectId == request.Id, Ct)).Kind);
        Assert.True((await browser.GetAsync(new Uri(sent.Link("Suivre ma demande")).PathAndQuery)).Has(request.Reference));
    }

    [Fact]
    public async Task What_was_begun_or_sent_before_is_still_there_and_its_history_keeps_its_order()
    {
        await using var portal = new PortalFactory(database.Database);
        using var begun = portal.NewBrowser();
        using var follower = portal.NewBrowser();
        var page = await Walk.ToAsync(portal, "besoin", begun);
        var sent = await Walk.SendAsync(portal, follower);
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);

        SetBack(portal);

        Assert.Equal("besoin", Walk.SlugOf(await begun.GetAsync($"/demande/{Walk.DraftOf(page)}")));
        var tracking = await follower.GetAsync(new Uri(sent.Link("Suivre ma demande")).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, tracking.Status);
        var draftId = Walk.DraftOf(sent);
        await using var db = database.NewContext();
        var reference = await db.OrientationRequests.Where(request => request.DraftId == draftId).Select(request => request.Reference).SingleAsync(Ct);
        await (await staff.GetAsync($"/admin/demandes/{reference}")).Form("Prendre en charge").SubmitAsync();
        var request = await db.OrientationRequests.Include(request => request.Timeline).SingleAsync(request => request.DraftId == draftId, Ct);
        Assert.Equal(RequestStatus.InTriage, request.Status);
        Assert.Equal(EventKind.TakenInCharge, request.Timeline.OrderBy(entry => entry.Number).Last().Kind);
    }

    [Fact]
    public async Task Session_goes_on_and_ends_for_who_is_shut_out_without_waiting_for_the_clock()
    {
        await using var portal = new PortalFactory(database.Database);
        var email = $"recul{A.Number()}@example.org";
        var id = await portal.CreateUserAsync(email, PortalRoles.Staff);
        using var browser = await portal.SignInAsync(email);

        SetBack(portal);
        Assert.Equal("/admin", (await browser.GetAsync("/admin")).Path);

        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
            await users.UpdateSecurityStampAsync((await users.FindByIdAsync(id.ToString()))!);
        }

        portal.Clock.Advance(TimeSpan.FromMinutes(1.1));
        Assert.Equal("/compte/connexion", (await browser.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task Jobs_run_at_their_next_hour_once_the_portal_was_restarted()
    {
        await using var own = await postgres.CreateDatabaseAsync();
        var (control, clock) = (new SampleJobControl(), JobNode.NewClock());
        await using (await JobNode.StartAsync(own, control, clock))
        {
            clock.Advance(Step);
            await JobNode.RunsAsync(own, runs => runs.Any(run => run.State == JobRunState.Succeeded));
        }

        var before = (await JobNode.RunsAsync(own, _ => true)).Count;
        clock.AdjustTime(clock.GetUtcNow() - Step);
        await using (await JobNode.StartAsync(own, control, clock))
        {
            clock.Advance(TimeSpan.FromHours(1));
            await JobNode.RunsAsync(own, runs => runs.Count > before && runs[0].State == JobRunState.Succeeded);
        }
    }

    private static void SetBack(PortalFactory portal) => portal.Clock.AdjustTime(portal.Clock.GetUtcNow() - Step);
}
