using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>Requests and offers that match each other unless a test says otherwise.</summary>
internal static class Given
{
    public static readonly DateOnly Today = new(2026, 5, 4);

    public static readonly Place Toul = new("54528", "200070563", "54", "44");

    public static readonly Place Metz = new("57463", "200039865", "57", "44");

    public static readonly Place Strasbourg = new("67482", "246700488", "67", "44");

    public static readonly CoverageZone MeurtheEtMoselle = new(TerritoryLevel.Departement, "54");

    /// <summary>An association of Toul with three employees and a clear need.</summary>
    public static MatchingCriteria Request() => new()
    {
        Place = Toul,
        Stage = Stages.Developper,
        SubStage = SubStages.Consolidation,
        LegalForm = LegalForms.AssociationLoi1901,
        QualificationsKnown = true,
        Themes = [Themes.ModeleEconomique],
        HeadcountFte = Interval.Exactly(3),
        BudgetEuros = Interval.Exactly(120_000),
        AgeMonths = Interval.Exactly(60),
        InInsolvency = false,
        Title = "Revoir nos recettes",
        Description = "Notre modèle économique dépend trop d'un seul financeur, nous cherchons un regard extérieur pour diversifier nos recettes.",
    };

    public static OfferContent Content() => new()
    {
        Title = "Conseil aux structures",
        Description = "Un conseiller rencontre la structure et l'aide à y voir clair.",
        Stages = [Stages.Demarrer, Stages.Developper, Stages.Transformer],
        Themes = [Themes.ModeleEconomique],
        SupportModes = [SupportModes.ConseilIndividuel],
        Coverage = [MeurtheEtMoselle],
    };

    public static CatalogOffer Offer(int number = 1, OfferContent? content = null, Func<CatalogOfferSource, CatalogOfferSource>? with = null)
    {
        var source = new CatalogOfferSource
        {
            ActorId = Id(number),
            ActorName = $"Acteur {number:00000}",
            ActorKind = ActorKinds.ReseauAccompagnement,
            Circle = Circles.Specialiste,
            OfferId = Id(100_000 + number),
            Content = content ?? Content(),
        };
        return new CatalogOffer(with is null ? source : with(source));
    }

    /// <summary>The same offer with another content.</summary>
    public static CatalogOffer Copy(CatalogOffer offer, OfferContent content) => new(new CatalogOfferSource
    {
        ActorId = offer.ActorId,
        ActorName = offer.ActorName,
        ActorKind = offer.ActorKind,
        Circle = offer.Circle,
        Verification = offer.Verification,
        OfferId = offer.OfferId,
        Revision = offer.Revision,
        Content = content,
        State = offer.State,
        Capacity = offer.Capacity,
        CapacityUntil = offer.CapacityUntil,
        ConfirmedOn = offer.ConfirmedOn,
    });

    /// <summary>Another offer, of another actor, that says the same but for where it is available.</summary>
    public static CatalogOffer Elsewhere(int number, CatalogOffer offer, IReadOnlyList<CoverageZone> coverage) => new(new CatalogOfferSource
    {
        ActorId = Id(number),
        ActorName = $"Acteur {number:00000}",
        ActorKind = offer.ActorKind,
        Circle = offer.Circle,
        OfferId = Id(100_000 + number),
        Content = offer.Content with { Coverage = coverage },
        State = offer.State,
        Capacity = offer.Capacity,
        CapacityUntil = offer.CapacityUntil,
    });

    public static MatchResult Match(MatchingCriteria request, params CatalogOffer[] offers) =>
        MatchingService.Match(request, new OfferCatalog(offers), MatchingRules.Current, Today);

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
