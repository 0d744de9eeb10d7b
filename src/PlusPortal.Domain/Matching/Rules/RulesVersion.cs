namespace PlusPortal.Domain.Matching.Rules;

/// <summary>Where a version of the rules stands.</summary>
public enum RulesState
{
    /// <summary>Proposed: replayed, simulated, not in force.</summary>
    Draft,

    /// <summary>In force; there is exactly one.</summary>
    Published,

    /// <summary>Was in force; results still name it.</summary>
    Retired,

    /// <summary>Proposed and given up.</summary>
    Discarded,
}

/// <summary>The weights of the matcher at one time, with who wrote them and why. Never edited: another value is another version.</summary>
public sealed class RulesVersion
{
    /// <summary>Most characters of a reason.</summary>
    public const int ReasonLength = 1_000;

    private RulesVersion()
    {
        // EF only
    }

    /// <summary>Number that results name; numbers grow, and those of discarded drafts are not used again.</summary>
    public int Number { get; private set; }

    /// <summary>Version that was in force when this one was written; null for the first.</summary>
    public int? BaseNumber { get; private set; }

    /// <summary>Values by name of <see cref="RuleWeights"/>.</summary>
    public IReadOnlyDictionary<string, int> Values { get; private set; } = new Dictionary<string, int>();

    /// <summary>Where it stands.</summary>
    public RulesState State { get; private set; }

    /// <summary>Why, in French.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who wrote it; null for values that came with the program.</summary>
    public Guid? AuthorId { get; private set; }

    /// <summary>Whether every value is the program's: nobody has changed any since the first version.</summary>
    public bool IsShipped { get; private set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Who published or discarded it; null while a draft, and for the program.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>When it came into force, UTC; null when it never did.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When it was replaced or discarded, UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>The rules as the matcher takes them.</summary>
    public MatchingRules ToRules() => RuleWeights.ToRules(Number, Values);

    /// <summary>Values that come with the program, alone or beside those that people changed; in force at once in the place of <paramref name="inForce"/>.</summary>
    public static RulesVersion Ship(int number, RulesVersion? inForce, IReadOnlyDictionary<string, int> values, string reason, DateTimeOffset now)
    {
        inForce?.Retire(now);
        return new RulesVersion
        {
            Number = number,
            BaseNumber = inForce?.Number,
            Values = values,
            State = RulesState.Published,
            Reason = reason,
            IsShipped = inForce?.IsShipped ?? true,
            CreatedAt = now,
            PublishedAt = now,
        };
    }

    /// <summary>Proposes values in the place of those in force.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.ReasonRequired"/>, or <see cref="RuleCode.UnknownCode"/> for a value out of its bounds.</exception>
    public static RulesVersion Propose(int number, RulesVersion inForce, IReadOnlyDictionary<string, int> values, string reason, Guid authorId, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new DomainRuleException(RuleCode.ReasonRequired);
        if (RuleWeights.All.Any(weight => values.TryGetValue(weight.Name, out var value) && !weight.Accepts(value))) throw new DomainRuleException(RuleCode.UnknownCode);
        return new RulesVersion { Number = number, BaseNumber = inForce.Number, Values = values, State = RulesState.Draft, Reason = reason.Trim(), AuthorId = authorId, CreatedAt = now };
    }

    /// <summary>Puts the draft in force.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.RulesAlreadyDecided"/>, or <see cref="RuleCode.RulesConflict"/> when other rules came into force since it was written.</exception>
    public void Publish(RulesVersion inForce, Guid byId, DateTimeOffset now)
    {
        EnsureDraft();
        if (inForce.Number != BaseNumber) throw new DomainRuleException(RuleCode.RulesConflict);
        inForce.Retire(now);
        State = RulesState.Published;
        DecidedById = byId;
        PublishedAt = now;
    }

    /// <summary>Gives the draft up.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.RulesAlreadyDecided"/>.</exception>
    public void Discard(Guid byId, DateTimeOffset now)
    {
        EnsureDraft();
        State = RulesState.Discarded;
        DecidedById = byId;
        EndedAt = now;
    }

    private void Retire(DateTimeOffset now)
    {
        State = RulesState.Retired;
        EndedAt = now;
    }

    private void EnsureDraft()
    {
        if (State != RulesState.Draft) throw new DomainRuleException(RuleCode.RulesAlreadyDecided);
    }
}
