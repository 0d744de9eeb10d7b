using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PlusPortal.Domain.Requests.Declarations;

/// <summary>Reference that people read aloud, such as PLUS-2026-000042. Not a secret: it opens nothing.</summary>
public readonly partial record struct RequestReference(string Value)
{
    /// <summary>Most characters of a reference.</summary>
    public const int Length = 20;

    /// <summary>Year of the first request.</summary>
    public const int FirstYear = 2026;

    private const int PrefixLength = 10;

    /// <summary>Reference of the given Paris year and sequence number.</summary>
    public static RequestReference Of(int parisYear, long number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"PLUS-{parisYear:0000}-{number:000000}"));

    /// <summary>Reads a reference as people type it: any case, spaces anywhere, any sign or none between its parts, with or without its zeros, or with the letter O for them: « plus 2026 14 », « PLUS2026000014 ».</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RequestReference reference)
    {
        reference = default;
        if (Match(text) is not { } typed || !typed.Groups["year"].Success) return false;
        reference = Of(int.Parse(typed.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), NumberOf(typed));
        return true;
    }

    /// <summary>The same, where the year may be missing: « 14 », « plus 14 ». Numbers are never given twice: of the references that it may be, one at most is that of a request.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="parisYear">The present year.</param>
    /// <returns>What it may be, one for each year without its own; none when it is no reference.</returns>
    public static IReadOnlyList<RequestReference> Read(string? text, int parisYear)
    {
        if (TryParse(text, out var whole)) return [whole];
        if (Match(text) is not { } typed || typed.Groups["year"].Success) return [];
        var number = NumberOf(typed);
        return [.. Enumerable.Range(FirstYear, Math.Max(1, parisYear - FirstYear + 1)).Reverse().Select(year => Of(year, number))];
    }

    private static Match? Match(string? text)
    {
        if (text is null || text.Length > 2 * Length) return null;
        var bare = Around().Replace(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), "");
        var typed = Typed().Match(LetterForZero().Replace(bare, "0"));
        return typed.Success && DigitsOf(typed).Length <= Length - PrefixLength ? typed : null;
    }

    private static long NumberOf(Match typed) => long.Parse(DigitsOf(typed), CultureInfo.InvariantCulture);

    private static string DigitsOf(Match typed) => typed.Groups["number"].Value.Replace(" ", "", StringComparison.Ordinal);

    // Spaces part the digits of a number as people write it, so they may stand anywhere; a year without PLUS needs a sign, or a space, after it.
    [GeneratedRegex(
        @"^(?:PLUS[\p{P}\p{S} ]*(?:(?<year>2[0-9]{3})[\p{P}\p{S} ]*)?|(?<year>20[0-9]{2})[\p{P}\p{S} ]+)(?<number>[0-9][0-9 ]*)$|^(?:n[°o]\.? ?)?(?<number>[0-9][0-9 ]*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000)]
    private static partial Regex Typed();

    // As copied from a letter: « n° PLUS-2026-000010. », « #10 », « (PLUS-2026-000010) ».
    [GeneratedRegex(@"^(?:demande |référence |réf\.? )?(?:n[°ºo]\.? ?|[#«(\[""' ])*|[.,;:!?»)\]""' ]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Around();

    // Copied from paper, a zero is easily written as the letter: among digits, it is one.
    [GeneratedRegex(@"(?<=[0-9Oo\p{Pd}])[Oo](?=[0-9Oo ]*$)|(?<=[0-9])[Oo](?=[0-9])|[Oo](?=[0-9])", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex LetterForZero();

    /// <inheritdoc />
    public override string ToString() => Value;
}
