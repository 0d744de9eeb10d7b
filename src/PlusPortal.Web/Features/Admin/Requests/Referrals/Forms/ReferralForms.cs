using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Partner.Inbox;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels.Answers;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>What an actor said to staff, whether it has an account, an address or neither.</summary>
public sealed class RecordAnswerForm : HearingForm, INamesBetterActor, IValidatableObject
{
    /// <summary>It takes the request.</summary>
    public const string Accepts = "accepte";

    /// <summary>It declines, or gives the request back.</summary>
    public const string Declines = "decline";

    /// <summary>It asks a question.</summary>
    public const string Asks = "precision";

    /// <summary>It would take the request from a later day.</summary>
    public const string Offers = "date";

    /// <summary>Reasons to decline.</summary>
    public static IReadOnlyList<Choice> Reasons { get; } = Choice.From(DeclineReasons.All);

    /// <summary>One of the answers above.</summary>
    [Required(ErrorMessage = "Choisissez la réponse de l’acteur.")]
    [TypedLength(Term.CodeLength)]
    public string? Answer { get; set; }

    /// <summary>Day from which it would take the request.</summary>
    public TypedDate From { get; set; } = new();

    /// <summary>Code of the reason, to decline.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Reason { get; set; }

    /// <summary>What it said: the question, or why it declines.</summary>
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez le texte\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Comment { get; set; }

    /// <summary>Better placed actor that it names, to decline.</summary>
    [TypedLength(160, ErrorMessage = "Ce nom est trop long\u00A0: 160 caractères au plus.")]
    public string? BetterActorName { get; set; }

    /// <summary>The one chosen among those whose name matches.</summary>
    public Guid? BetterActorId { get; set; }

    /// <summary>What it asks to tell the structure, to decline; that of the reason when empty.</summary>
    [TypedLength(Decline.SentenceLength, ErrorMessage = "Raccourcissez la phrase pour la structure\u00A0: 500 caractères au plus.")]
    public string? Sentence { get; set; }

    /// <summary>What the domain records of a refusal.</summary>
    public Decline ToDecline() => new(Reason!, Comment, BetterActorId, DeclineSentences.Own(Sentence));

    /// <summary>Answers that are possible for the referral.</summary>
    public static IReadOnlyList<Choice> AnswersFor(Referral referral)
    {
        var declines = new Choice(Declines, referral.Status == ReferralStatus.Accepted ? "Il rend la demande" : "Il décline");
        var offers = new Choice(Offers, "Il accepte, mais à partir d’une date", "La structure dit si la date lui convient.");
        return referral.Status switch
        {
            ReferralStatus.Accepted => [declines],
            ReferralStatus.DateOffered => [new(Accepts, "Il accepte tout de suite"), declines],
            ReferralStatus.Sent when referral.QuestionAskedAt is null => [new(Accepts, "Il accepte"), offers, declines, new(Asks, "Il demande une précision", "Une seule fois\u00A0; son délai s’arrête quelques jours ouvrés au plus.")],
            ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.Expired => [new(Accepts, "Il accepte"), offers, declines],
            ReferralStatus.Proposed or ReferralStatus.Declined or ReferralStatus.Cancelled or ReferralStatus.Completed => [new(Accepts, "Il accepte"), declines],
        };
    }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Answer is not (Accepts or Declines or Asks or Offers)) yield return new ValidationResult("Choisissez une réponse de la liste.", [nameof(Answer)]);
        if (Answer == Declines && !DeclineReasons.All.Contains(Reason)) yield return new ValidationResult("Choisissez le motif du refus.", [nameof(Reason)]);
        if (Answer == Declines && Reason == DeclineReasons.Autre && string.IsNullOrWhiteSpace(Comment)) yield return new ValidationResult("Précisez le motif\u00A0: «\u00A0Autre\u00A0» ne suffit pas.", [nameof(Comment)]);
        if (Answer == Declines && Reason == DeclineReasons.MeilleurInterlocuteur && string.IsNullOrWhiteSpace(BetterActorName) && string.IsNullOrWhiteSpace(Comment))
            yield return new ValidationResult("Nommez l’acteur mieux placé. S’il n’est pas dans l’annuaire, décrivez-le dans ce que l’acteur précise.", [nameof(BetterActorName)]);
        if (Answer is not Declines && (!string.IsNullOrWhiteSpace(BetterActorName) || !string.IsNullOrWhiteSpace(Sentence)))
            yield return new ValidationResult("Un acteur mieux placé ou un mot à la structure accompagnent un refus. Choisissez «\u00A0Il décline\u00A0», ou videz ces champs.", [string.IsNullOrWhiteSpace(BetterActorName) ? nameof(Sentence) : nameof(BetterActorName)]);
        if (Answer == Asks && string.IsNullOrWhiteSpace(Comment)) yield return new ValidationResult("Écrivez la question posée par l’acteur.", [nameof(Comment)]);
    }
}

