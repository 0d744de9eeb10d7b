using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>Takes back what the team noted of one referral, the last rung first. The history keeps both.</summary>
public sealed class TakeRungsBack(PortalDb db, RequestChange change, TimeProvider clock)
{
    /// <summary>Takes the last one back.</summary>
    public async Task<RequestResult> ExecuteAsync(string reference, Guid referralId, Seen seen, Author by, CancellationToken ct)
    {
        // What was said before counts again: the rungs and the history tell what that is.
        await db.Set<LadderReport>().Where(report => db.OrientationRequests.Any(request => request.Id == report.RequestId && request.Reference == reference)).LoadAsync(ct);
        await db.Set<TimelineEvent>().Where(entry => db.OrientationRequests.Any(request => request.Id == entry.RequestId && request.Reference == reference)).LoadAsync(ct);
        return await change.ExecuteAsync(
            reference,
            seen,
            Acts.TakeRungBack,
            (request, today) =>
            {
                var referral = request.Referrals.SingleOrDefault(referral => referral.Id == referralId) ?? throw new DomainRuleException(RuleCode.ReferralNotFound);
                var last = request.RungsToTakeBack(referral, by).FirstOrDefault() ?? throw new DomainRuleException(RuleCode.AlreadyDone);
                request.TakeRungBack(referralId, last.Id, by, clock.GetUtcNow(), today);
            },
            ct);
    }
}
