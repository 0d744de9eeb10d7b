namespace PlusPortal.Web.Email.Messages;

/// <summary>What the messages to partners share. Names and contacts are on their page only, once they accept.</summary>
internal static class PartnerText
{
    public const string Footer = "Vous recevez ce message parce que vous répondez aux demandes orientées par PLUS vers votre organisation.";

    public const string NoAccount = "Pas encore de compte\u00A0? Répondez à ce message\u00A0: l’équipe PLUS l’ouvre, ou note votre réponse.";

    /// <summary>What a message may say of a request.</summary>
    public static IReadOnlyList<string> About(RequestFacts request) => [.. request.Told.Select(row => $"{row.Label}\u00A0: {row.Value.Replace("\n", ", ", StringComparison.Ordinal)}")];
}
