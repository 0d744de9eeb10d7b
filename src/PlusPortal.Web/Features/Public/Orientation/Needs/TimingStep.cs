using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Orientation.Needs;

/// <summary>Threatened money, when it changes something, and the deadline.</summary>
public sealed class TimingStep : IStep<TimingStep>
{
    private const int MostYearsAhead = 10;
    private const string Yes = "oui";
    private const string No = "non";

    /// <inheritdoc />
    public static FormStep Definition { get; } = FormStep.Of<TimingStep>(RequestStep.Timing, "echeance") with
    {
        WhenDropped = "la réponse sur les salaires et les charges",
        Facts =
        [
            new()
            {
                Code = "moneyThreatened",
                Section = FactSection.Need,
                Change = "la réponse sur les salaires et les charges",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Tracking | FactReaders.Staff | FactReaders.Print, "Salaires ou charges menacés dans les trois mois", told => told.Declared.MoneyThreatened switch { true => "Oui", false => "Non", null => null }),
                ],
            },
            new()
            {
                Code = "deadline",
                Section = FactSection.Need,
                Change = "l’échéance",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Print, "Échéance", told => told.Declared.Deadline?.InWords) { NotSaid = "Aucune" },
                    new(FactReaders.Tracking | FactReaders.Actor | FactReaders.Print, "Échéance", told => told.Declared.Deadline?.InWords),
                    new(FactReaders.Staff | FactReaders.Print, "Échéance de la structure", told => told.Declared.Deadline?.InWords),
                ],
            },
        ],
    };

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Whether the question on money is asked.</summary>
    [BindNever]
    public bool AsksMoney { get; private set; }

    /// <summary>« oui » or « non ».</summary>
    [TypedLength(Term.CodeLength)]
    public string? MoneyThreatened { get; set; }

    /// <summary>Deadline, as typed.</summary>
    public TypedDate Deadline { get; set; } = new();

    /// <summary>Answers on offer.</summary>
    public static IReadOnlyList<Choice> MoneyChoices { get; } = [new(Yes, "Oui", "Nous vous rappelons en priorité."), new(No, "Non")];

    /// <inheritdoc />
    public static TimingStep From(OrientationAnswers answers) => new()
    {
        MoneyThreatened = answers.MoneyThreatened switch { true => Yes, false => No, null => null },
        Deadline = TypedDate.Of(answers.Deadline),
    };

    /// <inheritdoc />
    public void Prepare(OrientationAnswers answers) => AsksMoney = answers.AsksMoney;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        if (answers.AsksMoney && MoneyThreatened is not (Yes or No)) yield return new ValidationResult("Répondez par oui ou par non\u00A0: nous rappelons d’abord les structures menacées.", [nameof(MoneyThreatened)]);
        var (deadline, problem) = Deadline.Read();
        if (problem is not null) yield return new ValidationResult(problem, [nameof(Deadline)]);
        else if (deadline < today) yield return new ValidationResult("Cette date est passée. Indiquez une échéance à venir, ou videz les trois cases.", [nameof(Deadline)]);
        else if (deadline > today.AddYears(MostYearsAhead)) yield return new ValidationResult("Cette date est très lointaine. Vérifiez l’année, ou videz les trois cases.", [nameof(Deadline)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers)
    {
        var deadline = Deadline.Read().Day;
        return answers with
        {
            MoneyThreatened = answers.AsksMoney ? MoneyThreatened == Yes : null,
            HasDeadline = deadline is not null,
            Deadline = deadline,
        };
    }
}
