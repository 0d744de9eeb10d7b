using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PlusPortal.Web.Telemetry;

/// <summary>What the portal tells of its own work. While nobody listens a call costs a comparison.</summary>
/// <remarks>A tag is a code or a number of ours. Never what somebody typed, an address, a path or a token.</remarks>
public static class PortalTelemetry
{
    /// <summary>Name of the source of the spans and of the meter.</summary>
    public const string Name = "PlusPortal";

    /// <summary>What a match is made for.</summary>
    public const string PurposeTag = "plus.matching.purpose";

    /// <summary>Kind of a mail, a code of the outbox.</summary>
    public const string MailKindTag = "plus.mail.kind";

    /// <summary>What became of an attempt to send a mail: sent, dropped, failed (tried again), dead.</summary>
    public const string MailOutcomeTag = "plus.mail.outcome";

    private const string MailSpan = "mail";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Sent = Meter.CreateCounter<long>("plus.requests.sent", "{request}", "Requests sent by structures");
    private static readonly Counter<long> Mails = Meter.CreateCounter<long>("plus.mails", "{mail}", "Attempts to send a mail, by what became of them");
    private static readonly Histogram<double> MatchingSeconds = Meter.CreateHistogram<double>("plus.matching.duration", "s", "Time of one match with the directory in memory", advice: new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1] });

    /// <summary>A structure sent its request.</summary>
    public static void RequestSent() => Sent.Add(1);

    /// <summary>Matches, with a span and a duration.</summary>
    /// <param name="purpose">A word of ours: request, preview, simulation.</param>
    /// <param name="match">The match.</param>
    public static TResult Matching<TResult>(string purpose, Func<TResult> match)
    {
        using var span = Source.StartActivity("matching");
        span?.SetTag(PurposeTag, purpose);
        var startedAt = Stopwatch.GetTimestamp();
        var result = match();
        MatchingSeconds.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, new KeyValuePair<string, object?>(PurposeTag, purpose));
        return result;
    }

    /// <summary>The span of one attempt to send a mail, its reading and writing included; null while nobody listens.</summary>
    /// <param name="kind">Kind of the mail, a code of the outbox.</param>
    public static Activity? Mail(string kind) => Source.StartActivity(MailSpan)?.SetTag(MailKindTag, kind);

    /// <summary>What became of that attempt.</summary>
    /// <param name="kind">Kind of the mail.</param>
    /// <param name="outcome">sent, dropped, failed or dead.</param>
    public static void MailEnded(string kind, string outcome)
    {
        if (Activity.Current is { OperationName: MailSpan } span) span.SetTag(MailOutcomeTag, outcome);
        Mails.Add(1, new(MailKindTag, kind), new(MailOutcomeTag, outcome));
    }
}
