namespace PlusPortal.Browser.Tests.Gates;

/// <summary>Every page template, in its states, at 320 and 1280 pixels, light and dark, with and without scripts: one test a gate.</summary>
public sealed class PageGateTests(SceneWalk walk) : IClassFixture<SceneWalk>
{
    [Fact]
    public void Every_page_template_has_a_scene()
    {
        Assert.SkipUnless(SceneWalk.IsWhole, $"{SceneWalk.OnlyVariable} is set: not every scene was played.");
        Assert.True(walk.Templates.Count > 50);

        None(PageTemplates.Unseen(walk.Templates, walk.Log.Titles.Keys));
    }

    [Fact]
    public void Every_scene_shows_its_template() => None(walk.Log.Of(Gate.Scene));

    [Fact]
    public async Task Scene_that_comes_to_another_template_is_reported()
    {
        var log = new WalkLog();

        await walk.PlayAsync(new Scene("Public/Home/Index", "wrong", "/compte/connexion"), log);

        Assert.Contains("SignIn", Assert.Single(log.Of(Gate.Scene)), StringComparison.Ordinal);
        Assert.Empty(log.Titles);
    }

    [Fact]
    public void Axe_finds_nothing() => None(walk.Log.Of(Gate.Axe));

    [Fact]
    public async Task Html_is_valid()
    {
        Assert.SkipUnless(NuHtmlChecker.HasJava(), NuHtmlChecker.WithoutJava);

        None(await NuHtmlChecker.CheckAsync(walk.Log.Served, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Nothing_scrolls_sideways_at_320_pixels() => None(walk.Log.Of(Gate.Reflow));

    [Fact]
    public void Wider_text_spacing_loses_nothing() => None(walk.Log.Of(Gate.TextSpacing));

    [Fact]
    public void Text_twice_as_large_loses_nothing() => None(walk.Log.Of(Gate.DoubledText));

    [Fact]
    public void Headings_and_title_belong_together() => None(walk.Log.Of(Gate.Headings));

    [Fact]
    public void No_two_templates_share_a_title() => None(Titles.Shared(walk.Log.Titles));

    [Fact]
    public void Focus_is_always_seen() => None(walk.Log.Of(Gate.Focus));

    [Fact]
    public void Skip_link_leads_to_the_content() => None(walk.Log.Of(Gate.SkipLink));

    [Fact]
    public void No_page_breaks_its_own_policy() => None(walk.Log.Of(Gate.Policy));

    [Fact]
    public void No_page_asks_another_host() => None(walk.Log.Of(Gate.OwnHost));

    [Fact]
    public void No_layout_shifts() => None(walk.Log.Of(Gate.Stillness));

    [Fact]
    public void Forced_colours_keep_edges_and_focus() => None(walk.Log.Of(Gate.ForcedColours));

    [Fact]
    public void Nothing_moves_for_who_asked_for_less_motion() => None(walk.Log.Of(Gate.Motion));

    [Fact]
    public void Paper_bears_the_content_alone() => None(walk.Log.Of(Gate.Paper));

    private static void None(IEnumerable<string> complaints)
    {
        var all = complaints.ToList();
        Assert.True(all.Count == 0, $"{all.Count} complaints:\n{string.Join('\n', all)}");
    }
}
