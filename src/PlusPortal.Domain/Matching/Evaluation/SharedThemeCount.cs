using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Matching.Triage;

namespace PlusPortal.Domain.Matching.Evaluation;

/// <summary>What a plain directory does, for comparison: the same conditions, then a count of the declared themes that are shared. It reads no text and gives no signal.</summary>
public static class SharedThemeCount
{
    private const int Most = 10;

    /// <summary>Names of the actors, the one with most shared themes first; equals in the order of their identifiers.</summary>
    public static IReadOnlyList<string> Match(MatchingCriteria criteria, OfferCatalog catalog, DateOnly today)
    {
        var context = new MatchingContext(criteria, NeedAssessment.Of(criteria, NeedReading.Empty, today), MatchingRules.Current, today);
        return
        [
            .. catalog.Offers
                .Where(offer => HardCriteria.All.All(criterion => criterion.Judge(context, offer).Outcome != Outcome.Unmet))
                .OrderByDescending(offer => offer.Content.Themes.Count(criteria.Themes.Contains))
                .ThenBy(offer => offer.OfferId)
                .Select(offer => offer.ActorName).Distinct().Take(Most),
        ];
    }
}
