using MailKit.Security;

namespace PlusPortal.Web.Email.Transport;

/// <summary>Settings « Smtp ».</summary>
public sealed class SmtpOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Smtp";

    /// <summary>Address used where no server is set, in Development.</summary>
    public const string LocalAddress = "portail@plus.example.org";

    /// <summary>Mail server; none in Development means that messages are written to files.</summary>
    public string? Host { get; set; }

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>None, StartTls or SslOnConnect.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;

    /// <summary>Account on the server; none when it needs none.</summary>
    public string? User { get; set; }

    /// <summary>Its password.</summary>
    public string? Password { get; set; }

    /// <summary>Address of the sender.</summary>
    public string? From { get; set; }

    /// <summary>Mailbox that people read; answers go there.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Seconds after which one message is given up until its next attempt.</summary>
    public int TimeoutSeconds { get; set; } = 30;
}
