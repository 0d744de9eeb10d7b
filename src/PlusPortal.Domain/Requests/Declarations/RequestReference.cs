using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PlusPortal.Domain.Requests.Declarations;

/// <summary>Reference that people read aloud, such as PLUS-2026-000042. Not a secret: it opens nothing.</summary>
public readonly partial record struct RequestReference(string Value)
{
    /// <summary>Most characters of a reference.</summary>
    public const int Length = 20;

    /// <summary>Reference of the given Paris year and sequence number.</summary>
    public static RequestReference Of(int parisYear, long number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"PLUS-{parisYear:0000}-{number:000000}"));

    /// <summary>Reads a reference as people type it: any case, spaces anywhere, any sign or none between its parts.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RequestReference reference)
    {
        reference = default;
        if (text is null || text.Length > 2 * Length) return false;
        var typed = Typed().Match(string.Concat(text.Where(character => !char.IsWhiteSpace(character))));
        var value = $"PLUS-{typed.Groups["year"].Value}-{typed.Groups["number"].Value}";
        if (!typed.Success || value.Length > Length) return false;
        reference = new RequestReference(value);
        return true;
    }

    [GeneratedRegex(@"^PLUS[\p{P}\p{S}]*(?<year>[0-9]{4})[\p{P}\p{S}]*(?<number>[0-9]{6,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Typed();

    /// <inheritdoc />
    public override string ToString() => Value;
}
