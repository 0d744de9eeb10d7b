using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Hosting;
using PlusPortal.Testing;

namespace PlusPortal.Benchmarks;

/// <summary>POST /api/v1/orientations/preview from end to end: in-process host, real PostgreSQL, the directory of Lorraine.</summary>
[MemoryDiagnoser]
public class PreviewBenchmarks
{
    private PostgresFixture? postgres;
    private TestDatabase? database;
    private PortalFactory? factory;
    private IAsyncDisposable? portal;
    private HttpClient client = null!;
    private byte[] body = [];

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        // The factory looks for the views of the portal beside a test project; this is none.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_PLUSPORTAL_WEB", Path.Combine(RepositoryRoot(), "src", "PlusPortal.Web"));
        postgres = new PostgresFixture();
        await postgres.InitializeAsync();
        database = await postgres.CreateDatabaseAsync();
        factory = new PortalFactory(database, settings: new Dictionary<string, string>
        {
            ["RateLimits:OrientationPreview:Requests"] = "100000000",
            ["RateLimits:OrientationPreview:WindowSeconds"] = "60",
            ["Catalog:CheckEverySeconds"] = "1",
        });
        portal = factory;
        client = factory.CreateClient();
        var request = MatcherBenchmarks.TypicalRequest();
        body = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
        {
            title = request.Title,
            description = request.Description,
            legalForm = request.LegalForm,
            communeCode = request.Place.Commune,
            employeeCount = 4,
            annualBudget = 180_000,
            stage = request.Stage,
            subStage = request.SubStage,
            themes = request.Themes,
        }));
        await PreviewAsync();
    }

    /// <summary>One call: JSON read and checked, commune located in the database, matching, JSON written.</summary>
    [Benchmark(Description = "POST preview, 45 actors")]
    public async Task<int> PreviewAsync()
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await client.PostAsync("/api/v1/orientations/preview", content);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        client.Dispose();
        if (portal is not null) await portal.DisposeAsync();
        if (factory is not null) await factory.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PlusPortal.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("Run the benchmarks from the repository.");
        return folder.FullName;
    }
}
