using System.Globalization;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Shared.Offers;

/// <summary>One field that two contents say differently, in words.</summary>
/// <param name="Field">French name of the field.</param>
/// <param name="Before">What the first says.</param>
/// <param name="After">What the second says.</param>
public sealed record ContentDifference(string Field, string Before, string After)
{
    private const string Nothing = "(vide)";
    private const string No = "Non";

    /// <summary>Fields that differ, in the order of the form.</summary>
    public static IReadOnlyList<ContentDifference> Between(OfferContent before, OfferContent after, IReadOnlyDictionary<CoverageZone, string> zoneNames)
    {
        var left = Lines(before, zoneNames);
        var right = Lines(after, zoneNames);
        return [.. left.Zip(right).Where(pair => pair.First.Text != pair.Second.Text).Select(pair => new ContentDifference(pair.First.Field, pair.First.Text, pair.Second.Text))];
    }

    /// <summary>What a content says, field by field, without what it leaves out.</summary>
    public static IReadOnlyList<(string Field, string Text)> Said(OfferContent content, IReadOnlyDictionary<CoverageZone, string> zoneNames) =>
        [.. Lines(content, zoneNames).Where(line => line.Text is not (Nothing or No))];

    private static List<(string Field, string Text)> Lines(OfferContent content, IReadOnlyDictionary<CoverageZone, string> zoneNames)
    {
        var access = content.Eligibility;
        return
        [
            ("Titre", content.Title),
            ("Description", content.Description),
            ("Étapes", Labels(Stages.All, content.Stages)),
            ("Sous-étapes", Labels(SubStages.All, content.SubStages)),
            ("Thèmes", Labels(Themes.All, content.Themes)),
            ("Mode d’appui principal", content.SupportModes.Count == 0 ? Nothing : SupportModes.All.LabelOf(content.SupportModes[0])),
            ("Autres modes d’appui", Labels(SupportModes.All, [.. content.SupportModes.Skip(1)])),
            ("Formes juridiques", Labels(LegalForms.All, content.LegalForms)),
            ("Secteurs", Labels(Sectors.All, content.Sectors)),
            ("Territoires", content.Coverage.Count == 0 ? Nothing : string.Join(", ", content.Coverage.Select(zone => zoneNames.GetValueOrDefault(zone, zone.Code)).Order(StringComparer.CurrentCulture))),
            ("Doit être employeuse", YesNo(access.EmployerRequired)),
            ("Sans procédure collective", YesNo(access.NotInInsolvency)),
            ("Siège dans le territoire", YesNo(access.SeatInTerritory)),
            ("Effectif minimum (ETP)", Number(access.HeadcountMinFte)),
            ("Effectif maximum (ETP)", Number(access.HeadcountMaxFte)),
            ("Ancienneté minimum (mois)", Number(access.AgeMinMonths)),
            ("Ancienneté maximum (mois)", Number(access.AgeMaxMonths)),
            ("Budget minimum (euros)", Number(access.BudgetMinEuros)),
            ("Budget maximum (euros)", Number(access.BudgetMaxEuros)),
            ("Montant minimum (euros)", Number(access.AmountMinEuros)),
            ("Montant maximum (euros)", Number(access.AmountMaxEuros)),
            ("Agréments qui ouvrent l’offre aux autres formes", Labels(Qualifications.All, access.AcceptedQualifications)),
            ("Agréments demandés", Labels(Qualifications.All, access.RequiredQualifications)),
            ("Agréments qui excluent", Labels(Qualifications.All, access.ExcludedQualifications)),
            ("Adhésion", access.Membership ?? Nothing),
            ("Profil", access.Profile ?? Nothing),
            ("Autres conditions", access.OtherConditions ?? Nothing),
            ("Coût", content.Cost ?? Nothing),
            ("Comment demander", content.HowToApply ?? Nothing),
            ("À préparer", content.WhatToPrepare ?? Nothing),
            ("Délai annoncé", content.AnnouncedDelay ?? Nothing),
            ("Début de l’appel", content.OpensOn?.InWords ?? Nothing),
            ("Fin de l’appel", content.ClosesOn?.InWords ?? Nothing),
            ("Précisions sur l’appel", content.WindowNote ?? Nothing),
        ];
    }

    /// <summary>In the order of the list: boxes have none of their own.</summary>
    private static string Labels(TermList list, IReadOnlyList<string> codes) =>
        codes.Count == 0 ? Nothing : string.Join(", ", list.Where(term => codes.Contains(term.Code)).Select(term => term.Label).Concat(list.UnknownAmong(codes)));

    private static string YesNo(bool value) => value ? "Oui" : No;

    private static string Number(decimal? value) => value?.ToString("#,0.##", CultureInfo.CurrentCulture) ?? Nothing;
}
