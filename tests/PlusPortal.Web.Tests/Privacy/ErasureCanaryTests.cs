using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Privacy;
using PlusPortal.Data.Requests.Satisfaction;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Startup.Logging;
using PlusPortal.Web.Tests.Email;
using PlusPortal.Web.Tests.Startup.Logging;
using Serilog.Core;

namespace PlusPortal.Web.Tests.Privacy;

/// <summary>A person has its data erased, through the real pages and the real mails: nothing of it is left anywhere. In a database of its own, which holds nobody else with that mark.</summary>
public sealed class ErasureCanaryTests(MailBench bench) : IClassFixture<MailBench>
{
    private static readonly Dictionary<string, string> EveryLine = new() { ["Serilog:MinimumLevel:Default"] = "Information", [PortalFactory.SecurityLevel] = "Information" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BenchPortal Portal => new(bench);

    [Fact]
    public async Task Canary_in_every_personal_column_is_nowhere_after_the_erasure()
    {
        var number = A.Number();
        var (mailed, byHand) = (A.SupportOffer().Of(A.SupportActor().WithCheckedEmail($"acteur{number}@example.org").Build()).Build(), A.SupportOffer().Build());
        var request = PrivacyBench.Followed(number, mailed, byHand);
        var address = request.Contact.Email;
        await Portal.StoreAsync(request, mailed, byHand);
        await using (var db = Portal.NewContext())
        {
            db.Add(PrivacyBench.Draft(request));
            db.Outbox.Enqueue(MailKind.RequestSent, request.Id, "attente", A.Now);
            await db.SaveChangesAsync(Ct);
            Assert.Empty(await PrivacyBench.UnmarkedAsync(
                db,
                [("orientation_requests", $"t.id = '{request.Id}'"), ("request_notes", $"t.request_id = '{request.Id}'"), ("request_drafts", $"t.request_id = '{request.Id}'")],
                ["orientation_requests.correction", "orientation_requests.signal_codes", "orientation_requests.contact_channel", "orientation_requests.contact_slot"],
                Ct));
        }

        // The person: from its tracking page, through the link of a mail, to the button. A portal of its own, whose log is read.
        var log = new LogLines();
        await using var portal = new PortalFactory(bench.Database, configure: services => services.AddSingleton<ILogEventSink>(log), settings: EveryLine);
        var browser = portal.NewBrowser();
        var page = await browser.GetAsync(await Portal.LinkToAsync(request.Id));
        page = await page.ClickAsync("Recevoir ou effacer mes données");
        var asked = await page.Form("Effacer mes données").SubmitAsync();
        Assert.Equal("Le lien vers vos données arrive par e-mail", asked.Heading);
        await bench.Post.DeliverAllAsync(Ct);
        var mail = (await bench.Server.ReceivedByAsync(address, 2, Ct)).Single(received => received.Subject.Contains("effacement", StringComparison.Ordinal));
        var link = PathIn(mail.Text, "/mes-donnees/effacement/");
        var confirm = await browser.GetAsync(link);
        Assert.True(confirm.Has(mailed.Actor!.Name));
        var tab = await browser.GetAsync(link);
        var done = await confirm.Form("Effacer définitivement mes données").SubmitAsync();
        Assert.Equal("Vos données sont effacées", done.Heading);

        // The second tab, the back button, the tracking link: all sane.
        var again = await tab.Form("Effacer définitivement mes données").SubmitAsync();
        Assert.Equal((HttpStatusCode.NotFound, "Ce lien vers vos données n’est plus valable"), (again.Status, again.Heading.Replace('\'', '’')));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await page.ReloadAsync()).Status);

        await bench.Post.DeliverAllAsync(Ct);
        Assert.Contains(await bench.Server.ReceivedByAsync(address, 3, Ct), received => received.Subject.Contains("sont effacées", StringComparison.Ordinal));
        Assert.Contains(await bench.Server.ReceivedByAsync($"acteur{number}@example.org", 1, Ct), received => received.Subject.Contains("effacée à la demande", StringComparison.Ordinal));
        Assert.Contains(bench.Server.Received, received => received.To.Contains(MailBench.StaffMailbox) && received.Subject.Contains(request.Reference, StringComparison.Ordinal) && received.Subject.Contains("effacer", StringComparison.Ordinal));
        await using (var db = Portal.NewContext())
        {
            Assert.Empty(await PrivacyBench.FoundAsync(db, Ct));
            Assert.Empty(await db.AccessLinks.Where(access => access.SubjectId == request.Id).ToListAsync(Ct));
            Assert.Empty(await db.Outbox.Where(message => message.SubjectId == request.Id && message.State == OutboxState.Pending).ToListAsync(Ct));
        }

