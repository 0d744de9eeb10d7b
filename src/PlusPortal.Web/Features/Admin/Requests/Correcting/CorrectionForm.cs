using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Correcting;

/// <summary>Values in force after a correction; those equal to the declaration are not corrections.</summary>
public sealed class CorrectionForm : IValidatableObject
{
    /// <summary>Most characters of the commune sought.</summary>
    public const int CommuneLength = 100;

    /// <summary>Stages.</summary>
    public static IReadOnlyList<Choice> StageChoices { get; } = [.. Stages.All.Select(stage => new Choice(stage.Code, stage.Label))];

    /// <summary>Sub-stages, each with its stage.</summary>
    public static IReadOnlyList<Choice> SubStageChoices { get; } =
        [.. SubStages.All.Select(subStage => new Choice(subStage.Code, $"{Stages.All.LabelOf(subStage.Parent!)}\u00A0: {subStage.Label}"))];

    /// <summary>Themes.</summary>
    public static IReadOnlyList<Choice> ThemeChoices { get; } = [.. Domain.Vocabulary.Themes.All.Select(theme => new Choice(theme.Code, theme.Label))];

    /// <summary>Stage.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Stage { get; set; }

    /// <summary>Sub-stage.</summary>
    [TypedLength(Term.CodeLength)]
    public string? SubStage { get; set; }

    /// <summary>Themes, three at most.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>Commune as typed: a name or a postal code.</summary>
    [Required(ErrorMessage = "Indiquez la commune, par son nom ou son code postal.")]
    [TypedLength(CommuneLength, ErrorMessage = "Ce nom est trop long. Indiquez la commune ou son code postal.")]
    public string? Commune { get; set; }

    /// <summary>Commune chosen among several that match.</summary>
    [TypedLength(Term.CodeLength)]
    public string? CommuneCode { get; set; }

    /// <summary>The form as it opens: the values in force.</summary>
    public static CorrectionForm For(OrientationRequest request) => new()
    {
        Stage = request.Stage,
        SubStage = request.SubStage,
        Themes = [.. request.Themes],
        Commune = request.CommuneName,
    };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Stage is not null && !Stages.All.Contains(Stage)) yield return new ValidationResult("Choisissez une étape de la liste.", [nameof(Stage)]);
        if (SubStage is not null && SubStages.StageOf(SubStage) is var parent && (parent is null || parent != Stage))
            yield return new ValidationResult("Cette sous-étape ne va pas avec l’étape choisie. Choisissez-en une autre, ou aucune.", [nameof(SubStage)]);
        if (Themes.Count > Domain.Vocabulary.Themes.MaxPerRequest) yield return new ValidationResult($"Gardez {Domain.Vocabulary.Themes.MaxPerRequest} thèmes au plus.", [nameof(Themes)]);
        else if (Domain.Vocabulary.Themes.All.UnknownAmong(Themes).Any()) yield return new ValidationResult("Choisissez des thèmes de la liste.", [nameof(Themes)]);
    }
}
