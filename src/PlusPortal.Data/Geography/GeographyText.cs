using PlusPortal.Domain.Texts;

namespace PlusPortal.Data.Geography;

/// <summary>How names of territories are compared: as every text of the portal, and « St » is « Saint ».</summary>
public static class GeographyText
{
    /// <summary>Writes a name, or what a person typed, for comparison: see <see cref="Folding"/>, with saints in full.</summary>
    public static string Normalise(string text) => string.Join(' ', Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
    {
        "st" => "saint",
        "ste" => "sainte",
        _ => word,
    }));
}
