using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>What the messages to partners share. Names and contacts are on their page only, once they accept.</summary>
internal static class PartnerText
{
    public const string Footer = "Vous recevez ce message parce que vous répondez aux demandes orientées par PLUS vers votre organisation.";

    public const string NoAccount = "Aucun compte n’est nécessaire\u00A0: le lien suffit pour répondre. Vous pouvez aussi répondre à ce message\u00A0: l’équipe PLUS note votre réponse.";

    public const string DoNotForward = "Ce lien est réservé à votre organisation\u00A0: ne le transférez pas en dehors d’elle.";

    /// <summary>The page of an actor about a request, which needs no account: to answer while it has not, else to follow it.</summary>
    public static string PageOf(this PortalAddress address, LinkIssuer links, Referral referral) =>
        referral.Status is ReferralStatus.Accepted or ReferralStatus.Completed ? address.FollowUp(links.ReferralFollowUp(referral.Id)) : address.ReferralAnswer(links.ReferralAnswer(referral));

    /// <summary>What a message may say of a request.</summary>
    public static IReadOnlyList<string> About(RequestFacts request) => [.. request.Told.Select(row => $"{row.Label}\u00A0: {row.Value.Replace("\n", ", ", StringComparison.Ordinal)}")];
}
