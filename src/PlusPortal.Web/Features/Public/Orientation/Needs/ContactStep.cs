using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Telephones;

namespace PlusPortal.Web.Features.Public.Orientation.Needs;

/// <summary>The person to call, how and when.</summary>
public sealed class ContactStep : IStep<ContactStep>
{
    /// <inheritdoc />
    public static FormStep Definition { get; } = FormStep.Of<ContactStep>(RequestStep.Contact, "contact") with
    {
        Facts =
        [
            new()
            {
                Code = "contactName",
                Section = FactSection.Person,
                Change = "votre nom",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Print, "Prénom et nom", told => told.Contact.Name),
                    new(FactReaders.Tracking | FactReaders.Print, "Personne à contacter", told => FactWords.Said(told.Contact.Name)),
                    new(FactReaders.Staff | FactReaders.ActorAccepted | FactReaders.Print, "Nom", told => told.Contact.Name),
                ],
            },
            new()
            {
                Code = FactCodes.Email,
                Section = FactSection.Person,
                Change = "votre adresse e-mail",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Print, "Adresse e-mail", told => told.Contact.Email),
                    new(FactReaders.Tracking | FactReaders.Print, "E-mail", told => FactWords.Said(told.Contact.Email)),
                    new(FactReaders.Staff | FactReaders.ActorAccepted | FactReaders.Print, "E-mail", told => told.Contact.Email),
                ],
            },
            new()
            {
                Code = FactCodes.Phone,
                Section = FactSection.Person,
                Change = "votre téléphone",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Print, "Téléphone", told => FactWords.Said(Telephone.Shown(told.Contact.Phone))) { NotSaid = FactWords.NotSaid },
                    new(FactReaders.Tracking | FactReaders.Staff | FactReaders.ActorAccepted | FactReaders.Print, "Téléphone", told => FactWords.Said(Telephone.Shown(told.Contact.Phone))),
                ],
            },
            new()
            {
                Code = "contactChannel",
                Section = FactSection.Person,
                Change = "le moyen de contact",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Print, "Contact préféré", told => ContactChannels.All.LabelOf(told.Contact.Channel)),
                    new(FactReaders.Staff | FactReaders.Print, "Préférence", ChannelAndSlot),
                    new(FactReaders.ActorAccepted | FactReaders.Print, "Préfère être contactée", ChannelAndSlot),
                ],
            },
            new()
            {
                Code = "contactSlot",
                Section = FactSection.Person,
                Change = "le moment préféré",
                Tellings = [new(FactReaders.CheckPage | FactReaders.Print, "Moment préféré", told => FactWords.Label(ContactSlots.All, told.Contact.Slot)) { NotSaid = FactWords.NotSaid }],
            },
        ],
    };

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
    [TypedLength(Term.CodeLength)]
    public string? Channel { get; set; }

    /// <summary>Code of the preferred slot.</summary>
    [TypedLength(Term.CodeLength)]
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
        Phone = Telephone.Shown(answers.Phone),
        Channel = answers.Channel,
        Slot = answers.Slot,
    };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        if (Typed.Line(ContactName) is null) yield return new ValidationResult("Indiquez votre prénom et votre nom.", [nameof(ContactName)]);
        var phone = Typed.Line(Phone);
        if (phone is null && Channel == ContactChannels.Telephone) yield return new ValidationResult("Indiquez un numéro de téléphone, ou choisissez un autre moyen de contact.", [nameof(Phone)]);
        if (phone is not null && Telephone.Read(phone) is null) yield return new ValidationResult(Telephone.Unreadable, [nameof(Phone)]);
        if (!ContactChannels.All.Contains(Channel)) yield return new ValidationResult("Choisissez comment nous vous contactons.", [nameof(Channel)]);
        if (Slot is not null && !ContactSlots.All.Contains(Slot)) yield return new ValidationResult("Choisissez un moment dans la liste.", [nameof(Slot)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers) => answers with
    {
        ContactName = Typed.Line(ContactName),
        Email = Typed.Line(Email),
        Phone = Telephone.Stored(Typed.Line(Phone)),
        Channel = Channel,
        Slot = Slot,
    };

    private static string ChannelAndSlot(FactSource told) =>
        ContactChannels.All.LabelOf(told.Contact.Channel) + (told.Contact.Slot is { } slot ? ", " + ContactSlots.All.LabelOf(slot).ToLower(FrenchText.Culture) : "");
}
