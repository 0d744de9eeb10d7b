using PlusPortal.Domain.Requests;
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
            ReferralStatus.Declined => $"{facts.ActorName} ne peut pas prendre votre demande {request.Reference}.",
            ReferralStatus.Expired => $"{facts.ActorName} n’a pas répondu à temps à votre demande {request.Reference}.",
            ReferralStatus.Proposed or ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.Accepted
                or ReferralStatus.Cancelled or ReferralStatus.Completed => null,
        };
        if (what is null || Next(request) is not { } next) return null;
        return mails.About(request, $"Votre demande {request.Reference}\u00A0: la suite", "Suivre ma demande", [what, next]);
    }

    /// <summary>Null once the request is closed: the message of its end says it.</summary>
    private string? Next(RequestFacts request) => request.Status switch
    {
        RequestStatus.Oriented => "Un autre interlocuteur l’a reçue et doit encore répondre. Vous n’avez rien à faire.",
        RequestStatus.InProgress => "Un autre interlocuteur s’en occupe toujours. Vous n’avez rien à faire.",
        RequestStatus.AwaitingConsent when request.WaitsFor == WaitsFor.Structure => $"Un autre interlocuteur vous est proposé. Dites-nous s’il vous convient{mails.Before(request.NextDueOn)}.",
        RequestStatus.NeedsInformation => $"L’équipe PLUS a besoin d’une précision pour en chercher un autre. La question est sur votre page de suivi\u00A0: répondez-y{mails.Before(request.NextDueOn)}.",
        RequestStatus.Submitted or RequestStatus.InTriage or RequestStatus.AwaitingConsent => $"L’équipe PLUS cherche un autre interlocuteur et reprend votre demande{mails.By(request.NextDueOn)}. Vous n’avez rien à faire.",
        RequestStatus.Closed => null,
    };
}
