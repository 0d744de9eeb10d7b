using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Matching.Simulator;

/// <summary>The simulator: its form, and below it what the form led to.</summary>
public sealed record SimulationPage
{
    /// <summary>Request that the form started from; null when none.</summary>
    public string? Reference { get; init; }

    /// <summary>The form.</summary>
    public required SimulationForm Form { get; init; }

    /// <summary>Versions of the rules that may be tried.</summary>
    public required IReadOnlyList<Choice> Versions { get; init; }

    /// <summary>Communes to choose from, when several match.</summary>
    public IReadOnlyList<Choice> Communes { get; init; } = [];

    /// <summary>The result; null until the form was sent.</summary>
    public Simulation? Result { get; init; }
}

/// <summary>What the matcher read and answered. Nothing of it is stored.</summary>
/// <param name="Commune">Commune that was found.</param>
/// <param name="Assessment">What the text and the declaration tell.</param>
/// <param name="Result">Proposals, exclusions, signals.</param>
public sealed record Simulation(string Commune, NeedAssessment Assessment, MatchResult Result)
{
    /// <summary>Excluded actors that one condition separates from a proposal.</summary>
    public IEnumerable<Exclusion> NearMisses => Result.Excluded.Where(exclusion => exclusion.FailedCriteria == 1);

    /// <summary>The other excluded actors.</summary>
    public IEnumerable<Exclusion> OtherExclusions => Result.Excluded.Where(exclusion => exclusion.FailedCriteria != 1);
}
