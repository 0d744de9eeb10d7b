using System.Globalization;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Benchmarks;

/// <summary>Offers that resemble those of the directory, from a fixed seed: the same ones at each run.</summary>
internal static class GeneratedOffers
{
    private static readonly string[] Words =
    [
        "accompagne", "associations", "coopératives", "bénévoles", "financement", "garantie", "emprunt", "territoire", "diagnostic", "formation", "atelier",
        "insertion", "culture", "énergie", "logement", "alimentation", "réemploi", "tiers-lieu", "dirigeants", "salariés", "statuts", "marchés", "numérique",
        "partenaires", "réseau", "incubation", "parcours", "expertise", "conseil", "collectif", "quartier", "rural", "jeunesse", "handicap", "mécénat",
    ];

    /// <summary>A catalogue of that many offers, about three an actor.</summary>
    /// <param name="count">How many offers.</param>
    /// <param name="isFrance">Spread over the départements and EPCI of France; otherwise all in Lorraine, the worst case of one région.</param>
    public static OfferCatalog Create(int count, bool isFrance)
    {
        var random = new Random(20260504);
        return new OfferCatalog(Enumerable.Range(0, count).Select(number => new CatalogOffer(new CatalogOfferSource
        {
            ActorId = Id(random.Next(count / 3)),
            ActorName = string.Create(CultureInfo.InvariantCulture, $"Acteur {number % (count / 3)}"),
            ActorKind = Pick(random, ActorKinds.All),
            Circle = random.Next(4) == 0 ? Circles.PremierAccueil : Circles.Specialiste,
            OfferId = Id(1_000_000 + number),
            Content = Content(random, isFrance),
        })));
    }

    private static OfferContent Content(Random random, bool isFrance) => new()
    {
        Title = Sentence(random, 6),
        Description = Sentence(random, 40),
        Stages = Some(random, Stages.All, 1, 3),
        Themes = Some(random, Themes.All, 1, 6),
        SupportModes = Some(random, SupportModes.All, 1, 4),
        LegalForms = random.Next(3) == 0 ? [] : Some(random, LegalForms.All, 4, 12),
        Sectors = random.Next(3) > 0 ? [] : Some(random, Sectors.All, 1, 3),
        Coverage = [Zone(random, isFrance)],
        Eligibility = new Eligibility { EmployerRequired = random.Next(6) == 0, HeadcountMaxFte = random.Next(8) == 0 ? 15 : null },
    };

    private static CoverageZone Zone(Random random, bool isFrance)
    {
        var departement = isFrance ? random.Next(1, 96).ToString("00", CultureInfo.InvariantCulture) : Lorraine.Departements[random.Next(4)];
        return random.Next(100) switch
        {
            < 60 => new(TerritoryLevel.Departement, departement),
            < 85 => new(TerritoryLevel.Epci, isFrance ? random.Next(200_000_000, 200_001_250).ToString(CultureInfo.InvariantCulture) : "200070563"),
            < 95 => new(TerritoryLevel.Region, isFrance ? random.Next(11, 94).ToString(CultureInfo.InvariantCulture) : Lorraine.RegionCode),
            _ => new(TerritoryLevel.France, CoverageZone.FranceCode),
        };
    }

    private static string Sentence(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    private static string Pick(Random random, TermList list) => list[random.Next(list.Count)].Code;

    private static string[] Some(Random random, TermList list, int least, int most)
    {
        var codes = list.Select(term => term.Code).ToArray();
        random.Shuffle(codes);
        return codes[..random.Next(least, Math.Min(most, codes.Length) + 1)];
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
