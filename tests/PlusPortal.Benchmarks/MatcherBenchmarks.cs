using BenchmarkDotNet.Attributes;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;

namespace PlusPortal.Benchmarks;

/// <summary>One request against the directory of Lorraine and against generated ones.</summary>
[MemoryDiagnoser]
public class MatcherBenchmarks
{
    private static readonly DateOnly Today = new(2026, 5, 4);

    /// <summary>The directory as it is imported: 45 actors, of which the active ones are matched.</summary>
    public const string Lorraine45 = "45 actors of Lorraine";

    /// <summary>Generated, spread over France.</summary>
    public const string France10000 = "10,000 offers, France";

    /// <summary>Generated, all within reach: the worst case.</summary>
    public const string Dense10000 = "10,000 offers, one région";

    private OfferCatalog catalog = OfferCatalog.Empty;
    private MatchingCriteria request = null!;

    /// <summary>Where the offers come from.</summary>
    [Params(Lorraine45, France10000, Dense10000)]
    public string Catalog { get; set; } = Lorraine45;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        request = TypicalRequest();
        catalog = Catalog switch
        {
            Lorraine45 => await LoadDirectoryAsync(),
            France10000 => GeneratedOffers.Create(10_000, isFrance: true),
            _ => GeneratedOffers.Create(10_000, isFrance: false),
        };
        Console.WriteLine($"// {Catalog}: {catalog.Offers.Length} offers of {catalog.Offers.Select(offer => offer.ActorId).Distinct().Count()} actors");
    }

    /// <summary>A plain loop that counts shared themes after the hard filters.</summary>
    [Benchmark(Baseline = true, Description = "shared themes, plain loop")]
    public object CountSharedThemes() => SharedThemesBaseline.Match(request, catalog, Today);

    /// <summary>The matcher: text read, signals, score, reasons, exclusions.</summary>
    [Benchmark(Description = "matcher")]
    public object Match() => MatchingService.Match(request, catalog, MatchingRules.Current, Today);

    /// <summary>A request as people write them, with a text of ordinary length.</summary>
    internal static MatchingCriteria TypicalRequest() => new()
    {
        Place = new Place("54528", "200070563", "54", "44"),
        Stage = Stages.Developper,
        SubStage = SubStages.Consolidation,
        LegalForm = LegalForms.AssociationLoi1901,
        Themes = [Themes.ModeleEconomique, Themes.FonctionEmployeur],
        HeadcountFte = Interval.Exactly(4),
        BudgetEuros = Interval.Exactly(180_000),
        Title = "Consolider notre ressourcerie",
        Description = "Notre ressourcerie emploie quatre personnes et dépend à 60 % d'une subvention. Nous cherchons à diversifier nos recettes, à mieux répartir "
            + "le travail entre salariés et bénévoles, et à préparer une embauche. Nous ne cherchons pas de local. Un regard extérieur nous aiderait à poser un plan à trois ans.",
    };

    private static async Task<OfferCatalog> LoadDirectoryAsync()
    {
        await using var postgres = new PostgresFixture();
        await postgres.InitializeAsync();
        await using var database = await postgres.CreateDatabaseAsync();
        await using var db = database.NewContext();
        return await db.LoadCatalogAsync(CancellationToken.None);
    }
}

/// <summary>Reading a request's text, which does not depend on the catalogue.</summary>
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    private string text = "";

    /// <summary>Characters of the text.</summary>
    [Params(400, 4_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void SetUp() => text = string.Concat(Enumerable.Repeat(MatcherBenchmarks.TypicalRequest().Description + " ", 60))[..Characters];

    /// <summary>Themes, sub-stages, sectors, notions and amounts of the text.</summary>
    [Benchmark(Description = "read the text")]
    public object Read() => NeedReader.Read("Consolider notre ressourcerie", text);
}
