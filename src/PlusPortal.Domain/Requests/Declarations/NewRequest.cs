using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Domain.Requests.Declarations;

/// <summary>How the request reached the portal.</summary>
public enum RequestOrigin
{
    /// <summary>Typed by the structure.</summary>
    Online,

    /// <summary>Typed by staff for a person who telephoned.</summary>
    EnteredByStaff,
}

/// <summary>What is needed to submit a request.</summary>
public sealed record NewRequest
{
    /// <summary>Reference taken from the sequence.</summary>
    public required RequestReference Reference { get; init; }

    /// <summary>Draft it comes from; null when staff enter it.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>Request from whose tracking page it was begun; null for the others.</summary>
    public Guid? PrecededById { get; init; }

    /// <summary>How it reached the portal.</summary>
    public RequestOrigin Origin { get; init; }

    /// <summary>What the structure declared.</summary>
    public required Declaration Declaration { get; init; }

    /// <summary>The person to call.</summary>
    public required Contact Contact { get; init; }

    /// <summary>Who may receive it.</summary>
    public required TransmissionRule TransmissionRule { get; init; }

    /// <summary>Version of the text that the structure agreed to.</summary>
    public required string ConsentTextVersion { get; init; }

    /// <summary>Author of the submission.</summary>
    public Author By { get; init; } = new(AuthorKind.Structure, null, Channel.RequestForm);
}
