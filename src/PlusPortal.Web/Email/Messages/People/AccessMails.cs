using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.People;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels.People;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.People;

/// <summary>What a person is told of its own account.</summary>
public abstract class PersonMail(PortalDb db) : IMailMessage
{
    private const string Why = "Vous recevez ce message parce que vous avez un compte sur le portail PLUS.";

    /// <summary>What to do when somebody else did it.</summary>
    protected const string NotYou = "Ce n’était pas vous\u00A0? Choisissez tout de suite un autre mot de passe, puis répondez à ce message\u00A0: l’équipe PLUS vous aide.";

    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == subjectId, ct);
        return user?.Email is { } email && await SayAsync(user, ct) is { } said ? said with { To = [email], FirstName = FirstName.Of(user.DisplayName), Footer = Why } : null;
    }

    /// <summary>What is said; null when it holds no more.</summary>
    protected abstract Task<MailText?> SayAsync(PortalUser user, CancellationToken ct);

    /// <summary>The message without what all share.</summary>
    protected static MailText Text(string subject, string linkLabel, string linkAddress, params string[] paragraphs) =>
        new() { To = [], Footer = "", Subject = subject, LinkLabel = linkLabel, LinkAddress = linkAddress, Paragraphs = paragraphs };
}

/// <summary>P7: the person can no longer sign in.</summary>
public sealed class AccessRemovedMail(PortalDb db, PortalAddress address) : PersonMail(db)
{
    /// <inheritdoc />
    protected override Task<MailText?> SayAsync(PortalUser user, CancellationToken ct) => Task.FromResult(!user.IsDisabled ? null : Text(
        "Votre accès au portail PLUS a été retiré", "Écrire à PLUS", address.Contact,
        "Votre accès au portail PLUS est retiré. Vous ne pouvez plus vous connecter.",
        "Ce que vous avez écrit dans les demandes reste dans leur historique. C’est une erreur\u00A0? Dites-le à PLUS."));
}

/// <summary>P7: the person can sign in again.</summary>
public sealed class AccessRestoredMail(PortalDb db, PortalAddress address) : PersonMail(db)
{
    /// <inheritdoc />
    protected override Task<MailText?> SayAsync(PortalUser user, CancellationToken ct) => Task.FromResult(user.IsDisabled ? null : Text(
        "Votre accès au portail PLUS est rétabli", "Me connecter", address.SignIn,
        "Votre accès au portail PLUS est rétabli. Connectez-vous avec la même adresse et le même mot de passe qu’avant."));
}

/// <summary>P7: the person has another role.</summary>
public sealed class RoleChangedMail(PortalDb db, PortalAddress address) : PersonMail(db)
{
    private readonly PortalDb db = db;

    /// <inheritdoc />
    protected override async Task<MailText?> SayAsync(PortalUser user, CancellationToken ct) =>
        !user.IsDisabled && PortalRoles.Read(await db.RolesOf(user.Id).ToListAsync(ct)) is { } role
            ? Text(
                "Votre rôle sur le portail PLUS a changé", "Me connecter", address.SignIn,
                $"Votre rôle est maintenant\u00A0: {role.Label}. {role.Meaning}",
                "Vos sessions ouvertes se terminent\u00A0: connectez-vous à nouveau.")
            : null;
}

/// <summary>P7: an administrator took the second factor away.</summary>
public sealed class FactorResetMail(PortalDb db, PortalAddress address) : PersonMail(db)
{
    /// <inheritdoc />
    protected override Task<MailText?> SayAsync(PortalUser user, CancellationToken ct) => Task.FromResult<MailText?>(Text(
        "Votre second facteur a été retiré", "Me connecter", address.SignIn,
        "Une personne de PLUS a retiré le second facteur de votre compte, après avoir vérifié que vous l’aviez demandé. Vos clés d’accès et vos codes de secours ne fonctionnent plus.",
        "Connectez-vous avec votre mot de passe, puis ajoutez un nouveau second facteur. Vous n’avez rien demandé\u00A0? Prévenez PLUS tout de suite."));
}
