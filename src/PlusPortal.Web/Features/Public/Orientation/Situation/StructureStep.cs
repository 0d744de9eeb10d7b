using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Structures;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Situation;

/// <summary>Name; for a structure that exists, its number and its qualifications too.</summary>
public sealed class StructureStep : IStep<StructureStep>
{
    /// <inheritdoc />
    public static FormStep Definition { get; } = FormStep.Of<StructureStep>(RequestStep.Structure, "structure") with
    {
        WhenDropped = "le numéro et les agréments de la structure",
        Facts =
        [
            new()
            {
                Code = FactCodes.StructureName,
                Section = FactSection.Structure,
                Change = "le nom",
                IsFreeText = true,
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Print, told => told.IsProject ? "Nom du projet" : "Nom", told => FactWords.Said(told.Declared.StructureName)) { NotSaid = FactWords.NotSaid },
                    new(FactReaders.Tracking | FactReaders.Print, told => told.IsProject ? "Nom du projet" : "Nom de la structure", told => FactWords.Said(told.Declared.StructureName)),
                    new(FactReaders.Staff | FactReaders.Print, NameForOthers, told => told.Declared.StructureName) { NotSaid = FactWords.NotSaid },

                    // A project is a person: it has no name before somebody has accepted.
                    new(FactReaders.ActorAsked | FactReaders.Print, NameForOthers, told => told.IsProject ? "Donné avec les coordonnées, à l’interlocuteur qui accepte" : FactWords.Said(told.Declared.StructureName)),
                    new(FactReaders.ActorAccepted | FactReaders.Print, NameForOthers, told => FactWords.Said(told.Declared.StructureName)),
                ],
            },
            new()
            {
                Code = "number",
                Section = FactSection.Structure,
                Change = "le numéro",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Print, "Numéro SIREN, SIRET ou RNA", told => NumberOf(told.Declared.Siret, told.Declared.Siren, told.Declared.Rna))
                    {
                        AppliesTo = told => !told.IsProject,
                        NotSaid = FactWords.NotSaid,
                    },
                    new(FactReaders.Staff | FactReaders.Print, told => told.Declared.Siret is null ? "SIREN" : "SIRET", told => told.Declared.Siret ?? told.Declared.Siren),
                ],
            },
            new()
            {
                Code = "rna",
                Section = FactSection.Structure,
                Tellings = [new(FactReaders.Staff | FactReaders.Print, "RNA", told => told.Declared.Rna)],
            },
            new()
            {
                Code = FactCodes.Qualifications,
                Section = FactSection.Structure,
                Change = "les agréments et qualités",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Print, "Agréments et qualités", told => FactWords.Lines(Domain.Vocabulary.Qualifications.All, told.Declared.Qualifications))
                    {
                        AppliesTo = told => !told.IsProject,
                        NotSaid = "Aucun",
                    },
                    new(FactReaders.Staff | FactReaders.Print, "Agréments et qualités", told => FactWords.Listed(Domain.Vocabulary.Qualifications.All, told.Declared.Qualifications)),
                    new(FactReaders.Tracking | FactReaders.Actor | FactReaders.Print, "Agréments", told => FactWords.Lines(Domain.Vocabulary.Qualifications.All, told.Declared.Qualifications)),
                ],
            },
        ],
    };

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
        RegistrationNumber = NumberOf(answers.Siret, answers.Siren, answers.Rna),
        Qualifications = answers.Qualifications?.ToList(),
    };

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

    /// <summary>The number as people write it; null when none was given.</summary>
    private static string? NumberOf(string? siretDigits, string? sirenDigits, string? rna)
    {
        if (Siret.TryParse(siretDigits, out var siret)) return siret.ToString();
        if (Siren.TryParse(sirenDigits, out var siren)) return siren.ToString();
        return FactWords.Said(rna);
    }

    private static string NameForOthers(FactSource told) => told.IsProject ? "Projet" : "Structure";

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
