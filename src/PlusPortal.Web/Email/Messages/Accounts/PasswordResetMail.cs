using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Accounts;

/// <summary>P7: the link to a new password, asked for by whoever typed the address.</summary>
public sealed class PasswordResetMail(PortalDb db, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await db.Users.Where(user => user.Id == subjectId && !user.IsDisabled).Select(user => user.Email).SingleOrDefaultAsync(ct) is not { } email) return null;
        return new MailText
        {
            To = [email],
            Subject = "Choisir un nouveau mot de passe",
            Paragraphs = ["Vous avez demandé à changer le mot de passe de votre compte PLUS. Le lien marche une heure, une seule fois."],
            LinkLabel = "Choisir un nouveau mot de passe",
            LinkAddress = address.NewPassword(links.PasswordReset(subjectId)),
            Closing = ["Ce n’était pas vous\u00A0? Ignorez ce message\u00A0: rien ne change."],
            Footer = AccountText.Footer,
        };
    }
}
