using System.Collections.Frozen;
using System.Globalization;

namespace PlusPortal.Domain.Requests.Deadlines;

/// <summary>A delay that PLUS may set, in working days. Stored by name, never renamed.</summary>
public enum DelayKind
{
    /// <summary>From submission to the first look by a human; 0 is the same day, within the hours of PLUS.</summary>
    FirstLook,

    /// <summary>From the day on which PLUS should have acted to the first word to staff.</summary>
    StaffOverdue,

    /// <summary>From one such word to the next.</summary>
    StaffOverdueAgain,

    /// <summary>From the last news that the structure had to « we still search », and from one to the next.</summary>
    StillSearching,

    /// <summary>From a question of PLUS to the first reminder of the structure.</summary>
    QuestionReminder,

    /// <summary>From a question of PLUS to its second reminder.</summary>
    QuestionSecondReminder,

    /// <summary>From proposals to the first reminder of the structure.</summary>
    ConsentReminder,

    /// <summary>From proposals to its second reminder.</summary>
    ConsentSecondReminder,

    /// <summary>From proposals to the call of staff.</summary>
    ConsentCall,

    /// <summary>From a question or proposals without reply to the notice that the request will be ended.</summary>
    EndNotice,

    /// <summary>From a question or proposals without reply to the day on which staff are offered to end the request.</summary>
    EndOffer,

    /// <summary>From sending to the reminder of the actor.</summary>
    ActorReminder,

    /// <summary>From sending to the call of staff to the actor.</summary>
    ActorCall,

    /// <summary>From sending to the last call to the actor.</summary>
    ActorLastCall,

    /// <summary>From sending to the last day for an answer.</summary>
    Expiry,

    /// <summary>Most working days for which a question of the actor, or a later day that it offers, stops its clock.</summary>
    Pause,

    /// <summary>From that question, or that day, to the reminder of the structure.</summary>
    PauseReminder,

    /// <summary>From sending to « avez-vous été rappelée ? ».</summary>
    CalledBack,

    /// <summary>From acceptance to the first contact with the structure.</summary>
    FirstContact,

    /// <summary>From the day of the first contact, missed, to the nudge of the actor.</summary>
    FirstContactNudge,

    /// <summary>From the day of the first contact, missed, to the call of staff.</summary>
    FirstContactCall,

    /// <summary>From the last news of an accepted request to the nudge of the actor.</summary>
    NewsNudge,

    /// <summary>From the last news of an accepted request to the call of staff.</summary>
    NewsCall,

    /// <summary>From an outcome noted by the actor to the reminder of the structure.</summary>
    OutcomeReminder,

    /// <summary>From an outcome noted by the actor to the day on which it stands.</summary>
    OutcomeSettles,
}

/// <summary>One delay: working days of a normal and of an urgent request.</summary>
public readonly record struct Delay(int Normal, int Urgent);

/// <summary>The delays of the workflow, in working days. Compared by value.</summary>
/// <remarks>Source: workflow of PLUS, §2, §4 to §6; each is to be confirmed by PLUS, which sets it on its page of settings.</remarks>
public sealed class ClockDelays : IEquatable<ClockDelays>
{
    /// <summary>Most working days of a delay.</summary>
    public const int Most = 120;

