using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Tests.Admin.Directory.Offers;

public sealed class OfferStateTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Save = "Enregistrer l’état de l’offre";

    [Theory]
    [InlineData(OfferState.Draft, "InReview,Published,Archived")]
    [InlineData(OfferState.InReview, "Draft,Published,Archived")]
    [InlineData(OfferState.Published, "Suspended,Archived")]
    [InlineData(OfferState.Suspended, "Published,Archived")]
    [InlineData(OfferState.Archived, "")]
    public async Task Only_lawful_moves_are_offered(OfferState from, string moves)
    {
        var offer = await fixture.AddOfferAsync(builder => builder.In(from));

        var page = await OpenAsync(offer.Id);

        var options = page.Document.QuerySelectorAll<IHtmlOptionElement>("select[name=State] option").Select(option => option.Value).Where(value => value.Length > 0);
        Assert.Equal(moves.Split(',', StringSplitOptions.RemoveEmptyEntries), options);
    }

    [Fact]
    public async Task An_offer_is_suspended_and_published_again()
    {
        var offer = await fixture.AddOfferAsync();

        await (await OpenAsync(offer.Id)).Form(Save).Choose("Publication", OfferLabels.Of(OfferState.Suspended)).SubmitAsync();
        Assert.Equal(OfferState.Suspended, (await fixture.ReadOfferAsync(offer.Id)).State);

        await (await OpenAsync(offer.Id)).Form(Save).Choose("Publication", OfferLabels.Of(OfferState.Published)).SubmitAsync();
        Assert.Equal(OfferState.Published, (await fixture.ReadOfferAsync(offer.Id)).State);
    }

    [Fact]
    public async Task A_full_offer_says_until_when_on_the_actors_page()
    {
        var offer = await fixture.AddOfferAsync();

        var page = await (await OpenAsync(offer.Id)).Form(Save).Choose("Complet").FillDate("Jusqu’au", new DateOnly(2026, 3, 31)).SubmitAsync();

        Assert.Equal($"/admin/annuaire/{offer.ActorId}", page.Path);
        Assert.True(page.Has("Complet jusqu’au mardi 31 mars 2026"));
        var stored = await fixture.ReadOfferAsync(offer.Id);
        Assert.Equal(CapacityStatuses.Complet, stored.Capacity);
        Assert.True(stored.IsPaused(A.Today));
        Assert.Equal(OfferState.Published, stored.State);
        Assert.False(stored.IsEdited, "Capacity is no content: the next import may still replace the text.");
    }

    [Fact]
    public async Task An_open_offer_has_no_end_date()
    {
        var offer = await fixture.AddOfferAsync();

        await (await OpenAsync(offer.Id)).Form(Save).Choose("Accepte de nouvelles demandes").FillDate("Jusqu’au", new DateOnly(2026, 3, 31)).SubmitAsync();

        Assert.Null((await fixture.ReadOfferAsync(offer.Id)).CapacityUntil);
    }

    [Fact]
    public async Task A_date_in_the_past_would_change_nothing_and_is_refused()
    {
        var offer = await fixture.AddOfferAsync();

        var answer = await (await OpenAsync(offer.Id)).Form(Save).Choose("Complet").FillDate("Jusqu’au", new DateOnly(2026, 3, 1)).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Cette date est passée. Indiquez aujourd'hui ou un jour à venir, ou videz les trois cases.", answer.ErrorOf("Jusqu’au"));
        Assert.True(answer.Form(Save).IsOn("Complet"));
        Assert.Equal(CapacityStatuses.Ouvert, (await fixture.ReadOfferAsync(offer.Id)).Capacity);
    }

    [Fact]
    public async Task A_capacity_that_is_in_no_list_is_refused()
    {
        var offer = await fixture.AddOfferAsync();

        var answer = await (await OpenAsync(offer.Id)).Form(Save).Without("Capacity").With("Capacity", "peut-être").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["Choisissez une des trois réponses."], answer.Errors);
    }

    [Theory]
    [InlineData("Draft")]
    [InlineData("InReview")]
    public async Task An_unlawful_move_changes_nothing(string state)
    {
        var offer = await fixture.AddOfferAsync();

        var answer = await (await OpenAsync(offer.Id)).Form(Save).Without("State").With("State", state).Choose("Complet").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        var stored = await fixture.ReadOfferAsync(offer.Id);
        Assert.Equal(OfferState.Published, stored.State);
        Assert.Equal(CapacityStatuses.Ouvert, stored.Capacity);
    }

    [Fact]
    public async Task The_second_to_save_is_told_that_the_offer_changed()
    {
        var offer = await fixture.AddOfferAsync();
        var first = await OpenAsync(offer.Id);
        var second = await OpenAsync(offer.Id);
        await first.Form(Save).Choose("Complet").SubmitAsync();

        var answer = await second.Form(Save).Choose("Fermé").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(CapacityStatuses.Complet, (await fixture.ReadOfferAsync(offer.Id)).Capacity);
    }

    private async Task<HtmlPage> OpenAsync(Guid offerId)
    {
        var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        return await browser.GetAsync($"/admin/annuaire/offres/{offerId}/etat");
    }
}
