using System.Text.Json;

namespace PlusPortal.Domain.Directory;

/// <summary>Compares two contents by value, lists included (records compare lists by reference).</summary>
public static class ContentComparison
{
    /// <summary>Whether both say the same.</summary>
    public static bool AreSame(OfferContent left, OfferContent right) => JsonSerializer.Serialize(left) == JsonSerializer.Serialize(right);
}
