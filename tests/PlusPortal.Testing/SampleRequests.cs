using System.Text.Json;

namespace PlusPortal.Testing;

/// <summary>A request as a structure would write it, with what a good adviser would answer.</summary>
public sealed record SampleRequest
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public string? LegalForm { get; init; }

    /// <summary>INSEE code of the commune.</summary>
    public required string Insee { get; init; }

    public decimal? Employees { get; init; }

    public decimal? BudgetEuros { get; init; }

    public string? DeclaredStage { get; init; }

    public string? DeclaredSubStage { get; init; }

    public IReadOnlyList<string> DeclaredThemes { get; init; } = [];

    public required ExpectedActors Expected { get; init; }

    public IReadOnlyList<string> ExpectedTriage { get; init; } = [];

    public string? ExpectedStage { get; init; }

    public string? ExpectedSubStage { get; init; }

    /// <summary>Names of actors: those to propose, those to accept, those that would embarrass.</summary>
    public sealed record ExpectedActors(IReadOnlyList<string> Must, IReadOnlyList<string> Acceptable, IReadOnlyList<string> Wrong);
}

/// <summary>The sample requests of the project: invented situations, an editorial opinion.</summary>
public static class SampleRequests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<SampleRequest> Read() => Read(Path.Combine(AppContext.BaseDirectory, "Data", "sample-requests.json"));

    /// <summary>Reads any file of the same format.</summary>
    public static IReadOnlyList<SampleRequest> Read(string path)
    {
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<List<SampleRequest>>(file, Json)!;
    }
}
