using System.Text.Json;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Import.Reading;

/// <summary>Understands one offer of a record; what it does not say, its record says for it.</summary>
internal sealed class ImportedOfferReader(ImportRecord record, KnownTerritories territories, ImportErrors errors)
{
    private static readonly (string Field, TerritoryLevel Level)[] Zones =
        [("communes", TerritoryLevel.Commune), ("epci", TerritoryLevel.Epci), ("departements", TerritoryLevel.Departement)];

    /// <summary>Fields that an offer takes from its record unless it gives its own.</summary>
    public static IReadOnlyList<string> Inherited { get; } =
    [
        "description", "departements", "epci", "communes", "stages", "subStages", "themes", "legalForms", "supportModes", "sectors",
        "eligibility", "cost", "howToApply", "whatToPrepare", "delay", "opensOn", "closesOn",
    ];

    /// <summary>Parts of the record's eligibility that are offers of their own.</summary>
    public static IReadOnlyList<string> PartsOf(JsonElement record) =>
        record.TryGetProperty("eligibility", out var eligibility) && eligibility.ValueKind == JsonValueKind.Object
            ? [.. eligibility.EnumerateObject().Where(property => EligibilityReader.Parts.ContainsKey(property.Name) && property.Value.ValueKind == JsonValueKind.Object).Select(property => property.Name)]
            : [];

    /// <summary>Reads the offer.</summary>
    public OfferContent Read(FieldLayer whole, OfferDraft draft)
    {
        var fields = new ImportFields(record, errors, draft.Layer, whole);
        var conditions = Conditions(whole, draft);
        var modes = Codes(fields, draft, "supportModes", SupportModes.All);
        var stages = Codes(fields, draft, "stages", Stages.All);
        var (opens, closes) = (fields.Day("opensOn"), fields.Day("closesOn"));
        if (opens > closes) fields.Report("closesOn", "la clôture précède l'ouverture.");
        return new OfferContent
        {
            Title = new ImportFields(record, errors, draft.Layer).Text("title", OfferContent.TitleLength) ?? DefaultTitle(modes),
            Description = fields.Text("description", OfferContent.DescriptionLength) ?? "",
            Stages = stages,
            SubStages = SubStagesOf(fields, stages),
            Themes = Codes(fields, draft, "themes", Themes.All),
            SupportModes = modes,
            LegalForms = EligibilityReader.Forms(conditions) ?? fields.Codes("legalForms", LegalForms.All),
            Sectors = fields.Codes("sectors", Sectors.All),
            Coverage = Coverage(whole, draft),
            Eligibility = EligibilityReader.Read(conditions),
            Cost = fields.Text("cost", OfferContent.NoteLength),
            HowToApply = fields.Text("howToApply", OfferContent.NoteLength),
            WhatToPrepare = fields.Text("whatToPrepare", OfferContent.NoteLength),
            AnnouncedDelay = fields.Text("delay", OfferContent.NoteLength),
            OpensOn = opens,
            ClosesOn = closes,
            WindowNote = EligibilityReader.WindowNote(conditions),
        };
    }

    private static string DefaultTitle(IReadOnlyList<string> modes) => modes.Count > 0 ? SupportModes.All.LabelOf(modes[0]) : "Offre";

    private static IReadOnlyList<string> Codes(ImportFields fields, OfferDraft draft, string name, TermList list) =>
        draft.Shares?.GetValueOrDefault(name) ?? fields.Codes(name, list, required: true);

    private static IReadOnlyList<string> SubStagesOf(ImportFields fields, IReadOnlyList<string> stages)
    {
        var codes = fields.Codes("subStages", SubStages.All);
        foreach (var code in codes.Where(code => !stages.Contains(SubStages.StageOf(code))))
            fields.Report("subStages", $"«\u00A0{code}\u00A0» n'appartient à aucune étape de l'offre.");
        return codes;
    }

    /// <summary>The conditions of the offer, over those of its part of the record, over those of the record.</summary>
    private ImportFields Conditions(FieldLayer whole, OfferDraft draft)
    {
        var layers = new List<FieldLayer>();
        if (ObjectAt(draft.Layer, "eligibility") is { } own)
        {
            new ImportFields(record, errors, own).RefuseUnknown(EligibilityReader.Keys);
            layers.Add(own);
        }

        if (ObjectAt(whole, "eligibility") is { } common)
        {
            new ImportFields(record, errors, common).RefuseUnknown([.. EligibilityReader.Keys, .. EligibilityReader.Parts.Keys]);
            if (draft.Part is { } part && ObjectAt(common, part) is { } limits)
            {
                new ImportFields(record, errors, limits).RefuseUnknown(EligibilityReader.Keys);
                layers.Add(limits);
            }

            layers.Add(common);
        }

        if (draft.Part is { } named && !PartsOf(record.Element).Contains(named))
            record.Report(errors, JsonLines.Join(draft.Layer.Path, "limits"), $"la fiche n'a pas de conditions «\u00A0{named}\u00A0» dans eligibility.");
        return new ImportFields(record, errors, [.. layers, new FieldLayer(JsonElement.Parse("{}"), JsonLines.Join(record.Path, "eligibility"))]);
    }

    private FieldLayer? ObjectAt(FieldLayer layer, string name)
    {
        if (!layer.Element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        var path = JsonLines.Join(layer.Path, name);
        if (value.ValueKind == JsonValueKind.Object) return new FieldLayer(value, path);
        record.Report(errors, path, "un objet est attendu, entre accolades.");
        return null;
    }

    /// <summary>The most precise zones only: with an EPCI, a département merely says where it lies.</summary>
    private List<CoverageZone> Coverage(FieldLayer whole, OfferDraft draft)
    {
        var isOwn = draft.Shares is null && Zones.Any(zone => draft.Layer.Element.TryGetProperty(zone.Field, out _));
        var fields = new ImportFields(record, errors, isOwn ? draft.Layer : whole);
        foreach (var (name, level) in Zones)
        {
            var items = fields.Items(name);
            if (items.Count == 0) continue;
            var zones = new List<CoverageZone>();
            foreach (var (code, path) in items)
            {
                if (territories.Zone(level, code) is { } zone) zones.Add(zone);
                else record.Report(errors, path, $"territoire inconnu de la géographie officielle\u00A0: «\u00A0{code}\u00A0».");
            }

            return level == TerritoryLevel.Departement && draft.Shares?.GetValueOrDefault(name) is { } shared
                ? [.. zones.Distinct().Where(zone => shared.Contains(zone.Code))]
                : [.. zones.Distinct()];
        }

        fields.Report("departements", "aucune zone\u00A0: l'offre ne couvrirait rien. Donnez des communes, des EPCI ou des départements.");
        return [];
    }
}
