using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Requests.Referrals;

/// <summary>Staff take a referral back, note its end, correct its answer.</summary>
public sealed class FollowTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Referral_is_taken_back_and_the_actor_told()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        await fixture.StoreAsync(request, offer);
        var form = await (await fixture.OpenAsync(request)).ClickAsync($"Retirer {offer.Actor!.Name}");
        Assert.True(form.Has("Il est prévenu par e-mail et ne voit plus la demande."));

        var page = await form.Form("Retirer cet acteur").SubmitAsync();

        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.InTriage, ReferralStatus.Cancelled), (stored.Status, stored.Referrals[0].Status));
        Assert.Equal([MailKind.ReferralCancelledForStructure, MailKind.ReferralChangedForPartner], (await fixture.MailsAboutAsync(referral.Id)).OrderBy(kind => kind.ToString()));
        Assert.True(page.Has($"a retiré la demande à {offer.Actor.Name}."));
    }

    [Fact]
    public async Task Actor_only_chosen_is_taken_back_without_a_word_and_may_be_chosen_again()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build().InTriage().Matched(offer);
        var referral = request.Proposing(offer);
        await fixture.StoreAsync(request, offer);
        var form = await (await fixture.OpenAsync(request)).ClickAsync($"Retirer {offer.Actor!.Name}");
        Assert.True(form.Has("Rien ne lui a été envoyé"));

        var page = await form.Form("Retirer cet acteur").SubmitAsync();

        Assert.Empty(await fixture.MailsAboutAsync(referral.Id, request.Id));
        Assert.True(page.Form("Choisir ces acteurs").Has($"Choisir {offer.Actor.Name}"));
    }

    [Fact]
    public async Task Good_end_of_the_only_support_waits_for_the_word_of_the_structure()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        request.AcceptedBy(offer);
        await fixture.StoreAsync(request, offer);
        var form = await (await fixture.OpenAsync(request)).ClickAsync($"Noter la fin du suivi par {offer.Actor!.Name}");

        var none = await form.Form("Noter la fin du suivi").Fill("Commentaire", "À garder.").SubmitAsync();
        var page = await form.Form("Noter la fin du suivi").Heard().Choose("Résultat du suivi", "Aide apportée").SubmitAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "Choisissez le résultat du suivi."), (none.Status, none.ErrorOf("Résultat du suivi")));
        Assert.Equal("À garder.", none.Form("Noter la fin du suivi").Value("Commentaire"));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.InProgress, WaitsFor.Structure, OutcomeState.Awaited, ReferralStatus.Completed), (stored.Status, stored.WaitsFor, stored.Referrals[0].OutcomeState, stored.Referrals[0].Status));
        Assert.Equal([MailKind.OutcomeToConfirm], await fixture.MailsAboutAsync(stored.Referrals[0].Id));
        Assert.True(page.Has($"a noté la fin du suivi par {offer.Actor.Name} : Aide apportée."));
    }

    [Fact]
    public async Task End_that_staff_note_says_how_far_the_need_is_dealt_with_and_why_not()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        var referral = request.AcceptedBy(offer);
        await fixture.StoreAsync(request, offer);
        var form = await (await fixture.OpenAsync(request)).ClickAsync($"Noter la fin du suivi par {offer.Actor!.Name}");
        HtmlForm Filled(HtmlPage page) => page.Form("Noter la fin du suivi").Heard().Choose("Résultat du suivi", "Échange sans solution").Choose("Jusqu’où le besoin est-il traité ?", "Besoin non traité");

        var why = await Filled(form).SubmitAsync();
        await Filled(why).Choose("Pourquoi, si le besoin n’est pas traité", "Pas de place, ou pas de temps, pour cette demande").SubmitAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "Dites pourquoi le besoin n'est pas traité."), (why.Status, why.ErrorOf("Pourquoi, si le besoin n’est pas traité")));
        await using var db = fixture.NewContext();
        var report = await db.Set<LadderReport>().AsNoTracking().SingleAsync(row => row.ReferralId == referral.Id, TestContext.Current.CancellationToken);
        Assert.Equal((Rung.NotDealtWith, LadderSide.Actor, UnmetReasons.Capacite), (report.Rung, report.Side, report.WhyNot));
    }

    [Fact]
    public async Task Mistaken_refusal_is_corrected_with_a_reason_and_awaited_again()
    {
        var (request, offer, form) = await DeclinedAsync();
        Assert.True(form.Has("Le refus est effacé"));

        var empty = await form.Form("Corriger la réponse").SubmitAsync();
        var page = await form.Form("Corriger la réponse").Fill("Motif de la correction", "Le partenaire s’est trompé de bouton.").SubmitAsync();

        Assert.Equal("Indiquez le motif : il explique votre choix à l'équipe.", empty.ErrorOf("Motif de la correction"));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.Oriented, ReferralStatus.Sent), (stored.Status, stored.Referrals[0].Status));
        Assert.Equal([MailKind.ReferralCorrectedForStructure, MailKind.ReferralForPartner], (await fixture.MailsAboutAsync(stored.Referrals[0].Id)).OrderBy(kind => kind.ToString()));
        Assert.True(page.Has($"a corrigé la réponse donnée par {offer.Actor!.Name}."));
        Assert.True(page.Has("Le partenaire s’est trompé de bouton."));
    }

    [Fact]
    public async Task Actor_whose_offer_was_suspended_is_not_asked_again()
    {
        var (request, offer, form) = await DeclinedAsync();
        await using (var db = fixture.NewContext())
        {
            db.SupportOffers.Single(stored => stored.Id == offer.Id).MoveTo(OfferState.Suspended, A.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var page = await form.Form("Corriger la réponse").Fill("Motif de la correction", "Erreur de bouton.").SubmitAsync();

        Assert.True(page.Has("Cette offre n’est plus publiée ou n’accepte pas de demande aujourd’hui."));
        Assert.Equal("Erreur de bouton.", page.Form("Corriger la réponse").Value("Motif de la correction"));
        var referral = Assert.Single((await fixture.ReadAsync(request.Id)).Referrals);
        Assert.Equal(ReferralStatus.Declined, referral.Status);
        Assert.Empty(await fixture.MailsAboutAsync(referral.Id));
    }

    [Fact]
    public async Task Referral_of_another_request_is_not_found()
    {
        var offer = RequestScene.Reachable();
        var (mine, other) = (A.Request().Build(), A.Request().Build());
        var referral = mine.Sending(offer);
        await fixture.StoreAsync(mine, offer);
        await fixture.StoreAsync(other);
        using var staff = await fixture.StaffAsync();

        foreach (var action in new[] { "reponse", "precision", "fin", "retrait", "correction" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{RequestScene.Address(other)}/envois/{referral.Id}/{action}")).Status);
        }
    }

    /// <summary>A referral that its actor declined, and the form that corrects that.</summary>
    private async Task<(OrientationRequest Request, SupportOffer Offer, HtmlPage Form)> DeclinedAsync()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        request.DeclineReferral(referral.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day);
        await fixture.StoreAsync(request, offer);
        return (request, offer, await (await fixture.OpenAsync(request)).ClickAsync($"Corriger la réponse de {offer.Actor!.Name}"));
    }
}
