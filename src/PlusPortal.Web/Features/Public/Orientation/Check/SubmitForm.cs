using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Check;

/// <summary>The check page: everything that was answered, who may receive it, and the agreement.</summary>
public sealed class SubmitForm
{
    private const string Choose = "Choisissez qui décide des destinataires de votre demande.";

    /// <summary>Name of the field that people do not see and robots fill.</summary>
    public const string TrapField = nameof(Website);

    /// <summary>What surrounds the page.</summary>
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>What was answered.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<AnswerSection> Sections { get; set; } = [];

    /// <summary>What was taken away.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<string> Dropped { get; set; } = [];

    /// <summary>Name of a <see cref="Domain.Requests.Declarations.TransmissionRule"/>.</summary>
    [Required(ErrorMessage = Choose)]
    [AllowedValues(nameof(Domain.Requests.Declarations.TransmissionRule.PlusChooses), nameof(Domain.Requests.Declarations.TransmissionRule.AskMeFirst), ErrorMessage = Choose)]
    [TypedLength(Term.CodeLength)]
    public string? TransmissionRule { get; set; }

    /// <summary>The agreement.</summary>
    [Range(typeof(bool), "true", "true", ErrorMessage = "Cochez cette case pour envoyer votre demande\u00A0: sans votre accord, nous ne pouvons pas la lire.")]
    public bool Consent { get; set; }

    /// <summary>Trap.</summary>
    [TypedLength(20_000)]
    public string? Website { get; set; }

    /// <summary>Answers on offer; none is chosen beforehand.</summary>
    public static IReadOnlyList<Choice> RuleChoices { get; } =
    [
        new(nameof(Domain.Requests.Declarations.TransmissionRule.PlusChooses), "PLUS choisit les interlocuteurs et leur transmet ma demande", "C’est le plus rapide. Vous voyez sur votre page de suivi à qui elle est envoyée."),
        new(nameof(Domain.Requests.Declarations.TransmissionRule.AskMeFirst), "Demandez-moi avant chaque transmission", "Nous vous proposons des interlocuteurs et attendons votre accord pour chacun."),
    ];

    /// <summary>The rule chosen; null when none was.</summary>
    public TransmissionRule? Rule => Enum.TryParse<TransmissionRule>(TransmissionRule, out var rule) ? rule : null;
}
