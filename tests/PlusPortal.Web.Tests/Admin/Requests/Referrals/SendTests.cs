using System.Net;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Requests.Referrals;

/// <summary>Staff send: by the portal, or by themselves.</summary>
public sealed class SendTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Recipients = "À qui envoyez-vous la demande ?";
    private const string Send = "Envoyer la demande";
    private const string Open = "Envoyer la demande aux acteurs";

    [Fact]
    public async Task Sending_tells_the_actor_and_the_structure_and_gives_days_to_answer()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        request.Proposing(offer);
        var form = await OpenFormAsync(request, offer);
        Assert.Contains("Commune : Toul (54).", PageText.Normalise(form.Form(Send).Value("Résumé pour les acteurs")), StringComparison.Ordinal);
        Assert.DoesNotContain(request.Contact.Name, form.Form(Send).Value("Résumé pour les acteurs"), StringComparison.Ordinal);

        var page = await form.Form(Send).SubmitAsync();

        Assert.True(page.Has("La demande est envoyée. Les acteurs sont prévenus par e-mail, la structure aussi."));
        Assert.True(page.Has($"a envoyé la demande à {offer.Actor!.Name}."));
        var stored = await fixture.ReadAsync(request.Id);
        var referral = Assert.Single(stored.Referrals);
        Assert.Equal((RequestStatus.Oriented, ReferralStatus.Sent, false), (stored.Status, referral.Status, referral.IsByHand));
        Assert.Equal([MailKind.ReferralForPartner], await fixture.MailsAboutAsync(referral.Id));
        Assert.Equal([MailKind.RequestSent], await fixture.MailsAboutAsync(request.Id));
        Assert.True(page.Has("Réponse attendue au plus tard le lundi 23 mars 2026, à appeler le lundi 16 mars 2026."), page.Text);
    }

    [Fact]
    public async Task Sending_to_nobody_or_without_a_summary_is_refused_and_keeps_the_rest()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        request.Proposing(offer);
        var form = await OpenFormAsync(request, offer);

        var nobody = await form.Form(Send).Untick(offer.Actor!.Name, Recipients).Fill("Résumé pour les acteurs", "Un résumé à garder.").SubmitAsync();
        var empty = await (await form.ReloadAsync()).Form(Send).Fill("Résumé pour les acteurs", " ").SubmitAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "Cochez au moins un acteur."), (nobody.Status, nobody.ErrorOf(Recipients)));
        Assert.Equal("Un résumé à garder.", nobody.Form(Send).Value("Résumé pour les acteurs"));
        Assert.Equal((HttpStatusCode.BadRequest, "Écrivez le résumé que les acteurs liront."), (empty.Status, empty.ErrorOf("Résumé pour les acteurs")));
        Assert.Equal(RequestStatus.InTriage, (await fixture.ReadAsync(request.Id)).Status);
    }

    [Fact]
    public async Task Actor_without_account_nor_address_is_left_to_staff_who_are_told_what_to_say()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().From(contact => contact with { Phone = "06 00 00 00 43" }).Build();
        request.Proposing(offer);
        var form = await OpenFormAsync(request, offer);
        Assert.True(form.Has("À transmettre par vos soins"));

        var page = await form.Form(Send).SubmitAsync();

        var stored = await fixture.ReadAsync(request.Id);
        var referral = Assert.Single(stored.Referrals);
        Assert.Equal((ReferralStatus.Sent, true), (referral.Status, referral.IsByHand));
        Assert.Empty(await fixture.MailsAboutAsync(referral.Id));
        Assert.True(page.Has("Transmettez-la par vos soins aux acteurs signalés ci-dessous, puis notez leur réponse."));
        Assert.True(page.Has($"À faire aujourd’hui, lundi 2 mars 2026 ({offer.Actor!.Name}). Transmettre à l’acteur, qui n’a pas d’adresse, le texte prêt sur la demande."), page.Text);
        var done = await page.ClickAsync("C’est fait");
        Assert.True(done.Has($"À faire : transmettre à l’acteur, qui n’a pas d’adresse, le texte prêt sur la demande ({offer.Actor.Name})."), done.Text);
        var text = page.Document.QuerySelector($"#texte-{referral.Id}")!.TextContent;
        Assert.Contains(request.Reference, text, StringComparison.Ordinal);
        Assert.Contains("au plus tard le lundi 23 mars 2026", PageText.Normalise(text), StringComparison.Ordinal);
        Assert.All(new[] { request.Contact.Name, request.Contact.Email, "06 00 00 00 43", request.Declared.Need, request.Declared.StructureName! }, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Il accepte", ReferralStatus.Accepted, MailKind.ReferralAcceptedForStructure, "accepte.")]
    [InlineData("Il décline", ReferralStatus.Declined, MailKind.ReferralDeclinedForStructure, "décline : Plus de capacité.")]
    public async Task Answer_of_an_actor_told_by_hand_is_recorded_by_staff(string answer, ReferralStatus expected, MailKind mail, string sentence)
    {
        var (request, referral, offer) = ByHand();
        await fixture.StoreAsync(request, offer);
        var form = await (await fixture.OpenAsync(request)).ClickAsync($"Noter la réponse de {offer.Actor!.Name}");

        var page = await form.Form("Noter la réponse").Heard().Choose("Sa réponse", answer).Choose("Motif, s’il décline", "Plus de capacité").SubmitAsync();

        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal(expected, Assert.Single(stored.Referrals).Status);
        Assert.Equal([mail], await fixture.MailsAboutAsync(referral.Id));
        Assert.True(page.Has($"a noté que {offer.Actor.Name} {sentence}"), page.Text);
    }

    [Fact]
    public async Task Question_of_an_actor_told_by_hand_is_recorded_and_answered()
    {
        var (request, referral, offer) = ByHand();
        await fixture.StoreAsync(request, offer);
        var form = await (await fixture.OpenAsync(request)).ClickAsync($"Noter la réponse de {offer.Actor!.Name}");

        var asked = await form.Form("Noter la réponse").Heard().Choose("Sa réponse", "Il demande une précision").Fill("Sa question, ou ce qu’il précise s’il décline", "Depuis quand existez-vous ?").SubmitAsync();

        Assert.True(asked.Has($"a noté une question de {offer.Actor.Name}."), asked.Text);
        Assert.Equal(ReferralStatus.InformationRequested, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);
        var reply = await asked.ClickAsync($"Répondre à la question de {offer.Actor.Name}");
        Assert.True(reply.Has("Depuis quand existez-vous ?"));
        await reply.Form("Envoyer la réponse").Fill("Votre réponse", "Depuis 2019.").SubmitAsync();
        Assert.Equal(ReferralStatus.Sent, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);
        Assert.Empty(await fixture.MailsAboutAsync(referral.Id));
    }

    [Fact]
    public async Task Half_an_answer_gets_its_sentence_and_keeps_the_rest()
    {
        var (request, _, offer) = ByHand();
        await fixture.StoreAsync(request, offer);
        var form = await (await fixture.OpenAsync(request)).ClickAsync($"Noter la réponse de {offer.Actor!.Name}");

        var none = await form.Form("Noter la réponse").SubmitAsync();
        var noReason = await form.Form("Noter la réponse").Heard().Choose("Sa réponse", "Il décline").Fill("Sa question, ou ce qu’il précise s’il décline", "Trop loin.").SubmitAsync();
        var noQuestion = await (await form.ReloadAsync()).Form("Noter la réponse").Heard().Choose("Sa réponse", "Il demande une précision").SubmitAsync();

        Assert.Equal("Choisissez la réponse de l'acteur.", none.ErrorOf("Sa réponse"));
        Assert.Equal("Choisissez le motif du refus.", noReason.ErrorOf("Motif, s'il décline"));
        Assert.Equal("Trop loin.", noReason.Form("Noter la réponse").Value("Sa question, ou ce qu’il précise s’il décline"));
        Assert.Equal("Écrivez la question posée par l'acteur.", noQuestion.ErrorOf("Sa question, ou ce qu'il précise s'il décline"));
        Assert.Equal(ReferralStatus.Sent, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);
    }

    [Fact]
    public async Task Structure_that_asked_for_it_is_consulted_before_anything_is_sent()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().AskingFirst().Build();
        var referral = request.Proposing(offer);
        await fixture.StoreAsync(request, offer);
        var page = await fixture.OpenAsync(request);
        Assert.False(page.HasLink(Open));

        var asked = await page.Form("Demander l’accord de la structure").SubmitAsync();
        Assert.Equal(RequestStatus.AwaitingConsent, (await fixture.ReadAsync(request.Id)).Status);
        Assert.Equal([MailKind.ConsentAsked], await fixture.MailsAboutAsync(request.Id));
        Assert.False(asked.HasLink(Open));

        var agreed = await asked.Form($"Noter l’accord donné par téléphone pour {offer.Actor!.Name}").SubmitAsync();
        var stored = await fixture.ReadAsync(request.Id);
        Assert.NotNull(stored.Referrals.Single().ConsentGivenAt);
        Assert.Equal((AuthorKind.Staff, Channel.Telephone), stored.Timeline.Where(entry => entry.Kind == EventKind.ConsentGiven).Select(entry => (entry.AuthorKind, entry.Channel)).Single());
        Assert.True(agreed.Has($"a noté l’accord de la structure pour {offer.Actor.Name}."));
        await (await agreed.ClickAsync(Open)).Form(Send).SubmitAsync();
        Assert.Equal([MailKind.ReferralForPartner], await fixture.MailsAboutAsync(referral.Id));
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_address_is_proven_or_staff_vouch_for_it()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        request.TakeInCharge(A.Staff(), A.Now, A.Day);
        request.Proposing(offer);
        await fixture.StoreAsync(request, offer);
        var page = await fixture.OpenAsync(request);
        Assert.False(page.HasLink(Open));
        Assert.True(page.Has("L’envoi sera possible dès que l’adresse de la structure est confirmée"));

        var vouched = await page.Form("J’ai parlé à la personne : confirmer l’adresse").SubmitAsync();

        Assert.True(vouched.HasLink(Open));
        Assert.True(vouched.Has("a parlé à la personne et confirmé son adresse."));
        Assert.NotNull((await fixture.ReadAsync(request.Id)).AddressProvenAt);
    }

    [Fact]
    public async Task Offer_that_closed_in_between_is_named_and_nothing_is_sent()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        request.Proposing(offer);
        var form = await OpenFormAsync(request, offer);
        await using (var db = fixture.NewContext())
        {
            var stored = await db.SupportOffers.FindAsync([offer.Id], TestContext.Current.CancellationToken);
            stored!.SetCapacity(CapacityStatuses.Complet, null, A.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var page = await form.Form(Send).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith($"L'offre n'est plus publiée ou n'accepte pas de demande aujourd'hui : {offer.Actor!.Name}.", page.ErrorOf(Recipients), StringComparison.Ordinal);
        Assert.Equal(RequestStatus.InTriage, (await fixture.ReadAsync(request.Id)).Status);
    }

    private static (OrientationRequest Request, Referral Referral, SupportOffer Offer) ByHand()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        return (request, request.Sending(offer, isByHand: true), offer);
    }

    private async Task<HtmlPage> OpenFormAsync(OrientationRequest request, SupportOffer offer)
    {
        await fixture.StoreAsync(request, offer);
        return await (await fixture.OpenAsync(request)).ClickAsync(Open);
    }
}
