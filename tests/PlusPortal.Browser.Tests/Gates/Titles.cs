using System.Text.RegularExpressions;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>A title names one page, so that a person with many tabs, or who hears it read, knows which.</summary>
internal static partial class Titles
{
    /// <summary>Titles that two templates share, « Erreur : » put aside.</summary>
    public static IEnumerable<string> Shared(IEnumerable<KeyValuePair<string, System.Collections.Concurrent.ConcurrentBag<string>>> titles) =>
        from entry in titles
        from title in entry.Value.Select(title => ErrorPrefix().Replace(title, "")).Distinct()
        group entry.Key by title into sharing
        where sharing.Count() > 1
        select $"« {sharing.Key} » is the title of {string.Join(" and ", sharing.Order(StringComparer.Ordinal))}";

    [GeneratedRegex(@"^Erreur\s*:\s*")]
    private static partial Regex ErrorPrefix();
}
