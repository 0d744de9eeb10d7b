using System.Buffers.Binary;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Domain.Matching;

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
        var assessment = NeedAssessment.Of(criteria, NeedReader.Read(criteria.Title, criteria.Description, lexicon));
        var context = new MatchingContext(criteria, assessment, rules, today);

        var (eligible, excluded) = Sift(context, catalog);
        context.LearnFrom(eligible);
        var ranked = BestOfEachActor(context, eligible);
        context.WriteSentences();
        var proposals = ranked
            .Where(candidate => IsHelpful(context, candidate))
            .Take(rules.MaxProposals)
            .Select((candidate, index) => ToProposal(context, candidate, index + 1))
            .ToList();
        var unhelpful = ranked.Where(candidate => !IsHelpful(context, candidate)).Select(candidate => Unhelpful(context, candidate.Offer));

        return new MatchResult
        {
            RulesVersion = rules.Version,
            SuggestedStage = assessment.SuggestedStage,
            SuggestedSubStage = assessment.SuggestedSubStage,
            SuggestedThemes = [.. assessment.SuggestedThemes.Select(theme => theme.Code)],
            Signals = TriageDetector.Detect(criteria, assessment, proposals, lexicon),
            Proposals = proposals,
            Excluded = Exclusions(context, excluded, unhelpful, ranked.Select(candidate => candidate.Offer.ActorId).ToHashSet()),
        };
    }

    private static (List<CatalogOffer> Eligible, List<Miss> Excluded) Sift(MatchingContext context, OfferCatalog catalog)
    {
        var eligible = new List<CatalogOffer>();
        var excluded = new List<Miss>();
        foreach (var offer in catalog.Offers)
        {
            int failures = 0, first = -1;
            for (var index = 0; index < HardCriteria.All.Count; index++)
            {
                if (HardCriteria.All[index].Judge(context, offer).Outcome != Outcome.Unmet) continue;
                failures++;
                if (first < 0) first = index;
            }

            if (failures == 0) eligible.Add(offer);
            else excluded.Add(new Miss(offer, failures, first, offer.ThemeSet.And(context.WantedThemes).Count));
        }

        return (eligible, excluded);
    }

    private static Candidate Score(MatchingContext context, CatalogOffer offer)
    {
        var score = 0;
        foreach (var criterion in HardCriteria.All) score += criterion.Judge(context, offer).Points;
        foreach (var criterion in SoftCriteria.All) score += criterion.Judge(context, offer).Points;
        return new Candidate(offer, score, context.LevelOf(offer) ?? TerritoryLevel.France, Rotation(context.Today, offer.OfferId), default);
    }

    /// <summary>Best offer of each actor with what its other offers add, in the total order: score, nearest territory, rotation of the day, identifier.</summary>
    private static List<Candidate> BestOfEachActor(MatchingContext context, List<CatalogOffer> eligible)
    {
        var ordered = eligible.ConvertAll(offer => Score(context, offer));
        ordered.Sort();
        var themes = new Dictionary<Guid, ThemeMask>();
        foreach (var offer in eligible) themes[offer.ActorId] = themes.GetValueOrDefault(offer.ActorId).Or(offer.ThemeSet);

        var actors = new HashSet<Guid>();
        var best = new List<Candidate>();
        foreach (var candidate in ordered)
        {
            if (!actors.Add(candidate.Offer.ActorId)) continue;
            var added = SoftCriteria.OtherOffers(context, candidate.Offer, themes[candidate.Offer.ActorId]);
            best.Add(candidate with { Score = candidate.Score + added.Points, ActorThemes = themes[candidate.Offer.ActorId] });
        }

        best.Sort();
        return best;
    }

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
            .. HardCriteria.All.Concat(SoftCriteria.All).Select(criterion => Explain(criterion.Code, criterion.Judge(context, candidate.Offer))),
            Explain(Criteria.OtherOffers, SoftCriteria.OtherOffers(context, candidate.Offer, candidate.ActorThemes)),
        ],
    };

    private static CriterionOutcome Explain(string criterion, Verdict verdict) => new(criterion, verdict.Outcome, verdict.Points, verdict.Text);

    /// <summary>One entry for each actor without an eligible offer, its nearest miss; those nearest to eligible, and nearest to the need, first.</summary>
    private static IReadOnlyList<Exclusion> Exclusions(MatchingContext context, List<Miss> misses, IEnumerable<Exclusion> unhelpful, HashSet<Guid> eligibleActors)
    {
        misses.Sort();
        var actors = new HashSet<Guid>(eligibleActors);
        var entries = new List<Exclusion>();
        foreach (var miss in misses)
        {
            if (entries.Count >= context.Rules.MaxExclusions) break;
            if (actors.Add(miss.Offer.ActorId)) entries.Add(ToExclusion(context, miss.Offer, HardCriteria.All[miss.FirstFailed], miss.Failures));
        }

        return [.. entries.Concat(unhelpful).Take(context.Rules.MaxExclusions)];
    }

    /// <summary>Only an offer that shares no theme with a need that is known can be of no use; what is unknown never removes one.</summary>
    private static bool IsHelpful(MatchingContext context, Candidate candidate) =>
        candidate.Score >= context.Rules.LeastScore || context.WantedThemes.Bits == 0 || candidate.Offer.ThemeSet.And(context.WantedThemes).Bits != 0;

    private static Exclusion Unhelpful(MatchingContext context, CatalogOffer offer) =>
        new(offer.ActorId, offer.ActorName, offer.OfferId, offer.Content.Title, Criteria.Themes, SoftCriteria.ThemesShared(context, offer).Text, 0);

    private static Exclusion ToExclusion(MatchingContext context, CatalogOffer offer, Criterion criterion, int failures) =>
        new(offer.ActorId, offer.ActorName, offer.OfferId, offer.Content.Title, criterion.Code, criterion.Judge(context, offer).Text, failures);

    /// <summary>A number that changes every day for every offer, so that no equal is always first (FNV-1a over the day and the identifier).</summary>
    private static uint Rotation(DateOnly today, Guid offerId)
    {
        Span<byte> bytes = stackalloc byte[20];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, today.DayNumber);
        offerId.TryWriteBytes(bytes[4..]);
        var hash = 2166136261u;
        foreach (var value in bytes) hash = (hash ^ value) * 16777619u;
        return hash;
    }

    private readonly record struct Candidate(CatalogOffer Offer, int Score, TerritoryLevel Level, uint Rotation, ThemeMask ActorThemes) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other)
        {
            var byScore = other.Score.CompareTo(Score);
            if (byScore != 0) return byScore;
            var byLevel = Level.CompareTo(other.Level);
            if (byLevel != 0) return byLevel;
            var byRotation = Rotation.CompareTo(other.Rotation);
            return byRotation != 0 ? byRotation : Offer.OfferId.CompareTo(other.Offer.OfferId);
        }
    }

    private readonly record struct Miss(CatalogOffer Offer, int Failures, int FirstFailed, int SharedThemes) : IComparable<Miss>
    {
        public int CompareTo(Miss other)
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
