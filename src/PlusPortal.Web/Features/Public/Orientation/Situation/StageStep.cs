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

/// <summary>Stage: three cards and « je ne sais pas ».</summary>
public sealed class StageStep : IStep<StageStep>
{
    private const string Choose = "Choisissez ce qui ressemble le plus à votre situation, ou «\u00A0Je ne sais pas\u00A0».";

    /// <inheritdoc />
    public static FormStep Definition { get; } = FormStep.Of<StageStep>(RequestStep.Stage, "etape") with
    {
        Facts =
        [
            new()
            {
                Code = FactCodes.Stage,
                Section = FactSection.Situation,
                Change = "l’étape",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Tracking | FactReaders.Print, "Étape", told => FactWords.Label(Stages.All, told.Declared.Stage))
                    {
                        NotSaid = FactWords.DoesNotKnow,
                        Corrected = told => told.Correction?.Stage is { } corrected && corrected != told.Declared.Stage ? Stages.All.LabelOf(corrected) : null,
                    },
                    new(FactReaders.Staff | FactReaders.Print, "Étape", told => InWords(told.Declared.Stage, told.Declared.SubStage, "\u00A0: "))
                    {
                        NotSaid = FactWords.DoesNotKnow,
                        Corrected = told => told.Correction is null or { Stage: null, SubStage: null } ? null : InWords(told.Stage, told.SubStage, "\u00A0: ") ?? FactWords.DoesNotKnow,
                    },
                    new(FactReaders.ActorLate | FactReaders.Actor | FactReaders.Mail | FactReaders.Print, "Étape", told => FactWords.Label(Stages.All, told.Stage)),
                    new(FactReaders.Summary, "Étape", told => InWords(told.Stage, told.SubStage, ", ")) { NotSaid = "pas encore connue" },
                ],
            },
        ],
    };

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Code of the stage, or unknown.</summary>
    [Required(ErrorMessage = Choose)]
    [TypedLength(Term.CodeLength)]
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

    private static string? InWords(string? stage, string? subStage, string between) => (stage, subStage) switch
    {
        (null, _) => null,
        ({ } code, null) => Stages.All.LabelOf(code),
        ({ } code, { } sub) => Stages.All.LabelOf(code) + between + SubStages.All.LabelOf(sub),
    };
}

/// <summary>Step inside the stage.</summary>
public sealed class SubStageStep : IStep<SubStageStep>
{
    private const string Choose = "Choisissez une réponse de la liste, ou «\u00A0Je ne sais pas\u00A0».";

    /// <inheritdoc />
    public static FormStep Definition { get; } = FormStep.Of<SubStageStep>(RequestStep.SubStage, "sous-etape") with
    {
        AppliesTo = answers => answers.Stage != OrientationAnswers.Unknown,
        WhenDropped = "la précision sur votre étape",
        Facts =
        [
            new()
            {
                Code = FactCodes.SubStage,
                Section = FactSection.Situation,
                Change = "la précision sur l’étape",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Print, "Précision", told => FactWords.Label(SubStages.All, told.Declared.SubStage))
                    {
                        AppliesTo = told => told.Declared.Stage is not null,
                        NotSaid = FactWords.DoesNotKnow,
                    },
                    new(FactReaders.Tracking | FactReaders.Print, "Où vous en êtes", told => FactWords.Label(SubStages.All, told.Declared.SubStage))
                    {
                        Corrected = told => told.Correction?.SubStage is { } corrected && corrected != told.Declared.SubStage ? SubStages.All.LabelOf(corrected) : null,
                    },
                    new(FactReaders.Actor | FactReaders.Print, "Où en est la structure", told => FactWords.Label(SubStages.All, told.SubStage)),
                ],
            },
        ],
    };

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Code of the sub-stage, or unknown.</summary>
    [Required(ErrorMessage = Choose)]
    [TypedLength(Term.CodeLength)]
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
