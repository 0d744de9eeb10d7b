using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Email.Messages;

/// <summary>Settings « Staff ».</summary>
public sealed class StaffOptions : ISettings<StaffOptions>
{
    /// <inheritdoc />
    public static string Section => "Staff";

    /// <summary>Mailbox told of urgent requests and of what needs staff; without it, every staff account is.</summary>
    public string? NotificationAddress { get; set; }

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrWhiteSpace(NotificationAddress) && !Mailboxes.IsOne(NotificationAddress))
            yield return "Set Staff__NotificationAddress to one e-mail address, for example equipe@plus.example.org, or remove it: every staff account is told then.";
    }
}
