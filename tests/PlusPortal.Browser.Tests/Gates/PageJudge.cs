using Microsoft.Playwright;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>Puts a page that is open in the browser through the gates, by resizing and recolouring it, never by loading it again.</summary>
internal sealed class PageJudge(Window window, WalkLog log, string scene)
{
    /// <summary>Widths that every page is judged at, CSS pixels, the narrow one last.</summary>
    public static IReadOnlyList<int> Widths { get; } = [1280, 320];

    /// <summary>Where the portal under test, or the test that plays one, answers with <see cref="Tools"/>: sent through the line to the browser they would cost more than a gate.</summary>
    public const string ToolsPath = "/plus-gates.js";

    /// <summary>What the gates ask with, inside the page.</summary>
    public static string Tools { get; } = Read("page-gates.js") + "\n;" + Read("axe.min.js");

    /// <summary>Script that every page of a scene gets before its own.</summary>
    public static string Watch { get; } = Read("page-watch.js");

    private static readonly (int Width, ColorScheme Scheme)[] Turns =
        [(Widths[0], ColorScheme.Light), (Widths[0], ColorScheme.Dark), (Widths[^1], ColorScheme.Dark), (Widths[^1], ColorScheme.Light)];

    private readonly IPage page = window.Page;
    private readonly HashSet<(ColorScheme Scheme, string Pair)> judged = [];

    /// <summary>Everything that depends on the page as it is on the screen. Each turn changes one thing, width or colours: every change is drawn.</summary>
    /// <param name="condition">With or without scripts, in words.</param>
    /// <param name="atWidest">What else is asked of the page at its widest, in the light.</param>
    /// <param name="picture">Takes a picture: at which width, of what.</param>
    public async Task JudgeAsync(string condition, Func<Task>? atWidest = null, Func<int, string, Task>? picture = null)
    {
        await page.EvaluateAsync("path => new Promise((done, fail) => { const tools = document.createElement('script'); tools.src = path; tools.onload = () => { tools.remove(); done(); }; tools.onerror = () => fail(new Error(`${path} was not loaded`)); document.head.append(tools); })", ToolsPath);
        foreach (var (width, scheme) in Turns)
        {
            await window.ResizeAsync(width, isSeen: picture is not null);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            if (await PartOfAxeAsync(scheme) is { } part) log.Add(Gate.Axe, scene, $"{width} px, {scheme}, {condition}", await AskAsync("accessibility", part));
            if (picture is not null) await picture(width, scheme == ColorScheme.Dark ? "dark" : "light");
            if (scheme == ColorScheme.Dark) continue;
            await LookAsync($"{width} px, {condition}", isNarrow: width == Widths[^1]);
            if (width == Widths[0] && atWidest is not null) await atWidest();
        }
    }

    /// <summary>The page as the settings of a system or a printer change it.</summary>
    /// <param name="picture">Takes a picture: at which width, of what.</param>
    public async Task JudgeOtherMediaAsync(string condition, Func<int, string, Task>? picture = null)
    {
        log.Add(Gate.Motion, scene, condition, await AskAsync("motion"));

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        log.Add(Gate.Paper, scene, condition, await AskAsync("paper"));
        if (picture is not null) await picture(Widths[0], "paper");

        await page.EmulateMediaAsync(new() { Media = Media.Screen, ForcedColors = ForcedColors.Active });
        log.Add(Gate.ForcedColours, scene, condition, await AskAsync("lostEdges"));
        if (picture is not null) await picture(Widths[0], "forced");
        await page.Keyboard.PressAsync("Tab");
        log.Add(Gate.ForcedColours, scene, condition, await AskAsync("hiddenFocus"));
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
    }

    /// <summary>The outline of the page: once is enough, no width changes it.</summary>
    public async Task JudgeOutlineAsync(string condition) => log.Add(Gate.Headings, scene, condition, await AskAsync("headings"));

    /// <summary>Focus of everything that takes it. The first key makes the browser show it.</summary>
    public async Task JudgeFocusAsync(string condition)
    {
        await page.Keyboard.PressAsync("Tab");
        log.Add(Gate.Focus, scene, condition, await AskAsync("hiddenFocus"));
    }

    /// <summary>The first link shows itself at the first key and takes the focus to the content. Changes the address, by its fragment.</summary>
    public async Task JudgeSkipLinkAsync(string condition)
    {
        await page.EvaluateAsync("() => { window.scrollTo(0, 0); document.activeElement?.blur(); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }");
        await page.Keyboard.PressAsync("Tab");
        var first = await page.EvaluateAsync<string>("() => { const link = document.activeElement; const box = link.getBoundingClientRect(); return link.matches('a[href^=\"#\"]') ? (box.top >= 0 && box.left >= 0 && box.width > 1 && box.height > 1 ? '' : 'it is not on the screen when it has the focus') : `the first key goes to ${link.outerHTML.slice(0, 80)}`; }");
        if (first.Length == 0)
        {
            await page.Keyboard.PressAsync("Enter");
            first = await page.EvaluateAsync<string>("() => document.activeElement?.matches('main') ? '' : 'it does not take the focus to the main part'");
        }

        await page.EvaluateAsync("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }");
        if (first.Length > 0) log.Add(Gate.SkipLink, scene, condition, [first]);
    }

    private async Task LookAsync(string condition, bool isNarrow)
    {
        var found = await page.EvaluateAsync<string[][]>("isNarrow => plusGates.looks(isNarrow)", isNarrow);
        foreach (var (gate, sentences) in new[] { Gate.Reflow, Gate.TextSpacing, Gate.DoubledText }.Zip(found)) log.Add(gate, scene, condition, sentences);
    }

    /// <summary>In the light everything; in the dark what depends on colours. Of those nothing where every text lies on a ground that was judged before.</summary>
    private async Task<string?> PartOfAxeAsync(ColorScheme scheme)
    {
        var before = judged.Count;
        judged.UnionWith((await AskAsync("palette")).Select(pair => (scheme, pair)));
        return (IsNew: judged.Count > before, scheme) switch
        {
            (IsNew: true, ColorScheme.Dark) => "colours",
            (IsNew: true, _) => "all",
            (_, ColorScheme.Dark) => null,
            _ => "rest",
        };
    }

    private Task<string[]> AskAsync(string question, string part = "") => page.EvaluateAsync<string[]>($"part => plusGates.{question}(part)", part);

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Gates", file));
}
