using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Map;
using PlusPortal.Web.Features.Shared.Offers;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Partner.Offers;

/// <summary>Reads the offers of one actor for its partners.</summary>
public sealed class OfferReader(PortalDb db, ZoneReader zones, TimeProvider clock)
{
    /// <summary>An actor has a handful of offers; more would be a mistake of the import.</summary>
    public const int MaxOffers = 100;

    /// <summary>Every offer with the last proposed edit of each.</summary>
    public async Task<OffersPage> ReadAsync(Guid actorId, CancellationToken ct)
    {
        var owner = await db.SupportActors.Where(actor => actor.Id == actorId).Select(actor => new { actor.Name, actor.VerifiedOn }).SingleAsync(ct);
        var offers = await db.SupportOffers.AsNoTracking().OfferedBy(actorId).OrderBy(offer => offer.CreatedAt).ThenBy(offer => offer.Id).Take(MaxOffers).ToListAsync(ct);
        var ids = offers.ConvertAll(offer => offer.Id);
        var revisions = await db.OfferRevisions.AsNoTracking()
            .Where(revision => ids.Contains(revision.OfferId))
            .GroupBy(revision => revision.OfferId)
            .Select(group => group.OrderByDescending(revision => revision.State == OfferRevisionState.Pending).ThenByDescending(revision => revision.ProposedAt).ThenByDescending(revision => revision.Id).First())
            .ToDictionaryAsync(revision => revision.OfferId, ct);
        List<CoverageZone> covered = [.. offers.SelectMany(offer => offer.Content.Coverage).Distinct()];
        var names = await zones.NamesByZoneAsync(covered, ct);
        var epcis = await zones.DepartementsByEpciAsync(covered, ct);
        return new OffersPage(owner.Name, offers.ConvertAll(offer => ToCard(
            offer, owner.VerifiedOn, revisions.GetValueOrDefault(offer.Id), CoverageMap.Draw($"carte-{offer.Id:N}", offer.Content.Title, offer.Content.Coverage, names, epcis))));
    }

    /// <summary>The last proposed edit of an offer; null when there is none.</summary>
    public Task<OfferRevision?> LastRevisionAsync(Guid offerId, CancellationToken ct) => db.OfferRevisions.AsNoTracking()
        .Where(revision => revision.OfferId == offerId)
        .OrderByDescending(revision => revision.State == OfferRevisionState.Pending).ThenByDescending(revision => revision.ProposedAt).ThenByDescending(revision => revision.Id)
        .FirstOrDefaultAsync(ct);

    /// <summary>What a partner is told of a proposed edit: not one that it took back itself.</summary>
    public static RevisionNews? NewsOf(OfferRevision? revision) => revision is null or { State: OfferRevisionState.Withdrawn }
        ? null
        : new RevisionNews(revision.Id, revision.State, revision.ProposedAt, revision.Reason);

    private OfferCard ToCard(SupportOffer offer, DateOnly? verifiedOn, OfferRevision? last, CoverageMap map) => new()
    {
        Id = offer.Id,
        Title = offer.Content.Title,
        State = offer.State,
        Capacity = CapacityOf(offer),
        ConfirmedOn = offer.ConfirmedOn,
        DueOn = DueOn(offer, verifiedOn),
        IsDue = DueOn(offer, verifiedOn) <= clock.TodayInParis,
        SuspendedFor = offer.SuspendedFor,
        Version = offer.Version,
        Revision = NewsOf(last),
        Map = map,
    };

    private static DateOnly DueOn(SupportOffer offer, DateOnly? verifiedOn) => SheetClock.DueOn(offer.ConfirmedOn, offer.CreatedAt.ParisDay, verifiedOn, offer.ConfirmationMonths);

    private string CapacityOf(SupportOffer offer)
    {
        var label = CapacityStatuses.All.LabelOf(offer.Capacity);
        if (!offer.IsPaused(clock.TodayInParis)) return CapacityStatuses.All.LabelOf(CapacityStatuses.Ouvert);
        return offer.CapacityUntil is { } until ? $"{label} jusqu’au {until.InWords}" : $"{label} jusqu’à nouvel ordre";
    }
}
