using PlusPortal.Domain.Matching.Reading;

namespace PlusPortal.Domain.Matching.Lexicon;

/// <summary>What a phrase of the lexicon tells.</summary>
public enum LexiconKind
{
    /// <summary>A need theme.</summary>
    Theme,

    /// <summary>A sub-stage, hence a stage.</summary>
    SubStage,

    /// <summary>A sector.</summary>
    Sector,

    /// <summary>A way of helping that the person asks for.</summary>
    SupportMode,

    /// <summary>A quality such as an agreement that the structure seems to hold.</summary>
    Qualification,

    /// <summary>A notion that triage looks for, see <see cref="Notions"/>.</summary>
    Notion,

    /// <summary>Nothing: the phrase only keeps its words from being read otherwise (« droit local » is no room).</summary>
    Neutral,

    /// <summary>Another way of writing: the pattern's words (parted by <c>|</c>) stand for the code (« asso » for « association »).</summary>
    Spelling,
}

/// <summary>One phrase that tells something, as data: staff may change it without touching the rules.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Code">Code in the list of that kind.</param>
/// <param name="Weight">How sure it is, from 1 (a hint) to 6 (nothing else to be said).</param>
/// <param name="Pattern">Words without accents, in order: <c>*</c> ends a beginning of word, <c>!</c> a word that must be spelled so, <c>|</c> parts alternatives, <c>~</c> lets up to four words pass.</param>
/// <param name="IsProblem">True when « pas de … » denies it (no debts); a need is not denied that way (no office).</param>
public sealed record LexiconEntry(LexiconKind Kind, string Code, int Weight, string Pattern, bool IsProblem = false)
{
    /// <summary>Greatest weight; above 6 only for signs that are summed up, such as those of people who sell something.</summary>
    public const int MostWeight = 10;

    /// <summary>What makes it one phrase, whatever its weight, its accents and the order of its alternatives.</summary>
    public LexiconKey Key => new(Kind, Code, LexiconPatterns.Canonical(Pattern));
}

/// <summary>One phrase of the lexicon: the same words may tell several things.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Code">Code in the list of that kind.</param>
/// <param name="Pattern">Pattern as <see cref="LexiconPatterns.Canonical"/> writes it.</param>
public readonly record struct LexiconKey(LexiconKind Kind, string Code, string Pattern);
