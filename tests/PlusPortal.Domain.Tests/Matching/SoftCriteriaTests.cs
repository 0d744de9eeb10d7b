using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>Each soft criterion moves an offer up or down, and never excludes it.</summary>
public sealed class SoftCriteriaTests
{
    private readonly MatchingCriteria request = Given.Request();
    private readonly OfferContent content = Given.Content();

    [Fact]
    public void A_rare_theme_weighs_more_than_a_common_one()
    {
        var both = request with { Themes = [Themes.ModeleEconomique, Themes.UtiliteSocialeImpact], Title = "", Description = "" };
        CatalogOffer[] offers =
        [
            .. Enumerable.Range(1, 8).Select(number => Given.Offer(number, content with { Themes = [Themes.ModeleEconomique] })),
            Given.Offer(9, content with { Themes = [Themes.UtiliteSocialeImpact] }),
        ];

        var result = Given.Match(both, offers);

        Assert.Equal("Acteur 00009", result.Proposals[0].ActorName);
    }

    [Fact]
    public void An_offer_with_few_themes_comes_before_one_that_does_everything()
    {
        var result = Given.Match(
            request,
            Given.Offer(1, content with { Themes = [.. Themes.All.Select(term => term.Code)] }),
            Given.Offer(2));

        Assert.Equal(["Acteur 00002", "Acteur 00001"], result.Proposals.Select(proposal => proposal.ActorName));
    }

    [Fact]
    public void A_theme_that_the_text_confirms_weighs_more_than_one_only_declared()
    {
        var told = Points(request, Criteria.Themes, Given.Offer());
        var declared = Points(request with { Title = "", Description = "" }, Criteria.Themes, Given.Offer());

        Assert.True(told > declared, $"{told} > {declared}");
    }

    [Fact]
    public void A_theme_that_only_the_text_tells_counts_too()
    {
        var result = Given.Match(request with { Themes = [] }, Given.Offer());

        Assert.Contains(result.Proposals[0].Reasons, reason => reason is { Criterion: Criteria.Themes, Outcome: Outcome.Met, Points: > 0 });
    }

    [Theory]
    [InlineData(SubStages.Consolidation, Outcome.Met)]
    [InlineData(SubStages.ChangementEchelle, Outcome.Unmet)]
    public void Sub_stage_moves_the_rank(string served, Outcome expected)
    {
        var reason = Reason(request, Criteria.SubStage, Given.Offer(1, content with { SubStages = [served] }));

        Assert.Equal(expected, reason.Outcome);
        Assert.Equal(expected == Outcome.Met, reason.Points > 0);
    }

    [Fact]
    public void The_nearest_territory_brings_the_most_points()
    {
        CoverageZone[][] zones =
        [
            [new(TerritoryLevel.Commune, "54528")],
            [new(TerritoryLevel.Epci, "200070563")],
            [Given.MeurtheEtMoselle],
            [Given.MeurtheEtMoselle, new(TerritoryLevel.Departement, "57")],
            [new(TerritoryLevel.Region, "44")],
            [new(TerritoryLevel.France, CoverageZone.FranceCode)],
        ];

        var points = zones.Select(coverage => Points(request, Criteria.Nearness, Given.Offer(1, content with { Coverage = coverage }))).ToList();

        Assert.Equal(points.OrderDescending(), points);
        Assert.Equal(points.Count, points.Distinct().Count());
    }

    [Fact]
    public void A_vague_need_goes_to_a_first_circle_guide()
    {
        var vague = request with { Themes = [], Title = "Besoin d'aide", Description = "Bonjour, pouvez-vous nous aider pour notre association ?" };
        var guide = Given.Offer(1, content with { SupportModes = [SupportModes.AccueilOrientation] }, source => source with { Circle = Circles.PremierAccueil });

        var result = Given.Match(vague, Given.Offer(2), guide);

        Assert.Equal("Acteur 00001", result.Proposals[0].ActorName);
        Assert.Contains(result.Signals, signal => signal.Code == TriageSignals.BesoinFlou);
    }

