using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E6: an actor takes the request; who, how and when it calls.</summary>
public sealed class ReferralAcceptedMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral.Status: ReferralStatus.Accepted } facts) return null;
        var request = facts.Request;
        return mails.About(
            request, $"Votre demande {request.Reference}\u00A0: un interlocuteur s’en occupe", "Suivre ma demande",
            [$"{facts.ActorName} a accepté votre demande {request.Reference}.", request.Next],
            closing: ["Personne ne vous a contacté d’ici là\u00A0? Dites-le-nous depuis votre page de suivi."]);
    }
}
