using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Public.Orientation;

/// <summary>Walks through the request form as a volunteer of an association of Toul would.</summary>
internal static class Walk
{
    public const string Continue = "Continuer";
    public const string Later = "Enregistrer et reprendre plus tard";
    public const string Send = "Envoyer ma demande à PLUS";

    /// <summary>The first page of a new request.</summary>
    public static async Task<HtmlPage> BeginAsync(PortalBrowser browser)
    {
        var start = await browser.GetAsync("/demande");
        var button = start.Document.QuerySelectorAll("form button").Select(item => PageText.Normalise(item.TextContent)).Single(text => text.StartsWith("Commencer", StringComparison.Ordinal));
        return await start.Form(button).SubmitAsync();
    }

    /// <summary>A new request, answered up to the page of that name.</summary>
    /// <param name="portal">The portal; its clock moves on, as a person's would.</param>
    /// <param name="slug">End of the address of the page to stop at.</param>
    /// <param name="browser">Visitor; a new one when null.</param>
    /// <param name="change">Answers that differ: by page, what to fill before « Continuer ».</param>
    public static async Task<HtmlPage> ToAsync(PortalFactory portal, string slug, PortalBrowser? browser = null, Dictionary<string, Action<HtmlForm>>? change = null)
    {
        var page = await BeginAsync(browser ?? portal.NewBrowser());
        portal.Clock.Advance(TimeSpan.FromMinutes(8));
        return await OnToAsync(page, slug, change);
    }

    /// <summary>From a page on, to the page of that name.</summary>
    public static async Task<HtmlPage> OnToAsync(HtmlPage page, string slug, Dictionary<string, Action<HtmlForm>>? change = null)
    {
        for (var guard = 0; guard < 20; guard++)
        {
            if (SlugOf(page) == slug) return page;
            page = await AnswerAsync(page, change);
        }

        throw new InvalidOperationException($"Never came to {slug}; last page {page.Path}: {page.Heading} {string.Join(" | ", page.Errors)}");
    }

    /// <summary>The confirmation of a new request.</summary>
    public static async Task<HtmlPage> SendAsync(PortalFactory portal, PortalBrowser? browser = null, Dictionary<string, Action<HtmlForm>>? change = null)
    {
        var check = await ToAsync(portal, "verification", browser, change);
        return await Agree(check).SubmitAsync();
    }

    /// <summary>The form of the check page, ready to be sent.</summary>
    public static HtmlForm Agree(HtmlPage check) => check.Form(Send)
        .Choose("PLUS choisit les interlocuteurs et leur transmet ma demande")
        .Tick("J'accepte que PLUS utilise ces informations pour traiter ma demande, comme expliqué ci-dessus.");

    public static string SlugOf(HtmlPage page) => page.Path.Split('/')[^1];

    public static Guid DraftOf(HtmlPage page) => Guid.Parse(page.Path.Split('/')[2]);

    private static Task<HtmlPage> AnswerAsync(HtmlPage page, Dictionary<string, Action<HtmlForm>>? change)
    {
        var slug = SlugOf(page);
        var form = page.Form(slug == "hors-lorraine" ? "Changer la commune" : Continue);
        if (change?.GetValueOrDefault(slug) is { } other) other(form);
        else Fill(slug, form);
        return form.SubmitAsync();
    }

    private static void Fill(string slug, HtmlForm form)
    {
        switch (slug)
        {
            case "etape": form.Choose("Développer"); break;
            case "sous-etape": form.Choose("Une activité à consolider"); break;
            case "forme-juridique": form.Choose("Association loi 1901"); break;
            case "structure": form.Fill("Nom de la structure", $"Les Essais imaginaires {A.Number()}"); break;
            case "secteur": form.Choose("Quel est votre secteur principal ?", "Culture et patrimoine"); break;
            case "commune": form.Fill("Commune", "Toul"); break;
            case "taille": form.Choose("1 à 2"); break;
            case "besoin":
                form.Fill("Titre", "Trouver un modèle durable").Fill("Votre besoin", "Nous dépendons d’une seule subvention et cherchons à diversifier nos recettes.");
                break;
            case "themes": form.Tick("Modèle économique"); break;
            case "echeance" when form.Has("Oui"): form.Choose("Non"); break;
            case "contact":
                form.Fill("Prénom et nom", "Camille Inventée").Fill("Adresse e-mail", $"camille{A.Number()}@example.org").Choose("Par courriel");
                break;
        }
    }
}
