using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Partner.Inbox;
using PlusPortal.Web.Features.Public.ActorLinks;
using PlusPortal.Web.Labels.Clock;

namespace PlusPortal.Web.Features.Public.FollowUp;

/// <summary>A request that an actor took, behind its link.</summary>
/// <param name="Link">The link.</param>
/// <param name="Referral">What it may read now.</param>
public sealed record FollowUpPage(ActorLink Link, ReferralPage Referral)
{
    /// <summary>What the actor noted, the first first.</summary>
    public IReadOnlyList<NotedRung> Rungs { get; init; } = [];

    /// <summary>A page or an action under it.</summary>
    public string Under(string action) => PublicAddress.UnderFollowUp(Link.Token, action);
}

/// <summary>Something that was noted.</summary>
/// <param name="On">Day on which it happened.</param>
/// <param name="What">In words.</param>
public sealed record NotedRung(DateOnly On, string What);

/// <summary>Reads what an actor noted.</summary>
public sealed class RungReader(PortalDb db)
{
    private const int Most = 50;

    /// <summary>The last ones of a referral, in the order in which they happened.</summary>
    public async Task<IReadOnlyList<NotedRung>> ReadAsync(Guid referralId, CancellationToken ct)
    {
        var reports = await db.Set<LadderReport>().AsNoTracking().Where(report => report.ReferralId == referralId && report.Side == LadderSide.Actor)
            .OrderByDescending(report => report.On).ThenByDescending(report => report.At).Take(Most).Select(report => new { report.On, report.Rung }).ToListAsync(ct);
        reports.Reverse();
        return [.. reports.Select(report => new NotedRung(report.On, RungWords.Of(report.Rung)))];
    }
}

/// <summary>A form under it.</summary>
/// <param name="Link">The link.</param>
/// <param name="Form">The form.</param>
public sealed record FollowUpFormPage<TForm>(ActorLink Link, TForm Form)
{
    /// <summary>A page or an action under the page of the link.</summary>
    public string Under(string action) => PublicAddress.UnderFollowUp(Link.Token, action);

    /// <summary>The page of the link.</summary>
    public string Back => PublicAddress.FollowUp(Link.Token);
}
