using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors.Sheets;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Web.Email;

namespace PlusPortal.Web.Sheets;

/// <summary>Takes the offers of an actor that has fallen silent out of the proposals.</summary>
public sealed class OfferSuspensions(PortalDb db, Announcer announcer)
{
    /// <summary>
    /// Suspends what an actor publishes when it left its last <see cref="SheetQueries.SilenceLimit"/> referrals without a sign of life; tells its people and
    /// staff, and saves. Call it once the referral that expired is saved; a second call does nothing.
    /// </summary>
    /// <returns>How many offers.</returns>
    public async Task<int> SuspendAfterSilenceAsync(Guid actorId, DateTimeOffset now, CancellationToken ct)
    {
        if ((await db.SilentActorsAsync(actorId, ct)).Count == 0) return 0;
        var offers = await db.SupportOffers.Where(offer => offer.ActorId == actorId && offer.State == OfferState.Published).ToListAsync(ct);
        foreach (var offer in offers) offer.Suspend(SuspensionCause.Silence, now);
        if (offers.Count > 0) announcer.Announce(Occasion.ActorFellSilent, actorId, $"{now:yyyyMMddHHmm}");
        await db.SaveChangesAsync(ct);
        return offers.Count;
    }
}
