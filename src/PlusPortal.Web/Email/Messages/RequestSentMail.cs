using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E5: the request was sent to actors, who answer by a day.</summary>
public sealed class RequestSentMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { } request) return null;
        var asked = (await data.CurrentReferralsAsync(request, ct)).Where(actor => actor.IsAwaitingAnswer).ToList();
        if (asked.Count == 0) return null;

        return mails.About(
            request, $"Votre demande {request.Reference} est transmise", "Suivre ma demande",
            [asked.Count == 1 ? $"Nous avons transmis votre demande {request.Reference} à cet interlocuteur\u00A0:" : $"Nous avons transmis votre demande {request.Reference} à ces interlocuteurs\u00A0:"],
            [.. asked.Select(actor => actor.Name)],
            ["Votre nom et vos coordonnées ne sont montrés qu’à un interlocuteur qui accepte.", request.Next]);
    }
}
