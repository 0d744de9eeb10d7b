using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.ActorLinks;

/// <summary>
/// Queues new links for an actor: from a link that opens nothing any more, or from the address that somebody types. They leave for
/// the recorded address alone, which the message finds when it leaves, and the page says the same whatever is decided here.
/// </summary>
public sealed class SendActorLink(PortalDb db, Announcer announcer, MailCap cap, TimeProvider clock)
{
    /// <summary>Links sent about one referral in an hour, whoever asks.</summary>
    public const int MaxPerHour = 3;

    /// <summary>Most referrals of one address that get a link at once, those that wait the longest first.</summary>
    public const int MaxAtOnce = 5;

    /// <summary>For the actor of a link that the portal made.</summary>
    public async Task ForLinkAsync(ActorLink link, CancellationToken ct)
    {
        if (link.State == ActorLinkState.Unknown || !link.HasSomethingToOpen) return;
        var mayLeave = await MayLeaveAsync([link.ReferralId], ct);
        if (mayLeave.Count == 0 || !(await cap.CountAsync(MailCause.ActorLink, $"{link.ReferralId}", ct)).Passes) return;
        Announce(link.ReferralId);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>For the actor whose recorded address that is. When nobody is known by it the same statements run, then are taken back.</summary>
    public async Task ForAddressAsync(string email, CancellationToken ct)
    {
        var address = email.Trim();
        var normalized = address.ToUpperInvariant();
        var waiting = await (from referral in db.Referrals
                             join actor in db.SupportActors on referral.ActorId equals actor.Id
                             where !referral.IsByHand && referral.SentAt != null && referral.Request!.AnonymisedAt == null && referral.Request.Status != RequestStatus.Closed
                                 && referral.Round == referral.Request.Round && actor.Verification != VerificationStatuses.NonVerifiee
                                 && (referral.Status == ReferralStatus.Sent || referral.Status == ReferralStatus.InformationRequested || referral.Status == ReferralStatus.Expired || referral.Status == ReferralStatus.Accepted)
                                 && (db.Users.Any(user => user.SupportActorId == actor.Id && !user.IsDisabled && user.NormalizedEmail == normalized)
                                     || (actor.ContactEmail!.ToUpper() == normalized && !db.Users.Any(user => user.SupportActorId == actor.Id && !user.IsDisabled)))
                             orderby referral.ExpiresOn, referral.Id
                             select referral.Id).Take(MaxAtOnce).ToListAsync(ct);
        var due = await MayLeaveAsync(waiting, ct);
        var mayLeave = (await cap.CountAsync(MailCause.ActorLink, due.Count > 0 ? address : null, ct)).Passes && due.Count > 0;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.DoNotAwaitDiskAsync(ct);
        foreach (var referralId in due.Count > 0 ? due : [Guid.CreateVersion7(clock.GetUtcNow())]) Announce(referralId);
        await db.SaveChangesAsync(ct);
        if (mayLeave) await transaction.CommitAsync(ct);
        else await transaction.RollbackAsync(ct);
    }

    private async Task<List<Guid>> MayLeaveAsync(IReadOnlyCollection<Guid> referralIds, CancellationToken ct)
    {
        var hourAgo = clock.GetUtcNow().AddHours(-1);
        var sent = await db.Outbox.Where(message => referralIds.Contains(message.SubjectId) && message.Kind == MailKind.NewActorLink && message.CreatedAt > hourAgo)
            .GroupBy(message => message.SubjectId).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Count, ct);
        return [.. referralIds.Where(id => sent.GetValueOrDefault(id) < MaxPerHour)];
    }

    private void Announce(Guid referralId) => announcer.Announce(Occasion.ActorLinkAsked, referralId, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"));
}
