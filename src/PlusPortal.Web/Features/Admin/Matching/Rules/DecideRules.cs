using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching.Rules;

namespace PlusPortal.Web.Features.Admin.Matching.Rules;

/// <summary>Publishes a draft, or gives it up. Of two people who publish at once, one gets the 409 page.</summary>
public sealed class DecideRules(PortalDb db, TimeProvider clock)
{
    /// <summary>Puts the draft in force. False when there is no such version.</summary>
    public async Task<bool> PublishAsync(int number, Guid byId, CancellationToken ct)
    {
        if (await FindAsync(number, ct) is not { } draft) return false;
        draft.Publish(await db.RulesInForceAsync(ct), byId, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Gives the draft up. False when there is no such version.</summary>
    public async Task<bool> DiscardAsync(int number, Guid byId, CancellationToken ct)
    {
        if (await FindAsync(number, ct) is not { } draft) return false;
        draft.Discard(byId, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }

    private Task<RulesVersion?> FindAsync(int number, CancellationToken ct) => db.RulesVersions.SingleOrDefaultAsync(version => version.Number == number, ct);
}
