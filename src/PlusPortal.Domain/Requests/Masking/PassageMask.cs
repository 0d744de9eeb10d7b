using System.Text;
using PlusPortal.Domain.Matching.Triage;

namespace PlusPortal.Domain.Requests.Masking;

/// <summary>Finds passages in a text and puts the mark in their place. Case, kinds of space and of apostrophe make no difference; a passage never begins nor ends inside a word or a number.</summary>
/// <remarks>Source: docs/adr/0025.</remarks>
public static class PassageMask
{
    /// <summary>What stands where a passage was.</summary>
    public const string Mark = SensitivePassages.Mark;

    /// <summary>Fewest letters and digits of a passage: less would be found everywhere.</summary>
    public const int ShortestPassage = 2;

    private const int FewestDigitsOfNumber = 6;

    /// <summary>A passage as it is compared: two texts with the same one are the same passage.</summary>
    public static string KeyOf(string passage) => Compared.Of(passage).Text.Trim();

    /// <summary>Whether a passage has enough to it to be sought.</summary>
    public static bool IsLongEnough(string passage) => passage.Count(char.IsLetterOrDigit) >= ShortestPassage;

    /// <summary>Whether the passage stands in the text.</summary>
    public static bool IsIn(string? text, string passage) => text is not null && PlacesOf(text, passage).Any();

    /// <summary>The text with the mark in place of every occurrence of the passages; the same instance when there is none.</summary>
    public static string In(string text, IEnumerable<string> passages)
    {
        var places = passages.SelectMany(passage => PlacesOf(text, passage)).OrderBy(place => place.Start).ToList();
        if (places.Count == 0) return text;
        var masked = new StringBuilder(text.Length);
        var kept = 0;
        for (var at = 0; at < places.Count;)
        {
            var (start, end) = places[at++];
            while (at < places.Count && places[at].Start < end) end = Math.Max(end, places[at++].End);
            masked.Append(text, kept, start - kept).Append(Mark);
            kept = end;
        }

        return masked.Append(text, kept, text.Length - kept).ToString();
    }

    /// <summary>The same within so many characters: marks may be longer than what they hide, a text that no longer fits loses its end.</summary>
    public static string In(string text, IEnumerable<string> passages, int mostCharacters)
    {
        var masked = In(text, passages);
        if (masked.Length <= mostCharacters) return masked;
        var end = mostCharacters - 1;
        return (char.IsHighSurrogate(masked[end - 1]) ? masked[..(end - 1)] : masked[..end]) + "…";
    }

    private static IEnumerable<(int Start, int End)> PlacesOf(string text, string passage)
    {
        if (!IsLongEnough(passage)) return [];
        var isNumber = passage.Count(char.IsAsciiDigit) >= FewestDigitsOfNumber && passage.All(letter => !char.IsLower(letter));
        var places = Search(text, Compared.Of(text), Compared.Of(passage));
        return isNumber ? places.Concat(Search(text, Compared.WithoutSeparators(text), Compared.WithoutSeparators(passage))).Distinct() : places;
    }

    private static List<(int Start, int End)> Search(string text, Compared within, Compared sought)
    {
        var passage = sought.Text.Trim();
        var found = new List<(int Start, int End)>();
        if (passage.Length == 0) return found;
        for (var at = within.Text.IndexOf(passage, StringComparison.Ordinal); at >= 0; at = within.Text.IndexOf(passage, at + 1, StringComparison.Ordinal))
        {
            var (start, end) = (within.Places[at], within.Places[at + passage.Length - 1] + 1);
            if (IsWithin(text, start) || IsWithin(text, end) || IsOfMark(text, start, end)) continue;
            found.Add((start, end));
        }

        return found;
    }

    /// <summary>Whether a place parts two letters, or two digits.</summary>
    private static bool IsWithin(string text, int place)
    {
        if (place == 0 || place == text.Length) return false;
        var (before, after) = (text[place - 1], text[place]);
        return (char.IsLetter(before) && char.IsLetter(after)) || (char.IsDigit(before) && char.IsDigit(after));
    }

    /// <summary>Whether some of it belongs to a mark that stands there already, and is not a whole mark with words around.</summary>
    private static bool IsOfMark(string text, int start, int end)
    {
        for (var mark = text.IndexOf(Mark, Math.Max(0, start - Mark.Length + 1), StringComparison.Ordinal); mark >= 0 && mark < end; mark = text.IndexOf(Mark, mark + 1, StringComparison.Ordinal))
        {
            var isAround = start <= mark && end >= mark + Mark.Length && end - start > Mark.Length;
            if (!isAround && mark + Mark.Length > start) return true;
        }

        return false;
    }

    /// <summary>A text as it is compared, and where each of its characters stands in the text itself.</summary>
    private sealed record Compared(string Text, List<int> Places)
    {
        /// <summary>Lower case, one kind of apostrophe, one space for any run of them.</summary>
        public static Compared Of(string text) => Read(text, letter => letter switch
        {
            '\u2018' or '\u2019' or '\u02BC' or '`' => '\'',
            '\u2010' or '\u2011' => '-',
            _ when char.IsWhiteSpace(letter) => ' ',
            _ => char.ToLowerInvariant(letter),
        });

        /// <summary>Letters and digits alone: a number is the same however it is parted.</summary>
        public static Compared WithoutSeparators(string text) => Read(text, letter => char.IsWhiteSpace(letter) || letter is '.' or '-' or '/' or '+' or '(' or ')' ? null : char.ToLowerInvariant(letter));

        private static Compared Read(string text, Func<char, char?> read)
        {
            var (compared, places) = (new StringBuilder(text.Length), new List<int>(text.Length));
            for (var at = 0; at < text.Length; at++)
            {
                if (read(text[at]) is not { } letter || (letter == ' ' && compared.Length > 0 && compared[^1] == ' ')) continue;
                compared.Append(letter);
                places.Add(at);
            }

            return new Compared(compared.ToString(), places);
        }
    }
}
