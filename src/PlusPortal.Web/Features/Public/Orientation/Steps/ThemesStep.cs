using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>Up to three themes, or « je ne sais pas ».</summary>
public sealed class ThemesStep : IStep<ThemesStep>
{
    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Codes of the themes, or unknown.</summary>
    [Required(ErrorMessage = "Cochez un à trois thèmes, ou «\u00A0Je ne sais pas\u00A0».")]
    public List<string>? Themes { get; set; }

    /// <summary>Answers on offer, by group.</summary>
    public static IReadOnlyList<(Term Group, IReadOnlyList<Choice> Choices)> Groups { get; } =
        [.. ThemeGroups.All.Select(group => (group, Choice.From(Domain.Vocabulary.Themes.All.Where(theme => theme.Parent == group.Code))))];

    /// <summary>« Je ne sais pas ».</summary>
    public static IReadOnlyList<Choice> UnknownChoice { get; } = [new(OrientationAnswers.Unknown, "Je ne sais pas", "L’équipe PLUS choisira d’après votre texte.")];

    /// <inheritdoc />
    public static ThemesStep From(OrientationAnswers answers) => new() { Themes = answers.Themes is { Count: 0 } ? [OrientationAnswers.Unknown] : answers.Themes?.ToList() };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        var chosen = Chosen().ToList();
        if (Domain.Vocabulary.Themes.All.UnknownAmong(chosen).Any()) yield return Problem("Cochez seulement des réponses de la liste.");
        else if (chosen.Count > Domain.Vocabulary.Themes.MaxPerRequest) yield return Problem($"Vous avez coché {chosen.Count} thèmes. Gardez les trois plus importants\u00A0: décochez les autres.");
        else if (chosen.Count > 0 && SaysUnknown) yield return Problem("Gardez vos thèmes, ou «\u00A0Je ne sais pas\u00A0», mais pas les deux.");
        else if (chosen.Count == 0 && !SaysUnknown) yield return Problem("Cochez un à trois thèmes, ou «\u00A0Je ne sais pas\u00A0».");

        static ValidationResult Problem(string sentence) => new(sentence, [nameof(Themes)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers) => answers with { Themes = [.. Chosen()] };

    private bool SaysUnknown => Themes?.Contains(OrientationAnswers.Unknown) == true;

    private IEnumerable<string> Chosen() => (Themes ?? []).Where(code => code != OrientationAnswers.Unknown).Distinct();
}
