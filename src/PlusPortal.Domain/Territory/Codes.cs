using System.Diagnostics.CodeAnalysis;

namespace PlusPortal.Domain.Territory;

/// <summary>INSEE code of a current commune: five characters, the second may be A or B in Corsica. A postal code is not one.</summary>
public readonly record struct CommuneCode(string Value)
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 5;

    /// <summary>Reads a code; true when it has the form of one, whether the commune exists or not.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CommuneCode code)
    {
        var value = text?.Trim().ToUpperInvariant() ?? "";
        var valid = value.Length == Length && char.IsAsciiDigit(value[0]) && (char.IsAsciiDigit(value[1]) || value[1] is 'A' or 'B')
            && value.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
        code = new CommuneCode(valid ? value : "");
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>The four départements that PLUS serves.</summary>
public static class Lorraine
{
    /// <summary>Code of Région Grand Est.</summary>
    public const string RegionCode = "44";

    /// <summary>Département where the local law of associations applies, among the four.</summary>
    public const string Moselle = "57";

    /// <summary>Meurthe-et-Moselle, Meuse, Moselle, Vosges.</summary>
    public static IReadOnlyList<string> Departements { get; } = ["54", "55", "57", "88"];

    /// <summary>Whether a commune of this département is in Lorraine.</summary>
    public static bool Contains(string? departement) => departement is "54" or "55" or "57" or "88";

    /// <summary>Whether the local law of Alsace-Moselle governs associations seated in the département.</summary>
    /// <remarks>Source: articles 21 to 79 of the local civil code, départements 57, 67 and 68.</remarks>
    public static bool HasLocalLaw(string? departement) => departement is "57" or "67" or "68";
}
