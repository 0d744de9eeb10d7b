using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Matching.Triage;

namespace PlusPortal.Domain.Matching.Search;

/// <summary>Matches a request with the offers of a catalogue. Pure and deterministic: the same input gives the same result, whatever the order of the offers.</summary>
public static class MatchingService
{
    /// <summary>Proposals with every reason, exclusions with theirs, suggestions and signals.</summary>
    /// <param name="criteria">What is known of the request.</param>
    /// <param name="catalog">Snapshot of the offers.</param>
    /// <param name="rules">Weights; those in force when null.</param>
    /// <param name="today">Paris date, for windows, capacities and the rotation among equals.</param>
    /// <param name="lexicon">Phrases that the text is read with; the default ones when null.</param>
    public static MatchResult Match(MatchingCriteria criteria, OfferCatalog catalog, MatchingRules? rules, DateOnly today, NeedLexicon? lexicon = null)
    {
        rules ??= MatchingRules.Current;
        var assessment = NeedAssessment.Of(criteria, NeedReader.Read(criteria.Title, criteria.Description, lexicon), today);
        var context = new MatchingContext(criteria, assessment, rules, today);

        using var sieve = new Sieve(context, catalog.Index);
        context.Learn(sieve.EligibleCount, sieve.CountTheme, sieve.CountWord);
        context.Conclude();
        using var ranking = new Ranking(context, catalog.Index, sieve);
        var helpful = ranking.First(rules.MaxProposals, isHelpful: true);
        var misses = sieve.FindNearMisses(context.WantedThemes, rules.MaxExclusions);
        var unhelpful = ranking.First(rules.MaxExclusions - misses.Count, isHelpful: false);
        return Explain(context, helpful, misses, unhelpful, lexicon);
    }

    /// <summary>The result, in words.</summary>
    internal static MatchResult Explain(MatchingContext context, List<Candidate> helpful, List<NearMiss> misses, List<Candidate> unhelpful, NeedLexicon? lexicon)
    {
        var far = FarBehind(context, helpful);
        context.WriteSentences();
        var assessment = context.Assessment;
        var isAnswered = assessment.IsUrgent || helpful.Exists(candidate => candidate.Score > 0 && (context.WantsMoney || !candidate.Offer.IsFunding) && candidate.Offer.ThemeSet.And(context.HeartOfNeed).Bits != 0);
        helpful = [.. helpful.Where(candidate => !far.Contains(candidate))];
        var proposals = helpful.Select((candidate, index) => ToProposal(context, candidate, index + 1)).ToList();
        return new MatchResult
        {
            RulesVersion = context.Rules.Version,
            LexiconHash = (lexicon ?? NeedLexicon.Default).Hash,
            SuggestedStage = assessment.SuggestedStage,
            SuggestedSubStage = assessment.SuggestedSubStage,
            SuggestedThemes = [.. assessment.SuggestedThemes.Select(theme => theme.Code)],
            Signals = TriageDetector.Detect(context.Criteria, assessment, proposals, isAnswered, lexicon),
            Proposals = proposals,
            Excluded = [.. misses.Select(miss => ToExclusion(context, miss)), .. far.Select(candidate => Behind(candidate.Offer)), .. unhelpful.Select(candidate => Unhelpful(context, candidate.Offer))],
        };
    }

    /// <summary>Candidates that answer much less well than the best one. Nearness and what is still to be checked are left aside, so that neither a wider territory nor an unknown answer removes an offer; a vague need keeps them all.</summary>
    private static List<Candidate> FarBehind(MatchingContext context, List<Candidate> candidates)
    {
        if (candidates.Count == 0 || context.Assessment.IsForGuides) return [];
        var best = candidates.Max(AnswerOf);
        if (best <= 0) return [];
        return candidates.FindAll(candidate => AnswerOf(candidate) * 100 < best * (candidate.Offer.ThemeSet.And(context.CoreThemes).Bits == 0 ? context.Rules.FloorPercent : context.Rules.FloorPercent / 2));

        int AnswerOf(Candidate candidate) =>
            candidate.Score - SoftCriteria.Nearness(context, candidate.Offer).Points - HardCriteria.All.Sum(criterion => criterion.Judge(context, candidate.Offer).Points);
    }

    private static Exclusion Behind(CatalogOffer offer) =>
        new(offer.ActorId, offer.ActorName, offer.OfferId, offer.Content.Title, Criteria.Themes, "Pourrait convenir, mais d'autres acteurs répondent bien mieux à ce besoin.", 0);

    private static Proposal ToProposal(MatchingContext context, Candidate candidate, int rank) => new()
    {
        Rank = rank,
        Role = rank == 1 ? ProposalRole.Lead : rank <= 3 ? ProposalRole.Contributor : ProposalRole.Alternate,
        ActorId = candidate.Offer.ActorId,
        ActorName = candidate.Offer.ActorName,
        OfferId = candidate.Offer.OfferId,
        OfferTitle = candidate.Offer.Content.Title,
        OfferRevision = candidate.Offer.Revision,
        Score = candidate.Score,
        Reasons =
        [
            .. HardCriteria.All.Concat(SoftCriteria.All).Select(criterion => ToOutcome(criterion.Code, criterion.Judge(context, candidate.Offer))),
            .. context.Rules.NamedBetter > 0 ? [ToOutcome(Criteria.NamedBetter, SoftCriteria.NamedBetter(context, candidate.Offer))] : Array.Empty<CriterionOutcome>(),
            ToOutcome(Criteria.OtherOffers, SoftCriteria.OtherOffers(context, candidate.Offer, candidate.ActorThemes)),
        ],
    };

    private static CriterionOutcome ToOutcome(string criterion, Verdict verdict) => new(criterion, verdict.Outcome, verdict.Points, verdict.Text);

    private static Exclusion Unhelpful(MatchingContext context, CatalogOffer offer) =>
        new(offer.ActorId, offer.ActorName, offer.OfferId, offer.Content.Title, Criteria.Themes, SoftCriteria.ThemesShared(context, offer).Text, 0);

    private static Exclusion ToExclusion(MatchingContext context, NearMiss miss) => new(
        miss.Offer.ActorId,
        miss.Offer.ActorName,
        miss.Offer.OfferId,
        miss.Offer.Content.Title,
        miss.FirstFailed.Code,
        miss.FirstFailed.Judge(context, miss.Offer).Text,
        miss.Failures)
    {
        Lacking = miss.Failures == 1 ? NearMisses.Lacking(miss.FirstFailed.Code, miss.Offer) : null,
    };
}