        // Nor on any page of staff or of the partner.
        var staff = await portal.SignInAsNewAsync(PortalRoles.Administrator);
        var partner = await portal.SignInAsNewAsync(PortalRoles.Partner, mailed.ActorId);
        var token = link.Split('/')[^1];
        foreach (var (who, path) in new[]
                 {
                     (staff, $"/admin/demandes/{request.Reference}"), (staff, $"/admin/demandes?etat=terminee&texte={PrivacyBench.Word}"), (staff, "/admin/demandes?etat=terminee"), (staff, "/admin/messages"), (staff, "/admin/regles"),
                     (staff, "/admin/journal"), (staff, "/admin/journal/export"), (staff, $"/admin/simulateur?demande={request.Reference}"), (staff, "/admin/evaluation"), (staff, "/admin/conservation"), (staff, "/admin/taches"),
                     (browser, $"/annuaire?q={PrivacyBench.Word}"), (browser, $"/mes-donnees/acces/{token}/fichier"), (browser, "/openapi/v1.json"),
                     (partner, "/partenaire/demandes"), (partner, $"/partenaire/demandes/{request.Referrals[0].Id}"),
                 })
        {
            using var answer = await who.Client.GetAsync(path, Ct);
            Assert.DoesNotContain(PrivacyBench.Word + " ", await answer.Content.ReadAsStringAsync(Ct), StringComparison.OrdinalIgnoreCase);
        }

        // Nor does the interface for programs, or the log of all of this, tell a word of it.
        using (var preview = await browser.Client.PostAsJsonAsync("/api/v1/orientations/preview", new { communeCode = A.Toul.Commune, stage = request.Stage, themes = request.Themes }, Ct))
            Assert.DoesNotContain(PrivacyBench.Word, await preview.Content.ReadAsStringAsync(Ct), StringComparison.OrdinalIgnoreCase);
        string[] lines = [.. log.As(LogFormat.Text), .. log.As(LogFormat.Json)];
        Assert.NotEmpty(lines);
        foreach (var word in PrivacyBench.Numbers.Append(PrivacyBench.Word)) Assert.DoesNotContain(lines, line => line.Contains(word, StringComparison.OrdinalIgnoreCase));
        await using (var db = Portal.NewContext()) Assert.Empty(await PrivacyBench.FoundAsync(db, Ct));

        Assert.True((await staff.GetAsync($"/admin/demandes/{request.Reference}")).Has("Demande anonymisée"));
        var stored = await Portal.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.Closed, ClosingReasons.EffacementDemande, request.Stage, request.CommuneCode), (stored.Status, stored.ClosingReason, stored.Stage, stored.CommuneCode));

        // Recorded outside, as an identifier and nothing else.
        var (recorded, _) = await ErasureFile.ReadAsync(portal.ErasuresFolder, Ct);
        Assert.Single(recorded, line => line.Subject == request.Id);
        var text = await File.ReadAllTextAsync(ErasureFile.Of(portal.ErasuresFolder), Ct);
        Assert.DoesNotMatch("(?i)" + PrivacyBench.Word, text);
    }

    [Fact]
    public async Task Comment_of_the_end_is_in_the_copy_of_the_person_and_goes_with_the_erasure()
    {
        var number = A.Number();
        var (mailed, byHand) = (A.SupportOffer().Of(A.SupportActor().WithCheckedEmail($"acteur{number}@example.org").Build()).Build(), A.SupportOffer().Build());
        var request = PrivacyBench.Followed(number, mailed, byHand);
        request.Close(ClosingReasons.AbandonStructure, null, keptRequest: null, A.Staff(), A.Now, A.Day);
        await Portal.StoreAsync(request, mailed, byHand);
        var tokens = new Dictionary<LinkPurpose, string> { [LinkPurpose.PersonalData] = LinkTokens.Create(), [LinkPurpose.Erasure] = LinkTokens.Create() };
        await using (var db = Portal.NewContext())
        {
            db.SatisfactionAnswers.Add(SatisfactionAnswer.Of(request, new SatisfactionSaid(WasCalledBack: true, Usefulness.Yes, HelpResult.HelpFound, $"{PrivacyBench.Word} remercie."), A.Now, A.Today));
            foreach (var (purpose, token) in tokens) db.AccessLinks.Add(new AccessLink { TokenHash = LinkTokens.Hash(token), Purpose = purpose, SubjectId = request.Id, CreatedAt = A.Now, ExpiresAt = A.Now.AddDays(1) });
            await db.SaveChangesAsync(Ct);
            Assert.Contains("satisfaction_answers", await PrivacyBench.FoundAsync(db, Ct));
        }

        var browser = Portal.Portal.NewBrowser();
        Assert.True((await browser.GetAsync("/mes-donnees/acces/" + tokens[LinkPurpose.PersonalData])).Has($"{PrivacyBench.Word} remercie."));
        await (await browser.GetAsync("/mes-donnees/effacement/" + tokens[LinkPurpose.Erasure])).Form("Effacer définitivement mes données").SubmitAsync();

        await bench.Post.DeliverAllAsync(Ct);
        await using (var db = Portal.NewContext())
        {
            Assert.Empty(await PrivacyBench.FoundAsync(db, Ct));
            var answer = await db.SatisfactionAnswers.AsNoTracking().SingleAsync(row => row.RequestId == request.Id, Ct);
            Assert.Equal((null, CommentState.None, Usefulness.Yes), (answer.Comment, answer.CommentState, answer.Usefulness));
        }
    }

    private static string PathIn(string text, string begin)
    {
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        return text.Substring(from, begin.Length + LinkTokens.TextLength);
    }
}
