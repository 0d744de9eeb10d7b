using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Telephones;

namespace PlusPortal.Web.Features.Public.Tracking.Coordinates;

/// <summary>How to reach the person, its address excepted.</summary>
public sealed class CoordinatesForm : IValidatableObject
{
    /// <summary>Answers on offer.</summary>
    public static IReadOnlyList<Choice> ChannelChoices { get; } = Choice.From(ContactChannels.All);

    /// <summary>Answers on offer.</summary>
    public static IReadOnlyList<Choice> SlotChoices { get; } = Choice.From(ContactSlots.All);

    /// <summary>First and last name.</summary>
    [Required(ErrorMessage = "Indiquez votre prénom et votre nom.")]
    [TypedLength(Declaration.NameLength)]
    public string? Name { get; set; }

    /// <summary>Telephone.</summary>
    [TypedLength(Contact.PhoneLength)]
    public string? Phone { get; set; }

    /// <summary>Code of the preferred channel.</summary>
    [Required(ErrorMessage = "Choisissez comment nous vous contactons.")]
    [TypedLength(Term.CodeLength)]
    public string? Channel { get; set; }

    /// <summary>Code of the preferred slot.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Slot { get; set; }

    /// <summary>What was recorded when the page was opened, see <see cref="MarkOf"/>: a page that was opened before somebody else corrected it undoes nothing.</summary>
    [TypedLength(64)]
    public string? Seen { get; set; }

    /// <summary>Stands for what is recorded, without telling it.</summary>
    public static string MarkOf(Contact contact) => MarkOf(new ContactCorrection(contact.Name, contact.Phone, contact.Channel, contact.Slot));

    /// <summary>The same of what is wanted.</summary>
    public static string MarkOf(ContactCorrection wanted) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', wanted.Name, wanted.Phone, wanted.Channel, wanted.Slot)))[..12]);

    /// <summary>What the domain corrects; of a form that is valid.</summary>
    public ContactCorrection ToCorrection() => new(Typed.Line(Name)!, Telephone.Stored(Typed.Line(Phone)), Channel!, Slot);

    /// <summary>Whether what is recorded is neither what the page showed nor what is wanted.</summary>
    /// <param name="recorded">The mark of it.</param>
    public bool IsOutdated(string recorded) => recorded != Seen && recorded != MarkOf(ToCorrection());

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var phone = Typed.Line(Phone);
        if (Typed.Line(Name) is null) yield return new ValidationResult("Indiquez votre prénom et votre nom.", [nameof(Name)]);
        if (phone is null && Channel == ContactChannels.Telephone) yield return new ValidationResult("Indiquez un numéro de téléphone, ou choisissez un autre moyen de contact.", [nameof(Phone)]);
        if (phone is not null && Telephone.Read(phone) is null) yield return new ValidationResult(Telephone.Unreadable, [nameof(Phone)]);
        if (Channel is not null && !ContactChannels.All.Contains(Channel)) yield return new ValidationResult("Choisissez comment nous vous contactons.", [nameof(Channel)]);
        if (Slot is not null && !ContactSlots.All.Contains(Slot)) yield return new ValidationResult("Choisissez un moment dans la liste.", [nameof(Slot)]);
    }
}

/// <summary>Another address of the person; empty when it stays.</summary>
public sealed class OtherAddressForm
{
    /// <summary>The address.</summary>
    [MailAddress]
    public string? Email { get; set; }
}

/// <summary>The page.</summary>
/// <param name="Token">Token of the address.</param>
/// <param name="Email">Address that is recorded.</param>
/// <param name="Waiting">Address that waits for its proof; null when none does.</param>
/// <param name="Form">What is recorded, or was typed.</param>
/// <param name="Address">What was typed for the address.</param>
/// <param name="Mark">Stands for what is recorded.</param>
public sealed record CoordinatesPage(string Token, string Email, string? Waiting, CoordinatesForm Form, OtherAddressForm Address, string Mark)
{
    /// <summary>What is recorded, where the page was opened before somebody corrected it; null otherwise.</summary>
    public CoordinatesForm? Recorded { get; init; }
}

/// <summary>What became of a correction.</summary>
public enum Correcting
{
    /// <summary>Nothing differed.</summary>
    Same,

    /// <summary>It is recorded.</summary>
    Done,

    /// <summary>It is recorded, and an actor that knew the former coordinates is told.</summary>
    DoneAndTold,

    /// <summary>Somebody corrected them since the page was opened: nothing is recorded.</summary>
    Conflict,
}
