using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>Threatened money, when it changes something, and the deadline.</summary>
public sealed class TimingStep : IStep<TimingStep>
{
    private const int MostYearsAhead = 10;
    private const string Yes = "oui";
    private const string No = "non";

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Whether the question on money is asked.</summary>
    [BindNever]
    public bool AsksMoney { get; private set; }

    /// <summary>« oui » or « non ».</summary>
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