    [Fact]
    public void A_precise_need_goes_to_the_specialist()
    {
        var guide = Given.Offer(1, content, source => source with { Circle = Circles.PremierAccueil });

        var result = Given.Match(request, guide, Given.Offer(2));

        Assert.Equal("Acteur 00002", result.Proposals[0].ActorName);
    }

    [Fact]
    public void A_funder_comes_last_until_the_plan_is_costed()
    {
        var funder = Given.Offer(1, content, source => source with { ActorKind = ActorKinds.Financeur });
        var costed = request with { Description = request.Description + " Il nous faut un prêt bancaire de 40 000 euros." };

        Assert.True(Points(request, Criteria.Role, funder) < 0);
        Assert.True(Points(costed, Criteria.Role, funder) > 0);
    }

    [Theory]
    [InlineData(Sectors.Culture, Sectors.Culture, Outcome.Met)]
    [InlineData(Sectors.Culture, Sectors.SportLoisirs, Outcome.Unmet)]
    [InlineData(null, Sectors.SportLoisirs, Outcome.Unknown)]
    public void Sector_moves_the_rank_and_never_excludes(string? declared, string served, Outcome expected)
    {
        var reason = Reason(request with { Sectors = declared is null ? [] : [declared] }, Criteria.Sector, Given.Offer(1, content with { Sectors = [served] }));

        Assert.Equal(expected, reason.Outcome);
        Assert.Equal(expected == Outcome.Met, reason.Points > 0);
    }

    [Fact]
    public void The_sector_is_read_in_the_text_when_it_was_not_declared()
    {
        var theatre = request with { Description = "Compagnie de théâtre, nous cherchons à mieux vendre nos spectacles." };

        Assert.Equal(Outcome.Met, Reason(theatre, Criteria.Sector, Given.Offer(1, content with { Sectors = [Sectors.Culture] })).Outcome);
    }

    [Fact]
    public void When_money_is_missing_prevention_comes_first_and_slow_help_last()
    {
        var urgent = request with { MoneyThreatened = true };
        var prevention = Given.Offer(1, content with { Themes = [Themes.TresorerieUrgence], SupportModes = [SupportModes.EcouteDifficultes] });
        var slow = Given.Offer(2, content with { SupportModes = [SupportModes.Diagnostic, SupportModes.IngenierieFinancee] });

        var result = Given.Match(urgent, slow, prevention, Given.Offer(3));

        Assert.Equal("Acteur 00001", result.Proposals[0].ActorName);
        Assert.True(Points(urgent, Criteria.SupportMode, slow) < 0);
    }

    [Theory]
    [InlineData(200_000, Outcome.Unmet)]
    [InlineData(20_000, Outcome.Met)]
    public void Budget_moves_the_rank_and_never_excludes(int budget, Outcome expected)
    {
        var offer = Given.Offer(1, content with { Eligibility = new() { BudgetMaxEuros = 50_000 } });

        Assert.Equal(expected, Reason(request with { BudgetEuros = Interval.Exactly(budget) }, Criteria.Budget, offer).Outcome);
        Assert.Equal(Outcome.Unknown, Reason(request with { BudgetEuros = null }, Criteria.Budget, offer).Outcome);
    }

    [Theory]
    [InlineData("Il nous manque 6 000 € pour une machine.", Outcome.Met)]
    [InlineData("Il nous manque 60 000 euros pour une machine.", Outcome.Unmet)]
    [InlineData("Il nous manque de l'argent pour une machine.", Outcome.Unknown)]
    public void The_amount_named_in_the_text_is_compared_with_the_limits(string description, Outcome expected)
    {
        var offer = Given.Offer(1, content with { Eligibility = new() { AmountMaxEuros = 12_000 } });

        Assert.Equal(expected, Reason(request with { Description = description }, Criteria.Amount, offer).Outcome);
    }

