namespace PlusPortal.Domain.Matching.Lexicon;

/// <summary>
/// What staff decided about one phrase of the lexicon: added, weighed otherwise, set aside or taken back. Never edited:
/// the latest change of a phrase counts.
/// </summary>
public sealed class LexiconChange
{
    /// <summary>Most characters of a pattern that comes with the portal; see <see cref="LexiconPatterns.Longest"/> for those of staff.</summary>
    public const int PatternLength = 400;

    /// <summary>Most characters of a code, or of what a spelling stands for.</summary>
    public const int CodeLength = 80;

    /// <summary>Most characters of a reason.</summary>
    public const int ReasonLength = 300;

    /// <summary>Most phrases that staff may add or change; beyond, the lexicon that comes with the portal is what should grow.</summary>
    public const int MostPhrases = 1_000;

    private LexiconChange()
    {
        // EF only
    }

    /// <summary>Number of the change, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>What the phrase tells.</summary>
    public LexiconKind Kind { get; private init; }

    /// <summary>Code in the list of that kind; empty for a neutral phrase.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Pattern, tidied by <see cref="LexiconPatterns.Tidy"/>.</summary>
    public string Pattern { get; private init; } = "";

    /// <summary>How sure it is, from 1 to <see cref="LexiconEntry.MostWeight"/>.</summary>
    public int Weight { get; private init; }

    /// <summary>Whether « pas de … » denies it.</summary>
    public bool IsProblem { get; private init; }

    /// <summary>Whether the phrase is read.</summary>
    public bool IsActive { get; private init; }

    /// <summary>Why, in French.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Account of who decided it.</summary>
    public Guid AuthorId { get; private init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>The phrase as the lexicon takes it.</summary>
    public LexiconEntry Entry => new(Kind, Code, Weight, Pattern, IsProblem);

    /// <summary>Decides about a phrase.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.ReasonRequired"/>, or <see cref="RuleCode.UnknownCode"/> for a weight or a pattern that the lexicon cannot take.</exception>
    public static LexiconChange Decide(int number, LexiconEntry entry, bool isActive, string reason, Guid authorId, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new DomainRuleException(RuleCode.ReasonRequired);
        var pattern = LexiconPatterns.Tidy(entry.Pattern);
        if (entry.Weight is < 1 or > LexiconEntry.MostWeight || !NeedLexicon.CanRead(entry with { Pattern = pattern })) throw new DomainRuleException(RuleCode.UnknownCode);
        return new LexiconChange
        {
            Number = number,
            Kind = entry.Kind,
            Code = entry.Code,
            Pattern = pattern,
            Weight = entry.Weight,
            IsProblem = entry.IsProblem,
            IsActive = isActive,
            Reason = reason.Trim(),
            AuthorId = authorId,
            At = now,
        };
    }
}
