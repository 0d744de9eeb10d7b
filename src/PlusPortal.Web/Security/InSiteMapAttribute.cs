namespace PlusPortal.Web.Security;

/// <summary>Puts a public page into the site map, under a heading. The map is read from the routes: a page that is gone is gone from it.</summary>
/// <param name="section">Part of the map.</param>
/// <param name="title">Words of the link.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InSiteMapAttribute(SiteMapSection section, string title) : Attribute
{
    /// <summary>Part of the map.</summary>
    public SiteMapSection Section => section;

    /// <summary>Words of the link.</summary>
    public string Title => title;
}

/// <summary>Parts of the site map, in their order.</summary>
public enum SiteMapSection
{
    /// <summary>What a structure comes for.</summary>
    GetHelp,

    /// <summary>Staff and partners.</summary>
    Professionals,

    /// <summary>About the site.</summary>
    About,
}
