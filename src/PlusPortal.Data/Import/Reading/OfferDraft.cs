using System.Text.Json;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Data.Import.Reading;

/// <summary>An offer of a record before it is read.</summary>
/// <param name="Layer">What the offer says itself; the rest comes from its record.</param>
/// <param name="Shares">Lists that replace those of the offer, shared out from the record; none for an offer that its record lists.</param>
internal sealed record OfferDraft(FieldLayer Layer, IReadOnlyDictionary<string, IReadOnlyList<string>>? Shares = null)
{
    /// <summary>Part of the record's eligibility that the offer takes; null for none.</summary>
    public string? Part => Layer.Element.TryGetProperty("limits", out var limits) && limits.ValueKind == JsonValueKind.String ? JsonText.Of(limits) : null;

    /// <summary>Codes that the offer gives itself for a list; null when it leaves the list to its record.</summary>
    public IReadOnlyList<string>? Codes(string list) =>
        Layer.Element.TryGetProperty(list, out var codes) ? [.. codes.EnumerateArray().Select(JsonText.Of)] : null;
}
