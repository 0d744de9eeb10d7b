using System.Diagnostics;
using OpenTelemetry.Trace;

namespace PlusPortal.Web.Telemetry;

/// <summary>Records what belongs to a page or to a piece of work of ours; a command of the database alone, such as a look at the outbox every two seconds, tells nothing.</summary>
public sealed class PagesAndJobs : Sampler
{
    /// <inheritdoc />
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(samplingParameters.ParentContext.TraceId == default && samplingParameters.Kind == ActivityKind.Client ? SamplingDecision.Drop : SamplingDecision.RecordAndSample);
}
