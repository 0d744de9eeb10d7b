using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Testing.Smtp;
using PlusPortal.Web.Features.Public.Tracking.Coordinates;
using PlusPortal.Web.Tests.Email;
using PlusPortal.Web.Tests.Privacy;

namespace PlusPortal.Web.Tests.Public.Tracking.Followers;

/// <summary>The person corrects how to reach it, and proves another address, through the real pages and the real mails.</summary>
public sealed class CoordinatesTests(MailBench bench) : IClassFixture<MailBench>
{
    private const string Save = "Enregistrer mes coordonnées";
    private const string Change = "Changer d’adresse";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BenchPortal Portal => new(bench);

    [Fact]
    public async Task Name_telephone_channel_and_slot_change_at_once_and_actors_that_accepted_are_told_without_a_word_of_it()
    {
        var number = A.Number();
        var offer = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail($"acteur{number}@example.org").Build()).Build();
        var (declined, byHand) = (A.SupportOffer().Of(A.SupportActor().WithCheckedEmail($"decline{number}@example.org").Build()).Build(), A.SupportOffer().Build());
        var request = A.Request().Build();
        request.AcceptedBy(offer);
        request.DeclineReferral(request.Sending(declined).Id, new Decline("capacite", null, null), A.Partner(), A.Now, A.Day);
        var told = request.Sending(byHand, isByHand: true);
        request.AcceptReferral(told.Id, A.Staff(), A.Now, A.Day);
        var path = await Portal.TrackAsync(request, offer, declined, byHand);
        var page = await (await Portal.Portal.NewBrowser().GetAsync(path)).ClickAsync("Corriger mes coordonnées");
        Assert.Equal(request.Contact.Name, page.Form(Save).Value("Prénom et nom"));

        page = await page.Form(Save).Fill("Prénom et nom", "Dominique Canari").Choose("Comment préférez-vous échanger ?", "Par téléphone").Fill("Téléphone", "06 12 34 56 78").SubmitAsync();

