using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Announcements;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Account;

/// <summary>Which passwords are good enough (statement 16), and how one is changed.</summary>
public sealed class PasswordTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Good = "quarante-deux mirabelles dorment mal";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("123456789012")]
    [InlineData("password1234")]
    [InlineData("portailplus2026")]
    [InlineData("Pôle Lorrain 2026!")]
    [InlineData("motdepasse54000")]
    [InlineData("azertyuiop123")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("NancyMetzEpinal")]
    [InlineData("demonstration-plus-2026")]
    [InlineData("lison.inventee.2026")]
    [InlineData("Lison Inventée 54")]
    [InlineData("example.org2026")]
    [InlineData("qwertyuiop[]asdf")]
    [InlineData("iloveyou20261234")]
    [InlineData("Liberté Égalité Fraternité")]
    [InlineData("Metz57000Metz57000")]
    [InlineData("quinzequinzequinze")]
    [InlineData("ilfaitbeaudemain")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("Correct Horse Battery Staple!")]
    [InlineData("cheval correct pile agrafe")]
    [InlineData("vivelafrance2026")]
    [InlineData("bonjourtoutlemonde")]
    [InlineData("Metz2026Nancy2026")]
    [InlineData("allonsenfantsdelapatrie")]
    [InlineData("unpourtoustouspourun")]
    [InlineData("undeuxtroissoleil")]
    [InlineData("Coucou, c’est moi !")]
    [InlineData("Vive la Lorraine 54")]
    [InlineData("lesvacances2026")]
    [InlineData("Bonnes-Vacances-2026")]
    [InlineData("jesuisunebanane")]
    [InlineData("Je suis une licorne")]
    [InlineData("Nanceienne54000")]
    [InlineData("Nancéienne 54000")]
    [InlineData("messines57000")]
    [InlineData("vosgienne88000")]
    [InlineData("mosellane2026!")]
    [InlineData("meusiens55000")]
    [InlineData("lorraines2026")]
    [InlineData("Spinalien88000")]
    [InlineData("doudoulapin1234")]
    [InlineData("doudou-lapin-2026")]
    public async Task Common_passwords_and_those_made_of_names_are_refused(string password) => Assert.Contains("se devine trop vite", await RefusalAsync(Lison(), password), StringComparison.Ordinal);

    [Theory]
    [InlineData(Good)]
    [InlineData("x9!Lq2#vT7pw")]
    [InlineData("les trois chats de ma voisine")]
    [InlineData("zgbvqkmwtrpx")]
    [InlineData("пароль для черники")]
    [InlineData("je suis partie trop tard du marché")]
    [InlineData("le lapin de la nancéienne mange quatre quetsches")]
    [InlineData("vacances à Gérardmer sous la pluie")]
    [InlineData("vive la tarte froide de tante Odile")]
    public async Task Long_and_unheard_of_is_enough_without_kinds_of_letters(string password) => Assert.Null(await RefusalAsync(Lison(), password));

    [Fact]
    public async Task Sixty_four_characters_and_more_are_taken_and_quick_to_judge() => Assert.Null(await RefusalAsync(Lison(), string.Concat(Enumerable.Repeat("mirabelle et quetsche ", 11))));

    [Fact]
    public async Task Name_of_the_organisation_is_refused()
    {
        var actor = A.SupportActor().Named("Coopérative Zorglubienne").Build();
        await using var db = fixture.NewContext();
        db.Add(actor);
        await db.SaveChangesAsync(Ct);

        Assert.Contains("se devine trop vite", await RefusalAsync(Lison(actor.Id), "cooperative zorglubienne"), StringComparison.Ordinal);
        Assert.Null(await RefusalAsync(Lison(actor.Id), Good));
    }

    [Fact]
    public async Task Password_that_stands_alone_is_longer()
    {
        var partner = Lison(await ActorAsync());

        Assert.Contains("au moins 15 caractères", await RefusalAsync(partner, "zgbvqkmwtrpxnd"), StringComparison.Ordinal);
        Assert.Null(await RefusalAsync(partner, "zgbvqkmwtrpxndy"));
        partner.TwoFactorEnabled = true;
        Assert.Contains("au moins 12 caractères", await RefusalAsync(partner, "zgbvqkmwtrp"), StringComparison.Ordinal);
        Assert.Null(await RefusalAsync(partner, "zgbvqkmwtrpx"));
    }

    [Fact]
    public async Task Changed_with_the_former_one_and_told_by_mail()
    {
        var email = $"change{A.Number()}@example.org";
        var id = await fixture.Portal.CreateUserAsync(email, PortalRoles.Staff);
        using var browser = await fixture.Portal.SignInAsync(email);

        var page = await browser.GetAsync("/compte/mot-de-passe");
        var wrong = await page.Form("Changer mon mot de passe").Fill("Mot de passe actuel", "autre chose").Fill("Nouveau mot de passe", Good).SubmitAsync();
        Assert.Contains("n'est pas le bon", wrong.ErrorOf("Mot de passe actuel"), StringComparison.Ordinal);
        var weak = await wrong.Form("Changer mon mot de passe").Fill("Mot de passe actuel", PortalFactory.Password).Fill("Nouveau mot de passe", "portailplus2026").SubmitAsync();
        Assert.Contains("se devine trop vite", weak.ErrorOf("Nouveau mot de passe"), StringComparison.Ordinal);
        Assert.Empty(await fixture.MailsAboutAsync(id));
        await weak.Form("Changer mon mot de passe").Fill("Mot de passe actuel", PortalFactory.Password).Fill("Nouveau mot de passe", Good).SubmitAsync();

        Assert.Equal([MailKind.PasswordChanged], await fixture.MailsAboutAsync(id));
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        Assert.True(await users.CheckPasswordAsync((await users.FindByEmailAsync(email))!, Good));
    }

    [Fact]
    public async Task Refused_new_passwords_are_no_tries_of_the_former_one()
    {
        using var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var page = await browser.GetAsync("/compte/mot-de-passe");
        for (var tries = 0; tries < 4; tries++) page = await ChangeAsync(page, "autre chose", Good);
        Assert.Contains("n'est pas le bon", page.ErrorOf("Mot de passe actuel"), StringComparison.Ordinal);

        for (var tries = 0; tries < 6; tries++) page = await ChangeAsync(page, PortalFactory.Password, "portailplus2026");
        Assert.Contains("se devine trop vite", page.ErrorOf("Nouveau mot de passe"), StringComparison.Ordinal);

        // What was wrong before a right one is forgotten.
        for (var tries = 0; tries < 4; tries++) page = await ChangeAsync(page, "autre chose", Good);
        Assert.Equal("/compte", (await ChangeAsync(page, PortalFactory.Password, Good)).Path);
    }

    [Theory]
    [InlineData("/compte/mot-de-passe", "Changer mon mot de passe")]
    [InlineData("/compte/adresse", "Demander le changement")]
    [InlineData("/compte/second-facteur/application/retirer", "Retirer l'application")]
    [InlineData("/compte/depart", "Quitter le portail")]
    public async Task Sixth_wrong_password_waits_on_every_page_and_is_told_how_long(string address, string button)
    {
        await using var portal = new PortalFactory(fixture.Database);
        using var browser = await portal.SignInAsNewAsync(PortalRoles.Staff);
        await CodeApplication.SetUpAsync(browser, portal.Clock.GetUtcNow());
        var page = await browser.GetAsync("/compte/mot-de-passe");
        for (var tries = 0; tries < 5; tries++) page = await ChangeAsync(page, "autre chose", Good);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);

        var form = (await browser.GetAsync(address)).Form(button).Fill("Mot de passe actuel", PortalFactory.Password);
        if (form.Has("Nouveau mot de passe")) form.Fill("Nouveau mot de passe", Good);
        if (form.Has("Nouvelle adresse e-mail")) form.Fill("Nouvelle adresse e-mail", $"neuve{A.Number()}@example.org");
        var refused = await form.SubmitAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        var seconds = int.Parse(refused.Headers["Retry-After"], CultureInfo.InvariantCulture);
        Assert.Equal($"Trop d'essais. Attendez {seconds / 60} minutes, puis réessayez.", refused.ErrorOf("Mot de passe actuel"));
        portal.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal("/compte", (await ChangeAsync(await browser.GetAsync("/compte/mot-de-passe"), PortalFactory.Password, Good)).Path);
    }

    [Fact]
    public async Task Wrong_passwords_at_one_moment_are_counted_one_by_one()
    {
        using var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var form = (await browser.GetAsync("/compte/mot-de-passe")).Form("Changer mon mot de passe").Fill("Mot de passe actuel", "autre chose").Fill("Nouveau mot de passe", Good);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => browser.SendAsync(form.Request())));

        Assert.Equal((5, 7), (answers.Count(answer => answer.Status == HttpStatusCode.BadRequest), answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests)));
    }

    private static Task<HtmlPage> ChangeAsync(HtmlPage page, string current, string next) =>
        page.Form("Changer mon mot de passe").Fill("Mot de passe actuel", current).Fill("Nouveau mot de passe", next).SubmitAsync();

    private static PortalUser Lison(Guid? actorId = null) => new() { Email = "lison.inventee@example.org", DisplayName = "Lison Inventée", SupportActorId = actorId };

    private async Task<string?> RefusalAsync(PortalUser user, string password)
    {
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var judged = await Assert.Single(users.PasswordValidators).ValidateAsync(users, user, password);
        return judged.Succeeded ? null : Assert.Single(judged.Errors).Description;
    }

    private async Task<Guid> ActorAsync()
    {
        var actor = A.SupportActor().Build();
        await using var db = fixture.NewContext();
        db.Add(actor);
        await db.SaveChangesAsync(Ct);
        return actor.Id;
    }
}
