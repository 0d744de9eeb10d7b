using System.Diagnostics.CodeAnalysis;

namespace PlusPortal.Domain.Structures;

/// <summary>Number of an association in the national register (RNA): the letter W and nine figures. It has no check digit.</summary>
/// <remarks>
/// Source: arrêté du 14 octobre 2009 creating the register. An association under the local law of Moselle is registered at the
/// tribunal and has none: the number stays optional everywhere.
/// </remarks>
public readonly record struct Rna
{
    /// <summary>Characters of a number, the letter included.</summary>
    public const int Length = 10;

    private readonly string? value;

    private Rna(string value) => this.value = value;

    /// <summary>The letter and the nine figures, without spaces; empty for the default value.</summary>
    public string Value => value ?? "";

    /// <summary>Reads what a person typed; case, spaces, dots and hyphens make no difference. False when it has not the form of a number.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Rna rna)
    {
        var compact = IdentifierText.Compact(text).ToUpperInvariant();
        var valid = compact.StartsWith('W') && IdentifierText.IsDigits(compact.AsSpan(1), Length - 1);
        rna = valid ? new Rna(compact) : default;
        return valid;
    }

    /// <summary>For people: « W543001234 ».</summary>
    public override string ToString() => Value;
}
