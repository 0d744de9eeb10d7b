using System.Text.Json;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>What must hold for any catalogue and any request, tried on many generated from fixed seeds.</summary>
public sealed class MatchingPropertiesTests
{
    private static IEnumerable<int> Seeds => Enumerable.Range(1, 40);

    [Fact]
    public void The_order_of_the_catalogue_changes_nothing() => Assert.All(Seeds, seed =>
    {
        var random = new Random(seed);
        var (request, offers) = Generate(random, 60);
        var shuffled = offers.ToArray();
        random.Shuffle(shuffled);

        Assert.Equal(Bytes(request, offers), Bytes(request, shuffled));
    });

    [Fact]
    public void Adding_an_ineligible_offer_changes_no_proposal() => Assert.All(Seeds, seed =>
    {
        var random = new Random(seed);
        var (request, offers) = Generate(random, 40);
        var elsewhere = Given.Offer(9_000, offers[0].Content with { Coverage = [new(TerritoryLevel.Departement, "13")] });

        var before = JsonSerializer.Serialize(Match(request, offers).Proposals);
        var after = JsonSerializer.Serialize(Match(request, [.. offers, elsewhere]).Proposals);

        Assert.Equal(before, after);
    });

    [Fact]
    public void Widening_a_coverage_never_removes_an_offer() => Assert.All(Seeds, seed =>
    {
        var random = new Random(seed);
        var (request, offers) = Generate(random, 12);
        foreach (var proposal in Match(request, offers).Proposals)
        {
            var widened = offers.Select(offer => offer.OfferId == proposal.OfferId
                ? Copy(offer, offer.Content with { Coverage = [.. offer.Content.Coverage, new CoverageZone(TerritoryLevel.France, CoverageZone.FranceCode)] })
                : offer);

            Assert.Contains(Match(request, [.. widened]).Proposals, kept => kept.ActorId == proposal.ActorId);
        }
    });

    [Fact]
    public void Every_candidate_is_explained_and_every_actor_appears_once() => Assert.All(Seeds, seed =>
    {
        var random = new Random(seed);
        var (request, offers) = Generate(random, 60);

        var result = Match(request, offers);

        var criteria = typeof(Criteria).GetFields().Select(field => (string)field.GetRawConstantValue()!).Where(code => code != Criteria.NamedBetter).Order().ToList();
        foreach (var proposal in result.Proposals)
        {
            Assert.Equal(criteria, proposal.Reasons.Select(reason => reason.Criterion).Order());
            Assert.All(proposal.Reasons, reason => Assert.False(string.IsNullOrWhiteSpace(reason.Text)));
            Assert.Equal(proposal.Score, proposal.Reasons.Sum(reason => reason.Points));
        }

        Assert.All(result.Excluded, exclusion => Assert.False(string.IsNullOrWhiteSpace(exclusion.Text)));
        var actors = result.Proposals.Select(proposal => proposal.ActorId).Concat(result.Excluded.Select(exclusion => exclusion.ActorId)).ToList();
        Assert.Equal(actors.Distinct(), actors);
        Assert.Equal(Enumerable.Range(1, result.Proposals.Count), result.Proposals.Select(proposal => proposal.Rank));
        Assert.Equal(result.Proposals.OrderByDescending(proposal => proposal.Score).Select(proposal => proposal.Rank), result.Proposals.Select(proposal => proposal.Rank));
    });

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var (request, offers) = Generate(new Random(7), 80);

