using System.Diagnostics.CodeAnalysis;

namespace PlusPortal.Domain.Structures;

/// <summary>Number of an establishment in the Sirene register: the SIREN of its legal unit, then five figures.</summary>
/// <remarks>
/// Source: Insee, definition of the SIRET number. Establishments of La Poste (SIREN 356 000 000) are numbered by another rule:
/// the fourteen figures add up to a multiple of five; its head office passes the ordinary check as well.
/// </remarks>
public readonly record struct Siret
{
    /// <summary>Figures of a number.</summary>
    public const int Length = 14;

    private const string LaPoste = "356000000";

    private readonly string? value;

    private Siret(string value) => this.value = value;

    /// <summary>The fourteen figures, without spaces; empty for the default value.</summary>
    public string Value => value ?? "";

    /// <summary>Legal unit that the establishment belongs to.</summary>
    public Siren Siren => Siren.TryParse(Value.Length == Length ? Value[..Siren.Length] : null, out var siren) ? siren : default;

    /// <summary>Reads what a person typed; spaces, dots and hyphens make no difference. False when the length or a check digit is wrong.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Siret siret)
    {
        var compact = IdentifierText.Compact(text);
        var valid = IdentifierText.IsDigits(compact, Length) && Siren.TryParse(compact[..Siren.Length], out _)
            && (IdentifierText.PassesLuhn(compact) || IsLaPoste(compact));
        siret = valid ? new Siret(compact) : default;
        return valid;
    }

    /// <summary>For people: « 123 456 782 00010 », with no-break spaces.</summary>
    public override string ToString() => Value.Length == 0 ? "" : IdentifierText.Group(Value, 3, 3, 3, 5);

    private static bool IsLaPoste(string digits) => digits.StartsWith(LaPoste, StringComparison.Ordinal) && digits.Sum(digit => digit - '0') % 5 == 0;
}
