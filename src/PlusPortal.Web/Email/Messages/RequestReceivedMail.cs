using PlusPortal.Domain.Requests;
using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E1: the acknowledgement. Its link proves the address, without which no actor is told.</summary>
public sealed class RequestReceivedMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { } request) return null;
        var next = request.Status == RequestStatus.Submitted ? mails.By(request.NextDueOn) : "";
        string[] received =
        [
            $"Nous avons bien reçu votre demande. Sa référence est {request.Reference}.",
            $"Une personne de l’équipe PLUS la lit{next}, puis cherche avec vous les bons interlocuteurs.",
        ];
        return request.IsAddressProven
            ? mails.About(request, $"Votre demande {request.Reference} est bien arrivée", "Suivre ma demande", received)
            : mails.About(
                request, $"Votre demande {request.Reference}\u00A0: confirmez votre adresse", "Confirmer mon adresse et suivre ma demande",
                [.. received, "Il reste une chose à faire\u00A0: ouvrez le lien ci-dessous et confirmez votre adresse. Aucun interlocuteur n’est contacté avant."]);
    }
}
