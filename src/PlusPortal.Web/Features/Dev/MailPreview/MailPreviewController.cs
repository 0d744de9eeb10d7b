using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Dev.MailPreview;

/// <summary>Every message, as it would leave, in Development: HTML and text side by side.</summary>
[Area(Areas.Dev)]
[Route("dev/mails/apercus")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class MailPreviewController(MailPreviews previews) : Controller
{
    // Messages carry their style on each element. Only these two pages may show it, and nothing in it may act.
    private const string PolicyOfFrame = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";
    private const string PolicyOfPage = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The kinds.</summary>
    [HttpGet("")]
    public IActionResult Index() => View(Enum.GetValues<MailKind>());

    /// <summary>One message.</summary>
    [HttpGet("{kind}")]
    public async Task<IActionResult> Preview(MailKind kind, string? variante, CancellationToken ct)
    {
        if (!Enum.IsDefined(kind) || MailVariants.Find(kind, variante) is not { } variant) return NotFound();
        if (await previews.WriteAsync(kind, variant, ct) is not { } mail) return NotFound();
        Response.Headers.ContentSecurityPolicy = PolicyOfPage;
        return View(new MailPreviewPage(kind, variant, mail));
    }

    /// <summary>The HTML part alone.</summary>
    [HttpGet("{kind}/html")]
    public async Task<IActionResult> Html(MailKind kind, string? variante, CancellationToken ct)
    {
        if (!Enum.IsDefined(kind) || MailVariants.Find(kind, variante) is not { } variant) return NotFound();
        if (await previews.WriteAsync(kind, variant, ct) is not { } mail) return NotFound();
        Response.Headers.ContentSecurityPolicy = PolicyOfFrame;
        return Content(mail.Html, "text/html; charset=utf-8");
    }
}

/// <summary>One message as it would leave.</summary>
public sealed record MailPreviewPage(MailKind Kind, MailVariant Variant, OutgoingMail Mail)
{
    /// <summary>Which message, in words.</summary>
    public string Title => MailVariants.Of(Kind).Count > 1 ? $"{Kind.Label} ({Variant.Label})" : Kind.Label;
}
