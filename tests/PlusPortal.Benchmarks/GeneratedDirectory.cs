using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Benchmarks;

/// <summary>
/// A directory of all of France and requests from its communes, the same at each run. As in Lorraine: about three
/// offers an actor; half serve a département or a few, a third an intercommunalité, some a région or a commune, one in
/// a hundred the country. Territories are drawn by their inhabitants.
/// </summary>
internal sealed class GeneratedDirectory
{
    private static readonly DateTimeOffset CreatedAt = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[][] UsualForms =
    [
        [LegalForms.PasEncoreCreee, LegalForms.AssociationLoi1901],
        [LegalForms.AssociationLoi1901],
        [LegalForms.PasEncoreCreee, LegalForms.Scop, LegalForms.Scic],
        [LegalForms.PasEncoreCreee, LegalForms.EntrepriseIndividuelle, LegalForms.SocieteCommercialeEss, LegalForms.SocieteCommercialeHorsEss, LegalForms.Scop, LegalForms.Scic],
        [LegalForms.PasEncoreCreee, LegalForms.EntrepriseIndividuelle],
    ];

    private static readonly string[] Texts =
    [
        MatcherBenchmarks.TypicalRequest().Description,
        "Nous voulons ouvrir une épicerie solidaire avec un café associatif. Nous sommes six bénévoles, rien n'est créé, nous hésitons entre association et Scic et cherchons qui peut nous aider à écrire le projet.",
        "Notre chantier d'insertion perd un financeur et la trésorerie ne passera pas l'été. Nous avons besoin d'aide vite, pour parler aux banques et revoir le modèle économique.",
        "Coopérative de dix salariés, nous cherchons 80 000 euros pour acheter un atelier et un regard sur notre plan de financement.",
        "Bonjour, nous avons une idée autour du réemploi et aimerions en parler à quelqu'un.",
    ];

    private readonly Random random = new(20260504);
    private readonly List<Commune> communes;
    private readonly long[] inhabitants;
    private readonly string[] words;

    private GeneratedDirectory(List<Commune> communes)
    {
        this.communes = communes;
        inhabitants = new long[communes.Count];
        var sum = 0L;
        for (var index = 0; index < communes.Count; index++) inhabitants[index] = sum += communes[index].Population + 1;
        words = [.. new[] { Themes.All, SupportModes.All, SubStages.All, Sectors.All, Qualifications.All }
            .SelectMany(list => list)
            .SelectMany(term => $"{term.Label} {term.Help}".Split([' ', ',', '.', '(', ')', ':', ';', '/'], StringSplitOptions.RemoveEmptyEntries))
            .Distinct()];
    }

    /// <summary>Prepares a generator over the communes of the reference geography.</summary>
    public static async Task<GeneratedDirectory> OverFranceAsync(PortalDb db) => new(await db.Communes.AsNoTracking().OrderBy(commune => commune.Code).ToListAsync());

    /// <summary>Actors with that many offers in all.</summary>
    public List<SupportActor> Actors(int offers)
    {
        var actors = new List<SupportActor>();
        for (var made = 0; made < offers;)
        {
            var number = actors.Count.ToString(CultureInfo.InvariantCulture);
            var actor = new SupportActor($"acteur-{number}", $"{Sentence(2)} {number}", Pick(ActorKinds.All), "", CreatedAt);
            var home = AnyCommune();
            for (var share = Math.Min(offers - made, random.Next(1, 6)); share > 0; share--, made++)
            {
                var offer = actor.AddOffer($"offre-{made.ToString(CultureInfo.InvariantCulture)}", Content(home), OfferState.Published, CreatedAt);
                if (random.Next(25) == 0) offer.SetCapacity(CapacityStatuses.Complet, new DateOnly(2026, 5, 4).AddDays(random.Next(-30, 60)), CreatedAt);
            }

            actors.Add(actor);
        }

        return actors;
    }

    /// <summary>A request from any commune, those of many inhabitants more often.</summary>
    public MatchingCriteria Request() => new()
    {
        Place = AnyCommune().ToPlace(),
        Stage = Pick(Stages.All),
        LegalForm = random.Next(3) == 0 ? LegalForms.PasEncoreCreee : random.Next(2) == 0 ? LegalForms.AssociationLoi1901 : Pick(LegalForms.All),
        Themes = Some(Themes.All, 1, 3),
        Sectors = Some(Sectors.All, 0, 2),
        HeadcountFte = random.Next(3) == 0 ? null : Interval.Exactly(random.Next(0, 20)),
        BudgetEuros = random.Next(2) == 0 ? null : Interval.Exactly(random.Next(5_000, 400_000)),
        Title = "Une orientation",
        Description = Texts[random.Next(Texts.Length)],
    };

    private OfferContent Content(Commune home) => new()
    {
        Title = Sentence(6),
        Description = Sentence(45),
        Stages = Some(Stages.All, 1, 3),
        SubStages = random.Next(2) == 0 ? [] : Some(SubStages.All, 1, 3),
        Themes = Some(Themes.All, 1, 6),
        SupportModes = Some(SupportModes.All, 1, 4),
        LegalForms = random.Next(4) switch
        {
            0 => [],
            1 => Some(LegalForms.All, 2, 12),
            _ => UsualForms[random.Next(UsualForms.Length)],
        },
        Sectors = random.Next(3) > 0 ? [] : Some(Sectors.All, 1, 3),
        Coverage = Coverage(home),
        OpensOn = random.Next(12) == 0 ? new DateOnly(2026, 5, 4).AddDays(random.Next(-90, 30)) : null,
        ClosesOn = random.Next(12) == 0 ? new DateOnly(2026, 5, 4).AddDays(random.Next(-20, 90)) : null,
        Eligibility = new Eligibility
        {
            EmployerRequired = random.Next(6) == 0,
            HeadcountMinFte = random.Next(10) == 0 ? Pick([1, 2, 3, 5, 10]) : null,
            HeadcountMaxFte = random.Next(10) == 0 ? Pick([10, 20, 50, 250]) : null,
            AgeMaxMonths = random.Next(10) == 0 ? 12 * random.Next(1, 6) : null,
            RequiredQualifications = random.Next(12) == 0 ? Some(Qualifications.All, 1, 2) : [],
            NotInInsolvency = random.Next(5) == 0,
        },
    };

    private CoverageZone[] Coverage(Commune home) => random.Next(100) switch
    {
        < 6 => [new(TerritoryLevel.Commune, home.Code)],
        < 40 => [new(TerritoryLevel.Epci, home.Epci ?? "200070563")],
        < 80 => [new(TerritoryLevel.Departement, home.Departement)],
        < 90 => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => AnyCommune().Departement).Append(home.Departement).Distinct().Select(code => new CoverageZone(TerritoryLevel.Departement, code))],
        < 99 => [new(TerritoryLevel.Region, home.Region)],
        _ => [new(TerritoryLevel.France, CoverageZone.FranceCode)],
    };

    private Commune AnyCommune()
    {
        var place = Array.BinarySearch(inhabitants, random.NextInt64(inhabitants[^1]));
        return communes[place < 0 ? ~place : place];
    }

    private string Sentence(int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => words[random.Next(words.Length)]));

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];

    private string Pick(TermList list) => list[random.Next(list.Count)].Code;

    private string[] Some(TermList list, int least, int most)
    {
        var codes = list.Select(term => term.Code).ToArray();
        random.Shuffle(codes);
        return codes[..random.Next(least, Math.Min(most, codes.Length) + 1)];
    }
}