        Assert.True(page.Has("Dominique Canari"));
        Assert.True(page.Has("Vous avez corrigé vos coordonnées."));
        await bench.Post.DeliverAllAsync(Ct);
        var mail = Assert.Single(await bench.Server.ReceivedByAsync($"acteur{number}@example.org", 1, Ct));
        Assert.Contains("les coordonnées ont changé", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Canari", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("06", mail.Text.Replace(request.Reference, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Server.Received, other => other.To.Contains($"decline{number}@example.org"));
        Assert.Contains(bench.Server.Received, other => other.To.Contains(MailBench.StaffMailbox) && other.Subject.Contains($"{request.Reference}\u00A0: les coordonnées ont changé", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_wrong_value_gets_its_sentence_and_nothing_typed_is_lost()
    {
        var request = A.Request().Build().InTriage();
        var page = await Portal.Portal.NewBrowser().GetAsync(await Portal.TrackAsync(request) + "/coordonnees");

        var wrong = await page.Form(Save).Fill("Prénom et nom", "").Choose("Comment préférez-vous échanger ?", "Par téléphone").Fill("Téléphone", "douze").SubmitAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "Indiquez votre prénom et votre nom."), (wrong.Status, wrong.ErrorOf("Prénom et nom")));
        Assert.Equal("douze", wrong.Form(Save).Value("Téléphone"));
        var missing = await wrong.Form(Save).Fill("Prénom et nom", "Dominique").Fill("Téléphone", "").SubmitAsync();
        Assert.Equal("Indiquez un numéro de téléphone, ou choisissez un autre moyen de contact.", missing.ErrorOf("Téléphone"));
        var address = await missing.Form(Change).Fill("Nouvelle adresse e-mail", "pas une adresse").SubmitAsync();
        Assert.Equal("pas une adresse", address.Form(Change).Value("Nouvelle adresse e-mail"));
        Assert.Equal("Indiquez une adresse e-mail complète, comme prenom@exemple.fr.", address.ErrorOf("Nouvelle adresse e-mail"));
    }

    [Fact]
    public async Task A_page_that_was_opened_before_a_correction_undoes_nothing_and_keeps_what_was_typed()
    {
        var request = A.Request().From(contact => contact with { Phone = "+33383000001" }).Build().InTriage();
        var path = await Portal.TrackAsync(request) + "/coordonnees";
        var (tab, stale) = (await Portal.Portal.NewBrowser().GetAsync(path), await Portal.Portal.NewBrowser().GetAsync(path));
        var done = await tab.Form(Save).Fill("Téléphone", "06 11 22 33 44").SubmitAsync();
        Assert.True(done.Has("Vos coordonnées sont corrigées."));
        Assert.False(done.Has("qui les avait"));

        var late = await stale.Form(Save).Fill("Prénom et nom", "Dana Corrigée").SubmitAsync();

        Assert.Equal((HttpStatusCode.Conflict, "Dana Corrigée"), (late.Status, late.Form(Save).Value("Prénom et nom")));
        Assert.True(late.Has("Vos coordonnées ont changé depuis que vous avez ouvert cette page"));
        Assert.True(late.Has("06 11 22 33 44"));
        Assert.Equal("+33611223344", (await Portal.ReadAsync(request.Id)).Contact.Phone);

        // Having read what is recorded, it is theirs to decide.
        Assert.True((await late.Form(Save).Fill("Téléphone", "06 11 22 33 44").SubmitAsync()).Has("Vos coordonnées sont corrigées."));
        var contact = (await Portal.ReadAsync(request.Id)).Contact;
        Assert.Equal(("Dana Corrigée", "+33611223344"), (contact.Name, contact.Phone));
        Assert.Equal(HttpStatusCode.OK, (await late.Form(Save).Fill("Téléphone", "06 11 22 33 44").SubmitAsync()).Status);
    }

    [Fact]
    public async Task Other_address_changes_nothing_before_it_is_proven_and_then_locks_the_former_one_out()
    {
        var number = A.Number();
        var request = A.Request().Build().InTriage();
        var former = request.Contact.Email;
        var path = await Portal.TrackAsync(request);
        var asked = await AskAsync(path, $"nouvelle{number}@example.org");
        Assert.Equal("Ouvrez le lien envoyé à votre nouvelle adresse", asked.Heading);
        var proof = await LastAsync($"nouvelle{number}@example.org", 1);
        var notice = await LastAsync(former, 1);
        Assert.Contains("une autre adresse est demandée", notice.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain($"nouvelle{number}", notice.Text, StringComparison.Ordinal);
        var link = PathIn(proof.Text, "/nouvelle-adresse/");
        var confirm = await Portal.Portal.NewBrowser().GetAsync(link);
        var tab = await Portal.Portal.NewBrowser().GetAsync(link);
        Assert.Equal(former, (await Portal.ReadAsync(request.Id)).Contact.Email);

        var page = await confirm.Form("Confirmer cette adresse et voir la demande").SubmitAsync();

        Assert.True(page.Has("Vous avez confirmé une nouvelle adresse e-mail."));
        Assert.True(page.Has("Votre nouvelle adresse est confirmée : nos messages y arrivent."));
        var stored = await Portal.ReadAsync(request.Id);
        Assert.Equal($"nouvelle{number}@example.org", stored.Contact.Email);
        Assert.NotNull(stored.AddressProvenAt);
        Assert.Equal(HttpStatusCode.NotFound, (await Portal.Portal.NewBrowser().GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Portal.Portal.NewBrowser().GetAsync(PathIn(notice.Text, "/suivi/"))).Status);
        var again = await tab.Form("Confirmer cette adresse et voir la demande").SubmitAsync();
        Assert.Equal((HttpStatusCode.NotFound, "Ce lien de confirmation n’est plus valable"), (again.Status, again.Heading.Replace('\'', '’')));
        Assert.Contains("votre adresse est remplacée", (await LastAsync(former, 2)).Subject, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Portal.Portal.NewBrowser().GetAsync(PathIn((await LastAsync($"nouvelle{number}@example.org", 2)).Text, "/suivi/"))).Status);
        await using var db = Portal.NewContext();
        Assert.False(await db.Outbox.AnyAsync(message => message.SubjectId == request.Id && message.Recipient != null, Ct));
    }

    [Fact]
    public async Task The_own_address_and_too_many_are_told_an_unproven_one_is_told_nothing()
    {
        var number = A.Number();
        var request = A.Request().Build();
        await Portal.StoreAsync(request);
        var path = await Portal.LinkToAsync(request.Id, provesAddress: false);

        var own = await AskAsync(path, request.Contact.Email.ToUpperInvariant());
        Assert.StartsWith("C'est déjà votre adresse", own.ErrorOf("Nouvelle adresse e-mail"), StringComparison.Ordinal);
        var pages = new List<HtmlPage>();
        for (var count = 0; count <= AskOtherAddress.MaxPerHour; count++) pages.Add(await AskAsync(path, $"essai{count}-{number}@example.org"));
        await bench.Post.DeliverAllAsync(Ct);

        Assert.Single(pages.SkipLast(1).Select(page => page.Text).Distinct());
        Assert.StartsWith("Trois changements d'adresse ont déjà été demandés en une heure.", pages[^1].ErrorOf("Nouvelle adresse e-mail"), StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Server.Received, mail => mail.To.Contains(request.Contact.Email) || mail.To.Contains($"essai{AskOtherAddress.MaxPerHour}-{number}@example.org"));

        // Only the last of them still works, and not once it is withdrawn or two days have passed.
        await using var db = Portal.NewContext();
        Assert.Single(await db.ContactAddressChanges.Where(change => change.RequestId == request.Id && change.EndedAt == null).ToListAsync(Ct));
        var page = await Portal.Portal.NewBrowser().GetAsync($"{path}/coordonnees");
        Assert.True(page.Has($"essai{AskOtherAddress.MaxPerHour - 1}-{number}@example.org attend d’être confirmée."));
        page = await page.Form("Annuler ce changement d’adresse").SubmitAsync();
        Assert.False(page.Has("attend d’être confirmée"));
        var changes = db.ContactAddressChanges.Where(change => change.RequestId == request.Id).Select(change => change.Id);
        Assert.False(await db.AccessLinks.AnyAsync(link => link.Purpose == LinkPurpose.ContactAddress && link.RevokedAt == null && changes.Contains(link.SubjectId), Ct));
    }

    [Fact]
    public async Task Both_buttons_keep_and_save_all_that_was_typed()
    {
        var number = A.Number();
        var request = A.Request().Build();
        await Portal.StoreAsync(request);
        var path = await Portal.LinkToAsync(request.Id, provesAddress: false);
        var page = await Portal.Portal.NewBrowser().GetAsync($"{path}/coordonnees");

        var again = await page.Form("Changer d’adresse").Fill("Prénom et nom", "Camille Autre").Fill("Nouvelle adresse e-mail", "pas une adresse").SubmitAsync();
        Assert.Equal("Camille Autre", again.Form("Changer d’adresse").Value("Prénom et nom"));
        Assert.NotEqual("Camille Autre", (await Portal.ReadAsync(request.Id)).Contact.Name);
        await again.Form("Enregistrer mes coordonnées").Fill("Nouvelle adresse e-mail", $"autre{number}@example.org").SubmitAsync();

        Assert.Equal("Camille Autre", (await Portal.ReadAsync(request.Id)).Contact.Name);
        await using var db = Portal.NewContext();
        Assert.Single(await db.ContactAddressChanges.Where(change => change.RequestId == request.Id && change.EndedAt == null).ToListAsync(Ct));
    }

    [Fact]
    public async Task Staff_who_correct_the_address_end_what_a_stranger_asked_for_and_tell_the_actors_that_know_it()
    {
        var number = A.Number();
        var offer = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail($"sait{number}@example.org").Build()).Build();
        var request = A.Request().Build();
        request.AcceptedBy(offer);
        var path = await Portal.TrackAsync(request, offer);
        await AskAsync(path, $"intrus{number}@example.org");
        var link = PathIn((await LastAsync($"intrus{number}@example.org", 1)).Text, "/nouvelle-adresse/");
        using var staff = await Portal.Portal.SignInAsNewAsync(PortalRoles.Staff);
        await (await staff.GetAsync($"/admin/demandes/{request.Reference}/correction-adresse")).Form("Enregistrer l’adresse").Fill("Adresse e-mail", $"juste{number}@example.org").SubmitAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await Portal.Portal.NewBrowser().GetAsync(link)).Status);
        Assert.Contains("les coordonnées ont changé", (await LastAsync($"sait{number}@example.org", 1)).Subject, StringComparison.Ordinal);
    }

    private async Task<HtmlPage> AskAsync(string path, string email) =>
        await (await Portal.Portal.NewBrowser().GetAsync($"{path}/coordonnees")).Form(Change).Fill("Nouvelle adresse e-mail", email).SubmitAsync();

    private async Task<ReceivedMail> LastAsync(string address, int count)
    {
        await bench.Post.DeliverAllAsync(Ct);
        return (await bench.Server.ReceivedByAsync(address, count, Ct))[^1];
    }

    private static string PathIn(string text, string begin)
    {
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        return text.Substring(from, begin.Length + LinkTokens.TextLength);
    }
}
