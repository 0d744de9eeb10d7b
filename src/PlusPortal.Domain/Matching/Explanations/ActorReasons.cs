using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Matching.Triage;

namespace PlusPortal.Domain.Matching.Explanations;

/// <summary>One offer with the outcome of each condition, for a request that it was or was not proposed for.</summary>
/// <param name="OfferId">Offer.</param>
/// <param name="Title">Its title.</param>
/// <param name="Conditions">Each condition that may exclude, in words.</param>
public sealed record OfferConditions(Guid OfferId, string Title, IReadOnlyList<CriterionOutcome> Conditions)
{
    /// <summary>Conditions known not to be met.</summary>
    public IEnumerable<CriterionOutcome> Failed => Conditions.Where(condition => condition.Outcome == Outcome.Unmet);
}

/// <summary>Why an actor is proposed for a request, how far down, or why not.</summary>
/// <param name="ActorName">Public name of the actor.</param>
/// <param name="Proposal">Its proposal with its rank and every point, however far down; null when it is not proposed.</param>
/// <param name="Exclusion">Why it is left out; null when it is proposed.</param>
/// <param name="Offers">All its public offers.</param>
public sealed record ActorReasons(string ActorName, Proposal? Proposal, Exclusion? Exclusion, IReadOnlyList<OfferConditions> Offers)
{
    /// <summary>Explains one actor of the catalogue; null when it has no public offer.</summary>
    public static ActorReasons? Of(MatchingCriteria criteria, OfferCatalog catalog, MatchingRules rules, DateOnly today, Guid actorId, NeedLexicon? lexicon = null)
    {
        var offers = catalog.Offers.Where(offer => offer.ActorId == actorId).ToList();
        if (offers.Count == 0) return null;

        // Nobody is cut off: the actor may be far down.
        var all = rules with { MaxProposals = catalog.Offers.Length, MaxExclusions = catalog.Offers.Length };
        var result = MatchingService.Match(criteria, catalog, all, today, lexicon);
        var context = new MatchingContext(criteria, NeedAssessment.Of(criteria, NeedReader.Read(criteria.Title, criteria.Description, lexicon), today), rules, today);
        context.WriteSentences();
        return new ActorReasons(
            offers[0].ActorName,
            result.Proposals.FirstOrDefault(proposal => proposal.ActorId == actorId),
            result.Excluded.FirstOrDefault(exclusion => exclusion.ActorId == actorId),
            [.. offers.Select(offer => new OfferConditions(offer.OfferId, offer.Content.Title, [.. HardCriteria.All.Select(criterion => Judge(criterion, context, offer))]))]);
    }

    private static CriterionOutcome Judge(Criterion criterion, MatchingContext context, CatalogOffer offer)
    {
        var verdict = criterion.Judge(context, offer);
        return new CriterionOutcome(criterion.Code, verdict.Outcome, verdict.Points, verdict.Text);
    }
}
