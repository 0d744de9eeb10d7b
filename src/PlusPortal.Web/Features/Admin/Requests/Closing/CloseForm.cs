using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Closing;

/// <summary>How and why a request ends.</summary>
public sealed class CloseForm : IValidatableObject
{
    /// <summary>Reasons, each with its class in words.</summary>
    public static IReadOnlyList<Choice> Reasons { get; } =
        [.. ClosingReasons.All.Select(reason => new Choice(reason.Code, reason.Label, ClosingClasses.All.Find(reason.Parent) is { } parent ? $"Compte comme\u00A0: {parent.Label.ToLowerInvariant()}." : null))];

    /// <summary>Code of the reason.</summary>
    [Required(ErrorMessage = "Choisissez le motif de fin.")]
    [TypedLength(Term.CodeLength)]
    public string? Reason { get; set; }

    /// <summary>Reference of the request that is kept, for a duplicate.</summary>
    [TypedLength(2 * RequestReference.Length, ErrorMessage = "Cette référence est trop longue. Elle ressemble à PLUS-2026-000042.")]
    public string? KeptReference { get; set; }

    /// <summary>What the structure will read.</summary>
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez le message\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Message { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!ClosingReasons.All.Contains(Reason)) yield return new ValidationResult("Choisissez un motif de la liste.", [nameof(Reason)]);
        if (Reason == ClosingReasons.Doublon && !RequestReference.TryParse(KeptReference, out _))
            yield return new ValidationResult("Indiquez la référence de la demande conservée, par exemple PLUS-2026-000042.", [nameof(KeptReference)]);
        if (Reason == ClosingReasons.AucunActeur && string.IsNullOrWhiteSpace(Message))
            yield return new ValidationResult("Dites à la structure ce qu’elle peut encore faire\u00A0: ce motif ne part pas sans message.", [nameof(Message)]);
    }
}
