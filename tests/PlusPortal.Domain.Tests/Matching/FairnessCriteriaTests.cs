using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>Freshness, announced delay, what happened before, and offers made for a family of structures.</summary>
public sealed class FairnessCriteriaTests
{
    [Theory]
    [InlineData(0, Outcome.Met, 3)]
    [InlineData(180, Outcome.Met, 3)]
    [InlineData(230, Outcome.Unmet, 1)]
    [InlineData(400, Outcome.Unmet, 0)]
    public void Freshness_falls_after_the_next_confirmation_is_due(int daysAgo, Outcome outcome, int points)
    {
        var reason = Reason(Given.Offer(with: source => source with { ConfirmedOn = Given.Today.AddDays(-daysAgo) }), Criteria.Freshness);

        Assert.Equal((outcome, points), (reason.Outcome, reason.Points));
    }

    [Theory]
    [InlineData("sous 48 h", 2)]
    [InlineData("Sous 5 jours", 2)]
    [InlineData("trois semaines", 0)]
    [InlineData("environ deux mois", -2)]
    [InlineData("selon les cas", 0)]
    [InlineData(null, 0)]
    public void An_announced_delay_counts_a_little(string? words, int points) =>
        Assert.Equal(points, Reason(Given.Offer(content: Given.Content() with { AnnouncedDelay = words }), Criteria.Delay).Points);

    [Fact]
    public void Past_answers_count_smoothed_capped_and_told()
    {
        var cap = MatchingRules.Current.HistoryCap;

        Assert.Equal(0, new OfferHistory(0, 0, 0).Points(cap));
        Assert.InRange(new OfferHistory(1, 0, 0).Points(cap), 0, 1);
        Assert.InRange(new OfferHistory(1_000, 0, 500).Points(cap), cap, cap);
        Assert.InRange(new OfferHistory(0, 1_000, 0).Points(cap), -cap, 1 - cap);
        Assert.True(new OfferHistory(10, 10, 2).Points(cap) > new OfferHistory(10, 10, 0).Points(cap));

        var reason = Reason(Given.Offer(with: source => source with { History = new OfferHistory(9, 1, 2) }), Criteria.History);
        Assert.Equal(Outcome.Met, reason.Outcome);
        Assert.Contains("9 acceptées", reason.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_past_can_be_left_out()
    {
        var offer = Given.Offer(with: source => source with { History = new OfferHistory(50, 0, 5) });

        var proposal = Assert.Single(MatchingService.Match(Given.Request(), new OfferCatalog([offer]), MatchingRules.Current with { HistoryCap = 0 }, Given.Today).Proposals);

        Assert.Equal(0, proposal.Reasons.Single(reason => reason.Criterion == Criteria.History).Points);
    }

    [Fact]
    public void An_offer_for_cooperatives_is_for_those_who_speak_of_one()
    {
        var offer = Given.Offer(content: Given.Content() with { Title = "Créer une Scop ou une Scic", Themes = [Themes.ChoixStatutCreation] });
        var request = Given.Request() with { Themes = [Themes.ChoixStatutCreation] };

        Assert.True(Reason(offer, Criteria.Milieu, request with { Description = "Quels statuts choisir pour notre club de quartier, avec ses bénévoles ?" }).Points < 0);
        Assert.True(Reason(offer, Criteria.Milieu, request with { Description = "Quels statuts choisir pour ouvrir une boulangerie en Scop ?" }).Points > 0);
        Assert.Equal(Outcome.Unknown, Reason(Given.Offer(content: Given.Content() with { Title = "Financer les Scop et les associations" }), Criteria.Milieu).Outcome);
    }

    [Fact]
    public void A_bank_is_no_guarantor()
    {
        var request = Given.Request() with { Themes = [Themes.PretGarantie], Description = "La banque est d'accord pour 30 000 euros mais demande une garantie pour notre emprunt." };
        var content = Given.Content() with { Themes = [Themes.PretGarantie], SupportModes = [SupportModes.PretGarantie] };
        var bank = Given.Offer(1, content, source => source with { ActorKind = ActorKinds.Banque });
        var guarantor = Given.Offer(2, content, source => source with { ActorKind = ActorKinds.Financeur });

        Assert.Equal("Acteur 00002", Given.Match(request, bank, guarantor).Proposals[0].ActorName);
    }

    [Fact]
    public void A_message_that_sells_is_proposed_to_nobody()
    {
        var result = Given.Match(Given.Request() with { Title = "Offre exceptionnelle", Description = "Notre agence propose un audit SEO gratuit, première page de Google, cliquez ici https://example.org" }, Given.Offer());

        Assert.Empty(result.Proposals);
        Assert.Equal([TriageSignals.Indesirable], result.Signals.Select(signal => signal.Code));
    }

    private static CriterionOutcome Reason(CatalogOffer offer, string criterion, MatchingCriteria? request = null) =>
        Assert.Single(Given.Match(request ?? Given.Request(), offer).Proposals).Reasons.Single(reason => reason.Criterion == criterion);
}
