using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.People;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Links;
using PlusPortal.Web.Security;
using static Microsoft.Playwright.Assertions;

namespace PlusPortal.Browser.Tests;

/// <summary>From the invitation to the last page, in real browsers: password, second factor, first page, lost factor, sessions, access taken away.</summary>
public sealed class AccessJourneyTests(PostgresFixture postgres, ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Password = "quarante-deux mirabelles dorment mal";
    private const string Name = "Alix Inventée";

    private readonly BrowserFixture browser = new(postgres, chromium) { Configure = services => services.PostConfigure<AccountOptions>(accounts => accounts.RequireSecondFactor = true) };
    private readonly string email = $"alix{A.Number()}@example.org";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => browser.InitializeAsync();

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    [Fact]
    public async Task Invited_person_comes_in_loses_the_phone_comes_back_and_is_put_out_while_signed_in()
    {
        var administrator = await NewAdministratorAsync();
        await administrator.GotoAsync("/admin/equipe");
        await administrator.FollowAsync("Inviter une personne");
        await administrator.WriteAsync("Prénom et nom", Name);
        await administrator.WriteAsync("Adresse e-mail professionnelle", email);
        await administrator.ChooseAsync("Équipe");
        await administrator.PressAsync("Envoyer l’invitation");
        await administrator.ShouldContainAsync(email);

        // The link of the mail: password, then second factor, then the first page.
        var person = await browser.NewPersonAsync(width: 390);
        var link = await InvitationLinkAsync();
        await person.GotoAsync(link);
        await person.ShouldReadAsync("Ouvrir mon accès");
        await person.WriteAsync("Mot de passe", "portailplus2026");
        await person.PressAsync("Ouvrir mon accès");
        await person.ShouldContainAsync("se devine trop vite");
        await person.WriteAsync("Mot de passe", Password);
        await person.PressAsync("Ouvrir mon accès");
        await person.ShouldReadAsync("Se connecter");
        await SignInAsync(person);
        await person.ShouldReadAsync("Second facteur");
        var phone = await SetUpApplicationAsync(person);
        await person.FollowAsync("J’ai noté mes codes, continuer");
        await person.ShouldReadAsync("Tableau de bord");
        await person.GotoAsync(link);
        await person.ShouldReadAsync("Votre accès est déjà ouvert");

        // Another browser, with the phone; both are in the list of sessions.
        var office = await browser.NewPersonAsync();
        await SignInAsync(office);
        await office.ShouldReadAsync("Confirmer que c’est vous");
        browser.Portal.Clock.Advance(TimeSpan.FromSeconds(30));
        await office.WriteAsync("Code à 6 chiffres", phone.CodeAt(browser.Portal.Clock.GetUtcNow()));
        await office.PressAsync("Continuer");
        await office.ShouldReadAsync("Tableau de bord");
        await office.GotoAsync("/compte/sessions");
        await Expect(office.Locator("main .card-item")).ToHaveCountAsync(2);
        await office.PressAsync("Terminer toutes les autres sessions");
        await Expect(office.Locator("main .card-item")).ToHaveCountAsync(1);
        browser.Portal.Clock.Advance(TimeSpan.FromSeconds(60));
        await person.GotoAsync("/admin");
        await person.ShouldReadAsync("Se connecter");

        // The phone is lost: an administrator checks who asks, then the person chooses another factor.
        await administrator.GotoAsync($"/admin/personnes/{await IdAsync()}/second-facteur");
        await administrator.Locator("main input[type=radio]").First.CheckAsync();
        await administrator.WriteAsync("Précisez en une phrase", "Rappelée ce matin au numéro de l’annuaire interne.");
        await administrator.PressAsync("Retirer le second facteur");
        await administrator.ShouldReadAsync(Name);
        browser.Portal.Clock.Advance(TimeSpan.FromSeconds(60));
        await office.GotoAsync("/admin");
        await office.ShouldReadAsync("Se connecter");
        await SignInAsync(office);
        await office.ShouldReadAsync("Second facteur");
        var other = await SetUpApplicationAsync(office);
        Assert.NotEqual(phone, other);
        await office.FollowAsync("J’ai noté mes codes, continuer");
        await office.ShouldReadAsync("Tableau de bord");

        // Put out while signed in.
        await administrator.GotoAsync("/admin/equipe");
        await administrator.FollowAsync(Name);
        await administrator.FollowAsync("Retirer l’accès");
        await administrator.PressAsync("Retirer l’accès");
        await administrator.ShouldContainAsync("Retiré");
        browser.Portal.Clock.Advance(TimeSpan.FromSeconds(60));
        await office.GotoAsync("/admin/demandes");
        await office.ShouldReadAsync("Se connecter");
        await SignInAsync(office);
        await office.ShouldContainAsync("Adresse ou mot de passe incorrect");
    }

    [Fact]
    public async Task Without_scripts_the_same_way_in_works_at_320_pixels()
    {
        await browser.Portal.CreateUserAsync(email, PortalRoles.Staff);
        var person = await browser.NewPersonAsync(javaScript: false, width: 320);

        await SignInAsync(person, PortalFactory.Password);
        await person.ShouldReadAsync("Second facteur");
        await SetUpApplicationAsync(person);
        await person.FollowAsync("J’ai noté mes codes, continuer");

        await person.ShouldReadAsync("Tableau de bord");
    }

    private async Task<IPage> NewAdministratorAsync()
    {
        var address = $"administration{A.Number()}@example.org";
        await browser.Portal.CreateUserAsync(address, PortalRoles.Administrator);
        var page = await browser.NewPersonAsync();
        await page.SignInAsync(address, PortalFactory.Password);
        await SetUpApplicationAsync(page);
        return page;
    }

    private async Task SignInAsync(IPage page, string password = Password)
    {
        await page.GotoAsync("/compte/connexion");
        await page.WriteAsync("Adresse e-mail", email);
        await page.WriteAsync("Mot de passe", password);
        await page.PressAsync("Se connecter");
    }

    private async Task<CodeApplication> SetUpApplicationAsync(IPage page)
    {
        if (!page.Url.Contains("/compte/second-facteur", StringComparison.Ordinal)) await page.GotoAsync("/compte/second-facteur");
        await page.FollowAsync("Ajouter une application de codes");
        var application = new CodeApplication((await page.Locator(".secret-text").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal));
        await page.WriteAsync("Code à 6 chiffres", application.CodeAt(browser.Portal.Clock.GetUtcNow()));
        await page.PressAsync("Ajouter cette application");
        await page.ShouldReadAsync("Vos codes de secours");
        return application;
    }

    /// <summary>The link as the mail brings it.</summary>
    private async Task<string> InvitationLinkAsync()
    {
        await using var scope = browser.Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var invitation = await db.Invitations.SingleAsync(candidate => candidate.Email == email, Ct);
        var token = scope.ServiceProvider.GetRequiredService<LinkIssuer>().Invitation(invitation.Id, invitation.ExpiresAt);
        await db.SaveChangesAsync(Ct);
        return $"/compte/invitation/{token}";
    }

    private async Task<Guid> IdAsync()
    {
        await using var db = browser.NewContext();
        return await db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync(Ct);
    }
}
