using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>Stage: three cards and « je ne sais pas ».</summary>
public sealed class StageStep : IStep<StageStep>
{
    private const string Choose = "Choisissez ce qui ressemble le plus à votre situation, ou «\u00A0Je ne sais pas\u00A0».";

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Code of the stage, or unknown.</summary>
    [Required(ErrorMessage = Choose)]
    public string? Stage { get; set; }

    /// <summary>Answers on offer.</summary>
    public static IReadOnlyList<Choice> Choices { get; } =
        [.. Choice.From(Stages.All), new(OrientationAnswers.Unknown, "Je ne sais pas", "L’équipe PLUS vous aidera à faire le point.")];

    /// <inheritdoc />
    public static StageStep From(OrientationAnswers answers) => new() { Stage = answers.Stage };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        if (Choices.All(choice => choice.Value != Stage)) yield return new ValidationResult(Choose, [nameof(Stage)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers) => answers with { Stage = Stage };
}

/// <summary>Step inside the stage.</summary>
public sealed class SubStageStep : IStep<SubStageStep>
{
    private const string Choose = "Choisissez une réponse de la liste, ou «\u00A0Je ne sais pas\u00A0».";

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Code of the sub-stage, or unknown.</summary>
    [Required(ErrorMessage = Choose)]
    public string? SubStage { get; set; }

    /// <summary>Answers on offer: those of the stage.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <inheritdoc />
    public static SubStageStep From(OrientationAnswers answers) => new() { SubStage = answers.SubStage };

    /// <inheritdoc />
    public void Prepare(OrientationAnswers answers) => Choices = Of(answers);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        if (Of(answers).All(choice => choice.Value != SubStage)) yield return new ValidationResult(Choose, [nameof(SubStage)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers) => answers with { SubStage = SubStage };

    private static IReadOnlyList<Choice> Of(OrientationAnswers answers) =>
        [.. Choice.From(SubStages.All.Where(term => term.Parent == answers.Stage)), new(OrientationAnswers.Unknown, "Je ne sais pas")];
}
