using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E10, E11: the request ended; one sentence, the rest on the page.</summary>
public sealed class RequestClosedMail(MailData data, StructureMails mails) : IMailMessage
{
    private const string Again = "Votre situation change\u00A0? Depuis cette page, vous pouvez faire une nouvelle demande.";

    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { Status: RequestStatus.Closed } request) return null;
        if (request.ClosingReason == ClosingReasons.Indesirable) return null;

        string[] sentences = [$"Votre demande {request.Reference} est arrivée à son terme.", request.Next];
        var subject = $"Votre demande {request.Reference} est terminée";
        if (!SatisfactionAnswer.IsAskedOf(request.Status, request.ClosingReason)) return mails.About(request, subject, "Voir la fin de ma demande", sentences);
        return mails.AskingSatisfaction(request, subject, [.. sentences, "Deux questions suffisent pour nous dire ce qu’il en est, que vous ayez été aidé(e) ou non."]);
    }
}
