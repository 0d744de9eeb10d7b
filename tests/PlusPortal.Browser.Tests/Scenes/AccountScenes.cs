using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Links;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>The way in (sign-in, second factor, forgotten password) and the own account.</summary>
internal static class AccountScenes
{
    private const string Key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Public/SignIn/SignIn", "empty", "/compte/connexion"),
        new("Public/SignIn/SignIn", "errors", async stage =>
        {
            await stage.OpenAsync("/compte/connexion");
            await stage.PressAsync("Se connecter");
        }),
        new("Public/SignIn/SignIn", "access just opened", "/compte/connexion?ouvert=acces-et-second-facteur"),
        new("Public/SignIn/Factor", "application and passkey", async stage => await PasswordAsync(stage, await NewAsync(stage, hasApplication: true, passkeys: 1))),
        new("Public/SignIn/Factor", "errors", async stage =>
        {
            await PasswordAsync(stage, await NewAsync(stage, hasApplication: true));
            await stage.PressAsync("Continuer");
        }),
        new("Public/SignIn/Factor", "passkey alone", async stage => await PasswordAsync(stage, await NewAsync(stage, passkeys: 1))),
        new("Public/ForgottenPassword/Index", "empty", "/compte/mot-de-passe-oublie"),
        new("Public/ForgottenPassword/Index", "errors", async stage =>
        {
            await stage.OpenAsync("/compte/mot-de-passe-oublie");
            await stage.SendAsync();
        }),
        new("Public/ForgottenPassword/Asked", "shown", "/compte/mot-de-passe-oublie/envoye"),
        new("Public/ForgottenPassword/Choose", "empty", async stage => await stage.OpenAsync(await ResetLinkAsync(stage))),
        new("Public/ForgottenPassword/Choose", "errors", async stage =>
        {
            await stage.OpenAsync(await ResetLinkAsync(stage));
            await stage.Page.WriteAsync("Nouveau mot de passe", "court");
            await stage.SendAsync();
        }),
        new("Public/ForgottenPassword/Over", "shown", "/compte/nouveau-mot-de-passe/abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrs"),
        new("Public/ForgottenPassword/Done", "shown", "/compte/mot-de-passe-change"),
        new("Account/SecondFactor/Index", "none, required", stage => stage.OpenAsStaffAsync("/compte/second-facteur?retour=/admin")),
        new("Account/SecondFactor/Index", "set", async stage =>
        {
            await EnrolAsync(stage);
            await stage.OpenAsync("/compte/second-facteur?retour=/admin");
        }),
        new("Account/SecondFactor/Application", "empty", stage => OpenAsNewAsync(stage, "/compte/second-facteur/application")),
        new("Account/SecondFactor/Application", "errors", async stage =>
        {
            await OpenAsNewAsync(stage, "/compte/second-facteur/application");
            await stage.SendAsync();
        }),
        new("Account/SecondFactor/Codes", "first", EnrolAsync),
        new("Account/SecondFactor/NewCodes", "empty", async stage =>
        {
            await EnrolAsync(stage);
            await stage.OpenAsync("/compte/second-facteur/codes");
        }),
        new("Account/SecondFactor/NewCodes", "errors", async stage =>
        {
            await EnrolAsync(stage);
            await stage.OpenAsync("/compte/second-facteur/codes");
            await stage.SendAsync();
        }),
        new("Account/SecondFactor/Remove", "errors", async stage =>
        {
            await EnrolAsync(stage);
            await stage.OpenAsync("/compte/second-facteur/application/retirer");
            await stage.SendAsync();
        }),
        new("Account/Passkeys/Index", "none", stage => stage.OpenAsStaffAsync("/compte/cles")),
        new("Account/Passkeys/Index", "several, long names", stage => OpenPasskeysAsync(stage, "/compte/cles")),
        new("Account/Passkeys/Remove", "errors", async stage =>
        {
            await OpenPasskeysAsync(stage, "/compte/cles");
            await stage.LeaveAsync(() => stage.Page.Locator("main a[href$='/retirer']").First.ClickAsync());
            await stage.SendAsync();
        }),
        new("Account/Sessions/Index", "several", async stage =>
        {
            var email = await NewAsync(stage);
            var elsewhere = await stage.Browser.NewPersonAsync();
            await elsewhere.SignInAsync(email, PortalFactory.Password);
            await elsewhere.Context.CloseAsync();
            await PasswordAsync(stage, email);
            await stage.OpenAsync("/compte/sessions");
        }),
        new("Account/Password/Index", "empty", stage => stage.OpenAsStaffAsync("/compte/mot-de-passe")),
        new("Account/Password/Index", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync("/compte/mot-de-passe");
            await stage.SendAsync();
        }),
        new("Shared/Expiry/EndedSession", "typed text kept", async stage =>
        {
            await stage.OpenAsStaffAsync("/admin/lexique/ajout");
            await stage.Page.Locator("main input[type=text]").First.FillAsync(Samples.LongLine[..60]);
            await stage.Page.Context.ClearCookiesAsync();
            await stage.SendAsync();
        }),
    ];

    private static async Task<string> NewAsync(Stage stage, bool hasApplication = false, int passkeys = 0)
    {
        var email = $"compte{A.Number()}@example.org";
        var id = await stage.Browser.Portal.CreateUserAsync(email, PortalRoles.Staff);
        await using var db = stage.Browser.NewContext();
        if (hasApplication)
        {
            (await db.Users.FindAsync(id))!.TwoFactorEnabled = true;
            db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = Key });
        }

        for (var number = 1; number <= passkeys; number++)
        {
            db.UserPasskeys.Add(new IdentityUserPasskey<Guid>
            {
                UserId = id,
                CredentialId = Guid.NewGuid().ToByteArray(),
                Data = new IdentityPasskeyData { Name = number == 1 ? "Téléphone" : Samples.LongWord + Samples.LongWord, PublicKey = [1], AttestationObject = [1], ClientDataJson = [1], Transports = [], CreatedAt = stage.Browser.Portal.Clock.GetUtcNow() },
            });
        }

        await db.SaveChangesAsync();
        return email;
    }

    private static async Task PasswordAsync(Stage stage, string email)
    {
        await stage.OpenAsync("/compte/connexion");
        await stage.Page.WriteAsync("Adresse e-mail", email);
        await stage.Page.WriteAsync("Mot de passe", PortalFactory.Password);
        await stage.PressAsync("Se connecter");
    }

    private static async Task OpenAsNewAsync(Stage stage, string address)
    {
        await PasswordAsync(stage, await NewAsync(stage));
        await stage.OpenAsync(address);
    }

    /// <summary>With passkeys of others than this browser: the password alone came before they were added.</summary>
    private static async Task OpenPasskeysAsync(Stage stage, string address)
    {
        var email = await NewAsync(stage);
        await PasswordAsync(stage, email);
        await using (var db = stage.Browser.NewContext())
        {
            var id = db.Users.Where(user => user.Email == email).Select(user => user.Id).Single();
            foreach (var name in new[] { "Téléphone", Samples.LongWord + Samples.LongWord })
            {
                db.UserPasskeys.Add(new IdentityUserPasskey<Guid>
                {
                    UserId = id,
                    CredentialId = Guid.NewGuid().ToByteArray(),
                    Data = new IdentityPasskeyData { Name = name, PublicKey = [1], AttestationObject = [1], ClientDataJson = [1], Transports = [], CreatedAt = stage.Browser.Portal.Clock.GetUtcNow() },
                });
            }

            await db.SaveChangesAsync();
        }

        await stage.OpenAsync(address);
    }

    private static async Task EnrolAsync(Stage stage)
    {
        await OpenAsNewAsync(stage, "/compte/second-facteur/application");
        var application = new CodeApplication((await stage.Page.Locator(".secret-text").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal));
        await stage.Page.WriteAsync("Code à 6 chiffres", application.CodeAt(stage.Browser.Portal.Clock.GetUtcNow()));
        await stage.SendAsync();
    }

    private static async Task<string> ResetLinkAsync(Stage stage)
    {
        var id = await stage.Browser.Portal.CreateUserAsync($"oubli{A.Number()}@example.org", PortalRoles.Staff);
        await using var scope = stage.Browser.Portal.Services.CreateAsyncScope();
        var token = scope.ServiceProvider.GetRequiredService<LinkIssuer>().PasswordReset(id);
        await scope.ServiceProvider.GetRequiredService<PortalDb>().SaveChangesAsync();
        return $"/compte/nouveau-mot-de-passe/{token}";
    }
}
