using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlusPortal.Browser.Tests.Scenes;
using PlusPortal.Testing;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;
using PlusPortal.Web.Security;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>A portal on which the scenes of one area play; each page that they come to is put through every gate.</summary>
public sealed class SceneStages(PostgresFixture postgres, ChromiumFixture chromium, NuHtmlChecker html) : IAsyncLifetime
{
    /// <summary>Writes a picture of every scene at every width and in both colour schemes, on paper and in forced colours.</summary>
    public const string GalleryVariable = "PLUS_GALLERY";

    // A scene keeps a processor busy, in the portal or in the browser: one each, over all areas together.
    private static readonly SemaphoreSlim Turn = new(Math.Clamp(Environment.ProcessorCount, 2, 8));
    private static readonly TitleBook Titles = new();

    private readonly MailFolder mails = new(Path.Combine(Path.GetTempPath(), "plus-scenes-" + Guid.NewGuid().ToString("N")));
    private readonly ConcurrentBag<Window> left = [];
    private BrowserFixture? browser;
    private SignedIn? signedIn;
    private IDisposable? telling;

    private static bool IsGallery => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(GalleryVariable));

    /// <summary>The portal.</summary>
    public PortalFactory Portal => Browser.Portal;

    private BrowserFixture Browser => browser ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public async ValueTask InitializeAsync()
    {
        browser = new BrowserFixture(postgres, chromium) { Configure = ShowEverything };
        await browser.InitializeAsync();
        telling = ShownView.Tell(browser.Portal);
        signedIn = new SignedIn(browser);
    }

    public async ValueTask DisposeAsync()
    {
        telling?.Dispose();
        signedIn?.Dispose();
        if (Directory.Exists(mails.Path)) Directory.Delete(mails.Path, recursive: true);
        if (browser is not null) await browser.DisposeAsync();
    }

    /// <summary>Plays every scene of a page template and fails with all that is wrong, gate by gate.</summary>
    /// <param name="area">Name of a part of the <see cref="SceneBook"/>.</param>
    /// <param name="template">Page template, as its scenes name it.</param>
    public async Task JudgeAsync(string area, string template)
    {
        var log = new WalkLog();
        await Task.WhenAll(SceneBook.Of(area, template).Select(scene => PlayAsync(scene, log)));
        foreach (var (view, title) in log.Titles)
        {
            if (Titles.OtherOf(title, view) is { } other) log.Add(Gate.Headings, template, "title", [$"« {title} » is the title of {other} too"]);
        }

        if (html.IsThere) log.Add(Gate.Html, template, "as it is served", await html.CheckAsync(log.Served, TestContext.Current.CancellationToken));
        Assert.True(log.IsEmpty, log.ToString());
    }

    /// <summary>Plays one scene: comes to the page, then judges it.</summary>
    internal async Task PlayAsync(Scene scene, WalkLog log)
    {
        await Turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await PlayInTurnAsync(scene, log);
        }
        finally
        {
            Turn.Release();
        }
    }

    private async Task PlayInTurnAsync(Scene scene, WalkLog log)
    {
        var window = await NextWindowAsync();
        var page = window.Page;
        var visit = new PageVisit(window, log, scene.Name, Browser.Address);
        var stage = new Stage(Browser, window, signedIn!);
        try
        {
            await visit.BeginAsync();
            await scene.ReachAsync(stage);
            var answer = stage.Answer ?? throw new InvalidOperationException("it opened no page");
            var view = (await answer.AllHeadersAsync()).GetValueOrDefault(ShownView.Header, "no view");
            if (view != scene.View) throw new InvalidOperationException($"it came to {view} at {page.Url}, « {await page.TitleAsync()} » ({answer.Status})");
            var body = await answer.TextAsync();
            log.Served[scene.FileName] = body;
            log.Titles.Add((view, await page.TitleAsync()));
            await visit.JudgeAsync(IsGallery ? (width, what) => PictureAsync(scene, page, width, what) : null);
            await visit.JudgeWithoutScriptsAsync(body, answer.Headers);
            await visit.EndAsync();
            await LeaveAsync(window);
        }
        catch (Exception problem)
        {
            // The page stays as it is, and closes with all others.
            log.Add(Gate.Scene, scene.Name, "on the way", [$"{problem.GetType().Name}: {problem.Message}".ReplaceLineEndings(" ")]);
        }
    }

    /// <summary>Somebody new in front of a browser: one that another left as it was new costs a fraction of a new one.</summary>
    private async Task<Window> NextWindowAsync()
    {
        if (left.TryTake(out var window)) return window;
        var fresh = await Browser.NewPersonAsync();
        await fresh.AddInitScriptAsync(PageJudge.Watch);
        return await Window.OfAsync(fresh);
    }

    /// <summary>It stays where it is: another address, were it empty, would cost a new process and all that this one has compiled.</summary>
    private async Task LeaveAsync(Window window)
    {
        var page = window.Page;
        await page.EvaluateAsync("() => { localStorage.clear(); sessionStorage.clear(); }");
        await page.Context.ClearCookiesAsync();
        await page.Context.SetExtraHTTPHeadersAsync(PortalFactory.NewAddressHeader());
        left.Add(window);
    }

    private static Task PictureAsync(Scene scene, IPage page, int width, string what) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(TestPaths.Screenshots, $"{scene.FileName}--{width}-{what}.png"), FullPage = true });

    private void ShowEverything(IServiceCollection services)
    {
        services.PostConfigure<MvcOptions>(options =>
        {
            foreach (var convention in options.Conventions.OfType<DevelopmentOnlyConvention>().ToList()) options.Conventions.Remove(convention);
        });
        services.AddControllers().AddApplicationPart(typeof(StatusController).Assembly);
        services.AddSingleton<IStartupFilter, ToolsOfTheGates>();
        services.AddSingleton(mails);
        JobScenes.AddJobs(services);
    }

    private sealed class ToolsOfTheGates : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map(PageJudge.ToolsPath, tools => tools.Run(async context =>
            {
                context.Response.ContentType = "text/javascript; charset=utf-8";
                context.Response.Headers.CacheControl = "max-age=3600";
                await context.Response.WriteAsync(PageJudge.Tools, context.RequestAborted);
            }));
            next(app);
        };
    }
}
