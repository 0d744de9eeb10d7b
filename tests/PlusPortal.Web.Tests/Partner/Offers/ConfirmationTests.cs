using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Partner.Offers;

/// <summary>The page that a mail about a due sheet leads to, what staff note for an actor, and the summary of Monday.</summary>
public sealed class ConfirmationTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_partner_reads_the_sheet_again_confirms_it_and_chooses_when_it_is_asked_next()
    {
        var offer = await SuspendedAsync();
        var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        var page = await browser.GetAsync($"/partenaire/offres/{offer.Id}/confirmation");
        Assert.True(page.Has(offer.Content.Description));
        Assert.True(page.Has("Vous ne l'avez pas confirmée à temps : cette offre n'est plus proposée."));
        Assert.Equal(OfferState.Suspended, Read(offer).State);

        var wrong = await page.Form("Toujours exact").Without("Months").With("Months", "7").SubmitAsync();
        await page.Form("Toujours exact").Without("Months").With("Months", "12").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        var stored = Read(offer);
        Assert.Equal((OfferState.Published, A.Today, 12), (stored.State, stored.ConfirmedOn, stored.ConfirmationMonths));
        Assert.Equal(HttpStatusCode.Conflict, (await page.Form("Toujours exact").SubmitAsync()).Status);
    }

    [Fact]
    public async Task Somebody_elses_sheet_is_not_there()
    {
        var (mine, other) = (await SuspendedAsync(), await SuspendedAsync());

        var page = await (await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, mine.ActorId)).GetAsync($"/partenaire/offres/{other.Id}/confirmation");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task Staff_note_that_the_actor_finds_it_right_and_how_often_it_is_asked()
    {
        var offer = await SuspendedAsync();
        var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var page = await staff.GetAsync($"/admin/annuaire/{offer.ActorId}");

        await page.Form($"L’acteur dit que c’est toujours exact : {offer.Content.Title}").SubmitAsync();
        await (await staff.GetAsync($"/admin/annuaire/offres/{offer.Id}/etat")).Form("Enregistrer l’état de l’offre").Without("ConfirmationMonths").With("ConfirmationMonths", "3").SubmitAsync();

        var stored = Read(offer);
        Assert.Equal((OfferState.Published, A.Today, 3), (stored.State, stored.ConfirmedOn, stored.ConfirmationMonths));
    }

    [Fact]
    public async Task A_partner_stops_the_summary_of_monday_and_staff_have_none()
    {
        var offer = await SuspendedAsync();
        var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);

        var after = await (await browser.GetAsync("/compte/resume-du-lundi")).Form("Enregistrer mon choix").Choose("Non, je ne le veux pas").SubmitAsync();

        Assert.True(after.Has("Arrêté"));
        await using var db = fixture.NewContext();
        Assert.False(db.Users.Single(user => user.SupportActorId == offer.ActorId).WantsWeeklySummary);
        Assert.Equal(HttpStatusCode.NotFound, (await (await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff)).GetAsync("/compte/resume-du-lundi")).Status);
    }

    private async Task<SupportOffer> SuspendedAsync()
    {
        var offer = A.SupportOffer().Covering("54").Build();
        offer.Suspend(SuspensionCause.Unconfirmed, A.Now);
        await fixture.StoreAsync(offer);
        return offer;
    }

    private SupportOffer Read(SupportOffer offer)
    {
        using var db = fixture.NewContext();
        return db.SupportOffers.Single(stored => stored.Id == offer.Id);
    }
}
