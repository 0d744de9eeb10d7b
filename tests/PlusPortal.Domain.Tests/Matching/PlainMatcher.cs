using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Matching.Triage;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>The matcher without its index: the same criteria and the same words, but every offer is judged, scored and sorted. What the indexed matcher must equal, and is compared with.</summary>
internal static class PlainMatcher
{
    public static MatchResult Match(MatchingCriteria criteria, IReadOnlyList<CatalogOffer> offers, MatchingRules rules, DateOnly today)
    {
        var context = new MatchingContext(criteria, NeedAssessment.Of(criteria, NeedReader.Read(criteria.Title, criteria.Description)), rules, today);
        var judged = offers.Select(offer => (Offer: offer, Failed: HardCriteria.All.Where(criterion => criterion.Judge(context, offer).Outcome == Outcome.Unmet).ToList())).ToList();
        var eligible = judged.Where(offer => offer.Failed.Count == 0).Select(offer => offer.Offer).ToList();
        foreach (var offer in eligible) context.Learn(offer);
        context.Conclude();

        var best = eligible
            .GroupBy(offer => offer.ActorId)
            .Select(actor => actor.Select(offer => Candidate.Of(context, offer)).Order().First() with { ActorThemes = actor.Aggregate(default(ThemeMask), (themes, offer) => themes.Or(offer.ThemeSet)) })
            .Select(candidate => candidate.WithOtherOffers(context))
            .Order()
            .ToList();
        var known = eligible.Select(offer => offer.ActorId).ToHashSet();
        var misses = judged
            .Where(offer => offer.Failed.Count > 0 && !known.Contains(offer.Offer.ActorId))
            .OrderBy(offer => offer.Failed.Count)
            .ThenByDescending(offer => offer.Offer.ThemeSet.And(context.WantedThemes).Count)
            .ThenBy(offer => offer.Offer.ActorName, StringComparer.Ordinal)
            .ThenBy(offer => offer.Offer.OfferId)
            .DistinctBy(offer => offer.Offer.ActorId)
            .Take(rules.MaxExclusions)
            .Select(offer => new NearMiss(offer.Offer, offer.Failed[0], offer.Failed.Count))
            .ToList();
        return MatchingService.Explain(
            context,
            [.. best.Where(candidate => candidate.IsHelpful(context)).Take(rules.MaxProposals)],
            misses,
            [.. best.Where(candidate => !candidate.IsHelpful(context)).Take(rules.MaxExclusions - misses.Count)],
            lexicon: null);
    }
}
