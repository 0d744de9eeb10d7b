using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Tracking.Progress;

/// <summary>How far the help of an actor went, in the words of the structure.</summary>
public sealed class StructureRungForm : IValidatableObject
{
    /// <summary>What it can say.</summary>
    public static IReadOnlyList<Choice> Rungs { get; } =
    [
        new(nameof(Domain.Requests.Ladder.Rung.FirstContact), "J’ai eu un premier contact"),
        new(nameof(Domain.Requests.Ladder.Rung.UnderWay), "L’accompagnement continue"),
        new(nameof(Domain.Requests.Ladder.Rung.DealtWithInPart), "Mon besoin est traité en partie"),
        new(nameof(Domain.Requests.Ladder.Rung.DealtWith), "Mon besoin est traité"),
        new(nameof(Domain.Requests.Ladder.Rung.NotDealtWith), "Mon besoin n’est pas traité"),
    ];

    /// <summary>What happened.</summary>
    [Required(ErrorMessage = "Choisissez où en est cette aide.")]
    [TypedLength(Term.CodeLength)]
    public string? Rung { get; set; }

    /// <summary>The day.</summary>
    public TypedDate On { get; set; } = new();

    /// <summary>Why the need is not dealt with.</summary>
    [TypedLength(Term.CodeLength)]
    public string? WhyNot { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Rung is not null && !Rungs.Any(rung => rung.Value == Rung)) yield return new ValidationResult("Choisissez une réponse de la liste.", [nameof(Rung)]);
        if (Rung == nameof(Domain.Requests.Ladder.Rung.NotDealtWith) && !UnmetReasons.All.Contains(WhyNot)) yield return new ValidationResult("Dites pourquoi votre besoin n’est pas traité.", [nameof(WhyNot)]);
        if (Rung != nameof(Domain.Requests.Ladder.Rung.NotDealtWith) && !string.IsNullOrEmpty(WhyNot)) yield return new ValidationResult("Une raison ne va qu’avec «\u00A0Mon besoin n’est pas traité\u00A0»\u00A0: choisissez cette réponse, ou remettez «\u00A0Choisir une raison\u00A0».", [nameof(WhyNot)]);
    }

    /// <summary>The form that actors and staff share.</summary>
    public RungForm ToRungForm() => new() { Rung = Rung, On = On, WhyNot = WhyNot };
}
