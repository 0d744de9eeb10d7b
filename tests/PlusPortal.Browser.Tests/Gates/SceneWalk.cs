using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlusPortal.Browser.Tests.Scenes;
using PlusPortal.Testing;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;
using PlusPortal.Web.Security;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>
/// Plays every scene once and puts the page through every gate; the tests then read what was wrong, gate by gate.
/// </summary>
public sealed class SceneWalk(PostgresFixture postgres, ChromiumFixture chromium) : IAsyncLifetime
{
    /// <summary>Plays only the scenes whose name contains one of these words, a comma between them; for somebody who works on one page.</summary>
    public const string OnlyVariable = "PLUS_SCENES";

    /// <summary>Writes a picture of every scene at every width and in both colour schemes, on paper and in forced colours.</summary>
    public const string GalleryVariable = "PLUS_GALLERY";

    private static readonly MailFolder Mails = new(Path.Combine(Path.GetTempPath(), "plus-scenes-" + Guid.NewGuid().ToString("N")));

    private readonly BrowserFixture browser = new(postgres, chromium) { Configure = ShowDevelopmentPages };
    private SignedIn? signedIn;
    private IDisposable? telling;

    /// <summary>What was found.</summary>
    internal WalkLog Log { get; } = new();

    /// <summary>Every page template.</summary>
    public IReadOnlyList<string> Templates { get; private set; } = [];

    /// <summary>Whether all scenes were played.</summary>
    public static bool IsWhole => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(OnlyVariable));

    /// <summary>Half of a scene is spent waiting for the portal and the browser: two for a processor.</summary>
    private static int AtOnce => Math.Clamp(2 * Environment.ProcessorCount, 2, 8);

    private static bool IsGallery => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(GalleryVariable));

    public async ValueTask InitializeAsync()
    {
        await browser.InitializeAsync();
        telling = ShownView.Tell(browser.Portal);
        signedIn = new SignedIn(browser);
        Templates = PageTemplates.Of(browser.Portal);
        var only = (Environment.GetEnvironmentVariable(OnlyVariable) ?? "").Split(',');
        var scenes = SceneBook.All.Where(scene => only.Any(word => scene.Name.Contains(word, StringComparison.OrdinalIgnoreCase)));
        await Parallel.ForEachAsync(scenes, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (scene, _) => await PlayAsync(scene, Log));
    }

    public async ValueTask DisposeAsync()
    {
        telling?.Dispose();
        signedIn?.Dispose();
        if (Directory.Exists(Mails.Path)) Directory.Delete(Mails.Path, recursive: true);
        await browser.DisposeAsync();
    }

    /// <summary>Plays one scene: comes to the page, then judges it.</summary>
    internal async Task PlayAsync(Scene scene, WalkLog log)
    {
        var page = await browser.NewPersonAsync();
        try
        {
            var visit = new PageVisit(page, log, scene.Name, browser.Address);
            await visit.BeginAsync();
            var stage = new Stage(browser, page, signedIn!);
            await scene.ReachAsync(stage);
            var answer = stage.Answer ?? throw new InvalidOperationException("it opened no page");
            var view = (await answer.AllHeadersAsync()).GetValueOrDefault(ShownView.Header, "no view");
            if (view != scene.View) throw new InvalidOperationException($"it came to {view} at {page.Url}, « {await page.TitleAsync()} » ({answer.Status})");
            var html = await answer.TextAsync();
            log.Served[scene.FileName] = html;
            log.Titles.GetOrAdd(view, _ => []).Add(await page.TitleAsync());
            await visit.JudgeAsync(IsGallery ? (width, what) => PictureAsync(scene, page, width, what) : null);
            await visit.JudgeWithoutScriptsAsync(html, answer.Headers.GetValueOrDefault("content-security-policy", ""));
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

    private static void ShowDevelopmentPages(IServiceCollection services)
    {
        services.PostConfigure<MvcOptions>(options =>
        {
            foreach (var convention in options.Conventions.OfType<DevelopmentOnlyConvention>().ToList()) options.Conventions.Remove(convention);
        });
        services.AddSingleton(Mails);
    }
}
