using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>Legal form, « pas encore créée » included.</summary>
public sealed class LegalFormStep : IStep<LegalFormStep>
{
    private const string Choose = "Choisissez une forme juridique. Si vous hésitez, choisissez «\u00A0Autre ou je ne sais pas\u00A0».";

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Code of the legal form.</summary>
    [Required(ErrorMessage = Choose)]
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
