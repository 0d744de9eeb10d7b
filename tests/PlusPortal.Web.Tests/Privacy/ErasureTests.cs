using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Privacy;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Privacy;
using PlusPortal.Web.Tests.Email;

namespace PlusPortal.Web.Tests.Privacy;

/// <summary>A person gets its data, or has them erased, by itself or through staff; whatever happens at once, and what a restore brings back. That nothing is left is shown by <see cref="ErasureCanaryTests"/>.</summary>
public sealed class ErasureTests(MailBench bench, PostgresFixture postgres) : IClassFixture<MailBench>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BenchPortal Portal => new(bench);

    [Fact]
    public async Task Copy_of_the_data_holds_everything_and_nobody_else()
    {
        var number = A.Number();
        var (mailed, byHand) = (A.SupportOffer().Of(A.SupportActor().WithCheckedEmail($"acteur{number}@example.org").Build()).Build(), A.SupportOffer().Build());
        var request = PrivacyBench.Followed(number, mailed, byHand);
        await Portal.StoreAsync(request, mailed, byHand);
        string token;
        await using (var db = Portal.NewContext()) token = await PrivacyBench.LinkAsync(db, LinkPurpose.PersonalData, request.Id);
        var browser = Portal.Portal.NewBrowser();

        var page = await browser.GetAsync($"/mes-donnees/acces/{token}");
        using var file = await browser.Client.GetAsync($"/mes-donnees/acces/{token}/fichier", Ct);
        var json = await file.Content.ReadAsStringAsync(Ct);

        foreach (var told in new[] { "besoin", "titre", "résumé", "note", "question", "réponse", "structure", "déjà rencontré", "exclusion" })
        {
            Assert.True(page.Has($"{PrivacyBench.Word} {told}"), told);
            Assert.Contains($"{PrivacyBench.Word} {told}", json, StringComparison.Ordinal);
        }

        Assert.Equal("application/json", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("no-store", file.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var copy = JsonDocument.Parse(json);
        Assert.Equal(request.Reference, copy.RootElement.GetProperty("reference").GetString());
        Assert.DoesNotContain("Agent Inventé", json, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)hash|token|password", json);
        Assert.DoesNotContain("Agent Inventé", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_door_asks_for_a_link_of_its_own_that_lives_a_day()
    {
        var request = A.Request().Build().InTriage();
        await Portal.StoreAsync(request);
        string expired, data;
        await using (var db = Portal.NewContext())
        {
            expired = await PrivacyBench.LinkAsync(db, LinkPurpose.Erasure, request.Id, A.Now.AddMinutes(-1));
            data = await PrivacyBench.LinkAsync(db, LinkPurpose.PersonalData, request.Id);
        }

        var tracking = (await Portal.LinkToAsync(request.Id))["/suivi/".Length..];
        var browser = Portal.Portal.NewBrowser();
        foreach (var path in new[] { $"/mes-donnees/effacement/{expired}", $"/mes-donnees/effacement/{data}", $"/mes-donnees/effacement/{tracking}", $"/mes-donnees/acces/{tracking}", $"/mes-donnees/acces/{expired}", $"/suivi/{data}", "/mes-donnees/acces/x" })
        {
            var page = await browser.GetAsync(path);
            Assert.True(page.Status == HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task So_many_links_an_hour_leave_and_the_page_says_the_same()
    {
        var request = A.Request().Build().InTriage();
        await Portal.StoreAsync(request);
        var page = await Portal.Portal.NewBrowser().GetAsync(await Portal.LinkToAsync(request.Id) + "/mes-donnees");
        for (var time = 0; time < 5; time++) Assert.Equal("Le lien vers vos données arrive par e-mail", (await page.Form("Recevoir mes données").SubmitAsync()).Heading);

        Assert.Equal(3, (await Portal.MailsAboutAsync(request.Id)).Count(kind => kind == MailKind.PersonalDataLink));
    }

    [Fact]
    public async Task Staff_who_edit_meanwhile_are_told_why_and_save_nothing()
    {
        var request = A.Request().Build().InTriage();
        await Portal.StoreAsync(request);
        string token;
        await using (var db = Portal.NewContext()) token = await PrivacyBench.LinkAsync(db, LinkPurpose.Erasure, request.Id);
        var staff = await Portal.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var form = await staff.GetAsync($"/admin/demandes/{request.Reference}/question");
        await (await Portal.Portal.NewBrowser().GetAsync($"/mes-donnees/effacement/{token}")).Form("Effacer définitivement mes données").SubmitAsync();

        var late = await form.Form("Poser la question").Fill("Votre question", "Combien êtes-vous ?").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.True(late.Has("La personne a demandé l’effacement de ses données."), late.Text);
        Assert.Empty((await Portal.ReadAsync(request.Id)).Notes);
    }

    [Fact]
    public async Task Staff_erase_for_somebody_who_telephoned_and_say_how_they_knew_who_it_was()
    {
        var request = A.Request().Build().InTriage();
        await Portal.StoreAsync(request);
        var staff = await Portal.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var page = await (await staff.GetAsync($"/admin/demandes/{request.Reference}")).ClickAsync("Données de la personne");
        var form = await page.ClickAsync("Effacer les données de cette demande");

        var empty = await form.Form("Effacer définitivement les données").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.True(empty.Has("Écrivez le motif"), empty.Text);
        var named = await Filled(form, $"{request.Contact.Name} a rappelé lundi.").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, named.Status);
        Assert.True(named.Has("Le motif nomme quelqu’un"), named.Text);
        Assert.Contains(request.Contact.Name, named.Body, StringComparison.Ordinal);
        Assert.Null((await Portal.ReadAsync(request.Id)).AnonymisedAt);
        var done = await Filled(named, "Demandé par courrier reçu lundi.").SubmitAsync();

        Assert.True(done.Has("Demande anonymisée"), done.Text);
        var stored = await Portal.ReadAsync(request.Id);
        Assert.Equal(IdentityChecks.Courrier, Assert.Single(stored.Timeline, entry => entry.Kind == EventKind.ErasureAsked).ReasonCode);
        var reason = Assert.Single(stored.Notes);
        Assert.Equal((NoteKind.ErasureReason, "Demandé par courrier reçu lundi."), (reason.Kind, reason.Text));

        static HtmlForm Filled(HtmlPage page, string reason) =>
            page.Form("Effacer définitivement les données").Choose("Comment avez-vous vérifié qui demande\u00A0?", "Courrier signé, qui cite la référence").Fill("Motif", reason);
    }

    [Fact]
    public async Task Staff_send_a_link_to_the_recorded_address()
    {
        var request = A.Request().From(contact => contact with { Phone = "+33383000000" }).Build().InTriage();
        await Portal.StoreAsync(request);
        var staff = await Portal.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var form = await staff.GetAsync($"/admin/demandes/{request.Reference}/donnees");

        var done = await form.Form("Envoyer le lien").Choose("Comment avez-vous vérifié qui demande\u00A0?", "Nous avons rappelé le numéro enregistré").Fill("Motif", "Veut relire ce que nous avons.").SubmitAsync();

        Assert.True(done.Has("Le lien part à l’adresse enregistrée"), done.Text);
        Assert.Equal([MailKind.PersonalDataLink], await Portal.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task Restore_brings_nobody_back()
    {
        var number = A.Number();
        var (mailed, byHand) = (A.SupportOffer().Build(), A.SupportOffer().Build());
        var request = PrivacyBench.Followed(number, mailed, byHand);
        await Portal.StoreAsync(request, mailed, byHand);
        string token;
        await using (var db = Portal.NewContext())
        {
            token = await PrivacyBench.LinkAsync(db, LinkPurpose.Erasure, request.Id);
            db.Outbox.Enqueue(MailKind.RequestSent, request.Id, "attente", A.Now);
            await db.SaveChangesAsync(Ct);
        }

        await using var restored = await postgres.CopyAsync(bench.Database);
        await (await Portal.Portal.NewBrowser().GetAsync($"/mes-donnees/effacement/{token}")).Form("Effacer définitivement mes données").SubmitAsync();
        await using (var back = restored.NewContext()) Assert.NotEmpty(await PrivacyBench.FoundAsync(back, Ct));

        var (lines, _) = await ErasureFile.ReadAsync(Portal.Portal.ErasuresFolder, Ct);
        for (var time = 0; time < 2; time++)
        {
            await using var back = restored.NewContext();
            Assert.Equal(time == 0 ? 1 : 0, await new ErasureReplay(back, Portal.Portal.Clock).ApplyAsync([.. lines.Where(line => line.Subject == request.Id)], A.Day, Ct));
        }

        await using var after = restored.NewContext();
        var stored = await after.OrientationRequests.Include(row => row.Notes).SingleAsync(row => row.Id == request.Id, Ct);
        Assert.Equal((RequestStatus.Closed, ClosingReasons.EffacementDemande), (stored.Status, stored.ClosingReason));
        Assert.NotNull(stored.AnonymisedAt);
        Assert.Empty(stored.Notes);
        Assert.All(await after.Outbox.Where(message => message.SubjectId == request.Id).ToListAsync(Ct), message => Assert.Equal((OutboxState.Dropped, null), (message.State, message.Recipient)));
    }

    [Fact]
    public async Task Record_that_a_crash_left_out_is_made_good_and_a_line_cut_short_costs_itself_alone()
    {
        var id = Guid.CreateVersion7(A.Now);
        await using (var db = Portal.NewContext())
        {
            db.Erasures.Add(new Erasure { SubjectId = id, Kind = ErasedKind.Request, At = A.Now });
            await db.SaveChangesAsync(Ct);
        }

        var file = ErasureFile.Of(Portal.Portal.ErasuresFolder);
        await File.AppendAllTextAsync(file, "{\"subject\":\"cut", Ct);
        await using (var scope = Portal.Portal.Services.CreateAsyncScope())
        {
            var job = scope.ServiceProvider.GetRequiredService<ErasureRecordJob>();
            Assert.False((await job.RunAsync(A.Now, Ct)).IsIdle);
            Assert.True((await job.RunAsync(A.Now, Ct)).IsIdle);
        }

        var (lines, unreadable) = await ErasureFile.ReadAsync(Portal.Portal.ErasuresFolder, Ct);
        Assert.Contains(lines, line => line == new ErasureLine(id, ErasedKind.Request, A.Now));
        Assert.Equal(1, unreadable);
    }

    [Fact]
    public async Task Record_that_was_lost_is_written_again_and_a_row_that_is_no_erasure_never()
    {
        var live = A.Request().Build().InTriage();
        await Portal.StoreAsync(live);
        var id = Guid.CreateVersion7(A.Now);
        await using var db = Portal.NewContext();
        db.AddRange(
            new Erasure { SubjectId = id, Kind = ErasedKind.Request, At = A.Now }, new ErasureRecorded { SubjectId = id, At = A.Now },
            new Erasure { SubjectId = live.Id, Kind = ErasedKind.Request, At = A.Now });
        await db.SaveChangesAsync(Ct);
        var file = ErasureFile.Of(Portal.Portal.ErasuresFolder);
        if (File.Exists(file)) File.Delete(file);

        await using (var scope = Portal.Portal.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<ErasureRecordJob>().RunAsync(A.Now, Ct);

        var (lines, _) = await ErasureFile.ReadAsync(Portal.Portal.ErasuresFolder, Ct);
        Assert.Contains(lines, line => line == new ErasureLine(id, ErasedKind.Request, A.Now));
        Assert.DoesNotContain(lines, line => line.Subject == live.Id);
    }
}
