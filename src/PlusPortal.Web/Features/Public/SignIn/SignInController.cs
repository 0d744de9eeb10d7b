using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PlusPortal.Data.Access;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Accounts;
using PlusPortal.Web.Security.Limits;
using PlusPortal.Web.Security.Sessions;

namespace PlusPortal.Web.Features.Public.SignIn;

/// <summary>Sign-in of staff and partners by password, and sign-out. Structures have no account.</summary>
[Area(Areas.Public)]
[Route("compte")]
public sealed class SignInController(CheckPassword checkPassword, PortalUsers users, SessionOpener sessions, PendingSignIn pending, SecurityLog log) : Controller
{
    private const string UnknownAccount = "unknown account";

    /// <summary>Sign-in page.</summary>
    [HttpGet("connexion")]
    [InSiteMap(SiteMapSection.Professionals, "Espace de l’équipe PLUS et des partenaires")]
    public IActionResult SignIn(string? retour, string? ouvert) => View(new SignInForm { ReturnUrl = retour, Opened = OpenedAccess.Of(ouvert) });

    /// <summary>Signs in, or asks for the second factor. The same sentence, after the same work, answers an unknown address and a wrong password.</summary>
    [HttpPost("connexion")]
    public async Task<IActionResult> SignIn(SignInForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return Refused(form, StatusCodes.Status400BadRequest);
        var answer = await checkPassword.ExecuteAsync(form.Email!.Trim(), form.Password!, ct);
        if (!answer.Limit.Passes)
        {
            HttpContext.RefuseFor(answer.Limit);
            ModelState.AddModelError(nameof(SignInForm.Email),
                $"Trop d’essais pour cette adresse. Attendez {Waiting.InWords(answer.Limit.RetryAfter)}, ou demandez un lien avec «\u00A0Mot de passe oublié\u00A0», ou utilisez une clé d’accès.");
            return Refused(form, StatusCodes.Status429TooManyRequests);
        }

        if (answer.User is not { } user)
        {
            log.Write(SecurityEvent.SignInRefused, answer.Tried?.ToString() ?? UnknownAccount);
            ModelState.AddModelError(nameof(SignInForm.Email), "Adresse ou mot de passe incorrect. Vérifiez les deux, puis réessayez.");
            return Refused(form, StatusCodes.Status400BadRequest);
        }

        if (await users.HasSecondFactorAsync(user))
        {
            await pending.BeginAsync(user, form.ReturnUrl);
            return LocalRedirect(PublicAddress.SignInFactor);
        }

        await sessions.OpenAsync(user, SecondFactor.None, ct);
        return LocalRedirect(Landing.For(user, form.ReturnUrl, Url));
    }

    /// <summary>Signs out for good and clears what the browser kept.</summary>
    [HttpPost("deconnexion")]
    public async Task<IActionResult> SignOutUser(CancellationToken ct)
    {
        log.Write(SecurityEvent.SignedOut);
        await sessions.CloseAsync(ct);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect(PublicAddress.Home);
    }

    /// <summary>Shown to somebody whose account does not open the page.</summary>
    [HttpGet("acces-refuse")]
    public IActionResult AccessDenied() => StatusCode(StatusCodes.Status403Forbidden);

    private ViewResult Refused(SignInForm form, int status)
    {
        Response.StatusCode = status;
        form.Password = null;
        return View(form);
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
    [TypedLength(PasswordRules.Most, ErrorMessage = "Ce mot de passe est trop long. Vérifiez-le.")]
    public string? Password { get; set; }

    /// <summary>Local page to go back to.</summary>
    [TypedLength(2_000)]
    public string? ReturnUrl { get; set; }

    /// <summary>What is said first of an access that was just opened; shown, never sent.</summary>
    [BindNever]
    public string? Opened { get; init; }
}
