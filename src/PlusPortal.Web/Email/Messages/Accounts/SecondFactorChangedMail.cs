using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Accounts;

/// <summary>P7: a second factor was added or taken away, or its recovery codes made anew.</summary>
public sealed class SecondFactorChangedMail(PortalDb db, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await db.Users.Where(user => user.Id == subjectId).Select(user => user.Email).SingleOrDefaultAsync(ct) is not { } email) return null;
        return new MailText
        {
            To = [email],
            Subject = "Votre second facteur a changé",
            Paragraphs = ["Une application de codes ou une clé d’accès de votre compte PLUS vient d’être ajoutée ou retirée, ou vos codes de secours ont été renouvelés.", "Ce n’était pas vous\u00A0? Choisissez tout de suite un autre mot de passe, puis répondez à ce message\u00A0: l’équipe PLUS vous aide."],
            LinkLabel = "Choisir un autre mot de passe",
            LinkAddress = address.ForgottenPassword,
            Footer = AccountText.Footer,
        };
    }
}
