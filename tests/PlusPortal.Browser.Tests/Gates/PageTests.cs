using System.Reflection;
using PlusPortal.Browser.Tests.Scenes;

namespace PlusPortal.Browser.Tests.Gates;

// Every page template, in its states, at 320 and 1280 pixels, light and dark, with and without scripts: one test a page, one class
// an area. Areas run side by side, and a page that fails says so before the others are done.

/// <summary>Home, lost link, errors.</summary>
public sealed class PublicPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(PublicScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(PublicScenes), template);
}

/// <summary>The way in and the own account.</summary>
public sealed class AccountPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(AccountScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(AccountScenes), template);
}

/// <summary>The form of a request.</summary>
public sealed class FormPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(FormScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(FormScenes), template);
}

/// <summary>The private page of a structure.</summary>
public sealed class TrackingPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(TrackingScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(TrackingScenes), template);
}

/// <summary>Behind the links of actors.</summary>
public sealed class ActorPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(ActorScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(ActorScenes), template);
}

/// <summary>Who follows a request, and how its person is reached.</summary>
public sealed class FollowerPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(FollowerScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(FollowerScenes), template);
}

/// <summary>How far the help went, for the structure, the actor and staff.</summary>
public sealed class LadderPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(LadderScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(LadderScenes), template);
}

/// <summary>Requests, for staff.</summary>
public sealed class RequestPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(RequestScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(RequestScenes), template);
}

/// <summary>Actors and offers, for staff.</summary>
public sealed class DirectoryPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(DirectoryScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(DirectoryScenes), template);
}

/// <summary>What partners see.</summary>
public sealed class PartnerPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(PartnerScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(PartnerScenes), template);
}

/// <summary>The public directory.</summary>
public sealed class PublicDirectoryPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(DirectoryPageScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(DirectoryPageScenes), template);
}

/// <summary>Texts of the portal.</summary>
public sealed class TextPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(TextScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(TextScenes), template);
}

/// <summary>Rules, simulator, lexicon.</summary>
public sealed class RulesPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(RulesScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(RulesScenes), template);
}

/// <summary>People and their own accounts.</summary>
public sealed class PeoplePages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(PeopleScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(PeopleScenes), template);
}

/// <summary>Pages of the jobs.</summary>
public sealed class JobPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(JobScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(JobScenes), template);
}

/// <summary>Pages of the journal.</summary>
public sealed class JournalPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(JournalScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(JournalScenes), template);
}

/// <summary>Pages of the settings.</summary>
public sealed class SettingsPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(SettingsScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(SettingsScenes), template);
}

/// <summary>Pages of Development, and what holds for all areas together.</summary>
public sealed class DevelopmentPages(SceneStages stages) : IClassFixture<SceneStages>
{
    [Theory]
    [MemberData(nameof(SceneBook.TemplatesOf), nameof(DevelopmentScenes), MemberType = typeof(SceneBook))]
    public Task Page_passes_every_gate(string template) => stages.JudgeAsync(nameof(DevelopmentScenes), template);

    [Fact]
    public void Every_page_template_has_a_scene()
    {
        var templates = PageTemplates.Of(stages.Portal);

        Assert.True(templates.Count > 50);
        Assert.Empty(PageTemplates.Unseen(templates, SceneBook.All.Select(scene => scene.View)));
    }

    [Fact]
    public void Every_area_of_the_scenes_has_a_class_of_tests()
    {
        var tested = from type in typeof(SceneBook).Assembly.GetTypes()
                     from method in type.GetMethods()
                     from data in method.GetCustomAttributes<MemberDataAttribute>()
                     where data.MemberType == typeof(SceneBook)
                     select (string)data.Arguments[0]!;

        Assert.Equal(SceneBook.Areas.Keys.Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Scene_that_comes_to_another_template_is_reported()
    {
        var log = new WalkLog();

        await stages.PlayAsync(new Scene("Public/Home/Index", "wrong", "/compte/connexion"), log);

        Assert.Contains("SignIn", Assert.Single(log.Of(Gate.Scene)), StringComparison.Ordinal);
        Assert.Empty(log.Titles);
    }
}
