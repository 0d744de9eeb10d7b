using Microsoft.Playwright;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using static Microsoft.Playwright.Assertions;

namespace PlusPortal.Browser.Tests;

/// <summary>Before the end of a session, in a browser whose clock the test moves.</summary>
public sealed class SessionWarningTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Typed = "Une phrase que personne ne veut perdre.";

    [Fact]
    public async Task Warning_comes_before_the_end_keeps_what_is_typed_and_the_button_goes_on()
    {
        var page = await OpenAsync();
        var warning = page.GetByRole(AriaRole.Region, new() { Name = "Fin de votre session" });
        var field = page.Locator("main input[type=text]").First;
        await field.FillAsync(Typed);
        await Expect(warning).ToBeHiddenAsync();

        await page.Clock.FastForwardAsync("55:00");
        await Expect(warning).ToContainTextAsync("votre session se termine dans 4 minutes");
        await page.PressAsync("Rester connecté");
        await Expect(warning).ToBeHiddenAsync();

        await Expect(field).ToHaveValueAsync(Typed);
        await page.Clock.FastForwardAsync("50:00");
        await Expect(warning).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Session_that_is_over_is_told_and_the_page_stays()
    {
        var page = await OpenAsync();
        var field = page.Locator("main input[type=text]").First;
        await field.FillAsync(Typed);

        await page.Clock.FastForwardAsync("01:05:00");

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Fin de votre session" })).ToContainTextAsync("Votre session est terminée");
        await Expect(field).ToHaveValueAsync(Typed);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Rester connecté" })).ToBeHiddenAsync();
    }

    private async Task<IPage> OpenAsync()
    {
        var email = $"fin{A.Number()}@example.org";
        await browser.Portal.CreateUserAsync(email, PortalRoles.Staff);
        var page = await browser.NewPersonAsync();
        await page.Clock.InstallAsync();
        await page.SignInAsync(email, PortalFactory.Password);
        await page.GotoAsync("/admin/lexique/ajout");
        return page;
    }
}