/// <summary>How a support ended.</summary>
public sealed class CompleteForm : HearingForm, IValidatableObject
{
    /// <summary>Outcomes.</summary>
    public static IReadOnlyList<Choice> Outcomes { get; } = Choice.From(ReferralOutcomes.All);

    /// <summary>Code of the outcome.</summary>
    [Required(ErrorMessage = "Choisissez le résultat du suivi.")]
    [TypedLength(Term.CodeLength)]
    public string? Outcome { get; set; }

    /// <summary>How far the need is dealt with, where it was said.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Need { get; set; }

    /// <summary>Why it is not.</summary>
    [TypedLength(Term.CodeLength)]
    public string? WhyNot { get; set; }

    /// <summary>What more to remember.</summary>
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez le commentaire\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Comment { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!ReferralOutcomes.All.Contains(Outcome)) yield return new ValidationResult("Choisissez un résultat de la liste.", [nameof(Outcome)]);
        foreach (var wrong in OutcomeForm.ProblemsOfNeed(Outcome, Need, WhyNot)) yield return wrong;
    }
}

/// <summary>What the structure says to staff of the outcome that an actor noted, or of its later day.</summary>
public sealed class StructureWordForm : HearingForm
{
    /// <summary>What it says.</summary>
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez le texte\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Comment { get; set; }
}

/// <summary>How far the help went, as somebody told staff.</summary>
public sealed class HeardRungForm : HearingForm
{
    /// <summary>Who may have said it.</summary>
    public static IReadOnlyList<Choice> Sides { get; } = [new(nameof(LadderSide.Actor), "L’acteur"), new(nameof(LadderSide.Structure), "La structure")];

    /// <summary>Who said it.</summary>
    [Required(ErrorMessage = "Dites si c’est l’acteur ou la structure.")]
    [TypedLength(Term.CodeLength)]
    public string? Side { get; set; }

    /// <summary>What happened.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Rung { get; set; }

    /// <summary>The day.</summary>
    public TypedDate On { get; set; } = new();

    /// <summary>Why the need is not dealt with.</summary>
    [TypedLength(Term.CodeLength)]
    public string? WhyNot { get; set; }

    /// <summary>What the domain records, or the field and sentence of what is wrong.</summary>
    public (RungSeen? Seen, string Field, string Sentence) Read(DateOnly sentOn, DateOnly today)
    {
        var told = new RungForm { Rung = Rung, On = On, WhyNot = WhyNot };
        if (!Sides.Any(side => side.Value == Side)) return (null, "Form.Side", "Dites si c’est l’acteur ou la structure.");
        if (!RungForm.Rungs.Any(rung => rung.Value == Rung)) return (null, "Form.Rung", "Choisissez ce qui s’est passé.");
        if (told.Validate(new ValidationContext(told)).FirstOrDefault() is { } wrong) return (null, "Form." + wrong.MemberNames.First(), wrong.ErrorMessage!);
        var (day, problem) = told.Read(sentOn, today);
        return problem is null ? (told.Seen(day!.Value) with { Side = Enum.Parse<LadderSide>(Side!) }, "", "") : (null, "Form.On", problem);
    }
}

/// <summary>Confirmation without anything to fill in.</summary>
public sealed class CancelReferralForm;
