using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Testing;

namespace PlusPortal.Browser.Tests.Weight;

/// <summary>
/// What a visit costs, measured on the wire by the browser: the budget of a page that volunteers open on a phone with
/// a poor network. Against the portal as a process of its own in Production, as it is served.
/// </summary>
public sealed partial class PageWeightTests(PostgresFixture postgres, ChromiumFixture chromium) : IAsyncLifetime
{
    private const int FirstVisitBytes = 120_000;
    private const int NextVisitBytes = 30_000;
    private const int MostRequests = 8;

    private readonly string dataFolder = Path.Combine(Path.GetTempPath(), "plus-weight-" + Guid.NewGuid().ToString("N"));
    private TestDatabase? database;
    private PortalProcess? portal;
    private string address = "";

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        portal = PortalProcess.Start("Production", dataFolder, database.ConnectionString, "Now listening on", "--webroot", TestPaths.WebRoot);
        await portal.ReadyAsync(TestContext.Current.CancellationToken);
        address = ListeningOn().Match(portal.Said).Groups["address"].Value;
    }

    public async ValueTask DisposeAsync()
    {
        portal?.Dispose();
        if (database is not null) await database.DisposeAsync();
    }

    [Fact]
    public async Task Home_fits_the_budget() => await CheckAsync("/", []);

    [Fact]
    public async Task Step_of_the_form_fits_the_budget()
    {
        await using var person = await NewPersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync("/demande");
        await page.LeaveAsync(() => page.PressAsync("Commencer ma demande"));
        // The portal answers as over TLS, and its cookies are for that alone.
        var cookies = (await person.CookiesAsync()).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = address.Replace("http://", "https://", StringComparison.Ordinal) });

        await CheckAsync(new Uri(page.Url).PathAndQuery, cookies);
    }

    [Fact]
    public async Task Directory_fits_the_budget() => await CheckAsync("/annuaire", []);

    [Fact]
    public async Task Heavy_page_and_another_host_are_reported()
    {
        await using var person = await NewPersonAsync();
        await person.RouteAsync("**/lourd", route => route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!DOCTYPE html><title>Lourd</title><img alt='' src='http://ailleurs.test/mesure.gif'><img alt='' src='/favicon.svg'>{new string('a', 10)}" }));
        var page = await person.NewPageAsync();

        var visit = await VisitAsync(page, "/lourd");

        Assert.Equal("http://ailleurs.test/mesure.gif", Assert.Single(visit.Elsewhere));
        Assert.NotEmpty(Complaints("lourd", visit, mostBytes: 0));
        Assert.True(visit.Bytes > 0);
    }

    private async Task CheckAsync(string path, IEnumerable<Cookie> cookies)
    {
        await using var person = await NewPersonAsync();
        await person.AddCookiesAsync(cookies);
        var page = await person.NewPageAsync();
        var first = await VisitAsync(page, path);
        var next = await VisitAsync(page, path);

        TestContext.Current.SendDiagnosticMessage($"{path}: {first.Bytes} bytes in {first.Requests} requests, then {next.Bytes} bytes");
        Assert.Empty(Complaints("first visit", first, FirstVisitBytes).Concat(Complaints("next visit", next, NextVisitBytes)));
    }

    private static IEnumerable<string> Complaints(string visit, Traffic traffic, int mostBytes)
    {
        if (traffic.Bytes > mostBytes) yield return $"{visit}: {traffic.Bytes} bytes, {mostBytes} at most ({string.Join(", ", traffic.Parts)})";
        if (traffic.Requests > MostRequests) yield return $"{visit}: {traffic.Requests} requests, {MostRequests} at most";
        foreach (var other in traffic.Elsewhere) yield return $"{visit}: asks {other}";
    }

    /// <summary>Opens a page and counts what came over the wire, headers included; what the browser kept costs nothing.</summary>
    private async Task<Traffic> VisitAsync(IPage page, string path)
    {
        var traffic = new Traffic();
        var session = await page.Context.NewCDPSessionAsync(page);
        var addresses = new Dictionary<string, string>();
        session.Event("Network.requestWillBeSent").OnEvent += (_, said) => addresses[said!.Value.GetProperty("requestId").GetString()!] = said.Value.GetProperty("request").GetProperty("url").GetString()!;
        session.Event("Network.loadingFinished").OnEvent += (_, said) =>
        {
            var bytes = (int)said!.Value.GetProperty("encodedDataLength").GetDouble();
            if (bytes == 0) return;
            traffic.Bytes += bytes;
            traffic.Requests++;
            traffic.Parts.Add($"{addresses.GetValueOrDefault(said.Value.GetProperty("requestId").GetString()!, "?").Replace(address, "", StringComparison.Ordinal)} {bytes}");
        };
        await session.SendAsync("Network.enable");
        page.Request += Hear;
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.EvaluateAsync("async () => { await document.fonts.ready; }");
        page.Request -= Hear;
        await session.DetachAsync();
        return traffic;

        void Hear(object? sender, IRequest request)
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) traffic.Elsewhere.Add(request.Url);
        }
    }

    private Task<IBrowserContext> NewPersonAsync() => chromium.Browser.NewContextAsync(new() { BaseURL = address, ExtraHTTPHeaders = PortalProcess.OverTls, Locale = "fr-FR", ViewportSize = new() { Width = 390, Height = 844 } });

    [GeneratedRegex(@"Now listening on: (?<address>http://[\d.:]+)")]
    private static partial Regex ListeningOn();

    private sealed class Traffic
    {
        public int Bytes { get; set; }

        public int Requests { get; set; }

        public List<string> Parts { get; } = [];

        public List<string> Elsewhere { get; } = [];
    }
}