        Assert.Equal(Bytes(request, offers), Bytes(request, offers));
    }

    [Fact]
    public void Equals_take_turns()
    {
        CatalogOffer[] twins = [.. Enumerable.Range(1, 3).Select(number => Given.Offer(number))];
        var firsts = Enumerable.Range(0, 60)
            .Select(day => MatchingService.Match(Given.Request(), new OfferCatalog(twins), null, Given.Today.AddDays(day)).Proposals[0].ActorName)
            .CountBy(name => name)
            .ToDictionary();

        Assert.Equal(3, firsts.Count);
        Assert.All(firsts.Values, count => Assert.InRange(count, 8, 32));
    }

    [Fact]
    public void Roles_follow_the_rank_and_the_list_is_bounded()
    {
        CatalogOffer[] offers = [.. Enumerable.Range(1, 30).Select(number => Given.Offer(number))];

        var result = Given.Match(Given.Request(), offers);

        Assert.Equal(MatchingRules.Current.MaxProposals, result.Proposals.Count);
        Assert.Equal(ProposalRole.Lead, result.Proposals[0].Role);
        Assert.All(result.Proposals.Skip(1).Take(2), proposal => Assert.Equal(ProposalRole.Contributor, proposal.Role));
        Assert.All(result.Proposals.Skip(3), proposal => Assert.Equal(ProposalRole.Alternate, proposal.Role));
        Assert.Equal(MatchingRules.Current.Version, result.RulesVersion);
    }

    [Fact]
    public void Near_misses_come_first_among_the_excluded()
    {
        var content = Given.Content();

        var result = Given.Match(
            Given.Request() with { HeadcountFte = Interval.Exactly(0) },
            Given.Offer(1, content with { Stages = [Stages.Demarrer], LegalForms = [LegalForms.Scop] }),
            Given.Offer(2, content with { Themes = [Themes.LocauxHebergement], Stages = [Stages.Demarrer] }),
            Given.Offer(3, content with { Eligibility = new() { EmployerRequired = true } }));

        Assert.Equal(["Acteur 00003", "Acteur 00002", "Acteur 00001"], result.Excluded.Select(exclusion => exclusion.ActorName));
        Assert.Equal([1, 1, 2], result.Excluded.Select(exclusion => exclusion.FailedCriteria));
    }

    [Fact]
    public void A_catalogue_leaves_out_inactive_actors_and_offers_that_are_not_public()
    {
        var now = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        var active = new SupportActor("actif", "Acteur actif", ActorKinds.ReseauAccompagnement, "", now);
        active.AddOffer("publiee", Given.Content(), OfferState.Published, now);
        active.AddOffer("suspendue", Given.Content(), OfferState.Suspended, now);
        active.AddOffer("brouillon", Given.Content(), OfferState.Draft, now);
        active.AddOffer("archivee", Given.Content(), OfferState.Archived, now);
        var inactive = new SupportActor("inactif", "Acteur inactif", ActorKinds.ReseauAccompagnement, "", now);
        inactive.AddOffer("cachee", Given.Content(), OfferState.Published, now);
        inactive.SetActive(false, now);

        var catalog = OfferCatalog.From([active, inactive]);

        Assert.Equal([OfferState.Published, OfferState.Suspended], catalog.Offers.Select(offer => offer.State).Order());
        Assert.All(catalog.Offers, offer => Assert.Equal(active.Id, offer.ActorId));
    }

    private static MatchResult Match(MatchingCriteria request, IReadOnlyList<CatalogOffer> offers) =>
        MatchingService.Match(request, new OfferCatalog(offers), MatchingRules.Current, Given.Today);

    private static string Bytes(MatchingCriteria request, IReadOnlyList<CatalogOffer> offers) => JsonSerializer.Serialize(Match(request, offers));

    private static CatalogOffer Copy(CatalogOffer offer, OfferContent content) => new(new CatalogOfferSource
    {
        ActorId = offer.ActorId,
        ActorName = offer.ActorName,
        ActorKind = offer.ActorKind,
        Circle = offer.Circle,
        OfferId = offer.OfferId,
        Content = content,
    });

    private static (MatchingCriteria Request, CatalogOffer[] Offers) Generate(Random random, int count)
    {
        string[] descriptions =
        [
            "Nous cherchons des partenaires et un local plus grand pour notre ressourcerie.",
            "Nous ne pouvons plus payer les salaires, aidez-nous vite.",
            "Association de quartier, nous voulons former nos bénévoles et trouver une subvention de 20 000 euros.",
            "Bonjour, pouvez-vous nous rappeler ?",
            "",
        ];
        var request = new MatchingCriteria
        {
            Place = random.Next(2) == 0 ? Given.Toul : Given.Metz,
            Stage = Maybe(random, Stages.All),
            LegalForm = Maybe(random, LegalForms.All),
            Themes = Some(random, Themes.All, 3),
            Sectors = Some(random, Sectors.All, 2),
            HeadcountFte = random.Next(3) == 0 ? null : Interval.Exactly(random.Next(0, 30)),
            Description = descriptions[random.Next(descriptions.Length)],
        };
        var offers = Enumerable.Range(1, count).Select(number => Given.Offer(
            number,
            Given.Content() with
            {
                Title = descriptions[random.Next(descriptions.Length)],
                Stages = [.. Some(random, Stages.All, 3).DefaultIfEmpty(Stages.Developper)],
                Themes = [.. Some(random, Themes.All, 6).DefaultIfEmpty(Themes.ModeleEconomique)],
                SupportModes = [.. Some(random, SupportModes.All, 3).DefaultIfEmpty(SupportModes.Diagnostic)],
                LegalForms = random.Next(2) == 0 ? [] : Some(random, LegalForms.All, 8),
                Sectors = random.Next(2) == 0 ? [] : Some(random, Sectors.All, 3),
                Coverage = [new CoverageZone(TerritoryLevel.Departement, random.Next(2) == 0 ? "54" : "57")],
                Eligibility = new Eligibility { EmployerRequired = random.Next(4) == 0, HeadcountMaxFte = random.Next(4) == 0 ? 15 : null },
            },
            source => source with
            {
                ActorId = Given.Id(random.Next(1, count)),
                ActorKind = ActorKinds.All[random.Next(ActorKinds.All.Count)].Code,
                Circle = Circles.All[random.Next(Circles.All.Count)].Code,
            }));
        return (request, [.. offers]);
    }

    private static string? Maybe(Random random, TermList list) => random.Next(4) == 0 ? null : list[random.Next(list.Count)].Code;

    private static string[] Some(Random random, TermList list, int most) =>
        [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => list[random.Next(list.Count)].Code).Distinct()];
}
