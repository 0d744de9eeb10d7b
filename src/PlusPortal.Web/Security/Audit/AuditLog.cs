using System.Collections.Concurrent;
using System.Security.Claims;
using PlusPortal.Data.Audit;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Security.Audit;
using PlusPortal.Web.Startup.Logging;

namespace PlusPortal.Web.Security.Audit;

/// <summary>
/// Tells the audit what people do: who (account), when (UTC), from where (network, pattern of the route), about what. Never a path, a
/// query, a name, an address or what somebody typed. Takes a moment, writes nothing by itself and never fails a page.
/// </summary>
public sealed class AuditLog(AuditQueue queue, IHttpContextAccessor accessor, TimeProvider clock)
{
    /// <summary>Reading the same thing again within this time is the same reading.</summary>
    public static readonly TimeSpan OneReading = TimeSpan.FromMinutes(10);

    private const int MostReadings = 5_000;

    private readonly ConcurrentDictionary<(Guid ActorId, Guid RequestId, AuditAct What), DateTimeOffset> readings = [];

    /// <summary>Tells that something was done.</summary>
    /// <param name="what">What.</param>
    /// <param name="targetKind">What the target names.</param>
    /// <param name="target">Identifier or code of what it is about.</param>
    public void Write(AuditAct what, string? targetKind = null, string? target = null) => Add(AuditArea.Business, what.ToString(), targetKind, target);

    /// <summary>Tells that something about a request was done.</summary>
    public void WriteAbout(Guid requestId, AuditAct what) => Add(AuditArea.Business, what.ToString(), requestId: requestId);

    /// <summary>Tells that staff read a request with the person behind it.</summary>
    public void ReadWhole(OrientationRequest request)
    {
        Read(request.Id, AuditAct.ContactRead);
        ReadText(request);
    }

    /// <summary>Tells that staff read what a request says, where that may be sensitive.</summary>
    public void ReadText(OrientationRequest request)
    {
        if (request.SignalCodes.Contains(TriageSignals.DonneesSensibles) || request.PassagesThatWait().Count > 0) Read(request.Id, AuditAct.SensitiveRead);
    }

    /// <summary>Tells that a request was read; once in ten minutes for the same person and request.</summary>
    public void Read(Guid requestId, AuditAct what)
    {
        if (ActorOf(accessor.HttpContext) is { } actor && !IsNewReading((actor, requestId, what))) return;
        WriteAbout(requestId, what);
    }

    /// <summary>Tells a line of either area.</summary>
    /// <param name="area">Area.</param>
    /// <param name="kind">Name of what happened.</param>
    /// <param name="targetKind">What the target names.</param>
    /// <param name="target">Identifier or code of what it is about.</param>
    /// <param name="requestId">Request that it is about.</param>
    /// <param name="actorId">Who did it, where the session does not say so yet.</param>
    public void Add(AuditArea area, string kind, string? targetKind = null, string? target = null, Guid? requestId = null, Guid? actorId = null)
    {
        var (http, now) = (accessor.HttpContext, clock.GetUtcNow());
        queue.Add(new AuditEvent
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Kind = kind,
            Area = area,
            ActorId = ActorOf(http) ?? actorId,
            Client = http is null ? null : ClientNetwork.Of(http.Connection.RemoteIpAddress),
            Route = http is null ? null : Cut(RequestLog.RouteOf(http), AuditEvent.RouteLength),
            TargetKind = target is null ? null : targetKind,
            Target = Cut(target, AuditEvent.TargetLength),
            RequestId = requestId,
        });
    }

    private static Guid? ActorOf(HttpContext? http) => Guid.TryParse(http?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..length];

    private bool IsNewReading((Guid, Guid, AuditAct) reading)
    {
        var now = clock.GetUtcNow();
        if (readings.TryGetValue(reading, out var last) && now - last < OneReading && last <= now) return false;
        if (readings.Count >= MostReadings)
        {
            foreach (var old in readings.Where(old => now - old.Value >= OneReading).ToList()) readings.TryRemove(old);
            if (readings.Count >= MostReadings) readings.Clear();
        }

        readings[reading] = now;
        return true;
    }
}
