using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Requests.Referrals;

/// <summary>Staff note what any actor says, whether it has an account, an address or neither; and what they say to one without address.</summary>
public sealed class HearingTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    public enum Reached
    {
        ByAccount,
        ByAddress,
        ByHand,
    }

    [Theory]
    [InlineData(Reached.ByAccount, "Par téléphone", Channel.Telephone)]
    [InlineData(Reached.ByAddress, "De vive voix, lors d’une rencontre", Channel.Meeting)]
    [InlineData(Reached.ByHand, "Par courrier", Channel.Letter)]
    public async Task Acceptance_of_any_actor_is_noted_with_its_way_and_the_person_who_said_it(Reached how, string way, Channel channel)
    {
        var (request, referral, offer) = await SentAsync(how);
        var form = await (await fixture.OpenAsync(request)).ClickAsync($"Noter la réponse de {offer.Actor!.Name}");

        var page = await form.Form("Noter la réponse").Heard(way, "Sacha Entendu").Choose("Sa réponse", "Il accepte").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal(ReferralStatus.Accepted, stored.Referrals[0].Status);
        var accepted = stored.Timeline.Single(entry => entry.Kind == EventKind.ReferralAccepted);
        Assert.Equal((AuthorKind.Staff, channel), (accepted.AuthorKind, accepted.Channel));
        var informant = stored.Notes.Single(note => note.Kind == NoteKind.Informant);
        Assert.Equal(("Sacha Entendu", referral.Id), (informant.Text, informant.ReferralId));
        Assert.True(page.Has("Sacha Entendu"));
        Assert.DoesNotContain("Sacha Entendu", (await fixture.NewBrowser().GetAsync(await fixture.LinkToAsync(request.Id))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_said_it_and_how_are_asked_and_nothing_typed_is_lost()
    {
        var (request, _, offer) = await SentAsync(Reached.ByAccount);
        var form = await (await fixture.OpenAsync(request)).ClickAsync($"Noter la réponse de {offer.Actor!.Name}");

        var again = await form.Form("Noter la réponse").Choose("Sa réponse", "Il demande une précision").Fill("Sa question, ou ce qu’il précise s’il décline", "Quel budget ?").SubmitAsync();

        Assert.Equal("Dites par quel moyen vous l'avez appris.", again.ErrorOf("Comment l'avez-vous appris ?"));
        Assert.Equal("Indiquez le nom de la personne qui vous l'a dit.", again.ErrorOf("Nom de la personne qui vous l'a dit"));
        Assert.Equal("Quel budget ?", again.Form("Noter la réponse").Value("Sa question, ou ce qu’il précise s’il décline"));
        Assert.Equal(ReferralStatus.Sent, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);
    }

    [Fact]
    public async Task Later_day_of_an_actor_with_an_account_is_noted_and_taken_back_with_its_informant()
    {
        var (request, _, offer) = await SentAsync(Reached.ByAccount);
        var form = await (await fixture.OpenAsync(request)).ClickAsync($"Noter la réponse de {offer.Actor!.Name}");

        var none = await form.Form("Noter la réponse").Heard().Choose("Sa réponse", "Il accepte, mais à partir d’une date").SubmitAsync();
        Assert.Equal(["Indiquez à partir de quel jour vous pouvez vous en occuper."], none.Errors);
        var page = await none.Form("Noter la réponse").FillDate("À partir de quel jour, s’il propose une date", A.Today.AddDays(7)).SubmitAsync();
        Assert.Equal(ReferralStatus.DateOffered, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);

        await page.Form($"Annuler la réponse notée pour {offer.Actor!.Name}").SubmitAsync();
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal(ReferralStatus.Sent, stored.Referrals[0].Status);
        Assert.DoesNotContain(stored.Notes, note => note.Kind == NoteKind.Informant);
    }

    [Theory]
    [InlineData(Reached.ByAccount)]
    [InlineData(Reached.ByHand)]
    public async Task Refusal_of_a_later_day_is_noted_as_the_word_of_the_structure_with_its_way_and_the_person_who_said_it(Reached how)
    {
        var (request, referral, offer) = await SentAsync(how, (request, referral) => request.OfferDate(referral.Id, A.Today.AddDays(14), A.Partner(), A.Now, A.Day));
        var page = await fixture.OpenAsync(request);
        var form = await page.ClickAsync($"Noter le refus de la date de {offer.Actor!.Name}");
        var twice = await page.ClickAsync($"Noter le refus de la date de {offer.Actor.Name}");

        var empty = await form.Form("Noter le refus").SubmitAsync();
        Assert.Equal("Dites par quel moyen vous l'avez appris.", empty.ErrorOf("Comment l'avez-vous appris ?"));
        var done = await empty.Form("Noter le refus").Heard("Par courrier", "Sacha Entendu").SubmitAsync();
        var late = await twice.Form("Noter le refus").Heard().SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.True(done.Has($"a noté que la structure refuse la date de {offer.Actor.Name} : la demande lui est retirée."), done.Text);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        var stored = await fixture.ReadAsync(request.Id);
        Assert.True(stored.Referrals.Single(row => row.Id == referral.Id).IsDateRefused);
        Assert.Equal((AuthorKind.Staff, Channel.Letter), stored.Timeline.Where(entry => entry.Kind == EventKind.ReferralCancelled).Select(entry => (entry.AuthorKind, entry.Channel)).Single());
        Assert.Equal("Sacha Entendu", stored.Notes.Single(note => note.Kind == NoteKind.Informant).Text);
        if (how == Reached.ByHand) Assert.Equal(["sa date ne convient pas"], Moments(done));
        else
        {
            Assert.Contains(MailKind.ReferralChangedForPartner, await fixture.MailsAboutAsync(referral.Id));
            using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
            var gone = await partner.GetAsync($"/partenaire/demandes/{referral.Id}");
            Assert.True(gone.Has("La date que vous proposiez ne convenait pas à la structure. Plus rien ne vous est demandé."), gone.Text);
        }

        var tracking = await fixture.NewBrowser().GetAsync(await fixture.LinkToAsync(request.Id));
        Assert.True(tracking.Has("La date qu’il proposait a été refusée"), tracking.Text);
        Assert.False(tracking.Has("Sacha Entendu"));
    }

    [Fact]
    public async Task Withdrawal_by_staff_of_an_actor_that_offered_a_later_day_says_nothing_of_its_day()
    {
        var (request, referral, offer) = await SentAsync(Reached.ByHand, (request, referral) => request.OfferDate(referral.Id, A.Today.AddDays(14), A.Partner(), A.Now, A.Day));

        var done = await (await (await fixture.OpenAsync(request)).ClickAsync($"Retirer {offer.Actor!.Name}")).Form("Retirer cet acteur").SubmitAsync();

        Assert.Equal(["retrait"], Moments(done));
        Assert.False((await fixture.ReadAsync(request.Id)).Referrals.Single(row => row.Id == referral.Id).IsDateRefused);
        Assert.True(done.Has($"a retiré la demande à {offer.Actor.Name}."), done.Text);
        Assert.Equal(HttpStatusCode.Conflict, (await (await fixture.StaffAsync()).GetAsync($"{RequestScene.Address(request)}/envois/{referral.Id}/refus-date")).Status);
    }

    [Fact]
    public async Task Actor_that_never_had_the_request_is_set_aside_and_nothing_is_taken_back_from_it()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().AskingFirst().Build();
        request.Proposing(offer);
        request.AskConsent(A.Staff(), A.Now, A.Day);
        request.RefuseProposals("Aucun ne me convient.", Author.Structure, A.Now, A.Day);
        await fixture.StoreAsync(request, offer);

        var page = await fixture.OpenAsync(request);

        Assert.True(page.Has($"La structure a écarté {offer.Actor!.Name}, qui n’avait pas reçu la demande."), page.Text);
        Assert.False(page.Has($"a retiré la demande à {offer.Actor.Name}"));
    }

    [Fact]
    public async Task Refusal_is_noted_with_the_better_placed_actor_and_the_word_to_the_structure()
    {
        var (request, _, offer) = await SentAsync(Reached.ByHand);
        var mark = $"Bergerie {A.Number()}";
        var (north, south) = (A.SupportOffer().Of(A.SupportActor().Named($"{mark} nord").Build()).Build(), A.SupportOffer().Of(A.SupportActor().Named($"{mark} sud").Build()).Build());
        await fixture.StoreAsync(north, south);
        var form = await (await fixture.OpenAsync(request)).ClickAsync($"Noter la réponse de {offer.Actor!.Name}");

        var misplaced = await form.Form("Noter la réponse").Heard().Choose("Sa réponse", "Il accepte").Fill("Acteur mieux placé, s’il en nomme un", mark).SubmitAsync();
        Assert.StartsWith("Un acteur mieux placé ou un mot à la structure accompagnent un refus.", misplaced.ErrorOf("Acteur mieux placé, s’il en nomme un"), StringComparison.Ordinal);
        var asked = await misplaced.Form("Noter la réponse").Choose("Sa réponse", "Il décline").Choose("Motif, s’il décline", "Plus de capacité")
            .Fill("Son mot à la structure, s’il décline", "Nos ateliers reprennent à l’automne.").SubmitAsync();
        Assert.Equal("Plusieurs acteurs portent ce nom. Choisissez le bon.", asked.ErrorOf("Lequel ?"));
        await asked.Form("Noter la réponse").Choose("Lequel ?", $"{mark} sud").SubmitAsync();

        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((ReferralStatus.Declined, south.ActorId), (stored.Referrals[0].Status, stored.Referrals[0].BetterActorId));
        Assert.Equal("Nos ateliers reprennent à l’automne.", stored.Notes.Single(note => note.Kind == NoteKind.SentenceForStructure).Text);
    }

    [Theory]
    [InlineData(Reached.ByAccount)]
    [InlineData(Reached.ByHand)]
    public async Task First_contact_is_noted_as_either_side_tells_it(Reached how)
    {
        var (request, referral, offer) = await SentAsync(how, (request, referral) => request.AcceptReferral(referral.Id, A.Partner(), A.Now, A.Day));
        var form = await (await fixture.OpenAsync(request)).ClickAsync($"Noter un contact ou une suite de {offer.Actor!.Name}");

        var early = await form.Form("Noter").Heard().Choose("L’acteur").Choose("Premier contact fait").FillDate("Quel jour ?", A.Today.AddDays(-1)).SubmitAsync();
        Assert.StartsWith("La demande a été transmise le lundi 2 mars 2026", early.Errors.Single(), StringComparison.Ordinal);
        await early.Form("Noter").FillDate("Quel jour ?", A.Today).SubmitAsync();

        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal(A.Today, stored.Referrals.Single(row => row.Id == referral.Id).FirstContactOn);
        Assert.Equal(Channel.Telephone, stored.Timeline.Single(entry => entry.Kind == EventKind.RungReported).Channel);
        Assert.Single(stored.Notes, note => note.Kind == NoteKind.Informant);
    }

    [Fact]
    public async Task What_staff_noted_twice_is_said_and_what_was_wrong_is_taken_back_and_both_stay_in_the_history()
    {
        var (request, referral, offer) = await SentAsync(Reached.ByAccount, (request, referral) => request.AcceptReferral(referral.Id, A.Partner(), A.Now, A.Day));
        var page = await fixture.OpenAsync(request);
        var takeBack = $"Retirer la dernière étape notée par l’équipe pour {offer.Actor!.Name}";
        Assert.False(page.Has(takeBack));
        var noted = await (await page.ClickAsync($"Noter un contact ou une suite de {offer.Actor.Name}")).Form("Noter").Heard().Choose("L’acteur").Choose("Premier contact fait").FillDate("Quel jour ?", A.Today).SubmitAsync();

        var form = await noted.ClickAsync($"Noter un contact ou une suite de {offer.Actor.Name}");
        var twice = await form.Form("Noter").Heard().Choose("L’acteur").Choose("Premier contact fait").FillDate("Quel jour ?", A.Today).SubmitAsync();
        Assert.Equal(["« premier contact fait » est déjà noté, le lundi 2 mars 2026 : il n'y a rien à faire."], twice.Errors);
        var clash = await twice.Form("Noter").Choose("La structure n’a pas pu être jointe").SubmitAsync();
        Assert.StartsWith("L'acteur a déjà noté « premier contact fait » le lundi 2 mars 2026.", clash.ErrorOf("Quel jour ?"), StringComparison.Ordinal);

        var back = await noted.Form(takeBack).SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.False(back.Has(takeBack));
        Assert.True(back.Has($"a retiré ce qui était noté pour {offer.Actor.Name} : premier contact fait."), back.Text);
        Assert.True(back.Has($"a noté pour {offer.Actor.Name} : premier contact fait."));
        Assert.Equal(HttpStatusCode.Conflict, (await noted.Form(takeBack).SubmitAsync()).Status);
        Assert.Null((await fixture.ReadAsync(request.Id)).Referrals.Single(row => row.Id == referral.Id).FirstContactOn);
    }

    [Fact]
    public async Task Actor_without_address_has_one_text_for_each_moment_and_contact_after_its_acceptance_alone()
    {
        var (request, referral, offer) = await SentAsync(Reached.ByHand);
        var staff = await fixture.StaffAsync();
        var page = await staff.GetAsync(RequestScene.Address(request));
        Assert.Equal(["premier envoi"], Moments(page));
        Assert.DoesNotContain(request.Contact.Email, Texts(page), StringComparison.Ordinal);

        var form = await page.ClickAsync($"Noter la réponse de {offer.Actor!.Name}");
        var asked = await form.Form("Noter la réponse").Heard().Choose("Sa réponse", "Il demande une précision").Fill("Sa question, ou ce qu’il précise s’il décline", "Depuis quand ?").SubmitAsync();
        Assert.Equal(["sa question attend la structure"], Moments(asked));
        var reply = await asked.ClickAsync($"Répondre à la question de {offer.Actor.Name}");
        var answered = await reply.Form("Envoyer la réponse").Fill("Votre réponse", "Depuis 2019.").SubmitAsync();
        Assert.Equal(["réponse à sa question"], Moments(answered));
        Assert.Contains("Depuis 2019.", Texts(answered), StringComparison.Ordinal);
        Assert.DoesNotContain(request.Contact.Email, Texts(answered), StringComparison.Ordinal);

        var accepted = await (await answered.ClickAsync($"Noter la réponse de {offer.Actor.Name}")).Form("Noter la réponse").Heard().Choose("Sa réponse", "Il accepte").SubmitAsync();
        Assert.Equal(["après son accord, avec les coordonnées"], Moments(accepted));
        Assert.Contains(request.Contact.Email, Texts(accepted), StringComparison.Ordinal);
        Assert.Contains(request.Contact.Name, Texts(accepted), StringComparison.Ordinal);

        var cancelled = await (await accepted.ClickAsync($"Retirer {offer.Actor.Name}")).Form("Retirer cet acteur").SubmitAsync();
        Assert.Equal(["retrait"], Moments(cancelled));
        Assert.DoesNotContain(request.Contact.Email, Texts(cancelled), StringComparison.Ordinal);
        Assert.DoesNotContain(await fixture.MailsAboutAsync(referral.Id), kind => kind is MailKind.ReferralForPartner or MailKind.FollowUpForPartner);
    }

    private static IEnumerable<string> Moments(HtmlPage page) => page.Document.QuerySelectorAll("main textarea[data-copy]")
        .Select(area => PageText.Normalise(page.Document.QuerySelector($"label[for='{area.Id}']")!.TextContent).Split(" : ")[1]);

    private static string Texts(HtmlPage page) => string.Join('\n', page.Document.QuerySelectorAll("main textarea[data-copy]").Select(area => area.TextContent));

    private async Task<(OrientationRequest Request, Referral Referral, SupportOffer Offer)> SentAsync(Reached how, Action<OrientationRequest, Referral>? after = null)
    {
        var offer = how == Reached.ByHand ? A.SupportOffer().Build() : RequestScene.Reachable();
        var request = A.Request().Build();
        var referral = request.Sending(offer, isByHand: how == Reached.ByHand);
        after?.Invoke(request, referral);
        await fixture.StoreAsync(request, offer);
        if (how == Reached.ByAccount) await fixture.Portal.CreateUserAsync($"partenaire{A.Number()}@example.org", PortalRoles.Partner, offer.ActorId);
        return (request, referral, offer);
    }
}
