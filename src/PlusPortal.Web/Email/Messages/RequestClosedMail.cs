using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E10, E11: the request ended; one sentence, the rest on the page.</summary>
public sealed class RequestClosedMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { Status: RequestStatus.Closed } request) return null;
        if (request.ClosingReason == ClosingReasons.Indesirable) return null;

        return mails.About(
            request, $"Votre demande {request.Reference} est terminée", "Voir la fin de ma demande",
            [$"Votre demande {request.Reference} est arrivée à son terme.", request.Next]);
    }
}
