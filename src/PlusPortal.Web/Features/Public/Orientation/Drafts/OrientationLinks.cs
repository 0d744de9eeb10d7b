using PlusPortal.Web.Addresses;

namespace PlusPortal.Web.Features.Public.Orientation.Drafts;

/// <summary>Addresses of the request form. A step owns the end of its own; those of the other pages are here.</summary>
public static class OrientationLinks
{
    /// <summary>Start page.</summary>
    public const string Start = PublicAddress.NewRequest;

    /// <summary>Page for structures outside Lorraine.</summary>
    public const string OutsideLorraine = PublicAddress.NewRequest + "/hors-lorraine";

    /// <summary>Query that sends the person back to the check page.</summary>
    public const string ReturnQuery = "retour";

    /// <summary>Value of <see cref="ReturnQuery"/>.</summary>
    public const string CheckSlug = "verification";

    internal const string Root = "demande";
    internal const string Draft = "{draftId:guid}";
    internal const string Prefix = Draft + "/";
    internal const string SubmitSlug = "envoi";
    internal const string ConfirmationSlug = "confirmation";
    internal const string LaterSlug = "plus-tard";
    internal const string OutsideSlug = "hors-lorraine";
    internal const string TrackingSlug = "suivi";

    /// <summary>Page of a step.</summary>
    public static string Step(Guid draftId, string slug, bool returnsToCheck = false) =>
        Page(draftId, slug) + (returnsToCheck && slug != CheckSlug ? $"?{ReturnQuery}={CheckSlug}" : "");

    /// <summary>Where a draft continues.</summary>
    public static string Enter(Guid draftId) => $"{Start}/{draftId}";

    /// <summary>Check page.</summary>
    public static string Check(Guid draftId) => Page(draftId, CheckSlug);

    /// <summary>Confirmation.</summary>
    public static string Confirmation(Guid draftId) => Page(draftId, ConfirmationSlug);

    /// <summary>« Enregistrer et reprendre plus tard ».</summary>
    public static string Later(Guid draftId) => Page(draftId, LaterSlug);

    /// <summary>What to do outside Lorraine, for a draft.</summary>
    public static string Outside(Guid draftId) => Page(draftId, OutsideSlug);

    /// <summary>Any page of a draft.</summary>
    public static string Page(Guid draftId, string slug) => $"{Start}/{draftId}/{slug}";
}
