using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Clock;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Telephones;

namespace PlusPortal.Web.Features.Admin.Settings;

/// <summary>Settings and their values in French.</summary>
public static class SettingWords
{
    /// <summary>Name of a setting.</summary>
    public static string Of(ProfileSetting setting) => setting switch
    {
        ProfileSetting.Phone => "Téléphone",
        ProfileSetting.Email => "Adresse e-mail",
        ProfileSetting.Hours => "Horaires",
        ProfileSetting.Closures => "Fermetures",
        ProfileSetting.UrgentRequest => "Demande urgente",
        ProfileSetting.StaffAttention => "Autre message à l’équipe",
        ProfileSetting.Delays => "Délais",
        ProfileSetting.SwitchedOff => "Relances arrêtées",
        ProfileSetting.SwitchedOffRecurring => "Rappels périodiques arrêtés",
    };

    /// <summary>A value, a line for each part; never empty.</summary>
    public static IReadOnlyList<string> LinesOf(PlusProfile profile, ProfileSetting setting) => setting switch
    {
        ProfileSetting.Phone => [Telephone.Shown(profile.Phone) ?? "Aucun"],
        ProfileSetting.Email => [profile.Email ?? "Aucune"],
        ProfileSetting.Hours => [OpeningWords.Of(profile.Calendar.Hours).Capitalised],
        ProfileSetting.Closures when profile.Calendar.Closures.Count == 0 => ["Aucune"],
        ProfileSetting.Closures => [.. profile.Calendar.Closures.Select(Of)],
        ProfileSetting.UrgentRequest => LinesOf(profile.UrgentRequest),
        ProfileSetting.StaffAttention => LinesOf(profile.StaffAttention),
        ProfileSetting.Delays => ClockWords.ChangedDelaysOf(profile.Calendar.Delays),
        ProfileSetting.SwitchedOff => profile.SwitchedOff.Count == 0 ? ["Aucune"] : [.. profile.SwitchedOff.Order().Select(ClockWords.Of)],
        ProfileSetting.SwitchedOffRecurring => profile.SwitchedOffRecurring.Count == 0 ? ["Aucun"] : [.. profile.SwitchedOffRecurring.Order().Select(ClockWords.Of)],
    };

    /// <summary>The closures that have not ended.</summary>
    public static IReadOnlyList<string> UpcomingOf(PlusProfile profile, DateOnly today) =>
        profile.Calendar.Closures.Where(closure => closure.To >= today).Select(Of).ToList() is { Count: > 0 } lines ? lines : ["Aucune"];

    /// <summary>A value as it is stored, for the history.</summary>
    public static IReadOnlyList<string> LinesOf(ProfileSetting setting, string stored) => LinesOf(new PlusProfile().With(setting, stored), setting);

    /// <summary>« Du jeudi 24 décembre 2026 au samedi 2 janvier 2027 : Fêtes de fin d’année ».</summary>
    public static string Of(Closure closure) => $"{OpeningWords.DaysOf(closure).Capitalised}\u00A0: {closure.Label}";

    /// <summary>A choice of who is told.</summary>
    public static string Of(AudienceKind kind) => kind switch
    {
        AudienceKind.EveryAccount => "Tous les comptes de l’équipe",
        AudienceKind.Addresses => "Ces adresses seulement",
        AudienceKind.Nobody => "Personne",
    };

    private static IReadOnlyList<string> LinesOf(StaffAudience audience) => audience.Kind == AudienceKind.Addresses ? audience.Addresses : [Of(audience.Kind)];
}
