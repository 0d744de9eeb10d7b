using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>The person to call, how and when.</summary>
public sealed class ContactStep : IStep<ContactStep>
{
    private const int FewestDigits = 9;
    private const int MostDigits = 15;

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>First and last name.</summary>
    [Required(ErrorMessage = "Indiquez votre prénom et votre nom.")]
    [TypedLength(Declaration.NameLength)]
    public string? ContactName { get; set; }

    /// <summary>E-mail address.</summary>
    [Required(ErrorMessage = "Indiquez votre adresse e-mail\u00A0: vous y recevrez le lien de suivi.")]
    [MailAddress]
    public string? Email { get; set; }

    /// <summary>Telephone.</summary>
    [TypedLength(Contact.PhoneLength)]
    public string? Phone { get; set; }

    /// <summary>Code of the preferred channel.</summary>
    [Required(ErrorMessage = "Choisissez comment nous vous contactons.")]
    public string? Channel { get; set; }

    /// <summary>Code of the preferred slot.</summary>
    public string? Slot { get; set; }

    /// <summary>Answers on offer.</summary>
    public static IReadOnlyList<Choice> ChannelChoices { get; } = Choice.From(ContactChannels.All);

    /// <summary>Answers on offer.</summary>
    public static IReadOnlyList<Choice> SlotChoices { get; } = Choice.From(ContactSlots.All);

    /// <inheritdoc />
    public static ContactStep From(OrientationAnswers answers) => new()
    {
        ContactName = answers.ContactName,
        Email = answers.Email,
        Phone = answers.Phone,
        Channel = answers.Channel,
        Slot = answers.Slot,
    };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        if (Typed.Line(ContactName) is null) yield return new ValidationResult("Indiquez votre prénom et votre nom.", [nameof(ContactName)]);
        var phone = Typed.Line(Phone);
        if (phone is null && Channel == ContactChannels.Telephone) yield return new ValidationResult("Indiquez un numéro de téléphone, ou choisissez un autre moyen de contact.", [nameof(Phone)]);
        if (phone is not null && !IsPhone(phone)) yield return new ValidationResult("Indiquez un numéro de téléphone complet, par exemple 03 83 00 00 00.", [nameof(Phone)]);
        if (!ContactChannels.All.Contains(Channel)) yield return new ValidationResult("Choisissez comment nous vous contactons.", [nameof(Channel)]);
        if (Slot is not null && !ContactSlots.All.Contains(Slot)) yield return new ValidationResult("Choisissez un moment dans la liste.", [nameof(Slot)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers) => answers with
    {
        ContactName = Typed.Line(ContactName),
        Email = Typed.Line(Email),
        Phone = Typed.Line(Phone),
        Channel = Channel,
        Slot = Slot,
    };

    private static bool IsPhone(string text) =>
        text.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits
        && text.All(character => char.IsAsciiDigit(character) || char.IsWhiteSpace(character) || character is '+' or '.' or '-' or '(' or ')' or '/' or '\u2011');
}
