using PlusPortal.Domain.Matching.French;

namespace PlusPortal.Domain.Matching.Lexicon;

/// <summary>
/// Finds the word of the lexicon that a badly written word stands for: one letter wrong, missing, doubled or swapped, two in a long word,
/// a word spelled by ear, an article stuck to its noun. Short words, and words that are right as they are, are left alone.
/// </summary>
internal sealed class Spelling
{
    private const int ShortestMended = 6;
    private const int ShortestForm = 5;
    private const int ShortestKey = 4;
    private const int LongWord = 9;
    private const int LongestEnding = 6;

    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string> beginnings = new(StringComparer.Ordinal);
    private readonly HashSet<string> stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Form>> nearby = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Form> sounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Form> soundBeginnings = new(StringComparer.Ordinal);
    private readonly int longestBeginning;

    /// <summary>Indexes the words that patterns wait for.</summary>
    public Spelling(IEnumerable<(string Text, bool IsBeginning)> forms)
    {
        foreach (var (text, isBeginning) in forms.Distinct().OrderBy(form => form.Text, StringComparer.Ordinal).ThenBy(form => form.IsBeginning))
        {
            (isBeginning ? beginnings : words).Add(text);
            if (!isBeginning) stems.Add(FrenchWords.StemOf(text));
            if (isBeginning) longestBeginning = Math.Max(longestBeginning, text.Length);
            if (text.Length < ShortestForm) continue;

            var form = new Form(text, isBeginning);
            foreach (var shorter in Deletions(text).Append(text).Distinct())
            {
                if (!nearby.TryGetValue(shorter, out var list)) nearby[shorter] = list = [];
                list.Add(form);
            }

            var sound = isBeginning ? RawSound(text) : Sound(text);
            if (sound.Length >= (isBeginning ? ShortestForm : ShortestKey)) (isBeginning ? soundBeginnings : sounds).TryAdd(sound, form);
        }
    }

    /// <summary>The word that was meant, or null when the word is known, short, or like no other.</summary>
    public string? Mend(string word)
    {
        if (word.Length < ShortestMended || char.IsAsciiDigit(word[0]) || IsKnown(word)) return null;
        return Unstick(word) ?? ByLetters(word) ?? BySound(word);
    }

    private bool IsKnown(string word)
    {
        if (words.Contains(word) || stems.Contains(FrenchWords.StemOf(word)) || FrenchWords.IsCommon(word)) return true;
        for (var length = Math.Min(word.Length, longestBeginning); length >= 2; length--)
        {
            if (beginnings.Contains(word[..length])) return true;
        }

        return false;
    }

    /// <summary>« lassociation », « dargent », « quaccompagner ».</summary>
    private string? Unstick(string word)
    {
        var skipped = word.StartsWith("qu", StringComparison.Ordinal) ? 2 : word[0] is 'l' or 'd' or 'j' or 'n' or 's' or 'm' ? 1 : 0;
        if (skipped == 0 || word.Length - skipped < ShortestForm || !IsVowel(word[skipped])) return null;
        var rest = word[skipped..];
        return words.Contains(rest) || beginnings.Any(beginning => beginning.Length >= ShortestForm && rest.StartsWith(beginning, StringComparison.Ordinal)) ? rest : null;
    }

    private string? ByLetters(string word)
    {
        foreach (var form in Candidates(word, word))
        {
            if (!form.IsBeginning && IsNear(word, form.Text)) return form.Text;
        }

        for (var length = Math.Min(word.Length, longestBeginning + 1); length >= ShortestForm; length--)
        {
            var start = word[..length];
            foreach (var form in Candidates(start, word))
            {
                if (form.IsBeginning && word.Length - length <= LongestEnding && IsNear(start, form.Text)) return form.Text + word[length..];
            }
        }

        return null;
    }

