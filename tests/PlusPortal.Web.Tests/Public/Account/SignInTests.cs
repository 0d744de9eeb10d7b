using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Public.Account;

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
    public async Task Post_without_its_token_is_refused()
    {
        var page = await fixture.NewBrowser().GetAsync("/compte/connexion");

        var answer = await page.Form("Se connecter").Without("__RequestVerificationToken").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Votre envoi n'a pas été pris en compte", answer.Heading);
    }
}
