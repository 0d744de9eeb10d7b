using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Security;
using static Microsoft.Playwright.Assertions;

namespace PlusPortal.Browser.Tests;

/// <summary>Passkeys with the virtual authenticator of Chromium: as the second factor, and alone.</summary>
public sealed class PasskeyTests(PostgresFixture postgres, ChromiumFixture chromium) : IAsyncLifetime
{
    private readonly BrowserFixture browser = new(postgres, chromium)
    {
        Configure = services => services
            .PostConfigure<AccountOptions>(accounts => accounts.RequireSecondFactor = true)
            .PostConfigure<RateLimitOptions>(limits => limits.Passkey = new RateLimit { Requests = 1, WindowSeconds = 600 }),
    };

    public ValueTask InitializeAsync() => browser.InitializeAsync();

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    [Fact]
    public async Task Passkey_lets_staff_in_as_second_factor_and_alone_and_no_more_once_it_is_taken_away()
    {
        var (person, email) = await WithPasskeyAsync();
        await person.GotoAsync("/admin");
        await person.ShouldReadAsync("Tableau de bord");

        // As second factor, after the password.
        await SignOutAsync(person);
        await PasswordAsync(person, email);
        await person.ShouldReadAsync("Confirmer que c’est vous");
        await person.PressAsync("Utiliser une clé d’accès");
        await person.ShouldReadAsync("Tableau de bord");

        // Alone.
        await SignOutAsync(person);
        await person.GotoAsync("/compte/connexion?retour=/admin/annuaire");
        await person.PressAsync("Utiliser une clé d’accès");
        await person.ShouldReadAsync("Annuaire");

        // The last one stays while the role needs it; beside an application it may go, and then opens nothing.
        await person.GotoAsync("/compte/cles");
        await person.FollowAsync("Retirer");
        await person.WriteAsync("Mot de passe actuel", PortalFactory.Password);
        await person.PressAsync("Retirer cette clé");
        await person.ShouldContainAsync("Votre rôle demande un second facteur");
        await person.GotoAsync("/compte/second-facteur/application");
        var application = new CodeApplication((await person.Locator(".secret-text").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal));
        await person.WriteAsync("Code à 6 chiffres", application.CodeAt(browser.Portal.Clock.GetUtcNow()));
        await person.WriteAsync("Mot de passe actuel", PortalFactory.Password);
        await person.PressAsync("Ajouter cette application");
        await person.ShouldReadAsync("Vos codes de secours");
        await person.GotoAsync("/compte/cles");
        await person.FollowAsync("Retirer");
        await person.WriteAsync("Mot de passe actuel", PortalFactory.Password);
        await person.PressAsync("Retirer cette clé");
        await person.ShouldContainAsync("Vous n’avez pas encore de clé d’accès");
        await SignOutAsync(person);
        await person.GotoAsync("/compte/connexion");
        await person.PressAsync("Utiliser une clé d’accès");
        await person.ShouldContainAsync("Cette clé d’accès n’a pas été reconnue");
    }

    [Fact]
    public async Task Right_passkey_does_not_wait_for_those_that_were_refused_before_it()
    {
        var (person, _) = await WithPasskeyAsync();
        await SignOutAsync(person);
        await person.GotoAsync("/compte/connexion");
        for (var refused = 0; refused < 2; refused++) await person.LeaveAsync(() => person.EvaluateAsync("() => { const form = document.querySelector('[data-passkey]'); form.elements.Credential.value = '{}'; form.submit(); }"));
        await person.ShouldContainAsync("Trop de clés d’accès refusées");

        await person.PressAsync("Utiliser une clé d’accès");

        await person.ShouldReadAsync("Tableau de bord");
    }

    [Fact]
    public async Task Without_an_authenticator_the_page_says_so_and_the_password_still_works()
    {
        var email = $"cle{A.Number()}@example.org";
        await browser.Portal.CreateUserAsync(email, PortalRoles.Staff);
        var person = await browser.NewPersonAsync();
        await AddAuthenticatorAsync(person, isVerified: false);
        await person.GotoAsync("/compte/connexion");

        await person.PressAsync("Utiliser une clé d’accès");

        await person.ShouldContainAsync("La clé d’accès n’a pas été utilisée");
        await PasswordAsync(person, email);
        await person.ShouldReadAsync("Second facteur");
    }

    /// <summary>Somebody of staff who made a passkey where its first page waited for a second factor.</summary>
    private async Task<(IPage Person, string Email)> WithPasskeyAsync()
    {
        var email = $"cle{A.Number()}@example.org";
        await browser.Portal.CreateUserAsync(email, PortalRoles.Staff);
        var person = await browser.NewPersonAsync();
        await AddAuthenticatorAsync(person);
        await person.SignInAsync(email, PortalFactory.Password);
        await person.ShouldReadAsync("Second facteur");
        await person.FollowAsync("Voir mes clés d’accès");
        await person.WriteAsync("Nom de cette clé", "Ordinateur du bureau");
        await person.PressAsync("Ajouter une clé d’accès");
        await person.ShouldReadAsync("Vos codes de secours");
        return (person, email);
    }

    private static async Task AddAuthenticatorAsync(IPage page, bool isVerified = true)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = isVerified,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task PasswordAsync(IPage person, string email)
    {
        await person.GotoAsync("/compte/connexion");
        await person.WriteAsync("Adresse e-mail", email);
        await person.WriteAsync("Mot de passe", PortalFactory.Password);
        await person.PressAsync("Se connecter");
    }

    private static async Task SignOutAsync(IPage person)
    {
        await person.GotoAsync("/compte/sessions");
        await person.LeaveAsync(() => person.PressAsync("Se déconnecter"));
        await Expect(person.GetByRole(AriaRole.Link, new() { Name = "Espace professionnel" })).ToBeVisibleAsync();
    }
}
