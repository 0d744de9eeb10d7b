using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Forms;

/// <summary>One answer that a list of radio buttons, boxes or options offers.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null)
{
    /// <summary>Choices of a vocabulary list, in its order.</summary>
    public static IReadOnlyList<Choice> From(IEnumerable<Term> terms) => [.. terms.Select(term => new Choice(term.Code, term.Label, term.Help.Length == 0 ? null : term.Help))];

    /// <summary>The same without their help, which speaks to a structure: for those who know the words.</summary>
    public static IReadOnlyList<Choice> Plain(IEnumerable<Term> terms) => [.. terms.Select(term => new Choice(term.Code, term.Label))];
}
