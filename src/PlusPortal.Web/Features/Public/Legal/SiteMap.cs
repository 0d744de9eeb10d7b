using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Legal;

/// <summary>A page in the site map.</summary>
public sealed record SiteMapPage(string Title, string Address);

/// <summary>A part of the site map.</summary>
public sealed record SiteMapPart(string Heading, IReadOnlyList<SiteMapPage> Pages);

/// <summary>The site map, read from the routes.</summary>
public sealed class SiteMap(IActionDescriptorCollectionProvider actions)
{
    /// <summary>Its parts, in order.</summary>
    public IReadOnlyList<SiteMapPart> Parts() =>
    [
        .. actions.ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
            .Select(action => (Entry: action.MethodInfo.GetCustomAttributes(typeof(InSiteMapAttribute), false).OfType<InSiteMapAttribute>().SingleOrDefault(), Address: "/" + action.AttributeRouteInfo?.Template))
            .Where(page => page.Entry is not null)
            .GroupBy(page => page.Entry!.Section)
            .OrderBy(part => part.Key)
            .Select(part => new SiteMapPart(Heading(part.Key), [.. part.OrderBy(page => page.Address, StringComparer.Ordinal).Select(page => new SiteMapPage(page.Entry!.Title, page.Address))])),
    ];

    private static string Heading(SiteMapSection section) => section switch
    {
        SiteMapSection.GetHelp => "Trouver de l’aide",
        SiteMapSection.Professionals => "Espace professionnel",
        SiteMapSection.About => "À propos de ce site",
    };
}
