using System.Text;
using PlusPortal.Data.Import;
using PlusPortal.Domain.Directory;

namespace PlusPortal.Web.Commands;

/// <summary>Writes the report of an import in French.</summary>
public static class ImportReportText
{
    private static readonly Dictionary<string, string> FieldNames = new()
    {
        [nameof(SupportActor.Name)] = "nom",
        [nameof(SupportActor.Kind)] = "type d'acteur",
        [nameof(SupportActor.Circle)] = "cercle",
        [nameof(SupportActor.Description)] = "description",
        [nameof(SupportActor.Website)] = "site internet",
        [nameof(SupportActor.SourceConfidence)] = "fiabilité des sources",
        [nameof(SupportActor.EditorNote)] = "note interne",
        [nameof(SupportActor.IsActive)] = "présence dans l'annuaire",
        [nameof(SupportActor.SourceUrls)] = "sources",
        [nameof(SupportOffer.State)] = "publication",
        [nameof(OfferContent.Title)] = "titre",
        [nameof(OfferContent.Stages)] = "étapes",
        [nameof(OfferContent.SubStages)] = "sous-étapes",
        [nameof(OfferContent.Themes)] = "thèmes",
        [nameof(OfferContent.SupportModes)] = "modes d'appui",
        [nameof(OfferContent.LegalForms)] = "formes juridiques",
        [nameof(OfferContent.Sectors)] = "secteurs",
        [nameof(OfferContent.Coverage)] = "territoires",
        [nameof(OfferContent.Eligibility)] = "conditions d'accès",
        [nameof(OfferContent.Cost)] = "coût",
        [nameof(OfferContent.HowToApply)] = "comment demander",
        [nameof(OfferContent.WhatToPrepare)] = "ce qu'il faut préparer",
        [nameof(OfferContent.AnnouncedDelay)] = "délai annoncé",
        [nameof(OfferContent.OpensOn)] = "ouverture",
        [nameof(OfferContent.ClosesOn)] = "clôture",
        [nameof(OfferContent.WindowNote)] = "fenêtre d'appel",
    };

    /// <summary>The whole report, ending with a line of figures.</summary>
    public static string Of(ImportReport report, string file)
    {
        var text = new StringBuilder();
        text.AppendLine(report.IsDryRun ? $"Essai d'import de {file}\u00A0: rien n'est enregistré." : $"Import de {file}");
        if (!report.Succeeded)
        {
            foreach (var error in report.Errors) text.AppendLine($"  {error}");
            text.AppendLine(report.Errors.Count == 1 ? "1 erreur\u00A0: aucune fiche n'a été enregistrée." : $"{report.Errors.Count} erreurs\u00A0: aucune fiche n'a été enregistrée.");
            return text.ToString();
        }

        Section("Ajouts", report.Created);
        Section("Modifications", report.Updated);
        Section("Laissés en l'état, car modifiés à la main", report.Kept);
        Section("Absents du fichier, laissés en l'état", report.Absent);
        text.AppendLine($"Ajouts\u00A0: {report.Created.Count}. Modifications\u00A0: {report.Updated.Count}. Inchangés\u00A0: {report.UnchangedCount}. Laissés\u00A0: {report.Kept.Count}. Absents\u00A0: {report.Absent.Count}.");
        return text.ToString();

        void Section(string title, IReadOnlyList<ImportedRecord> records)
        {
            if (records.Count == 0) return;
            text.AppendLine($"{title}\u00A0:");
            foreach (var record in records)
            {
                var fields = record.Fields.Count == 0 ? "" : $"\u00A0: {string.Join(", ", record.Fields.Select(field => FieldNames.GetValueOrDefault(field, field)))}";
                text.AppendLine($"  {(record.IsOffer ? "offre" : "acteur")} {record.ImportKey} ({record.Name}){fields}");
            }
        }
    }
}
