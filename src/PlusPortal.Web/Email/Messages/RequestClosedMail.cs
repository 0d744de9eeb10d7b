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
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { Status: RequestStatus.Closed } request) return null;
        if (request.ClosingReason == ClosingReasons.Indesirable) return null;

        // One link, to the page that has everything: what PLUS writes, what is left to do, and the three questions.
        var isFollower = request.FollowerId is not null;
        var end = await data.LastEventAsync(request.Id, [EventKind.Closed, EventKind.Withdrawn], ct);
        var isWithdrawn = end?.Kind == EventKind.Withdrawn;
        var isAsked = !isFollower && SatisfactionAnswer.IsAskedOf(request.Status, request.ClosingReason);
        string[] sentences =
        [
            (isWithdrawn, isFollower || end?.Through == Channel.FollowerPage) switch
            {
                (false, _) => $"Votre demande {request.Reference} est arrivée à son terme.",
                (true, false) => $"Votre demande {request.Reference} est retirée, à votre demande.",
                (true, true) => $"Votre demande {request.Reference} est retirée, à la demande d’une personne de votre structure.",
            },
            request.Next,
        ];
        if (request.ClosingReason == ClosingReasons.AucunActeur || await data.HasTextAsync(request.Id, NoteKind.ClosingMessage, ct)) sentences = [.. sentences, "L’équipe PLUS vous a écrit\u00A0: son message est sur votre page de suivi."];
        if (isAsked) sentences = [.. sentences, "Donnez-nous aussi votre avis sur votre page de suivi\u00A0: trois questions suffisent, que vous ayez été aidé(e) ou non."];
        if (Reopening.Until(request.ClosingReason, request.ClosedAt?.ParisDay, clock.TodayInParis) is { } until)
            sentences = [.. sentences, $"Vous voulez la rouvrir\u00A0? Répondez à ce message au plus tard le {until.InWords}. Ensuite, faites une nouvelle demande."];
        return mails.About(
            request, $"Votre demande {request.Reference} est {(isWithdrawn ? "retirée" : "terminée")}",
            isFollower ? "Voir la fin de la demande" : isAsked ? "Voir la fin de ma demande et donner mon avis" : "Voir la fin de ma demande", sentences);
    }
}
