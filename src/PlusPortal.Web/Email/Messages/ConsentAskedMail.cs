using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E4: actors are proposed to a structure that wants to be asked first.</summary>
public sealed class ConsentAskedMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { } request) return null;
        var count = (await data.CurrentReferralsAsync(request, ct)).Count(actor => actor.AwaitsConsent);
        if (count == 0) return null;

        var proposed = count == 1 ? "Un interlocuteur vous est proposé" : $"{count} interlocuteurs vous sont proposés";
        return mails.About(
            request, $"Votre demande {request.Reference}\u00A0: {proposed.ToLowerInvariant()}", count == 1 ? "Voir cet interlocuteur" : "Voir ces interlocuteurs",
            [$"{proposed} pour votre demande {request.Reference}.", $"Lisez pourquoi, puis acceptez ou refusez. {request.Next}"]);
    }
}