    private static readonly FrozenDictionary<DelayKind, Delay> First = new Dictionary<DelayKind, Delay>
    {
        [DelayKind.FirstLook] = new(2, 0),
        [DelayKind.StaffOverdue] = new(1, 1),
        [DelayKind.StaffOverdueAgain] = new(5, 1),
        [DelayKind.StillSearching] = new(10, 2),
        [DelayKind.QuestionReminder] = new(3, 1),
        [DelayKind.QuestionSecondReminder] = new(8, 3),
        [DelayKind.ConsentReminder] = new(2, 1),
        [DelayKind.ConsentSecondReminder] = new(5, 2),
        [DelayKind.ConsentCall] = new(8, 3),
        [DelayKind.EndNotice] = new(15, 15),
        [DelayKind.EndOffer] = new(20, 20),
        [DelayKind.ActorReminder] = new(5, 1),
        [DelayKind.ActorCall] = new(10, 1),
        [DelayKind.ActorLastCall] = new(12, 2),
        [DelayKind.Expiry] = new(15, 2),
        [DelayKind.Pause] = new(5, 2),
        [DelayKind.PauseReminder] = new(2, 1),
        [DelayKind.CalledBack] = new(10, 2),
        [DelayKind.FirstContact] = new(5, 1),
        [DelayKind.FirstContactNudge] = new(1, 1),
        [DelayKind.FirstContactCall] = new(5, 1),
        [DelayKind.NewsNudge] = new(20, 5),
        [DelayKind.NewsCall] = new(30, 10),
        [DelayKind.OutcomeReminder] = new(5, 5),
        [DelayKind.OutcomeSettles] = new(10, 10),
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<DelayKind, Delay> set;

    private ClockDelays(FrozenDictionary<DelayKind, Delay> set) => this.set = set;

    /// <summary>Those of the workflow.</summary>
    public static ClockDelays Usual { get; } = new(FrozenDictionary<DelayKind, Delay>.Empty);

    /// <summary>Working days of a delay.</summary>
    public int Of(DelayKind kind, bool isUrgent) => isUrgent ? this[kind].Urgent : this[kind].Normal;

    /// <summary>A delay.</summary>
    public Delay this[DelayKind kind] => set.TryGetValue(kind, out var delay) ? delay : First[kind];

    /// <summary>The same with another delay.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.UnusableSetting"/> below 0 or above <see cref="Most"/>; only a first look may have none, and only the same day.</exception>
    public ClockDelays With(DelayKind kind, Delay delay)
    {
        if (!Accepts(kind, delay.Normal) || !Accepts(kind, delay.Urgent)) throw new DomainRuleException(RuleCode.UnusableSetting);
        var next = new Dictionary<DelayKind, Delay>(set) { [kind] = delay };
        if (delay == First[kind]) next.Remove(kind);
        return new ClockDelays(next.ToFrozenDictionary());
    }

    /// <summary>Whether a delay may have that many working days.</summary>
    public static bool Accepts(DelayKind kind, int workingDays) => workingDays <= Most && workingDays >= (kind == DelayKind.FirstLook ? 0 : 1);

    /// <summary>Pairs of delays of which the first must not be longer than the second; nothing breaks them.</summary>
    public IEnumerable<(DelayKind Sooner, DelayKind Later)> Disorders() =>
        Orders.Where(order => this[order.Sooner].Normal > this[order.Later].Normal || this[order.Sooner].Urgent > this[order.Later].Urgent);

    /// <summary>As stored: a line « Expiry=15,2 » for each delay that is not the usual one.</summary>
    public override string ToString() => string.Join('\n', set.OrderBy(pair => pair.Key).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value.Normal},{pair.Value.Urgent}")));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static ClockDelays Read(string stored) => stored.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', ',')).Aggregate(
        Usual,
        (delays, parts) => delays.With(Enum.Parse<DelayKind>(parts[0]), new Delay(int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture))));

    /// <inheritdoc />
    public bool Equals(ClockDelays? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ClockDelays);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static readonly (DelayKind Sooner, DelayKind Later)[] Orders =
    [
        (DelayKind.QuestionReminder, DelayKind.QuestionSecondReminder), (DelayKind.QuestionSecondReminder, DelayKind.EndNotice),
        (DelayKind.ConsentReminder, DelayKind.ConsentSecondReminder), (DelayKind.ConsentSecondReminder, DelayKind.ConsentCall), (DelayKind.ConsentCall, DelayKind.EndNotice),
        (DelayKind.EndNotice, DelayKind.EndOffer),
        (DelayKind.ActorReminder, DelayKind.ActorLastCall), (DelayKind.ActorCall, DelayKind.Expiry), (DelayKind.ActorLastCall, DelayKind.Expiry),
        (DelayKind.PauseReminder, DelayKind.Pause), (DelayKind.FirstContactNudge, DelayKind.FirstContactCall),
        (DelayKind.NewsNudge, DelayKind.NewsCall), (DelayKind.OutcomeReminder, DelayKind.OutcomeSettles),
    ];
}
