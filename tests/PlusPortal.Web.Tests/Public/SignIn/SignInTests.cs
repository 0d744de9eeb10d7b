using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Public.SignIn;

public sealed class SignInTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Page_asks_for_address_and_password()
    {
        var page = await fixture.NewBrowser().GetAsync("/compte/connexion");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Se connecter", page.Heading);
        Assert.Equal("Se connecter – PLUS", page.Title);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Empty_fields_are_named_and_the_title_says_so()
    {
        var page = await fixture.NewBrowser().GetAsync("/compte/connexion");

        var answer = await page.Form("Se connecter").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("Erreur : ", answer.Title, StringComparison.Ordinal);
        Assert.Equal(["Indiquez votre adresse e-mail.", "Indiquez votre mot de passe."], answer.Errors);
        Assert.Equal("Indiquez votre adresse e-mail.", answer.ErrorOf("Adresse e-mail"));
    }

    [Fact]
    public async Task Wrong_password_keeps_the_address_and_forgets_the_password()
    {
        await fixture.Portal.CreateUserAsync("sabine.inventee@example.org", PortalRoles.Staff);
        var page = await fixture.NewBrowser().GetAsync("/compte/connexion");

        var answer = await page.Form("Se connecter").Fill("Adresse e-mail", "sabine.inventee@example.org").Fill("Mot de passe", "autre chose").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Adresse ou mot de passe incorrect", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal("sabine.inventee@example.org", answer.Form("Se connecter").Value("Adresse e-mail"));
        Assert.Equal("", answer.Form("Se connecter").Value("Mot de passe"));
    }

    [Fact]
    public async Task Right_password_signs_in_and_the_button_signs_out()
    {
        using var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var home = await browser.GetAsync("/");
        Assert.True(home.HasLink("Espace de l’équipe"));

        var after = await home.Form("Se déconnecter").SubmitAsync();
        Assert.False(after.HasLink("Espace de l’équipe"));
        Assert.True(after.HasLink("Espace professionnel"));
    }

    [Fact]
    public async Task Sign_out_clears_what_the_browser_kept()
    {
        using var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var token = (await browser.GetAsync("/")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);

        using var answer = await browser.Client.PostAsync("/compte/deconnexion", form, TestContext.Current.CancellationToken);

        Assert.Equal("\"cache\", \"storage\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("plus-session=; expires=Thu, 01 Jan 1970", StringComparison.Ordinal));
        Assert.Equal("/compte/connexion", (await browser.GetAsync("/admin")).Path);
    }

    [Fact]
    public void Scripts_store_nothing_in_the_browser()
    {
        var scripts = System.IO.Directory.GetFiles(RepositoryFolder.Of("src", "PlusPortal.Web", "wwwroot", "js"), "*.js");

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.DoesNotMatch("localStorage|sessionStorage|indexedDB|document\\.cookie|caches\\.open|serviceWorker", File.ReadAllText(script)));
    }

    [Theory]
    [InlineData("//ailleurs.example.org")]
    [InlineData("/\\ailleurs.example.org")]
    [InlineData("\\\\ailleurs.example.org")]
    [InlineData("https://ailleurs.example.org/admin")]
    [InlineData("/%2Failleurs.example.org")]
    [InlineData("%2F%2Failleurs.example.org")]
    [InlineData("/\t/ailleurs.example.org")]
    [InlineData("/\u200B/ailleurs.example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~//ailleurs.example.org")]
    [InlineData("/admin/annuaire")]
    public async Task After_signing_in_one_stays_on_the_portal(string returnTo)
    {
        var email = $"personne{Guid.NewGuid():N}@example.org";
        await fixture.Portal.CreateUserAsync(email, PortalRoles.Staff);
        using var browser = fixture.NewBrowser();
        var page = await browser.GetAsync("/compte/connexion?retour=" + Uri.EscapeDataString(returnTo));
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var kept = page.Document.QuerySelector("input[name=ReturnUrl]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Email", email), new("Password", PortalFactory.Password), new("ReturnUrl", kept)]);

        using var answer = await browser.Client.PostAsync("/compte/connexion", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var target = new Uri(new Uri("https://localhost/compte/connexion"), answer.Headers.Location!.OriginalString.Replace('\\', '/').Replace("\t", "", StringComparison.Ordinal));
        Assert.Equal("localhost", target.Host);
        Assert.StartsWith("http", target.Scheme, StringComparison.Ordinal);
        if (returnTo == "/admin/annuaire") Assert.Equal(returnTo, target.AbsolutePath);
    }

    [Fact]
    public async Task Post_without_its_token_is_refused()
    {
        var page = await fixture.NewBrowser().GetAsync("/compte/connexion");

        var answer = await page.Form("Se connecter").Without("__RequestVerificationToken").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Votre envoi n'a pas été pris en compte", answer.Heading);
    }
}
