using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Matching.Rules;

namespace PlusPortal.Data.Matching;

/// <summary>Reads of the versions of the rules.</summary>
public static class RulesQueries
{
    extension(PortalDb db)
    {
        /// <summary>The version in force, to change it.</summary>
        public Task<RulesVersion> RulesInForceAsync(CancellationToken ct) => db.RulesVersions.SingleAsync(version => version.State == RulesState.Published, ct);

        /// <summary>The rules in force, as the matcher takes them.</summary>
        public async Task<MatchingRules> LoadRulesAsync(CancellationToken ct) =>
            (await db.RulesVersions.AsNoTracking().SingleAsync(version => version.State == RulesState.Published, ct)).ToRules();

        /// <summary>Number of the version in force.</summary>
        public Task<int> ReadRulesNumberAsync(CancellationToken ct) =>
            db.RulesVersions.Where(version => version.State == RulesState.Published).Select(version => version.Number).SingleAsync(ct);

        /// <summary>Number of the next version.</summary>
        public async Task<int> NextRulesNumberAsync(CancellationToken ct) => (await db.RulesVersions.MaxAsync(version => (int?)version.Number, ct) ?? 0) + 1;
    }
}
