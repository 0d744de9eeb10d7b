using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E1: the acknowledgement. Its link proves the address, without which no actor is told.</summary>
public sealed class RequestReceivedMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { } request) return null;
        string[] received =
        [
            $"Nous avons bien reçu votre demande. Sa référence est {request.Reference}.",
            request.Next,
        ];
        return request.IsAddressProven
            ? mails.About(request, $"Votre demande {request.Reference} est bien arrivée", "Suivre ma demande", received)
            : mails.About(
                request, $"Votre demande {request.Reference}\u00A0: confirmez votre adresse", "Confirmer mon adresse et suivre ma demande",
                received);
    }
}
