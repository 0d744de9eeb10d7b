using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>How a use-case on a request ended.</summary>
public abstract record RequestResult
{
    private RequestResult()
    {
    }

    /// <summary>Saved; the act to confirm, and whether staff must still tell an actor by themselves.</summary>
    public sealed record Saved(Act Act, bool IsByHand = false) : RequestResult;

    /// <summary>No such request, or no such referral in it.</summary>
    public sealed record NotFound : RequestResult;

    /// <summary>Somebody saved in between: nothing was written.</summary>
    public sealed record Conflict : RequestResult;

    /// <summary>A field says something that cannot be done.</summary>
    public sealed record Refused(string Field, string Sentence) : RequestResult;
}
