using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Answers;
using PlusPortal.Web.Labels.Clock;

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>Why a partner declines, or hands back.</summary>
public sealed class DeclineForm : INamesBetterActor, IValidatableObject
{
    /// <summary>Most characters of the sentence for PLUS.</summary>
    public const int CommentLength = 1_000;

    /// <summary>What stands beside a sentence that tells of somebody.</summary>
    public const string SensitiveSentence = "Cette phrase semble contenir un nom, un numéro ou un détail privé. Reformulez-la sans ce passage.";

    /// <summary>Code of the reason.</summary>
    [Required(ErrorMessage = "Choisissez un motif. La structure reçoit une phrase courtoise, jamais le motif lui-même.")]
    [TypedLength(Term.CodeLength)]
    public string? Reason { get; set; }

    /// <summary>Name of the better placed actor, as typed.</summary>
    [TypedLength(160, ErrorMessage = "Ce nom est trop long\u00A0: 160 caractères au plus.")]
    public string? BetterActorName { get; set; }

    /// <summary>The one chosen among those whose name matches.</summary>
    public Guid? BetterActorId { get; set; }

    /// <summary>Sentence for PLUS.</summary>
    [TypedLength(CommentLength, ErrorMessage = "Raccourcissez votre mot\u00A0: 1\u00A0000 caractères au plus.")]
    public string? Comment { get; set; }

    /// <summary>Sentence for the structure: that of the page until somebody changes it.</summary>
    [TypedLength(Decline.SentenceLength, ErrorMessage = "Raccourcissez la phrase pour la structure\u00A0: 500 caractères au plus.")]
    public string? Sentence { get; set; }

    /// <summary>The form as it opens: the sentence for the structure is there to be changed.</summary>
    public static DeclineForm New() => new() { Sentence = DeclineSentences.Usual };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!DeclineReasons.All.Contains(Reason)) yield return new ValidationResult("Choisissez un motif de la liste.", [nameof(Reason)]);
        if (Reason == DeclineReasons.Autre && string.IsNullOrWhiteSpace(Comment)) yield return new ValidationResult("Expliquez votre motif à l’équipe PLUS en une phrase.", [nameof(Comment)]);
        if (Reason == DeclineReasons.MeilleurInterlocuteur && string.IsNullOrWhiteSpace(BetterActorName) && string.IsNullOrWhiteSpace(Comment))
            yield return new ValidationResult("Nommez l’acteur mieux placé. S’il n’est pas dans l’annuaire, décrivez-le dans le mot à l’équipe PLUS.", [nameof(BetterActorName)]);
    }

    /// <summary>What the domain records.</summary>
    public Decline ToDecline() => new(Reason!, Comment, BetterActorId, OwnSentence);

    private string? OwnSentence => DeclineSentences.Own(Sentence);
}

/// <summary>The one question of a partner.</summary>
public sealed class QuestionForm
{
    /// <summary>The question.</summary>
    [Required(ErrorMessage = "Écrivez votre question.")]
    [TypedLength(1_000, ErrorMessage = "Raccourcissez votre question\u00A0: 1\u00A0000 caractères au plus.")]
    public string? Question { get; set; }
}

/// <summary>What came of the support, and how far the need is dealt with.</summary>
public sealed class OutcomeForm : IValidatableObject
{
    /// <summary>How far the need is dealt with.</summary>
    public static IReadOnlyList<Choice> Needs { get; } = [.. Enum.GetValues<Rung>().Where(rung => rung.IsOutcome).Select(rung => new Choice(rung.ToString(), RungWords.Of(rung).Capitalised))];

    /// <summary>Code of the outcome.</summary>
    [Required(ErrorMessage = "Choisissez ce qui s’est passé.")]
    [TypedLength(Term.CodeLength)]
    public string? Outcome { get; set; }

    /// <summary>How far the need is dealt with.</summary>
    [Required(ErrorMessage = "Dites jusqu’où le besoin est traité.")]
    [TypedLength(Term.CodeLength)]
    public string? Need { get; set; }

    /// <summary>Why it is not.</summary>
    [TypedLength(Term.CodeLength)]
    public string? WhyNot { get; set; }

    /// <summary>Sentence for PLUS.</summary>
    [TypedLength(1_000, ErrorMessage = "Raccourcissez votre mot\u00A0: 1\u00A0000 caractères au plus.")]
    public string? Comment { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!ReferralOutcomes.All.Contains(Outcome)) yield return new ValidationResult("Choisissez une réponse de la liste.", [nameof(Outcome)]);
        foreach (var wrong in ProblemsOfNeed(Outcome, Need, WhyNot)) yield return wrong;
    }

    /// <summary>What the ladder records, on the day of the end.</summary>
    public RungSeen NeedSeen(DateOnly today, LadderSide side = LadderSide.Actor) => SeenOf(Need, WhyNot, today, side);

    /// <summary>What is wrong with what is said of the need, beside an outcome: the two may not contradict each other.</summary>
    public static IEnumerable<ValidationResult> ProblemsOfNeed(string? outcome, string? need, string? whyNot)
    {
        if (need is not null && !Needs.Any(choice => choice.Value == need)) yield return new ValidationResult("Choisissez une réponse de la liste.", [nameof(Need)]);
        var isUnmet = need == nameof(Rung.NotDealtWith);
        if (isUnmet && !UnmetReasons.All.Contains(whyNot)) yield return new ValidationResult("Dites pourquoi le besoin n’est pas traité.", [nameof(WhyNot)]);
        if (!isUnmet && !string.IsNullOrEmpty(whyNot)) yield return new ValidationResult(RungClashWords.ReasonAlone, [nameof(WhyNot)]);
        if (outcome == ReferralOutcomes.AideApportee && isUnmet) yield return new ValidationResult("Vous dites que l’aide est apportée\u00A0: le besoin est alors traité, au moins en partie. Corrigez l’une des deux réponses.", [nameof(Need)]);
        if (outcome is ReferralOutcomes.EchangeSansSolution or ReferralOutcomes.Injoignable && need == nameof(Rung.DealtWith))
            yield return new ValidationResult("Vous dites qu’il n’y a pas eu de solution\u00A0: le besoin ne peut pas être traité en entier. Corrigez l’une des deux réponses.", [nameof(Need)]);
    }

    /// <summary>What the ladder records.</summary>
    public static RungSeen SeenOf(string? need, string? whyNot, DateOnly today, LadderSide side)
    {
        var rung = Enum.Parse<Rung>(need!);
        return new RungSeen(rung, side, today, rung == Rung.NotDealtWith ? whyNot : null);
    }
}
