using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Triage;

/// <summary>Tells a request that nothing ties to the social economy. A takeover by employees is in scope.</summary>
/// <remarks>Source: triage rules of PLUS.</remarks>
internal static class OutOfScope
{
    /// <summary>French sentence that says why; null when the request is in scope.</summary>
    public static string? Reason(MatchingCriteria criteria, NeedReading reading)
    {
        if (reading.Tells(Notions.EmployeeTakeover) || TiesToSocialEconomy(criteria, reading) || criteria.Qualifications.Count > 0) return null;
        if (AsksSmallLoan(criteria, reading) && (criteria.LegalForm is not LegalForms.EntrepriseIndividuelle || reading.Tells(Notions.OutOfWork))) return null;
        if (criteria.LegalForm is LegalForms.SocieteCommercialeHorsEss or LegalForms.EntrepriseIndividuelle)
            return $"La forme déclarée est «\u00A0{LegalForms.All.LabelOf(criteria.LegalForm)}\u00A0» et rien n'évoque l'ESS\u00A0: vérifiez d'abord une reprise en Scop.";
        var isOpen = criteria.LegalForm is null or LegalForms.Autre or LegalForms.PasEncoreCreee;
        return isOpen && reading.Notion(Notions.OrdinaryBusiness) is { } business
            ? $"Le texte parle d'une entreprise classique ({TriageDetector.Quote(business.Words)}) et rien n'évoque l'ESS."
            : null;
    }

    /// <summary>Small loans to founders belong to the solidarity finance; a business that runs already is a business.</summary>
    private static bool AsksSmallLoan(MatchingCriteria criteria, NeedReading reading) =>
        criteria.Themes.Contains(Themes.MicrocreditPretHonneur) || NeedReading.Find(reading.Themes, Themes.MicrocreditPretHonneur) is { Strength: >= NeedReading.Strong };

    /// <summary>A company that names associations, its customers as often as not, is not tied by the word, nor somebody alone by an agreement that he cannot have.</summary>
    private static bool TiesToSocialEconomy(MatchingCriteria criteria, NeedReading reading)
    {
        if (reading.Notion(Notions.SocialEconomy) is not { } ties) return false;
        var isAlone = criteria.LegalForm == LegalForms.EntrepriseIndividuelle;
        if (!isAlone && criteria.LegalForm != LegalForms.SocieteCommercialeHorsEss) return true;
        return reading.Tells(Notions.WantsCooperative) || ties.Words.Any(word => !OnlyNamed(word) && !(isAlone && word.Contains("esus", StringComparison.OrdinalIgnoreCase)));
    }

    private static bool OnlyNamed(string word) =>
        word.StartsWith("asso", StringComparison.OrdinalIgnoreCase) || word.StartsWith("bénévol", StringComparison.OrdinalIgnoreCase) || word.StartsWith("benevol", StringComparison.OrdinalIgnoreCase);
}
