namespace PlusPortal.Domain.Directory;

/// <summary>Everything that a support offer says: what a partner proposes, what staff approve, what the matcher reads.</summary>
public sealed record OfferContent
{
    /// <summary>Most characters of a title.</summary>
    public const int TitleLength = 160;

    /// <summary>Most characters of a description.</summary>
    public const int DescriptionLength = 2_000;

    /// <summary>Most characters of a short text (cost, delay, how to apply…).</summary>
    public const int NoteLength = 500;

    /// <summary>Title shown to the public, in French.</summary>
    public required string Title { get; init; }

    /// <summary>What the offer brings, in French.</summary>
    public required string Description { get; init; }

    /// <summary>Stages served; at least one. Hard.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Sub-stages that the offer suits best; empty means all those of its stages. Soft.</summary>
    public IReadOnlyList<string> SubStages { get; init; } = [];

    /// <summary>Need themes answered; at least one.</summary>
    public required IReadOnlyList<string> Themes { get; init; }

    /// <summary>Ways of helping, the main one first; at least one.</summary>
    public required IReadOnlyList<string> SupportModes { get; init; }

    /// <summary>Legal forms served; empty means all. Hard.</summary>
    public IReadOnlyList<string> LegalForms { get; init; } = [];

    /// <summary>Sectors served; empty means all. Soft.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Where the offer is available; none covers nothing. Hard.</summary>
    public required IReadOnlyList<CoverageZone> Coverage { get; init; }

    /// <summary>Conditions of access.</summary>
    public Eligibility Eligibility { get; init; } = new();

    /// <summary>Cost for the structure, in French words; null when unknown.</summary>
    public string? Cost { get; init; }

    /// <summary>How to apply, in French words; null when unknown.</summary>
    public string? HowToApply { get; init; }

    /// <summary>What to prepare before the first contact, in French words.</summary>
    public string? WhatToPrepare { get; init; }

    /// <summary>Delay that the actor announces before a first answer, in French words.</summary>
    public string? AnnouncedDelay { get; init; }

    /// <summary>First day of the call for applications, Paris date; null when there is none or it is unknown.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>Last day of the call for applications, Paris date, included.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>What is known of the call in words; with no date, people read « dates à confirmer » and nothing is sent automatically.</summary>
    public string? WindowNote { get; init; }

    /// <summary>Whether a call for applications is closed on that day.</summary>
    public bool IsWindowClosed(DateOnly today) => (OpensOn is { } opens && today < opens) || (ClosesOn is { } closes && today > closes);

    /// <summary>Whether an offer depends on a call whose dates nobody has confirmed.</summary>
    public bool HasUnconfirmedWindow => WindowNote is not null && OpensOn is null && ClosesOn is null;
}
