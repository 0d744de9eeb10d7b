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

    // Half of a scene is spent waiting for the portal and the browser: two for a processor, over all areas together.
    private static readonly SemaphoreSlim Turn = new(Math.Clamp(2 * Environment.ProcessorCount, 2, 8));
    private static readonly TitleBook Titles = new();

    private readonly MailFolder mails = new(Path.Combine(Path.GetTempPath(), "plus-scenes-" + Guid.NewGuid().ToString("N")));
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
        var page = await Browser.NewPersonAsync();
        try
        {
            var visit = new PageVisit(page, log, scene.Name, Browser.Address);
            await visit.BeginAsync();
            var stage = new Stage(Browser, page, signedIn!);
            await scene.ReachAsync(stage);
            var answer = stage.Answer ?? throw new InvalidOperationException("it opened no page");
            var view = (await answer.AllHeadersAsync()).GetValueOrDefault(ShownView.Header, "no view");
            if (view != scene.View) throw new InvalidOperationException($"it came to {view} at {page.Url}, « {await page.TitleAsync()} » ({answer.Status})");
            var body = await answer.TextAsync();
            log.Served[scene.FileName] = body;
            log.Titles.Add((view, await page.TitleAsync()));
            await visit.JudgeAsync(IsGallery ? (width, what) => PictureAsync(scene, page, width, what) : null);
            await visit.JudgeWithoutScriptsAsync(body, answer.Headers.GetValueOrDefault("content-security-policy", ""));
        }
        catch (Exception problem)
        {
            log.Add(Gate.Scene, scene.Name, "on the way", [$"{problem.GetType().Name}: {problem.Message}".ReplaceLineEndings(" ")]);
        }
        finally
        {
            await CloseAsync(page, scene, log);
        }
    }

    private static async Task CloseAsync(IPage page, Scene scene, WalkLog log)
    {
        try
        {
            await page.Context.CloseAsync();
        }
        catch (PlaywrightException problem)
        {
            log.Add(Gate.Scene, scene.Name, "at the end", [problem.Message.ReplaceLineEndings(" ")]);
        }
    }

    private static Task PictureAsync(Scene scene, IPage page, int width, string what) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(TestPaths.Screenshots, $"{scene.FileName}--{width}-{what}.png"), FullPage = true });

    private void ShowEverything(IServiceCollection services)
    {
        services.PostConfigure<MvcOptions>(options =>
        {
            foreach (var convention in options.Conventions.OfType<DevelopmentOnlyConvention>().ToList()) options.Conventions.Remove(convention);
        });
        services.AddSingleton(mails);
        JobScenes.AddJobs(services);
    }
}
