using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Request;

/// <summary>One answer of the structure, with what staff corrected beside it.</summary>
public sealed record DeclarationRow(string Label, string Declared, string? Corrected = null);

/// <summary>The declaration in words, in the order of the form.</summary>
public static class DeclarationRows
{
    private const string NotSaid = "Non précisé";
    private const string DoesNotKnow = "Je ne sais pas";

    /// <summary>Rows of a request.</summary>
    public static IReadOnlyList<DeclarationRow> Of(OrientationRequest request, IReadOnlyDictionary<Guid, string> actorNames)
    {
        var declared = request.Declared;
        var (stage, commune, themes) = (StageRow(request), CommuneRow(request), ThemesRow(request));
        var rows = new List<DeclarationRow>
        {
            stage,
            new(LegalForms.IsProject(declared.LegalForm) ? "Projet" : "Structure", declared.StructureName ?? NotSaid),
            new("Forme juridique", LegalForms.All.LabelOf(declared.LegalForm) + (declared.LegalFormDetail is { } detail ? $"\u00A0: {detail}" : "")),
            commune,
            themes,
        };
        if (declared.StaffBand is { } staff) rows.Add(new("Équivalents temps plein salariés", StaffBands.All.LabelOf(staff)));
        if (declared.BudgetBand is { } budget) rows.Add(new("Budget annuel", BudgetBands.All.LabelOf(budget)));
        if (declared.AgeBand is { } age) rows.Add(new("Ancienneté", AgeBands.All.LabelOf(age)));
        if (declared.Qualifications.Count > 0) rows.Add(new("Agréments et qualités", string.Join(", ", declared.Qualifications.Select(Qualifications.All.LabelOf))));
        if (declared.Sectors.Count > 0) rows.Add(new("Secteurs", string.Join(", ", declared.Sectors.Select(Sectors.All.LabelOf))));
        if (declared.Siret is { } siret) rows.Add(new("SIRET", siret));
        else if (declared.Siren is { } siren) rows.Add(new("SIREN", siren));
        if (declared.Rna is { } rna) rows.Add(new("RNA", rna));
        if (declared.MoneyThreatened is { } threatened) rows.Add(new("Salaires ou charges menacés dans les trois mois", threatened ? "Oui" : "Non"));
        if (declared.Deadline is { } deadline) rows.Add(new("Échéance de la structure", deadline.InWords));
        var met = declared.AlreadyMetActorIds.Select(id => actorNames.GetValueOrDefault(id)).OfType<string>().Append(declared.AlreadyMetText).Where(name => !string.IsNullOrWhiteSpace(name)).ToList();
        if (met.Count > 0) rows.Add(new("Déjà rencontrés", string.Join(", ", met)));
        return rows;
    }

    /// <summary>The rows that staff may correct.</summary>
    public static IReadOnlyList<DeclarationRow> Correctable(OrientationRequest request) => [StageRow(request), ThemesRow(request), CommuneRow(request)];

    private static DeclarationRow StageRow(OrientationRequest request) => new(
        "Étape",
        StageWords(request.Declared.Stage, request.Declared.SubStage),
        request.Correction is null or { Stage: null, SubStage: null } ? null : StageWords(request.Stage, request.SubStage));

    private static DeclarationRow CommuneRow(OrientationRequest request) => new(
        "Commune",
        $"{request.Declared.CommuneName} ({request.Declared.Place.Departement})",
        request.Correction?.Place is null ? null : $"{request.CommuneName} ({request.Departement})");

    private static DeclarationRow ThemesRow(OrientationRequest request) => new(
        "Thèmes",
        ThemeWords(request.Declared.Themes),
        request.Correction?.Themes is null ? null : ThemeWords(request.Themes));

    private static string StageWords(string? stage, string? subStage) => (stage, subStage) switch
    {
        (null, _) => DoesNotKnow,
        ({ } code, null) => Stages.All.LabelOf(code),
        ({ } code, { } sub) => $"{Stages.All.LabelOf(code)}\u00A0: {SubStages.All.LabelOf(sub)}",
    };

    private static string ThemeWords(IReadOnlyList<string> themes) => themes.Count == 0 ? DoesNotKnow : string.Join(", ", themes.Select(Themes.All.LabelOf));
}
