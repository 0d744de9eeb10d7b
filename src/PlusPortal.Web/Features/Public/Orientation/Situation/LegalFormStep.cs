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

/// <summary>Legal form, « pas encore créée » included.</summary>
public sealed class LegalFormStep : IStep<LegalFormStep>
{
    private const string Choose = "Choisissez une forme juridique. Si vous hésitez, choisissez «\u00A0Autre ou je ne sais pas\u00A0».";

    /// <inheritdoc />
    public static FormStep Definition { get; } = FormStep.Of<LegalFormStep>(RequestStep.LegalForm, "forme-juridique") with
    {
        Facts =
        [
            new()
            {
                Code = FactCodes.LegalForm,
                Section = FactSection.Structure,
                Change = "la forme juridique",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Staff | FactReaders.Print, "Forme juridique", told => LegalForms.All.LabelOf(told.Declared.LegalForm) + (told.Declared.LegalFormDetail is { } detail ? $"\u00A0: {detail}" : "")),
                    new(FactReaders.Tracking | FactReaders.Actor | FactReaders.Print, "Forme juridique", told => LegalForms.All.LabelOf(told.Declared.LegalForm)),
                    new(FactReaders.Summary, "Forme", told => LegalForms.All.LabelOf(told.Declared.LegalForm)),
                ],
            },
            new()
            {
                // « Une association… » would say too much of a project.
                Code = FactCodes.Asker,
                Section = FactSection.Structure,
                Tellings = [new(FactReaders.Mail, "Qui", told => told.IsProject ? "une personne qui porte un projet" : "une structure")],
            },
        ],
    };

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Code of the legal form.</summary>
    [Required(ErrorMessage = Choose)]
    [TypedLength(Term.CodeLength)]
    public string? LegalForm { get; set; }

    /// <summary>One line for « autre ».</summary>
    [TypedLength(Declaration.NameLength)]
    public string? LegalFormDetail { get; set; }

    /// <summary>Answers on offer.</summary>
    public static IReadOnlyList<Choice> Choices { get; } = Choice.From(LegalForms.All);

    /// <inheritdoc />
    public static LegalFormStep From(OrientationAnswers answers) => new() { LegalForm = answers.LegalForm, LegalFormDetail = answers.LegalFormDetail };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        if (!LegalForms.All.Contains(LegalForm)) yield return new ValidationResult(Choose, [nameof(LegalForm)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers) => answers with { LegalForm = LegalForm, LegalFormDetail = Typed.Line(LegalFormDetail) };
}
