using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Scoring;

namespace PlusPortal.Domain.Matching.French;

/// <summary>A word of a text, normalised.</summary>
/// <param name="Spelled">Lower case without accents.</param>
/// <param name="Word">The same without plural mark.</param>
/// <param name="Start">Place of its first character in the text.</param>
/// <param name="Length">Characters it takes in the text.</param>
/// <param name="Sentence">Number of its sentence.</param>
/// <param name="Clause">Number of its clause; a sentence has one or several.</param>
/// <param name="IsFunction">Whether it is a word of grammar, which phrases skip.</param>
internal readonly record struct Token(string Spelled, string Word, int Start, int Length, int Sentence, int Clause, bool IsFunction)
{
    /// <summary>What its singular, plural, feminine and most verb forms share; empty for a word of grammar and a short one.</summary>
    public string Stem { get; init; } = "";

    /// <summary>The same place, under a word that no text holds.</summary>
    public Token As(string word, bool isFunction) => this with { Word = word, Spelled = word, Stem = "", IsFunction = isFunction };

    /// <summary>The same place in the text, read as another word.</summary>
    public Token ReadAs(string spelled) => FrenchWords.Read(spelled, Start, Length, Sentence, Clause);
}

/// <summary>Cuts French text into words that compare well: no accents, no capitals, no plural marks, no elision.</summary>
internal static class FrenchWords
{
    private const int ShortestTerm = 4;
    private const int ShortestStem = 6;

    /// <summary>Most letters read of a word: none is longer, and stems, typing errors and patterns cost the square of its length.</summary>
    private const int LongestWord = 64;

    /// <summary>Most words of a sentence: what goes on without a stop is read as several, since reading looks around in each.</summary>
    private const int LongestSentence = 200;

    private static readonly FrozenSet<string> FunctionWords = """
        a ai aie ait apres au aux avaient avais avait avant avec avez aviez avions avoir avons ayant bien c car ce ceci cela celle celles celui ce cet cette ces chez comme
        d dans de deja dela depuis des desormais du elle elles en encore entre est et etaient etais etait etant ete etes etre eu eux fais faire faisons fait font fut ici il ils j je jusqu jusque
        l la laquelle le lequel les lesquels leur leurs lors lui m ma mais meme memes mes mien moi moins mon n ne nos notre nous on ont or ou par parce pendant
        pour pourquoi pu qu quand que quel quelle quelles quels quelque quelques qui quoi s sa se selon sera serai seraient serait seront ses si soi soit sommes son sont sous suis sur
        t ta tant te tel telle telles tels tes toi ton tous tout toute toutes tre tres tu un une va vais vers voici voila vont vos votre vous vu y
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] VerbEndings = ["erions", "eraient", "erait", "erais", "erons", "eront", "erez", "aient", "ions", "ons", "ait", "ais"];

    private static readonly FrozenSet<string> ClauseStarters = """
        nous on je j il elle ils elles notre nos c ca tout voudrions voudrait voulons cherchons cherche souhaitons souhaiterions aimerions aimerait devons devrions recherchons
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> GenericTerms = Words("""
        aide aider association activite accompagnement accompagner acteur action ainsi aucun autre autres aujourd hui avoir beaucoup besoin bonjour chercher cherchons
        comment deja demande depuis devoir dire donner encore enfin etre falloir faut faire grand grande jour jours leur lieu merci mois monde nouveau nouvelle nombre
        notre nous obtenir partie personne personnes petit petite plusieurs plus possible pouvoir premier premiere prendre projet projets public quelqu quelque
        quelle rien savoir selon service services seul seule site structure structures sommes souhaitons temps toujours tout trouver trop venir voudrait
        voudrions voulons vouloir votre vraiment cordialement svp salut madame monsieur lorraine grand region france francaise
        meuse moselle vosges meurthe nancy metz epinal failli
        """);

