using MailKit.Security;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Email.Transport;

/// <summary>Settings « Smtp ».</summary>
public sealed class SmtpOptions : ISettings<SmtpOptions>
{
    /// <summary>Address used where no server is set, in Development.</summary>
    public const string LocalAddress = "portail@plus.example.org";

    /// <summary>Longest time-out, in seconds: a batch of messages that all time out must end within the lease of the outbox, else another node sends them too.</summary>
    public const int LongestTimeoutSeconds = 50;

    /// <inheritdoc />
    public static string Section => "Smtp";

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

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrWhiteSpace(Host) && Uri.CheckHostName(Host) == UriHostNameType.Unknown) yield return "Set Smtp__Host to the name of the mail server alone, for example smtp.example.org: the port is Smtp__Port.";
        if (Port is < 1 or > 65_535) yield return "Set Smtp__Port to a port, 1 to 65535, usually 587 or 465.";

        // The others of the library fall back to an open connection, on which a password and everybody's addresses would travel.
        if (Security is not (SecureSocketOptions.None or SecureSocketOptions.StartTls or SecureSocketOptions.SslOnConnect)) yield return "Set Smtp__Security to StartTls, SslOnConnect or None.";
        if (!string.IsNullOrEmpty(User) && Security == SecureSocketOptions.None) yield return "Smtp__User needs a secure connection: set Smtp__Security to StartTls or SslOnConnect.";
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password)) yield return "Set Smtp__User and Smtp__Password together, or neither.";
        if (!IsGiven(From, out var from) || !IsGiven(ReplyTo, out var replyTo) || (!string.IsNullOrWhiteSpace(Host) && !(from && replyTo)))
            yield return "Set Smtp__From to the address of the sender and Smtp__ReplyTo to a mailbox that people read.";
        if (TimeoutSeconds < 1 || TimeoutSeconds > LongestTimeoutSeconds) yield return $"Set Smtp__TimeoutSeconds to 1 to {LongestTimeoutSeconds} seconds.";
    }

    /// <summary>False when something is written that is no mailbox.</summary>
    private static bool IsGiven(string? mailbox, out bool isThere)
    {
        isThere = !string.IsNullOrWhiteSpace(mailbox);
        return !isThere || Mailboxes.IsOne(mailbox);
    }
}
