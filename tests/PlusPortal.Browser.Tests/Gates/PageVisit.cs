using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>One page before the gates, with scripts and without.</summary>
/// <remarks>
/// It is judged twice. First as people have it. Then the very same answer without the site's scripts: axe itself is a
/// script and cannot run where scripts are switched off, so requests for scripts are refused and what <c>noscript</c>
/// holds is shown. Where scripts had changed nothing in the page it has been judged already, and is not loaded again.
/// </remarks>
internal sealed partial class PageVisit(Window window, WalkLog log, string scene, string address)
{
    private static readonly string[] AboutBytes = ["content-length", "content-encoding", "transfer-encoding"];

    private readonly IPage page = window.Page;
    private readonly PageJudge judge = new(window, log, scene);
    private readonly string own = new Uri(address).Authority;
    private string withScripts = "";

    /// <summary>Before the page is opened: what it asks for and what its policy refuses is noted from now on.</summary>
    public async Task BeginAsync()
    {
        window.Asked = NoteHost;
        window.Said = NotePolicy;
        await page.EmulateMediaAsync(new() { Media = Media.Screen, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce, ForcedColors = ForcedColors.None });
    }

    /// <summary>The page may be used for another scene.</summary>
    public async Task EndAsync()
    {
        window.Asked = null;
        window.Said = null;
        await page.UnrouteAllAsync();
        await window.ResizeAsync(PageJudge.Widths[0], isSeen: true);
    }

    /// <summary>The page that is open now.</summary>
    /// <param name="picture">Takes a picture: at which width, of what.</param>
    public async Task JudgeAsync(Func<int, string, Task>? picture = null)
    {
        await ReadWatchAsync("with scripts");
        withScripts = await OutlineAsync();
        await judge.JudgeAsync("with scripts", JudgeMoreAsync, picture);

        async Task JudgeMoreAsync()
        {
            await judge.JudgeOutlineAsync("with scripts");
            await judge.JudgeOtherMediaAsync("with scripts", picture);
            await judge.JudgeFocusAsync("with scripts");
            await judge.JudgeSkipLinkAsync("with scripts");
        }
    }

    /// <summary>The same answer again, as a browser without scripts shows it.</summary>
    /// <param name="html">The answer.</param>
    /// <param name="headers">Its headers. All count: one that isolates the page, left out, would make the browser begin a new process.</param>
    public async Task JudgeWithoutScriptsAsync(string html, IEnumerable<KeyValuePair<string, string>> headers)
    {
        var body = NoScript().Replace(html, "");
        if (await page.EvaluateAsync<string>("html => new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML", body) == withScripts) return;
        var kept = headers.Where(header => !AboutBytes.Contains(header.Key)).ToList();
        var shown = page.Url.Split('#')[0];
        await page.RouteAsync("**/*", route => route.Request switch
        {
            { IsNavigationRequest: true } asked when asked.Url == shown => route.FulfillAsync(new() { Headers = kept, Body = body }),
            { ResourceType: "script" } asked when !asked.Url.EndsWith(PageJudge.ToolsPath, StringComparison.Ordinal) => route.AbortAsync(),
            _ => route.FallbackAsync(),
        });
        await window.ResizeAsync(PageJudge.Widths[0], isSeen: true);
        await page.GotoAsync(shown);
        await ReadWatchAsync("without scripts");
        if (await OutlineAsync() == withScripts) return;
        await judge.JudgeAsync("without scripts", () => judge.JudgeOutlineAsync("without scripts"));
    }

    private void NoteHost(IRequest request)
    {
        if (Uri.TryCreate(request.Url, UriKind.Absolute, out var asked) && asked.Scheme is not ("data" or "blob" or "about") && asked.Authority != own)
            log.Add(Gate.OwnHost, scene, "while loading", [$"asks {asked}"]);
    }

    private void NotePolicy(IConsoleMessage message)
    {
        if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) log.Add(Gate.Policy, scene, "console", [message.Text]);
    }

    private async Task ReadWatchAsync(string condition)
    {
        await page.EvaluateAsync("async () => { await document.fonts.ready; await new Promise(requestAnimationFrame); }");
        var shift = await page.EvaluateAsync<double>("() => plusWatch.shift");
        if (shift >= 0.05) log.Add(Gate.Stillness, scene, condition, [$"the layout moves by {shift:0.000}"]);
        log.Add(Gate.Policy, scene, condition, await page.EvaluateAsync<string[]>("() => plusWatch.policy"));
    }

    private Task<string> OutlineAsync() => page.EvaluateAsync<string>("() => document.documentElement.outerHTML.replace(/<\\/?noscript>/g, '')");

    [GeneratedRegex("</?noscript>")]
    private static partial Regex NoScript();
}
