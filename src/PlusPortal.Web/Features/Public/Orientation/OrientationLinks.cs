using PlusPortal.Domain.Requests;

namespace PlusPortal.Web.Features.Public.Orientation;

/// <summary>Addresses of the request form.</summary>
public static class OrientationLinks
{
    /// <summary>Start page.</summary>
    public const string Start = "/demande";

    /// <summary>Page for structures outside Lorraine.</summary>
    public const string OutsideLorraine = "/demande/hors-lorraine";

    /// <summary>Query that sends the person back to the check page.</summary>
    public const string ReturnQuery = "retour";

    /// <summary>Value of <see cref="ReturnQuery"/>.</summary>
    public const string CheckSlug = "verification";

    internal const string Draft = "{draftId:guid}";
    internal const string StageSlug = "etape";
    internal const string SubStageSlug = "sous-etape";
    internal const string LegalFormSlug = "forme-juridique";
    internal const string StructureSlug = "structure";
    internal const string SectorsSlug = "secteur";
    internal const string CommuneSlug = "commune";
    internal const string SizeSlug = "taille";
    internal const string NeedSlug = "besoin";
    internal const string ThemesSlug = "themes";
    internal const string TimingSlug = "echeance";
    internal const string AlreadyMetSlug = "deja-rencontres";
    internal const string ContactSlug = "contact";
    internal const string SubmitSlug = "envoi";
    internal const string ConfirmationSlug = "confirmation";
    internal const string LaterSlug = "plus-tard";
    internal const string OutsideSlug = "hors-lorraine";
    internal const string TrackingSlug = "suivi";

    /// <summary>Page of a step.</summary>
    public static string Step(Guid draftId, RequestStep step, bool returnsToCheck = false) =>
        Page(draftId, SlugOf(step)) + (returnsToCheck && step != RequestStep.Transmission ? $"?{ReturnQuery}={CheckSlug}" : "");

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

    private static string SlugOf(RequestStep step) => step switch
    {
        RequestStep.Stage => StageSlug,
        RequestStep.SubStage => SubStageSlug,
        RequestStep.LegalForm => LegalFormSlug,
        RequestStep.Structure => StructureSlug,
        RequestStep.Sectors => SectorsSlug,
        RequestStep.Commune => CommuneSlug,
        RequestStep.Size => SizeSlug,
        RequestStep.Need => NeedSlug,
        RequestStep.Themes => ThemesSlug,
        RequestStep.Timing => TimingSlug,
        RequestStep.AlreadyMet => AlreadyMetSlug,
        RequestStep.Contact => ContactSlug,
        RequestStep.Transmission => CheckSlug,
    };
}
