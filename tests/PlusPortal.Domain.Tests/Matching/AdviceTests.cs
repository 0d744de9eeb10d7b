using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>What a good adviser would not do: send to a funder before the statutes, to another trade, to a slow scheme in an emergency, or to a third actor who hardly answers.</summary>
public sealed class AdviceTests
{
    private static readonly CatalogOffer Funder = Given.Offer(
        2,
        Given.Content() with { Themes = [Themes.PretGarantie, Themes.ChoixStatutCreation], SupportModes = [SupportModes.PretGarantie] },
        source => source with { ActorKind = ActorKinds.Financeur });

    [Fact]
    public void Statute_comes_before_money()
    {
        var founders = Project("Nous hésitons : quelle forme juridique choisir, association ou Scic ? Il nous faudra aussi un prêt bancaire de 60 000 euros.");
        var settled = Project("Nous cherchons un prêt bancaire de 60 000 euros pour acheter un four.");

        Assert.Equal(-MatchingRules.Current.FunderBeforeStatute, Points(founders, Criteria.Role, Funder));
        Assert.True(Points(settled, Criteria.Role, Funder) > 0);
    }

    [Fact]
    public void A_funder_stays_behind_when_no_money_is_asked_for()
    {
        var request = Given.Request();

        Assert.Equal(-MatchingRules.Current.FunderUncalled, Points(request, Criteria.Role, Given.Offer(2, with: source => source with { ActorKind = ActorKinds.Financeur })));
    }

    [Fact]
    public void An_offer_for_one_sector_alone_knows_it_best()
    {
        var request = Given.Request() with { Sectors = [Sectors.Culture] };

        var alone = Points(request, Criteria.Sector, Given.Offer(1, Given.Content() with { Sectors = [Sectors.Culture] }));
        var among = Points(request, Criteria.Sector, Given.Offer(1, Given.Content() with { Sectors = [Sectors.Culture, Sectors.SportLoisirs] }));

        Assert.Equal(MatchingRules.Current.SectorOnly, alone - among);
        Assert.True(among > 0);
    }

    [Fact]
    public void An_offer_that_misses_the_heart_of_the_need_brings_less()
    {
        var request = Given.Request() with { Themes = [Themes.EmploiPartage], Title = "Partager une comptable", Description = "Nous voulons partager une salariée par un groupement d'employeurs. Nous devons aussi tenir la comptabilité." };
        var accounting = Given.Offer(1, Given.Content() with { Themes = [Themes.GestionComptabilite] });
        var shared = Given.Offer(2, Given.Content() with { Themes = [Themes.EmploiPartage] });

        var heart = Given.Match(request, accounting, shared);

        Assert.Equal("Acteur 00002", heart.Proposals[0].ActorName);
        Assert.True(Points(request, Criteria.Themes, accounting) < Points(request with { Themes = [] }, Criteria.Themes, accounting));
    }

    [Fact]
    public void Who_answers_far_less_well_than_the_first_is_not_proposed_and_the_reason_says_so()
    {
        var request = Given.Request();
        var strong = Given.Offer(1, Given.Content() with { Themes = [Themes.ModeleEconomique], SupportModes = [SupportModes.Diagnostic] });
        var weak = Given.Offer(2, Given.Content() with { Themes = [Themes.ModeleEconomique], Sectors = [Sectors.Energie], SubStages = [SubStages.ChangementEchelle] });

        MatchResult With(int floor) => MatchingService.Match(request, new OfferCatalog([strong, weak]), MatchingRules.Current with { FloorPercent = floor }, Given.Today);

        Assert.Equal(2, With(floor: 0).Proposals.Count);
        Assert.Equal("Acteur 00001", Assert.Single(With(floor: 180).Proposals).ActorName);
        Assert.Contains(With(floor: 180).Excluded, exclusion => exclusion.ActorName == "Acteur 00002" && exclusion.Text.Contains("bien mieux", StringComparison.Ordinal));
    }

