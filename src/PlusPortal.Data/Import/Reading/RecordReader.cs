using System.Text.Json;
using System.Text.RegularExpressions;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Import.Reading;

/// <summary>Understands one record: the organisation, and its offers through <see cref="ImportedOfferReader"/>.</summary>
internal sealed partial class RecordReader(ImportRecord record, KnownTerritories territories, ImportErrors errors)
{
    /// <summary>Most characters of the key of an offer.</summary>
    public const int OfferKeyLength = 60;

    private const string OnlyKey = "offre";

    private static readonly string[] Fields = ["id", "name", "kind", "website", "sourceUrls", "sourceConfidence", "editorNote", "offers", .. ImportedOfferReader.Inherited];

    private readonly FieldLayer layer = new(record.Element, record.Path);

    private ImportFields Own => new(record, errors, layer);

    /// <summary>Reads the record. What is wrong goes to the errors; the result then counts for nothing.</summary>
    public PlannedActor Read()
    {
        var fields = Own;
        fields.RefuseUnknown(Fields);
        var id = fields.Text("id", SupportActor.ImportKeyLength, required: true) ?? "";
        if (id.Length > 0 && !Key().IsMatch(id)) fields.Report("id", "une clé s'écrit en minuscules sans accents, avec des chiffres et des tirets.");

        var modes = fields.Codes("supportModes", SupportModes.All, required: true);
        var kind = fields.Code("kind", ActorKinds.All) ?? "";
        var confidence = Confidence(fields);
        var values = new SupportActorImport(
            fields.Text("name", SupportActor.NameLength, required: true) ?? "",
            kind,
            CircleOf(kind, modes),
            fields.Text("description", OfferContent.DescriptionLength, required: true) ?? "",
            fields.Address("website"),
            confidence,
            fields.Text("editorNote", OfferContent.DescriptionLength),
            IsActive: confidence != SourceConfidence.Low,
            fields.Addresses("sourceUrls"));
        return new PlannedActor(id, values, ReadOffers(id));
    }

    /// <summary>Proposed by the vocabulary until PLUS decides: the guides to association life, and whoever welcomes and orients.</summary>
    private static string CircleOf(string kind, IReadOnlyList<string> modes) =>
        kind == ActorKinds.GuichetVieAssociative || modes.Contains(SupportModes.AccueilOrientation) ? Circles.PremierAccueil : Circles.Specialiste;

    private static SourceConfidence Confidence(ImportFields fields)
    {
        switch (fields.Text("sourceConfidence", 10, required: true))
        {
            case "high": return SourceConfidence.High;
            case "medium": return SourceConfidence.Medium;
            case "low" or null: return SourceConfidence.Low;
            default:
                fields.Report("sourceConfidence", "choisissez high, medium ou low.");
                return SourceConfidence.Low;
        }
    }

    private List<PlannedOffer> ReadOffers(string id)
    {
        var drafts = record.Element.TryGetProperty("offers", out var own) && own.ValueKind != JsonValueKind.Null ? OwnOffers(own) : EditorialOffers(id);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var offers = new List<PlannedOffer>();
        foreach (var draft in drafts)
        {
            var key = KeyOf(draft.Layer, isOnly: drafts.Count == 1);
            if (!keys.Add(key)) Report(draft.Layer, "key", $"la clé «\u00A0{key}\u00A0» sert déjà à une autre offre de la fiche.");
            offers.Add(new PlannedOffer($"{id}/{key}", new ImportedOfferReader(record, territories, errors).Read(layer, draft)));
        }

        return offers;
    }

    /// <summary>Offers that the record lists itself: taken as they are.</summary>
    private List<OfferDraft> OwnOffers(JsonElement offers)
    {
        var path = JsonLines.Join(record.Path, "offers");
        if (offers.ValueKind != JsonValueKind.Array || offers.GetArrayLength() == 0 || offers.EnumerateArray().Any(offer => offer.ValueKind != JsonValueKind.Object))
        {
            record.Report(errors, path, "une liste d'offres est attendue, chacune entre accolades\u00A0; retirez ce champ si la fiche n'en a qu'une.");
            return [];
        }

        var drafts = offers.EnumerateArray().Select((offer, index) => new OfferDraft(new FieldLayer(offer, $"{path}[{index}]"))).ToList();
        foreach (var draft in drafts) new ImportFields(record, errors, draft.Layer).RefuseUnknown(["key", "title", "limits", .. ImportedOfferReader.Inherited]);
        var used = drafts.Select(draft => draft.Part).ToHashSet();
        foreach (var part in ImportedOfferReader.PartsOf(record.Element).Where(part => !used.Contains(part)))
            record.Report(errors, JsonLines.Join(record.Path, "eligibility." + part), $"aucune offre ne reprend ces conditions\u00A0: ajoutez «\u00A0\"limits\": \"{part}\"\u00A0» à l'une d'elles.");
        return drafts;
    }

    /// <summary>Offers that PLUS reads in the record; else one for each part with conditions of its own; else one.</summary>
    private IReadOnlyList<OfferDraft> EditorialOffers(string id)
    {
        if (OfferSplits.Of(id) is { } split)
        {
            var shared = new OfferSharing(Own).Share([.. split.EnumerateArray().Select((offer, index) => new OfferDraft(new FieldLayer(offer, $"offer-splits.json {id}[{index}]")))], ImportedOfferReader.PartsOf(record.Element));
            if (shared.Count > 0) return shared;
        }

        var nothing = new FieldLayer(JsonElement.Parse("{}"), record.Path);
        var parts = ImportedOfferReader.PartsOf(record.Element);
        return parts.Count == 0
            ? [new OfferDraft(nothing)]
            : [.. parts.Select(part => new OfferDraft(new FieldLayer(JsonSerializer.SerializeToElement(new { key = JsonNamingPolicy.KebabCaseLower.ConvertName(part), title = EligibilityReader.Parts[part], limits = part }), record.Path)))];
    }

    private string KeyOf(FieldLayer offer, bool isOnly)
    {
        if (!offer.Element.TryGetProperty("key", out _) && isOnly) return OnlyKey;
        var key = new ImportFields(record, errors, offer).Text("key", OfferKeyLength, required: true) ?? "";
        if (key.Length > 0 && !Key().IsMatch(key)) Report(offer, "key", "une clé s'écrit en minuscules sans accents, avec des chiffres et des tirets.");
        return key;
    }

    private void Report(FieldLayer offer, string name, string sentence) => record.Report(errors, JsonLines.Join(offer.Path, name), sentence);

    [GeneratedRegex("^[a-z0-9]+(?:-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
