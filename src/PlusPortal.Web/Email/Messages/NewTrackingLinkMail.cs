using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E13: a new tracking link, always to the recorded address.</summary>
public sealed class NewTrackingLinkMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { } request) return null;
        if (request.FollowerId is not null)
        {
            return mails.About(
                request, $"Demande {request.Reference}\u00A0: votre lien de suivi", "Suivre la demande",
                [$"Voici votre lien pour suivre la demande {request.Reference}. Si vous en aviez déjà un, il cesse de fonctionner, au plus tard dans {LinkIssuer.GraceDays} jours."],
                closing: ["Vous n’attendiez pas ce message\u00A0? Ignorez-le\u00A0: il n’a été envoyé qu’à vous."]);
        }

        if (await data.LastEventAsync(subjectId, [EventKind.AddressChanged], ct) is not null && data.EventNumber is not null)
        {
            return mails.About(
                request, $"Votre demande {request.Reference}\u00A0: votre nouvelle adresse est confirmée", "Suivre ma demande",
                [$"Nos messages sur votre demande {request.Reference} arrivent maintenant à cette adresse. Les liens envoyés à l’ancienne ne fonctionnent plus."]);
        }

        return mails.About(
            request, $"Votre demande {request.Reference}\u00A0: votre nouveau lien", "Suivre ma demande",
            [$"Voici un nouveau lien vers votre demande {request.Reference}. Les précédents cessent de fonctionner, au plus tard dans {LinkIssuer.GraceDays} jours."],
            closing: ["Vous n’avez rien demandé\u00A0? Ignorez ce message\u00A0: il n’a été envoyé qu’à vous."]);
    }
}
