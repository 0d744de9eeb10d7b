using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.People;

/// <summary>P7: the link to a new password, asked for by whoever typed the address.</summary>
public sealed class PasswordResetMail(PortalDb db, LinkIssuer links, PortalAddress address) : PersonMail(db)
{
    /// <inheritdoc />
    protected override Task<MailText?> SayAsync(PortalUser user, CancellationToken ct) => Task.FromResult(user.IsDisabled ? null : Text(
        "Choisir un nouveau mot de passe", "Choisir un nouveau mot de passe", address.NewPassword(links.PasswordReset(user.Id)),
        "Vous avez demandé à changer le mot de passe de votre compte PLUS. Le lien marche une heure, une seule fois.") with
    {
        Closing = ["Ce n’était pas vous\u00A0? Ignorez ce message\u00A0: rien ne change."],
    });
}

/// <summary>P7: the password was changed, by its owner or through a link.</summary>
public sealed class PasswordChangedMail(PortalDb db, PortalAddress address) : PersonMail(db)
{
    /// <inheritdoc />
    protected override Task<MailText?> SayAsync(PortalUser user, CancellationToken ct) => Task.FromResult<MailText?>(Text(
        "Votre mot de passe a changé", "Choisir un autre mot de passe", address.ForgottenPassword,
        "Le mot de passe de votre compte PLUS vient d’être changé. Les sessions ouvertes auparavant sont terminées.",
        NotYou));
}

/// <summary>P7: a second factor was added or taken away, or its recovery codes made anew.</summary>
public sealed class SecondFactorChangedMail(PortalDb db, PortalAddress address) : PersonMail(db)
{
    /// <inheritdoc />
    protected override Task<MailText?> SayAsync(PortalUser user, CancellationToken ct) => Task.FromResult<MailText?>(Text(
        "Votre second facteur a changé", "Choisir un autre mot de passe", address.ForgottenPassword,
        "Une application de codes ou une clé d’accès de votre compte PLUS vient d’être ajoutée ou retirée, ou vos codes de secours ont été renouvelés.",
        NotYou));
}
