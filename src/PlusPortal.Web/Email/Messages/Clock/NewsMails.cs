using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Situations;

namespace PlusPortal.Web.Email.Messages.Clock;

/// <summary>E8: was the structure called back? Nothing once somebody told of a contact.</summary>
public sealed class CalledBackMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { Status: RequestStatus.Oriented or RequestStatus.InProgress } request) return null;
        var silent = (await data.CurrentReferralsAsync(request, ct)).Where(actor => actor is { FirstContactOn: null, Status: ReferralStatus.Sent or ReferralStatus.Accepted }).ToList();
        if (silent.Count == 0) return null;
        var names = silent.ConvertAll(actor => actor.Name).Enumerated;
        return mails.About(
            request, $"Votre demande {request.Reference}\u00A0: {(request.ContactChannel == ContactChannels.Courriel ? "vous a-t-on écrit" : "avez-vous été rappelé(e)")}\u00A0?", "Répondre oui ou non",
            [$"Nous avons transmis votre demande {request.Reference} à {names}. Avez-vous eu un premier contact\u00A0?", "Répondez d’un clic sur votre page de suivi. Si c’est non, l’équipe PLUS s’en occupe.", request.NextBesideAsking]);
    }
}

/// <summary>E9: nothing new for some time; what PLUS does, and until when.</summary>
public sealed class StillSearchingMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { Status: not RequestStatus.Closed, WaitsFor: not WaitsFor.Structure } request) return null;
        var what = request.Status == RequestStatus.Oriented
            ? $"Votre demande {request.Reference} attend toujours la réponse d’un interlocuteur. Nous le relançons."
            : $"Nous cherchons toujours un interlocuteur pour votre demande {request.Reference}. Elle n’est pas oubliée.";
        return mails.About(request, $"Votre demande {request.Reference}\u00A0: nous cherchons encore", "Suivre ma demande", [what, request.Next, "Votre situation a changé\u00A0? Dites-le-nous depuis votre page de suivi."]);
    }
}

/// <summary>E12: without a word of the structure by a day, PLUS may end its request.</summary>
public sealed class EndNoticeMail(MailData data, StructureMails mails, TimeProvider clock) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { Status: RequestStatus.NeedsInformation or RequestStatus.AwaitingConsent } request) return null;
        var until = await data.EndOfferedOnAsync(subjectId, ct) is { } day && day > clock.TodayInParis ? $"au plus tard le {day.InWords}" : "dès que possible";
        return mails.About(
            request, $"Votre demande {request.Reference}\u00A0: sans nouvelle de vous", "Reprendre ma demande",
            [
                $"Nous attendons votre réponse pour avancer sur votre demande {request.Reference}, et nous sommes sans nouvelle de vous.",
                request.Status == RequestStatus.NeedsInformation
                    ? "La question de l’équipe PLUS est sur votre page de suivi\u00A0: quelques mots suffisent."
                    : "Les interlocuteurs proposés sont sur votre page de suivi\u00A0: dites-nous à qui nous pouvons transmettre votre demande. Rien n’est transmis sans votre accord.",
                $"Elle vous est encore utile\u00A0? Répondez {until}, sur votre page de suivi ou à ce message. Sans réponse de votre part, l’équipe PLUS peut ensuite la terminer\u00A0; vous avez alors {Reopening.Months} mois pour demander à la rouvrir.",
            ]);
    }
}

/// <summary>E10: months after the end, what came of it?</summary>
public sealed class LaterSatisfactionMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { } request || !SatisfactionAnswer.IsAskedOf(request.Status, request.ClosingReason)) return null;
        return mails.AskingSatisfaction(
            request, $"Votre demande {request.Reference}, {OrientationRequest.LaterSatisfactionMonths} mois après",
            [$"Votre demande {request.Reference} s’est terminée il y a {OrientationRequest.LaterSatisfactionMonths} mois. Qu’en est-il résulté\u00A0?", "Trois questions suffisent, que vous ayez été aidé(e) ou non\u00A0: vos réponses nous servent à mieux orienter."]);
    }
}

/// <summary>E7: staff took the request back from an actor that had it.</summary>
public sealed class ReferralCancelledMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { Status: ReferralStatus.Cancelled, WasTold: true }, Request.Status: not RequestStatus.Closed } facts) return null;
        return mails.About(
            facts.Request, $"Votre demande {facts.Request.Reference}\u00A0: la suite", "Suivre ma demande",
            facts.Referral.IsDateRefused
                ? [$"C’est noté\u00A0: la date que propose {facts.ActorName} pour votre demande {facts.Request.Reference} ne vous convient pas.", facts.Request.Next]
                : StructureMails.Told(facts, $"L’équipe PLUS a retiré votre demande {facts.Request.Reference} à {facts.ActorName}, qui n’y a plus accès."));
    }
}

/// <summary>E7: staff corrected the answer of an actor.</summary>
public sealed class ReferralCorrectedMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { } referral } facts) return null;
        var what = referral.Status switch
        {
            ReferralStatus.Accepted => $"{facts.ActorName} s’occupe toujours de votre demande {facts.Request.Reference}.",
            ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.DateOffered => $"{facts.ActorName} examine à nouveau votre demande {facts.Request.Reference}.",
            ReferralStatus.Proposed or ReferralStatus.Declined or ReferralStatus.Expired or ReferralStatus.Cancelled or ReferralStatus.Completed => null,
        };
        if (what is null) return null;
        return mails.About(
            facts.Request, $"Votre demande {facts.Request.Reference}\u00A0: une correction", "Suivre ma demande",
            [$"La réponse notée pour votre demande {facts.Request.Reference} n’était pas la bonne\u00A0: nous l’avons corrigée.{(facts.Request.Next.Contains(facts.ActorName, StringComparison.Ordinal) ? "" : $" {what}")}", facts.Request.Next]);
    }
}

/// <summary>E7: the support of an actor ended without solution, and the request goes on.</summary>
public sealed class ReferralEndedMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { Status: ReferralStatus.Completed } referral, Request.Status: not RequestStatus.Closed } facts) return null;
        var what = referral.ReferralOutcome == ReferralOutcomes.Injoignable
            ? $"{facts.ActorName} n’a pas réussi à vous joindre au sujet de votre demande {facts.Request.Reference}."
            : $"{facts.ActorName} a terminé son suivi de votre demande {facts.Request.Reference} sans pouvoir vous apporter de solution.";
        return mails.About(facts.Request, $"Votre demande {facts.Request.Reference}\u00A0: la suite", "Suivre ma demande", StructureMails.Told(facts, what));
    }
}

/// <summary>E6: an actor tried to reach the structure and could not.</summary>
public sealed class CouldNotReachMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral.Status: ReferralStatus.Accepted } facts || await data.IsReachedSinceAsync(subjectId, ct)) return null;
        return mails.About(
            facts.Request, $"Votre demande {facts.Request.Reference}\u00A0: on a essayé de vous joindre", "Voir mes coordonnées",
            [$"{facts.ActorName} a essayé de vous joindre au sujet de votre demande {facts.Request.Reference}, sans succès.", "Vérifiez vos coordonnées sur votre page de suivi, et corrigez-les si besoin. Personne n’a essayé de vous joindre\u00A0? Dites-le-nous sur la même page.", facts.Request.NextBesideAsking]);
    }
}

/// <summary>E11: staff opened the request again.</summary>
public sealed class RequestReopenedMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { Status: not RequestStatus.Closed } request) return null;
        return mails.About(request, $"Votre demande {request.Reference} est rouverte", "Suivre ma demande", [$"Votre demande {request.Reference} est rouverte.", request.Next]);
    }
}
