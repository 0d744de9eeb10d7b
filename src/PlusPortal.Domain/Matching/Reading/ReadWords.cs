using System.Collections.Frozen;
using System.Globalization;
using PlusPortal.Domain.Matching.French;
using PlusPortal.Domain.Matching.Lexicon;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>Words of a text as they are to be understood: a lexicon spells out and mends them, their neighbours tell homographs apart.</summary>
internal static class ReadWords
{
    /// <summary>Months up to which money is missing « now »: threatened under three months, and one of margin.</summary>
    private const int LastNearMonth = 4;

    private static readonly FrozenSet<string> FarNumbers = Set("cinq six sept huit neuf dix onze douze quinze seize vingt trente");
    private static readonly FrozenSet<string> Owing = Set("retard impaye impayee impayes loyer salaire arriere dette doit doivent devons cotisation urssaf depuis");

    /// <summary>Words of a text in order, as a lexicon lets them be understood: abbreviations spelled out, typing errors mended, homographs told apart.</summary>
    public static List<Token> Of(string text, NeedLexicon lexicon)
    {
        var tokens = FrenchWords.Tokenize(text);
        for (var index = 0; index < tokens.Count; index++)
        {
            if (lexicon.Spell(tokens[index].Spelled) is not { } meant) continue;
            var words = meant.Split(' ');
            tokens[index] = tokens[index].ReadAs(words[0]);
            for (var word = 1; word < words.Length; word++) tokens.Insert(++index, tokens[index - 1].ReadAs(words[word]));
        }

        MarkHomographs(text, tokens);
        return tokens;
    }

    /// <summary>Words that only their neighbours make clear, given a word of their own: « prêt à signer » is no loan, « on est perdus » is no loss, « je n'en peux plus » is no « peu ».</summary>
    private static void MarkHomographs(string text, List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Word;
            var before = i > 0 ? tokens[i - 1].Word : "";
            var after = i + 1 < tokens.Count && tokens[i + 1].Clause == tokens[i].Clause ? tokens[i + 1].Word : "";
            switch (word)
            {
                case "pret" or "prete" when tokens[i].Spelled is "prete" or "pretes" || after == "a" || before is "deja" or "somme" or "est" or "sont" or "sui" or "etre" or "tout" or "plu":
                    tokens[i] = tokens[i].As("dispose", true);
                    break;
                case "perdu" or "perdue" when before is "est" or "sui" or "somme" or "sont" or "un" or "peu":
                    tokens[i] = tokens[i].As("desoriente", true);
                    break;
                case "peu" or "peut" or "pouvon" when before == "en" && after == "plu":
                    tokens[i] = tokens[i].As("enpeutplurien", false);
                    break;
                case "bout" when before == "a" && (i < 2 || tokens[i - 2].Word is "sui" or "somme" or "sont" || (tokens[i - 2].Word == "est" && (i < 3 || tokens[i - 3].Word is "elle" or "il" or "on" or "equipe" or "presidente" or "president" or "directrice" or "directeur"))):
                    tokens[i] = tokens[i].As("aboutepuise", false);
                    break;
                case "epuise" or "epuisee" or "deprime" or "deprimee" when before == "sui" || (before is "tre" or "completement" or "totalement" or "moralement" && i > 1 && tokens[i - 2].Word == "sui"):
                    tokens[i] = tokens[i].As("suisepuise", false);
                    break;
                case "moi" when tokens[i].Spelled == "mois" && IsFar(tokens, i):
                    tokens[i] = tokens[i].As("moislointain", false);
                    break;
                case "ca" when text.AsSpan(tokens[i].Start, tokens[i].Length) is not "CA":
                    tokens[i] = tokens[i] with { IsFunction = true };
                    break;
            }
        }
    }

    /// <summary>Whether a span of months leaves time: « sept mois de trésorerie », « dix-huit mois devant nous », but not « six mois de loyer impayés ».</summary>
    private static bool IsFar(List<Token> tokens, int month)
    {
        if (month == 0 || !(FarNumbers.Contains(tokens[month - 1].Word) || (int.TryParse(tokens[month - 1].Spelled, CultureInfo.InvariantCulture, out var number) && number > LastNearMonth))) return false;
        for (var i = Math.Max(0, month - 6); i < tokens.Count && i <= month + 6; i++)
        {
            if (tokens[i].Sentence == tokens[month].Sentence && Owing.Contains(tokens[i].Word)) return false;
        }

        return true;
    }

    private static FrozenSet<string> Set(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(FrenchWords.Normalize).ToFrozenSet(StringComparer.Ordinal);
}
