using PlusPortal.Domain.Requests;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>The request as the page showed it; every form under it posts it back. Nothing posted counts as a conflict.</summary>
public sealed record Seen
{
    /// <summary>Version of the row.</summary>
    public uint Version { get; init; }

    /// <summary>Number of the last event shown: what came later is told to the one who loses.</summary>
    public int LastEventNumber { get; init; }

    /// <summary>Whether somebody saved in between.</summary>
    public bool ConflictsWith(OrientationRequest request) => request.Version != Version;
}
