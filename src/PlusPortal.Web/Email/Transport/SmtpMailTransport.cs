using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace PlusPortal.Web.Email.Transport;

/// <summary>Hands messages to the configured mail server, one connection a message: volumes are small, and a broken connection then costs one message only.</summary>
public sealed class SmtpMailTransport(IOptions<SmtpOptions> options, TimeProvider clock) : IMailTransport
{
    private readonly SmtpOptions settings = options.Value;

    /// <inheritdoc />
    public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        var message = MimeMessages.Build(mail, settings, clock.GetUtcNow());
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            await SendAsync(message, timeout.Token);
        }
        catch (Exception slow) when (slow is OperationCanceledException or TimeoutException && !ct.IsCancellationRequested)
        {
            // Ours and that of the library end at the same moment: whichever comes first says the same.
            throw new MailTransportException($"Le serveur de messagerie ne répond pas (délai de {settings.TimeoutSeconds} s dépassé).", isPermanent: false, slow);
        }
        catch (Exception failure) when (Explain(failure) is { } explanation)
        {
            throw new MailTransportException(explanation, IsPermanent(failure), failure);
        }
    }

    private async Task SendAsync(MimeMessage message, CancellationToken ct)
    {
        using var client = new TolerantClient { Timeout = settings.TimeoutSeconds * 1_000 };
        await client.ConnectAsync(settings.Host!, settings.Port, settings.Security, ct);
        if (!string.IsNullOrEmpty(settings.User)) await client.AuthenticateAsync(settings.User, settings.Password ?? "", ct);
        await client.SendAsync(message, ct);
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception failure) when (Explain(failure) is not null || failure is OperationCanceledException or TimeoutException)
        {
            // The server has taken the message: a failed goodbye must not send it a second time.
        }
    }

    /// <summary>Words for staff, without any address; the texts of these exceptions may quote one.</summary>
    private static string? Explain(Exception failure) => failure switch
    {
        SmtpCommandException refusal => $"Le serveur de messagerie refuse {Refused(refusal.ErrorCode)} (code {(int)refusal.StatusCode}).",
        AuthenticationException => "Le serveur de messagerie refuse le compte du portail (Smtp__User, Smtp__Password).",
        SslHandshakeException => "La connexion sécurisée avec le serveur de messagerie échoue (Smtp__Security, certificat).",
        SmtpProtocolException => "Le serveur de messagerie a interrompu l’échange.",
        SocketException unreachable => $"Le serveur de messagerie ne répond pas ({unreachable.SocketErrorCode}).",
        IOException => "La connexion avec le serveur de messagerie s’est interrompue.",
        NotSupportedException => "Le serveur de messagerie ne propose pas ce que demandent Smtp__Security ou Smtp__User.",
        _ => null,
    };

    private static string Refused(SmtpErrorCode code) => code switch
    {
        SmtpErrorCode.MessageNotAccepted => "le message",
        SmtpErrorCode.SenderNotAccepted => "l’adresse d’envoi",
        SmtpErrorCode.RecipientNotAccepted => "l’adresse du destinataire",
        SmtpErrorCode.UnexpectedStatusCode => "la connexion",
    };

    private static bool IsPermanent(Exception failure) => failure is SmtpCommandException
    {
        ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted,
        StatusCode: >= (SmtpStatusCode)500,
    };

    /// <summary>Colleagues share one message: one address refused for good must not keep it from the others. Refused for now, everybody waits.</summary>
    private sealed class TolerantClient : SmtpClient
    {
        protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            if (message.To.Count + message.Cc.Count == 1 || response.StatusCode < (SmtpStatusCode)500) base.OnRecipientNotAccepted(message, mailbox, response);
        }

        protected override void OnNoRecipientsAccepted(MimeMessage message) =>
            throw new SmtpCommandException(SmtpErrorCode.RecipientNotAccepted, SmtpStatusCode.MailboxUnavailable, "Every recipient was refused.");
    }
}
