using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Offers;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Directory.Offers;

/// <summary>The form of an offer in the admin area.</summary>
public sealed class EditOfferForm
{
    /// <summary>Version of the offer that was shown.</summary>
    public uint Version { get; set; }

    /// <summary>The content.</summary>
    public OfferForm Offer { get; set; } = new();
}

/// <summary>The edit page: the form, and what is saved when somebody else changed it.</summary>
public sealed record EditOfferPage(Guid OfferId, Guid ActorId, string ActorName, OfferState State, EditOfferForm Form, IReadOnlyList<ContentDifference> SavedMeanwhile);

/// <summary>The page that changes state and capacity.</summary>
public sealed class OfferStateForm : IValidatableObject
{
    /// <summary>Version of the offer that was shown.</summary>
    public uint Version { get; set; }

    /// <summary>State to move to; null leaves it.</summary>
    public OfferState? State { get; set; }

    /// <summary>Code of the capacity.</summary>
    [Required(ErrorMessage = "Dites si l’offre accepte de nouvelles demandes.")]
    [TypedLength(Term.CodeLength)]
    public string? Capacity { get; set; }

    /// <summary>Months between two confirmations; null leaves them.</summary>
    public int? ConfirmationMonths { get; set; }

    /// <summary>Last day of a full or closed capacity, as typed.</summary>
    public TypedDate CapacityUntil { get; set; } = new();

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConfirmationMonths is { } months && !SheetClock.MonthChoices.Contains(months)) yield return new ValidationResult("Choisissez une durée de la liste.", [nameof(ConfirmationMonths)]);
        if (CapacityUntil.Read().Problem is { } problem) yield return new ValidationResult(problem, [nameof(CapacityUntil)]);
    }
}
