using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Settings;
using PlusPortal.Web.Telephones;

namespace PlusPortal.Web.Features.Admin.Settings;

/// <summary>A form of a section.</summary>
public interface ISettingsForm
{
    /// <summary>Number of the last change of the section that the person saw; another one since is a conflict.</summary>
    int Seen { get; set; }
}

/// <summary>How to reach PLUS, as typed.</summary>
public sealed class ReachForm : ISettingsForm, IValidatableObject
{
    private const int PhoneLength = 40;
    private const int EmailLength = 254;

    /// <inheritdoc />
    public int Seen { get; set; }

    /// <summary>Telephone.</summary>
    [TypedLength(PhoneLength, ErrorMessage = Telephone.Unreadable)]
    public string? Phone { get; set; }

    /// <summary>E-mail address.</summary>
    [TypedLength(EmailLength)]
    [MailAddress]
    public string? Email { get; set; }

    /// <summary>The form of what is written.</summary>
    public static ReachForm From(PlusProfile profile, int seen) => new() { Seen = seen, Phone = Telephone.Shown(profile.Phone), Email = profile.Email };

    /// <summary>What a valid form makes of the profile. A telephone that the configuration gave, and that is none, stays while nobody touches it.</summary>
    public PlusProfile Applied(PlusProfile profile) => profile with { Phone = Typed.Line(Phone) == profile.Phone ? profile.Phone : Telephone.Stored(Typed.Line(Phone)), Email = Typed.Line(Email) };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Typed.Line(Phone) is { } phone && Telephone.Read(phone) is null) yield return new ValidationResult(Telephone.Unreadable, [nameof(Phone)]);
    }
}

/// <summary>Opening hours, as typed.</summary>
public sealed class HoursForm : ISettingsForm, IValidatableObject
{
    /// <inheritdoc />
    public int Seen { get; set; }

    /// <summary>The days of the week, from Monday.</summary>
    public List<DayHours> Days
    {
        get;

        // Seven fields are shown: fewer or more were not typed there.
        set => field = [.. OpeningHours.Weekdays.Select((_, index) => index < value?.Count ? value[index] : new DayHours())];
    } = [.. OpeningHours.Weekdays.Select(_ => new DayHours())];

    /// <summary>The form of what is written.</summary>
    public static HoursForm From(PlusProfile profile, int seen) =>
        new() { Seen = seen, Days = [.. OpeningHours.Weekdays.Select(day => new DayHours { Hours = TypedHours.Write(profile.Calendar.Hours.On(day)) })] };

    /// <summary>What a valid form makes of the profile.</summary>
    public PlusProfile Applied(PlusProfile profile) => profile with { Calendar = profile.Calendar with { Hours = OpeningHours.Of(Week()) } };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var problems = Days.Select((day, index) => (index, TypedHours.Read(day.Hours).Problem)).Where(found => found.Problem is not null).ToList();
        foreach (var (index, problem) in problems) yield return new ValidationResult(problem, [NameOf(index)]);
        if (problems.Count == 0 && OpeningHours.ProblemOf(Week()) == HoursProblem.NeverOpen)
            yield return new ValidationResult("Gardez au moins une demi-journée d’ouverture du lundi au vendredi\u00A0: les délais promis aux structures se comptent en jours d’ouverture.", [NameOf(0)]);
    }

    private static string NameOf(int index) => $"{nameof(Days)}[{index}].{nameof(DayHours.Hours)}";

    private Dictionary<DayOfWeek, IReadOnlyList<TimeRange>> Week() => OpeningHours.Weekdays.Zip(Days).ToDictionary(pair => pair.First, pair => TypedHours.Read(pair.Second.Hours).Ranges);
}

/// <summary>The hours of a day, as typed.</summary>
public sealed class DayHours
{
    /// <summary>One range, two, or nothing.</summary>
    [TypedLength(60)]
    public string? Hours { get; set; }
}

/// <summary>A closure to announce, as typed.</summary>
public sealed class ClosureForm : ISettingsForm
{
    /// <inheritdoc />
    public int Seen { get; set; }

    /// <summary>First day.</summary>
    public TypedDate From { get; set; } = new();

    /// <summary>Last day.</summary>
    public TypedDate To { get; set; } = new();

    /// <summary>Why.</summary>
    [TypedLength(Closure.LabelLength)]
    public string? Label { get; set; }

    /// <summary>What a form without problem announces.</summary>
    public Closure Read() => new(From.Read().Day!.Value, To.Read().Day!.Value, Typed.Line(Label)!);

    /// <summary>What is wrong, by field; the day decides what is past.</summary>
    public IEnumerable<(string Field, string Sentence)> Problems(PlusCalendar calendar, DateOnly today)
    {
        var (from, to) = (From.Read(), To.Read());
        if (from.Problem is not null || from.Day is null) yield return (nameof(From), from.Problem ?? "Indiquez le premier jour de la fermeture.");
        if (to.Problem is not null || to.Day is null) yield return (nameof(To), to.Problem ?? "Indiquez le dernier jour de la fermeture. Pour un seul jour, écrivez deux fois la même date.");
        if (Typed.Line(Label) is null) yield return (nameof(Label), "Indiquez le motif\u00A0: le public le lit, par exemple «\u00A0Fêtes de fin d’année\u00A0».");
        if (from.Day is { } first && to.Day is { } last)
        {
            switch (Closure.ProblemOf(first, last, today))
            {
                case ClosureProblem.EndsBeforeItBegins:
                    yield return (nameof(To), "Le dernier jour vient avant le premier. Vérifiez les deux dates.");
                    break;
                case ClosureProblem.InThePast:
                    yield return (nameof(From), "Ce jour est passé. Une fermeture commence aujourd’hui au plus tôt.");
                    break;
                case ClosureProblem.TooLong:
                    yield return (nameof(To), $"Une fermeture dure {Closure.MostDays}\u00A0jours au plus. Rapprochez les deux dates, ou annoncez plusieurs fermetures.");
                    break;
            }
        }

        if (from.Day is { } start && to.Day is { } end && calendar.Closures.FirstOrDefault(closure => closure.From == start && closure.To == end && closure.Label != Typed.Line(Label)) is { } same)
            yield return (nameof(From), $"Une fermeture est déjà annoncée à ces dates\u00A0: «\u00A0{same.Label}\u00A0». Pour changer le motif, retirez-la d’abord.");
        if (calendar.Closures.Count(closure => closure.To >= today) >= PlusProfile.MostClosures)
            yield return (nameof(Label), $"{PlusProfile.MostClosures}\u00A0fermetures sont déjà annoncées, c’est le plus que nous gardons. Retirez-en une d’abord.");
    }
}

