using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Labels.Rights;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>The top of every page about a request, and what its forms post back.</summary>
public sealed record RequestHead(Guid Id, string Reference, string Name, RequestStatus Status, uint Version, int LastEventNumber)
{
    /// <summary>Head of a loaded request.</summary>
    public static RequestHead Of(OrientationRequest request) => new(
        request.Id, request.Reference, request.AnonymisedAt is null ? request.Declared.StructureName ?? request.Declared.Title : RightsWords.Anonymous, request.Status, request.Version, request.LastEventNumber);
}
