using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Texts;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Actors;

/// <summary>The words that a person looks for, ready to compare: no accents, no capitals, no plural marks; words of grammar are left out.</summary>
/// <param name="Stems">Beginnings of words, all of which must be found.</param>
/// <param name="LabelledBy">For each code whose French label holds a stem, the number of that stem, from 1; parallel to <paramref name="Codes"/>.</param>
/// <param name="Codes">Codes of themes, support modes and sectors whose label holds a stem.</param>
public sealed record SoughtWords(IReadOnlyList<string> Stems, IReadOnlyList<int> LabelledBy, IReadOnlyList<string> Codes)
{
    /// <summary>Most words of a search; the next ones are not read.</summary>
    public const int MaxWords = 8;

    private const int ShortestWord = 3;
    private static readonly HashSet<string> Grammar = ["les", "des", "une", "pour", "par", "dans", "sur", "avec", "aux", "mon", "nos", "notre", "qui", "que", "est", "son", "ses"];
    private static readonly (string Code, string Label)[] Labels =
        [.. Themes.All.Concat(SupportModes.All).Concat(Sectors.All).Select(term => (term.Code, " " + Folding.Fold(term.Label)))];

    /// <summary>Reads what was typed; nothing gives no word, which filters nothing.</summary>
    public static SoughtWords Of(string? typed)
    {
        var words = Folding.Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(word => word.Length >= ShortestWord && !Grammar.Contains(word)).ToList();
        List<string> stems = [.. (telling.Count > 0 ? telling : words.AsEnumerable()).Take(MaxWords).Select(Stem).Distinct()];
        var named = stems.SelectMany((stem, index) => Labels.Where(label => label.Label.Contains(" " + stem, StringComparison.Ordinal)).Select(label => (Number: index + 1, label.Code))).ToList();
        return new SoughtWords(stems, [.. named.Select(name => name.Number)], [.. named.Select(name => name.Code)]);
    }

    /// <summary>A word without the mark of its plural: « locaux » and « local » both begin with « loca ».</summary>
    private static string Stem(string word) =>
        word.Length > 4 && word.EndsWith("aux", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 3 && word[^1] is ('s' or 'x') ? word[..^1]
        : word;
}
