using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Email.Messages.Clock;

/// <summary>E3: a question, of PLUS or of an actor, still waits. Nothing once it is answered.</summary>
public sealed class QuestionReminderMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { } request) return null;
        var isAskedByPlus = request.Status == RequestStatus.NeedsInformation;
        var asking = isAskedByPlus ? null : (await data.CurrentReferralsAsync(request, ct)).FirstOrDefault(actor => actor.Status == ReferralStatus.InformationRequested);
        if (!isAskedByPlus && asking is null) return null;
        var who = asking?.Name ?? "L’équipe PLUS";
        return mails.About(
            request, $"Rappel\u00A0: votre demande {request.Reference} attend une précision", "Lire la question et répondre",
            [$"{who} attend toujours votre réponse pour avancer sur votre demande {request.Reference}.", $"La question est sur votre page de suivi\u00A0: quelques mots suffisent. {request.Next}"]);
    }
}

/// <summary>E4: the structure has not said to whom its request may go. Nothing once it has.</summary>
public sealed class ConsentReminderMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { } request) return null;
        var count = (await data.CurrentReferralsAsync(request, ct)).Count(actor => actor.AwaitsConsent);
        if (count == 0) return null;
        var proposed = count == 1 ? "Un interlocuteur attend" : $"{count} interlocuteurs attendent";
        return mails.About(
            request, $"Rappel\u00A0: votre accord est attendu pour la demande {request.Reference}", count == 1 ? "Voir cet interlocuteur" : "Voir ces interlocuteurs",
            [$"{proposed} votre accord pour recevoir votre demande {request.Reference}. {request.Next}", "Aucun ne vous convient\u00A0? Dites-le d’un clic sur la même page\u00A0: nous cherchons autrement."]);
    }
}

/// <summary>E6: an actor would take the request from a later day; the structure agrees, or not. Once more as a reminder.</summary>
public sealed class DateOfferedMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct) => WriteAsync(data, mails, subjectId, isReminder: false, ct);

    internal static async Task<MailText?> WriteAsync(MailData data, StructureMails mails, Guid subjectId, bool isReminder, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { Status: ReferralStatus.DateOffered, StartsOn: { } day } } facts) return null;
        var request = facts.Request;
        return mails.About(
            request, $"{(isReminder ? "Rappel\u00A0: v" : "V")}otre demande {request.Reference}\u00A0: à partir du {day.InWords}\u00A0?", "Dire si cette date me convient",
            [
                $"{facts.ActorName} répond oui pour votre demande {request.Reference}, mais plus tard.",
                request.Next,
            ]);
    }
}

/// <summary>E6: the same, once more.</summary>
public sealed class DateReminderMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct) => DateOfferedMail.WriteAsync(data, mails, subjectId, isReminder: true, ct);
}

/// <summary>E10: an actor noted an outcome, which stands unless the structure says otherwise. Once more as a reminder.</summary>
public sealed class OutcomeToConfirmMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct) => WriteAsync(data, mails, subjectId, isReminder: false, ct);

    internal static async Task<MailText?> WriteAsync(MailData data, StructureMails mails, Guid subjectId, bool isReminder, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral.IsOutcomeAwaited: true } facts) return null;
        var request = facts.Request;
        return mails.About(
            request, $"{(isReminder ? "Rappel\u00A0: v" : "V")}otre demande {request.Reference}\u00A0: est-ce bien terminé\u00A0?", "Dire si c’est exact",
            [
                $"Votre réponse est attendue sur votre demande {request.Reference}.",
                $"{request.Next} Ce n’est pas terminé\u00A0? Dites-le sur la même page\u00A0: l’équipe PLUS vous {ContactWords.Of(request.ContactChannel).Calls}.",
            ]);
    }
}

/// <summary>E10: the same, once more.</summary>
public sealed class OutcomeReminderMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct) => OutcomeToConfirmMail.WriteAsync(data, mails, subjectId, isReminder: true, ct);
}
