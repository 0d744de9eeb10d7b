using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>A question with a list of answers and a page to itself: everything that the portal knows of it is here. « Je ne sais pas » is always among the answers.</summary>
public sealed record ClosedQuestion
{
    private const FactReaders OwnReaders = FactReaders.CheckPage | FactReaders.Tracking | FactReaders.Staff;

    /// <summary>Stable code, under which the answer is stored: never renamed, different from every other key and fact.</summary>
    public required string Code { get; init; }

    /// <summary>End of the address of its page, in French.</summary>
    public required string Slug { get; init; }

    /// <summary>The question itself: heading and title of the page.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence that helps to answer; null when none is needed.</summary>
    public string? Hint { get; init; }

    /// <summary>The answers.</summary>
    public required TermList Answers { get; init; }

    /// <summary>Most answers: one gives radio buttons, more give boxes to tick.</summary>
    public int MostAnswers { get; init; } = 1;

    /// <summary>Whether it is asked, given the other answers: only when the answer changes something.</summary>
    public Func<OrientationAnswers, bool> AppliesTo { get; init; } = _ => true;

    /// <summary>Part of the declaration.</summary>
    public required FactSection Section { get; init; }

    /// <summary>What the answer is called where it is read: « Bénévoles ».</summary>
    public required string Label { get; init; }

    /// <summary>What « Modifier » changes: « le nombre de bénévoles ».</summary>
    public required string Change { get; init; }

    /// <summary>Who may read the answer.</summary>
    public required FactReaders Readers { get; init; }

    /// <summary>The page of the form that asks it.</summary>
    public static implicit operator FormStep(ClosedQuestion question) => question.ToStep();

    /// <summary>The page of the form that asks it.</summary>
    public FormStep ToStep() => new()
    {
        Key = Code,
        Slug = Slug,
        View = "/Features/Public/Orientation/Steps/Closed.cshtml",
        Blank = () => new ClosedStep(this),
        Open = answers => ClosedStep.From(this, answers),
        IsAnswered = answers => answers.ClosedAnswers.ContainsKey(Code),
        AppliesTo = AppliesTo,
        Forget = answers => answers.ClosedAnswers.ContainsKey(Code) ? answers.WithClosedAnswers(Code, null) : answers,
        WhenDropped = Change,
        Facts = [ToFact()],
    };

    private DeclaredFact ToFact() => new()
    {
        Code = Code,
        Section = Section,
        Change = Change,
        Tellings =
        [
            // To the structure and to staff « je ne sais pas » is an answer like another; to actors it says nothing.
            new(Readers & (OwnReaders | FactReaders.Print), Label, Words) { AppliesTo = IsAsked, NotSaid = FactWords.DoesNotKnow },
            new(Readers & ~OwnReaders, Label, Words),
        ],
    };

    private bool IsAsked(FactSource source) => source.Declared.ClosedAnswers.ContainsKey(Code);

    private string? Words(FactSource source) => FactWords.Lines(Answers, source.Declared.ClosedAnswersTo(Code));
}

/// <summary>The page of a closed question.</summary>
public sealed class ClosedStep(ClosedQuestion question) : IStep
{
    private const string Choose = "Choisissez une réponse. Si vous hésitez, choisissez «\u00A0Je ne sais pas\u00A0».";

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>The question.</summary>
    [BindNever]
    [ValidateNever]
    public ClosedQuestion Question => question;

    /// <summary>Codes chosen, or unknown.</summary>
    public List<string>? Answer { get; set; }

    /// <summary>Answers on offer.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<Choice> Choices => [.. Choice.From(question.Answers), new(OrientationAnswers.Unknown, FactWords.DoesNotKnow)];

    /// <summary>The page as answered before.</summary>
    public static ClosedStep From(ClosedQuestion question, OrientationAnswers answers) => new(question)
    {
        Answer = answers.ClosedAnswers.TryGetValue(question.Code, out var codes) ? codes.Count == 0 ? [OrientationAnswers.Unknown] : [.. codes] : null,
    };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        var chosen = Chosen().ToList();
        if (Answer is null or [] || question.Answers.UnknownAmong(chosen).Any()) yield return Problem(Choose);
        else if (chosen.Count > 0 && SaysUnknown) yield return Problem("Gardez vos réponses, ou «\u00A0Je ne sais pas\u00A0», mais pas les deux.");
        else if (chosen.Count > question.MostAnswers) yield return Problem($"Vous avez choisi {chosen.Count} réponses\u00A0: gardez-en {question.MostAnswers} au plus.");

        static ValidationResult Problem(string sentence) => new(sentence, [nameof(Answer)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers) => answers.WithClosedAnswers(question.Code, [.. Chosen()]);

    private bool SaysUnknown => Answer?.Contains(OrientationAnswers.Unknown) == true;

    private IEnumerable<string> Chosen() => (Answer ?? []).Where(code => code != OrientationAnswers.Unknown).Distinct();
}
