using PlusPortal.Browser.Tests.Gates;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>
/// Every scene. A new page template needs at least one, in the file of its part of the portal; pages with a form have
/// three or four: empty, filled, with errors, with long words.
/// </summary>
public static class SceneBook
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Scene> All { get; } = [.. PublicScenes.All, .. RequestScenes.All, .. TrackingScenes.All, .. TriageScenes.All, .. DirectoryScenes.All, .. PartnerScenes.All, .. DirectoryPageScenes.All, .. TextScenes.All, .. RulesScenes.All, .. JobScenes.All, .. DevelopmentScenes.All];
}
