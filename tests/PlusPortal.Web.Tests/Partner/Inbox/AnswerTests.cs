using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Partner.Inbox;

public sealed class AnswerTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Acceptance_moves_the_request_and_tells_the_structure()
    {
        var (request, referral, offer) = Sent();
        var page = await OpenAsync(request, referral, offer);

        await page.Form("Je m’en occupe").SubmitAsync();

        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.InProgress, ReferralStatus.Accepted), (stored.Status, stored.Referrals[0].Status));
        var accepted = stored.Timeline.Single(entry => entry.Kind == EventKind.ReferralAccepted);
        Assert.Equal((AuthorKind.Partner, Channel.PartnerPage), (accepted.AuthorKind, accepted.Channel));
        Assert.Equal([MailKind.FollowUpForPartner, MailKind.ReferralAcceptedForStructure], (await fixture.MailsAboutAsync(referral.Id, request.Id)).OrderBy(kind => kind.ToString()));
    }

    [Fact]
    public async Task Refusal_names_the_better_actor_and_calls_staff()
    {
        var (request, referral, offer) = Sent();
        var better = A.SupportOffer().Of(A.SupportActor().Named($"Réseau de la Mirabelle {A.Number()}").Build()).Build();
        await fixture.StoreAsync(better);
        var form = await (await OpenAsync(request, referral, offer)).ClickAsync("Ce n’est pas pour moi");

        await form.Form("Décliner la demande").Choose("Un autre acteur est mieux placé").Fill("L’acteur mieux placé", better.Actor!.Name.ToUpperInvariant()).SubmitAsync();

        var stored = Assert.Single((await fixture.ReadAsync(request.Id)).Referrals);
        Assert.Equal((ReferralStatus.Declined, DeclineReasons.MeilleurInterlocuteur, better.ActorId), (stored.Status, stored.DeclineReason, stored.BetterActorId));
        Assert.Equal([MailKind.ReferralDeclinedForStructure], await fixture.MailsAboutAsync(referral.Id));
        Assert.Equal([MailKind.StaffAttention], await fixture.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task Ambiguous_name_is_chosen_from_a_list_and_nothing_typed_is_lost()
    {
        var (request, referral, offer) = Sent();
        var mark = $"Bergamote {A.Number()}";
        var (north, south) = (A.SupportOffer().Of(A.SupportActor().Named($"{mark} nord").Build()).Build(), A.SupportOffer().Of(A.SupportActor().Named($"{mark} sud").Build()).Build());
        await fixture.StoreAsync(north, south);
        var form = await (await OpenAsync(request, referral, offer)).ClickAsync("Ce n’est pas pour moi");

        var again = await form.Form("Décliner la demande").Choose("Un autre acteur est mieux placé").Fill("L’acteur mieux placé", mark).Fill("Un mot à l’équipe PLUS", "Ils connaissent le secteur.").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal("Plusieurs acteurs portent ce nom. Choisissez le bon.", again.ErrorOf("Lequel ?"));
        Assert.Equal("Ils connaissent le secteur.", again.Form("Décliner la demande").Value("Un mot à l’équipe PLUS"));

        await again.Form("Décliner la demande").Choose("Lequel ?", $"{mark} sud").SubmitAsync();
        Assert.Equal(south.ActorId, (await fixture.ReadAsync(request.Id)).Referrals[0].BetterActorId);
    }

    [Fact]
    public async Task A_better_placed_actor_counts_whatever_the_reason_and_is_never_the_one_that_declines()
    {
        var (request, referral, offer) = Sent();
        var better = A.SupportOffer().Of(A.SupportActor().Named($"Verger des Possibles {A.Number()}").Build()).Build();
        await fixture.StoreAsync(better);
        var form = await (await OpenAsync(request, referral, offer)).ClickAsync("Ce n’est pas pour moi");

        var itself = await form.Form("Décliner la demande").Choose("Plus de capacité").Fill("L’acteur mieux placé", offer.Actor!.Name).SubmitAsync();
        Assert.StartsWith("C'est l'acteur qui décline.", itself.ErrorOf("L’acteur mieux placé"), StringComparison.Ordinal);
        await itself.Form("Décliner la demande").Fill("L’acteur mieux placé", better.Actor!.Name).SubmitAsync();

        var stored = Assert.Single((await fixture.ReadAsync(request.Id)).Referrals);
        Assert.Equal((ReferralStatus.Declined, DeclineReasons.Capacite, better.ActorId), (stored.Status, stored.DeclineReason, stored.BetterActorId));
    }

    [Fact]
    public async Task More_names_than_can_be_listed_are_said_to_be_more()
    {
        var (request, referral, offer) = Sent();
        var mark = $"Mirabelle {A.Number()}";
        foreach (var letter in "abcdefghij") await fixture.StoreAsync(A.SupportOffer().Of(A.SupportActor().Named($"{mark} {letter}").Build()).Build());
        var form = await (await OpenAsync(request, referral, offer)).ClickAsync("Ce n’est pas pour moi");

        var again = await form.Form("Décliner la demande").Choose("Plus de capacité").Fill("L’acteur mieux placé", mark).SubmitAsync();
        Assert.StartsWith("Plus de 8 acteurs portent ce nom, voici les premiers.", again.ErrorOf("L’acteur mieux placé"), StringComparison.Ordinal);
        await again.Form("Décliner la demande").Fill("L’acteur mieux placé", $"{mark} j").SubmitAsync();

        Assert.NotNull((await fixture.ReadAsync(request.Id)).Referrals[0].BetterActorId);
    }

    [Fact]
    public async Task Each_mistake_of_a_refusal_gets_its_sentence()
    {
        var (request, referral, offer) = Sent();
        var form = await (await OpenAsync(request, referral, offer)).ClickAsync("Ce n’est pas pour moi");

        var none = await form.Form("Décliner la demande").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, none.Status);
        Assert.StartsWith("Choisissez un motif.", none.ErrorOf("Pourquoi ?"), StringComparison.Ordinal);

        var other = await none.Form("Décliner la demande").Choose("Autre").SubmitAsync();
        Assert.Equal("Expliquez votre motif à l'équipe PLUS en une phrase.", other.ErrorOf("Un mot à l’équipe PLUS"));

        var unnamed = await other.Form("Décliner la demande").Choose("Un autre acteur est mieux placé").SubmitAsync();
        Assert.StartsWith("Nommez l'acteur mieux placé.", unnamed.ErrorOf("L’acteur mieux placé"), StringComparison.Ordinal);

        var unknown = await unnamed.Form("Décliner la demande").Fill("L’acteur mieux placé", "Zzz_%inconnu").SubmitAsync();
        Assert.StartsWith("Aucun acteur de l'annuaire ne porte ce nom.", unknown.ErrorOf("L’acteur mieux placé"), StringComparison.Ordinal);
        Assert.Equal(ReferralStatus.Sent, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);
    }

    [Fact]
    public async Task Question_is_asked_once()
    {
        var (request, referral, offer) = Sent();
        var page = await OpenAsync(request, referral, offer);
        var form = await page.ClickAsync("Il me manque une information");

        var empty = await form.Form("Envoyer ma question").SubmitAsync();
        Assert.Equal("Écrivez votre question.", empty.ErrorOf("Votre question"));
        var after = await empty.Form("Envoyer ma question").Fill("Votre question", "Quel budget ?").SubmitAsync();

        Assert.True(after.Has("Quel budget ?"));
        Assert.False(after.HasLink("Il me manque une information"));
        Assert.Equal([MailKind.QuestionForStructure], await fixture.MailsAboutAsync(request.Id));
        var late = await form.Form("Envoyer ma question").Fill("Votre question", "Et encore ?").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
    }

    [Fact]
    public async Task Support_ends_with_an_outcome_that_waits_for_the_word_of_the_structure()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = request.AcceptedBy(offer);
        var form = await (await OpenAsync(request, referral, offer)).ClickAsync("Terminer mon suivi");

        var empty = await form.Form("Terminer mon suivi").SubmitAsync();
        Assert.Equal("Choisissez ce qui s'est passé.", empty.ErrorOf("Qu’est-ce qui s’est passé ?"));
        var after = await empty.Form("Terminer mon suivi").Choose("Aide apportée").Choose("Besoin traité en entier").SubmitAsync();

        Assert.True(after.Has("Vous avez noté la fin de votre aide"));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.InProgress, OutcomeState.Awaited), (stored.Status, stored.Referrals[0].OutcomeState));
        Assert.Equal([MailKind.OutcomeToConfirm], await fixture.MailsAboutAsync(referral.Id, request.Id));
    }

    [Fact]
    public async Task Accepted_request_can_be_handed_back()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = request.AcceptedBy(offer);
        var form = await (await OpenAsync(request, referral, offer)).ClickAsync("Rendre la demande");

        var after = await form.Form("Rendre la demande").Choose("Plus de capacité").SubmitAsync();

        Assert.Equal("Cette demande ne vous est plus confiée", after.Heading);
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal(RequestStatus.InTriage, stored.Status);
        Assert.Contains(stored.Timeline, entry => entry.Kind == EventKind.ReferralHandedBack);
        Assert.Equal([MailKind.StaffAttention], await fixture.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task Answer_to_a_request_already_answered_changes_nothing_and_says_so()
    {
        var (request, referral, offer) = Sent();
        var one = await OpenAsync(request, referral, offer);
        using var colleague = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        var decline = await colleague.GetAsync($"/partenaire/demandes/{referral.Id}/refus");

        await one.Form("Je m’en occupe").SubmitAsync();
        var late = await decline.Form("Décliner la demande").Choose("Plus de capacité").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.True(late.Has("Cette demande a déjà reçu une réponse"));
        Assert.Equal(ReferralStatus.Accepted, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);
    }

    [Fact]
    public async Task Two_actors_answering_together_both_count_and_the_status_follows_both()
    {
        for (var round = 0; round < 5; round++)
        {
            var (one, two) = (A.SupportOffer().Build(), A.SupportOffer().Build());
            var request = A.Request().Build();
            var (accepts, declines) = (request.Sending(one), request.Sending(two));
            await fixture.StoreAsync(request, one, two);
            var accept = (await OpenAsync(accepts, one)).Form("Je m’en occupe");
            var decline = (await (await OpenAsync(declines, two)).ClickAsync("Ce n’est pas pour moi")).Form("Décliner la demande").Choose("Plus de capacité");

            var answers = await Task.WhenAll(accept.SubmitAsync(), decline.SubmitAsync());

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            var stored = await fixture.ReadAsync(request.Id);
            Assert.Equal(RequestStatus.InProgress, stored.Status);
            Assert.Equal(stored.LastEventNumber, stored.Timeline.Count);
            Assert.Equal(ReferralStatus.Declined, stored.Referrals.Single(referral => referral.Id == declines.Id).Status);
        }
    }

    [Fact]
    public async Task Fields_of_the_domain_posted_besides_have_no_effect()
    {
        var (request, referral, offer) = Sent();
        var stranger = A.SupportOffer().Build();
        await fixture.StoreAsync(stranger);
        var form = (await (await OpenAsync(request, referral, offer)).ClickAsync("Ce n’est pas pour moi")).Form("Décliner la demande").Choose("Plus de capacité");

        await form.With("Form.Status", "Completed").With("Form.SupportActorId", stranger.ActorId.ToString()).With("Form.BetterActorId", stranger.ActorId.ToString())
            .With("ActorId", stranger.ActorId.ToString()).With("handsBack", "true").SubmitAsync();

        var stored = Assert.Single((await fixture.ReadAsync(request.Id)).Referrals);
        Assert.Equal((ReferralStatus.Declined, offer.ActorId, null), (stored.Status, stored.ActorId, stored.BetterActorId));
    }

    private static (OrientationRequest Request, Referral Referral, SupportOffer Offer) Sent()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        return (request, request.Sending(offer), offer);
    }

    private async Task<HtmlPage> OpenAsync(OrientationRequest request, Referral referral, SupportOffer offer)
    {
        await fixture.StoreAsync(request, offer);
        return await OpenAsync(referral, offer);
    }

    private async Task<HtmlPage> OpenAsync(Referral referral, SupportOffer offer)
    {
        var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        return await browser.GetAsync($"/partenaire/demandes/{referral.Id}");
    }
}
