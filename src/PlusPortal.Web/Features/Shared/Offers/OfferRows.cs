using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Shared.Offers;

/// <summary>One line of a sheet: what it is about and what it says; no value means « not said ».</summary>
public sealed record OfferRow(string Label, IReadOnlyList<string> Values)
{
    /// <summary>Whether both say the same.</summary>
    public bool SaysTheSameAs(OfferRow other) => Values.SequenceEqual(other.Values);
}

/// <summary>A line that two versions of an offer do not share.</summary>
public sealed record OfferDifference(string Label, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    /// <summary>Values that only the older version has.</summary>
    public IEnumerable<string> Removed => Before.Except(After);

    /// <summary>Values that only the newer version has.</summary>
    public IEnumerable<string> Added => After.Except(Before);

    /// <summary>Whether the values are items of a list, better read as what was added and removed.</summary>
    public bool IsList => Before.Count > 1 || After.Count > 1;
}

/// <summary>An offer in French words, line by line.</summary>
public static class OfferRows
{
    private const string Yes = "Oui";

    /// <summary>Lines that say something.</summary>
    public static IReadOnlyList<OfferRow> Of(OfferContent content, ZoneNames names) => [.. All(content, names).Where(row => row.Values.Count > 0)];

    /// <summary>Lines that differ, in the order of the sheet.</summary>
    public static IReadOnlyList<OfferDifference> Between(OfferContent before, OfferContent after, ZoneNames names) =>
    [
        .. All(before, names).Zip(All(after, names))
            .Where(pair => !pair.First.SaysTheSameAs(pair.Second))
            .Select(pair => new OfferDifference(pair.First.Label, pair.First.Values, pair.Second.Values)),
    ];

    private static IReadOnlyList<OfferRow> All(OfferContent content, ZoneNames names) =>
    [
        new("Titre", Text(content.Title)),
        new("Description", Text(content.Description)),
        new("Étapes", Labels(Stages.All, content.Stages)),
        new("Étapes, plus précisément", Labels(SubStages.All, content.SubStages)),
        new("Thèmes", Labels(Themes.All, content.Themes)),
        new("Formes d’appui", Labels(SupportModes.All, content.SupportModes)),
        new("Formes juridiques", Labels(LegalForms.All, content.LegalForms)),
        new("Secteurs", Labels(Sectors.All, content.Sectors)),
        new("Territoires", [.. content.Coverage.Where(zone => !zone.IsExcluded).Select(names.Describe)]),
        new("Territoires exclus", [.. content.Coverage.Where(zone => zone.IsExcluded).Select(names.Describe)]),
        .. Conditions(content.Eligibility),
        new("Coût", Text(content.Cost)),
        new("Comment demander", Text(content.HowToApply)),
        new("À préparer", Text(content.WhatToPrepare)),
        new("Délai annoncé", Text(content.AnnouncedDelay)),
        new("Ouverture de l’appel", Text(content.OpensOn?.InWords)),
        new("Clôture de l’appel", Text(content.ClosesOn?.InWords)),
        new("Calendrier", Text(content.WindowNote)),
    ];

    private static IEnumerable<OfferRow> Conditions(Eligibility eligibility) =>
    [
        new("Siège dans le territoire", Flag(eligibility.SeatInTerritory)),
        new("Réservée aux structures employeuses", Flag(eligibility.EmployerRequired)),
        new("Effectif", Between(eligibility.HeadcountMinFte, eligibility.HeadcountMaxFte, "équivalents temps plein")),
        new("Budget annuel", Between(eligibility.BudgetMinEuros, eligibility.BudgetMaxEuros, "€")),
        new("Ancienneté", Between(eligibility.AgeMinMonths, eligibility.AgeMaxMonths, "mois")),
        new("Montant du besoin", Between(eligibility.AmountMinEuros, eligibility.AmountMaxEuros, "€")),
        new("Agréments demandés, au moins un", Labels(Qualifications.All, eligibility.RequiredQualifications)),
        new("Agréments exclus", Labels(Qualifications.All, eligibility.ExcludedQualifications)),
        new("Ni cessation de paiement ni procédure collective", Flag(eligibility.NotInInsolvency)),
        new("Adhésion", Text(eligibility.Membership)),
        new("Personnes concernées", Text(eligibility.Profile)),
        new("Autres conditions", Text(eligibility.OtherConditions)),
    ];

    private static IReadOnlyList<string> Text(string? value) => string.IsNullOrWhiteSpace(value) ? [] : [value];

    private static IReadOnlyList<string> Flag(bool value) => value ? [Yes] : [];

    private static IReadOnlyList<string> Labels(TermList list, IEnumerable<string> codes) => [.. codes.Select(list.LabelOf)];

    private static IReadOnlyList<string> Between(decimal? least, decimal? most, string unit) => (least, most) switch
    {
        (null, null) => [],
        ({ } from, null) => [$"À partir de {Number(from)}\u00A0{unit}"],
        (null, { } to) => [$"Jusqu’à {Number(to)}\u00A0{unit}"],
        ({ } from, { } to) => [$"De {Number(from)} à {Number(to)}\u00A0{unit}"],
    };

    private static string Number(decimal value) => value.ToString("#,0.##", FrenchText.Culture);
}
