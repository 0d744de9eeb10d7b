namespace PlusPortal.Domain.Directory;

/// <summary>Conditions of access of an offer. Null or empty means no condition. Hard ones exclude a request that is known to fail them; unknown never excludes.</summary>
/// <remarks>Source: vocabulary of PLUS, eligibility dimensions.</remarks>
public sealed record Eligibility
{
    /// <summary>The structure must employ at least one person (rule of the DLA scheme, for one). Hard.</summary>
    public bool EmployerRequired { get; init; }

    /// <summary>Smallest head-count served, in full-time equivalents, included. Hard.</summary>
    public decimal? HeadcountMinFte { get; init; }

    /// <summary>Largest head-count served, in full-time equivalents, included. Hard.</summary>
    public decimal? HeadcountMaxFte { get; init; }

    /// <summary>Smallest annual budget, in euros. Soft.</summary>
    public decimal? BudgetMinEuros { get; init; }

    /// <summary>Largest annual budget, in euros. Soft.</summary>
    public decimal? BudgetMaxEuros { get; init; }

    /// <summary>Smallest age of the structure, in months, included. Hard.</summary>
    public int? AgeMinMonths { get; init; }

    /// <summary>Largest age of the structure, in months, included. Hard.</summary>
    public int? AgeMaxMonths { get; init; }

    /// <summary>Qualifications that open the offer to a structure whose legal form is not among those accepted. Empty means none. Hard, with the legal forms.</summary>
    /// <remarks>Source: job aid of Région Grand Est, open to associations and Scic, and to integration and adapted enterprises of any form (pages dated 2018 to 2022).</remarks>
    public IReadOnlyList<string> AcceptedQualifications { get; init; } = [];

    /// <summary>At least one of these qualifications is required. Hard.</summary>
    public IReadOnlyList<string> RequiredQualifications { get; init; } = [];

    /// <summary>None of these qualifications may be held. Hard.</summary>
    public IReadOnlyList<string> ExcludedQualifications { get; init; } = [];

    /// <summary>The structure must be neither insolvent nor in insolvency proceedings. Hard when known; to be checked otherwise.</summary>
    public bool NotInInsolvency { get; init; }

    /// <summary>The registered seat itself must lie in the territory. Hard.</summary>
    public bool SeatInTerritory { get; init; }

    /// <summary>Smallest amount of the need, in euros. Information.</summary>
    public decimal? AmountMinEuros { get; init; }

    /// <summary>Largest amount of the need, in euros. Information.</summary>
    public decimal? AmountMaxEuros { get; init; }

    /// <summary>What is said about membership, in French. Information.</summary>
    public string? Membership { get; init; }

    /// <summary>Profile of the person served (job seeker, resident of a priority district…), in French. Soft, never asked.</summary>
    public string? Profile { get; init; }

    /// <summary>Any further condition, in French words for people. Information.</summary>
    public string? OtherConditions { get; init; }
}
