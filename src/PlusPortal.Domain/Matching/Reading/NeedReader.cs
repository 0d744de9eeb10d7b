using System.Numerics;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.French;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>Reads a request's title and free text with a lexicon. Pure: the same text gives the same reading.</summary>
public static class NeedReader
{
    private const int WordsKept = 3;
    private const int SuggestionsKept = 5;
    private const int SetAsideKept = 20;

    private static readonly Words Opening = new("de d du des un une le la les l pour avec a au aux par sur dans sans et ou que qu qui notre nos votre en mon ma");

    /// <summary>Themes that are, at the same time, a step of a transformation.</summary>
    private static readonly (string Theme, string SubStage)[] ThemesOfSubStages =
    [
        (Themes.TransformationStatut, SubStages.ChangementStatut),
        (Themes.RepriseTransmission, SubStages.TransmissionReprise),
        (Themes.TresorerieUrgence, SubStages.RestructurationDifficultes),
        (Themes.RestructurationProcedure, SubStages.RestructurationDifficultes),
    ];

    /// <summary>Reads a text.</summary>
    public static NeedReading Read(string title, string description, NeedLexicon? lexicon = null)
    {
        lexicon ??= NeedLexicon.Default;
        var text = $"{title.Trim()}.\n{description}";
        var tokens = ReadWords.Of(text, lexicon);
        if (tokens.Count == 0) return NeedReading.Empty;

        var titleEnd = title.Trim().Length;
        var setAside = new List<SetAside>();
        var hits = Weigh(Keep(Find(text, tokens, lexicon, titleEnd, setAside)));
        var themes = Gather(hits, LexiconKind.Theme, text, titleEnd);
        return new NeedReading
        {
            Themes = themes,
            SubStages = SubStagesOf(Gather(hits, LexiconKind.SubStage, text, titleEnd), themes),
            Sectors = Gather(hits, LexiconKind.Sector, text, titleEnd),
            SupportModes = Gather(hits, LexiconKind.SupportMode, text, titleEnd),
            Qualifications = Gather(hits, LexiconKind.Qualification, text, titleEnd),
            Notions = Gather(hits, LexiconKind.Notion, text, titleEnd, all: true),
            SetAside = [.. setAside.Distinct().Take(SetAsideKept)],
            AmountsEuros = AmountsOf(tokens),
            FoundedIn = FoundedIn(tokens),
            Voice = VoiceOf(tokens),
            EndsMidSentence = tokens[^1].Start + tokens[^1].Length == text.TrimEnd().Length && Opening.Has(tokens[^1].Spelled),
            MeaningfulWordCount = FrenchWords.Terms(text).Count,
        };
    }

    private static List<Hit> Find(string text, List<Token> tokens, NeedLexicon lexicon, int titleEnd, List<SetAside> setAside)
    {
        var denials = new Denials(tokens);
        var frames = new Frames(text, tokens, titleEnd);
        var hits = new List<Hit>();
        var patterns = new List<LexiconPattern>();
        for (var start = 0; start < tokens.Count; start++)
        {
            lexicon.FindStarting(tokens[start], patterns);
            foreach (var pattern in patterns)
            {
                var matched = pattern.Match(tokens, start);
                if (matched == 0) continue;
                var entry = pattern.Entry;
                var end = start + BitOperations.Log2(matched);
                if (WhyAside(entry, start, matched, denials, frames) is { } reason)
                {
                    if (entry.Kind != LexiconKind.Neutral) setAside.Add(new SetAside(entry.Kind, entry.Code, text[tokens[start].Start..(tokens[end].Start + tokens[end].Length)], reason));
                    continue;
                }

                var frame = frames.At(start) == Frame.Need || frames.At(end) == Frame.Need ? Frame.Need : frames.At(start);
                hits.Add(new Hit(entry, start, matched, tokens[start].Start, tokens[end].Start + tokens[end].Length, frame, entry.Weight));
            }
        }

        return hits;
    }

    /// <summary>Why a phrase of the text tells nothing of the need; null when it does.</summary>
    private static SetAsideReason? WhyAside(LexiconEntry entry, int start, ulong matched, Denials denials, Frames frames)
    {
        if (entry.Kind != LexiconKind.Neutral && entry.Code is not (Notions.NoMoneyAsked or Notions.Misdeclared) && denials.Cover(start, entry.IsProblem))
            return denials.IsBehind(start, entry.IsProblem) ? SetAsideReason.Behind : SetAsideReason.Denied;
        if (entry.IsProblem && frames.IsOfOthers(start)) return SetAsideReason.OfOthers;
        if (entry.IsProblem && denials.CutShort(start, matched)) return SetAsideReason.Denied;
        if (frames.IsOfReader(start) && entry.Kind == LexiconKind.Notion && TellsWhoTheyAre(entry.Code)) return SetAsideReason.OfOthers;
        if (frames.IsOfRelatives(start) && entry is not { Kind: LexiconKind.Notion, Code: Notions.Distress or Notions.SensitiveMatter }) return SetAsideReason.OfOthers;
        return null;
    }

    /// <summary>Notions about the structure itself: the same words about somebody else say nothing of it.</summary>
    private static bool TellsWhoTheyAre(string notion) =>
        notion is Notions.SocialEconomy or Notions.OrdinaryBusiness or Notions.WantsAssociation or Notions.WantsCompany or Notions.WantsCooperative or Notions.EmployeeTakeover or Notions.OwnActivity;

