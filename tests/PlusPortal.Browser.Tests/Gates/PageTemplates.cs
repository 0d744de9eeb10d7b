using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Testing;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>The page templates of the application, as the compiler knows them.</summary>
public static class PageTemplates
{
    /// <summary>Every compiled view that is a page, by path.</summary>
    public static IReadOnlyList<string> Of(PortalFactory portal)
    {
        var views = new ViewsFeature();
        portal.Services.GetRequiredService<ApplicationPartManager>().PopulateFeature(views);
        return [.. views.ViewDescriptors.Select(view => view.RelativePath).Where(IsPage).Order(StringComparer.Ordinal)];
    }

    /// <summary>Layouts and partials begin with an underscore; components and mails have folders of their own and stand in no page alone.</summary>
    public static bool IsPage(string path) =>
        path.StartsWith("/Features/", StringComparison.Ordinal)
        && !Path.GetFileName(path).StartsWith('_')
        && !path.Contains("/Components/", StringComparison.Ordinal);

    /// <summary>What to do about templates that no scene shows.</summary>
    public static IEnumerable<string> Unseen(IEnumerable<string> templates, IEnumerable<string> shown) =>
        templates.Except(shown).Select(template => $"{template} is shown by no scene: add one in tests/PlusPortal.Browser.Tests/Scenes (SceneBook names the files).");
}