/// <summary>A closure to take back.</summary>
public sealed class RemoveClosureForm
{
    /// <summary>The closure as it is stored.</summary>
    [TypedLength(Domain.Requests.Deadlines.Closure.LabelLength + 22)]
    public string? Closure { get; set; }
}

/// <summary>Who is told of what, as typed.</summary>
public sealed class NotificationsForm : ISettingsForm, IValidatableObject
{
    private const int AddressesLength = 7_000;
    private const string TooLong = "Cette liste est trop longue. Gardez vingt adresses au plus, une par ligne.";

    /// <inheritdoc />
    public int Seen { get; set; }

    /// <summary>Who is told of an urgent request: a code of <see cref="AudienceKind"/>.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Urgent { get; set; }

    /// <summary>Addresses for it, one a line.</summary>
    [TypedLength(AddressesLength, ErrorMessage = TooLong)]
    public string? UrgentAddresses { get; set; }

    /// <summary>Who is told when something else needs staff.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Attention { get; set; }

    /// <summary>Addresses for it, one a line.</summary>
    [TypedLength(AddressesLength, ErrorMessage = TooLong)]
    public string? AttentionAddresses { get; set; }

    /// <summary>Choices for an urgent request: somebody must be told.</summary>
    public static IReadOnlyList<Choice> UrgentChoices { get; } = [ChoiceOf(AudienceKind.EveryAccount), ChoiceOf(AudienceKind.Addresses)];

    /// <summary>Choices for the rest.</summary>
    public static IReadOnlyList<Choice> AttentionChoices { get; } = [.. UrgentChoices, ChoiceOf(AudienceKind.Nobody, "L’équipe voit ces demandes en ouvrant la liste.")];

    /// <summary>The form of what is written.</summary>
    public static NotificationsForm From(PlusProfile profile, int seen) => new()
    {
        Seen = seen,
        Urgent = profile.UrgentRequest.Kind.ToString(),
        UrgentAddresses = string.Join('\n', profile.UrgentRequest.Addresses),
        Attention = profile.StaffAttention.Kind.ToString(),
        AttentionAddresses = string.Join('\n', profile.StaffAttention.Addresses),
    };

    /// <summary>What a valid form makes of the profile.</summary>
    public PlusProfile Applied(PlusProfile profile) => profile with { UrgentRequest = Audience(Urgent, UrgentAddresses), StaffAttention = Audience(Attention, AttentionAddresses) };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [.. Problems(Urgent, UrgentChoices, UrgentAddresses, nameof(Urgent), nameof(UrgentAddresses)), .. Problems(Attention, AttentionChoices, AttentionAddresses, nameof(Attention), nameof(AttentionAddresses))];

    private static IEnumerable<ValidationResult> Problems(string? chosen, IReadOnlyList<Choice> choices, string? typed, string field, string listField)
    {
        if (!choices.Any(choice => choice.Value == chosen))
        {
            yield return new ValidationResult("Choisissez qui est prévenu.", [field]);
            yield break;
        }

        var addresses = Addresses(typed);
        if (chosen != nameof(AudienceKind.Addresses))
        {
            if (addresses.Count > 0)
                yield return new ValidationResult($"Ces adresses ne serviraient pas. Videz la liste, ou choisissez «\u00A0{SettingWords.Of(AudienceKind.Addresses)}\u00A0».", [listField]);
        }
        else if (addresses.Count == 0) yield return new ValidationResult("Indiquez au moins une adresse, ou choisissez les comptes de l’équipe.", [listField]);
        else if (addresses.Count > StaffAudience.MostAddresses) yield return new ValidationResult($"Vous avez indiqué {addresses.Count}\u00A0adresses, nous écrivons à {StaffAudience.MostAddresses} au plus. Retirez-en {addresses.Count - StaffAudience.MostAddresses}.", [listField]);
        else if (addresses.FirstOrDefault(address => !Mailboxes.IsOne(address) || address.Length > StaffAudience.AddressLength) is { } wrong)
            yield return new ValidationResult($"«\u00A0{wrong}\u00A0» n’est pas une adresse e-mail complète, comme prenom@exemple.fr. Corrigez-la, ou retirez-la.", [listField]);
    }

    private static StaffAudience Audience(string? chosen, string? typed) => Enum.Parse<AudienceKind>(chosen!) switch
    {
        AudienceKind.EveryAccount => StaffAudience.EveryAccount,
        AudienceKind.Nobody => StaffAudience.Nobody,
        AudienceKind.Addresses => StaffAudience.Of(Addresses(typed)),
    };

    private static List<string> Addresses(string? typed) =>
        [.. (Typed.Text(typed) ?? "").Split('\n', ',', ';').Select(Typed.Line).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    private static Choice ChoiceOf(AudienceKind kind, string? hint = null) => new(kind.ToString(), SettingWords.Of(kind), hint);
}
