namespace PlusPortal.Web.Email;

/// <summary>What follows from an answer once it can no longer be taken back, done before the messages that were held for it are written. Declared here because whoever does it writes messages itself.</summary>
public interface IHeldConsequences
{
    /// <summary>Does it for a request, if it is time.</summary>
    Task DrawAsync(Guid requestId, DateTimeOffset now, CancellationToken ct);
}
