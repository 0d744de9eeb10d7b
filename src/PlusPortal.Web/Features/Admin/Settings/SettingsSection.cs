using PlusPortal.Domain.Profile;
using PlusPortal.Web.Addresses;

namespace PlusPortal.Web.Features.Admin.Settings;

/// <summary>Settings that one form shows and one person changes at a time.</summary>
/// <param name="Title">Heading of its page.</param>
/// <param name="Address">Its page.</param>
/// <param name="Change">Words of the link to it.</param>
/// <param name="Done">What the overview says afterwards.</param>
/// <param name="Settings">The settings.</param>
public sealed record SettingsSection(string Title, string Address, string Change, string Done, IReadOnlyList<ProfileSetting> Settings)
{
    /// <summary>Telephone and e-mail address.</summary>
    public static SettingsSection Reach { get; } = new(
        "Joindre PLUS", AdminAddress.ReachSettings, "Modifier le téléphone ou l’adresse e-mail", "Les moyens de joindre PLUS sont enregistrés.", [ProfileSetting.Phone, ProfileSetting.Email]);

    /// <summary>Opening hours.</summary>
    public static SettingsSection Hours { get; } = new("Horaires d’ouverture", AdminAddress.HoursSettings, "Modifier les horaires", "Les horaires sont enregistrés.", [ProfileSetting.Hours]);

    /// <summary>Closures.</summary>
    public static SettingsSection Closures { get; } = new(
        "Fermetures", AdminAddress.ClosureSettings, "Ajouter ou retirer une fermeture", "Les fermetures sont enregistrées. Les délais des prochaines demandes en tiennent compte.", [ProfileSetting.Closures]);

    /// <summary>Who is told of what.</summary>
    public static SettingsSection Notifications { get; } = new(
        "Notifications de l’équipe", AdminAddress.NotificationSettings, "Modifier qui est prévenu", "Les notifications sont enregistrées.", [ProfileSetting.UrgentRequest, ProfileSetting.StaffAttention]);

    /// <summary>Delays.</summary>
    public static SettingsSection Delays { get; } = new(
        "Délais", AdminAddress.DelaySettings, "Modifier les délais", "Les délais sont enregistrés. Les dates déjà annoncées ne changent pas.", [ProfileSetting.Delays]);

    /// <summary>Which reminders leave.</summary>
    public static SettingsSection Reminders { get; } = new("Relances", AdminAddress.ReminderSettings, "Choisir les relances", "Le choix des relances est enregistré.", [ProfileSetting.SwitchedOff, ProfileSetting.SwitchedOffRecurring]);

    /// <summary>All of them, in the order of the overview.</summary>
    public static IReadOnlyList<SettingsSection> All { get; } = [Reach, Hours, Closures, Notifications, Delays, Reminders];
}
