using PlusPortal.Data;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Matching.Rules;

/// <summary>What proposing rules led to.</summary>
public abstract record ProposeRulesResult
{
    private ProposeRulesResult()
    {
    }

    /// <summary>There is a draft of that number.</summary>
    public sealed record Proposed(int Number) : ProposeRulesResult;

    /// <summary>Every value is the one in force.</summary>
    public sealed record Unchanged : ProposeRulesResult;

    /// <summary>Other rules came into force while the form was being filled.</summary>
    public sealed record Conflict : ProposeRulesResult;
}

/// <summary>Writes a draft. The rules in force stay until an administrator publishes it.</summary>
public sealed class ProposeRules(PortalDb db, TimeProvider clock)
{
    /// <summary>Proposes the values of a valid form.</summary>
    public async Task<ProposeRulesResult> ExecuteAsync(RulesForm form, Guid authorId, CancellationToken ct)
    {
        var inForce = await db.RulesInForceAsync(ct);
        if (inForce.Number != form.BaseNumber) return new ProposeRulesResult.Conflict();
        var draft = RulesVersion.Propose(await db.NextRulesNumberAsync(ct), inForce, form.ToValues(), Typed.Text(form.Reason) ?? "", authorId, clock.GetUtcNow());
        if (RuleWeights.Between(inForce.ToRules(), draft.ToRules()).Count == 0) return new ProposeRulesResult.Unchanged();

        db.RulesVersions.Add(draft);
        await db.SaveChangesAsync(ct);
        return new ProposeRulesResult.Proposed(draft.Number);
    }
}
