using PlusPortal.Domain.Requests.Clock;

namespace PlusPortal.Domain.Requests;

/// <summary>A step of the clock that was due, once: what became of it, and why.</summary>
public sealed class ClockRecord
{
    private ClockRecord()
    {
        // EF only
    }

    internal ClockRecord(Guid requestId, DueStep step, ClockOutcome outcome, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        RequestId = requestId;
        ReferralId = step.ReferralId;
        (Step, Since, Number, DueOn) = (step.Row.Step, step.Since, step.Number, step.DueOn);
        Outcome = outcome;
        At = now;
    }

    /// <summary>Identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>Request that it belongs to.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>Referral that it is about; null for the request itself.</summary>
    public Guid? ReferralId { get; private set; }

    /// <summary>Which step.</summary>
    public ClockStep Step { get; private set; }

    /// <summary>Paris day from which it was counted: tells one question, one sending from the next.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>1, or more for a step that comes again.</summary>
    public int Number { get; private set; }

    /// <summary>Paris day on which it was due.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>What became of it.</summary>
    public ClockOutcome Outcome { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    internal bool IsOf(DueStep step) => ReferralId == step.ReferralId && Step == step.Row.Step && Since == step.Since && Number == step.Number;
}
