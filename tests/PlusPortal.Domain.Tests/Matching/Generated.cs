using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>Requests and offers of every kind, from a seeded generator: each condition of access is sometimes there, sometimes not, sometimes unknown.</summary>
internal sealed class Generated(Random random)
{
    private static readonly Place[] Places = [Given.Toul, Given.Metz, Given.Strasbourg, new("29083", null, "29", "53")];

    private static readonly string[] Texts =
    [
        "Nous cherchons des partenaires et un local plus grand pour notre ressourcerie.",
        "Nous ne pouvons plus payer les salaires, aidez-nous vite.",
        "Association de quartier, nous voulons former nos bénévoles et trouver une subvention de 20 000 euros.",
        "Notre Scop veut embaucher deux personnes et revoir son modèle économique avant l'été.",
        "Bonjour, pouvez-vous nous rappeler ?",
        "",
    ];

    /// <summary>Short, since each is read: some name a family of structures.</summary>
    private static readonly string[] Titles =
    [
        "Revoir son modèle économique", "Prêt et garantie", "Créer une Scop ou une Scic", "Ouvrir un tiers-lieu", "Chantiers d'insertion",
        "Former ses bénévoles", "Un local plus grand", "Accueil et orientation", "",
    ];

    public MatchingCriteria Request() => new()
    {
        Place = Pick(Places),
        Stage = Maybe(Stages.All),
        SubStage = Maybe(SubStages.All),
        LegalForm = Maybe(LegalForms.All),
        Qualifications = Some(Qualifications.All, 2),
        QualificationsKnown = OneIn(2),
        Themes = Some(Themes.All, 3),
        Sectors = Some(Sectors.All, 2),
        HeadcountFte = OneIn(3) ? null : Interval.Exactly(random.Next(0, 30)),
        BudgetEuros = OneIn(3) ? null : Interval.Exactly(random.Next(0, 300_000)),
        AgeMonths = OneIn(3) ? null : Interval.Exactly(random.Next(0, 120)),
        MoneyThreatened = OneIn(8) ? true : null,
        InInsolvency = OneIn(3) ? null : OneIn(4),
        Title = OneIn(2) ? "" : Pick(Texts),
        Description = Pick(Texts),
        AlreadyMetActorIds = OneIn(3) ? [Given.Id(1), Given.Id(2)] : [],
    };

    /// <summary>Offers of about half as many actors; some actors share a name.</summary>
    public CatalogOffer[] Offers(int count)
    {
        var actors = Math.Max(1, count / 2);
        return [.. Enumerable.Range(1, count).Select(number => Offer(number, random.Next(1, actors + 1)))];
    }

    public CatalogOffer Offer(int number, int actor) => Given.Offer(number, Content(), source => source with
    {
        ActorId = Given.Id(actor),
        ActorName = $"Acteur {actor / 2}",
        ActorKind = Pick(ActorKinds.All),
        Circle = Pick(Circles.All),
        State = OneIn(12) ? OfferState.Suspended : OfferState.Published,
        Capacity = OneIn(5) ? Pick(CapacityStatuses.All) : CapacityStatuses.Ouvert,
        CapacityUntil = OneIn(2) ? null : Given.Today.AddDays(random.Next(-10, 10)),
        ConfirmedOn = OneIn(3) ? null : Given.Today.AddDays(-random.Next(400)),
        History = OneIn(2) ? OfferHistory.None : new OfferHistory(random.Next(10), random.Next(10), random.Next(3)) { NamedFor = BetterPlaced.By([[Themes.ModeleEconomique]]) },
    });

    public OfferContent Content() => Given.Content() with
    {
        Title = Pick(Titles),
        Description = Pick(Texts),
        Stages = [.. Some(Stages.All, 3).DefaultIfEmpty(Stages.Developper)],
        SubStages = OneIn(2) ? [] : Some(SubStages.All, 3),
        Themes = [.. Some(Themes.All, 6).DefaultIfEmpty(Themes.ModeleEconomique)],
        SupportModes = [.. Some(SupportModes.All, 3).DefaultIfEmpty(SupportModes.Diagnostic)],
        LegalForms = OneIn(2) ? [] : Some(LegalForms.All, 8),
        Sectors = OneIn(2) ? [] : Some(Sectors.All, 3),
        Coverage = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Zone())],
        OpensOn = OneIn(5) ? Given.Today.AddDays(random.Next(-20, 5)) : null,
        ClosesOn = OneIn(5) ? Given.Today.AddDays(random.Next(-5, 20)) : null,
        AnnouncedDelay = OneIn(3) ? null : OneIn(2) ? "48 heures" : "trois mois",
        WindowNote = OneIn(9) ? "à l'automne" : null,
        Eligibility = new Eligibility
        {
            EmployerRequired = OneIn(4),
            HeadcountMinFte = OneIn(6) ? random.Next(1, 5) : null,
            HeadcountMaxFte = OneIn(5) ? random.Next(5, 20) : null,
            BudgetMaxEuros = OneIn(5) ? 150_000 : null,
            AgeMinMonths = OneIn(6) ? random.Next(0, 24) : null,
            AgeMaxMonths = OneIn(6) ? random.Next(24, 60) : null,
            AcceptedQualifications = OneIn(3) ? Some(Qualifications.All, 2) : [],
            RequiredQualifications = OneIn(5) ? Some(Qualifications.All, 2) : [],
            ExcludedQualifications = OneIn(6) ? Some(Qualifications.All, 2) : [],
            NotInInsolvency = OneIn(4),
            AmountMinEuros = OneIn(6) ? 10_000 : null,
        },
    };

    private CoverageZone Zone()
    {
        var place = Pick(Places);
        var zone = random.Next(6) switch
        {
            0 => new CoverageZone(TerritoryLevel.Commune, place.Commune),
            1 => new CoverageZone(TerritoryLevel.Epci, place.Epci ?? "200070563"),
            2 or 3 => new CoverageZone(TerritoryLevel.Departement, place.Departement),
            4 => new CoverageZone(TerritoryLevel.Region, place.Region),
            _ => new CoverageZone(TerritoryLevel.France, CoverageZone.FranceCode),
        };
        return OneIn(6) ? zone with { IsExcluded = true } : zone;
    }

    private bool OneIn(int times) => random.Next(times) == 0;

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];

    private string Pick(TermList list) => list[random.Next(list.Count)].Code;

    private string? Maybe(TermList list) => OneIn(4) ? null : Pick(list);

    private string[] Some(TermList list, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Pick(list)).Distinct()];
}
