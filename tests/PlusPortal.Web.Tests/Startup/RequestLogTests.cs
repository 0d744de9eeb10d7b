using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlusPortal.Domain.Requests;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Public.Orientation;
using Serilog.Core;

namespace PlusPortal.Web.Tests.Startup;

/// <summary>What the portal writes about its visitors: enough to find a fault, nothing that opens a request.</summary>
public sealed class RequestLogTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    // As in production; tests are quieter.
    private static readonly Dictionary<string, string> Levels = new()
    {
        ["Serilog:MinimumLevel:Default"] = "Information",
        ["Serilog:MinimumLevel:Override:Microsoft"] = "Warning",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_of_a_whole_journey_holds_no_secret_no_path_and_no_query()
    {
        var log = new LogLines();
        await using var portal = NewPortal(log);
        var browser = portal.NewBrowser();
        var confirmation = await Walk.SendAsync(portal, browser);
        var address = new Uri(confirmation.Link("Suivre ma demande")).PathAndQuery;
        var request = A.Request().Build().InTriage();
        request.AskStructure("Combien de personnes employez-vous ?", A.Staff(), A.Now, A.Today);
        var mailed = await fixture.TrackAsync(request);

        await browser.GetAsync(address);
        await browser.GetAsync(mailed);
        await browser.GetAsync(mailed + "?retour=" + TokenOf(mailed));
        await browser.GetAsync("/suivi/" + TokenOf(mailed).ToUpperInvariant());
        await browser.GetAsync("/demande/reprendre/" + TokenOf(mailed));
        await browser.GetAsync($"/nulle-part/{TokenOf(mailed)}");
        await browser.GetAsync("/annuaire?texte=motsecret");
        using (var wrongMethod = new HttpRequestMessage(HttpMethod.Put, mailed)) (await browser.Client.SendAsync(wrongMethod, Ct)).Dispose();
        await AnswerAsync(await browser.GetAsync(mailed + "/reponse"));

        string[] secrets = [TokenOf(address), TokenOf(mailed), TokenOf(mailed).ToUpperInvariant(), "motsecret", "nulle-part"];
        Assert.All(secrets, secret => Assert.DoesNotContain(log.All, line => line.Contains(secret, StringComparison.Ordinal)));
        Assert.Contains("GET /suivi/{token} 200", log.Requests);
        Assert.Contains("GET /suivi/{token} 404", log.Requests);
        Assert.Contains(log.Requests, line => line.StartsWith("POST /suivi/{token}/", StringComparison.Ordinal));
        Assert.Contains(log.Requests, line => line.StartsWith("POST /demande/", StringComparison.Ordinal));
        Assert.Contains("GET /{*path} 404", log.Requests);
    }

    [Fact]
    public async Task What_a_visitor_writes_forges_no_line_and_tells_a_terminal_nothing()
    {
        var log = new LogLines();
        await using var portal = NewPortal(log);
        await portal.NewBrowser().GetAsync("/suivi/x%0A2026-03-02%20INF%20forg%C3%A9e%1B%5B31m");
        var logger = portal.Services.GetRequiredService<ILogger<RequestLogTests>>();

        logger.LogWarning("Read {Text} of {Texts}", "un\r\nfaux \u001b[31mrouge\u2028\u202efin", new[] { "deux\nlignes" });

        Assert.All(log.All, line => Assert.DoesNotContain(line.TrimEnd('\n'), character => character != ' ' && (char.IsControl(character) || character is '\u2028' or '\u202e')));
        Assert.Contains(log.All, line => line.Contains(@"Read un\u000d\u000afaux \u001b[31mrouge\u2028\u202efin of [""deux", StringComparison.Ordinal));
        Assert.DoesNotContain(log.All, line => line.Contains("forg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Line_says_when_how_long_and_by_which_trace_it_is_found_again()
    {
        var log = new LogLines();
        await using var portal = NewPortal(log);

        await portal.NewBrowser().GetAsync("/mentions-legales");

        Assert.Contains(log.All, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d INF \S+ HTTP GET /mentions-legales responded 200 in \d+\.\d+ ms .*[0-9a-f]{32}\n$"));
    }

    [Fact]
    public async Task Sql_is_silent_unless_one_setting_asks_and_then_comes_on_its_own_lines_without_values()
    {
        var (silent, telling) = (new LogLines(), new LogLines());
        await using var without = new PortalFactory(fixture.Database, configure: services => services.AddSingleton<ILogEventSink>(silent));
        await using var with = new PortalFactory(fixture.Database, configure: services => services.AddSingleton<ILogEventSink>(telling), settings: new Dictionary<string, string> { ["Telemetry:LogSql"] = "true" });

        await without.NewBrowser().GetAsync("/annuaire?texte=motsecret");
        await with.NewBrowser().GetAsync("/annuaire?texte=motsecret");

        Assert.DoesNotContain(silent.All, IsSql);
        Assert.Contains(telling.All, line => IsSql(line) && line.Contains("\n-- src/PlusPortal.", StringComparison.Ordinal));
        Assert.DoesNotContain(telling.All, line => line.Contains("motsecret", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsSql(string line) => line.Contains("select ", StringComparison.OrdinalIgnoreCase);

    private PortalFactory NewPortal(LogLines log) => new(fixture.Database, configure: services => services.AddSingleton<ILogEventSink>(log), settings: Levels);

    private static string TokenOf(string address) => address.Split('/')[^1];

    /// <summary>Sends the first form of a tracked request that has a text to write, whatever its words.</summary>
    private static async Task AnswerAsync(HtmlPage page)
    {
        var button = page.Document.QuerySelectorAll("main form[method=post] button").Select(item => PageText.Normalise(item.TextContent)).First();
        await page.Form(button).SubmitAsync();
    }
}
