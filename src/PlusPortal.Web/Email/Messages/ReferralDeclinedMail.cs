using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E7: an actor declined, handed back or stayed silent; what happens now. Its reason code is for PLUS only.</summary>
public sealed class ReferralDeclinedMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { } facts) return null;
        var request = facts.Request;
        var what = facts.Referral.Status switch
        {
            ReferralStatus.Declined => facts.Referral.PreviousStatus == ReferralStatus.Accepted
                ? $"{facts.ActorName} ne peut finalement pas suivre votre demande {request.Reference}."
                : $"{facts.ActorName} ne peut pas prendre votre demande {request.Reference}.",
            ReferralStatus.Expired => $"{facts.ActorName} n’a pas répondu à temps à votre demande {request.Reference}.",
            ReferralStatus.Proposed or ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.DateOffered or ReferralStatus.Accepted
                or ReferralStatus.Cancelled or ReferralStatus.Completed => null,
        };
        if (what is null || request.Status == RequestStatus.Closed) return null;
        return mails.About(request, $"Votre demande {request.Reference}\u00A0: la suite", "Suivre ma demande", StructureMails.Told(facts, what));
    }
}
