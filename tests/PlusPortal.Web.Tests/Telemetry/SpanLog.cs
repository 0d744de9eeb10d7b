using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;

namespace PlusPortal.Web.Tests.Telemetry;

/// <summary>Keeps the spans as they leave, after whatever was done to them.</summary>
internal sealed class SpanLog : BaseExporter<Activity>
{
    private readonly ConcurrentQueue<Activity> spans = [];

    /// <summary>The spans so far.</summary>
    public IReadOnlyList<Activity> Spans => [.. spans];

    /// <summary>Everything in a span that is read by somebody.</summary>
    public static IEnumerable<string> TextsOf(Activity span) =>
    [
        span.DisplayName, span.OperationName, span.StatusDescription ?? "", span.TraceStateString ?? "",
        .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
        .. span.Events.Select(entry => entry.Name),
        .. span.Events.SelectMany(entry => entry.Tags).Select(tag => $"{tag.Key}={tag.Value}"),
        .. span.Links.SelectMany(link => link.Tags ?? []).Select(tag => $"{tag.Key}={tag.Value}"),
    ];

    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (var span in batch) spans.Enqueue(span);
        return ExportResult.Success;
    }
}