    /// <summary>What is asked for counts in full; what a structure does counts little, and hardly at all beside a need that is told.</summary>
    private static List<Hit> Weigh(List<Hit> hits)
    {
        var isAsked = hits.Exists(hit => hit is { Frame: Frame.Need, Entry: { Kind: LexiconKind.Theme, Weight: >= NeedReading.Moderate } });
        return hits.ConvertAll(hit => hit switch
        {
            { Entry.Kind: not (LexiconKind.Theme or LexiconKind.SupportMode) } or { Entry.IsProblem: true } => hit,
            { Frame: Frame.Activity } => hit with { Weight = isAsked ? Math.Min(1, hit.Weight / 3) : Math.Max(1, hit.Weight / 2) },
            _ => hit,
        });
    }

    /// <summary>Leaves out what a longer phrase says better: in « convention collective » nobody asks for a « convention ».</summary>
    private static List<Hit> Keep(List<Hit> hits)
    {
        // In the order of the text: a phrase is held only by one that begins with it, or less than 64 words before.
        var kept = new List<Hit>(hits.Count);
        var first = 0;
        foreach (var hit in hits)
        {
            while (hits[first].FirstWord <= hit.FirstWord - LexiconPattern.MaskBits) first++;
            var isHeld = false;
            for (var at = first; !isHeld && at < hits.Count && hits[at].FirstWord <= hit.FirstWord; at++)
                isHeld = hits[at].Contains(hit) && (hits[at].Entry.Kind == hit.Entry.Kind || hits[at].Entry.Kind == LexiconKind.Neutral);
            if (!isHeld) kept.Add(hit);
        }

        return kept;
    }

    private static List<Evidence> Gather(List<Hit> hits, LexiconKind kind, string text, int titleEnd, bool all = false)
    {
        var list = hits
            .Where(hit => hit.Entry.Kind == kind && hit.Weight > 0)
            .GroupBy(hit => hit.Entry.Code, StringComparer.Ordinal)
            .Select(group =>
            {
                // The same words count once, for what they say best; a phrase in the title counts a little more.
                var phrases = Disjoint(group.OrderByDescending(hit => hit.Weight).ThenBy(hit => hit.From)).DistinctBy(hit => hit.Entry.Pattern).ToList();
                var strength = phrases.Sum(hit => hit.Weight + (hit.From < titleEnd && hit.Weight >= 3 ? 1 : 0));
                return new Evidence(group.Key, strength, [.. phrases.Select(hit => text[hit.From..hit.To]).Distinct().Take(WordsKept)]) { IsAsked = phrases.Exists(hit => hit.Frame == Frame.Need) };
            })
            .OrderByDescending(evidence => evidence.Strength)
            .ThenBy(evidence => evidence.Code, StringComparer.Ordinal);
        return [.. all ? list : list.Take(SuggestionsKept)];
    }

    private static IEnumerable<Hit> Disjoint(IEnumerable<Hit> hits)
    {
        var (kept, taken) = (new List<Hit>(), new HashSet<int>());
        foreach (var hit in hits)
        {
            var words = hit.Words;
            if (taken.Overlaps(words)) continue;
            taken.UnionWith(words);
            kept.Add(hit);
        }

        return kept;
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
            if (factor == 0 && unit is "pour" && tokens[index].Word.Length is >= 4 and <= 7 && tokens[index].Word is not (['1', '9', _, _] or ['2', '0', _, _])) factor = 1;
            if (factor > 0) amounts.Add(decimal.Parse(tokens[index].Word, System.Globalization.CultureInfo.InvariantCulture) * factor);
        }

        return [.. amounts.OrderDescending()];
    }

    /// <summary>« depuis 2009 », « créée en 1987 », « née en 2004 ».</summary>
    private static int? FoundedIn(List<Token> tokens)
    {
        for (var index = 1; index < tokens.Count; index++)
        {
            if (tokens[index].Word is not [('1' or '2'), _, _, _] year || !int.TryParse(year, System.Globalization.CultureInfo.InvariantCulture, out var number) || number is < 1850 or > 2100) continue;
            var before = tokens[index - 1].Spelled is "en" or "l" or "annee" && index > 1 ? tokens[index - 2].Spelled : tokens[index - 1].Spelled;
            if (before is "depuis" or "cree" or "creee" or "fondee" or "fonde" or "nee" or "existe" or "existons" or "ouverte" or "ouvert" or "ouverts" or "monte" or "lancee" or "ne") return number;
        }

        return null;
    }

    private static Voice VoiceOf(List<Token> tokens)
    {
        var alone = tokens.Count(token => token.Word is "je" or "j" or "mon" or "ma" or "mes");
        var together = tokens.Count(token => token.Word is "nou" or "notre" or "nos" or "on");
        return alone == together ? Voice.Unknown : alone > together ? Voice.Alone : Voice.Together;
    }

    private readonly record struct Hit(LexiconEntry Entry, int FirstWord, ulong Matched, int From, int To, Frame Frame, int Weight)
    {
        /// <summary>Places of the words of the text that the phrase is made of.</summary>
        public List<int> Words
        {
            get
            {
                var words = new List<int>();
                for (var left = Matched; left != 0; left &= left - 1) words.Add(FirstWord + BitOperations.TrailingZeroCount(left));
                return words;
            }
        }

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
