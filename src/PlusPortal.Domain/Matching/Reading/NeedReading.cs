using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Lexicon;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>Something that the text tells, with the words that told it.</summary>
/// <param name="Code">Code in its list.</param>
/// <param name="Strength">Sum of the weights; see <see cref="NeedReading.Strong"/> and <see cref="NeedReading.Moderate"/>.</param>
/// <param name="Words">Words of the text, in order of weight; at most three.</param>
public sealed record Evidence(string Code, int Strength, IReadOnlyList<string> Words)
{
    /// <summary>Whether one of its phrases is asked for (« nous cherchons … »), not only mentioned.</summary>
    public bool IsAsked { get; init; }
}

/// <summary>Why a phrase of the text was not taken for a need.</summary>
public enum SetAsideReason
{
    /// <summary>« Nous ne cherchons pas de local ».</summary>
    Denied,

    /// <summary>Over, done, or there already: « l'an dernier », « c'est réglé », « nous avons déjà un comptable ».</summary>
    Behind,

    /// <summary>Of somebody else: « notre mairie manque de trésorerie ».</summary>
    OfOthers,
}

/// <summary>A phrase that was read and set aside.</summary>
/// <param name="Kind">What it would have told.</param>
/// <param name="Code">Code in the list of that kind.</param>
/// <param name="Words">Words of the text.</param>
/// <param name="Reason">Why it was set aside.</param>
public sealed record SetAside(LexiconKind Kind, string Code, string Words, SetAsideReason Reason);

/// <summary>Who speaks: a person alone, or a group.</summary>
public enum Voice
{
    /// <summary>The text does not tell.</summary>
    Unknown,

    /// <summary>« Je ».</summary>
    Alone,

    /// <summary>« Nous », « on », « notre association ».</summary>
    Together,
}

/// <summary>What a request's title and free text tell: suggestions beside the declaration, never in its place.</summary>
public sealed record NeedReading
{
    /// <summary>Strength from which a suggestion needs nothing else to be believed.</summary>
    public const int Strong = 5;

    /// <summary>Strength from which a suggestion is made.</summary>
    public const int Moderate = 4;

    /// <summary>Strength from which the text is taken to mention a code at all.</summary>
    public const int Hint = 3;

    /// <summary>A reading of nothing.</summary>
    public static NeedReading Empty { get; } = new();

    /// <summary>Themes, the most likely first.</summary>
    public IReadOnlyList<Evidence> Themes { get; init; } = [];

    /// <summary>Sub-stages, the most likely first.</summary>
    public IReadOnlyList<Evidence> SubStages { get; init; } = [];

    /// <summary>Sectors, the most likely first.</summary>
    public IReadOnlyList<Evidence> Sectors { get; init; } = [];

    /// <summary>Ways of helping asked for.</summary>
    public IReadOnlyList<Evidence> SupportModes { get; init; } = [];

    /// <summary>Agreements that the structure seems to hold.</summary>
    public IReadOnlyList<Evidence> Qualifications { get; init; } = [];

    /// <summary>Notions, see <see cref="Lexicon.Notions"/>.</summary>
    public IReadOnlyList<Evidence> Notions { get; init; } = [];

    /// <summary>Phrases that were read and set aside, in the order of the text.</summary>
    public IReadOnlyList<SetAside> SetAside { get; init; } = [];

    /// <summary>Amounts of money named, in euros, the largest first.</summary>
    public IReadOnlyList<decimal> AmountsEuros { get; init; } = [];

    /// <summary>Year since which the structure says that it exists; null when it does not say.</summary>
    public int? FoundedIn { get; init; }

    /// <summary>Who speaks.</summary>
    public Voice Voice { get; init; }

    /// <summary>Whether the text stops after a word that calls for another: « nous aurions besoin de ».</summary>
    public bool EndsMidSentence { get; init; }

    /// <summary>Words that carry meaning, each once.</summary>
    public int MeaningfulWordCount { get; init; }

    /// <summary>Evidence for a notion, or null.</summary>
    public Evidence? Notion(string code) => Find(Notions, code);

    /// <summary>Whether a notion is present.</summary>
    public bool Tells(string notion) => Notion(notion) is not null;

    /// <summary>Evidence for a code in a list, or null.</summary>
    public static Evidence? Find(IReadOnlyList<Evidence> list, string? code)
    {
        foreach (var evidence in list)
        {
            if (evidence.Code == code) return evidence;
        }

        return null;
    }
}
