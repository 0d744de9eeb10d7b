using Microsoft.AspNetCore.Html;

namespace PlusPortal.Web.Components;

/// <summary>The few shapes that stand beside words, drawn on a grid of 24; hidden from assistive technology, since the words say it all.</summary>
public static class Icons
{
    /// <summary>Something is done or agreed.</summary>
    public static IHtmlContent Check { get; } = Draw("M4 12.5l5.5 5.5L20 6.5");

    /// <summary>Somebody is awaited.</summary>
    public static IHtmlContent Clock { get; } = Draw("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5V12l3 2");

    /// <summary>Attention.</summary>
    public static IHtmlContent Warning { get; } = Draw("M12 3.5L22 20.5H2zM12 10v4.5M12 17.5v.01");

    /// <summary>Urgent.</summary>
    public static IHtmlContent Bell { get; } = Draw("M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4");

    /// <summary>Good to know.</summary>
    public static IHtmlContent Info { get; } = Draw("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.01");

    /// <summary>Closed, withdrawn.</summary>
    public static IHtmlContent Cross { get; } = Draw("M6 6l12 12M18 6L6 18");

    /// <summary>New, in preparation: a point.</summary>
    public static IHtmlContent Dot { get; } = Draw("M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z");

    private static HtmlString Draw(string path) =>
        new($"<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><path d=\"{path}\"/></svg>");
}
