using System.Text.Json;

namespace PlusPortal.Data.Import.Reading;

/// <summary>Offers that PLUS reads in the records of Lorraine, by the id of the record; carried by the program.</summary>
internal static class OfferSplits
{
    private static readonly Lazy<JsonElement> Splits = new(() =>
    {
        using var stream = typeof(OfferSplits).Assembly.GetManifestResourceStream("Seed/offer-splits.json")
            ?? throw new InvalidOperationException("The resource offer-splits.json is not in the program.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    });

    /// <summary>The offers of that record; null when PLUS reads a single one in it, without a title of its own.</summary>
    public static JsonElement? Of(string id) => Splits.Value.TryGetProperty(id, out var offers) ? offers : null;
}
