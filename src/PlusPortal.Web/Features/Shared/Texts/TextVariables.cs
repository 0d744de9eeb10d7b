using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PlusPortal.Data.Requests;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Features.Shared.Texts;

/// <summary>
/// What a text may take from the portal itself: <c>{{brouillon-jours}}</c> is the figure that the code uses, so that
/// page and reality agree. <c>[[nom de l’hébergeur]]</c> stands for a fact that PLUS has not supplied.
/// </summary>
public sealed partial class TextVariables(IOptions<PortalOptions> portal, IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    /// <summary>What a reader sees where a fact is missing.</summary>
    private const string Missing = "information que PLUS n’a pas encore fournie";

    /// <summary>Every variable with its meaning, for those who write.</summary>
    public static IReadOnlyDictionary<string, string> Meanings { get; } = new Dictionary<string, string>
    {
        ["brouillon-jours"] = "jours pendant lesquels une demande commencée est gardée",
        ["lien-jours"] = "jours pendant lesquels fonctionne le lien de suivi d’une demande en cours",
        ["lien-mois-apres-fin"] = "mois pendant lesquels le suivi reste ouvert après la fin d’une demande",
        ["lien-jours-de-grace"] = "jours ajoutés à ces mois",
        ["session-heures"] = "heures sans activité après lesquelles un compte est déconnecté",
        ["base-legale"] = "base légale de l’orientation, donnée par le réglage Portal__LawfulBasis",
    };

    /// <summary>The text with its variables replaced and its missing facts said in words; still Markdown.</summary>
    public string Expand(string markdown)
    {
        var values = Values();
        var filled = Variable().Replace(markdown, match => values.TryGetValue(match.Groups[1].Value, out var value) ? value : match.Value);
        return Gap().Replace(filled, match => $"*({Missing}\u00A0: {match.Groups[1].Value.Trim()})*");
    }

    /// <summary>How many facts PLUS has still to supply.</summary>
    public int CountGaps(string markdown)
    {
        var values = Values();
        return Gap().Count(Variable().Replace(markdown, match => values.GetValueOrDefault(match.Groups[1].Value, "")));
    }

    /// <summary>Names in double braces that mean nothing.</summary>
    public static IReadOnlyList<string> Unknown(string markdown) =>
        [.. AnyBraces().Matches(markdown).Select(match => match.Groups[1].Value.Trim()).Where(name => !Meanings.ContainsKey(name)).Distinct()];

    private Dictionary<string, string> Values() => new()
    {
        ["brouillon-jours"] = Number(RequestDraft.LifetimeDays),
        ["lien-jours"] = Number(LinkIssuer.OpenRequestDays),
        ["lien-mois-apres-fin"] = Number(LinkIssuer.MonthsAfterClosing),
        ["lien-jours-de-grace"] = Number(LinkIssuer.GraceDays),
        ["session-heures"] = Number((int)cookies.Get(IdentityConstants.ApplicationScheme).ExpireTimeSpan.TotalHours),
        ["base-legale"] = string.IsNullOrWhiteSpace(portal.Value.LawfulBasis) ? "[[base légale retenue]]" : portal.Value.LawfulBasis.Trim(),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{\{([a-z-]{1,40})\}\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{\{([^{}\r\n]{0,80})\}\}")]
    private static partial Regex AnyBraces();

    [GeneratedRegex(@"\[\[([^\[\]\r\n]{1,200})\]\]")]
    private static partial Regex Gap();
}
