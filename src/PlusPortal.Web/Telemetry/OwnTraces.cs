using System.Diagnostics;

namespace PlusPortal.Web.Telemetry;

/// <summary>
/// Every request begins a trace of its own. The reference that people quote is made from it: a visitor whose header named
/// another trace could write lines under somebody else's reference. Nor is anybody told of ours.
/// </summary>
internal sealed class OwnTraces : DistributedContextPropagator
{
    /// <inheritdoc />
    public override IReadOnlyCollection<string> Fields => [];

    /// <inheritdoc />
    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
    }

    /// <inheritdoc />
    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        (traceId, traceState) = (null, null);

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