    /// <summary>Words of a text in order.</summary>
    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 5 + 1);
        int sentence = 0, clause = 0, index = 0, first = 0;
        while (index < text.Length)
        {
            if (tokens.Count - first >= LongestSentence)
            {
                sentence++;
                clause++;
                first = tokens.Count;
            }

            var character = text[index];
            if (char.IsDigit(character))
            {
                index = ReadNumber(text, index, tokens, sentence, clause);
                continue;
            }

            if (char.IsLetter(character))
            {
                var start = index;
                while (index < text.Length && (char.IsLetter(text[index]) || char.GetUnicodeCategory(text[index]) == UnicodeCategory.NonSpacingMark)) index++;
                Add(tokens, text, start, index - start, sentence, ref clause);
                continue;
            }

            if (character is '.' && IsInitial(text, index))
            {
                // « Nadia B., une voisine », « M. Martin »: the sentence goes on.
            }
            else if (character is '.' or '!' or '?' or ';' or '\n' or '…')
            {
                sentence++;
                clause++;
                first = tokens.Count;
            }
            else if (character is ',' or ':' or '(' or ')' or '«' or '»')
            {
                clause++;
            }
            else if (character is '€' or '%')
            {
                tokens.Add(new Token(character == '€' ? "euro" : "pourcent", character == '€' ? "euro" : "pourcent", index, 1, sentence, clause, false));
            }

            index++;
        }

        return tokens;
    }

    /// <summary>A text whose words end at the 64th letter, for patterns that start anew at each letter; the same instance when no word is longer.</summary>
    public static string WithShortWords(string text)
    {
        StringBuilder? shortened = null;
        var letters = 0;
        for (var at = 0; at < text.Length; at++)
        {
            letters = char.IsLetterOrDigit(text[at]) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark ? letters + 1 : 0;
            if (letters > LongestWord) shortened ??= new StringBuilder(text, 0, at, text.Length);
            else shortened?.Append(text[at]);
        }

        return shortened?.ToString() ?? text;
    }

    /// <summary>Where each character of <see cref="WithShortWords"/> stands in the text.</summary>
    public static List<int> PlacesOfShortWords(string text)
    {
        var places = new List<int>(text.Length);
        var letters = 0;
        for (var at = 0; at < text.Length; at++)
        {
            letters = char.IsLetterOrDigit(text[at]) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark ? letters + 1 : 0;
            if (letters <= LongestWord) places.Add(at);
        }

        return places;
    }

    private static bool IsInitial(string text, int point) =>
        point > 1 && char.IsUpper(text[point - 1]) && text[point - 2] is ' ' or '\u00A0' && point + 1 < text.Length && text[point + 1] is not '\n';

    /// <summary>A token for a word in lower case without accents.</summary>
    public static Token Read(string spelled, int start, int length, int sentence, int clause)
    {
        var isFunction = IsFunctionWord(spelled);
        return new Token(spelled, Singular(spelled), start, length, sentence, clause, isFunction)
        {
            Stem = isFunction || spelled.Length < ShortestStem ? "" : StemOf(spelled),
        };
    }

    /// <summary>Stem of a folded word. The analyser, made for nouns, leaves some endings of verbs: « cherchons », « chercherions » are brought back to « chercher » first.</summary>
    public static string StemOf(string spelled)
    {
        foreach (var ending in VerbEndings)
        {
            if (spelled.Length >= ending.Length + 4 && spelled.EndsWith(ending, StringComparison.Ordinal)) return FrenchAnalyser.Stem(spelled[..^ending.Length] + "er");
        }

        return FrenchAnalyser.Stem(spelled);
    }

    /// <summary>Whether a word, in lower case without accents, is known as one that tells nothing: it is never taken for another badly written.</summary>
    public static bool IsCommon(string folded) => FunctionWords.Contains(folded) || GenericTerms.Contains(Singular(folded));

    /// <summary>Word stems that carry meaning, for comparing two texts; each once.</summary>
    public static HashSet<string> Terms(string text)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in Tokenize(text))
        {
            if (token.IsFunction || token.Word.Length < ShortestTerm || char.IsDigit(token.Word[0]) || GenericTerms.Contains(token.Word)) continue;
            terms.Add(FrenchAnalyser.Stem(token.Word));
        }

        return terms;
    }

    /// <summary>Whether a word, in lower case without accents, is one of grammar.</summary>
    public static bool IsFunctionWord(string folded) => FunctionWords.Contains(folded);

    /// <summary>One word without accent, capital nor plural mark.</summary>
    public static string Normalize(string word) => Singular(Fold(word));

    private static string Singular(string folded) => folded.Length > 3 && (folded[^1] is 's' or 'x') ? folded[..^1] : folded;

    /// <summary>Lower case without accents.</summary>
    public static string Fold(string text) => FrenchAnalyser.Fold(text);

    private static int ReadNumber(string text, int start, List<Token> tokens, int sentence, int clause)
    {
        var digits = new StringBuilder();
        var index = start;
        while (index < text.Length)
        {
            if (char.IsAsciiDigit(text[index]))
            {
                digits.Append(text[index++]);
                continue;
            }

            // "6 000", "6.000" and "6 000" with a no-break space are one number; "3, 8" and "2.5" are not thousands.
            var separates = text[index] is ' ' or '.' or '\u00A0' or '\u202F';
            if (!separates || !IsGroupOfThree(text, index + 1)) break;
            index++;
        }

        if (index == start) return start + 1;
        tokens.Add(new Token(digits.ToString(), digits.ToString(), start, index - start, sentence, clause, false));
        return index;
    }

    private static bool IsGroupOfThree(string text, int start) =>
        start + 3 <= text.Length && text.AsSpan(start, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (start + 3 == text.Length || !char.IsAsciiDigit(text[start + 3]));

    private static void Add(List<Token> tokens, string text, int start, int length, int sentence, ref int clause)
    {
        var folded = Fold(text.Substring(start, Math.Min(length, LongestWord)));
        if (folded.Length == 0) return;
        if (folded is "mais" or "sauf" or "donc" or "car" or "alors" or "puisque" or "cependant" or "toutefois" or "pourtant") clause++;

        // « … et nous cherchons » begins a clause; « un local et un bureau » does not.
        if (tokens.Count > 0 && tokens[^1].Spelled is "et" or "ou" or "puis" && tokens[^1].Sentence == sentence && ClauseStarters.Contains(folded)) clause++;
        tokens.Add(Read(folded, start, length, sentence, clause));
    }

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Normalize).ToFrozenSet(StringComparer.Ordinal);
}
