using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Retention;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Email.Messages.People;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Retention;

/// <summary>P7: the account has not been used for long: when it will be removed, and how to keep it. Nothing once it was used again.</summary>
public sealed class AccountUnusedMail(PortalDb db, PortalAddress address, TimeProvider clock) : PersonMail(db)
{
    private readonly PortalDb db = db;

    /// <inheritdoc />
    protected override async Task<MailText?> SayAsync(PortalUser user, CancellationToken ct)
    {
        var (terms, now) = (await db.RetentionTermsAsync(ct), clock.GetUtcNow());
        if (await db.LastUseAsync(user.Id, ct) is not { } lastUse || lastUse > terms.UnusedBefore(now.AddDays(terms.UnusedAccountNoticeDays))) return null;
        if (await db.AccountsKept(terms, now).AnyAsync(kept => kept.Id == user.Id, ct)) return Kept(terms);
        var day = terms.RemovalAfter(lastUse, now).ParisDay.InWords;
        return user.IsDisabled ? Removed(day) : Text(
            "Votre compte PLUS sera bientôt supprimé", "Me connecter et garder mon compte", address.SignIn,
            $"Vous ne vous êtes pas connecté au portail PLUS depuis longtemps. Sans connexion de votre part, votre compte sera supprimé à partir du {day}.",
            "Pour le garder, connectez-vous une fois avant cette date. Vous avez oublié votre mot de passe\u00A0? La page de connexion permet d’en choisir un autre.",
            "Une fois le compte supprimé, votre nom et votre adresse sont effacés. Ce que vous avez fait sur les demandes y reste, sans votre nom.");
    }

    /// <summary>Who cannot sign in cannot keep it by signing in.</summary>
    private MailText Removed(string day) => Text(
        "Les données de votre ancien compte PLUS seront effacées", "Écrire à PLUS", address.Contact,
        $"Votre accès au portail PLUS a été retiré. Votre nom et votre adresse, que nous gardions encore, seront effacés à partir du {day}.",
        "Vous n’avez rien à faire. Si vous devez retrouver cet accès, dites-le à PLUS avant cette date.");

    private MailText Kept(RetentionTerms terms) => Text(
        "Votre compte PLUS n’a pas servi depuis longtemps", "Me connecter", address.SignIn,
        $"Vous ne vous êtes pas connecté au portail PLUS depuis près de {terms.UnusedAccountMonths} mois. Un compte inutilisé est supprimé\u00A0; le vôtre est gardé, parce que personne d’autre n’a ce rôle.",
        "Connectez-vous, ou dites à PLUS qui peut prendre votre place.");
}
