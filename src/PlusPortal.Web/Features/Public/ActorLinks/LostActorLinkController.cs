using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Limits;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.ActorLinks;

/// <summary>An actor whose link opens nothing: new ones go to the recorded address, and only there.</summary>
[Area(Areas.Public)]
[Route("reponse")]
public sealed class LostActorLinkController(SendActorLink send) : Controller
{
    /// <summary>Asks for the address.</summary>
    [HttpGet("")]
    public IActionResult Index() => View(new LostActorLinkForm());

    /// <summary>The same answer whether the address is known or not.</summary>
    [HttpPost("")]
    [LimitPerClient(LimitPurpose.LostLink)]
    public async Task<IActionResult> Index(LostActorLinkForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(form);
        }

        await send.ForAddressAsync(form.Email!, ct);
        return LocalRedirect(PublicAddress.ActorLinkAsked);
    }

    /// <summary>What happens next.</summary>
    [HttpGet("lien-demande")]
    public IActionResult Asked() => View();
}

/// <summary>Where an actor receives its requests.</summary>
public sealed class LostActorLinkForm
{
    /// <summary>Recorded address.</summary>
    [Required(ErrorMessage = "Indiquez l’adresse e-mail où vous recevez les demandes de PLUS.")]
    [TypedLength(Contact.EmailLength, ErrorMessage = "Cette adresse est trop longue. Vérifiez-la.")]
    [EmailAddress(ErrorMessage = "Indiquez une adresse e-mail complète, comme prenom@exemple.fr.")]
    public string? Email { get; set; }
}
