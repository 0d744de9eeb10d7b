using System.Collections.Frozen;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;

namespace PlusPortal.Domain.Profile;

/// <summary>What PLUS decides about itself without a developer. Stored as text, never renamed.</summary>
public enum ProfileSetting
{
    /// <summary>Telephone.</summary>
    Phone,

    /// <summary>E-mail address that a person reads.</summary>
    Email,

    /// <summary>Opening hours.</summary>
    Hours,

    /// <summary>Closures.</summary>
    Closures,

    /// <summary>Who is told of an urgent request.</summary>
    UrgentRequest,

    /// <summary>Who is told when something else needs staff.</summary>
    StaffAttention,

    /// <summary>Delays of the workflow.</summary>
    Delays,

    /// <summary>Steps of the clock that are switched off.</summary>
    SwitchedOff,

    /// <summary>Reminders outside the clock that PLUS switched off.</summary>
    SwitchedOffRecurring,
}

/// <summary>How PLUS is reached, when it works, and who of it is told of what. A value: a change makes another one.</summary>
public sealed record PlusProfile
{
    /// <summary>Most closures that have not ended.</summary>
    public const int MostClosures = 30;

    /// <summary>Days for which an ended closure stays: a delay that went through it is still being counted.</summary>
    public const int DaysKept = 90;

    /// <summary>Telephone; null when there is none.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail address that a person reads; null when there is none.</summary>
    public string? Email { get; init; }

    /// <summary>When PLUS is open and when it is closed.</summary>
    public PlusCalendar Calendar { get; init; } = PlusCalendar.Usual;

    /// <summary>Who is told of an urgent request.</summary>
    public StaffAudience UrgentRequest { get; init; } = StaffAudience.EveryAccount;

    /// <summary>Who is told when something else needs staff.</summary>
    public StaffAudience StaffAttention { get; init; } = StaffAudience.EveryAccount;

    /// <summary>Steps of the clock that are switched off: they are skipped, and the page of the clock says so.</summary>
    public IReadOnlySet<ClockStep> SwitchedOff { get; init; } = FrozenSet<ClockStep>.Empty;

    /// <summary>Reminders outside the clock that are switched off: their jobs pass them over, and say so.</summary>
    public IReadOnlySet<RecurringReminder> SwitchedOffRecurring { get; init; } = FrozenSet<RecurringReminder>.Empty;

    /// <summary>Whether somebody who cannot use the portal can reach PLUS.</summary>
    public bool HasWayToPlus => Phone is not null || Email is not null;

    /// <summary>Who is told by a message to the team.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message is for somebody else.</exception>
    public StaffAudience AudienceOf(MailKind kind) => kind switch
    {
        MailKind.UrgentRequestForStaff => UrgentRequest,
        MailKind.StaffAttention or MailKind.StaffOverdue or MailKind.ActorWithoutPeople or MailKind.ActorSilent or MailKind.StaffWeek or MailKind.MailParked => StaffAttention,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a message to the team."),
    };

    /// <summary>A setting as stored; empty when there is none.</summary>
    public string ValueOf(ProfileSetting setting) => setting switch
    {
        ProfileSetting.Phone => Phone ?? "",
        ProfileSetting.Email => Email ?? "",
        ProfileSetting.Hours => Calendar.Hours.ToString(),
        ProfileSetting.Closures => string.Join('\n', Calendar.Closures),
        ProfileSetting.UrgentRequest => UrgentRequest.ToString(),
        ProfileSetting.StaffAttention => StaffAttention.ToString(),
        ProfileSetting.Delays => Calendar.Delays.ToString(),
        ProfileSetting.SwitchedOff => string.Join('\n', SwitchedOff.Order()),
        ProfileSetting.SwitchedOffRecurring => string.Join('\n', SwitchedOffRecurring.Order()),
    };

