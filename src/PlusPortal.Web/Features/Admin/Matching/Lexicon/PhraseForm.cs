using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels.Matching;

namespace PlusPortal.Web.Features.Admin.Matching.Lexicon;

/// <summary>A phrase to add, or what is decided about one that exists, as typed.</summary>
public sealed class PhraseForm : IValidatableObject
{
    /// <summary>Most characters of a text to try, those of a need.</summary>
    public const int TextLength = 4_000;

    /// <summary>What it tells, see <see cref="Lexicon.Meaning"/>.</summary>
    [TypedLength(80)]
    public string? Meaning { get; set; }

    /// <summary>Words to recognise.</summary>
    [TypedLength(4_000)]
    public string? Pattern { get; set; }

    /// <summary>How sure it is.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Weight { get; set; } = "4";

    /// <summary>Whether « pas de … » denies it.</summary>
    public bool IsProblem { get; set; }

    /// <summary>Whether it is read.</summary>
    public bool IsActive { get; set; }

    /// <summary>Why.</summary>
    [TypedLength(LexiconChange.ReasonLength)]
    public string? Reason { get; set; }

    /// <summary>Text on which to try it.</summary>
    [TypedLength(TextLength)]
    public string? Text { get; set; }

    /// <summary>Number of the last change of the phrase when the form was opened; 0 when there was none.</summary>
    public int Seen { get; set; }

    /// <summary>Weights to choose from.</summary>
    public static IReadOnlyList<Choice> Weights { get; } =
    [
        new("1", "1, à peine un signe"), new("2", "2, peu sûr"), new("3", "3, évoqué"), new("4", "4, assez pour le suggérer"), new("5", "5, clair à lui seul"), new("6", "6, certain"),
        new("7", "7, signe qui pèse plus que les autres"), new("8", "8"), new("9", "9"), new("10", "10, signe qui l’emporte sur les autres"),
    ];

    /// <summary>The form of a phrase that exists.</summary>
    public static PhraseForm For(LexiconEntry entry, LexiconChange? last) => new()
    {
        Meaning = Lexicon.Meaning.Of(entry).ToString(),
        Pattern = entry.Pattern,
        Weight = entry.Weight.ToString(CultureInfo.InvariantCulture),
        IsProblem = entry.IsProblem,
        IsActive = last?.IsActive ?? true,
        Seen = last?.Number ?? 0,
    };

    /// <summary>The phrase, once the form is valid.</summary>
    public LexiconEntry ToEntry() => Lexicon.Meaning.Parse(Meaning) is { Code: { } code } meaning
        ? new LexiconEntry(meaning.Kind, code, ParsedWeight ?? 1, LexiconPatterns.Tidy(Typed.Line(Pattern) ?? ""), IsProblem)
        : new LexiconEntry(LexiconKind.Neutral, "", 1, "");

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsKnown) yield return new ValidationResult("Choisissez dans la liste ce que la phrase dit.", [nameof(Meaning)]);
        if (!NeedLexicon.CanRead(ToEntry()) && LexiconPatterns.FaultOf(LexiconPatterns.Tidy(Typed.Line(Pattern) ?? "")) is { } fault) yield return new ValidationResult(fault.Sentence, [nameof(Pattern)]);
        if (ParsedWeight is null) yield return new ValidationResult($"Choisissez un poids de 1 à {LexiconEntry.MostWeight}.", [nameof(Weight)]);
    }

    private int? ParsedWeight => int.TryParse(Weight, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight is >= 1 and <= LexiconEntry.MostWeight ? weight : null;

    /// <summary>One of the list, or what a phrase of the portal tells already.</summary>
    private bool IsKnown => Lexicon.Meaning.Choices.Any(choice => choice.Value == Meaning)
        || (Lexicon.Meaning.Parse(Meaning) is { Code: not null } meaning && NeedLexicon.Default.Entries.Any(meaning.Covers));
}
