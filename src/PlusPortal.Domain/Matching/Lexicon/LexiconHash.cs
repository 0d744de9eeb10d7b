using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PlusPortal.Domain.Matching.Lexicon;

/// <summary>A number drawn from the phrases that are read, and from nothing else: who has the same number reads with the same phrases.</summary>
/// <remarks>SHA-256 over one line a phrase, sorted: neither the order of the files and of the decisions, nor accents, nor the ends of lines change it. See docs/adr/0009.</remarks>
public static class LexiconHash
{
    /// <summary>Characters of a hash.</summary>
    public const int Length = 64;

    /// <summary>Characters shown to people.</summary>
    public const int ShortLength = 8;

    /// <summary>Hash of phrases.</summary>
    internal static string Of(IEnumerable<LexiconEntry> entries) => Of(entries.Select(entry => (entry.Key, entry)));

    /// <summary>The same for phrases whose key is known.</summary>
    internal static string Of(IEnumerable<(LexiconKey Key, LexiconEntry Entry)> phrases)
    {
        var lines = phrases.Select(phrase => LineOf(phrase.Key, phrase.Entry)).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    /// <summary>What people are shown of a hash: its beginning; the whole of a short one.</summary>
    public static string Short(string hash) => hash.Length > ShortLength ? hash[..ShortLength] : hash;

    private static string LineOf(LexiconKey key, LexiconEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.Kind}\t{key.Code}\t{entry.Weight}\t{(entry.IsProblem ? 1 : 0)}\t{key.Pattern}");
}
