using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Retention;
using PlusPortal.Domain.Texts;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Links;
using PlusPortal.Web.Security;
using PlusPortal.Web.Tests.Public.Orientation;
using PlusPortal.Web.Tests.Security;

namespace PlusPortal.Web.Tests.Public.Legal;

/// <summary>Legal and trust pages, as a visitor and as staff read them.</summary>
public sealed partial class LegalPageTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    public static TheoryData<string> EveryText { get; } = [.. SiteTextCodes.All];

    /// <summary>Public pages that are steps, answers or files, not places to go.</summary>
    private static readonly string[] NotPlaces = ["demande/communes", "reponse", "reponse/lien-demande", "suivi/lien-demande", "suivi/depart", "mes-donnees/effacees", "compte/acces-refuse", "compte/connexion/second-facteur", "compte/mot-de-passe-oublie", "compte/mot-de-passe-oublie/envoye", "compte/mot-de-passe-change"];

    [Theory]
    [MemberData(nameof(EveryText))]
    public async Task Page_opens_for_everybody_under_its_title_and_dated(string code)
    {
        var page = await fixture.NewBrowser().GetAsync("/" + code);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(page.Heading + " – PLUS", page.Title);
        Assert.True(page.Has("Page mise à jour le"));
        Assert.DoesNotContain("{{", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("[[", page.Body, StringComparison.Ordinal);
        Assert.False(page.HasLink("Modifier ce texte"));
    }

    [Fact]
    public async Task Missing_facts_are_said_to_the_public_and_counted_for_staff()
    {
        var visitor = await fixture.NewBrowser().GetAsync("/mentions-legales");
        var staff = await (await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff)).GetAsync("/mentions-legales");

        Assert.True(visitor.Has("information que PLUS n’a pas encore fournie : nom de l’hébergeur"));
        Assert.False(visitor.Has("à compléter"));
        Assert.True(staff.Has("5 informations sont à compléter par PLUS."));
        Assert.Equal("/admin/textes/mentions-legales", staff.Link("Modifier ce texte"));
    }

    [Fact]
    public async Task Retention_figures_are_those_of_the_code()
    {
        var page = await fixture.NewBrowser().GetAsync("/donnees-personnelles");

        Assert.True(page.Has($"Demande commencée, pas envoyée : {RequestDraft.LifetimeDays} jours après votre dernier changement"));
        Assert.True(page.Has($"il fonctionne {LinkIssuer.OpenRequestDays} jours"));
        Assert.True(page.Has($"il fonctionne encore {LinkIssuer.MonthsAfterClosing} mois et {LinkIssuer.GraceDays} jours"));
        Assert.True(page.Has("Session d’un compte : 8 heures sans activité"));
    }

    [Fact]
    public async Task Terms_on_the_page_are_those_by_which_the_database_deletes()
    {
        var terms = new RetentionTerms { SpamDays = 41, DormantMonths = 13, ClosedRequestMonths = 27, OutboxMonths = 11, SecurityLogMonths = 14, UnusedAccountMonths = 29, UnusedAccountNoticeDays = 43 };
        await using (var db = fixture.NewContext()) await db.SetRetentionTermsAsync(terms, A.Now, TestContext.Current.CancellationToken);

        var page = await fixture.NewBrowser().GetAsync("/donnees-personnelles");

        await using (var db = fixture.NewContext()) await db.SetRetentionTermsAsync(RetentionTerms.Usual, A.Now, TestContext.Current.CancellationToken);
        string[] said =
        [
            "Après 13 mois sans nouvelle, nous vous écrivons", "Demande terminée : 27 mois après la fin", "Message indésirable : 41 jours", "E-mails envoyés : 11 mois",
            "Journal de sécurité (connexions, refus, essais répétés) : 14 mois", "27 mois pour le reste", "29 mois sans connexion", "prévenue 43 jours avant",
        ];
        Assert.All(said, words => Assert.True(page.Has(words), words));

        // Nothing else on the page is a delay of its own.
        int[] known =
        [
            .. terms.ByName.Values, RequestDraft.LifetimeDays, LinkIssuer.OpenRequestDays, LinkIssuer.MonthsAfterClosing, LinkIssuer.GraceDays, 8,
        ];
        Assert.Empty(Delays().Matches(page.Text).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Except(known));
    }

    [Fact]
    public async Task Lawful_basis_is_the_one_of_the_settings_or_said_to_be_missing()
    {
        await using var decided = new PortalFactory(fixture.Database, configure: services => services.PostConfigure<PortalOptions>(portal => portal.LawfulBasis = "l’intérêt légitime <b>de PLUS</b>"));

        var missing = await fixture.NewBrowser().GetAsync("/donnees-personnelles");
        var given = await decided.NewBrowser().GetAsync("/donnees-personnelles");

        Assert.True(missing.Has("Base légale de l’orientation des demandes : (information que PLUS n’a pas encore fournie : base légale retenue)."));
        Assert.True(given.Has("Base légale de l’orientation des demandes : l’intérêt légitime <b>de PLUS</b>."));
    }

    [Fact]
    public async Task Accessibility_is_declared_as_it_is()
    {
        var page = await fixture.NewBrowser().GetAsync("/accessibilite");

        Assert.True(page.Has("non conforme"));
        Assert.True(page.Has("aucun audit n’a été réalisé"));
        Assert.True(page.Has("Défenseur des droits"));
        Assert.DoesNotContain(page.Document.QuerySelectorAll("main"), part => part.TextContent.Contains('%'));
    }

    [Fact]
    public async Task Contact_says_honestly_that_nothing_is_set_and_shows_what_is()
    {
        await using var set = new PortalFactory(fixture.Database, configure: services => services.PostConfigure<PortalOptions>(portal => (portal.Phone, portal.Email) = ("03 00 00 00 00", "contact@plus.example.org")));

        var empty = await fixture.NewBrowser().GetAsync("/contact");
        var filled = await set.NewBrowser().GetAsync("/contact");

        Assert.True(empty.Has("PLUS n’a pas encore publié de numéro de téléphone ni d’adresse e-mail sur ce site."));
        Assert.Equal("/demande", empty.Link("formulaire de demande"));
        Assert.Equal("/suivi", empty.Link("Recevez un nouveau lien"));
        Assert.Equal("tel:+33300000000", filled.Link("03 00 00 00 00"));
        Assert.Equal("mailto:contact@plus.example.org", filled.Link("contact@plus.example.org"));
        Assert.False(filled.Has("n’a pas encore publié"));
    }

    [Fact]
    public async Task Cookies_that_the_portal_sets_are_all_declared_and_none_follows_the_reader()
    {
        using var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var declared = (await browser.GetAsync("/cookies")).Document.QuerySelectorAll("th[scope=row]").Select(cell => PageText.Normalise(cell.TextContent).TrimEnd('…')).ToList();
        Assert.Equal(6, declared.Count);

        var set = await SetCookiesAsync();

        Assert.Equal(6, set.Count);
        Assert.All(set, name => Assert.Contains(declared, start => name.StartsWith(start, StringComparison.Ordinal)));
        Assert.All(declared, start => Assert.Contains(set, name => name.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Site_map_holds_every_public_page_and_each_opens()
    {
        using var browser = fixture.NewBrowser();
        var map = await browser.GetAsync("/plan-du-site");
        var links = map.Document.QuerySelectorAll("main li a").Select(link => link.GetAttribute("href")!.Trim('/')).ToList();
        var places = fixture.Portal.Endpoints()
            .Where(endpoint => endpoint.AreaOf() == Areas.Public && endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
            .Where(endpoint => endpoint.MethodsOf().Contains("GET") && endpoint.RoutePattern.Parameters.Count == 0)
            .Select(endpoint => endpoint.PatternOf())
            .Where(pattern => !pattern.StartsWith("dev/", StringComparison.Ordinal))
            .Except(NotPlaces);

        Assert.Equal(places.Order(), links.Order());
        foreach (var link in links) Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/" + link)).Status);
    }

    /// <summary>Names of all cookies of a visit that begins a request, and of a sign-in. Names that carry « __Host- » or a random end are cut to what is declared.</summary>
    private async Task<HashSet<string>> SetCookiesAsync()
    {
        var names = new HashSet<string>();
        using var browser = fixture.NewBrowser();
        foreach (var address in new[] { "/", "/demande", "/suivi", "/compte/connexion", "/contact", "/cookies" }) await TakeAsync(new HttpRequestMessage(HttpMethod.Get, address));
        await TakeAsync((await browser.GetAsync("/demande")).Form("Commencer ma demande").Request());
        var email = $"cookies{Testing.Builders.A.Number()}@example.org";
        await fixture.Portal.CreateUserAsync(email, PortalRoles.Staff);
        await TakeAsync((await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", PortalFactory.Password).Request());

        // With a second factor, and with a passkey.
        await using (var db = fixture.NewContext())
        {
            (await db.Users.SingleAsync(user => user.Email == email)).TwoFactorEnabled = true;
            await db.SaveChangesAsync();
        }

        var again = await browser.GetAsync("/compte/connexion");
        await TakeAsync(again.Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", PortalFactory.Password).Request());
        await TakeAsync(new HttpRequestMessage(HttpMethod.Post, "/compte/connexion/cle/options")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", again.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]),
        });
        return names;

        async Task TakeAsync(HttpRequestMessage request)
        {
            using var response = await browser.Client.SendAsync(request);
            if (!response.Headers.TryGetValues("Set-Cookie", out var cookies)) return;
            names.UnionWith(cookies.Select(cookie => Ending().Replace(cookie.Split('=')[0].Replace("__Host-", "", StringComparison.Ordinal), "")));
        }
    }

    [GeneratedRegex("[0-9a-f]{32}$")]
    private static partial Regex Ending();

    [GeneratedRegex("([0-9]+)\\s(jours|mois|heures|ans)")]
    private static partial Regex Delays();
}
