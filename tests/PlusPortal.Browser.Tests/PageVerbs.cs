using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PlusPortal.Browser.Tests;

/// <summary>What a person does on any page, in their words.</summary>
internal static class PageVerbs
{
    extension(IPage page)
    {
        /// <summary>Presses the button of that name.</summary>
        public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        /// <summary>Follows the first link of that name.</summary>
        public Task FollowAsync(string link) => page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(Regex.Escape(link)) }).First.ClickAsync();

        /// <summary>Does what leads to another page, and waits until that page is there.</summary>
        public async Task LeaveAsync(Func<Task> leave)
        {
            await page.EvaluateAsync("() => { globalThis.plusLeaving = true; }");
            await leave();
            await page.WaitForFunctionAsync("() => !globalThis.plusLeaving && document.readyState === 'complete'");
        }

        /// <summary>Writes in the field of that label.</summary>
        public Task WriteAsync(string label, string text) => page.GetByLabel(label).First.FillAsync(text);

        /// <summary>Chooses the radio button whose label begins so, by its label as most people do.</summary>
        public Task ChooseAsync(string label) => page.Locator("label", new() { HasTextRegex = new Regex("^" + Regex.Escape(label)) }).First.ClickAsync();

        /// <summary>Ticks the box whose label begins so, by its label.</summary>
        public Task TickAsync(string label) => page.Locator("label", new() { HasTextRegex = new Regex("^" + Regex.Escape(label)) }).First.ClickAsync();

        /// <summary>Waits until the page's heading says so.</summary>
        public Task ShouldReadAsync(string heading) => Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading);

        /// <summary>Waits until the main part of the page contains the text.</summary>
        public Task ShouldContainAsync(string text) => Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(text);

        /// <summary>Signs in from wherever the portal asks for it.</summary>
        public async Task SignInAsync(string email, string password)
        {
            await page.GotoAsync("/compte/connexion");
            await page.WriteAsync("Adresse e-mail", email);
            await page.WriteAsync("Mot de passe", password);
            await page.PressAsync("Se connecter");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" })).ToBeVisibleAsync();
        }
    }
}
