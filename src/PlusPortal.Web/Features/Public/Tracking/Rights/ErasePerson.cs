using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Shared.Rights;

namespace PlusPortal.Web.Features.Public.Tracking.Rights;

/// <summary>The page before an erasure.</summary>
/// <param name="Token">Token of the link.</param>
/// <param name="Reference">Reference of the request.</param>
/// <param name="IsOpen">Whether the request still runs: it ends with it.</param>
/// <param name="Actors">Actors that had the request, by name.</param>
public sealed record ErasurePage(string Token, string Reference, bool IsOpen, IReadOnlyList<string> Actors);

/// <summary>Erases the data of whoever holds the link that went to the recorded address.</summary>
public sealed class ErasePerson(PortalDb db, EraseRequest erase, TimeProvider clock)
{
    /// <summary>What the page says; null when the link opens nothing.</summary>
    public async Task<ErasurePage?> FindAsync(string? token, CancellationToken ct)
    {
        if (await SubjectAsync(token, ct) is not { } requestId) return null;
        var request = await db.OrientationRequests.AsNoTracking().WithReferrals().SingleOrDefaultAsync(request => request.Id == requestId && request.AnonymisedAt == null, ct);
        if (request is null) return null;
        var told = request.Referrals.Where(referral => referral.WasTold).Select(referral => referral.ActorId).ToList();
        var names = await db.SupportActors.Where(actor => told.Contains(actor.Id)).OrderBy(actor => actor.Name).Select(actor => actor.Name).ToListAsync(ct);
        return new ErasurePage(token!, request.Reference, request.IsOpen, names);
    }

    /// <summary>Erases. Of two presses, or two tabs, the second finds it done.</summary>
    /// <returns>False when the link opens nothing.</returns>
    public async Task<bool> ExecuteAsync(string? token, CancellationToken ct)
    {
        if (await SubjectAsync(token, ct) is not { } requestId) return false;
        try
        {
            return await db.RetryOnceAsync(async () =>
            {
                var request = await db.OrientationRequests.WithReferrals().SingleOrDefaultAsync(request => request.Id == requestId, ct);
                if (request is null) return false;
                await erase.ExecuteAsync(request, identityCheck: null, reason: null, Author.Structure, ct);
                return true;
            });
        }
        catch (DomainRuleException done) when (done.Code == RuleCode.RequestAnonymised)
        {
            return true;
        }
    }

    private async Task<Guid?> SubjectAsync(string? token, CancellationToken ct) => token?.Length != LinkTokens.TextLength
        ? null
        : await db.AccessLinks.Usable(token, LinkPurpose.Erasure, clock.GetUtcNow()).Select(link => (Guid?)link.SubjectId).SingleOrDefaultAsync(ct);
}
