using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E2: the link to a draft, asked for by the person who writes it.</summary>
public sealed class ResumeDraftMail(PortalDb db, LinkIssuer links, PortalAddress address, TimeProvider clock) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        var draft = await db.RequestDrafts.AsNoTracking().Where(candidate => candidate.Id == subjectId && candidate.RequestId == null)
            .Select(candidate => new { candidate.ResumeEmail, candidate.ExpiresAt }).SingleOrDefaultAsync(ct);
        if (draft is not { ResumeEmail: { Length: > 0 } email } || draft.ExpiresAt <= clock.GetUtcNow()) return null;
        return new MailText
        {
            To = [email],
            Subject = "Votre demande à PLUS vous attend",
            Paragraphs = ["Vous avez commencé une demande d’orientation. Tout ce que vous avez écrit est conservé\u00A0: reprenez où vous en étiez, sur l’appareil de votre choix."],
            LinkLabel = "Reprendre ma demande",
            LinkAddress = address.ResumeDraft(links.ResumeDraft(subjectId, draft.ExpiresAt)),
            Closing = [$"Sans changement de votre part, ce brouillon est supprimé le {draft.ExpiresAt.ParisDay.InWords}."],
            Footer = "Vous recevez ce message parce que cette adresse a été donnée pour reprendre une demande. Ce n’était pas vous\u00A0? Ignorez-le\u00A0: rien n’a été envoyé à personne.",
        };
    }
}
