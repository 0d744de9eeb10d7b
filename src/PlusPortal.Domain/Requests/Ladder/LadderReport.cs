using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Domain.Requests.Ladder;

/// <summary>How far the help of an actor went. Stored by name, never renamed; sending is the first rung, which the referral tells itself.</summary>
public enum Rung
{
    /// <summary>The structure was reached.</summary>
    Reached,

    /// <summary>The structure could not be reached.</summary>
    Unreachable,

    /// <summary>The first contact was made.</summary>
    FirstContact,

    /// <summary>The support goes on.</summary>
    UnderWay,

    /// <summary>The need is dealt with in part.</summary>
    DealtWithInPart,

    /// <summary>The need is dealt with as a whole.</summary>
    DealtWith,

    /// <summary>The need is not dealt with; a reason says why.</summary>
    NotDealtWith,
}

/// <summary>Who saw a rung.</summary>
public enum LadderSide
{
    /// <summary>The structure.</summary>
    Structure,

    /// <summary>The actor.</summary>
    Actor,
}

/// <summary>One rung, with its day, as one side saw it. Never edited: who changes its mind reports again, and the last word of a side counts; who was wrong takes it back, and it is gone.</summary>
public sealed class LadderReport
{
    private LadderReport()
    {
        // EF only
    }

    internal LadderReport(Guid requestId, Guid referralId, RungSeen seen, Author by, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        (RequestId, ReferralId) = (requestId, referralId);
        (Rung, Side, On, WhyNot) = (seen.Rung, seen.Side, seen.On, seen.WhyNot);
        (AuthorKind, AuthorId, Channel, At) = (by.Kind, by.UserId, by.Channel, now);
    }

    /// <summary>Identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>Request that it belongs to.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>Referral that it is about.</summary>
    public Guid ReferralId { get; private set; }

    /// <summary>The rung.</summary>
    public Rung Rung { get; private set; }

    /// <summary>Who saw it.</summary>
    public LadderSide Side { get; private set; }

    /// <summary>Paris day on which it happened.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Code of <see cref="UnmetReasons"/>, when the need is not dealt with.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Who noted it.</summary>
    public AuthorKind AuthorKind { get; private set; }

    /// <summary>Account of who noted it, if any.</summary>
    public Guid? AuthorId { get; private set; }

    /// <summary>Through what.</summary>
    public Channel Channel { get; private set; }

    /// <summary>When it was noted, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Whether the structure is mailed about it, and not yet.</summary>
    public bool IsHeldAt(DateTimeOffset now) => this is { Rung: Rung.Unreachable, Side: LadderSide.Actor } && now < At.AddMinutes(Referral.UndoMinutes);
}

/// <summary>A rung that somebody tells of.</summary>
/// <param name="Rung">The rung.</param>
/// <param name="Side">Who saw it.</param>
/// <param name="On">Paris day on which it happened; not in the future, nor before the actor was told.</param>
/// <param name="WhyNot">Code of <see cref="UnmetReasons"/>; required when the need is not dealt with, and then alone.</param>
public sealed record RungSeen(Rung Rung, LadderSide Side, DateOnly On, string? WhyNot = null);
