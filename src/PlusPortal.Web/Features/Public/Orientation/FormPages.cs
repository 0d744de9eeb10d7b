using PlusPortal.Web.Features.Public.Orientation.Check;
using PlusPortal.Web.Features.Public.Orientation.Needs;
using PlusPortal.Web.Features.Public.Orientation.Situation;
using PlusPortal.Web.Features.Public.Orientation.Steps;

namespace PlusPortal.Web.Features.Public.Orientation;

/// <summary>The pages of the request form in order. One more question is one more line; its page, its facts and who may read them come with it.</summary>
public static class FormPages
{
    /// <summary>All of them, the check page last.</summary>
    public static IReadOnlyList<FormStep> All { get; } =
    [
        StageStep.Definition,
        SubStageStep.Definition,
        LegalFormStep.Definition,
        StructureStep.Definition,
        SectorsStep.Definition,
        CommuneStep.Definition,
        SizeStep.Definition,
        NeedStep.Definition,
        ThemesStep.Definition,
        TimingStep.Definition,
        AlreadyMetStep.Definition,
        ContactStep.Definition,
        CheckStep.Definition,
    ];
}
