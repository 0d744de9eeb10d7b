using System.Collections.Concurrent;
using PlusPortal.Web.Startup.Database;
using Serilog.Core;
using Serilog.Events;

namespace PlusPortal.Web.Startup.Logging;

/// <summary>
/// While the database is away every request, job and listener would write down the same failure, with its stack: each part of
/// the portal says it once a minute. Everything else is written as it comes.
/// </summary>
public sealed class OutageLog(TimeProvider clock) : ILogEventFilter
{
    /// <summary>Parts that tell of an outage without the exception.</summary>
    private static readonly string[] Tellers = ["Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.EntityFrameworkCore.Database.Connection"];

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, long> saidAt = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public bool IsEnabled(LogEvent logEvent)
    {
        var source = logEvent.Properties.GetValueOrDefault(Constants.SourceContextPropertyName) is ScalarValue { Value: string name } ? name : "";
        if (!DatabaseOutage.Explains(logEvent.Exception) && !Tellers.Any(teller => source.StartsWith(teller, StringComparison.Ordinal))) return true;

        var now = clock.GetTimestamp();
        if (saidAt.TryAdd(source, now)) return true;
        var before = saidAt[source];
        return clock.GetElapsedTime(before, now) >= Every && saidAt.TryUpdate(source, now, before);
    }
}
