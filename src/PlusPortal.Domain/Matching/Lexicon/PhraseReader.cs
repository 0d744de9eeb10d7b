using System.Globalization;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Lexicon;

/// <summary>What is wrong with a line of a file of phrases.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Text">What is wrong, in French.</param>
internal readonly record struct PhraseFault(string File, int Line, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}, ligne {Line}\u00A0: {Text}";
}

/// <summary>Reads the files of phrases and says line by line what it cannot read.</summary>
internal sealed class PhraseReader
{
    private const string Yes = "oui";
    private const string No = "non";

    private readonly List<LexiconEntry> entries = [];
    private readonly List<PhraseFault> faults = [];
    private readonly Dictionary<LexiconKey, (string File, int Line)> known = [];
    private readonly Dictionary<string, (string File, int Line)> spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> usedGroups = new(StringComparer.Ordinal);

    private PhraseReader(Func<string, string> textOf)
    {
        var lines = LinesOf(PhraseFile.Groups, textOf(PhraseFile.Groups), ["nom", "mot"]);
        foreach (var (line, cells) in lines) AddToGroup(line, cells[0], cells[1]);
        foreach (var file in PhraseFile.All)
        {
            foreach (var (line, cells) in LinesOf(file.Name, textOf(file.Name), file.Columns)) Add(file, line, cells);
        }

        foreach (var (line, cells) in lines.Where(read => !usedGroups.Contains(read.Cells[0])).DistinctBy(read => read.Cells[0]))
            faults.Add(new PhraseFault(PhraseFile.Groups, line, $"aucune phrase n'emploie {{{cells[0]}}}."));
    }

    /// <summary>Phrases of the files and what is wrong with them.</summary>
    /// <param name="textOf">Text of a file, by its name.</param>
    public static (IReadOnlyList<LexiconEntry> Entries, IReadOnlyList<PhraseFault> Faults) Read(Func<string, string> textOf)
    {
        var reader = new PhraseReader(textOf);
        return (reader.entries, reader.faults);
    }

    /// <summary>Phrases that come with the portal.</summary>
    /// <exception cref="InvalidOperationException">A line cannot be read; the message names each.</exception>
    public static IReadOnlyList<LexiconEntry> ReadShipped()
    {
        var (entries, faults) = Read(PhraseFile.ReadShipped);
        return faults.Count == 0 ? entries : throw new InvalidOperationException(string.Join("\n", faults));
    }

    /// <summary>Cells of each line that people did not write for people.</summary>
    private List<(int Line, string[] Cells)> LinesOf(string file, string text, string[] columns)
    {
        var read = new List<(int, string[])>();
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').TrimEnd('\n', '\r').Split('\n'))
        {
            number++;
            if (line.StartsWith('#')) continue;
            var cells = line.TrimEnd('\r').Split('\t');
            if (cells.Length != columns.Length)
            {
                faults.Add(new PhraseFault(file, number, $"{cells.Length} colonne(s) au lieu de {columns.Length} ({string.Join(", ", columns)}), séparées par une tabulation."));
                continue;
            }

            var empty = Array.FindIndex(cells, cell => cell.Length == 0 || cell.AsSpan().Trim().Length < cell.Length);
            if (empty < 0) read.Add((number, cells));
            else faults.Add(new PhraseFault(file, number, $"la colonne «\u00A0{columns[empty]}\u00A0» est vide, ou commence ou finit par une espace."));
        }

        return read;
    }

    private void AddToGroup(int line, string name, string word)
    {
        if (!groups.TryGetValue(name, out var words)) groups[name] = words = new SortedSet<string>(StringComparer.Ordinal);
        if (word.AsSpan().ContainsAny(" |~{}")) faults.Add(new PhraseFault(PhraseFile.Groups, line, $"«\u00A0{word}\u00A0» n'est pas un mot."));
        else if (!words.Add(word)) faults.Add(new PhraseFault(PhraseFile.Groups, line, $"«\u00A0{word}\u00A0» est deux fois dans {{{name}}}."));
    }

