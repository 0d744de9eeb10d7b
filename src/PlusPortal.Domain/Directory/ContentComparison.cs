using System.Text.Json;

namespace PlusPortal.Domain.Directory;

/// <summary>Compares two contents by value, lists included (records compare lists by reference).</summary>
public static class ContentComparison
{
    /// <summary>Whether both say the same.</summary>
    public static bool AreSame(OfferContent left, OfferContent right) => JsonSerializer.Serialize(left) == JsonSerializer.Serialize(right);

    /// <summary>Names of the properties that differ, in the order of the type; none when both say the same.</summary>
    public static IReadOnlyList<string> Differences(OfferContent left, OfferContent right)
    {
        var other = JsonSerializer.SerializeToNode(right)!.AsObject();
        return [.. JsonSerializer.SerializeToNode(left)!.AsObject().Where(property => property.Value?.ToJsonString() != other[property.Key]?.ToJsonString()).Select(property => property.Key)];
    }
}
