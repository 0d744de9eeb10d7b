using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Limits;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Account;

/// <summary>Sign-in and sign-out of staff and partners. Structures have no account.</summary>
[Area(Areas.Public)]
[Route("compte")]
public sealed class AccountController(SignInManager<PortalUser> signIn, UserManager<PortalUser> users, SecurityLog log) : Controller
{
    private const string UnknownAccount = "unknown account";

    /// <summary>Sign-in page.</summary>
    [HttpGet("connexion")]
    [InSiteMap(SiteMapSection.Professionals, "Espace de l’équipe PLUS et des partenaires")]
    public IActionResult SignIn(string? retour) => View(new SignInForm { ReturnUrl = retour });

    /// <summary>Signs in, then goes back to the page asked for. The same sentence answers an unknown address and a wrong password.</summary>
    [HttpPost("connexion")]
    [LimitPerClient(LimitPurpose.SignIn)]
    public async Task<IActionResult> SignIn(SignInForm form)
    {
        if (!ModelState.IsValid) return Refused(form);
        var user = await users.FindByEmailAsync(form.Email!.Trim());
        var result = user is { IsDisabled: false }
            ? await signIn.PasswordSignInAsync(user, form.Password!, isPersistent: false, lockoutOnFailure: true)
            : Unknown(form.Password!);
        log.Write(result switch
        {
            { Succeeded: true } => SecurityEvent.SignedIn,
            { IsLockedOut: true } => SecurityEvent.AccountLocked,
            _ => SecurityEvent.SignInRefused,
        }, user is null ? UnknownAccount : user.Id.ToString());
        if (!result.Succeeded)
        {
            ModelState.AddModelError(nameof(SignInForm.Email), "Adresse ou mot de passe incorrect. Vérifiez les deux, puis réessayez\u00A0; après cinq essais, attendez un quart d’heure.");
            return Refused(form);
        }

        if (form.ReturnUrl is { Length: > 1 } back && Url.IsLocalUrl(back)) return LocalRedirect(back);
        return LocalRedirect(await users.IsInRoleAsync(user!, PortalRoles.Partner) ? PartnerAddress.Home : AdminAddress.Dashboard);
    }

    /// <summary>Signs out and clears what the browser kept.</summary>
    [HttpPost("deconnexion")]
    public async Task<IActionResult> SignOutUser()
    {
        log.Write(SecurityEvent.SignedOut);
        await signIn.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/");
    }

    /// <summary>Shown to somebody whose account does not open the page.</summary>
    [HttpGet("acces-refuse")]
    public IActionResult AccessDenied() => StatusCode(StatusCodes.Status403Forbidden);

    private ViewResult Refused(SignInForm form)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        form.Password = null;
        return View(form);
    }

    /// <summary>Spends the time of a real check, so that the answer does not tell whether the address is known.</summary>
    private Microsoft.AspNetCore.Identity.SignInResult Unknown(string password)
    {
        users.PasswordHasher.HashPassword(new PortalUser(), password);
        return Microsoft.AspNetCore.Identity.SignInResult.Failed;
    }
}

/// <summary>What the sign-in page asks.</summary>
public sealed class SignInForm
{
    /// <summary>E-mail address of the account.</summary>
    [Required(ErrorMessage = "Indiquez votre adresse e-mail.")]
    [TypedLength(256, ErrorMessage = "Cette adresse est trop longue. Vérifiez-la.")]
    public string? Email { get; set; }

    /// <summary>Password.</summary>
    [Required(ErrorMessage = "Indiquez votre mot de passe.")]
    [TypedLength(256, ErrorMessage = "Ce mot de passe est trop long. Vérifiez-le.")]
    public string? Password { get; set; }

    /// <summary>Local page to go back to.</summary>
    [TypedLength(2_000)]
    public string? ReturnUrl { get; set; }
}
