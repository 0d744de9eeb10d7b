using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PlusPortal.Domain.Requests;

/// <summary>Reference that people read aloud, such as PLUS-2026-000042. Not a secret: it opens nothing.</summary>
public readonly record struct RequestReference(string Value)
{
    /// <summary>Most characters of a reference.</summary>
    public const int Length = 20;

    /// <summary>Reference of the given Paris year and sequence number.</summary>
    public static RequestReference Of(int parisYear, long number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"PLUS-{parisYear:0000}-{number:000000}"));

    /// <summary>Reads a reference as people type it (any case, spaces anywhere).</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RequestReference reference)
    {
        reference = default;
        if (text is null || text.Length > 2 * Length) return false;
        var value = string.Concat(text.Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
        if (value.Length > Length) return false;
        var parts = value.Split('-');
        if (parts is not ["PLUS", { Length: 4 } year, { Length: >= 6 } number]) return false;
        if (!year.All(char.IsAsciiDigit) || !number.All(char.IsAsciiDigit)) return false;
        reference = new RequestReference(value);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
