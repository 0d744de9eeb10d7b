using Microsoft.Playwright;

namespace PlusPortal.Browser.Tests;

/// <summary>One Chromium for all browser tests; each test opens a context of its own, like another person.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    // A closed network: without these switches the browser would look for updates and stall.
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",

        // A page lives for a second: a script made quicker while it runs costs more than it gives.
        "--js-flags=--no-maglev,--no-turbofan",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The running browser.</summary>
    public IBrowser Browser => browser ?? throw new InvalidOperationException("The fixture has not been initialised.");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ChromiumLocator.FindOrInstall(),
            Headless = true,
            Args = Switches,
        });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
