using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PlusPortal.Data;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Shared.Matching;

/// <summary>The matcher's snapshot as the database gives it.</summary>
public sealed class CatalogTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_catalogue_is_three_commands()
    {
        var counter = new CommandCounter();
        var settings = new DbContextOptionsBuilder<PortalDb>();
        settings.UsePortalDatabase(database.Database.ConnectionString);
        settings.AddInterceptors(counter);
        await using var db = new PortalDb(settings.Options);

        var catalog = await db.LoadCatalogAsync(Ct);

        Assert.Equal(3, counter.Commands);
        Assert.True(catalog.Offers.Select(offer => offer.ActorId).Distinct().Count() > 35);
        Assert.All(catalog.Offers, offer => Assert.True(offer.State is OfferState.Published or OfferState.Suspended));
    }

    [Fact]
    public async Task The_version_moves_with_any_change_even_one_that_commits_late()
    {
        await using var slow = database.NewContext();
        await using var quick = database.NewContext();
        var (first, second) = (A.SupportActor().Build(), A.SupportActor().Build());
        A.SupportOffer().Of(first).Build();
        A.SupportOffer().Of(second).Build();
        quick.AddRange(first, second);
        await quick.SaveChangesAsync(Ct);
        var start = await quick.ReadCatalogVersionAsync(Ct);

        await using var transaction = await slow.Database.BeginTransactionAsync(Ct);
        var held = await slow.SupportOffers.SingleAsync(offer => offer.ActorId == first.Id, Ct);
        held.MoveTo(OfferState.Suspended, A.Now.AddMinutes(1));
        await slow.SaveChangesAsync(Ct);
        second.SetActive(false, A.Now.AddMinutes(2));
        await quick.SaveChangesAsync(Ct);
        var afterQuick = await quick.ReadCatalogVersionAsync(Ct);
        await transaction.CommitAsync(Ct);
        var afterSlow = await quick.ReadCatalogVersionAsync(Ct);

        Assert.Equal(3, new[] { start, afterQuick, afterSlow }.Distinct().Count());
        Assert.Equal(afterSlow, await quick.ReadCatalogVersionAsync(Ct));
    }

    [Fact]
    public async Task The_next_snapshot_keeps_what_did_not_change_and_equals_one_read_in_full()
    {
        await using var db = database.NewContext();
        var (changed, renamed, gone, added) = (A.SupportActor().Build(), A.SupportActor().Build(), A.SupportActor().Build(), A.SupportActor().Build());
        var offers = new[] { changed, renamed, gone, added }.Select(actor => A.SupportOffer().Of(actor).Build()).ToList();
        db.AddRange(changed, renamed, gone);
        await db.SaveChangesAsync(Ct);
        var before = await db.LoadCatalogAsync(Ct);
        offers[0].MoveTo(OfferState.Suspended, A.Now);
        renamed.Edit("Nom qui vient de changer", renamed.Kind, renamed.Circle, "", null, false, new DateOnly(2026, 3, 2), A.Now);
        gone.SetActive(false, A.Now);
        db.Add(added);
        await db.SaveChangesAsync(Ct);

        var after = await db.LoadNextCatalogAsync(before, Ct);

        var whole = await db.LoadCatalogAsync(Ct);
        Assert.Equal(whole.Offers.Select(Shown), after.Offers.Select(Shown));
        var fresh = after.Offers.Except(before.Offers).Select(offer => offer.OfferId);
        Assert.Equal(new[] { offers[0].Id, offers[1].Id, offers[3].Id }.Order(), fresh.Order());
    }

    private static (Guid Id, string Actor, OfferState State) Shown(CatalogOffer offer) => (offer.OfferId, offer.ActorName, offer.State);

    private sealed class CommandCounter : DbCommandInterceptor
    {
        public int Commands { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands++;
            return new ValueTask<InterceptionResult<DbDataReader>>(result);
        }
    }
}
