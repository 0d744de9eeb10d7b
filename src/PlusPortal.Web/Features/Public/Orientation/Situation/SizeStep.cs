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

/// <summary>Salaried staff; budget and age of a structure that exists.</summary>
public sealed class SizeStep : IStep<SizeStep>
{
    private const string Choose = "Choisissez une réponse. Si vous hésitez, choisissez «\u00A0Je ne sais pas\u00A0».";

    /// <inheritdoc />
    public static FormStep Definition { get; } = FormStep.Of<SizeStep>(RequestStep.Size, "taille") with
    {
        WhenDropped = "le budget et l’ancienneté",
        Facts =
        [
            new()
            {
                Code = FactCodes.Staff,
                Section = FactSection.Structure,
                Change = "le nombre de salariés",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Staff | FactReaders.Summary | FactReaders.Print, "Équivalents temps plein salariés", told => FactWords.Label(StaffBands.All, told.Declared.StaffBand)),
                    new(FactReaders.Tracking | FactReaders.Actor | FactReaders.Print, "Salariés", told => FactWords.Label(StaffBands.All, told.Declared.StaffBand)),
                ],
            },
            Band(FactCodes.Budget, "Budget annuel", "le budget annuel", told => FactWords.Label(BudgetBands.All, told.Declared.BudgetBand)),
            Band(FactCodes.Age, "Ancienneté", "l’ancienneté", told => FactWords.Label(AgeBands.All, told.Declared.AgeBand)),
        ],
    };

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Whether nothing has been declared yet: budget and age are not asked.</summary>
    [BindNever]
    public bool IsProject { get; private set; }

    /// <summary>Code of the band of staff.</summary>
    [Required(ErrorMessage = Choose)]
    [TypedLength(Term.CodeLength)]
    public string? StaffBand { get; set; }

    /// <summary>Code of the band of budget.</summary>
    [TypedLength(Term.CodeLength)]
    public string? BudgetBand { get; set; }

    /// <summary>Code of the band of age.</summary>
    [TypedLength(Term.CodeLength)]
    public string? AgeBand { get; set; }

    /// <summary>Answers on offer.</summary>
    public static IReadOnlyList<Choice> StaffChoices { get; } = Choice.From(StaffBands.All);

    /// <summary>Answers on offer.</summary>
    public static IReadOnlyList<Choice> BudgetChoices { get; } = Choice.From(BudgetBands.All);

    /// <summary>Answers on offer.</summary>
    public static IReadOnlyList<Choice> AgeChoices { get; } = Choice.From(AgeBands.All);

    /// <inheritdoc />
    public static SizeStep From(OrientationAnswers answers) => new() { StaffBand = answers.StaffBand, BudgetBand = answers.BudgetBand, AgeBand = answers.AgeBand };

    /// <inheritdoc />
    public void Prepare(OrientationAnswers answers) => IsProject = answers.IsProject;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        if (!StaffBands.All.Contains(StaffBand)) yield return new ValidationResult(Choose, [nameof(StaffBand)]);
        if (answers.IsProject) yield break;
        if (BudgetBand is not null && !BudgetBands.All.Contains(BudgetBand)) yield return new ValidationResult(Choose, [nameof(BudgetBand)]);
        if (AgeBand is not null && !AgeBands.All.Contains(AgeBand)) yield return new ValidationResult(Choose, [nameof(AgeBand)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers) => answers with
    {
        StaffBand = StaffBand,
        BudgetBand = answers.IsProject ? null : BudgetBand,
        AgeBand = answers.IsProject ? null : AgeBand,
    };

    private static DeclaredFact Band(string code, string label, string change, Func<FactSource, string?> words) => new()
    {
        Code = code,
        Section = FactSection.Structure,
        Change = change,
        Tellings =
        [
            new(FactReaders.CheckPage | FactReaders.Print, label, words) { AppliesTo = told => !told.IsProject, NotSaid = FactWords.NotSaid },
            new(FactReaders.Staff | FactReaders.Actor | FactReaders.Print, label, words),
        ],
    };
}
