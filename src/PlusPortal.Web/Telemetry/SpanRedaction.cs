using System.Diagnostics;
using OpenTelemetry;

namespace PlusPortal.Web.Telemetry;

/// <summary>
/// Lets through the tags on its list and no other, before a span leaves: addresses of private links, words searched for and
/// what a visitor's headers hold are in tags that a library may add at any version. A page goes by the pattern of its route.
/// </summary>
public sealed class SpanRedaction : BaseProcessor<Activity>
{
    /// <summary>Tags that hold nothing of a person: codes, patterns of routes, SQL without its values. For metrics too.</summary>
    public static readonly IReadOnlySet<string> Allowed = new HashSet<string>
    {
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type",
        "db.system.name", "db.namespace", "db.query.text", "db.operation.name", "db.response.status_code", "db.client.connection.state",
        PortalTelemetry.PurposeTag, PortalTelemetry.MailKindTag, PortalTelemetry.MailOutcomeTag,
    };

    /// <summary>
    /// Empties the message and the stack of exceptions that a library records on a span: the database quotes the value that it
    /// refused, and what is recorded cannot be taken away afterwards. The type stays; the log has the rest.
    /// </summary>
    private readonly ActivityListener exceptions = new()
    {
        ShouldListenTo = _ => true,
        ExceptionRecorder = (Activity _, Exception _, ref TagList tags) =>
        {
            tags.Add("exception.message", "");
            tags.Add("exception.stacktrace", "");
        },
    };

    /// <summary>Begins.</summary>
    public SpanRedaction() => ActivitySource.AddActivityListener(exceptions);

    /// <inheritdoc />
    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(tag => !Allowed.Contains(tag.Key)).ToList()) data.SetTag(tag.Key, null);

        // What a visitor's header said of another system's trace.
        if (!string.IsNullOrEmpty(data.TraceStateString)) data.TraceStateString = "";

        // The description of a failure is the message of its exception.
        if (data.StatusDescription is not null) data.SetStatus(data.Status);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing) exceptions.Dispose();
        base.Dispose(disposing);
    }
}
