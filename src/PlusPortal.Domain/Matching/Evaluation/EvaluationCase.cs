using System.Text.Json;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Evaluation;

/// <summary>A request as a structure would write it, with what a good adviser would answer: one entry of a file in the format of the sample requests.</summary>
public sealed record EvaluationCase
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Name of the case in its file.</summary>
    public required string Id { get; init; }

    /// <summary>Title of the need.</summary>
    public string Title { get; init; } = "";

    /// <summary>Free text of the need.</summary>
    public string Description { get; init; } = "";

    /// <summary>Declared legal form; null when not said.</summary>
    public string? LegalForm { get; init; }

    /// <summary>INSEE code of the commune.</summary>
    public required string Insee { get; init; }

    /// <summary>Full-time equivalents; null when not said.</summary>
    public decimal? Employees { get; init; }

    /// <summary>Annual budget in euros; null when not said.</summary>
    public decimal? BudgetEuros { get; init; }

    /// <summary>Declared stage.</summary>
    public string? DeclaredStage { get; init; }

    /// <summary>Declared sub-stage.</summary>
    public string? DeclaredSubStage { get; init; }

    /// <summary>Declared themes.</summary>
    public IReadOnlyList<string> DeclaredThemes { get; init; } = [];

    /// <summary>Actors that a good adviser names, tolerates, and would be embarrassed by.</summary>
    public ExpectedActors Expected { get; init; } = new([], [], []);

    /// <summary>Triage signals expected.</summary>
    public IReadOnlyList<string> ExpectedTriage { get; init; } = [];

    /// <summary>Stage expected when the declared one is wrong.</summary>
    public string? ExpectedStage { get; init; }

    /// <summary>Sub-stage expected when the declared one is wrong.</summary>
    public string? ExpectedSubStage { get; init; }

    /// <summary>Themes expected when the declared ones are wrong or absent.</summary>
    public IReadOnlyList<string> ExpectedThemes { get; init; } = [];

    /// <summary>Reads the cases of a file.</summary>
    /// <exception cref="JsonException">The file is not in the format of the sample requests.</exception>
    public static IReadOnlyList<EvaluationCase> Parse(string json) => JsonSerializer.Deserialize<List<EvaluationCase>>(json, Json) ?? [];

    /// <summary>What the matcher is told: the declaration, never the expectations.</summary>
    public MatchingCriteria ToCriteria(Place place) => new()
    {
        Place = place,
        Stage = DeclaredStage,
        SubStage = DeclaredSubStage,
        LegalForm = LegalForm,
        Themes = DeclaredThemes,
        HeadcountFte = Employees is { } employees ? Interval.Exactly(employees) : null,
        BudgetEuros = BudgetEuros is { } budget ? Interval.Exactly(budget) : null,
        Title = Title,
        Description = Description,
    };

    /// <summary>Names of actors.</summary>
    /// <param name="Must">Those to propose.</param>
    /// <param name="Acceptable">Those to tolerate.</param>
    /// <param name="Wrong">Those that would embarrass.</param>
    public sealed record ExpectedActors(IReadOnlyList<string> Must, IReadOnlyList<string> Acceptable, IReadOnlyList<string> Wrong);
}

/// <summary>What a way of matching answered to a case.</summary>
/// <param name="Actors">Names of the actors, the best first.</param>
/// <param name="Signals">Triage signals; null for a way of matching that computes none.</param>
/// <param name="Stage">Suggested stage.</param>
/// <param name="SubStage">Suggested sub-stage.</param>
/// <param name="Themes">Suggested themes; null when none are computed.</param>
/// <param name="Time">How long it took.</param>
public sealed record EvaluationAnswer(IReadOnlyList<string> Actors, IReadOnlyList<string>? Signals, string? Stage, string? SubStage, IReadOnlyList<string>? Themes, TimeSpan Time)
{
    /// <summary>Answer of the matcher.</summary>
    public static EvaluationAnswer Of(MatchResult result, TimeSpan time) => new(
        [.. result.Proposals.Select(proposal => proposal.ActorName)],
        [.. result.Signals.Select(signal => signal.Code)],
        result.SuggestedStage,
        result.SuggestedSubStage,
        result.SuggestedThemes,
        time);
}
