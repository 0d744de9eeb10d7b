using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>The timeline in plain French for the structure: what concerns it, without names of staff, codes nor internal texts.</summary>
public static class TrackingSentences
{
    /// <summary>Lines of a request, the latest first.</summary>
    public static IReadOnlyList<TimelineLine> Of(OrientationRequest request, IReadOnlyDictionary<Guid, string> names)
    {
        var lines = new List<TimelineLine>();
        foreach (var entry in request.Timeline.OrderByDescending(entry => entry.Number))
        {
            var actor = entry.ReferralId is { } id ? names.GetValueOrDefault(id) : null;
            if (entry.ReferralId is not null && actor is null) continue;
            if (Sentence(entry, actor ?? "") is { } sentence) lines.Add(new TimelineLine(entry.At, sentence, TextOf(request, entry)));
        }

        return lines;
    }

    /// <summary>Null for what happens inside PLUS.</summary>
    private static string? Sentence(TimelineEvent entry, string actor) => entry.Kind switch
    {
        EventKind.Submitted => entry.AuthorKind == AuthorKind.Structure ? "Vous avez envoyé votre demande." : "L’équipe PLUS a enregistré votre demande.",
        EventKind.AddressProven => "Vous avez confirmé votre adresse e-mail.",
        EventKind.AddressVouchedFor => "L’équipe PLUS vous a parlé et a confirmé votre adresse.",
        EventKind.TakenInCharge => "L’équipe PLUS a pris votre demande en charge.",
        EventKind.Corrected => "L’équipe PLUS a précisé votre demande. Votre déclaration est conservée à côté.",
        EventKind.QuestionAsked => "L’équipe PLUS vous a posé une question.",
        EventKind.QuestionAnswered => entry.AuthorKind == AuthorKind.Structure ? "Vous avez répondu à l’équipe PLUS." : "L’équipe PLUS a noté votre réponse.",
        EventKind.QuestionDropped => "L’équipe PLUS a repris l’étude de votre demande.",
        EventKind.ConsentAsked => $"PLUS vous a proposé {actor}.",
        EventKind.ConsentGiven => $"Votre accord pour {actor} est enregistré.",
        EventKind.ReferralSent => $"Votre demande a été transmise à {actor}.",
        EventKind.ReferralInformationRequested => $"{actor} vous a posé une question.",
        EventKind.ReferralInformationGiven => entry.AuthorKind == AuthorKind.Structure ? $"Vous avez répondu à {actor}." : $"PLUS a répondu à {actor}.",
        EventKind.ReferralAccepted => $"{actor} a accepté votre demande et a reçu vos coordonnées.",
        EventKind.ReferralDeclined => $"{actor} n’a pas pu prendre votre demande. {AnswerSentences.OfDecline(entry.ReasonCode)}",
        EventKind.ReferralHandedBack => $"{actor} ne peut pas continuer avec vous. {AnswerSentences.OfDecline(entry.ReasonCode)}",
        EventKind.ReferralExpired => $"{actor} n’a pas répondu à temps.",
        EventKind.ReferralCancelled => entry.AuthorKind == AuthorKind.Structure ? $"Vous avez écarté {actor}." : $"{actor} a été retiré de votre demande.",
        EventKind.ReferralCompleted => $"{actor} a terminé son suivi.",
        EventKind.ReferralCorrected => $"La réponse de {actor} a été corrigée.",
        EventKind.NotCalledBack => "Vous nous avez dit n’avoir reçu aucun appel.",
        EventKind.Withdrawn => "Vous avez retiré votre demande.",
        EventKind.Closed => "Votre demande est terminée.",
        EventKind.Reopened => "L’équipe PLUS a rouvert votre demande.",
        EventKind.Assigned or EventKind.Released or EventKind.Matched or EventKind.SummaryWritten or EventKind.ReferralProposed or EventKind.NoteAdded => null,
    };

    /// <summary>The text exchanged in that event, when its kind is meant for the structure.</summary>
    private static string? TextOf(OrientationRequest request, TimelineEvent entry)
    {
        NoteKind? kind = entry.Kind switch
        {
            EventKind.QuestionAsked => NoteKind.QuestionToStructure,
            EventKind.QuestionAnswered => NoteKind.AnswerFromStructure,
            EventKind.ReferralInformationRequested => NoteKind.QuestionFromPartner,
            EventKind.ReferralInformationGiven => NoteKind.AnswerToPartner,
            EventKind.NotCalledBack or EventKind.Withdrawn => NoteKind.MessageFromStructure,
            EventKind.Closed => NoteKind.ClosingMessage,
            EventKind.Submitted or EventKind.AddressProven or EventKind.AddressVouchedFor or EventKind.TakenInCharge or EventKind.Assigned
                or EventKind.Released or EventKind.Corrected or EventKind.Matched or EventKind.SummaryWritten or EventKind.QuestionDropped
                or EventKind.ReferralProposed or EventKind.ConsentAsked or EventKind.ConsentGiven or EventKind.ReferralSent or EventKind.ReferralAccepted
                or EventKind.ReferralDeclined or EventKind.ReferralHandedBack or EventKind.ReferralExpired or EventKind.ReferralCancelled
                or EventKind.ReferralCompleted or EventKind.ReferralCorrected or EventKind.NoteAdded or EventKind.Reopened => null,
        };
        return kind is null ? null : request.Notes.FirstOrDefault(note => note.Kind == kind && note.At == entry.At && note.ReferralId == entry.ReferralId)?.Text;
    }
}
