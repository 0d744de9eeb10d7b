using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Texts;
using PlusPortal.Web.Features.Shared.Texts;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Content.Texts;

/// <summary>What staff write.</summary>
public sealed class TextForm : IValidatableObject
{
    /// <summary>Number of the version that was shown; another one published since is a conflict.</summary>
    public int Number { get; set; }

    /// <summary>Title of the page.</summary>
    [Required(ErrorMessage = "Indiquez le titre de la page.")]
    [TypedLength(SiteTextVersion.TitleLength)]
    public string? Title { get; set; }

    /// <summary>Text, as Markdown.</summary>
    [Required(ErrorMessage = "Écrivez le texte de la page.")]
    [TypedLength(SiteTextVersion.MarkdownLength)]
    public string? Markdown { get; set; }

    /// <summary>What changed and why.</summary>
    [TypedLength(SiteTextVersion.ReasonLength)]
    public string? Reason { get; set; }

    /// <summary>The form of a version.</summary>
    public static TextForm From(SiteTextVersion version) => new() { Number = version.Number, Title = version.Title, Markdown = version.Markdown };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Only characters that are not stored were typed.
        if (Typed.Line(Title) is null) yield return new ValidationResult("Indiquez le titre de la page.", [nameof(Title)]);
        if (Typed.Text(Markdown) is null) yield return new ValidationResult("Écrivez le texte de la page.", [nameof(Markdown)]);
        var unknown = TextVariables.Unknown(Markdown ?? "");
        if (unknown.Count > 0)
        {
            yield return new ValidationResult(
                $"«\u00A0{{{{{unknown[0]}}}}}\u00A0» n’existe pas. Corrigez-le d’après la liste sous le formulaire, ou retirez les accolades.", [nameof(Markdown)]);
        }
    }
}

/// <summary>What publishing an older version again asks.</summary>
public sealed class RestoreForm : IValidatableObject
{
    /// <summary>Number of the version that was shown as the current one.</summary>
    public int Number { get; set; }

    /// <summary>Why the older version comes back.</summary>
    [TypedLength(SiteTextVersion.ReasonLength)]
    public string? Reason { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Typed.Line(Reason) is null) yield return new ValidationResult("Dites pourquoi vous remettez cette version.", [nameof(Reason)]);
    }
}
