using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Retention;

namespace PlusPortal.Web.Retention;

/// <summary>Settings that say something else than the terms in force: the portal follows the database, and says so.</summary>
public sealed record RetentionDifference(string Setting, int Set, int InForce)
{
    /// <summary>What differs.</summary>
    public static IReadOnlyList<RetentionDifference> Between(RetentionTerms set, RetentionTerms inForce) =>
        [.. from term in set.ByName let stored = inForce.ByName[term.Key] where term.Value != stored select new RetentionDifference($"{RetentionOptions.Section}__{term.Key}", term.Value, stored)];

    /// <summary>Tells the log, when the portal starts.</summary>
    public static async Task LogAsync(IServiceProvider services, CancellationToken ct)
    {
        var set = services.GetRequiredService<IOptions<RetentionOptions>>().Value.ToTerms();
        var logger = services.GetRequiredService<ILogger<RetentionDifference>>();
        foreach (var difference in Between(set, await services.GetRequiredService<PortalDb>().RetentionTermsAsync(ct)))
            logger.LogWarning("{Setting} is {Set}, but the database holds {InForce}, which is followed: run « migrate » to put the setting into force", difference.Setting, difference.Set, difference.InForce);
    }
}
