using System.Globalization;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Features.Public.Directory.Sheet;

/// <summary>Conditions of access, one French sentence each.</summary>
public static class ConditionSentences
{
    /// <summary>The sentences; none when the offer sets no condition.</summary>
    public static IEnumerable<string> Of(Eligibility access)
    {
        if (access.EmployerRequired) yield return "La structure doit employer au moins une personne.";
        if (Between(access.HeadcountMinFte, access.HeadcountMaxFte, "équivalents temps plein") is { } size) yield return $"Effectif\u00A0: {size}.";
        if (Between(access.AgeMinMonths, access.AgeMaxMonths, "mois") is { } age) yield return $"Ancienneté de la structure\u00A0: {age}.";
        if (Between(access.BudgetMinEuros, access.BudgetMaxEuros, "€") is { } budget) yield return $"Budget annuel\u00A0: {budget}.";
        if (Between(access.AmountMinEuros, access.AmountMaxEuros, "€") is { } amount) yield return $"Montant du besoin\u00A0: {amount}.";
        if (access.RequiredQualifications.Count > 0) yield return $"Il faut l’un de ces agréments ou labels\u00A0: {Named(access.RequiredQualifications)}.";
        if (access.AcceptedQualifications.Count > 0) yield return $"Les autres formes juridiques sont acceptées avec l’un de ces agréments\u00A0: {Named(access.AcceptedQualifications)}.";
        if (access.ExcludedQualifications.Count > 0) yield return $"Ne s’adresse pas aux structures qui ont\u00A0: {Named(access.ExcludedQualifications)}.";
        if (access.NotInInsolvency) yield return "La structure ne doit être ni en cessation de paiements, ni en procédure collective.";
        if (access.SeatInTerritory) yield return "Le siège de la structure doit être dans le territoire.";
        if (access.Membership is { } membership) yield return $"Adhésion\u00A0: {Ended(membership)}";
        if (access.Profile is { } profile) yield return $"Profil\u00A0: {Ended(profile)}";
        if (access.OtherConditions is { } other) yield return Ended(other);
    }

    private static string Named(IReadOnlyList<string> codes) => string.Join(", ", codes.Select(Qualifications.All.LabelOf));

    private static string? Between(decimal? least, decimal? most, string unit) => (least, most) switch
    {
        (null, null) => null,
        ({ } from, null) => $"au moins {Number(from)}\u00A0{unit}",
        (null, { } to) => $"au plus {Number(to)}\u00A0{unit}",
        ({ } from, { } to) => $"de {Number(from)} à {Number(to)}\u00A0{unit}",
    };

    private static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.CurrentCulture);

    private static string Ended(string text) => text.TrimEnd() is var trimmed && trimmed.EndsWith('.') ? trimmed : trimmed + ".";
}
