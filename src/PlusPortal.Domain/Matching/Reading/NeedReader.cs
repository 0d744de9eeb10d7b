using System.Numerics;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>Reads a request's title and free text with a lexicon. Pure: the same text gives the same reading.</summary>
public static class NeedReader
{
    private const int WordsKept = 3;
    private const int SuggestionsKept = 5;

    /// <summary>Themes that are, at the same time, a step of a transformation.</summary>
    private static readonly (string Theme, string SubStage)[] ThemesOfSubStages =
    [
        (Themes.TransformationStatut, SubStages.ChangementStatut),
        (Themes.FusionMutualisation, SubStages.FusionRapprochement),
        (Themes.RepriseTransmission, SubStages.TransmissionReprise),
        (Themes.TresorerieUrgence, SubStages.RestructurationDifficultes),
        (Themes.RestructurationProcedure, SubStages.RestructurationDifficultes),
    ];

    /// <summary>Reads a text.</summary>
    public static NeedReading Read(string title, string description, NeedLexicon? lexicon = null)
    {
        lexicon ??= NeedLexicon.Default;
        var text = $"{title.Trim()}.\n{description}";
        var tokens = FrenchText.Tokenize(text);
        if (tokens.Count == 0) return NeedReading.Empty;

        var hits = Keep(Find(tokens, lexicon));
        var titleEnd = title.Trim().Length;
        var themes = Gather(hits, LexiconKind.Theme, text, titleEnd);
        return new NeedReading
        {
            Themes = themes,
            SubStages = SubStagesOf(Gather(hits, LexiconKind.SubStage, text, titleEnd), themes),
            Sectors = Gather(hits, LexiconKind.Sector, text, titleEnd),
            SupportModes = Gather(hits, LexiconKind.SupportMode, text, titleEnd),
            Qualifications = Gather(hits, LexiconKind.Qualification, text, titleEnd),
            Notions = Gather(hits, LexiconKind.Notion, text, titleEnd, all: true),
            AmountsEuros = AmountsOf(tokens),
            Voice = VoiceOf(tokens),
            MeaningfulWordCount = FrenchText.Terms(text).Count,
        };
    }

    private static List<Hit> Find(List<Token> tokens, NeedLexicon lexicon)
    {
        var denials = new Denials(tokens);
        var words = new List<Token>(tokens.Count);
        var places = new List<int>(tokens.Count);
        for (var index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].IsFunction) continue;
            words.Add(tokens[index]);
            places.Add(index);
        }

        var hits = new List<Hit>();
        for (var start = 0; start < words.Count; start++)
        {
            foreach (var pattern in lexicon.Starting(words[start].Word))
            {
                var matched = pattern.Match(words, start);
                if (matched == 0) continue;
                var end = start + BitOperations.Log2(matched);
                if (pattern.Entry.Kind != LexiconKind.Neutral && denials.Cover(places[start], pattern.Entry.IsProblem)) continue;
                hits.Add(new Hit(pattern.Entry, start, matched, words[start].Start, words[end].Start + words[end].Length));
            }
        }

        return hits;
    }

    /// <summary>Leaves out what a longer phrase says better: in « convention collective » nobody asks for a « convention ».</summary>
    private static List<Hit> Keep(List<Hit> hits) =>
        hits.Where(hit => !hits.Exists(other => other.Contains(hit) && (other.Entry.Kind == hit.Entry.Kind || other.Entry.Kind == LexiconKind.Neutral))).ToList();

    private static List<Evidence> Gather(List<Hit> hits, LexiconKind kind, string text, int titleEnd, bool all = false)
    {
        var list = hits
            .Where(hit => hit.Entry.Kind == kind)
            .GroupBy(hit => hit.Entry.Code, StringComparer.Ordinal)
            .Select(group =>
            {
                // Each phrase counts once; one in the title counts a little more.
                var phrases = group.DistinctBy(hit => hit.Entry.Pattern).OrderByDescending(hit => hit.Entry.Weight).ThenBy(hit => hit.From).ToList();
                var strength = phrases.Sum(hit => hit.Entry.Weight + (hit.From < titleEnd && hit.Entry.Weight >= 3 ? 1 : 0));
                return new Evidence(group.Key, strength, [.. phrases.Select(hit => text[hit.From..hit.To]).Distinct().Take(WordsKept)]);
            })
            .OrderByDescending(evidence => evidence.Strength)
            .ThenBy(evidence => evidence.Code, StringComparer.Ordinal);
        return [.. all ? list : list.Take(SuggestionsKept)];
    }

    private static List<Evidence> SubStagesOf(List<Evidence> read, List<Evidence> themes)
    {
        var merged = read.ToDictionary(evidence => evidence.Code, StringComparer.Ordinal);
        foreach (var (theme, subStage) in ThemesOfSubStages)
        {
            if (NeedReading.Find(themes, theme) is not { } found) continue;
            merged[subStage] = merged.TryGetValue(subStage, out var known)
                ? known with { Strength = known.Strength + found.Strength, Words = [.. found.Words.Union(known.Words).Take(WordsKept)] }
                : found with { Code = subStage };
        }

        return [.. merged.Values.OrderByDescending(evidence => evidence.Strength).ThenBy(evidence => evidence.Code, StringComparer.Ordinal)];
    }

    private static List<decimal> AmountsOf(List<Token> tokens)
    {
        var amounts = new List<decimal>();
        for (var index = 0; index + 1 < tokens.Count; index++)
        {
            if (!char.IsAsciiDigit(tokens[index].Word[0]) || tokens[index].Word.Length > 9) continue;
            var unit = tokens[index + 1].Word;
            var factor = unit is "euro" or "eur" ? 1 : unit is "k" or "ke" or "keuro" ? 1_000 : unit.StartsWith("million", StringComparison.Ordinal) ? 1_000_000 : 0;
            if (factor > 0) amounts.Add(decimal.Parse(tokens[index].Word, System.Globalization.CultureInfo.InvariantCulture) * factor);
        }

        return [.. amounts.OrderDescending()];
    }

    private static Voice VoiceOf(List<Token> tokens)
    {
        var alone = tokens.Count(token => token.Word is "je" or "j" or "mon" or "ma" or "mes");
        var together = tokens.Count(token => token.Word is "nou" or "notre" or "nos" or "on");
        return alone == together ? Voice.Unknown : alone > together ? Voice.Alone : Voice.Together;
    }

    private readonly record struct Hit(LexiconEntry Entry, int FirstWord, ulong Matched, int From, int To)
    {
        /// <summary>Whether this phrase is made of all the words of the other, and more.</summary>
        public bool Contains(Hit other)
        {
            var shift = other.FirstWord - FirstWord;
            if (shift is < 0 or > 63) return false;
            var moved = other.Matched << shift;
            return moved >> shift == other.Matched && (Matched & moved) == moved && Matched != moved;
        }
    }
}
