using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E6: an actor takes the request; who, how and when it calls.</summary>
public sealed class ReferralAcceptedMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { Status: ReferralStatus.Accepted } referral } facts) return null;
        var request = facts.Request;
        var how = request.ContactChannel switch
        {
            ContactChannels.Telephone => " par téléphone",
            ContactChannels.Courriel => " par e-mail",
            _ => "",
        };
        return mails.About(
            request, $"Votre demande {request.Reference}\u00A0: un interlocuteur s’en occupe", "Suivre ma demande",
            [$"{facts.ActorName} s’occupe de votre demande {request.Reference} et vous contacte{how}{mails.By(referral.FirstContactDueOn)}."],
            closing: ["Personne ne vous a contacté d’ici là\u00A0? Dites-le-nous depuis votre page de suivi."]);
    }
}
