using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using PlusPortal.Data;
using PlusPortal.Testing;

namespace PlusPortal.Browser.Tests;

/// <summary>The portal on a real port over a database of its own, for the journeys of one class, with the shared Chromium.</summary>
public sealed class BrowserFixture(PostgresFixture postgres, ChromiumFixture chromium) : IPortalUnderTest, IAsyncLifetime
{
    private readonly ConcurrentQueue<IBrowserContext> people = [];

    // Told at the end: an exception inside a listener would cut the line to the browser, for every test.
    private readonly ConcurrentQueue<string> refusals = [];
    private TestDatabase? database;
    /// <summary>Every person here is Camille, who sends more requests in a day than anybody may.</summary>
    private static readonly Dictionary<string, string> SharesOfADay = new() { ["DailyCaps:SubmissionsOfAddress"] = "1000", ["DailyCaps:SubmissionsOfDomain"] = "1000" };

    private PortalFactory? portal;

    public PortalFactory Portal => portal ?? throw new InvalidOperationException("The fixture has not been initialised.");

    /// <summary>Changes to the services of the portal, for a fixture made by hand.</summary>
    public Action<IServiceCollection>? Configure { get; init; }

    /// <summary>Where the portal listens.</summary>
    public string Address { get; private set; } = "";

    public PortalDb NewContext() => Portal.NewContext();

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();

        // The browser counts the life of cookies from today: the clock starts there, and goes on as the portal reads it.
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(200) };
        portal = new PortalFactory(database, clock, services =>
        {
            SampleQuestions.Register(services);
            Configure?.Invoke(services);
        }, SharesOfADay);
        portal.UseKestrel(0);
        portal.StartServer();
        Address = portal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("127.0.0.1", "localhost").Replace("[::]", "localhost");
    }

    /// <summary>Somebody in front of a browser of their own: cookies are not shared with anybody.</summary>
    /// <param name="javaScript">Whether scripts run.</param>
    /// <param name="width">Width of the window, CSS pixels.</param>
    public async Task<IPage> NewPersonAsync(bool javaScript = true, int width = 1280)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ExtraHTTPHeaders = PortalFactory.NewAddressHeader(),
            JavaScriptEnabled = javaScript,
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        people.Enqueue(context);
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) refusals.Enqueue(message.Text);
        };
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people) await person.CloseAsync();
        if (portal is not null) await portal.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        if (!refusals.IsEmpty) throw new InvalidOperationException("Pages broke their own policy: " + string.Join('\n', refusals));
    }
}