    /// <summary>The same with another value of a setting, as stored.</summary>
    public PlusProfile With(ProfileSetting setting, string stored) => setting switch
    {
        ProfileSetting.Phone => this with { Phone = stored.Length == 0 ? null : stored },
        ProfileSetting.Email => this with { Email = stored.Length == 0 ? null : stored },
        ProfileSetting.Hours => this with { Calendar = Calendar with { Hours = OpeningHours.Read(stored) } },
        ProfileSetting.Closures => this with { Calendar = Calendar with { Closures = stored.Length == 0 ? [] : [.. stored.Split('\n').Select(Closure.Read)] } },
        ProfileSetting.UrgentRequest => this with { UrgentRequest = StaffAudience.Read(stored) },
        ProfileSetting.StaffAttention => this with { StaffAttention = StaffAudience.Read(stored) },
        ProfileSetting.Delays => this with { Calendar = Calendar with { Delays = ClockDelays.Read(stored) } },
        ProfileSetting.SwitchedOff => this with { SwitchedOff = stored.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ClockStep>).ToFrozenSet() },
        ProfileSetting.SwitchedOffRecurring => this with { SwitchedOffRecurring = stored.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<RecurringReminder>).ToFrozenSet() },
    };

    /// <summary>The same with one more closure, in the order of the days; those that ended long ago go.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.UnusableSetting"/> when <see cref="Closure.ProblemOf"/> finds something, without a label, on the very days of another, or beyond <see cref="MostClosures"/>.</exception>
    public PlusProfile Closing(Closure closure, DateOnly today)
    {
        if (Closure.ProblemOf(closure.From, closure.To, today) is not null || closure.Label.Length is 0 or > Closure.LabelLength || closure.Label.Contains('\n')) throw new DomainRuleException(RuleCode.UnusableSetting);
        if (Calendar.Closures.Any(known => known.From == closure.From && known.To == closure.To && known.Label != closure.Label)) throw new DomainRuleException(RuleCode.UnusableSetting);
        if (Calendar.Closures.Count(known => known.To >= today) >= MostClosures) throw new DomainRuleException(RuleCode.UnusableSetting);
        return WithClosures(Calendar.Closures.Where(known => known != closure).Append(closure), today);
    }

    /// <summary>The same without a closure.</summary>
    public PlusProfile Opening(Closure closure, DateOnly today) => WithClosures(Calendar.Closures.Where(known => known != closure), today);

    /// <summary>The same with the entries of an account that has another address now.</summary>
    public PlusProfile TellingAt(string from, string to) => this with { UrgentRequest = UrgentRequest.Moved(from, to), StaffAttention = StaffAttention.Moved(from, to) };

    /// <summary>The same without the address of somebody who has no access any more. Who was told alone is followed by every account: somebody is always told.</summary>
    public PlusProfile WithoutTelling(string email) => this with { UrgentRequest = UrgentRequest.Without(email), StaffAttention = StaffAttention.Without(email) };

    /// <summary>What has to be written so that this profile becomes the next one: a change for each setting that differs.</summary>
    /// <param name="next">What is wanted.</param>
    /// <param name="lastNumber">Number of the last change; 0 when there is none.</param>
    /// <param name="authorId">Account of the author.</param>
    /// <param name="now">Current time.</param>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.LastWayToPlus"/> when nobody could reach PLUS any more; <see cref="RuleCode.UnusableSetting"/> when nobody would be told of an urgent request, a delay ends before one that comes first, or a text is too long.</exception>
    public IReadOnlyList<ProfileChange> ChangesTo(PlusProfile next, int lastNumber, Guid authorId, DateTimeOffset now)
    {
        if (HasWayToPlus && !next.HasWayToPlus) throw new DomainRuleException(RuleCode.LastWayToPlus);
        if (next.UrgentRequest.Kind == AudienceKind.Nobody || next.Calendar.Delays.Disorders().Any() || Enum.GetValues<ProfileSetting>().Any(setting => next.ValueOf(setting).Length > ProfileChange.ValueLength)) throw new DomainRuleException(RuleCode.UnusableSetting);
        return
        [
            .. Enum.GetValues<ProfileSetting>().Where(setting => ValueOf(setting) != next.ValueOf(setting))
                .Select((setting, index) => new ProfileChange(lastNumber + index + 1, setting, ValueOf(setting), next.ValueOf(setting), authorId, now)),
        ];
    }

    private PlusProfile WithClosures(IEnumerable<Closure> closures, DateOnly today) =>
        this with { Calendar = Calendar with { Closures = [.. closures.Where(known => known.To >= today.AddDays(-DaysKept)).OrderBy(known => known.From).ThenBy(known => known.To)] } };
}
