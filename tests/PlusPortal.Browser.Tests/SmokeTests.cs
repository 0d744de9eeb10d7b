using static Microsoft.Playwright.Assertions;

namespace PlusPortal.Browser.Tests;

public sealed class SmokeTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task The_home_page_leads_to_the_request_form()
    {
        var person = await browser.NewPersonAsync();

        await person.GotoAsync("/");

        await Expect(person.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Demander une orientation" })).ToBeVisibleAsync();
    }
}
