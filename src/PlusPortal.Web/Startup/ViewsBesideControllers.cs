using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace PlusPortal.Web.Startup;

/// <summary>
/// Finds a view in the folder of its controller's namespace, then in each folder above it as far as Features, then in
/// Features/Shared: a folder may hold several controllers, and a controller may stand at any depth (docs/adr/0016).
/// </summary>
public sealed class ViewsBesideControllers : IViewLocationExpander
{
    private const string Root = "PlusPortal.Web.Features";
    private const string Key = "room";

    /// <inheritdoc />
    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values[Key] = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo.Namespace;

    /// <inheritdoc />
    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        FoldersOf(context.Values[Key]).Select(folder => folder + "/{0}.cshtml").Concat(viewLocations);

    /// <summary>Folders to look in, the nearest first; none for a controller that stands outside Features.</summary>
    public static IEnumerable<string> FoldersOf(string? room)
    {
        for (; room?.StartsWith(Root + ".", StringComparison.Ordinal) == true; room = room[..room.LastIndexOf('.')])
        {
            yield return "/Features/" + room[(Root.Length + 1)..].Replace('.', '/');
        }
    }
}
