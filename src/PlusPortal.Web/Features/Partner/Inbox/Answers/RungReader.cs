using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels.Clock;

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>Reads what an actor noted.</summary>
public sealed class RungReader(PortalDb db)
{
    private const int Most = 50;

    /// <summary>The last ones of a referral, in the order in which they happened.</summary>
    public async Task<IReadOnlyList<NotedRung>> ReadAsync(Guid referralId, CancellationToken ct)
    {
        var reports = await db.Set<LadderReport>().AsNoTracking().Where(report => report.ReferralId == referralId && report.Side == LadderSide.Actor)
            .OrderByDescending(report => report.On).ThenByDescending(report => report.At).Take(Most).Select(report => new { report.On, report.Rung, report.WhyNot }).ToListAsync(ct);
        reports.Reverse();
        return [.. reports.Select(report => new NotedRung(report.On, RungWords.Of(report.Rung) + (report.WhyNot is { } why ? $", {UnmetReasons.All.LabelOf(why).ToLowerInvariant()}" : "")))];
    }
}
