using PlusPortal.Web.Addresses;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>Addresses under a request, each written once.</summary>
public static class RequestLinks
{
    /// <summary>Prefix of every page of a request.</summary>
    public const string RequestRoute = Queue + "/{reference}";

    /// <summary>The queue.</summary>
    public const string Queue = "admin/demandes";

    /// <summary>The page of a request; with what was just done, to confirm it.</summary>
    public static string Request(string reference, RequestResult.Saved? done = null) =>
        done is null ? AdminAddress.Request(reference) : $"{AdminAddress.Request(reference)}?{ActWords.DoneKey}={ActWords.CodeOf(done.Act, done.IsByHand)}";

    /// <summary>A page or an action under a request.</summary>
    public static string Under(string reference, string action) => $"{AdminAddress.Request(reference)}/{action}";

    /// <summary>Where passages of its texts are masked.</summary>
    public static string Masks(string reference) => Under(reference, "masques");

    /// <summary>A page or an action under a referral.</summary>
    public static string UnderReferral(string reference, Guid referralId, string action) => $"{AdminAddress.Request(reference)}/envois/{referralId}/{action}";
}
