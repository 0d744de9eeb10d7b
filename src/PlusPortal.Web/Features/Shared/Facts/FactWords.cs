using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Features.Shared.Facts;

/// <summary>What facts are worded with.</summary>
public static class FactWords
{
    /// <summary>The question was asked, or may have been; nothing was answered.</summary>
    public const string NotSaid = "Non précisé";

    /// <summary>« Je ne sais pas » was answered.</summary>
    public const string DoesNotKnow = "Je ne sais pas";

    /// <summary>Label of a code; null when there is none.</summary>
    public static string? Label(TermList list, string? code) => code is null ? null : list.LabelOf(code);

    /// <summary>Labels of codes, one a line; null when there is none.</summary>
    public static string? Lines(TermList list, IReadOnlyList<string> codes) => Join(list, codes, "\n");

    /// <summary>Labels of codes in one line; null when there is none.</summary>
    public static string? Listed(TermList list, IReadOnlyList<string> codes) => Join(list, codes, ", ");

    /// <summary>A text; null when it is empty.</summary>
    public static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string? Join(TermList list, IReadOnlyList<string> codes, string between) => codes.Count == 0 ? null : string.Join(between, codes.Select(list.LabelOf));
}
