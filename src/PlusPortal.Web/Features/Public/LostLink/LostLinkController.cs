using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Limits;
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
    /// <summary>Asks for the address.</summary>
    [HttpGet("")]
    [InSiteMap(SiteMapSection.GetHelp, "Retrouver ma demande")]
    public IActionResult Index() => View(new LostLinkForm());

    /// <summary>The same answer, in the same time, whether a request is known there or not. What cannot be read is no try, and counts for nothing.</summary>
    [HttpPost("")]
    [LimitPerClient(LimitPurpose.LostLink, CountsWhatIsRead = true)]
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

/// <summary>What identifies a person to the portal.</summary>
public sealed class LostLinkForm
{
    /// <summary>Reference of the request; may be left empty.</summary>
    [CustomValidation(typeof(LostLinkForm), nameof(IsReference))]
    [TypedLength(80)]
    public string? Reference { get; set; }

    /// <summary>Address given with the request.</summary>
    [Required(ErrorMessage = "Indiquez l’adresse e-mail donnée avec votre demande.")]
    [TypedLength(Contact.EmailLength, ErrorMessage = "Cette adresse est trop longue. Vérifiez-la.")]
    [EmailAddress(ErrorMessage = "Indiquez une adresse e-mail complète, comme prenom@exemple.fr.")]
    public string? Email { get; set; }

    /// <summary>Whether the text reads as a reference; nothing is right too.</summary>
    public static ValidationResult? IsReference(string? text, ValidationContext context) =>
        string.IsNullOrWhiteSpace(text) || RequestReference.Read(text, RequestReference.FirstYear).Count > 0
            ? ValidationResult.Success
            : new ValidationResult("Nous ne lisons pas cette référence. Écrivez-la comme PLUS-2026-000042, ou laissez ce champ vide\u00A0: l’adresse suffit.", [context.MemberName!]);
}
