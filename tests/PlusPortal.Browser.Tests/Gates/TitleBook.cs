using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>A title names one page, so that a person with many tabs, or who hears it read, knows which.</summary>
internal sealed partial class TitleBook
{
    private readonly ConcurrentDictionary<string, string> templates = new(StringComparer.Ordinal);

    /// <summary>Writes down that a template has this title, « Erreur : » put aside; the template that has it already, or null.</summary>
    public string? OtherOf(string title, string template) =>
        templates.GetOrAdd(ErrorPrefix().Replace(title, ""), template) is var first && first != template ? first : null;

    [GeneratedRegex(@"^Erreur\s*:\s*")]
    private static partial Regex ErrorPrefix();
}
