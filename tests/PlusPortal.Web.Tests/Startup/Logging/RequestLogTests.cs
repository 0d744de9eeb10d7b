using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Requests;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;
using PlusPortal.Web.Startup.Logging;
using PlusPortal.Web.Tests.Admin.Directory;
using PlusPortal.Web.Tests.Public.Orientation;
using Serilog.Core;

namespace PlusPortal.Web.Tests.Startup.Logging;

/// <summary>What the portal writes about its visitors: enough to find a fault, nothing that opens a request.</summary>
public sealed class RequestLogTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    // As in production; tests are quieter.
    private static readonly Dictionary<string, string> Levels = new()
    {
        ["Serilog:MinimumLevel:Default"] = "Information",
        ["Serilog:MinimumLevel:Override:Microsoft"] = "Warning",
        [PortalFactory.SecurityLevel] = "Information",
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
        request.AskStructure("Combien de personnes employez-vous ?", A.Staff(), A.Now, A.Day);
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

    /// <summary>A request is written, sent, read by staff, sent on and accepted; people sign in, mistype, look where they may not, and things break.</summary>
    [Fact]
    public async Task Log_of_a_whole_journey_names_nobody_and_tells_no_need()
    {
        var log = new LogLines();
        await using var portal = NewPortal(log);
        var confirmation = await Walk.SendAsync(portal, change: new()
        {
            ["contact"] = form => form.Fill("Prénom et nom", "Camille Inventée").Fill("Adresse e-mail", $"camille{A.Number()}@example.org").Choose("Par téléphone").Fill("Téléphone", "06 12 34 56 78").Choose("Meilleur moment", "Le matin"),
        });
        await using var db = fixture.NewContext();
        var draftId = Walk.DraftOf(confirmation);
        var sent = await db.OrientationRequests.AsNoTracking().SingleAsync(request => request.DraftId == draftId, Ct);
        var (staffEmail, partnerEmail) = ($"staff{A.Number()}@example.org", $"partenaire{A.Number()}@example.org");
        var offer = await fixture.AddOfferAsync();
        await portal.CreateUserAsync(staffEmail, PortalRoles.Staff);
        await portal.CreateUserAsync(partnerEmail, PortalRoles.Partner, offer.ActorId);
        using var staff = await portal.SignInAsync(staffEmail);
        using var partner = await portal.SignInAsync(partnerEmail);

        foreach (var address in new[] { "/admin", "/admin/demandes", $"/admin/demandes/{sent.Reference}", $"/admin/demandes?texte={Uri.EscapeDataString(sent.Contact.Name)}", "/admin/annuaire", $"/partenaire/demandes/{Guid.NewGuid()}" })
            (await staff.Client.GetAsync(address, Ct)).Dispose();
        await AnswerAsync(await staff.GetAsync($"/admin/demandes/{sent.Reference}"));
        foreach (var address in new[] { "/partenaire/demandes", "/partenaire/offres", $"/partenaire/demandes/{Guid.NewGuid()}" }) (await partner.Client.GetAsync(address, Ct)).Dispose();
        using (var stranger = portal.NewBrowser())
        {
            await (await stranger.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", staffEmail).Fill("Mot de passe", "pas le bon mot de passe").SubmitAsync();
            await (await stranger.GetAsync("/suivi")).Form("Recevoir un nouveau lien").Fill("Référence de votre demande", sent.Reference).Fill("Adresse e-mail donnée avec la demande", sent.Contact.Email).SubmitAsync();
        }

        var logger = portal.Services.GetRequiredService<ILogger<RequestLogTests>>();
        logger.LogError(new InvalidOperationException($"duplicate key: Key (email)=({sent.Contact.Email}) already exists", new FormatException($"\"Un \"beau\" projet. {sent.Declared.Need}\" of 'l'association {sent.Declared.StructureName}' was not\nexpected")), "Something broke");

        string[] personal =
        [
            staffEmail, partnerEmail, "pas le bon", PortalFactory.Password, sent.Contact.Name, sent.Contact.Email, sent.Contact.Phone!, sent.Contact.Phone![^6..],
            sent.Declared.StructureName!, sent.Declared.Title!, .. sent.Declared.Need!.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 10),
        ];
        string[] lines = [.. log.As(LogFormat.Text), .. log.As(LogFormat.Json)];
        Assert.All(personal, text => Assert.DoesNotContain(lines, line => line.Contains(text, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(lines, line => line.Contains("Something broke", StringComparison.Ordinal) && line.Contains("Key (email)=(…) already exists", StringComparison.Ordinal));
        Assert.All(log.As(LogFormat.Json), line => System.Text.Json.JsonDocument.Parse(line).Dispose());
    }

    [Fact]
    public async Task Security_events_say_what_who_from_where_and_on_which_route()
    {
        var log = new LogLines();
        await using var portal = NewPortal(log);
        var (staffEmail, partnerEmail) = ($"staff{A.Number()}@example.org", $"partenaire{A.Number()}@example.org");
        var offer = await fixture.AddOfferAsync();
        var staffId = await portal.CreateUserAsync(staffEmail, PortalRoles.Staff);
        var partnerId = await portal.CreateUserAsync(partnerEmail, PortalRoles.Partner, offer.ActorId);
        using (var stranger = portal.NewBrowser(IPAddress.Parse("203.0.113.9")))
        {
            var form = (await stranger.GetAsync("/compte/connexion")).Form("Se connecter");
            await form.Fill("Adresse e-mail", "inconnue@example.org").Fill("Mot de passe", "faux").SubmitAsync();
            for (var i = 0; i < 6; i++) await form.Fill("Adresse e-mail", staffEmail).Fill("Mot de passe", "faux").SubmitAsync();
            await stranger.GetAsync("/suivi/jeton-inconnu");
            await stranger.GetAsync("/demande/reprendre/jeton-inconnu");
            await (await stranger.GetAsync("/suivi")).Form("Recevoir un nouveau lien").Without("__RequestVerificationToken").SubmitAsync();
        }

        using (var partner = await portal.SignInAsync(partnerEmail))
        {
            await partner.GetAsync("/admin");
            await partner.GetAsync($"/partenaire/demandes/{Guid.NewGuid()}");
            await (await partner.GetAsync("/partenaire/demandes")).Form("Se déconnecter").SubmitAsync();
        }

        const string SignIn = "203.0.113.0/24 on /compte/connexion";
        Assert.Contains("SignInRefused anonymous 203.0.113.0/24 /compte/connexion unknown account", log.Security);
        Assert.Contains($"SignInRefused anonymous 203.0.113.0/24 /compte/connexion {staffId}", log.Security);
        Assert.Contains("LimitReached anonymous 203.0.113.0/24 /compte/connexion SignInClient", log.Security);
        Assert.Single(log.Security, "LinkRefused anonymous 203.0.113.0/24 /suivi/{token} -");
        Assert.Contains("LinkRefused anonymous 203.0.113.0/24 /demande/reprendre/{token} -", log.Security);
        Assert.Single(log.Security, "FormRefused anonymous 203.0.113.0/24 /suivi -");
        Assert.Contains(log.Security, line => line.StartsWith("SignedIn ", StringComparison.Ordinal) && line.EndsWith($" {partnerId}", StringComparison.Ordinal));
        Assert.Single(log.Security, line => line.StartsWith($"AccessRefused {partnerId} ", StringComparison.Ordinal) && line.EndsWith(" /admin -", StringComparison.Ordinal));
        Assert.Single(log.Security, line => line.StartsWith($"NotFound {partnerId} ", StringComparison.Ordinal) && line.Contains(" /partenaire/demandes/{", StringComparison.Ordinal));
        Assert.Contains(log.Security, line => line.StartsWith($"SignedOut {partnerId} ", StringComparison.Ordinal));
        Assert.Contains(log.As(LogFormat.Text), line => line.Contains("Z WRN ", StringComparison.Ordinal) && line.Contains(" PlusPortal.Security Security: SignInRefused by anonymous from " + SignIn, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("192.0.2.17", "192.0.2.0/24")]
    [InlineData("::ffff:192.0.2.17", "192.0.2.0/24")]
    [InlineData("2001:db8:1:2:3::4", "2001:db8:1::/48")]
    [InlineData(null, "-")]
    public void Client_is_its_network(string? address, string expected) => Assert.Equal(expected, ClientNetwork.Of(address is null ? null : IPAddress.Parse(address)));

    [Fact]
    public void Reference_has_eight_signs_that_nobody_mistakes_and_follows_from_the_trace()
    {
        var traces = Enumerable.Range(0, 20_000).Select(_ => ActivityTraceId.CreateRandom()).ToList();

        var references = traces.Select(LogReference.Of).ToList();

        Assert.All(references, reference => Assert.Matches("^[ACDEFGHJKMNPQRTVWXY34679]{8}$", reference));
        Assert.Equal(traces.Count, references.Distinct().Count());
        Assert.Equal(references, traces.Select(trace => LogReference.Of(ActivityTraceId.CreateFromString(trace.ToHexString()))));
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

        var line = Assert.Single(log.As(LogFormat.Text), line => line.Contains("/mentions-legales", StringComparison.Ordinal));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INF [0-9a-f]{32} [A-Y3-9]{8} \S+ HTTP GET /mentions-legales responded 200 in \d+\.\d+ ms\n$", line);
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
