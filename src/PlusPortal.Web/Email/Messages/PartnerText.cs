namespace PlusPortal.Web.Email.Messages;

/// <summary>What the messages to partners share. Names and contacts are on their page only, once they accept.</summary>
internal static class PartnerText
{
    public const string Footer = "Vous recevez ce message parce que vous répondez aux demandes orientées par PLUS vers votre organisation.";

    public const string NoAccount = "Aucun compte n’est nécessaire\u00A0: le lien suffit pour répondre. Vous pouvez aussi répondre à ce message\u00A0: l’équipe PLUS note votre réponse.";

    public const string DoNotForward = "Ce lien est réservé à votre organisation\u00A0: ne le transférez pas en dehors d’elle.";

    /// <summary>What a message may say of a request.</summary>
    public static IReadOnlyList<string> About(RequestFacts request) => [.. request.Told.Select(row => $"{row.Label}\u00A0: {row.Value.Replace("\n", ", ", StringComparison.Ordinal)}")];
}
