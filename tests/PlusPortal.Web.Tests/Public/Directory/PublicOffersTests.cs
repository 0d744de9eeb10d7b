using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Actors;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Public.Directory;

/// <summary>Which offers the public may know of: the list, the sheet, the matcher's snapshot and every other query give one answer.</summary>
public sealed class PublicOffersTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_reader_knows_the_same_offers()
    {
        var mark = PublicDirectory.Mark();
        var offers = new List<(SupportOffer Offer, bool IsPublic)>();
        foreach (var state in Enum.GetValues<OfferState>())
        {
            foreach (var (isActive, isSample) in new[] { (true, false), (false, false), (true, true), (false, true) })
            {
                var number = A.Number();
                var actor = isSample
                    ? SupportActor.Sample($"exemple-{number}", $"{mark} {number}", ActorKinds.ReseauAccompagnement, "Un acteur inventé pour un essai.", A.Now)
                    : A.SupportActor().Named($"{mark} {number}").Build();
                actor.SetActive(isActive, A.Now);
                var isPublicState = state is OfferState.Published or OfferState.Suspended;
                offers.Add((A.SupportOffer().Of(actor).In(state).Build(), isActive && !isSample && isPublicState));
            }
        }

        await using var db = fixture.NewContext();
        db.AddRange(offers.Select(row => row.Offer.Actor!));
        await db.SaveChangesAsync(Ct);

        var expected = Ids(from row in offers where row.IsPublic select row.Offer.Id);
        Assert.Equal(2, expected.Length);
        var ours = offers.Select(row => row.Offer.Id).ToHashSet();
        Assert.Equal(expected, Ids(await db.SupportOffers.Public().Select(offer => offer.Id).Where(id => ours.Contains(id)).ToListAsync(Ct)));
        Assert.Equal(expected, Ids((await db.LoadCatalogAsync(Ct)).Offers.Select(offer => offer.OfferId).Where(ours.Contains)));
        Assert.Equal(expected, Ids((await db.ReadPublicOffersAsync(ours, Ct)).Select(offer => offer.Offer.Id)));

        var page = await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}");
        Assert.Equal("2 acteurs correspondent à votre recherche.", page.Count());
        var seen = page.ActorNames();
        Assert.Equal(offers.Where(row => row.IsPublic).Select(row => row.Offer.Actor!.Name).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));

        foreach (var (offer, isPublic) in offers)
        {
            var sheet = await db.ReadPublicActorAsync(offer.Actor!.ImportKey, Ct);
            Assert.Equal(isPublic, sheet?.Offers.Any(shown => shown.Id == offer.Id) ?? false);
        }
    }

    private static Guid[] Ids(IEnumerable<Guid> ids) => [.. ids.Order()];
}
