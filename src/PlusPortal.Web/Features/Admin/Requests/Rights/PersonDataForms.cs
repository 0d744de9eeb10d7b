using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Rights;

/// <summary>Sends the person a link to its data: how staff knew who asks, and why.</summary>
public sealed class DataLinkForm : IValidatableObject
{
    /// <summary>Ways to know who asks, of a request with that person: no number was called where none is recorded.</summary>
    public static IEnumerable<Choice> ChecksFor(Contact contact) => Choice.From(IdentityChecks.All).Where(choice => choice.Value != IdentityChecks.Rappel || contact.Phone is not null);

    /// <summary>Code of the way.</summary>
    [Required(ErrorMessage = "Dites comment vous avez vérifié que c’est bien la personne de la demande.")]
    [TypedLength(Term.CodeLength)]
    public string? Check { get; set; }

    /// <summary>Why, for the team; erased with the rest.</summary>
    [Required(ErrorMessage = "Écrivez le motif\u00A0: ce que la personne a demandé, et quand.")]
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez le motif\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Reason { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Check is not null && !IdentityChecks.All.Contains(Check)) yield return new ValidationResult("Choisissez une réponse de la liste.", [nameof(Check)]);
    }
}

/// <summary>Erases for somebody who telephoned or wrote. The code and the reason outlive what is erased, until the term of the request: the reason names nobody.</summary>
public sealed class ErasureForm : IValidatableObject
{
    /// <summary>Code of the way in which staff knew who asks.</summary>
    [Required(ErrorMessage = "Dites comment vous avez vérifié que c’est bien la personne de la demande.")]
    [TypedLength(Term.CodeLength)]
    public string? Check { get; set; }

    /// <summary>Why, in words that name nobody.</summary>
    [Required(ErrorMessage = "Écrivez le motif\u00A0: ce qui a été demandé, et quand.")]
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez le motif\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Reason { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Check is not null && !IdentityChecks.All.Contains(Check)) yield return new ValidationResult("Choisissez une réponse de la liste.", [nameof(Check)]);
    }
}
