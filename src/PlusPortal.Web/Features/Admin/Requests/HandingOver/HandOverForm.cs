using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Telephones;

namespace PlusPortal.Web.Features.Admin.Requests.HandingOver;

/// <summary>The other person of the structure to whom the request is given.</summary>
public sealed class HandOverForm : IValidatableObject
{
    /// <summary>First and last name.</summary>
    [Required(ErrorMessage = "Indiquez le prénom et le nom de la personne.")]
    [TypedLength(Declaration.NameLength)]
    public string? Name { get; set; }

    /// <summary>Its address.</summary>
    [Required(ErrorMessage = "Indiquez l’adresse e-mail de la personne.")]
    [MailAddress]
    public string? Email { get; set; }

    /// <summary>Its telephone; may be left empty.</summary>
    [TypedLength(Contact.PhoneLength)]
    public string? Phone { get; set; }

    /// <summary>Whether those who were invited follow no longer.</summary>
    public bool RemovesFollowers { get; set; }

    /// <summary>Code of the way in which staff knew.</summary>
    [Required(ErrorMessage = "Dites comment vous avez vérifié que la structure le demande.")]
    [TypedLength(Term.CodeLength)]
    public string? Check { get; set; }

    /// <summary>Why, for the team.</summary>
    [Required(ErrorMessage = "Écrivez le motif\u00A0: qui l’a demandé, et quand.")]
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez le motif\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Reason { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Name is not null && Typed.Line(Name) is null) yield return new ValidationResult("Indiquez le prénom et le nom de la personne.", [nameof(Name)]);
        if (Typed.Line(Phone) is { } phone && Telephone.Read(phone) is null) yield return new ValidationResult(Telephone.Unreadable, [nameof(Phone)]);
        if (Check is not null && !IdentityChecks.All.Contains(Check)) yield return new ValidationResult("Choisissez une réponse de la liste.", [nameof(Check)]);
    }
}
