using PlusPortal.Domain;
using PlusPortal.Domain.Requests.Ladder;

namespace PlusPortal.Web.Features.Shared.Answers;

/// <summary>What came of a rung that somebody noted.</summary>
/// <param name="IsFound">Whether there is such a referral.</param>
/// <param name="IsNew">Whether it is noted now; false when it was before.</param>
/// <param name="Standing">The rung of the same side that it does not go with: nothing is noted then.</param>
public sealed record RungResult(bool IsFound, bool IsNew, StandingRung? Standing = null)
{
    /// <summary>Query of the page that says that it was noted before.</summary>
    public const string Already = "deja";

    /// <summary>Value of the query of the page that follows; null when there is nothing to say.</summary>
    public string? Note => IsFound && !IsNew && Standing is null ? Already : null;

    /// <summary>Notes a rung, and catches what it does not go with: nothing is saved then.</summary>
    /// <param name="note">Notes it and saves: whether it was found, and whether it is new.</param>
    public static async Task<RungResult> CatchAsync(Func<Task<(bool IsFound, bool IsNew)>> note)
    {
        try
        {
            var (isFound, isNew) = await note();
            return new RungResult(isFound, isNew);
        }
        catch (DomainRuleException clash) when (clash.Standing is not null)
        {
            return new RungResult(IsFound: true, IsNew: false, clash.Standing);
        }
    }
}
