using PlusPortal.Data;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Email.Messages.Retention;

/// <summary>E12: nothing has happened for long; what to do when the structure still waits, and when it does not. Nothing once the request is closed.</summary>
public sealed class DormantRequestMail(PortalDb db, MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { Status: not RequestStatus.Closed } request) return null;
        var terms = await db.RetentionTermsAsync(ct);
        return mails.About(
            request, $"Votre demande {request.Reference}\u00A0: sans nouvelle de vous", "Revoir ma demande",
            [
                $"Il ne s’est rien passé sur votre demande {request.Reference} depuis {terms.DormantMonths} mois, et nous sommes sans nouvelle de vous.",
                "Vous avez encore besoin d’aide\u00A0? Répondez à ce message ou appelez-nous\u00A0: nous reprenons votre demande.",
                "Vous n’en avez plus besoin\u00A0? Retirez-la depuis votre page de suivi, ou ne faites rien\u00A0: l’équipe PLUS la terminera.",
            ],
            closing: [$"{terms.ClosedRequestMonths} mois après la fin d’une demande, nous effaçons ce qui vous nomme et ce que vous avez écrit."]);
    }
}
