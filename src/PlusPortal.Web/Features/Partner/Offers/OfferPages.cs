using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Map;
using PlusPortal.Web.Features.Shared.Offers;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Partner.Offers;

/// <summary>The offers of the partner's support actor.</summary>
public sealed record OffersPage(string ActorName, IReadOnlyList<OfferCard> Offers);

/// <summary>One offer, with the last proposed edit.</summary>
public sealed record OfferCard
{
    /// <summary>Offer.</summary>
    public required Guid Id { get; init; }

    /// <summary>Published title.</summary>
    public required string Title { get; init; }

    /// <summary>Publication state.</summary>
    public required OfferState State { get; init; }

    /// <summary>Whether it takes new requests, in words.</summary>
    public required string Capacity { get; init; }

    /// <summary>Day on which the actor last said that it is right; null when never.</summary>
    public required DateOnly? ConfirmedOn { get; init; }

    /// <summary>Day on which it is to be confirmed again.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Whether that day has come.</summary>
    public required bool IsDue { get; init; }

    /// <summary>Why the portal suspended it by itself; null when it did not.</summary>
    public required SuspensionCause? SuspendedFor { get; init; }

    /// <summary>Version that was shown; posted back.</summary>
    public required uint Version { get; init; }

    /// <summary>Last proposed edit; null when there is none worth telling.</summary>
    public required RevisionNews? Revision { get; init; }

    /// <summary>Where it is available.</summary>
    public required CoverageMap Map { get; init; }

    /// <summary>Whether anything can still be changed.</summary>
    public bool IsLive => State != OfferState.Archived;
}

/// <summary>Where a proposed edit stands.</summary>
public sealed record RevisionNews(Guid Id, OfferRevisionState State, DateTimeOffset ProposedAt, string? Reason);

/// <summary>The form that proposes an edit.</summary>
public sealed class ProposeForm
{
    /// <summary>Published revision that was shown.</summary>
    public int BaseRevision { get; set; }

    /// <summary>Pending revision that was shown; null when there was none.</summary>
    public Guid? PendingId { get; set; }

    /// <summary>The content.</summary>
    public OfferForm Offer { get; set; } = new();
}

/// <summary>The edit page: the form, the last decision, and what changed meanwhile.</summary>
public sealed record ProposePage(Guid OfferId, string Title, RevisionNews? Revision, ProposeForm Form, IReadOnlyList<ContentDifference> SavedMeanwhile);

/// <summary>A proposed edit beside the published version.</summary>
public sealed record OwnRevisionPage(Guid OfferId, string Title, RevisionNews Revision, IReadOnlyList<ContentDifference> Differences);

/// <summary>Version of the offer that was shown with a button.</summary>
public sealed class ConfirmOfferForm
{
    /// <summary>Version.</summary>
    public uint Version { get; set; }

    /// <summary>Months until the next confirmation; null leaves them.</summary>
    public int? Months { get; set; }
}

/// <summary>A sheet to read again before it is confirmed.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Title">Published title.</param>
/// <param name="Said">What the directory says, field by field.</param>
/// <param name="DueOn">Day on which it is due.</param>
/// <param name="SuspendedFor">Why the portal suspended it; null when it did not.</param>
/// <param name="Form">The form.</param>
public sealed record ConfirmPage(Guid OfferId, string Title, IReadOnlyList<(string Field, string Text)> Said, DateOnly DueOn, SuspensionCause? SuspendedFor, ConfirmOfferForm Form);

/// <summary>Whether the offer takes new requests.</summary>
public sealed class CapacityForm : IValidatableObject
{
    /// <summary>Version of the offer that was shown.</summary>
    public uint Version { get; set; }

    /// <summary>Code of the capacity.</summary>
    [Required(ErrorMessage = "Dites si vous acceptez de nouvelles demandes.")]
    [TypedLength(Term.CodeLength)]
    public string? Capacity { get; set; }

    /// <summary>Last day of a full or closed capacity, as typed.</summary>
    public TypedDate Until { get; set; } = new();

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!CapacityStatuses.All.Contains(Capacity)) yield return new ValidationResult("Choisissez une des réponses de la liste.", [nameof(Capacity)]);
        if (Until.Read().Problem is { } problem) yield return new ValidationResult(problem, [nameof(Until)]);
    }
}

/// <summary>The page of the capacity.</summary>
public sealed record CapacityPage(Guid OfferId, string Title, CapacityForm Form);
