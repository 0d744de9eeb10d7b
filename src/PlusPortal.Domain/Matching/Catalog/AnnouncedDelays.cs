using System.Globalization;
using System.Text.RegularExpressions;
using PlusPortal.Domain.Matching.French;

namespace PlusPortal.Domain.Matching.Catalog;

/// <summary>Reads the delay that an actor announces in words: « sous 5 jours », « deux semaines », « 48 h ».</summary>
internal static partial class AnnouncedDelays
{
    private static readonly string[] Numbers = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];

    /// <summary>Days before a first answer; null when the words give none.</summary>
    public static int? DaysOf(string? words)
    {
        if (string.IsNullOrWhiteSpace(words)) return null;
        var match = Delay().Match(FrenchWords.Fold(words));
        if (!match.Success) return null;
        var number = int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            ? digits
            : Array.IndexOf(Numbers, match.Groups[1].Value.Replace("une", "un", StringComparison.Ordinal)) + 1;
        return match.Groups[2].Value switch
        {
            "h" or "heure" or "heures" => (number + 23) / 24,
            "semaine" or "semaines" => 7 * number,
            "mois" => 30 * number,
            _ => number,
        };
    }

    [GeneratedRegex(@"\b(\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) ?(h|heures?|jours?|semaines?|mois)\b", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Delay();
}