    private string? BySound(string word)
    {
        if (sounds.TryGetValue(Sound(word), out var whole) && SameStart(whole.Text, word)) return whole.Text;
        var sound = RawSound(word);
        for (var length = sound.Length; length >= ShortestForm; length--)
        {
            if (soundBeginnings.TryGetValue(sound[..length], out var form) && SameStart(form.Text, word) && sound.Length - length <= LongestEnding) return form.Text + word[Math.Min(word.Length, form.Text.Length)..];
        }

        return null;
    }

    private static bool SameStart(string form, string word) => form[0] == word[0] || (form[0], word[0]) is ('e', 'a') or ('a', 'e') or ('h', _) or (_, 'h') or ('c', 'k');

    private List<Form> Candidates(string start, string word)
    {
        var found = new List<Form>();
        foreach (var key in Deletions(start).Append(start))
        {
            // The first letter is seldom wrong, but for a silent h.
            if (nearby.TryGetValue(key, out var list)) found.AddRange(list.Where(form => form.Text[0] == word[0] || form.Text[0] == 'h' || word[0] == 'h'));
        }

        return found;
    }

    /// <summary>
    /// One edit, or two in a long word. Another letter in place of one makes another word of the language more often than a mistake
    /// (« marquer » is no « manquer »): in a word that is not long, only letters that are often taken for each other.
    /// </summary>
    private static bool IsNear(string word, string form)
    {
        var distance = EditDistance.Between(word, form);
        if (distance == 2) return Math.Min(word.Length, form.Length) > LongWord && word.Length != form.Length;
        if (distance != 1) return false;
        if (word.Length != form.Length) return word[^1] == form[^1] || form.Length >= ShortestMended;
        var at = 0;
        while (word[at] == form[at]) at++;
        var isSwap = at + 1 < word.Length && word[at] == form[at + 1] && word[at + 1] == form[at];
        return isSwap || IsConfusable(word[at], form[at]);
    }

    private static bool IsConfusable(char one, char other) => (one < other ? (one, other) : (other, one)) is
        ('i', 'y') or ('s', 'z') or ('c', 's') or ('c', 'k') or ('k', 'q') or ('g', 'j') or ('m', 'n') or ('a', 'e') or ('a', 'o') or ('e', 'u');

    private static string[] Deletions(string word) => [.. Enumerable.Range(0, word.Length).Select(index => word.Remove(index, 1))];

    /// <summary>How a word sounds in French, roughly: same sound, same key.</summary>
    private static string Sound(string word)
    {
        var key = RawSound(word);
        var length = key.Length;
        while (length > ShortestKey && key[length - 1] is 'e' or 's' or 't' or 'x' or 'd') length--;
        return key[..length];
    }

    private static string RawSound(string word)
    {
        var text = word.Replace("eau", "o", StringComparison.Ordinal).Replace("ph", "f", StringComparison.Ordinal).Replace("qu", "k", StringComparison.Ordinal)
            .Replace("tion", "sion", StringComparison.Ordinal).Replace("ai", "e", StringComparison.Ordinal).Replace("ei", "e", StringComparison.Ordinal)
            .Replace("au", "o", StringComparison.Ordinal).Replace("oeu", "eu", StringComparison.Ordinal).Replace("en", "an", StringComparison.Ordinal)
            .Replace("em", "am", StringComparison.Ordinal).Replace("y", "i", StringComparison.Ordinal).Replace("gu", "g", StringComparison.Ordinal);
        var key = new System.Text.StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var next = index + 1 < text.Length ? text[index + 1] : '\0';
            var letter = text[index] switch
            {
                'c' when next is 'e' or 'i' => 's',
                'c' when next is not 'h' => 'k',
                'z' => 's',
                'g' when next is 'e' or 'i' => 'j',
                'm' when next is 'b' or 'p' => 'n',
                var other => other,
            };
            if (letter == 'h' || (key.Length > 0 && key[^1] == letter)) continue;
            key.Append(letter);
        }

        return key.ToString();
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h';

    private readonly record struct Form(string Text, bool IsBeginning);
}
