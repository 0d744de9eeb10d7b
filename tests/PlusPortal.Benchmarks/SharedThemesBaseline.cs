using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Benchmarks;

/// <summary>What today's directories do, for comparison: a plain loop with the same hard filters, then a count of shared declared themes. No text, no reasons, no exclusions.</summary>
internal static class SharedThemesBaseline
{
    /// <summary>Best offers, at most ten.</summary>
    public static List<(CatalogOffer Offer, int Shared)> Match(MatchingCriteria criteria, OfferCatalog catalog, DateOnly today)
    {
        var found = new List<(CatalogOffer Offer, int Shared)>();
        foreach (var offer in catalog.Offers)
        {
            if (!IsEligible(criteria, offer, today)) continue;
            var shared = 0;
            foreach (var theme in criteria.Themes)
            {
                if (offer.Content.Themes.Contains(theme)) shared++;
            }

            found.Add((offer, shared));
        }

        found.Sort((left, right) => right.Shared != left.Shared ? right.Shared.CompareTo(left.Shared) : left.Offer.OfferId.CompareTo(right.Offer.OfferId));
        return found.Count > 10 ? found.GetRange(0, 10) : found;
    }

    public static bool IsEligible(MatchingCriteria criteria, CatalogOffer offer, DateOnly today)
    {
        var content = offer.Content;
        var eligibility = content.Eligibility;
        if (offer.State != OfferState.Published || content.IsWindowClosed(today)) return false;
        if (offer.Capacity != CapacityStatuses.Ouvert && (offer.CapacityUntil is null || today <= offer.CapacityUntil)) return false;
        if (content.Coverage.LevelAt(criteria.Place) is null) return false;
        if (criteria.Stage is not null && !content.Stages.Contains(criteria.Stage)) return false;
        if (criteria.LegalForm is not null && content.LegalForms.Count > 0 && !content.LegalForms.Contains(criteria.LegalForm)) return false;
        if (eligibility.EmployerRequired && criteria.HeadcountFte is { High: 0 }) return false;
        if (criteria.HeadcountFte?.IsWithin(eligibility.HeadcountMinFte, eligibility.HeadcountMaxFte) == false) return false;
        if (criteria.AgeMonths?.IsWithin(eligibility.AgeMinMonths, eligibility.AgeMaxMonths) == false) return false;
        if (criteria.QualificationsKnown && eligibility.RequiredQualifications.Count > 0 && !eligibility.RequiredQualifications.Any(criteria.Qualifications.Contains)) return false;
        if (eligibility.ExcludedQualifications.Any(criteria.Qualifications.Contains)) return false;
        return !(eligibility.NotInInsolvency && criteria.InInsolvency == true);
    }
}
