using System.Diagnostics.CodeAnalysis;

namespace PlusPortal.Domain.Structures;

/// <summary>Number of a legal unit in the Sirene register: nine figures, the last a check digit.</summary>
/// <remarks>Source: Insee, definition of the SIREN number; code de commerce, article R. 123-220 and following.</remarks>
public readonly record struct Siren
{
    /// <summary>Figures of a number.</summary>
    public const int Length = 9;

    private readonly string? value;

    private Siren(string value) => this.value = value;

    /// <summary>The nine figures, without spaces; empty for the default value.</summary>
    public string Value => value ?? "";

    /// <summary>Reads what a person typed; spaces, dots and hyphens make no difference. False when the length or the check digit is wrong.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Siren siren)
    {
        var compact = IdentifierText.Compact(text);
        var valid = IdentifierText.IsDigits(compact, Length) && compact != "000000000" && IdentifierText.PassesLuhn(compact);
        siren = valid ? new Siren(compact) : default;
        return valid;
    }

    /// <summary>For people: « 123 456 782 », with no-break spaces.</summary>
    public override string ToString() => Value.Length == 0 ? "" : IdentifierText.Group(Value, 3, 3, 3);
}
