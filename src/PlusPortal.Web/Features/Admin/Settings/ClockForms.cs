using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels.Clock;

namespace PlusPortal.Web.Features.Admin.Settings;

/// <summary>The delays of the workflow, as typed.</summary>
public sealed class DelaysForm : ISettingsForm, IValidatableObject
{
    /// <summary>The field that bears what no other one does.</summary>
    public const string FirstField = $"{nameof(Delays)}[0].{nameof(TypedDelay.Normal)}";

    /// <summary>The delays, in the order of the form.</summary>
    public static IReadOnlyList<DelayKind> Kinds { get; } = Enum.GetValues<DelayKind>();

    /// <inheritdoc />
    public int Seen { get; set; }

    /// <summary>One for each kind.</summary>
    public List<TypedDelay> Delays
    {
        get;

        // As many fields as kinds are shown: fewer or more were not typed there.
        set => field = [.. Kinds.Select((_, index) => index < value?.Count ? value[index] : new TypedDelay())];
    } = [.. Kinds.Select(_ => new TypedDelay())];

    /// <summary>The form of what is written.</summary>
    public static DelaysForm From(PlusProfile profile, int seen) =>
        new() { Seen = seen, Delays = [.. Kinds.Select(kind => new TypedDelay { Normal = Text(profile.Calendar.Delays[kind].Normal), Urgent = Text(profile.Calendar.Delays[kind].Urgent) })] };

    /// <summary>What a valid form makes of the profile.</summary>
    public PlusProfile Applied(PlusProfile profile) => profile with { Calendar = profile.Calendar with { Delays = Read() } };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var problems = Kinds.SelectMany((kind, index) => new[] { Problem(kind, Delays[index].Normal, NameOf(index, nameof(TypedDelay.Normal))), Problem(kind, Delays[index].Urgent, NameOf(index, nameof(TypedDelay.Urgent))) }).OfType<ValidationResult>().ToList();
        if (problems.Count > 0) return problems;
        var delays = Read();
        return delays.Disorders().Select(order =>
        {
            var (sooner, later) = (delays[order.Sooner], delays[order.Later]);
            var field = sooner.Normal > later.Normal ? nameof(TypedDelay.Normal) : nameof(TypedDelay.Urgent);
            return new ValidationResult($"Ce délai ne peut pas être plus court que «\u00A0{ClockWords.Of(order.Sooner)}\u00A0». Allongez-le, ou raccourcissez l’autre.", [NameOf(IndexOf(order.Later), field)]);
        }).ToList();
    }

    private ClockDelays Read() => Kinds.Select((kind, index) => (kind, Delays[index])).Aggregate(ClockDelays.Usual, (delays, typed) => delays.With(typed.kind, new Delay(NumberOf(typed.Item2.Normal)!.Value, NumberOf(typed.Item2.Urgent)!.Value)));

    private static ValidationResult? Problem(DelayKind kind, string? typed, string field) => NumberOf(typed) is { } days && ClockDelays.Accepts(kind, days)
        ? null
        : new ValidationResult($"Écrivez un nombre entier de jours ouvrés, de {(kind == DelayKind.FirstLook ? "0 (le jour même)" : "1")} à {ClockDelays.Most}.", [field]);

    private static int? NumberOf(string? typed) => int.TryParse(Typed.Line(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int IndexOf(DelayKind kind) => Kinds.TakeWhile(known => known != kind).Count();

    private static string NameOf(int index, string field) => $"{nameof(Delays)}[{index}].{field}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A delay, as typed.</summary>
public sealed class TypedDelay
{
    private const int Length = 10;

    /// <summary>Working days of a normal request.</summary>
    [TypedLength(Length)]
    public string? Normal { get; set; }

    /// <summary>Working days of an urgent one.</summary>
    [TypedLength(Length)]
    public string? Urgent { get; set; }
}

/// <summary>Which reminders leave, as chosen. What changes the state of a request is not among them.</summary>
public sealed class RemindersForm : ISettingsForm
{
    private static readonly RecurringReminder[] Recurring = Enum.GetValues<RecurringReminder>();

    /// <summary>One for each step that PLUS may switch off, then one for each reminder outside the clock.</summary>
    public static IReadOnlyList<Choice> Choices { get; } =
    [
        .. ClockTable.Switchable.Select(step => new Choice(step.ToString(), ClockWords.Of(step))),
        .. Recurring.Select(reminder => new Choice(reminder.ToString(), ClockWords.Of(reminder))),
    ];

    /// <inheritdoc />
    public int Seen { get; set; }

    /// <summary>Names of the steps that leave.</summary>
    public List<string> Kept { get; set; } = [];

    /// <summary>The form of what is written.</summary>
    public static RemindersForm From(PlusProfile profile, int seen) => new()
    {
        Seen = seen,
        Kept =
        [
            .. ClockTable.Switchable.Where(step => !profile.SwitchedOff.Contains(step)).Select(step => step.ToString()),
            .. Recurring.Where(reminder => !profile.SwitchedOffRecurring.Contains(reminder)).Select(reminder => reminder.ToString()),
        ],
    };

    /// <summary>What the form makes of the profile.</summary>
    public PlusProfile Applied(PlusProfile profile) => profile with
    {
        SwitchedOff = ClockTable.Switchable.Where(step => !Kept.Contains(step.ToString())).ToHashSet(),
        SwitchedOffRecurring = Recurring.Where(reminder => !Kept.Contains(reminder.ToString())).ToHashSet(),
    };
}
