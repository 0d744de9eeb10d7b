using Microsoft.Playwright;
using PlusPortal.Testing;
using static Microsoft.Playwright.Assertions;

namespace PlusPortal.Browser.Tests;

/// <summary>A form whose answer takes its time: it says so, is sent once, and can be used again afterwards.</summary>
public sealed class SlowSendTests(PostgresFixture postgres, ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Working = "Envoi en cours…";

    /// <summary>Whatever the page lets through is counted and never answered, as a server does that takes for ever.</summary>
    private const string NeverAnswer = """
        () => {
          globalThis.plusSent = 0;
          document.addEventListener("submit", (event) => {
            if (!event.defaultPrevented) globalThis.plusSent++;
            event.preventDefault();
          });
        }
        """;

    private readonly BrowserFixture browser = new(postgres, chromium);
    private IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        await browser.InitializeAsync();
        page = await browser.NewPersonAsync();
        await page.GotoAsync("/demande");
        await page.LeaveAsync(() => page.PressAsync("Commencer ma demande"));
        await page.ChooseAsync("Démarrer");
    }

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    [Fact]
    public async Task Slow_answer_is_told_and_a_second_press_sends_nothing()
    {
        await page.EvaluateAsync(NeverAnswer);

        await page.PressAsync("Continuer");
        await Expect(Button(Working)).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = Working })).ToHaveCountAsync(1);
        await page.PressAsync(Working);
        await page.PressAsync("Enregistrer et reprendre plus tard");

        Assert.Equal(1, await SentAsync());
    }

    [Fact]
    public async Task Page_brought_back_from_the_browsers_memory_can_send_again()
    {
        await page.EvaluateAsync(NeverAnswer);
        await page.PressAsync("Continuer");
        await Expect(Button(Working)).ToBeVisibleAsync();

        // What a browser says when it shows a page that it kept; headless Chromium keeps none.
        await page.EvaluateAsync("() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        await Expect(Button("Continuer")).Not.ToHaveAttributeAsync("aria-busy", "true");
        await page.PressAsync("Continuer");

        Assert.Equal(2, await SentAsync());
    }

    [Fact]
    public async Task Back_button_finds_the_form_ready_to_be_sent()
    {
        await page.LeaveAsync(() => page.PressAsync("Continuer"));
        await page.ShouldReadAsync("Plus précisément");

        await page.GoBackAsync();
        await page.ShouldReadAsync("Où en êtes-vous");
        await page.PressAsync("Continuer");

        await page.ShouldReadAsync("Plus précisément");
    }

    private Task<int> SentAsync() => page.EvaluateAsync<int>("() => globalThis.plusSent");

    private ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
