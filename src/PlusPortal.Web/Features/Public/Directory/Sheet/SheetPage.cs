using PlusPortal.Data.Actors;
using PlusPortal.Domain.Directory;
using PlusPortal.Web.Features.Shared.Map;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Directory.Sheet;

/// <summary>The public sheet of an actor.</summary>
/// <param name="Actor">What the public may know of it.</param>
/// <param name="Trust">Who confirmed it, and when.</param>
/// <param name="Offers">Its public offers.</param>
public sealed record SheetPage(PublicActor Actor, SheetTrust Trust, IReadOnlyList<SheetOffer> Offers);

/// <summary>An offer of the sheet.</summary>
public sealed record SheetOffer
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What it brings; null when the actor's own description says the same.</summary>
    public required string? Description { get; init; }

    /// <summary>Whether it takes new requests.</summary>
    public required Opening Opening { get; init; }

    /// <summary>Day of the last confirmation.</summary>
    public required DateOnly? ConfirmedOn { get; init; }

    /// <summary>Ways of helping.</summary>
    public required IReadOnlyList<string> SupportModes { get; init; }

    /// <summary>Themes.</summary>
    public required IReadOnlyList<string> Themes { get; init; }

    /// <summary>Stages served.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Legal forms served; none means all.</summary>
    public required IReadOnlyList<string> LegalForms { get; init; }

    /// <summary>Sectors served; none means all.</summary>
    public required IReadOnlyList<string> Sectors { get; init; }

    /// <summary>Conditions, one sentence each.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>Short texts that are known: cost, delay, how to apply, what to prepare, call.</summary>
    public required IReadOnlyList<(string Name, string Text)> Practical { get; init; }

    /// <summary>Where.</summary>
    public required CoverageMap Map { get; init; }
}
