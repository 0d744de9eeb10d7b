using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Texts;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Needs;

/// <summary>The need, in the person's own words.</summary>
public sealed class NeedStep : IStep<NeedStep>
{
    /// <inheritdoc />
    public static FormStep Definition { get; } = FormStep.Of<NeedStep>(RequestStep.Need, "besoin") with
    {
        Texts = [nameof(Title), nameof(Need)],
        Facts =
        [
            new()
            {
                Code = FactCodes.Title,
                Section = FactSection.Need,
                Change = "le titre",
                IsFreeText = true,
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Staff | FactReaders.Actor | FactReaders.Print, "Titre", told => FactWords.Said(told.Declared.Title)) { NotSaid = FactWords.NotSaid },
                    new(FactReaders.Tracking | FactReaders.Print, "Votre besoin", told => FactWords.Said(told.Declared.Title)),
                ],
            },
            new()
            {
                Code = FactCodes.Need,
                Section = FactSection.Need,
                Change = "la description",
                IsFreeText = true,
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Staff | FactReaders.Actor | FactReaders.Print, "Description", told => FactWords.Said(told.Declared.Need)) { NotSaid = FactWords.NotSaid },
                    new(FactReaders.Tracking | FactReaders.Print, "Dans vos mots", told => FactWords.Said(told.Declared.Need)),
                ],
            },
        ],
    };

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Title.</summary>
    [Required(ErrorMessage = "Donnez un titre à votre besoin, en quelques mots.")]
    [TypedLength(Declaration.TitleLength)]
    public string? Title { get; set; }

    /// <summary>Text.</summary>
    [Required(ErrorMessage = "Décrivez votre besoin\u00A0: deux ou trois phrases suffisent.")]
    [TypedLength(Declaration.NeedLength, Least = Declaration.NeedMinLength, TooShort = "Dites-en un peu plus\u00A0: une ou deux phrases (30 caractères au moins) pour que nous comprenions.")]
    public string? Need { get; set; }

    /// <inheritdoc />
    public bool KeepsUnfinished => VisibleText.LengthOf(Typed.Line(Title)) <= Declaration.TitleLength && VisibleText.LengthOf(Typed.Text(Need)) <= Declaration.NeedLength;

    /// <inheritdoc />
    public static NeedStep From(OrientationAnswers answers) => new() { Title = answers.Title, Need = answers.Need };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        // Only characters that are not stored were typed.
        if (Typed.Line(Title) is null) yield return new ValidationResult("Donnez un titre à votre besoin, en quelques mots.", [nameof(Title)]);
        if (Typed.Text(Need) is null) yield return new ValidationResult("Décrivez votre besoin\u00A0: deux ou trois phrases suffisent.", [nameof(Need)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers) => answers with { Title = Typed.Line(Title), Need = Typed.Text(Need) };
}
