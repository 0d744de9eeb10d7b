using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Domain.Matching.French;

/// <summary>The only door to Lucene's French analyser: letters without accents, and stems. Everything else about reading is ours.</summary>
/// <remarks>Source: docs/adr/0005. Both parts are pure functions on characters: no index, no file, no state.</remarks>
internal static class FrenchAnalyser
{
    private static readonly FrenchLightStemmer Stemmer = new();

    /// <summary>Lower case without accents nor ligatures. Never throws: normalising would, on what is no character.</summary>
    public static string Fold(string text)
    {
        var lower = VisibleText.Clean(text).ToLowerInvariant();
        if (IsAscii(lower)) return lower;
        var input = lower.ToCharArray();
        var output = new char[4 * input.Length];
        return new string(output, 0, ASCIIFoldingFilter.FoldToASCII(input, 0, output, 0, input.Length));
    }

    /// <summary>Stem of one word that was folded: what its singular, plural, feminine and most of its verb forms share.</summary>
    public static string Stem(string folded)
    {
        var letters = folded.ToCharArray();
        return new string(letters, 0, Stemmer.Stem(letters, letters.Length));
    }

    private static bool IsAscii(string text) => !text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F');
}
