using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Situations;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E10, E11: the request ended; one sentence, the rest on the page.</summary>
public sealed class RequestClosedMail(MailData data, StructureMails mails, TimeProvider clock) : IMailMessage
{
    private static readonly EventKind[] Ends = [EventKind.Closed, EventKind.Withdrawn];

    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { Status: RequestStatus.Closed } request) return null;
        if (request.ClosingReason == ClosingReasons.Indesirable) return null;

        var isWithdrawn = (await data.LastEventAsync(request.Id, Ends, ct))?.Kind == EventKind.Withdrawn;
        string[] sentences = [isWithdrawn ? $"Votre demande {request.Reference} est retirée." : $"Votre demande {request.Reference} est arrivée à son terme.", request.Next];
        var subject = $"Votre demande {request.Reference} est {(isWithdrawn ? "retirée" : "terminée")}";
        var isAsked = request.FollowerId is null && SatisfactionAnswer.IsAskedOf(request.Status, request.ClosingReason);
        var hasMessage = request.ClosingReason == ClosingReasons.AucunActeur || await data.HasTextAsync(request.Id, NoteKind.ClosingMessage, ct);
        if (isAsked && !hasMessage && request.ClosingReason is ClosingReasons.AideApportee or ClosingReasons.AccompagnementEngage or ClosingReasons.InformationSuffisante)
            return mails.AskingSatisfaction(request, subject, [.. sentences, "Trois questions suffisent pour nous dire ce qu’il en est, que vous ayez été aidé(e) ou non."]);

        // What PLUS writes, and what is left to do without a solution, stand on the tracking page.
        if (hasMessage) sentences = [.. sentences, "L’équipe PLUS vous a écrit\u00A0: son message est sur votre page de suivi."];
        if (isAsked) sentences = [.. sentences, "Donnez votre avis sur votre page de suivi\u00A0: trois questions suffisent."];
        if (Reopening.Until(request.ClosingReason, request.ClosedAt?.ParisDay, clock.TodayInParis) is { } until)
            sentences = [.. sentences, $"Vous voulez la rouvrir\u00A0? Répondez à ce message au plus tard le {until.InWords}. Ensuite, faites une nouvelle demande."];
        return mails.About(request, subject, request.FollowerId is null ? "Voir la fin de ma demande" : "Voir la fin de la demande", sentences);
    }
}
