using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.ActorLinks;

/// <summary>Finds what a link of an actor opens. Reading never writes: programs that read mails follow links before people do.</summary>
public sealed class ActorLinkReader(PortalDb db, TimeProvider clock)
{
    /// <summary>The link of a token.</summary>
    /// <param name="token">As it stands in the address; null when nothing can be seen there.</param>
    /// <param name="purpose">What links of that address open.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<ActorLink> FindAsync(string? token, LinkPurpose purpose, CancellationToken ct)
    {
        var found = await (from link in db.AccessLinks.AsNoTracking().Known(Cut(token), purpose)
                           join referral in db.Referrals.AsNoTracking() on link.SubjectId equals referral.Id
                           join actor in db.SupportActors on referral.ActorId equals actor.Id
                           where referral.Request!.AnonymisedAt == null && referral.SentAt != null
                           select new
                           {
                               link.RevokedAt,
                               link.ExpiresAt,
                               referral.Id,
                               referral.RequestId,
                               referral.ActorId,
                               referral.Status,
                               referral.SentAt,
                               referral.StartsOn,
                               IsDateRefused = referral.Status == ReferralStatus.Cancelled && referral.StartsOn != null && referral.FirstContactDueOn == null,
                               referral.ReferralOutcome,
                               referral.SettlesAt,
                               referral.AnsweredById,
                               ActorName = actor.Name,
                               referral.Request!.Reference,
                               IsClosed = referral.Request.Status == RequestStatus.Closed,
                               IsCurrent = referral.Round == referral.Request.Round,
                               HasAccounts = db.Users.Any(user => user.SupportActorId == actor.Id && !user.IsDisabled),
                           }).SingleOrDefaultAsync(ct);
        if (found is null) return new ActorLink(token ?? "", ActorLinkState.Unknown);
        var state = StateOf(purpose, found.Status, found.IsClosed, found.IsCurrent);
        if (state == ActorLinkState.Works && found.RevokedAt is not null) state = ActorLinkState.Superseded;
        if (state == ActorLinkState.Works && found.ExpiresAt <= clock.GetUtcNow()) state = ActorLinkState.Expired;
        return new ActorLink(token!, state)
        {
            ReferralId = found.Id,
            RequestId = found.RequestId,
            ActorId = found.ActorId,
            ActorName = found.ActorName,
            Reference = found.Reference,
            Status = found.Status,
            SentOn = found.SentAt!.Value.ParisDay,
            StartsOn = found.StartsOn,
            IsDateRefused = found.IsDateRefused,
            Outcome = found.ReferralOutcome,
            UndoUntil = found is { AnsweredById: null, SettlesAt: { } settles, IsClosed: false } && settles > clock.GetUtcNow() ? settles : null,
            HasAccounts = found.HasAccounts,
        };
    }

    /// <summary>What became of the referral is said before what became of the link.</summary>
    private static ActorLinkState StateOf(LinkPurpose purpose, ReferralStatus status, bool isClosed, bool isCurrent)
    {
        var over = isClosed ? ActorLinkState.Closed : ActorLinkState.Cancelled;
        var isFollowUp = purpose == LinkPurpose.ReferralFollowUp;
        return status switch
        {
            ReferralStatus.Proposed => ActorLinkState.Unknown,
            ReferralStatus.Cancelled => over,
            ReferralStatus.Declined => ActorLinkState.Used,
            ReferralStatus.DateOffered => isClosed ? over : ActorLinkState.Used,
            ReferralStatus.Accepted or ReferralStatus.Completed => isFollowUp ? ActorLinkState.Works : ActorLinkState.Used,
            ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.Expired => isClosed || isFollowUp || !isCurrent ? over : ActorLinkState.Works,
        };
    }

    // A longer text is hashed cut: the time of an answer must not tell the right length.
    private static string? Cut(string? token) => token?.Length > LinkTokens.TextLength ? token[..LinkTokens.TextLength] + "-" : token;
}
