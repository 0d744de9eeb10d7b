using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;
using PlusPortal.Web.Telemetry;
using PlusPortal.Web.Tests.Public.Orientation;

namespace PlusPortal.Web.Tests.Telemetry;

/// <summary>What leaves the portal about its own work: nothing of the people who use it.</summary>
public sealed class SpanTests(PostgresFixture postgres)
{
    private const int PatienceMilliseconds = 60_000;
    private const string Word = "motrarissime";
    private const string Email = "personne.secrete@example.org";
    private const string Need = "Notre trésorière Sidonie est partie";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_span_of_a_whole_journey_holds_a_path_a_query_a_token_an_address_or_a_text()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync();
        var log = new SpanLog();
        var portal = Portal(database, receiver, log);
        var secrets = await JourneyAsync(portal, database);
        Flush(portal);
        await portal.DisposeAsync();

        Assert.NotEmpty(log.Spans);
        foreach (var text in log.Spans.SelectMany(SpanLog.TextsOf))
        {
            Assert.True(!secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)), text);
            Assert.DoesNotMatch("url\\.(path|query|full)|user_agent|client\\.address|server\\.address|http\\.request\\.header", text);
        }

        foreach (var (_, _, body) in receiver.Received) Assert.DoesNotContain(secrets, secret => body.Contains(secret, StringComparison.OrdinalIgnoreCase));

        var names = log.Spans.Select(span => span.DisplayName).ToHashSet();
        Assert.Superset(new HashSet<string> { "GET suivi/{token}", "GET suivi/{token}/reponse", "GET demande/reprendre/{token}", "GET annuaire", "POST suivi", "matching", "mail", "postgresql" }, names);
        Assert.Contains(log.Spans, span => span.DisplayName == "mail" && Equals(span.GetTagItem(PortalTelemetry.MailOutcomeTag), "sent"));

        // The tags that say nothing of anybody are there: a list that lets nothing through would pass all the above.
        var page = log.Spans.First(span => span.DisplayName == "GET annuaire");
        Assert.Equal(("GET", 200), (page.GetTagItem("http.request.method"), page.GetTagItem("http.response.status_code")));
        Assert.Contains(log.Spans, span => span.ParentSpanId == page.SpanId && $"{span.GetTagItem("db.query.text")}".Contains("-- src/PlusPortal.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Value_that_the_database_refuses_stays_out_of_the_span_of_its_failure()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync();
        var log = new SpanLog();
        await using var portal = Portal(database, receiver, log);
        using var browser = portal.NewBrowser();
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            using var work = PortalTelemetry.Mail("Essai");
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.Database.ExecuteSqlAsync($"select {Word}::int", Ct));
        }

        var failed = Assert.Single(log.Spans, span => span.Events.Any(entry => entry.Name == "exception"));
        Assert.Contains("exception.type=Npgsql.PostgresException", SpanLog.TextsOf(failed));
        Assert.Contains("error.type=22P02", SpanLog.TextsOf(failed));
        Assert.DoesNotContain(SpanLog.TextsOf(failed), text => text.Contains(Word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Spans_and_figures_reach_the_collector_that_is_set()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync();
        var portal = Portal(database, receiver, new SpanLog());
        await Walk.SendAsync(portal);
        Flush(portal);
        await portal.DisposeAsync();

        var traces = string.Concat(receiver.Received.Where(sent => sent.Path == "/v1/traces").Select(sent => sent.Body));
        var figures = string.Concat(receiver.Received.Where(sent => sent.Path == "/v1/metrics").Select(sent => sent.Body));
        Assert.All(receiver.Received, sent => Assert.Equal("application/x-protobuf", sent.ContentType));
        Assert.All(new[] { "plus-portal", "POST demande/{draftId:guid}/envoi", "matching", "-- src/PlusPortal." }, text => Assert.Contains(text, traces, StringComparison.Ordinal));
        Assert.All(new[] { "plus.requests.sent", "plus.matching.duration", "http.server.request.duration" }, text => Assert.Contains(text, figures, StringComparison.Ordinal));
        Assert.DoesNotContain("Password=", figures + traces, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Host=", figures + traces, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nothing_leaves_nor_is_recorded_without_the_setting()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync();
        var portal = new PortalFactory(database, settings: new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Endpoint, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" });

        await Walk.SendAsync(portal);
        Assert.Null(portal.Services.GetService<TracerProvider>());
        Assert.Null(portal.Services.GetService<MeterProvider>());
        await portal.DisposeAsync();

        Assert.Empty(receiver.Received);
    }

    /// <summary>A person searches, begins, takes up again by e-mail, sends, follows; somebody guesses. Returns what must not be seen.</summary>
    private static async Task<IReadOnlyList<string>> JourneyAsync(PortalFactory portal, TestDatabase database)
    {
        var scene = new Scene(portal);
        using var browser = portal.NewBrowser();
        browser.Client.DefaultRequestHeaders.UserAgent.ParseAdd($"{Word}/1.0");
        browser.Client.DefaultRequestHeaders.Add("tracestate", $"autre={Word}");
        browser.Client.DefaultRequestHeaders.Add("baggage", $"mot={Word}");
        browser.Client.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        await browser.GetAsync($"/annuaire?texte={Word}");
        await browser.GetAsync($"/annuaire?commune={Word}");
        await browser.GetAsync($"/demande/communes?q={Word}");
        await browser.GetAsync($"/{Word}/{Word}?{Word}={Word}");
        await browser.GetAsync($"/annuaire/{Word}");
        var lost = await browser.GetAsync("/suivi");
        await lost.Form("Recevoir un nouveau lien").Fill("Référence de votre demande", "PLUS-2026-000001").Fill("Adresse e-mail donnée avec la demande", Email).SubmitAsync();

        var change = new Dictionary<string, Action<Testing.Html.HtmlForm>>
        {
            ["besoin"] = form => form.Fill("Titre", Need).Fill("Votre besoin", Need + ", nous cherchons comment continuer sans elle."),
            ["contact"] = form => form.Fill("Prénom et nom", "Sidonie Inventée").Fill("Adresse e-mail", Email).Fill("Téléphone", "06 12 98 12 34").Choose("Par téléphone"),
        };
        var page = await Walk.ToAsync(portal, "besoin", browser, change);
        var later = await page.Form(Walk.Later).Fill("Votre besoin", Need).SubmitAsync();
        await later.Form("Recevoir le lien").Fill("Adresse e-mail", Email).SubmitAsync();
        await DeliverAsync(portal);
        await using var db = database.NewContext();
        var resume = LinkTokens.Create();
        db.AccessLinks.Add(new AccessLink { TokenHash = LinkTokens.Hash(resume), Purpose = LinkPurpose.ResumeDraft, SubjectId = Walk.DraftOf(page), CreatedAt = A.Now, ExpiresAt = A.Now.AddYears(1) });
        await db.SaveChangesAsync(Ct);
        await browser.GetAsync("/demande/reprendre/" + resume);
        await browser.GetAsync("/demande/reprendre/" + Word);

        var sent = await Walk.Agree(await Walk.OnToAsync(await browser.GetAsync(page.Path), "verification", change)).SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        await DeliverAsync(portal);

        var tracking = await scene.TrackAsync(A.Request().Build());
        var confirm = await browser.GetAsync(tracking);
        await confirm.Form("Confirmer mon adresse et voir ma demande").SubmitAsync();
        await browser.GetAsync(tracking + "/reponse");
        await browser.GetAsync(tracking + "/rappel?" + Word);
        await browser.GetAsync("/suivi/" + Word);
        return [Word, Email, "Sidonie", "0612981234", "612981234", "06 12 98 12 34", tracking[^43..], resume];
    }

    /// <summary>Spans leave in batches; a stop waits five seconds for them.</summary>
    private static void Flush(PortalFactory portal)
    {
        Assert.True(portal.Services.GetRequiredService<TracerProvider>().ForceFlush(PatienceMilliseconds));
        Assert.True(portal.Services.GetRequiredService<MeterProvider>().ForceFlush(PatienceMilliseconds));
    }

    private static async Task DeliverAsync(PortalFactory portal)
    {
        while (await portal.Services.GetRequiredService<OutboxDelivery>().DeliverBatchAsync(Ct) > 0)
        {
        }
    }

    private static PortalFactory Portal(TestDatabase database, OtlpReceiver receiver, SpanLog log) => new(
        database,
        configure: services =>
        {
            services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(new SimpleActivityExportProcessor(log)));
            services.AddSingleton<IMailTransport, NoTransport>();
        },
        settings: new Dictionary<string, string> { ["Telemetry:OtlpEndpoint"] = receiver.Endpoint });

    private sealed class Scene(PortalFactory portal) : IPortalUnderTest
    {
        public PortalFactory Portal => portal;

        public PortalDb NewContext() => portal.NewContext();
    }

    /// <summary>Every mail is taken.</summary>
    private sealed class NoTransport : IMailTransport
    {
        public Task SendAsync(OutgoingMail mail, CancellationToken ct) => Task.CompletedTask;
    }
}
