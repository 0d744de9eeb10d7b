namespace PlusPortal.Web.Email.Messages;

/// <summary>Settings « Staff ».</summary>
public sealed class StaffOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Staff";

    /// <summary>Mailbox told of urgent requests and of what needs staff; without it, every staff account is.</summary>
    public string? NotificationAddress { get; set; }
}
