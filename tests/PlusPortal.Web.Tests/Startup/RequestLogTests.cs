using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using Serilog.Core;
using Serilog.Events;

namespace PlusPortal.Web.Tests.Startup;

/// <summary>The log tells which page was asked, never the secret in its address.</summary>
public sealed class RequestLogTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Word = "motrarissime";

    [Fact]
    public async Task Line_of_a_request_says_the_pattern_of_its_route_and_its_trace()
    {
        var log = new Lines();
        await using var portal = Portal(log, new() { ["Serilog:MinimumLevel:Default"] = "Information" });
        var tracking = await fixture.TrackAsync(A.Request().Build());
        using var browser = portal.NewBrowser();

        await browser.GetAsync(tracking);
        await browser.GetAsync($"/demande/reprendre/{Word}");
        await browser.GetAsync($"/annuaire?texte={Word}");
        await browser.GetAsync($"/{Word}");

        var requests = log.All.Where(line => line.Properties.ContainsKey("RequestPath")).ToList();
        Assert.Contains(requests, line => line.RenderMessage().StartsWith("HTTP \"GET\" \"/suivi/{token}\" responded 200 in ", StringComparison.Ordinal) && line.TraceId is not null);
        Assert.Contains(requests, line => line.RenderMessage().StartsWith("HTTP \"GET\" \"/annuaire\" responded 200 in ", StringComparison.Ordinal));
        foreach (var line in log.All)
        {
            var said = line.RenderMessage() + string.Join(' ', line.Properties.Select(property => $"{property.Key}={property.Value}")) + line.Exception;
            Assert.DoesNotContain(Word, said, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(tracking[^43..], said, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Sql_is_silent_unless_one_setting_asks_and_then_comes_without_values()
    {
        var (silent, telling) = (new Lines(), new Lines());
        await using var without = Portal(silent, []);
        await using var with = Portal(telling, new() { ["Telemetry:LogSql"] = "true" });

        await without.NewBrowser().GetAsync($"/annuaire?texte={Word}");
        await with.NewBrowser().GetAsync($"/annuaire?texte={Word}");

        Assert.DoesNotContain(silent.All, IsSql);
        Assert.Contains(telling.All, line => IsSql(line) && line.RenderMessage().Contains("-- src/PlusPortal.", StringComparison.Ordinal) && line.TraceId is not null);
        Assert.DoesNotContain(telling.All, line => line.RenderMessage().Contains(Word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsSql(LogEvent line) => line.RenderMessage().Contains("select ", StringComparison.OrdinalIgnoreCase);

    private PortalFactory Portal(Lines log, Dictionary<string, string> settings) => new(fixture.Database, configure: services => services.AddSingleton<ILogEventSink>(log), settings: settings);

    private sealed class Lines : ILogEventSink
    {
        private readonly ConcurrentQueue<LogEvent> lines = [];

        public IReadOnlyList<LogEvent> All => [.. lines];

        public void Emit(LogEvent logEvent) => lines.Enqueue(logEvent);
    }
}
