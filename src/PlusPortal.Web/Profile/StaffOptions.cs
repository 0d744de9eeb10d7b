using PlusPortal.Domain.Profile;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Profile;

/// <summary>Settings « Staff ».</summary>
public sealed class StaffOptions : ISettings<StaffOptions>
{
    /// <inheritdoc />
    public static string Section => "Staff";

    /// <summary>Mailbox told of urgent requests and of what needs staff until the page of settings names others; without it, every staff account is.</summary>
    public string? NotificationAddress { get; set; }

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrWhiteSpace(NotificationAddress) && (!Mailboxes.IsOne(NotificationAddress) || NotificationAddress.Length > StaffAudience.AddressLength))
            yield return "Set Staff__NotificationAddress to one e-mail address, for example equipe@plus.example.org, or remove it: every staff account is told then.";
    }
}