    [Fact]
    public void An_offer_for_associations_suits_an_association_of_volunteers_and_not_a_future_cooperative()
    {
        var desk = Given.Offer(
            1,
            content with { LegalForms = [LegalForms.PasEncoreCreee, LegalForms.AssociationLoi1901, LegalForms.AssociationDroitLocal] },
            source => source with { ActorKind = ActorKinds.GuichetVieAssociative });
        var project = request with { LegalForm = LegalForms.PasEncoreCreee, Stage = Stages.Demarrer, Description = "Nous voulons ouvrir une boutique en Scop, chacun associé." };

        Assert.True(Points(request with { HeadcountFte = Interval.Exactly(0) }, Criteria.Audience, desk) > 0);
        Assert.True(Points(request with { HeadcountFte = Interval.Exactly(20) }, Criteria.Audience, desk) < 0);
        Assert.True(Points(project, Criteria.Audience, desk) < 0);
    }

    [Fact]
    public void Words_shared_with_the_offer_bring_bounded_points()
    {
        var plain = request with { Description = "Nous voulons parler de couveuse et de maraîchage." };
        CatalogOffer[] others = [.. Enumerable.Range(2, 20).Select(number => Given.Offer(number))];
        var near = Given.Offer(1, content with { Title = "Couveuse de maraîchage", Description = "Une couveuse pour le maraîchage." });

        var result = Given.Match(plain, [near, .. others]);

        Assert.Equal("Acteur 00001", result.Proposals[0].ActorName);
        var reason = result.Proposals[0].Reasons.Single(reason => reason.Criterion == Criteria.Text);
        Assert.InRange(reason.Points, 1, MatchingRules.Current.TextCap);
    }

    [Fact]
    public void An_actor_already_met_is_not_proposed_again_first()
    {
        var result = Given.Match(request with { AlreadyMetActorIds = [Given.Id(1)] }, Given.Offer(1), Given.Offer(2));

        Assert.Equal("Acteur 00002", result.Proposals[0].ActorName);
    }

    [Fact]
    public void One_proposal_an_actor_with_credit_for_what_its_other_offers_add()
    {
        var need = request with { Themes = [Themes.ModeleEconomique, Themes.GouvernanceVieAssociative] };
        var first = Given.Offer(1);
        var second = Given.Offer(2, content with { Themes = [Themes.GouvernanceVieAssociative] }, source => source with { ActorId = Given.Id(1), ActorName = "Acteur 00001" });
        var alone = Given.Offer(3);

        var result = Given.Match(need, alone, second, first);

        Assert.Equal(2, result.Proposals.Count);
        Assert.Equal("Acteur 00001", result.Proposals[0].ActorName);
        Assert.Contains(result.Proposals[0].Reasons, reason => reason is { Criterion: Criteria.OtherOffers, Outcome: Outcome.Met, Points: > 0 });
    }

    [Fact]
    public void A_required_agreement_that_nobody_asked_about_costs_rank_not_eligibility()
    {
        var restricted = Given.Offer(1, content with { Eligibility = new() { RequiredQualifications = [Qualifications.TeteDeReseau] } });

        var result = Given.Match(request with { QualificationsKnown = false }, restricted, Given.Offer(2));

        Assert.Equal(["Acteur 00002", "Acteur 00001"], result.Proposals.Select(proposal => proposal.ActorName));
    }

    private static CriterionOutcome Reason(MatchingCriteria request, string criterion, CatalogOffer offer) =>
        MatchingService.Match(request, new OfferCatalog([offer]), MatchingRules.Current with { LeastScore = int.MinValue }, Given.Today)
            .Proposals.Single().Reasons.Single(reason => reason.Criterion == criterion);

    private static int Points(MatchingCriteria request, string criterion, CatalogOffer offer) => Reason(request, criterion, offer).Points;
}
