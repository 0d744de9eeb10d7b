using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching;

/// <summary>What the matcher knows of a request. Null or empty means « not said », which never excludes.</summary>
public sealed record MatchingCriteria
{
    /// <summary>Commune of the structure with the territories around it.</summary>
    public required Place Place { get; init; }

    /// <summary>Stage, corrected by staff when it was; null for « je ne sais pas ».</summary>
    public string? Stage { get; init; }

    /// <summary>Sub-stage; null when not said.</summary>
    public string? SubStage { get; init; }

    /// <summary>Legal form; null when not said.</summary>
    public string? LegalForm { get; init; }

    /// <summary>Qualifications held.</summary>
    public IReadOnlyList<string> Qualifications { get; init; } = [];

    /// <summary>Whether <see cref="Qualifications"/> was asked: when true, an absent qualification is known to be absent.</summary>
    public bool QualificationsKnown { get; init; }

    /// <summary>Need themes, at most three.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Sectors, the main one first.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Head-count in full-time equivalents.</summary>
    public Interval? HeadcountFte { get; init; }

    /// <summary>Annual budget in euros.</summary>
    public Interval? BudgetEuros { get; init; }

    /// <summary>Age of the structure in months.</summary>
    public Interval? AgeMonths { get; init; }

    /// <summary>Whether wages or charges are threatened within three months; null when not asked.</summary>
    public bool? MoneyThreatened { get; init; }

    /// <summary>Whether the structure is insolvent or in insolvency proceedings; null when not known.</summary>
    public bool? InInsolvency { get; init; }

    /// <summary>Title of the need; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Free text of the need; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Actors whom the structure has already met: not proposed again first.</summary>
    public IReadOnlyList<Guid> AlreadyMetActorIds { get; init; } = [];
}
