using PlusPortal.Domain.Requests.Followers;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Followers;

/// <summary>E13: somebody is invited to follow a request. The name that was typed with the address is not repeated, and nobody is named.</summary>
public sealed class FollowerInvitationMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.InvitedFollowerAsync(subjectId, ct) is not var (follower, request)) return null;
        return new MailText
        {
            To = [follower.Email],
            Subject = $"Demande {request.Reference}\u00A0: vous êtes invité à la suivre",
            Paragraphs =
            [
                $"Une personne de votre structure vous invite à suivre avec elle sa demande d’orientation {request.Reference}, faite à PLUS.",
                $"Avec le lien ci-dessous, acceptez ou non\u00A0: il fonctionne {RequestFollower.InvitationDays}\u00A0jours. Vous aurez ensuite un lien de suivi à vous, et recevrez les messages sur cette demande.",
            ],
            LinkLabel = "Répondre à l’invitation",
            LinkAddress = address.FollowerInvitation(links.FollowerInvitation(follower.Id, follower.ExpiresAt)),
            Closing = ["Cela ne vous concerne pas\u00A0? Ignorez ce message\u00A0: votre adresse est effacée quand l’invitation est passée."],
            Footer = FollowerTexts.TypedFooter,
        };
    }
}

/// <summary>E13: staff gave the request to another person of the structure; a tracking link to its address, which it proves.</summary>
public sealed class RequestHandedOverMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { } request) return null;
        return mails.About(
            request with { IsUnwanted = false }, $"Demande {request.Reference}\u00A0: vous en prenez la suite", "Suivre la demande",
            [
                $"L’équipe PLUS vous confie la suite de la demande d’orientation {request.Reference}, faite par votre structure.",
                "Ouvrez le lien une fois\u00A0: il confirme que cette adresse est la vôtre.",
            ],
            closing: ["Cette demande ne vous dit rien\u00A0? N’ouvrez pas le lien, et répondez à ce message."]);
    }
}

/// <summary>E13: tells the person who had the request that somebody else has it now. Its address stands in the message, since nothing else knows it any more.</summary>
public sealed class RequestHandedOverNoticeMail(MailData data, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferenceAsync(subjectId, ct) is not { } reference) return null;
        return FollowerTexts.LastMessage(
            $"Demande {reference}\u00A0: une autre personne en prend la suite",
            [
                $"Une autre personne de la structure suit maintenant la demande {reference}. Vous n’avez plus rien à faire.",
                "Vos liens de suivi ne fonctionnent plus, et nous avons effacé vos coordonnées de cette demande.",
            ],
            address.Contact);
    }
}

/// <summary>What these messages share.</summary>
internal static class FollowerTexts
{
    public const string TypedFooter = "Vous recevez ce message parce que quelqu’un a écrit votre adresse sur le portail de PLUS. Le lien ci-dessus est personnel\u00A0: ne le transférez pas.";

    private const string FormerFooter = "Vous recevez ce message parce que votre adresse était celle de cette demande.";

    public static MailText LastMessage(string subject, IReadOnlyList<string> paragraphs, string contact) => new()
    {
        To = [],
        Subject = subject,
        Paragraphs = paragraphs,
        LinkLabel = "Joindre PLUS",
        LinkAddress = contact,
        Closing = ["Ce n’est pas ce que vous vouliez\u00A0? Dites-le-nous tout de suite. C’est notre dernier message à cette adresse au sujet de cette demande."],
        Footer = FormerFooter,
    };
}
