using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Accounts;

/// <summary>P7: the password was changed, by its owner or through a link.</summary>
public sealed class PasswordChangedMail(PortalDb db, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await db.Users.Where(user => user.Id == subjectId).Select(user => user.Email).SingleOrDefaultAsync(ct) is not { } email) return null;
        return new MailText
        {
            To = [email],
            Subject = "Votre mot de passe a changé",
            Paragraphs = ["Le mot de passe de votre compte PLUS vient d’être changé. Les sessions ouvertes auparavant sont terminées.", "Ce n’était pas vous\u00A0? Choisissez tout de suite un autre mot de passe, puis répondez à ce message\u00A0: l’équipe PLUS vous aide."],
            LinkLabel = "Choisir un autre mot de passe",
            LinkAddress = address.ForgottenPassword,
            Footer = AccountText.Footer,
        };
    }
}

/// <summary>What the messages about an account share.</summary>
internal static class AccountText
{
    public const string Footer = "Vous recevez ce message parce que vous avez un compte sur le portail PLUS.";
}
