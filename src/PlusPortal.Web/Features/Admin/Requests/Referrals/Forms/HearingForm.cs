using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>By which way staff heard what an actor said, and from whom. Of every form in which they note it.</summary>
public abstract class HearingForm
{
    /// <summary>Ways.</summary>
    public static IReadOnlyList<Choice> Ways { get; } =
    [
        new(nameof(Channel.Telephone), "Par téléphone"), new(nameof(Channel.Email), "Par e-mail"), new(nameof(Channel.Meeting), "De vive voix, lors d’une rencontre"), new(nameof(Channel.Letter), "Par courrier"),
    ];

    /// <summary>One of the ways above.</summary>
    [Required(ErrorMessage = "Dites par quel moyen vous l’avez appris.")]
    [CustomValidation(typeof(HearingForm), nameof(IsWay))]
    [TypedLength(Term.CodeLength)]
    public string? Through { get; set; }

    /// <summary>Name of the person who said it.</summary>
    [Required(ErrorMessage = "Indiquez le nom de la personne qui vous l’a dit.")]
    [TypedLength(OrientationRequest.InformantLength, ErrorMessage = "Ce nom est trop long\u00A0: 120 caractères au plus.")]
    public string? Informant { get; set; }

    /// <summary>Whether the text is a way; nothing is left to the other rule.</summary>
    public static ValidationResult? IsWay(string? text, ValidationContext context) =>
        text is null || Ways.Any(way => way.Value == text) ? ValidationResult.Success : new ValidationResult("Choisissez un moyen de la liste.", [context.MemberName!]);

    /// <summary>The member of staff as the author of what is noted.</summary>
    public Author By(Guid userId) => Author.StaffHearing(userId, Enum.Parse<Channel>(Through!));
}
