using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Tests.Matching;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;

namespace PlusPortal.Benchmarks;

/// <summary>
/// The same requests against 100 to 100,000 offers, by the matcher, by the matcher without its index and by PostgreSQL,
/// one after the other for each request, so that whatever else the machine does weighs on all three.
/// </summary>
internal static class ScaleReport
{
    private const int Requests = 60;
    private const int Rounds = 5;
    private const int WarmUps = 600;
    private static readonly int[] Sizes = [100, 1_000, 10_000, 100_000];
    private static readonly DateOnly Today = new(2026, 5, 4);

    public static async Task RunAsync()
    {
        await using var postgres = new PostgresFixture();
        await postgres.InitializeAsync();
        Console.WriteLine("| Offers | Serving the commune | Eligible | Matcher, median | Undisturbed | Allocated | Plain loop, median | Undisturbed | Ratio | PostgreSQL, median | Undisturbed | Ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        var snapshots = new List<string>();
        foreach (var size in Sizes) snapshots.Add(await MeasureAsync(postgres, size));
        Console.WriteLine();
        Console.WriteLine("| Offers | Read from PostgreSQL and indexed | Of which index | Next snapshot, changed actor told | Actor added, told | Nothing told, all compared | Memory of the snapshot |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var line in snapshots) Console.WriteLine(line);
    }

    private static async Task<string> MeasureAsync(PostgresFixture postgres, int size)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        GeneratedDirectory generated;
        await using (var db = database.NewContext()) generated = await GeneratedDirectory.OverFranceAsync(db);
        await StoreAsync(database, generated, size);
        var (catalog, snapshot) = await LoadAsync(database, size);
        await using var sql = await SqlMatcher.LoadAsync(database.ConnectionString + ";Command Timeout=600", catalog);

        var requests = Enumerable.Range(0, Requests).Select(_ => generated.Request()).ToList();
        // Until the compiler has nothing left to do: a portal that answers has been at it for a while.
        for (var warm = 0; warm < WarmUps; warm++) MatchingService.Match(requests[warm % Requests], catalog, null, Today);
        foreach (var request in requests.Take(size >= 10_000 ? 3 : 20)) PlainMatcher.Match(request, catalog.Offers, MatchingRules.Current, Today);
        foreach (var request in requests.Take(20)) await sql.MatchAsync(request, Today);

        Runs indexed = new(), plain = new(), asked = new();
        List<double> allocated = [];
        for (var round = 0; round < Rounds; round++)
        {
            // Each way answers all the requests before the next one begins, as it would alone on its machine: a loop over every offer empties the caches of the processor.
            for (var number = 0; number < Requests; number++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var startedAt = Stopwatch.GetTimestamp();
                MatchingService.Match(requests[number], catalog, null, Today);
                indexed.Add(number, startedAt);
                allocated.Add(GC.GetAllocatedBytesForCurrentThread() - before);
            }

            for (var number = 0; number < Requests; number++)
            {
                var startedAt = Stopwatch.GetTimestamp();
                await sql.MatchAsync(requests[number], Today);
                asked.Add(number, startedAt);
            }

            for (var number = 0; number < (size >= 100_000 ? 10 : Requests); number++)
            {
                var startedAt = Stopwatch.GetTimestamp();
                PlainMatcher.Match(requests[number], catalog.Offers, MatchingRules.Current, Today);
                plain.Add(number, startedAt);
            }
        }

        var covering = Median(requests.Select(request => (double)catalog.Offers.Count(offer => offer.Content.Coverage.LevelAt(request.Place) is not null)));
        var eligible = Median(requests.Select(request => (double)PlainMatcher.CountEligible(request, catalog.Offers, MatchingRules.Current, Today)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {size:#,0} | {covering:0} | {eligible:0} | {indexed.Median:0.00} ms | {indexed.Undisturbed:0.00} ms | {Median(allocated) / 1024:0} KB | {plain.Median:0.00} ms | {plain.Undisturbed:0.00} ms | {plain.Undisturbed / indexed.Undisturbed:0} | {asked.Median:0.00} ms | {asked.Undisturbed:0.00} ms | {asked.Undisturbed / indexed.Undisturbed:0.0} |"));
        return snapshot;
    }

    private static async Task StoreAsync(TestDatabase database, GeneratedDirectory generated, int size)
    {
        await using (var db = database.NewContext())
        {
            await db.Database.ExecuteSqlAsync($"truncate support_actors cascade");
        }

        foreach (var batch in generated.Actors(size).Chunk(2_000))
        {
            await using var db = database.NewContext();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(batch);
            await db.SaveChangesAsync();
        }

        await using (var db = database.NewContext())
        {
            await db.Database.ExecuteSqlAsync($"analyze support_actors, support_offers");
        }
    }

    private static async Task<(OfferCatalog Catalog, string Snapshot)> LoadAsync(TestDatabase database, int size)
    {
        await using var db = database.NewContext();
        var free = GC.GetTotalMemory(forceFullCollection: true);
        var startedAt = Stopwatch.GetTimestamp();
        var whole = await db.LoadCatalogAsync(CancellationToken.None);
        var loaded = Stopwatch.GetElapsedTime(startedAt);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - free;
        startedAt = Stopwatch.GetTimestamp();
        GC.KeepAlive(new OfferCatalog(whole.Offers));
        var index = Stopwatch.GetElapsedTime(startedAt);

        var actorIds = await db.SupportOffers.OrderBy(offer => offer.Id).Select(offer => offer.ActorId).Take(1).ToListAsync();
        await db.SupportOffers.Where(offer => actorIds.Contains(offer.ActorId)).ExecuteUpdateAsync(offer => offer.SetProperty(row => row.Capacity, CapacityStatuses.Complet));
        var (changed, told) = await NextAsync(() => db.LoadNextCatalogAsync(whole, actorIds, CancellationToken.None));
        var newcomer = new SupportActor("acteur-nouveau", "Bienvenue", ActorKinds.ReseauAccompagnement, "", new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));
        newcomer.AddOffer("offre-nouvelle", whole.Offers[0].Content, OfferState.Published, newcomer.CreatedAt);
        db.Add(newcomer);
        await db.SaveChangesAsync();
        var (_, added) = await NextAsync(() => db.LoadNextCatalogAsync(changed, [newcomer.Id], CancellationToken.None));
        var (_, compared) = await NextAsync(() => db.LoadNextCatalogAsync(whole, CancellationToken.None));
        return (whole, string.Create(
            CultureInfo.InvariantCulture,
            $"| {size:#,0} | {loaded.TotalMilliseconds:0} ms | {index.TotalMilliseconds:0} ms | {told:0} ms | {added:0} ms | {compared:0} ms | {memory / 1048576.0:0.0} MB |"));
    }

    /// <summary>Median of five, in milliseconds: each starts from the same snapshot.</summary>
    private static async Task<(OfferCatalog Next, double Milliseconds)> NextAsync(Func<Task<OfferCatalog>> load)
    {
        var next = OfferCatalog.Empty;
        List<double> times = [];
        for (var round = 0; round < Rounds; round++)
        {
            var startedAt = Stopwatch.GetTimestamp();
            next = await load();
            times.Add(Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds);
        }

        return (next, Median(times));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>Times of the same requests, in milliseconds.</summary>
    private sealed class Runs
    {
        private readonly List<double> all = [];
        private readonly Dictionary<int, double> best = [];

        /// <summary>Median of every run.</summary>
        public double Median => ScaleReport.Median(all);

        /// <summary>Median over the requests of the best run of each: what is left when the rest of the machine is kept out.</summary>
        public double Undisturbed => ScaleReport.Median(best.Values);

        public void Add(int request, long startedAt)
        {
            var time = Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds;
            all.Add(time);
            best[request] = Math.Min(time, best.GetValueOrDefault(request, double.MaxValue));
        }
    }
}
