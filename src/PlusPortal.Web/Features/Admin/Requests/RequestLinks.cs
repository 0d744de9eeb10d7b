using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>Addresses of the triage pages, each written once.</summary>
public static class RequestLinks
{
    /// <summary>Prefix of every page of a request.</summary>
    public const string RequestRoute = Queue + "/{reference}";

    /// <summary>The queue.</summary>
    public const string Queue = "admin/demandes";

    /// <summary>The landing page.</summary>
    public const string Dashboard = "/admin";

    /// <summary>Every open request.</summary>
    public const string AllOpen = "/" + Queue;

    /// <summary>The page of a request; with what was just done, to confirm it.</summary>
    public static string Request(string reference, RequestResult.Saved? done = null) =>
        done is null ? $"/{Queue}/{reference}" : $"/{Queue}/{reference}?{ActWords.DoneKey}={ActWords.CodeOf(done.Act, done.IsByHand)}";

    /// <summary>A page or an action under a request.</summary>
    public static string Under(string reference, string action) => $"/{Queue}/{reference}/{action}";

    /// <summary>A page or an action under a referral.</summary>
    public static string UnderReferral(string reference, Guid referralId, string action) => $"/{Queue}/{reference}/envois/{referralId}/{action}";
}
