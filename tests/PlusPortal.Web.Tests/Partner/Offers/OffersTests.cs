using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Partner.Offers;

public sealed class OffersTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task List_holds_my_offers_only()
    {
        var (mine, other) = (await StoredAsync(), await StoredAsync());

        var page = await (await PartnerOfAsync(mine)).GetAsync("/partenaire/offres");

        Assert.True(page.Has(mine.Content.Title));
        Assert.False(page.Has(other.Content.Title));
        Assert.True(page.Has("Jamais confirmée"));
    }

    [Fact]
    public async Task Edit_waits_for_staff_and_the_published_version_stays()
    {
        var offer = await StoredAsync();
        var list = await (await PartnerOfAsync(offer)).GetAsync("/partenaire/offres");
        var form = await list.ClickAsync($"Modifier : {offer.Content.Title}");
        Assert.Equal(offer.Content.Title, form.Form("Proposer cette modification").Value("Titre de l’offre"));

        var after = await form.Form("Proposer cette modification").Fill("Titre de l’offre", "Un titre meilleur").SubmitAsync();

        Assert.True(after.Has("En attente de relecture par PLUS"));
        Assert.True(after.Has(offer.Content.Title));
        var revision = Assert.Single(await RevisionsAsync(offer.Id));
        Assert.Equal(("Un titre meilleur", OfferRevisionState.Pending, 1), (revision.Content.Title, revision.State, revision.BaseRevision));
        Assert.Equal(offer.Content.Title, (await ReadAsync(offer.Id)).Content.Title);
    }

    [Fact]
    public async Task Second_proposal_takes_the_place_of_the_first()
    {
        var offer = await StoredAsync();
        var browser = await PartnerOfAsync(offer);
        await ProposeAsync(browser, offer, "Premier titre");

        var form = await browser.GetAsync($"/partenaire/offres/{offer.Id}/modifier");
        Assert.Equal("Premier titre", form.Form("Proposer cette modification").Value("Titre de l’offre"));
        await form.Form("Proposer cette modification").Fill("Titre de l’offre", "Second titre").SubmitAsync();

        var revisions = await RevisionsAsync(offer.Id);
        Assert.Equal("Second titre", revisions.Single(revision => revision.State == OfferRevisionState.Pending).Content.Title);
        Assert.Equal("Premier titre", revisions.Single(revision => revision.State == OfferRevisionState.Withdrawn).Content.Title);
    }

    [Fact]
    public async Task Returned_proposal_shows_its_reason_and_is_taken_up_again()
    {
        var offer = await StoredAsync();
        var browser = await PartnerOfAsync(offer);
        await ProposeAsync(browser, offer, "Titre à revoir");
        await using (var db = fixture.NewContext())
        {
            db.OfferRevisions.Single(revision => revision.OfferId == offer.Id).Return("Précisez le public.", Guid.CreateVersion7(A.Now), A.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.True((await browser.GetAsync("/partenaire/offres")).Has("Précisez le public."));
        var form = await browser.GetAsync($"/partenaire/offres/{offer.Id}/modifier");
        Assert.True(form.Has("Précisez le public."));
        Assert.Equal("Titre à revoir", form.Form("Proposer cette modification").Value("Titre de l’offre"));
    }

    [Fact]
    public async Task Pending_proposal_can_be_taken_back()
    {
        var offer = await StoredAsync();
        var browser = await PartnerOfAsync(offer);
        await ProposeAsync(browser, offer, "Titre retiré");

        var page = await browser.GetAsync($"/partenaire/offres/{offer.Id}/modification");
        Assert.True(page.Has("Titre retiré"));
        var after = await page.Form("Retirer ma modification").SubmitAsync();

        Assert.False(after.Has("Votre modification du"));
        Assert.Equal(OfferRevisionState.Withdrawn, Assert.Single(await RevisionsAsync(offer.Id)).State);
    }

    [Fact]
    public async Task Colleague_who_proposed_in_between_is_not_overwritten_and_nothing_typed_is_lost()
    {
        var offer = await StoredAsync();
        var (one, two) = (await PartnerOfAsync(offer), await PartnerOfAsync(offer));
        var form = await one.GetAsync($"/partenaire/offres/{offer.Id}/modifier");
        await ProposeAsync(two, offer, "Titre du collègue");

        var conflict = await form.Form("Proposer cette modification").Fill("Titre de l’offre", "Mon titre").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.True(conflict.Has("Titre du collègue"));
        Assert.Equal("Mon titre", conflict.Form("Proposer cette modification").Value("Titre de l’offre"));
        await conflict.Form("Proposer cette modification").SubmitAsync();
        Assert.Equal("Mon titre", (await RevisionsAsync(offer.Id)).Single(revision => revision.State == OfferRevisionState.Pending).Content.Title);
    }

    [Fact]
    public async Task Missing_title_is_said_beside_the_field()
    {
        var offer = await StoredAsync();
        var form = await (await PartnerOfAsync(offer)).GetAsync($"/partenaire/offres/{offer.Id}/modifier");

        var again = await form.Form("Proposer cette modification").Fill("Titre de l’offre", "").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.StartsWith("Donnez un titre à l'offre", again.ErrorOf("Titre de l’offre"), StringComparison.Ordinal);
        Assert.Empty(await RevisionsAsync(offer.Id));
    }

    [Fact]
    public async Task Form_sent_back_unchanged_proposes_nothing()
    {
        var offer = await StoredAsync();
        var form = await (await PartnerOfAsync(offer)).GetAsync($"/partenaire/offres/{offer.Id}/modifier");

        var again = await form.Form("Proposer cette modification").SubmitAsync();

        Assert.Contains("Vous n'avez rien changé.", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Empty(await RevisionsAsync(offer.Id));
    }

    [Fact]
    public async Task Still_right_is_one_button_and_needs_no_approval()
    {
        var offer = await StoredAsync();
        var list = await (await PartnerOfAsync(offer)).GetAsync("/partenaire/offres");

        var after = await list.Form($"Toujours exact : {offer.Content.Title}").SubmitAsync();

        Assert.True(after.Has("Confirmée exacte le lundi 2 mars 2026."));
        Assert.Equal(A.Today, (await ReadAsync(offer.Id)).ConfirmedOn);
    }

    [Fact]
    public async Task Still_right_said_of_an_older_version_is_refused()
    {
        var offer = await StoredAsync();
        var list = await (await PartnerOfAsync(offer)).GetAsync("/partenaire/offres");
        await using (var db = fixture.NewContext())
        {
            db.SupportOffers.Single(stored => stored.Id == offer.Id).Edit(offer.Content with { Title = "Changé par PLUS" }, A.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var answer = await list.Form($"Toujours exact : {offer.Content.Title}").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Null((await ReadAsync(offer.Id)).ConfirmedOn);
    }

    [Fact]
    public async Task Capacity_is_taken_at_once_and_a_past_date_refused()
    {
        var offer = await StoredAsync();
        var list = await (await PartnerOfAsync(offer)).GetAsync("/partenaire/offres");
        var form = await list.ClickAsync($"Complet, fermé ou ouvert : {offer.Content.Title}");

        var past = await form.Form("Enregistrer ma réponse").Choose("Complet").FillDate("Jusqu’au", new DateOnly(2026, 3, 1)).SubmitAsync();
        Assert.Equal("Cette date est passée. Indiquez un jour à venir, ou videz les trois cases.", past.ErrorOf("Jusqu’au"));
        var after = await past.Form("Enregistrer ma réponse").FillDate("Jusqu’au", new DateOnly(2026, 4, 30)).SubmitAsync();

        Assert.True(after.Has("Complet jusqu'au jeudi 30 avril 2026"));
        var stored = await ReadAsync(offer.Id);
        Assert.Equal((CapacityStatuses.Complet, new DateOnly(2026, 4, 30)), (stored.Capacity, stored.CapacityUntil));
    }

    [Fact]
    public async Task State_actor_and_revision_posted_besides_have_no_effect()
    {
        var (offer, other) = (await StoredAsync(), await StoredAsync());
        var form = (await (await PartnerOfAsync(offer)).GetAsync($"/partenaire/offres/{offer.Id}/modifier")).Form("Proposer cette modification").Fill("Titre de l’offre", "Titre proposé");

        await form.With("Form.State", "Archived").With("Form.ActorId", other.ActorId.ToString()).With("Form.Offer.State", "Suspended").With("State", "Approved").With("OfferId", other.Id.ToString()).SubmitAsync();

        var stored = await ReadAsync(offer.Id);
        Assert.Equal((OfferState.Published, offer.ActorId, 1), (stored.State, stored.ActorId, stored.Revision));
        Assert.Equal(OfferRevisionState.Pending, Assert.Single(await RevisionsAsync(offer.Id)).State);
        Assert.Empty(await RevisionsAsync(other.Id));
    }

    private async Task<SupportOffer> StoredAsync()
    {
        var offer = A.SupportOffer().Covering("54").Build();
        await fixture.StoreAsync(offer);
        return offer;
    }

    private Task<PortalBrowser> PartnerOfAsync(SupportOffer offer) => fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);

    private static async Task ProposeAsync(PortalBrowser browser, SupportOffer offer, string title)
    {
        var form = await browser.GetAsync($"/partenaire/offres/{offer.Id}/modifier");
        await form.Form("Proposer cette modification").Fill("Titre de l’offre", title).SubmitAsync();
    }

    private async Task<List<OfferRevision>> RevisionsAsync(Guid offerId)
    {
        await using var db = fixture.NewContext();
        return [.. db.OfferRevisions.Where(revision => revision.OfferId == offerId).OrderBy(revision => revision.ProposedAt).ThenBy(revision => revision.Id)];
    }

    private async Task<SupportOffer> ReadAsync(Guid offerId)
    {
        await using var db = fixture.NewContext();
        return db.SupportOffers.Single(offer => offer.Id == offerId);
    }
}
