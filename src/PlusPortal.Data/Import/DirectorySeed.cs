using System.Text.Json;

namespace PlusPortal.Data.Import;

/// <summary>The first content of the directory, carried by the program: the records of Lorraine, and which offers each of them holds.</summary>
public static class DirectorySeed
{
    private static readonly Lazy<JsonElement> OfferSplits = new(() => JsonElement.Parse(Resource("offer-splits.json")));

    /// <summary>The records, in the format of an import file.</summary>
    public static byte[] Actors => Resource("actors.json");

    /// <summary>Offers that PLUS reads in the record of that id; null when it reads a single one, without a title of its own.</summary>
    internal static JsonElement? OffersOf(string id) =>
        OfferSplits.Value.TryGetProperty(id, out var offers) ? offers : null;

    private static byte[] Resource(string name)
    {
        using var stream = typeof(DirectorySeed).Assembly.GetManifestResourceStream($"Seed/{name}")
            ?? throw new InvalidOperationException($"The resource {name} is not in the program.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
