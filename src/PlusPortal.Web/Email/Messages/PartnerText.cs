using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Email.Messages;

/// <summary>What the messages to partners share. Names and contacts are on their page only, once they accept.</summary>
internal static class PartnerText
{
    public const string Footer = "Vous recevez ce message parce que vous répondez aux demandes orientées par PLUS vers votre organisation.";

    public const string NoAccount = "Pas encore de compte\u00A0? Répondez à ce message\u00A0: l’équipe PLUS l’ouvre, ou note votre réponse.";

    /// <summary>« Une association… » would say too much of a project: who, where, stage, themes.</summary>
    public static IReadOnlyList<string> About(RequestFacts request)
    {
        var points = new List<string> { $"Qui\u00A0: {(request.IsProject ? "une personne qui porte un projet" : "une structure")}", $"Commune\u00A0: {request.CommuneName}" };
        if (request.Stage is { } stage) points.Add($"Étape\u00A0: {Stages.All.LabelOf(stage)}");
        if (request.Themes.Count > 0) points.Add($"Besoin\u00A0: {string.Join(", ", request.Themes.Select(Themes.All.LabelOf))}");
        return points;
    }
}
