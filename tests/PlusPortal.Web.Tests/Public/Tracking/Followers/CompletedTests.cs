using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Admin.Requests;

namespace PlusPortal.Web.Tests.Public.Tracking.Followers;

/// <summary>What the structure adds, another request from its page, and the words of its channel and of the next working day.</summary>
public sealed class CompletedTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Addition_is_told_to_staff_who_let_actors_read_it_once_nothing_sensitive_is_left()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = request.AcceptedBy(offer);
        var path = await fixture.TrackAsync(request, offer);
        var page = await (await fixture.NewBrowser().GetAsync(path)).ClickAsync("Ajouter une information");
        var empty = await page.Form("Ajouter à ma demande").SubmitAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "Écrivez ce que vous voulez ajouter."), (empty.Status, empty.ErrorOf("Ce que vous voulez ajouter")));
        var tooLong = await empty.Form("Ajouter à ma demande").Fill("Ce que vous voulez ajouter", new string('a', 4001)).SubmitAsync();
        Assert.Equal(4001, tooLong.Form("Ajouter à ma demande").Value("Ce que vous voulez ajouter").Length);

        const string Added = "Notre trésorière, Mme Paulette Schmitt, ne répond plus. Nous sommes douze.";
        await page.Form("Ajouter à ma demande").Fill("Ce que vous voulez ajouter", Added).SubmitAsync();
        var shown = await page.Form("Ajouter à ma demande").Fill("Ce que vous voulez ajouter", Added).SubmitAsync();

        Assert.True(shown.Has("Vous avez complété votre demande."));
        Assert.Equal([MailKind.StaffAttention], await fixture.MailsAboutAsync(request.Id, referral.Id));
        Assert.Single((await fixture.ReadAsync(request.Id)).Notes, note => note.Kind == NoteKind.InformationAdded);
        var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        Assert.False((await partner.GetAsync($"/partenaire/demandes/{referral.Id}")).Has("Nous sommes douze."));

        // Staff: refused while a name waits, then shared.
        using var staff = await fixture.StaffAsync();
        var desk = await staff.GetAsync($"/admin/demandes/{request.Reference}");
        Assert.True(desk.Has("Complément de la structure"));
        var refused = await desk.Form("Montrer le complément aux acteurs").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.True(refused.Has("Des passages sensibles attendent"));
        Assert.False((await partner.GetAsync($"/partenaire/demandes/{referral.Id}")).Has("Schmitt"));
        var masks = await staff.GetAsync($"/admin/demandes/{request.Reference}/masques");
        Assert.True(masks.Has("Mme Paulette Schmitt"));
        Assert.True(masks.Has("Ce que les acteurs ne lisent pas encore"));
        var decided = await masks.Form("Enregistrer et masquer").Choose("Que faire du passage 1 ?", "Masquer").SubmitAsync();
        Assert.True(decided.Has("Les passages sont masqués partout"), decided.Text);
        Assert.False(decided.Has("Schmitt"));
        desk = await staff.GetAsync($"/admin/demandes/{request.Reference}");
        desk = await desk.Form("Montrer le complément aux acteurs").SubmitAsync();
        Assert.True(desk.Has("Les acteurs qui ont la demande lisent maintenant le complément"));
        Assert.DoesNotContain(desk.Document.QuerySelectorAll("button"), button => button.TextContent.Contains("Montrer le complément", StringComparison.Ordinal));

        var read = await partner.GetAsync($"/partenaire/demandes/{referral.Id}");
        Assert.True(read.Has("Nous sommes douze."));
        Assert.False(read.Has("Schmitt"));
        Assert.Contains(MailKind.RequestCompletedForPartner, await fixture.MailsAboutAsync(referral.Id));
        Assert.True((await fixture.NewBrowser().GetAsync(path)).Has("Complément à la demande"));
    }

    [Fact]
    public async Task A_passage_of_what_the_structure_added_may_be_left_with_a_reason_and_reaches_the_actors()
    {
        var offer = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail($"acteur{A.Number()}@example.org").Build()).Build();
        var request = A.Request().Build();
        request.AcceptedBy(offer);
        request.AddInformation("Voyez Mme Paulette Schmitt, maire élue.", Author.Structure, A.Now);
        await fixture.TrackAsync(request, offer);
        using var staff = await fixture.StaffAsync();
        var masks = await staff.GetAsync($"/admin/demandes/{request.Reference}/masques");

        var left = await masks.Form("Enregistrer et masquer").Choose("Que faire du passage 1 ?", "Laisser, avec un motif").Fill("Motif pour laisser le passage 1", "Élue, son nom est public.").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, left.Status);
        var shown = await (await staff.GetAsync($"/admin/demandes/{request.Reference}")).Form("Montrer le complément aux acteurs").SubmitAsync();
        Assert.True(shown.Has("Les acteurs qui ont la demande lisent maintenant le complément"), shown.Text);
    }

    [Fact]
    public async Task Staff_note_what_the_structure_adds_by_telephone_and_nothing_is_added_to_what_has_ended()
    {
        var request = A.Request().Build().InTriage();
        var path = await fixture.TrackAsync(request);
        using var staff = await fixture.StaffAsync();
        var form = await (await staff.GetAsync($"/admin/demandes/{request.Reference}")).ClickAsync("Noter ce que la structure ajoute");
        var done = await form.Form("Enregistrer").Fill("Ce que la structure ajoute", "Ils sont douze.").SubmitAsync();
        Assert.True(done.Has("Le complément est noté."));
        Assert.True((await fixture.NewBrowser().GetAsync(path)).Has("L’équipe PLUS a noté un complément à votre demande."));
        Assert.Empty(await fixture.MailsAboutAsync(request.Id));

        var typed = await fixture.NewBrowser().GetAsync(path + "/complement");
        await (await fixture.NewBrowser().GetAsync(path + "/retrait")).Form("Retirer ma demande").SubmitAsync();
        var late = await typed.Form("Ajouter à ma demande").Fill("Ce que vous voulez ajouter", "Trop tard.").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.False((await fixture.NewBrowser().GetAsync(path)).HasLink("Ajouter une information"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_request_carries_person_place_and_structure_over_and_says_what_it_follows_on(bool isClosed)
    {
        var request = A.Request().Build().InTriage();
        if (isClosed) request.Close(ClosingReasons.AucunActeur, null, null, A.Staff(), A.Now, A.Day);
        var path = await fixture.TrackAsync(request);
        var browser = fixture.NewBrowser();
        var page = await browser.GetAsync(path);

        var begun = await page.Form("Faire une nouvelle demande").SubmitAsync();
        var again = await page.Form("Faire une nouvelle demande").SubmitAsync();

        Assert.Equal(begun.Address.AbsolutePath, again.Address.AbsolutePath);
        Assert.DoesNotContain("@", begun.Address.ToString(), StringComparison.Ordinal);
        await using var db = fixture.NewContext();
        var draft = await db.RequestDrafts.AsNoTracking().SingleAsync(draft => draft.PrecededById == request.Id, Ct);
        var answers = draft.ReadAnswers();
        Assert.Equal((request.Contact.Name, request.Contact.Email, request.Contact.Phone, request.Contact.Channel), (answers.ContactName, answers.Email, answers.Phone, answers.Channel));
        Assert.Equal((request.CommuneName, request.Declared.StructureName, request.Declared.LegalForm), (answers.CommuneName, answers.StructureName, answers.LegalForm));
        Assert.Equal((null, null, null, null), (answers.Need, answers.Title, answers.Themes, answers.Stage));

        // Erasing the first one erases what was carried over, and cuts the tie of one that was sent.
        var second = A.Request().PrecededBy(request).Build();
        await fixture.StoreAsync(second);
        using var staff = await fixture.StaffAsync();
        Assert.True((await staff.GetAsync($"/admin/demandes/{second.Reference}")).Has($"Fait suite à{request.Reference}") || (await staff.GetAsync($"/admin/demandes/{second.Reference}")).Has(request.Reference));
        var token = LinkTokens.Create();
        db.AccessLinks.Add(new AccessLink { TokenHash = LinkTokens.Hash(token), Purpose = LinkPurpose.Erasure, SubjectId = request.Id, CreatedAt = A.Now, ExpiresAt = A.Now.AddYears(1) });
        await db.SaveChangesAsync(Ct);
        await (await fixture.NewBrowser().GetAsync($"/mes-donnees/effacement/{token}")).Form("Effacer définitivement mes données").SubmitAsync();
        Assert.False(await db.RequestDrafts.AnyAsync(other => other.PrecededById == request.Id, Ct));
        Assert.Null((await fixture.ReadAsync(second.Id)).PrecededById);
        Assert.Equal(HttpStatusCode.NotFound, (await again.ReloadAsync()).Status);
    }

    [Theory]
    [InlineData(ContactChannels.Telephone, "2026-11-29T20:00:00+01:00", "Personne ne m’a rappelée", "aucun appel", "le lundi 30 novembre 2026")]
    [InlineData(ContactChannels.Courriel, "2026-11-30T10:00:00+01:00", "Personne ne m’a écrit", "aucun message", "aujourd’hui")]
    [InlineData(ContactChannels.Courriel, "2026-11-30T17:30:00+01:00", "Personne ne m’a écrit", "aucun message", "le mardi 1 décembre 2026")]
    [InlineData(ContactChannels.Visio, "2026-12-24T18:00:00+01:00", "Personne ne m’a contactée", "aucune nouvelle", "le lundi 28 décembre 2026")]
    public async Task Nothing_came_is_said_in_the_words_of_the_channel_with_the_next_working_day(string channel, string now, string button, string nothing, string day)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime());
        await using var portal = new PortalFactory(fixture.Database, clock);
        var offer = A.SupportOffer().Build();
        var request = A.Request().From(contact => contact with { Channel = channel, Phone = "0383000000" }).Build();
        request.AcceptedBy(offer);
        await fixture.StoreAsync(request, offer);
        var path = await fixture.LinkToAsync(request.Id, expiresAt: clock.GetUtcNow().AddYears(1));
        var page = await (await portal.NewBrowser().GetAsync(path)).ClickAsync(button);

        Assert.Equal(button.Replace('’', '\''), page.Heading);
        Assert.True(page.Has(nothing));
        Assert.True(page.Has(Day(day)), page.Text);
        page = await page.Form("Prévenir l’équipe PLUS").SubmitAsync();
        Assert.True(page.Has($"Vous nous avez dit n’avoir reçu {nothing}."));
        Assert.True(page.Has(Day(day)), page.Text);
        Assert.False(page.Has("aujourd’hui, dimanche"));
    }

    [Fact]
    public async Task Withdrawal_speaks_of_nobody_who_never_had_the_request_and_a_withdrawn_actor_was_not_refused()
    {
        var (told, proposed) = (A.SupportOffer().Build(), A.SupportOffer().Build());
        var request = A.Request().AskingFirst().Build();
        var sent = request.Proposing(told);
        request.Proposing(proposed);
        request.AskConsent(A.Staff(), A.Now, A.Day);
        request.GiveConsent(sent.Id, Author.Structure, A.Now, A.Day);
        request.SendReferral(sent.Id, told, isByHand: false, A.Staff(), A.Now, A.Day);
        var page = await (await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request, told, proposed) + "/retrait")).Form("Retirer ma demande").SubmitAsync();
        Assert.True(page.Has($"{told.Actor!.Name} n’a plus accès à votre demande."));
        Assert.False(page.Has("Vous avez écarté"));
        Assert.True(page.Has("Les interlocuteurs qui l’avaient reçue sont prévenus."));

        var alone = A.Request().Build().InTriage();
        var form = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(alone) + "/retrait");
        Assert.True(form.Has("Aucun interlocuteur ne l’a reçue."));
        Assert.True((await form.Form("Retirer ma demande").SubmitAsync()).Has("Aucun interlocuteur ne l’avait reçue."));

        var asked = A.Request().AskingFirst().Build();
        asked.Proposing(A.SupportOffer().Build());
        var choices = A.SupportOffer().Build();
        asked = A.Request().AskingFirst().Build();
        asked.Proposing(choices);
        asked.AskConsent(A.Staff(), A.Now, A.Day);
        var waits = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(asked, choices));
        Assert.False(waits.Has(",."));
        Assert.True(waits.Has(". Rien n’est transmis sans votre accord."));
    }

    [Fact]
    public async Task Names_lead_to_the_sheets_of_actors_in_the_directory_alone()
    {
        var (there, gone) = (A.SupportOffer().Build(), A.SupportOffer().Build());
        var request = A.Request().Build();
        request.AcceptedBy(there);
        request.AcceptedBy(gone);
        var path = await fixture.TrackAsync(request, there, gone);
        await using (var db = fixture.NewContext()) await db.SupportActors.Where(actor => actor.Id == gone.ActorId).ExecuteUpdateAsync(set => set.SetProperty(actor => actor.IsActive, false), Ct);

        var page = await fixture.NewBrowser().GetAsync(path);

        Assert.Equal($"/annuaire/{there.Actor!.ImportKey}", page.Link(there.Actor.Name));
        Assert.False(page.HasLink(gone.Actor!.Name));
    }

    private static string Day(string day) => day.Replace("mardi 1 ", "mardi 1er ", StringComparison.Ordinal);
}
