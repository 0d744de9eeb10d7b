using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Needs;

/// <summary>Up to three themes, or « je ne sais pas ».</summary>
public sealed class ThemesStep : IStep<ThemesStep>
{
    /// <inheritdoc />
    public static FormStep Definition { get; } = FormStep.Of<ThemesStep>(RequestStep.Themes, "themes") with
    {
        Facts =
        [
            new()
            {
                Code = FactCodes.Themes,
                Section = FactSection.Need,
                Change = "les thèmes",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Tracking | FactReaders.Print, "Thèmes", told => Lines(told.Declared.Themes))
                    {
                        NotSaid = FactWords.DoesNotKnow,
                        Corrected = told => told.Correction?.Themes is not { } themes || themes.SequenceEqual(told.Declared.Themes) ? null : Lines(themes) ?? "Aucun",
                    },
                    new(FactReaders.Staff | FactReaders.Print, "Thèmes", told => Listed(told.Declared.Themes))
                    {
                        NotSaid = FactWords.DoesNotKnow,
                        Corrected = told => told.Correction?.Themes is null ? null : Listed(told.Themes) ?? FactWords.DoesNotKnow,
                    },
                    new(FactReaders.ActorLate | FactReaders.Actor | FactReaders.Print, "Thèmes", told => Lines(told.Themes)),
                    new(FactReaders.Summary, "Besoin", told => Listed(told.Themes)) { NotSaid = "à préciser" },
                    new(FactReaders.Mail, "Besoin", told => Listed(told.Themes)),
                ],
            },
        ],
    };

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

    private static string? Lines(IReadOnlyList<string> codes) => FactWords.Lines(Domain.Vocabulary.Themes.All, codes);

    private static string? Listed(IReadOnlyList<string> codes) => FactWords.Listed(Domain.Vocabulary.Themes.All, codes);

    private bool SaysUnknown => Themes?.Contains(OrientationAnswers.Unknown) == true;

    private IEnumerable<string> Chosen() => (Themes ?? []).Where(code => code != OrientationAnswers.Unknown).Distinct();
}
