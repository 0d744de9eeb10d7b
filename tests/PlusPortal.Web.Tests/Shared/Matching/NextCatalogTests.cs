using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Shared.Matching;

/// <summary>Snapshots made from the former one and what the database tells: after any changes they equal one that is read in full.</summary>
public sealed class NextCatalogTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_many_random_changes_both_ways_of_reading_give_the_full_snapshot(int seed)
    {
        var random = new Random(seed);
        await using var db = database.NewContext();
        var told = await db.LoadCatalogAsync(Ct);
        var compared = told;
        for (var step = 0; step < 25; step++)
        {
            HashSet<Guid> changed = [];
            await using (var writing = database.NewContext())
            {
                var actors = await writing.SupportActors.Include(actor => actor.Offers).OrderBy(actor => actor.Id).ToListAsync(Ct);
                for (var change = random.Next(1, 4); change > 0; change--) changed.Add(Change(random, writing, actors[random.Next(actors.Count)]));
                await writing.SaveChangesAsync(Ct);
            }

            told = await db.LoadNextCatalogAsync(told, changed, Ct);
            if (step % 3 == 0) compared = await db.LoadNextCatalogAsync(compared, Ct);
        }

        compared = await db.LoadNextCatalogAsync(compared, Ct);
        var whole = await db.LoadCatalogAsync(Ct);
        Assert.Equal(Bytes(whole.Offers), Bytes(told.Offers));
        Assert.Equal(Bytes(whole.Offers), Bytes(compared.Offers));
        var criteria = A.Request().Build().ToCriteria();
        Assert.NotEmpty(Match(criteria, whole).Proposals);
        Assert.Equal(Bytes(Match(criteria, whole)), Bytes(Match(criteria, told)));
        Assert.Equal(Bytes(Match(criteria, whole)), Bytes(Match(criteria, compared)));
    }

    [Fact]
    public async Task What_did_not_change_is_not_copied_again()
    {
        await using var db = database.NewContext();
        var (changed, other) = (A.SupportActor().Build(), A.SupportActor().Build());
        A.SupportOffer().Of(other).Build();
        var offer = A.SupportOffer().Of(changed).Build();
        db.AddRange(changed, other);
        await db.SaveChangesAsync(Ct);
        var before = await db.LoadCatalogAsync(Ct);
        offer.MoveTo(OfferState.Suspended, A.Now);
        await db.SaveChangesAsync(Ct);

        var told = await db.LoadNextCatalogAsync(before, [changed.Id], Ct);
        var compared = await db.LoadNextCatalogAsync(before, Ct);

        Assert.Equal([offer.Id], told.Offers.Except(before.Offers).Select(row => row.OfferId));
        Assert.Equal([offer.Id], compared.Offers.Except(before.Offers).Select(row => row.OfferId));
        Assert.Same(compared, await db.LoadNextCatalogAsync(compared, Ct));
    }

    [Fact]
    public async Task What_partners_answered_joins_with_the_next_change_or_comparison()
    {
        await using var db = database.NewContext();
        var (asked, other) = (A.SupportActor().Build(), A.SupportActor().Build());
        var (offer, unasked) = (A.SupportOffer().Of(asked).Build(), A.SupportOffer().Of(other).Build());
        db.AddRange(asked, other);
        await db.SaveChangesAsync(Ct);
        var before = await db.LoadCatalogAsync(Ct);
        var request = A.Request().Build();
        db.Add(request);
        request.AcceptedBy(offer);
        request.Assign(null, A.Staff(), A.Now);
        await db.SaveChangesAsync(Ct);

        var compared = await db.LoadNextCatalogAsync(before, Ct);
        var told = await db.LoadNextCatalogAsync(before, [asked.Id], Ct);

        Assert.Equal(OfferHistory.None, before.Offers.Single(row => row.OfferId == offer.Id).History);
        Assert.All([compared, told, await db.LoadCatalogAsync(Ct)], catalog =>
        {
            Assert.Equal(new OfferHistory(1, 0, 0), catalog.Offers.Single(row => row.OfferId == offer.Id).History);
            Assert.Equal(OfferHistory.None, catalog.Offers.Single(row => row.OfferId == unasked.Id).History);
        });
    }

    private static Guid Change(Random random, PortalDb db, SupportActor actor)
    {
        switch (random.Next(6))
        {
            case 0:
                actor.SetActive(!actor.IsActive, A.Now);
                break;
            case 1:
                actor.Edit($"Nom {random.Next(1_000)}", actor.Kind, Circles.PremierAccueil, actor.Description, null, false, A.Day, A.Now);
                break;
            case 2:
                var newcomer = A.SupportActor().Build();
                A.SupportOffer().Of(newcomer).About(Themes.All[random.Next(Themes.All.Count)].Code).Build();
                db.Add(newcomer);
                return newcomer.Id;
            case 3:
                actor.AddOffer($"offre-{A.Number()}", A.SupportOffer().Of(A.SupportActor().Build()).Build().Content, OfferState.Published, A.Now);
                break;
            default:
                foreach (var offer in actor.Offers)
                {
                    if (random.Next(2) == 0) offer.SetCapacity(CapacityStatuses.Complet, A.Today.AddDays(random.Next(40)), A.Now);
                    else if (offer.State == OfferState.Published) offer.MoveTo(OfferState.Suspended, A.Now);
                    else if (offer.State == OfferState.Suspended) offer.MoveTo(random.Next(2) == 0 ? OfferState.Published : OfferState.Archived, A.Now);
                }

                break;
        }

        return actor.Id;
    }

    private static MatchResult Match(MatchingCriteria criteria, OfferCatalog catalog) => MatchingService.Match(criteria, catalog, null, A.Day);

    private static string Bytes<T>(T value) => JsonSerializer.Serialize(value);
}
