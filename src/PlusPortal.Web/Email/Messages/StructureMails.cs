using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>What the messages to a structure share: the recorded address, the first name, a fresh tracking link.</summary>
public sealed class StructureMails(LinkIssuer links, PortalAddress address)
{
    private const string Footer = "Vous recevez ce message parce que vous êtes la personne à joindre pour une demande d’orientation faite à PLUS. Le lien ci-dessus est personnel\u00A0: ne le transférez pas.";

    private const string FollowerFooter = "Vous recevez ce message parce que vous suivez une demande d’orientation faite à PLUS par votre structure. Le lien ci-dessus est personnel\u00A0: ne le transférez pas.";

    /// <summary>A message about a request, to its person or to one of those who follow it, each with a link of its own. Null when there is no address any more, or none to write to (unwanted requests get no answer).</summary>
    public MailText? About(RequestFacts request, string subject, string linkLabel, IReadOnlyList<string> paragraphs, IReadOnlyList<string>? points = null, IReadOnlyList<string>? closing = null)
    {
        if (string.IsNullOrWhiteSpace(request.Email) || request.IsUnwanted) return null;
        return new MailText
        {
            To = [request.Email],
            Subject = subject,
            FirstName = FirstName.Of(request.ContactName),
            Paragraphs = paragraphs,
            Points = points ?? [],
            LinkLabel = linkLabel,
            LinkAddress = address.Tracking(request.FollowerId is { } follower ? links.Following(follower, request.ClosedAt) : links.Tracking(request.Id, request.ClosedAt, provesAddress: true)),
            Closing = closing ?? [],
            Footer = request.FollowerId is null ? Footer : FollowerFooter,
            TrackingLinkOf = request.Id,
        };
    }

    /// <summary>What happened to an actor, then what comes next; where PLUS searches again and says why, it says both, and nothing is told twice.</summary>
    public static IReadOnlyList<string> Told(ReferralFacts facts, string what) =>
        [facts.Request.Status == RequestStatus.InTriage && facts.Request.Next.Contains(facts.ActorName, StringComparison.Ordinal) ? $"Voici la suite de votre demande {facts.Request.Reference}." : what, facts.Request.Next];

    /// <summary>The same, with the link of the satisfaction page, for the person of a request that ended; whoever follows it goes to the tracking page.</summary>
    public MailText? AskingSatisfaction(RequestFacts request, string subject, IReadOnlyList<string> paragraphs, IReadOnlyList<string>? closing = null)
    {
        if (request.FollowerId is not null) return About(request, subject, "Voir la fin de la demande", paragraphs, closing: closing);
        if (string.IsNullOrWhiteSpace(request.Email) || request.IsUnwanted) return null;
        return new MailText
        {
            To = [request.Email],
            Subject = subject,
            FirstName = FirstName.Of(request.ContactName),
            Paragraphs = paragraphs,
            LinkLabel = "Répondre à trois questions",
            LinkAddress = address.Satisfaction(links.Satisfaction(request.Id)),
            Closing = closing ?? [],
            Footer = Footer,
            PrivateLinkOf = request.Id,
        };
    }
}
