using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Drafts;

/// <summary>E2: a draft whose person gave an address waits; the link to it, and when it is deleted. Nothing once it was touched again, or sent.</summary>
public sealed class UntouchedDraftMail(PortalDb db, LinkIssuer links, PortalAddress address, TimeProvider clock) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        var draft = await db.RequestDrafts.AsNoTracking().Where(candidate => candidate.Id == subjectId && candidate.RequestId == null && (candidate.RemindedAt == null || candidate.UpdatedAt <= candidate.RemindedAt))
            .Select(candidate => new { candidate.ResumeEmail, candidate.ExpiresAt }).SingleOrDefaultAsync(ct);
        if (draft is not { ResumeEmail: { Length: > 0 } email } || draft.ExpiresAt <= clock.GetUtcNow()) return null;
        return new MailText
        {
            To = [email],
            Subject = "Votre demande à PLUS n’est pas encore envoyée",
            Paragraphs =
            [
                "Vous avez commencé une demande d’orientation, et elle n’est pas encore envoyée. Tout ce que vous avez écrit est conservé\u00A0: reprenez où vous en étiez.",
                "Vous préférez en parler\u00A0? Répondez à ce message\u00A0: l’équipe PLUS la remplit avec vous.",
            ],
            LinkLabel = "Reprendre ma demande",
            LinkAddress = address.ResumeDraft(links.ResumeDraft(subjectId, draft.ExpiresAt)),
            Closing = [$"Sans changement de votre part, ce brouillon est supprimé le {draft.ExpiresAt.ParisDay.InWords}. Nous ne vous écrirons plus à son sujet."],
            Footer = "Vous recevez ce message parce que cette adresse a été donnée pour reprendre une demande. Ce n’était pas vous\u00A0? Ignorez-le\u00A0: rien n’a été envoyé à personne.",
        };
    }
}
