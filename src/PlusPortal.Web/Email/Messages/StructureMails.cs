using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>What the messages to a structure share: the recorded address, the first name, a fresh tracking link.</summary>
public sealed class StructureMails(LinkIssuer links, PortalAddress address, TimeProvider clock)
{
    private const string Footer = "Vous recevez ce message parce que vous avez fait une demande d’orientation à PLUS. Le lien ci-dessus est personnel\u00A0: ne le transférez pas.";

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

    /// <summary>What comes next for a request that is open.</summary>
    public string Next(RequestFacts request) => request.Status switch
    {
        RequestStatus.Oriented => $"Un interlocuteur l’a reçue et doit encore répondre{By(request.WaitsFor == WaitsFor.SupportActor ? request.NextDueOn : null)}. Vous n’avez rien à faire.",
        RequestStatus.InProgress => "Un interlocuteur s’en occupe toujours. Vous n’avez rien à faire.",
        RequestStatus.AwaitingConsent when request.WaitsFor == WaitsFor.Structure => $"Un autre interlocuteur vous est proposé. Dites-nous s’il vous convient{Before(request.NextDueOn)}.",
        RequestStatus.NeedsInformation => $"L’équipe PLUS a besoin d’une précision pour en chercher un autre. La question est sur votre page de suivi\u00A0: répondez-y{Before(request.NextDueOn)}.",
        RequestStatus.Submitted or RequestStatus.InTriage or RequestStatus.AwaitingConsent => $"L’équipe PLUS cherche un autre interlocuteur et reprend votre demande{By(request.NextDueOn)}. Vous n’avez rien à faire.",
        RequestStatus.Closed => throw new ArgumentException("Nothing comes after the end.", nameof(request)),
    };

    /// <summary>« au plus tard le mardi 3 mars 2026 » with a space before; nothing when the day has passed, as it may have while a mail server was down.</summary>
    public string By(DateOnly? day) => day is { } due && due >= clock.TodayInParis ? $" au plus tard le {due.InWords}" : "";

    /// <summary>« avant le mardi 3 mars 2026 », likewise.</summary>
    public string Before(DateOnly? day) => day is { } due && due >= clock.TodayInParis ? $", de préférence avant le {due.InWords}" : "";
}
