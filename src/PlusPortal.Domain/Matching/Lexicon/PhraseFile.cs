namespace PlusPortal.Domain.Matching.Lexicon;

/// <summary>A file of phrases of one kind: one phrase a line, columns parted by a tabulation, lines that begin with <c>#</c> are for people.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Kind">What its phrases tell.</param>
/// <param name="Columns">Columns, in order.</param>
/// <remarks>The order of the lines means nothing: the files may be sorted at will.</remarks>
internal sealed record PhraseFile(string Name, LexiconKind Kind, params string[] Columns)
{
    /// <summary>Column of the code, or of what a spelling stands for.</summary>
    public const string Code = "code";

    /// <summary>Column of the weight.</summary>
    public const string Weight = "poids";

    /// <summary>Column that says whether « pas de … » denies the phrase.</summary>
    public const string Problem = "difficulté";

    /// <summary>Column of the pattern.</summary>
    public const string Phrase = "phrase";

    /// <summary>File of the words that several phrases share: <c>{nom}</c> in a phrase stands for all words of that name.</summary>
    public const string Groups = "groups.tsv";

    /// <summary>All of them, one for each kind.</summary>
    public static IReadOnlyList<PhraseFile> All { get; } =
    [
        new("themes.tsv", LexiconKind.Theme, Code, Weight, Problem, Phrase),
        new("sub-stages.tsv", LexiconKind.SubStage, Code, Weight, Phrase),
        new("sectors.tsv", LexiconKind.Sector, Code, Weight, Phrase),
        new("support-modes.tsv", LexiconKind.SupportMode, Code, Weight, Phrase),
        new("qualifications.tsv", LexiconKind.Qualification, Code, Weight, Phrase),
        new("notions.tsv", LexiconKind.Notion, Code, Weight, Problem, Phrase),
        new("neutral.tsv", LexiconKind.Neutral, Phrase),
        new("spellings.tsv", LexiconKind.Spelling, Code, Phrase),
    ];

    /// <summary>Text of a file that comes with the portal. The only thing that the domain reads, from its own assembly.</summary>
    public static string ReadShipped(string name)
    {
        using var stream = typeof(PhraseFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} n'est pas dans le portail.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return System.Text.Encoding.UTF8.GetString(bytes);
    }
}
