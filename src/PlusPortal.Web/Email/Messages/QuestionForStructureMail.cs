using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E3: PLUS, or an actor, needs one more piece. The question itself is on the page.</summary>
public sealed class QuestionForStructureMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { } request) return null;
        var isAskedByPlus = request.Status == RequestStatus.NeedsInformation;
        var asking = isAskedByPlus ? null : (await data.CurrentReferralsAsync(request, ct)).FirstOrDefault(actor => actor.Status == ReferralStatus.InformationRequested);
        if (!isAskedByPlus && asking is null) return null;

        var who = asking is null ? "L’équipe PLUS a besoin d’une précision" : $"{asking.Name} a besoin d’une précision";
        return mails.About(
            request, $"Votre demande {request.Reference}\u00A0: une précision est attendue", "Lire la question et répondre",
            [$"{who} pour avancer sur votre demande {request.Reference}.", $"La question est sur votre page de suivi\u00A0: quelques mots suffisent. {request.Next}"]);
    }
}
