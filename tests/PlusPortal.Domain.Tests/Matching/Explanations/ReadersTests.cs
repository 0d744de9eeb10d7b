using System.Reflection;
using System.Text.RegularExpressions;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Explanations;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching.Explanations;

/// <summary>Whoever reads it, an outcome has a French sentence: the structure, staff and programs read the stored one, a partner its own.</summary>
public sealed partial class ReadersTests
{
    private static readonly string[] All = [.. typeof(Criteria).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>Outcomes that a criterion never has: there is always a place, a capacity…</summary>
    private static readonly HashSet<(string, Outcome)> Never =
    [
        (Criteria.Territory, Outcome.Unknown),
        (Criteria.NamedBetter, Outcome.Unmet),
        (Criteria.Capacity, Outcome.Unknown),
        (Criteria.Nearness, Outcome.Unknown),
        (Criteria.Role, Outcome.Unknown),
        (Criteria.Text, Outcome.Unmet),
        (Criteria.OtherOffers, Outcome.Unmet),
        (Criteria.AlreadyMet, Outcome.Unknown),
    ];

    public static TheoryData<string, Outcome> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, Outcome>();
            foreach (var criterion in All)
            {
                foreach (var outcome in Enum.GetValues<Outcome>()) pairs.Add(criterion, outcome);
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_partner_reads_a_sentence_of_its_own(string criterion, Outcome outcome) => AssertSentence(PartnerSentences.Of(criterion, outcome));

    [Fact]
    public void A_partner_reads_a_heading_for_each_reason()
    {
        var headings = All.Select(PartnerSentences.HeadingOf).ToList();

        Assert.All(headings, heading => Assert.Matches(@"^\p{Lu}[^.]{5,60}$", heading));
        Assert.Equal(All.Length, headings.Distinct(StringComparer.Ordinal).Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => PartnerSentences.HeadingOf("unheard-of"));
    }

    /// <summary>Every outcome of every criterion is met among many requests and offers, and its stored sentence is read as it is by the structure, staff and programs.</summary>
    [Fact]
    public void The_stored_sentence_of_every_outcome_is_a_sentence()
    {
        var seen = new HashSet<(string, Outcome)>();
        for (var seed = 0; seed < 150; seed++)
        {
            var generated = new Generated(new Random(seed));
            var request = generated.Request();
            var offers = generated.Offers(60);
            var catalog = new OfferCatalog(offers);
            var rules = MatchingRules.Current with { MaxProposals = 60, LeastScore = int.MinValue, NamedBetter = 6 };
            foreach (var reason in MatchingService.Match(request, catalog, rules, Given.Today).Proposals.SelectMany(proposal => proposal.Reasons)) Read(reason);
            foreach (var exclusion in MatchingService.Match(request, catalog, rules, Given.Today).Excluded)
            {
                AssertSentence(exclusion.Text);
                if (exclusion.FailedCriteria == 1) AssertSentence(exclusion.Lacking!);
                else Assert.Null(exclusion.Lacking);
            }

            foreach (var actor in offers.Select(offer => offer.ActorId).Distinct().Take(2))
            {
                foreach (var condition in ActorReasons.Of(request, catalog, rules, Given.Today, actor)!.Offers.SelectMany(offer => offer.Conditions)) Read(condition);
            }
        }

        // What chance does not bring: a need below the amounts of an offer, and a help desk for volunteers asked by an employer.
        var small = Given.Request() with { Description = "Nous cherchons un prêt de 2 000 euros pour acheter une machine." };
        var amount = Given.Offer(1, Given.Content() with { Eligibility = new Eligibility { AmountMinEuros = 10_000 } });
        var desk = Given.Offer(2, Given.Content() with { LegalForms = [LegalForms.AssociationLoi1901] }, source => source with { ActorKind = ActorKinds.GuichetVieAssociative });
        foreach (var reason in Given.Match(small with { HeadcountFte = Interval.Exactly(20) }, amount, desk).Proposals.SelectMany(proposal => proposal.Reasons)) Read(reason);

        var expected = All.SelectMany(_ => Enum.GetValues<Outcome>(), (criterion, outcome) => (criterion, outcome)).Except(Never).ToList();
        Assert.Equal([], expected.Except(seen));
        Assert.Equal([], seen.Intersect(Never));

        void Read(CriterionOutcome reason)
        {
            seen.Add((reason.Criterion, reason.Outcome));
            AssertSentence(reason.Text);
        }
    }

    private static void AssertSentence(string text)
    {
        Assert.Matches(@"^\p{Lu}.*[.?…]$", text);
        Assert.True(text.Length >= 12, text);
        Assert.DoesNotMatch(Code(), text);
        Assert.DoesNotMatch(English(), text);
    }

    /// <summary>A code of the vocabulary or of a criterion: words without accent or space joined by hyphens that French does not join so.</summary>
    [GeneratedRegex(@"(sub-stage|legal-form|other-offers|already-met|support-mode|\b[a-z]+-[a-z]+-[a-z]+-?[a-z]*\b(?<!vis-à-vis))")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(the|met|unmet|unknown|not|with|stage|offer|your|null)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
