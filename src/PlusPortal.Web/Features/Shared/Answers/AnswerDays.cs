using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Clock;

namespace PlusPortal.Web.Features.Shared.Answers;

/// <summary>« Oui, mais à partir du… ».</summary>
public sealed class StartDateForm
{
    /// <summary>Day from which the actor would take the request.</summary>
    public TypedDate From { get; set; } = new();

    /// <summary>The day, or the sentence that says what is wrong with it.</summary>
    public (DateOnly? Day, string? Problem) Read(DateOnly today) => From.Read() switch
    {
        (_, { } problem) => (null, problem),
        (null, _) => (null, "Indiquez à partir de quel jour vous pouvez vous en occuper."),
        ({ } day, _) when day <= today => (null, "Choisissez un jour à venir. Si vous pouvez commencer tout de suite, choisissez «\u00A0Je m’en occupe\u00A0»."),
        ({ } day, _) when day > today.AddMonths(OrientationRequest.MostMonthsAhead) => (null, $"Choisissez un jour au plus tard le {today.AddMonths(OrientationRequest.MostMonthsAhead).InWords}\u00A0: au-delà, mieux vaut décliner."),
        var (day, _) => (day, null),
    };
}

/// <summary>How far the help of an actor went, and when.</summary>
public sealed class RungForm : IValidatableObject
{
    /// <summary>What can be noted.</summary>
    public static IReadOnlyList<Choice> Rungs { get; } = [.. Enum.GetValues<Rung>().Select(rung => new Choice(rung.ToString(), RungWords.Of(rung).Capitalised))];

    /// <summary>Why a need is not dealt with.</summary>
    public static IReadOnlyList<Choice> Reasons { get; } = Choice.From(UnmetReasons.All);

    /// <summary>What happened.</summary>
    [Required(ErrorMessage = "Choisissez ce qui s’est passé.")]
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
        if (Rung is not null && !IsRung(out _)) yield return new ValidationResult("Choisissez une réponse de la liste.", [nameof(Rung)]);
        if (IsRung(out var rung) && rung == Domain.Requests.Ladder.Rung.NotDealtWith && !UnmetReasons.All.Contains(WhyNot)) yield return new ValidationResult("Dites pourquoi le besoin n’est pas traité.", [nameof(WhyNot)]);
        if (IsRung(out var other) && other != Domain.Requests.Ladder.Rung.NotDealtWith && !string.IsNullOrEmpty(WhyNot)) yield return new ValidationResult(RungClashWords.ReasonAlone, [nameof(WhyNot)]);
    }

    /// <summary>The day, or the sentence that says what is wrong with it.</summary>
    public (DateOnly? Day, string? Problem) Read(DateOnly sentOn, DateOnly today) => On.Read() switch
    {
        (_, { } problem) => (null, problem),
        (null, _) => (null, "Indiquez le jour où cela s’est passé."),
        ({ } day, _) when day > today => (null, "Ce jour n’est pas encore passé\u00A0: notez ce qui a eu lieu."),
        ({ } day, _) when day < sentOn => (null, $"La demande a été transmise le {sentOn.InWords}\u00A0: choisissez ce jour ou un jour après."),
        var (day, _) => (day, null),
    };

    /// <summary>What the domain records.</summary>
    public RungSeen Seen(DateOnly day)
    {
        IsRung(out var rung);
        return new RungSeen(rung, LadderSide.Actor, day, rung == Domain.Requests.Ladder.Rung.NotDealtWith ? WhyNot : null);
    }

    private bool IsRung(out Rung rung) => Enum.TryParse(Rung, out rung) && Enum.IsDefined(rung) && rung.ToString() == Rung;
}