    [Fact]
    public void A_network_of_the_social_economy_is_not_for_an_ordinary_business()
    {
        var request = Given.Request() with { LegalForm = LegalForms.EntrepriseIndividuelle, HeadcountFte = null, Themes = [Themes.CommercialMarches], Title = "Plus de clients", Description = "Mon salon de coiffure veut trouver de nouveaux clients." };
        var network = Given.Offer(1, Given.Content() with { Themes = [Themes.CommercialMarches], LegalForms = [LegalForms.Scop, LegalForms.EntrepriseIndividuelle] });
        var everybody = Given.Offer(2, Given.Content() with { Themes = [Themes.CommercialMarches] });

        Assert.Equal(-MatchingRules.Current.OutOfScope, Points(request, Criteria.Role, network));
        Assert.True(Points(request, Criteria.Role, everybody) >= 0);
    }

    [Fact]
    public void In_an_emergency_what_treats_something_else_waits()
    {
        var request = Given.Request() with { Title = "Salaires", Description = "Nous ne pouvons plus payer les salaires et voudrions aussi un réseau." };
        var network = Given.Offer(1, Given.Content() with { Themes = [Themes.ReseauPartenariats], SupportModes = [SupportModes.MiseEnReseau] }, source => source with { Circle = Circles.PremierAccueil });

        Assert.Equal(-MatchingRules.Current.BesideUrgency, RolePoints(request, network));
    }

    [Fact]
    public void One_employee_who_buys_alone_is_no_takeover_by_the_employees()
    {
        var cooperative = Given.Offer(1, Given.Content() with { Title = "Reprendre une entreprise par ses salariés, en Scop", Themes = [Themes.RepriseTransmission] });
        var together = Project("Notre patron part à la retraite, nous voulons reprendre l'atelier entre salariés.") with { Stage = Stages.Transformer, SubStage = SubStages.TransmissionReprise, Themes = [Themes.RepriseTransmission] };
        var alone = together with { Description = "Je suis salarié et je reprends le magasin de mon patron qui part à la retraite, je cherche un repreneur pour mon logement." };

        Assert.True(Points(together, Criteria.Milieu, cooperative) > 0);
        Assert.True(Points(alone, Criteria.Milieu, cooperative) < 0);
    }

    [Fact]
    public void A_cooperative_that_lets_people_try_their_trade_is_not_only_for_cooperatives()
    {
        var trial = Given.Offer(1, Given.Content() with { Title = "Tester son métier dans une coopérative d'activité", SupportModes = [SupportModes.TestActivite], Themes = [Themes.IdeeFaisabilite] });

        Assert.Equal(0, Points(Project("Je voudrais essayer de vivre de la traduction sans rien créer."), Criteria.Milieu, trial));
    }

    private static MatchingCriteria Project(string description) => Given.Request() with
    {
        LegalForm = LegalForms.PasEncoreCreee,
        Stage = Stages.Demarrer,
        SubStage = SubStages.Creation,
        Themes = [],
        HeadcountFte = null,
        BudgetEuros = null,
        AgeMonths = null,
        Title = "Notre projet",
        Description = description,
    };

    /// <summary>Points of a guide that would not be proposed.</summary>
    private static int RolePoints(MatchingCriteria request, CatalogOffer offer) =>
        MatchingService.Match(request, new OfferCatalog([offer]), MatchingRules.Current with { FloorPercent = 0, LeastScore = int.MinValue }, Given.Today).Proposals
            .Single(proposal => proposal.OfferId == offer.OfferId).Reasons.Single(reason => reason.Criterion == Criteria.Role).Points;

    private static int Points(MatchingCriteria request, string criterion, CatalogOffer offer) =>
        Given.Match(request, offer).Proposals.Single().Reasons.Single(reason => reason.Criterion == criterion).Points;
}
