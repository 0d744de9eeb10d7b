using PlusPortal.Browser.Tests.Gates;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>
/// Every scene, by area. A new page template needs at least one, in the file of its part of the portal; pages with a form have
/// three or four: empty, filled, with errors, with long words. A new area needs a class in <c>Gates/PageTests.cs</c>.
/// </summary>
public static class SceneBook
{
    /// <summary>Scenes by area.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Scene>> Areas { get; } = new Dictionary<string, IReadOnlyList<Scene>>
    {
        [nameof(PublicScenes)] = PublicScenes.All,
        [nameof(AccountScenes)] = AccountScenes.All,
        [nameof(FormScenes)] = FormScenes.All,
        [nameof(TrackingScenes)] = TrackingScenes.All,
        [nameof(ActorScenes)] = ActorScenes.All,
        [nameof(FollowerScenes)] = FollowerScenes.All,
        [nameof(LadderScenes)] = LadderScenes.All,
        [nameof(RequestScenes)] = RequestScenes.All,
        [nameof(DirectoryScenes)] = DirectoryScenes.All,
        [nameof(PartnerScenes)] = PartnerScenes.All,
        [nameof(DirectoryPageScenes)] = DirectoryPageScenes.All,
        [nameof(TextScenes)] = TextScenes.All,
        [nameof(RulesScenes)] = RulesScenes.All,
        [nameof(PeopleScenes)] = PeopleScenes.All,
        [nameof(JobScenes)] = JobScenes.All,
        [nameof(JournalScenes)] = JournalScenes.All,
        [nameof(SettingsScenes)] = SettingsScenes.All,
        [nameof(DevelopmentScenes)] = DevelopmentScenes.All,
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Scene> All => Areas.Values.SelectMany(scenes => scenes);

    /// <summary>Page templates of an area.</summary>
    public static TheoryData<string> TemplatesOf(string area) => [.. Areas[area].Select(scene => scene.Template).Distinct()];

    /// <summary>Scenes of a page template.</summary>
    public static IEnumerable<Scene> Of(string area, string template) => Areas[area].Where(scene => scene.Template == template);
}
