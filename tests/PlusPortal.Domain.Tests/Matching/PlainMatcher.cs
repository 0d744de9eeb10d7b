using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Matching.Triage;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>The matcher without its index: the same criteria and the same words, but a plain loop judges every offer and all that is found is sorted. What the indexed matcher must equal, and is compared with.</summary>
internal static class PlainMatcher
{
    public static MatchResult Match(MatchingCriteria criteria, IReadOnlyList<CatalogOffer> offers, MatchingRules rules, DateOnly today)
    {
        var context = ContextOf(criteria, rules, today);
        var eligible = new List<CatalogOffer>();
        var missed = new List<Missed>();
        foreach (var offer in offers)
        {
            var (failures, first) = Judge(context, offer);
            if (failures == 0) eligible.Add(offer);
            else missed.Add(new Missed(offer, failures, first, offer.ThemeSet.And(context.WantedThemes).Count));
        }

        foreach (var offer in eligible) context.Learn(offer);
        context.Conclude();
        var best = BestOfEachActor(context, eligible);
        var misses = NearestOfEachActor(missed, eligible, rules);
        return MatchingService.Explain(
            context,
            [.. best.Where(candidate => candidate.IsHelpful(context)).Take(rules.MaxProposals)],
            misses,
            [.. best.Where(candidate => !candidate.IsHelpful(context)).Take(rules.MaxExclusions - misses.Count)],
            lexicon: null);
    }

    /// <summary>How many offers fail no hard criterion.</summary>
    public static int CountEligible(MatchingCriteria criteria, IReadOnlyList<CatalogOffer> offers, MatchingRules rules, DateOnly today)
    {
        var context = ContextOf(criteria, rules, today);
        return offers.Count(offer => Judge(context, offer).Failures == 0);
    }

    private static MatchingContext ContextOf(MatchingCriteria criteria, MatchingRules rules, DateOnly today) =>
        new(criteria, NeedAssessment.Of(criteria, NeedReader.Read(criteria.Title, criteria.Description), today), rules, today);

    private static (int Failures, Criterion? First) Judge(MatchingContext context, CatalogOffer offer)
    {
        var failures = 0;
        Criterion? first = null;
        foreach (var criterion in HardCriteria.All)
        {
            if (criterion.Judge(context, offer).Outcome != Outcome.Unmet) continue;
            failures++;
            first ??= criterion;
        }

        return (failures, first);
    }

    private static List<Candidate> BestOfEachActor(MatchingContext context, List<CatalogOffer> eligible)
    {
        var ordered = eligible.ConvertAll(offer => Candidate.Of(context, offer, HardCriteria.All.Sum(criterion => criterion.Judge(context, offer).Points)));
        ordered.Sort();
        var themes = new Dictionary<Guid, ThemeMask>();
        foreach (var offer in eligible) themes[offer.ActorId] = themes.GetValueOrDefault(offer.ActorId).Or(offer.ThemeSet);

        var actors = new HashSet<Guid>();
        var best = new List<Candidate>();
        foreach (var candidate in ordered)
        {
            if (actors.Add(candidate.Offer.ActorId)) best.Add((candidate with { ActorThemes = themes[candidate.Offer.ActorId] }).WithOtherOffers(context));
        }

        best.Sort();
        return best;
    }

    private static List<NearMiss> NearestOfEachActor(List<Missed> missed, List<CatalogOffer> eligible, MatchingRules rules)
    {
        missed.Sort();
        var actors = eligible.Select(offer => offer.ActorId).ToHashSet();
        var misses = new List<NearMiss>();
        foreach (var miss in missed)
        {
            if (misses.Count >= rules.MaxExclusions) break;
            if (actors.Add(miss.Offer.ActorId)) misses.Add(new NearMiss(miss.Offer, miss.First!, miss.Failures));
        }

        return misses;
    }

    private readonly record struct Missed(CatalogOffer Offer, int Failures, Criterion? First, int SharedThemes) : IComparable<Missed>
    {
        public int CompareTo(Missed other)
        {
            var byFailures = Failures.CompareTo(other.Failures);
            if (byFailures != 0) return byFailures;
            var byThemes = other.SharedThemes.CompareTo(SharedThemes);
            if (byThemes != 0) return byThemes;
            var byName = string.CompareOrdinal(Offer.ActorName, other.Offer.ActorName);
            return byName != 0 ? byName : Offer.OfferId.CompareTo(other.Offer.OfferId);
        }
    }
}
