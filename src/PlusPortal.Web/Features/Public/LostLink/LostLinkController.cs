using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Limits;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.LostLink;

/// <summary>Somebody lost the link of its request: a new one goes to the recorded address, and only there.</summary>
[Area(Areas.Public)]
[Route("suivi")]
public sealed class LostLinkController(SendNewLink sendNewLink) : Controller
{
    /// <summary>Asks for reference and address.</summary>
    [HttpGet("")]
    [InSiteMap(SiteMapSection.GetHelp, "Retrouver ma demande")]
    public IActionResult Index() => View(new LostLinkForm());

    /// <summary>The same answer, in the same time, whether they match a request or not.</summary>
    [HttpPost("")]
    [LimitPerClient(LimitPurpose.LostLink)]
    public async Task<IActionResult> Index(LostLinkForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(form);
        }

        await sendNewLink.ExecuteAsync(form, ct);
        return RedirectToAction(nameof(Asked));
    }

    /// <summary>What happens next.</summary>
    [HttpGet("lien-demande")]
    public IActionResult Asked() => View();
}

/// <summary>What identifies a request to its author.</summary>
public sealed class LostLinkForm
{
    /// <summary>Reference of the request.</summary>
    [Required(ErrorMessage = "Indiquez la référence de votre demande. Elle est dans nos e-mails et commence par PLUS-.")]
    [CustomValidation(typeof(LostLinkForm), nameof(IsReference))]
    [TypedLength(80)]
    public string? Reference { get; set; }

    /// <summary>Address given with the request.</summary>
    [Required(ErrorMessage = "Indiquez l’adresse e-mail donnée avec votre demande.")]
    [TypedLength(Contact.EmailLength, ErrorMessage = "Cette adresse est trop longue. Vérifiez-la.")]
    [EmailAddress(ErrorMessage = "Indiquez une adresse e-mail complète, comme prenom@exemple.fr.")]
    public string? Email { get; set; }

    /// <summary>Whether the text reads as a reference; nothing is left to the other rule.</summary>
    public static ValidationResult? IsReference(string? text, ValidationContext context) =>
        string.IsNullOrWhiteSpace(text) || RequestReference.TryParse(text, out _)
            ? ValidationResult.Success
            : new ValidationResult("Indiquez une référence comme PLUS-2026-000042.", [context.MemberName!]);
}
