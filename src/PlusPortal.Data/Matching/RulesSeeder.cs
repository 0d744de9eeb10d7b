using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Matching.Rules;

namespace PlusPortal.Data.Matching;

/// <summary>
/// Puts the program's weights in force: all of them in a new database or while nobody has changed any, and otherwise
/// only those that the version in force does not know yet. Each time as a version of its own, so that results keep
/// naming what made them.
/// </summary>
public sealed class RulesSeeder(PortalDb db, TimeProvider clock)
{
    /// <summary>Loads them. Returns whether a version was added.</summary>
    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var inForce = await db.RulesVersions.SingleOrDefaultAsync(version => version.State == RulesState.Published, ct);
        var shipped = RuleWeights.ValuesOf(MatchingRules.Current);
        var (values, reason) = inForce switch
        {
            null => (shipped, "Valeurs livrées avec le logiciel."),
            { IsShipped: true } => (shipped, "Nouvelles valeurs livrées avec le logiciel."),
            _ => (Complete(inForce.Values, shipped), "Nouveaux critères livrés avec le logiciel\u00A0; vos autres valeurs sont inchangées."),
        };
        if (inForce is not null && AreSame(inForce.Values, values)) return false;

        db.RulesVersions.Add(RulesVersion.Ship(await db.NextRulesNumberAsync(ct), inForce, values, reason, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static Dictionary<string, int> Complete(IReadOnlyDictionary<string, int> known, IReadOnlyDictionary<string, int> shipped) =>
        shipped.ToDictionary(pair => pair.Key, pair => known.GetValueOrDefault(pair.Key, pair.Value), StringComparer.Ordinal);

    private static bool AreSame(IReadOnlyDictionary<string, int> one, IReadOnlyDictionary<string, int> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
