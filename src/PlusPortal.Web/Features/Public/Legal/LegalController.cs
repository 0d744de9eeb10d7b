using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Texts;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Legal;

/// <summary>Legal and trust pages. Their texts are edited by staff; figures, cookies and the site map come from the code.</summary>
[Area(Areas.Public)]
public sealed class LegalController(LegalTexts texts, SiteCookies cookies, SiteMap map, CurrentProfile profile) : Controller
{
    /// <summary>Who publishes and hosts the site.</summary>
    [HttpGet(SiteTextCodes.LegalNotice)]
    [InSiteMap(SiteMapSection.About, "Mentions légales")]
    public Task<IActionResult> LegalNotice(CancellationToken ct) => TextAsync(SiteTextCodes.LegalNotice, ct);

    /// <summary>What becomes of personal data.</summary>
    [HttpGet(SiteTextCodes.PersonalData)]
    [InSiteMap(SiteMapSection.About, "Données personnelles")]
    public Task<IActionResult> PersonalData(CancellationToken ct) => TextAsync(SiteTextCodes.PersonalData, ct);

    /// <summary>Accessibility statement.</summary>
    [HttpGet(SiteTextCodes.Accessibility)]
    [InSiteMap(SiteMapSection.About, "Accessibilité")]
    public Task<IActionResult> Accessibility(CancellationToken ct) => TextAsync(SiteTextCodes.Accessibility, ct);

    /// <summary>The cookies that the portal really sets.</summary>
    [HttpGet(SiteTextCodes.Cookies)]
    [InSiteMap(SiteMapSection.About, "Cookies")]
    public async Task<IActionResult> Cookies(CancellationToken ct) =>
        await texts.FindAsync(SiteTextCodes.Cookies, ct) is { } text ? View(new CookiesPage(text, cookies.All())) : NotFound();

    /// <summary>How to reach PLUS.</summary>
    [HttpGet(SiteTextCodes.Contact)]
    [InSiteMap(SiteMapSection.About, "Contact")]
    public async Task<IActionResult> Contact(CancellationToken ct) =>
        await texts.FindAsync(SiteTextCodes.Contact, ct) is { } text ? View(new ContactPage(text, await profile.ReachAsync(ct))) : NotFound();

    /// <summary>Every public page.</summary>
    [HttpGet("plan-du-site")]
    [InSiteMap(SiteMapSection.About, "Plan du site")]
    public IActionResult Map() => View(map.Parts());

    private async Task<IActionResult> TextAsync(string code, CancellationToken ct) =>
        await texts.FindAsync(code, ct) is { } text ? View("Text", text) : NotFound();
}
