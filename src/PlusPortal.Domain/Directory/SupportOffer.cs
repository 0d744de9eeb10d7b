using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Directory;

/// <summary>Publication state of an offer.</summary>
public enum OfferState
{
    /// <summary>Being written; not public.</summary>
    Draft,

    /// <summary>Waiting for staff to approve its first publication.</summary>
    InReview,

    /// <summary>Public and proposed.</summary>
    Published,

    /// <summary>Shown with a warning, never proposed.</summary>
    Suspended,

    /// <summary>Taken out of the directory for good.</summary>
    Archived,
}

/// <summary>One thing that a support actor does for structures, with its own territory, stages and conditions.</summary>
public sealed class SupportOffer
{
    private static readonly Dictionary<OfferState, OfferState[]> Transitions = new()
    {
        [OfferState.Draft] = [OfferState.InReview, OfferState.Published, OfferState.Archived],
        [OfferState.InReview] = [OfferState.Draft, OfferState.Published, OfferState.Archived],
        [OfferState.Published] = [OfferState.Suspended, OfferState.Archived],
        [OfferState.Suspended] = [OfferState.Published, OfferState.Archived],
        [OfferState.Archived] = [],
    };

    /// <summary>The states in which the public knows of an offer: published, or suspended (named, never proposed). Source: workflow, §9.</summary>
    public static IReadOnlyList<OfferState> PublicStates { get; } = [OfferState.Published, OfferState.Suspended];

    private SupportOffer()
    {
        // EF only
    }

    internal SupportOffer(SupportActor actor, string importKey, OfferContent content, OfferState state, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        Actor = actor;
        ActorId = actor.Id;
        ImportKey = importKey;
        Content = content;
        State = state;
        CreatedAt = now;
        UpdatedAt = now;
    }

    /// <summary>Identifier, no secret.</summary>
    public Guid Id { get; private set; }

    /// <summary>Stable key of the import file; unique.</summary>
    public string ImportKey { get; private set; } = "";

    /// <summary>Actor that makes the offer.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>Actor that makes the offer; loaded on demand.</summary>
    public SupportActor? Actor { get; private set; }

    /// <summary>What the offer says.</summary>
    public OfferContent Content { get; private set; } = null!;

    /// <summary>Publication state.</summary>
    public OfferState State { get; private set; }

    /// <summary>Code of <see cref="CapacityStatuses"/>.</summary>
    public string Capacity { get; private set; } = CapacityStatuses.Ouvert;

    /// <summary>Last day of a full or closed capacity, Paris date; null means until further notice.</summary>
    public DateOnly? CapacityUntil { get; private set; }

    /// <summary>Day on which the actor last said that the offer is right; null when never.</summary>
    public DateOnly? ConfirmedOn { get; private set; }

    /// <summary>Months between two confirmations, one of <see cref="SheetClock.MonthChoices"/>.</summary>
    public int ConfirmationMonths { get; private set; } = SheetClock.UsualMonths;

    /// <summary>Why the portal suspended it by itself; null when it did not, or when staff suspended it.</summary>
    public SuspensionCause? SuspendedFor { get; private set; }

    /// <summary>When it last came back from a suspension, UTC; what its actor left unanswered before counts no more.</summary>
    public DateTimeOffset? ResumedAt { get; private set; }

    /// <summary>Counts the approved changes of content; stored with each matching result.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>True once a person has edited the content: an import leaves it alone.</summary>
    public bool IsEdited { get; private set; }

    /// <summary>Record creation, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Last change of content, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Row version; posted back by edit forms.</summary>
    public uint Version { get; private set; }

    /// <summary>Whether an offer in <paramref name="from"/> may become <paramref name="to"/>.</summary>
    public static bool CanBecome(OfferState from, OfferState to) => Transitions[from].Contains(to);

    /// <summary>Whether the offer takes no new request on that day: full, or closed.</summary>
    public bool IsPaused(DateOnly today) => IsPaused(Capacity, CapacityUntil, today);

    /// <summary>Whether that capacity, declared until that day (no end when null), takes no new request on a day.</summary>
    internal static bool IsPaused(string capacity, DateOnly? until, DateOnly today) => capacity != CapacityStatuses.Ouvert && (until is null || today <= until);

    /// <summary>
    /// Whether it may receive a request on that day: published by an actor of the directory, its call not closed. A full or
    /// closed actor may still be asked when staff chose it against the ranking.
    /// </summary>
    /// <param name="today">Paris day.</param>
    /// <param name="chosenByHand">Whether staff chose it, not the matcher.</param>
    public bool MayReceive(DateOnly today, bool chosenByHand) =>
        State == OfferState.Published && Actor is { IsActive: true } && !Content.IsWindowClosed(today) && (chosenByHand || !IsPaused(today));

    /// <summary>Takes the content of an import file unless a person edited the offer. Returns whether anything changed.</summary>
    public bool TakeImport(OfferContent content, DateTimeOffset now)
    {
        if (IsEdited || ContentComparison.AreSame(Content, content)) return false;
        Replace(content, now);
        return true;
    }

    /// <summary>Takes content that staff wrote or approved.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.OfferArchived"/> when the offer is archived.</exception>
    public void Edit(OfferContent content, DateTimeOffset now)
    {
        if (State == OfferState.Archived) throw new DomainRuleException(RuleCode.OfferArchived);
        IsEdited = true;
        Replace(content, now);
    }

    /// <summary>Moves the offer to another publication state.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.IllegalOfferTransition"/> when the move is not in the table.</exception>
    public void MoveTo(OfferState next, DateTimeOffset now)
    {
        if (!CanBecome(State, next)) throw new DomainRuleException(RuleCode.IllegalOfferTransition);
        if (State == OfferState.Suspended && next == OfferState.Published) ResumedAt = now;
        State = next;
        SuspendedFor = null;
        UpdatedAt = now;
    }

    /// <summary>Takes it out of the proposals until its actor confirms it. The directory still names it.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.IllegalOfferTransition"/> when it is not published.</exception>
    public void Suspend(SuspensionCause cause, DateTimeOffset now)
    {
        MoveTo(OfferState.Suspended, now);
        SuspendedFor = cause;
    }

    /// <summary>Says whether the offer takes new requests, and until when it does not.</summary>
    public void SetCapacity(string capacity, DateOnly? until, DateTimeOffset now)
    {
        Capacity = capacity;
        CapacityUntil = capacity == CapacityStatuses.Ouvert ? null : until;
        UpdatedAt = now;
    }

    /// <summary>Records that the actor finds the offer still right. Distinct from editing it. What the portal suspended by itself is proposed again; what staff suspended is not.</summary>
    public void Confirm(DateOnly today, DateTimeOffset now)
    {
        ConfirmedOn = today;
        if (SuspendedFor is not null) MoveTo(OfferState.Published, now);
    }

    /// <summary>Says after how many months the sheet is to be confirmed again.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.UnknownCode"/> for another number than those of <see cref="SheetClock.MonthChoices"/>.</exception>
    public void ConfirmEvery(int months)
    {
        if (!SheetClock.MonthChoices.Contains(months)) throw new DomainRuleException(RuleCode.UnknownCode);
        ConfirmationMonths = months;
    }

    private void Replace(OfferContent content, DateTimeOffset now)
    {
        Content = content;
        Revision++;
        UpdatedAt = now;
    }
}
