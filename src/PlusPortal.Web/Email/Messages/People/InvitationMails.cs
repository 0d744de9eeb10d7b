using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.People;
using PlusPortal.Domain.People;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.People;
using PlusPortal.Web.Links;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Telephones;

namespace PlusPortal.Web.Email.Messages.People;

/// <summary>P7: the link with which an invited person opens its account.</summary>
public sealed class InvitationMail(PortalDb db, LinkIssuer links, PortalAddress address, TimeProvider clock) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await OpenInvitation.FindAsync(db, subjectId, clock.GetUtcNow(), ct) is not { } invited) return null;
        return new MailText
        {
            To = [invited.Email],
            FirstName = FirstName.Of(invited.Name),
            Subject = "Votre invitation sur le portail PLUS",
            Paragraphs =
            [
                $"Vous êtes invité à rejoindre {invited.Place} sur le portail PLUS, qui oriente les associations et les projets d’économie sociale et solidaire de Lorraine.",
                $"Votre rôle\u00A0: {invited.Role.Label}. {invited.Role.Meaning}",
            ],
            LinkLabel = "Ouvrir mon accès",
            LinkAddress = address.Invitation(links.Invitation(subjectId, invited.ExpiresAt)),
            Closing = [$"Ce lien sert une seule fois, jusqu’au {invited.ExpiresAt.ParisDay.InWords}. Un envoi plus récent le remplace."],
            Footer = "Vous recevez ce message parce que quelqu’un vous a invité. Vous ne savez pas pourquoi\u00A0? Ignorez-le\u00A0: aucun accès n’est ouvert sans vous.",
        };
    }
}

/// <summary>P7: the same, for somebody who has an account already; whoever invited is not told so. An account without access leads to PLUS, which can give it back.</summary>
public sealed class KnownInvitationMail(PortalDb db, PortalAddress address, CurrentProfile profile, TimeProvider clock) : IMailMessage
{
    private const string Why = "Vous recevez ce message parce que quelqu’un a invité cette adresse.";

    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await OpenInvitation.FindAsync(db, subjectId, clock.GetUtcNow(), ct) is not { } invited) return null;
        if (await db.Users.AnyAsync(user => user.NormalizedEmail == invited.NormalizedEmail && user.IsDisabled, ct)) return Removed(invited, await profile.ReachAsync(ct));
        return new MailText
        {
            To = [invited.Email],
            Subject = "Une invitation, et un compte que vous avez déjà",
            Paragraphs =
            [
                $"Vous êtes invité à rejoindre {invited.Place} sur le portail PLUS. Un compte existe déjà avec cette adresse, et une adresse n’ouvre qu’un compte.",
                "Vous voulez rejoindre aussi cette équipe\u00A0? Donnez à la personne qui vous invite une autre adresse, ou écrivez à PLUS. Rien n’a changé dans votre compte, et nous n’avons dit à personne qu’il existe.",
            ],
            LinkLabel = "Me connecter à mon compte",
            LinkAddress = address.SignIn,
            Footer = Why,
        };
    }

    private MailText Removed(OpenInvitation invited, Reach reach) => new()
    {
        To = [invited.Email],
        Subject = "Une invitation, et un accès qui a été retiré",
        Paragraphs =
        [
            $"Vous êtes invité à rejoindre {invited.Place} sur le portail PLUS. Un compte existe avec cette adresse, mais son accès a été retiré\u00A0: cette invitation ne l’ouvre pas.",
            $"PLUS peut le rouvrir. Dites-lui quelle équipe vous invite{Ways(reach)}. Nous n’avons dit à personne que ce compte existe.",
        ],
        LinkLabel = "Joindre PLUS",
        LinkAddress = address.Contact,
        Footer = Why,
    };

    private static string Ways(Reach reach) => (Telephone.Shown(reach.Phone), reach.Email) switch
    {
        ({ } phone, { } email) => $", au {phone} ou à {email}",
        ({ } phone, null) => $", au {phone}",
        (null, { } email) => $", à {email}",
        (null, null) => "",
    };
}

/// <summary>An invitation that can still be accepted, for its message.</summary>
/// <param name="Email">Address.</param>
/// <param name="NormalizedEmail">The same as accounts compare it.</param>
/// <param name="Name">First and last name.</param>
/// <param name="Role">Role.</param>
/// <param name="ExpiresAt">When its link stops working.</param>
/// <param name="ActorName">Support actor; null for PLUS.</param>
internal sealed record OpenInvitation(string Email, string NormalizedEmail, string Name, PersonRole Role, DateTimeOffset ExpiresAt, string? ActorName)
{
    /// <summary>What the person joins.</summary>
    public string Place => ActorName is null ? "l’équipe PLUS" : $"l’équipe de {ActorName}";

    /// <summary>Null when it was accepted, taken back, or has expired.</summary>
    public static async Task<OpenInvitation?> FindAsync(PortalDb db, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var found = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(invitation => invitation.Id == id, ct);
        if (found?.StateAt(now) != InvitationState.Open) return null;
        var actor = await db.SupportActors.Where(candidate => candidate.Id == found.SupportActorId).Select(candidate => candidate.Name).SingleOrDefaultAsync(ct);
        return new OpenInvitation(found.Email, found.NormalizedEmail, found.DisplayName, found.Role, found.ExpiresAt, actor);
    }
}
