using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels.Satisfaction;
using PlusPortal.Web.Labels.Situations;

namespace PlusPortal.Web.Features.Public.Tracking.Satisfaction;

/// <summary>What the structure says of a request that ended.</summary>
public sealed class SatisfactionForm : IValidatableObject
{
    private const string Yes = "oui";

    /// <summary>« Non »; the answer to whether somebody made contact, of a request that nobody had.</summary>
    public const string No = "non";

    /// <summary>Whether somebody made contact.</summary>
    public static IReadOnlyList<Choice> YesOrNo { get; } = [new(Yes, "Oui"), new(No, "Non")];

    /// <summary>Whether it was useful.</summary>
    public static IReadOnlyList<Choice> Uses { get; } = [.. Enum.GetValues<Usefulness>().Select(useful => new Choice(useful.ToString(), SatisfactionWords.Of(useful)))];

    /// <summary>What came of it.</summary>
    public static IReadOnlyList<Choice> Results { get; } = [.. Enum.GetValues<HelpResult>().Select(result => new Choice(result.ToString(), SatisfactionWords.Of(result)))];

    /// <summary>Whether somebody made contact.</summary>
    [Required(ErrorMessage = "Dites si quelqu’un vous a contacté(e).")]
    [TypedLength(Term.CodeLength)]
    public string? CalledBack { get; set; }

    /// <summary>Whether it was useful.</summary>
    [Required(ErrorMessage = "Dites si cela vous a été utile.")]
    [TypedLength(Term.CodeLength)]
    public string? Useful { get; set; }

    /// <summary>What came of it.</summary>
    [Required(ErrorMessage = "Choisissez ce qu’il en est résulté, même si c’est «\u00A0rien pour le moment\u00A0».")]
    [TypedLength(Term.CodeLength)]
    public string? Result { get; set; }

    /// <summary>A word.</summary>
    [TypedLength(SatisfactionAnswer.CommentLength, ErrorMessage = "Raccourcissez votre commentaire\u00A0: 1\u00A0000 caractères au plus.")]
    public string? Comment { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOneOf(YesOrNo, CalledBack)) yield return new ValidationResult("Choisissez oui ou non.", [nameof(CalledBack)]);
        if (!IsOneOf(Uses, Useful)) yield return new ValidationResult("Choisissez une réponse de la liste.", [nameof(Useful)]);
        if (!IsOneOf(Results, Result)) yield return new ValidationResult("Choisissez une réponse de la liste.", [nameof(Result)]);
    }

    /// <summary>What the domain records.</summary>
    public SatisfactionSaid ToSaid() => new(CalledBack == Yes, Enum.Parse<Usefulness>(Useful!), Enum.Parse<HelpResult>(Result!), Comment);

    private static bool IsOneOf(IReadOnlyList<Choice> choices, string? typed) => choices.Any(choice => choice.Value == typed);
}

/// <summary>The page of a request that ended.</summary>
/// <param name="Action">Where its form goes.</param>
/// <param name="Back">The tracking page; null behind the link of a mail.</param>
/// <param name="Reference">Reference of the request.</param>
/// <param name="End">How it ended, and what to do instead.</param>
/// <param name="IsLater">Whether it is asked months later.</param>
/// <param name="WasTold">Whether some actor had the request: of one that nobody had, nobody made contact.</param>
/// <param name="HasReaders">Whether an actor followed the request, to which staff may show the comment.</param>
/// <param name="Form">The form.</param>
public sealed record SatisfactionPage(string Action, string? Back, string Reference, SituationReading End, bool IsLater, bool WasTold, bool HasReaders, SatisfactionForm Form);

/// <summary>What is said once it is answered, or was before.</summary>
/// <param name="Reference">Reference of the request.</param>
/// <param name="Back">The tracking page; null behind the link of a mail.</param>
/// <param name="End">How it ended, and what to do instead.</param>
public sealed record SatisfactionThanks(string Reference, string? Back, SituationReading End);
