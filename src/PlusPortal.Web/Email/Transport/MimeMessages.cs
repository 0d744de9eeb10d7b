using MimeKit;

namespace PlusPortal.Web.Email.Transport;

/// <summary>Puts an outgoing message in its internet form. MimeKit encodes every header, so no text can add one.</summary>
public static class MimeMessages
{
    /// <summary>Header with the identifier of the outbox row.</summary>
    public const string OutboxHeader = "X-PLUS-Message";

    /// <summary>Builds the message.</summary>
    /// <exception cref="MailTransportException">A recipient is no usable address: permanent.</exception>
    public static MimeMessage Build(OutgoingMail mail, SmtpOptions options, DateTimeOffset now)
    {
        var sender = MailboxAddress.Parse(options.From ?? SmtpOptions.LocalAddress);
        sender.Name = "PLUS";
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = now,
            MessageId = $"{mail.MessageId:N}@{sender.Domain}",
            Body = new MultipartAlternative { Part("plain", mail.Text), Part("html", mail.Html) },
        };
        message.From.Add(sender);
        if (options.ReplyTo is not null) message.ReplyTo.Add(MailboxAddress.Parse(options.ReplyTo));
        foreach (var recipient in mail.Recipients) (mail.Copies.Contains(recipient) ? message.Cc : message.To).Add(Recipient(recipient));

        // Nobody's holiday message should answer a machine (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(OutboxHeader, mail.MessageId.ToString("N"));
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(System.Text.Encoding.UTF8, text);
        return part;
    }

    private static MailboxAddress Recipient(string address) =>
        !address.Any(char.IsControl) && MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address && address.Contains('@')
            ? mailbox
            : throw new MailTransportException("L’adresse enregistrée n’est pas utilisable.", isPermanent: true);
}