    private void Add(PhraseFile file, int line, string[] cells)
    {
        var code = Cell(PhraseFile.Code) ?? "";
        if (!IsKnown(file.Kind, code)) Fault($"le code «\u00A0{code}\u00A0» n'est pas connu.");
        var weight = 1;
        if (Cell(PhraseFile.Weight) is { } typed && (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out weight) || weight is < 1 or > LexiconEntry.MostWeight))
            Fault($"le poids «\u00A0{typed}\u00A0» n'est pas un nombre de 1 à {LexiconEntry.MostWeight}.");
        var problem = Cell(PhraseFile.Problem) ?? No;
        if (problem is not (Yes or No)) Fault($"la difficulté est «\u00A0{problem}\u00A0» au lieu de «\u00A0{Yes}\u00A0» ou «\u00A0{No}\u00A0».");

        var entry = new LexiconEntry(file.Kind, code, weight, Expand(Cell(PhraseFile.Phrase)!, Fault), problem == Yes);
        if (FaultOf(entry) is { } unreadable) Fault(unreadable);
        else if (!known.TryAdd(entry.Key, (file.Name, line))) Fault($"la phrase «\u00A0{entry.Pattern}\u00A0» est déjà à la ligne {known[entry.Key].Line}.");
        else if (file.Kind == LexiconKind.Spelling) AddSpellings(file.Name, line, entry);
        entries.Add(entry);

        string? Cell(string column) => Array.IndexOf(file.Columns, column) is >= 0 and var at ? cells[at] : null;

        void Fault(string text) => faults.Add(new PhraseFault(file.Name, line, text));
    }

    private void AddSpellings(string file, int line, LexiconEntry entry)
    {
        foreach (var word in entry.Key.Pattern.Split('|'))
        {
            if (!spellings.TryAdd(word, (file, line))) faults.Add(new PhraseFault(file, line, $"l'écriture «\u00A0{word}\u00A0» est déjà à la ligne {spellings[word].Line}."));
        }
    }

    /// <summary>Puts the words of a group in the place of its name.</summary>
    private string Expand(string phrase, Action<string> fault)
    {
        for (var open = phrase.IndexOf('{'); open >= 0; open = phrase.IndexOf('{'))
        {
            var close = phrase.IndexOf('}', open);
            var name = close < 0 ? phrase[(open + 1)..] : phrase[(open + 1)..close];
            if (!groups.TryGetValue(name, out var words))
            {
                fault($"{{{name}}} n'est pas dans {PhraseFile.Groups}.");
                return phrase.Replace('{', ' ').Replace('}', ' ');
            }

            usedGroups.Add(name);
            phrase = string.Concat(phrase.AsSpan(0, open), string.Join('|', words), phrase.AsSpan(close + 1));
        }

        return phrase;
    }

    private static string? FaultOf(LexiconEntry entry)
    {
        var fault = LexiconPatterns.FaultOf(entry.Pattern, LexiconChange.PatternLength);
        if (fault is null || (fault == LexiconPatternFault.OnlyGrammar && !LexiconPattern.IsGrammarAlone(entry.Pattern))) return null;
        return $"la phrase «\u00A0{entry.Pattern}\u00A0» ne peut pas être lue ({fault}).";
    }

    private static bool IsKnown(LexiconKind kind, string code) => kind switch
    {
        LexiconKind.Theme => Themes.All.Contains(code),
        LexiconKind.SubStage => SubStages.All.Contains(code),
        LexiconKind.Sector => Sectors.All.Contains(code),
        LexiconKind.SupportMode => SupportModes.All.Contains(code),
        LexiconKind.Qualification => Qualifications.All.Contains(code),
        LexiconKind.Notion => Notions.All.Contains(code),
        LexiconKind.Neutral => code.Length == 0,
        LexiconKind.Spelling => code.Length is > 0 and <= LexiconChange.CodeLength,
    };
}
