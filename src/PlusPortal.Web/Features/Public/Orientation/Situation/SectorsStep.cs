using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Situation;

/// <summary>Main sector and up to two others; it never blocks.</summary>
public sealed class SectorsStep : IStep<SectorsStep>
{
    /// <inheritdoc />
    public static FormStep Definition { get; } = FormStep.Of<SectorsStep>(RequestStep.Sectors, "secteur") with
    {
        Facts =
        [
            new()
            {
                Code = FactCodes.Sectors,
                Section = FactSection.Structure,
                Change = "le secteur",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Print, "Secteur", told => FactWords.Lines(Sectors.All, told.Declared.Sectors)) { NotSaid = FactWords.DoesNotKnow },
                    new(FactReaders.Staff | FactReaders.Print, "Secteurs", told => FactWords.Listed(Sectors.All, told.Declared.Sectors)),
                ],
            },
        ],
    };

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Code of the main sector, or unknown.</summary>
    [Required(ErrorMessage = "Choisissez le secteur principal, ou «\u00A0Je ne sais pas\u00A0».")]
    [TypedLength(Term.CodeLength)]
    public string? MainSector { get; set; }

    /// <summary>Codes of the others.</summary>
    public List<string>? OtherSectors { get; set; }

    /// <summary>Answers on offer.</summary>
    public static IReadOnlyList<Choice> MainChoices { get; } = [.. Choice.From(Sectors.All), new(OrientationAnswers.Unknown, "Je ne sais pas")];

    /// <summary>Answers on offer for the others.</summary>
    public static IReadOnlyList<Choice> OtherChoices { get; } = Choice.From(Sectors.All);

    /// <inheritdoc />
    public static SectorsStep From(OrientationAnswers answers) => new()
    {
        MainSector = answers.Sectors is { } sectors ? sectors.FirstOrDefault() ?? OrientationAnswers.Unknown : null,
        OtherSectors = answers.Sectors?.Skip(1).ToList(),
    };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        if (MainChoices.All(choice => choice.Value != MainSector)) yield return new ValidationResult("Choisissez le secteur principal dans la liste.", [nameof(MainSector)]);
        if (Sectors.All.UnknownAmong(OtherSectors ?? []).Any()) yield return new ValidationResult("Cochez seulement des réponses de la liste.", [nameof(OtherSectors)]);
        else if (Others().Count() > OrientationAnswers.MaxSectors - 1) yield return new ValidationResult("Gardez deux autres secteurs au plus\u00A0: décochez les moins importants.", [nameof(OtherSectors)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers) =>
        answers with { Sectors = MainSector == OrientationAnswers.Unknown ? [.. Others()] : [MainSector!, .. Others()] };

    private IEnumerable<string> Others() => (OtherSectors ?? []).Distinct().Where(code => code != MainSector);
}
