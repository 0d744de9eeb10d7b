using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Retention;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Features.Shared.Texts;

/// <summary>
/// What a text may take from the portal itself: <c>{{brouillon-jours}}</c> is the figure that the code uses, so that
/// page and reality agree. <c>[[nom de l’hébergeur]]</c> stands for a fact that PLUS has not supplied.
/// </summary>
public sealed partial class TextVariables(PortalDb db, IOptions<PortalOptions> portal, IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    /// <summary>Every variable with its meaning, for those who write.</summary>
    public static IReadOnlyDictionary<string, string> Meanings { get; } = new Dictionary<string, string>
    {
        ["brouillon-jours"] = "jours pendant lesquels une demande commencée est gardée",
        ["lien-jours"] = "jours pendant lesquels fonctionne le lien de suivi d’une demande en cours",
        ["lien-mois-apres-fin"] = "mois pendant lesquels le suivi reste ouvert après la fin d’une demande",
        ["lien-jours-de-grace"] = "jours ajoutés à ces mois",
        ["session-heures"] = "heures sans activité après lesquelles un compte est déconnecté",
        ["indesirable-jours"] = "jours après lesquels une demande indésirable est supprimée",
        ["silence-mois"] = "mois sans événement après lesquels la structure est interrogée",
        ["demande-mois"] = "mois après la fin d’une demande au bout desquels elle est rendue anonyme",
        ["message-mois"] = "mois au bout desquels l’adresse d’un e-mail envoyé est effacée",
        ["journal-mois"] = "mois pendant lesquels le journal de sécurité est gardé",
        ["compte-mois"] = "mois sans connexion au bout desquels un compte est supprimé",
        ["preavis-jours"] = "jours entre le préavis et la suppression d’un compte inutilisé",
        ["base-legale"] = "base légale de l’orientation, donnée par le réglage Portal__LawfulBasis",
    };

    /// <summary>The values, read once for all the texts of a page.</summary>
    public async Task<TextValues> ReadAsync(CancellationToken ct)
    {
        var terms = await db.RetentionTermsAsync(ct);
        return new TextValues(new Dictionary<string, string>
        {
            ["brouillon-jours"] = Number(RequestDraft.LifetimeDays),
            ["lien-jours"] = Number(LinkIssuer.OpenRequestDays),
            ["lien-mois-apres-fin"] = Number(LinkIssuer.MonthsAfterClosing),
            ["lien-jours-de-grace"] = Number(LinkIssuer.GraceDays),
            ["session-heures"] = Number((int)cookies.Get(IdentityConstants.ApplicationScheme).ExpireTimeSpan.TotalHours),
            ["indesirable-jours"] = Number(terms.SpamDays),
            ["silence-mois"] = Number(terms.DormantMonths),
            ["demande-mois"] = Number(terms.ClosedRequestMonths),
            ["message-mois"] = Number(terms.OutboxMonths),
            ["journal-mois"] = Number(terms.SecurityLogMonths),
            ["compte-mois"] = Number(terms.UnusedAccountMonths),
            ["preavis-jours"] = Number(terms.UnusedAccountNoticeDays),
            ["base-legale"] = string.IsNullOrWhiteSpace(portal.Value.LawfulBasis) ? "[[base légale retenue]]" : portal.Value.LawfulBasis.Trim(),
        });
    }

    /// <summary>Names in double braces that mean nothing.</summary>
    public static IReadOnlyList<string> Unknown(string markdown) =>
        [.. AnyBraces().Matches(markdown).Select(match => match.Groups[1].Value.Trim()).Where(name => !Meanings.ContainsKey(name)).Distinct()];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{\{([^{}\r\n]{0,80})\}\}")]
    private static partial Regex AnyBraces();
}
