using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Structures;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>Name; for a structure that exists, its number and its qualifications too.</summary>
public sealed class StructureStep : IStep<StructureStep>
{
    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Whether nothing has been declared yet: only a name is asked, and may be missing.</summary>
    [BindNever]
    public bool IsProject { get; private set; }

    /// <summary>Name of the structure or of the project.</summary>
    [TypedLength(Declaration.NameLength)]
    public string? StructureName { get; set; }

    /// <summary>SIREN, SIRET or RNA number.</summary>
    [TypedLength(40)]
    public string? RegistrationNumber { get; set; }

    /// <summary>Qualifications held.</summary>
    public List<string>? Qualifications { get; set; }

    /// <summary>Answers on offer.</summary>
    public static IReadOnlyList<Choice> QualificationChoices { get; } = Choice.From(Domain.Vocabulary.Qualifications.All);

    /// <inheritdoc />
    public static StructureStep From(OrientationAnswers answers) => new()
    {
        StructureName = answers.StructureName,
        RegistrationNumber = NumberOf(answers),
        Qualifications = answers.Qualifications?.ToList(),
    };

    /// <summary>The number as people write it; null when none was given.</summary>
    public static string? NumberOf(OrientationAnswers answers)
    {
        if (Siret.TryParse(answers.Siret, out var siret)) return siret.ToString();
        if (Siren.TryParse(answers.Siren, out var siren)) return siren.ToString();
        return answers.Rna;
    }

    /// <inheritdoc />
    public void Prepare(OrientationAnswers answers) => IsProject = answers.IsProject;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        if (answers.IsProject) yield break;
        if (Typed.Line(StructureName) is null) yield return new ValidationResult("Indiquez le nom de votre structure, comme dans ses statuts ou comme vous l’appelez.", [nameof(StructureName)]);
        if (ProblemOf(Typed.Line(RegistrationNumber)) is { } problem) yield return new ValidationResult(problem, [nameof(RegistrationNumber)]);
        if (Domain.Vocabulary.Qualifications.All.UnknownAmong(Qualifications ?? []).Any()) yield return new ValidationResult("Cochez seulement des réponses de la liste.", [nameof(Qualifications)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers)
    {
        var named = answers with { StructureName = Typed.Line(StructureName) ?? "" };
        if (answers.IsProject) return named with { Siren = null, Siret = null, Rna = null, Qualifications = null };
        var isSiret = Siret.TryParse(RegistrationNumber, out var siret);
        var isSiren = Siren.TryParse(RegistrationNumber, out var siren);
        var isRna = Rna.TryParse(RegistrationNumber, out var rna);
        return named with
        {
            Siret = isSiret ? siret.Value : null,
            Siren = isSiret ? siret.Siren.Value : isSiren ? siren.Value : null,
            Rna = isRna ? rna.Value : null,
            Qualifications = [.. (Qualifications ?? []).Distinct()],
        };
    }

    private static string? ProblemOf(string? number)
    {
        if (number is null || Siret.TryParse(number, out _) || Siren.TryParse(number, out _) || Rna.TryParse(number, out _)) return null;
        if (number.StartsWith('W') || number.StartsWith('w')) return "Un numéro RNA s’écrit W suivi de 9 chiffres, par exemple W543001234. Corrigez-le, ou laissez la case vide.";
        var digits = number.Count(char.IsAsciiDigit);
        return digits is Siren.Length or Siret.Length
            ? "Un chiffre de ce numéro est faux. Recopiez-le depuis un document officiel, ou laissez la case vide."
            : "Un SIREN compte 9 chiffres, un SIRET 14, et un RNA s’écrit W suivi de 9 chiffres. Corrigez le numéro, ou laissez la case vide.";
    }
}
