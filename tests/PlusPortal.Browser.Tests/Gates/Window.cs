using Microsoft.Playwright;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>The window of a page. While the page is asked, nobody looks: it is laid out at its width and drawn tiny, as drawing costs more than asking.</summary>
internal sealed class Window
{
    private const int Height = 900;
    private readonly IPage page;
    private readonly ICDPSession line;

    private Window(IPage page, ICDPSession line)
    {
        this.page = page;
        this.line = line;
        // For good, and each scene sets what it wants to hear: a listener that one scene takes away while the next adds its own may be lost.
        page.Request += (_, request) => Asked?.Invoke(request);
        page.Response += (_, response) => Answered?.Invoke(response);
        page.Console += (_, message) => Said?.Invoke(message);
    }

    /// <summary>The page inside.</summary>
    public IPage Page => page;

    /// <summary>Hears every request of the page.</summary>
    public Action<IRequest>? Asked { get; set; }

    /// <summary>Hears every answer to the page.</summary>
    public Action<IResponse>? Answered { get; set; }

    /// <summary>Hears every line of the page's console.</summary>
    public Action<IConsoleMessage>? Said { get; set; }

    public static async Task<Window> OfAsync(IPage page)
    {
        await page.SetViewportSizeAsync(PageJudge.Widths[0], Height);
        return new(page, await page.Context.NewCDPSessionAsync(page));
    }

    /// <summary>Another width.</summary>
    /// <param name="width">CSS pixels.</param>
    /// <param name="isSeen">Whether a picture is taken, or somebody clicks: drawn as large as it is.</param>
    public async Task ResizeAsync(int width, bool isSeen)
    {
        // Pictures are as wide as the driver of the browser believes the window to be.
        if (isSeen) await page.SetViewportSizeAsync(width, Height);
        await line.SendAsync("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = width,
            ["height"] = Height,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = false,
            ["scale"] = isSeen ? 1 : 0.05,
        });
    }
}
