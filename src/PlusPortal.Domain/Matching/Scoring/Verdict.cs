using System.Globalization;
using System.Runtime.CompilerServices;
using PlusPortal.Domain.Matching.Catalog;

namespace PlusPortal.Domain.Matching.Scoring;

/// <summary>What one criterion says of one offer. The sentence is there only when the context asks for it: thousands of offers are judged, a few are explained.</summary>
/// <param name="Outcome">Met, unmet or unknown.</param>
/// <param name="Points">Points added or removed; 0 for hard criteria met or unmet.</param>
/// <param name="Text">French sentence; empty while the context does not write sentences and the sentence has holes.</param>
internal readonly record struct Verdict(Outcome Outcome, int Points, string Text);

/// <summary>A criterion: its stable code and how it judges an offer.</summary>
/// <param name="Code">Code of <see cref="Criteria"/>.</param>
/// <param name="Judge">Judges an offer.</param>
/// <param name="ConditionOf">What a hard criterion reads of an offer: offers whose conditions are equal stand or fall together. Null for soft criteria, and for those with an index of their own.</param>
/// <param name="IsOfTheDay">Whether the day is all that it compares the offer with; such a criterion gives no points.</param>
internal sealed record Criterion(string Code, Func<MatchingContext, CatalogOffer, Verdict> Judge, Func<CatalogOffer, object>? ConditionOf = null, bool IsOfTheDay = false);

/// <summary>An interpolated French sentence. While the context does not write sentences, the compiler evaluates none of its holes, so that judging allocates nothing.</summary>
[InterpolatedStringHandler]
internal ref struct Sentence
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private readonly bool isWritten;
    private DefaultInterpolatedStringHandler words;

    public Sentence(int literalLength, int formattedCount, MatchingContext context, out bool isWritten)
    {
        this.isWritten = isWritten = context.WritesSentences;
        if (isWritten) words = new DefaultInterpolatedStringHandler(literalLength, formattedCount, French);
    }

    public void AppendLiteral(string value) => words.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => words.AppendFormatted(value);

    public void AppendFormatted(string? value) => words.AppendFormatted(value);

    /// <summary>The sentence, or nothing.</summary>
    public string Take() => isWritten ? words.ToStringAndClear() : "";
}
