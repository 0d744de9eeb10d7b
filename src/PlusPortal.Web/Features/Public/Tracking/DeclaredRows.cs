using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>What the structure declared, row by row, with what PLUS put beside it.</summary>
public static class DeclaredRows
{
    /// <summary>Rows of a request; questions without an answer are left out.</summary>
    public static IReadOnlyList<DeclaredRow> Of(OrientationRequest request)
    {
        var (declared, correction, contact) = (request.Declared, request.Correction, request.Contact);
        var rows = new List<DeclaredRow>
        {
            new("Étape", Label(Stages.All, declared.Stage) ?? "Je ne sais pas", Changed(Stages.All, declared.Stage, correction?.Stage)),
        };
        Add("Où vous en êtes", Label(SubStages.All, declared.SubStage), Changed(SubStages.All, declared.SubStage, correction?.SubStage));
        Add(LegalForms.IsProject(declared.LegalForm) ? "Nom du projet" : "Nom de la structure", declared.StructureName);
        Add("Forme juridique", Label(LegalForms.All, declared.LegalForm));
        Add("Agréments", Labels(Qualifications.All, declared.Qualifications));
        Add("Commune", declared.CommuneName, correction?.CommuneName == declared.CommuneName ? null : correction?.CommuneName);
        Add("Salariés", Label(StaffBands.All, declared.StaffBand));
        Add("Votre besoin", declared.Title);
        Add("Dans vos mots", declared.Need);
        rows.Add(new("Thèmes", Labels(Themes.All, declared.Themes) ?? "Je ne sais pas", ChangedThemes(declared, correction)));
        if (declared.MoneyThreatened is { } threatened) Add("Salaires ou charges menacés dans les trois mois", threatened ? "Oui" : "Non");
        Add("Échéance", declared.Deadline?.InWords);
        Add("Déjà rencontrés", declared.AlreadyMetText);
        Add("Personne à contacter", contact.Name);
        Add("E-mail", contact.Email);
        Add("Téléphone", contact.Phone);
        Add("Transmission", request.TransmissionRule == TransmissionRule.PlusChooses
            ? "PLUS choisit les interlocuteurs et leur transmet votre demande."
            : "PLUS vous demande avant chaque transmission.");
        return rows;

        void Add(string label, string? value, string? corrected = null)
        {
            if (!string.IsNullOrWhiteSpace(value) || corrected is not null) rows.Add(new DeclaredRow(label, value ?? "Non précisé", corrected));
        }
    }

    private static string? Label(TermList terms, string? code) => code is null ? null : terms.LabelOf(code);

    private static string? Labels(TermList terms, IReadOnlyList<string> codes) => codes.Count == 0 ? null : string.Join("\n", codes.Select(terms.LabelOf));

    private static string? Changed(TermList terms, string? declared, string? corrected) => corrected is null || corrected == declared ? null : terms.LabelOf(corrected);

    private static string? ChangedThemes(Declaration declared, Correction? correction) =>
        correction?.Themes is not { } themes || themes.SequenceEqual(declared.Themes) ? null : Labels(Themes.All, themes) ?? "Aucun";
}
