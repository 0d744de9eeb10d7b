using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Links;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Accounts;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.ForgottenPassword;

/// <summary>Somebody forgot its password: a link to a new one goes to the address of the account, if there is one, and only there.</summary>
[Area(Areas.Public)]
[Route("compte")]
public sealed class ForgottenPasswordController(SendResetLink sendResetLink, SetNewPassword setNewPassword) : Controller
{
    /// <summary>Asks for the address.</summary>
    [HttpGet("mot-de-passe-oublie")]
    public IActionResult Index() => View(new ForgottenPasswordForm());

    /// <summary>The same answer, after the same work, whether there is an account or not.</summary>
    [HttpPost("mot-de-passe-oublie")]
    public async Task<IActionResult> Index(ForgottenPasswordForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(form);
        }

        var limit = await sendResetLink.ExecuteAsync(form.Email!.Trim(), HttpContext.Client, ct);
        if (limit.Passes) return RedirectToAction(nameof(Asked));
        HttpContext.RefuseFor(limit);
        return StatusCode(StatusCodes.Status429TooManyRequests);
    }

    /// <summary>What happens next.</summary>
    [HttpGet("mot-de-passe-oublie/envoye")]
    public IActionResult Asked() => View();

    /// <summary>The form behind the link.</summary>
    [HttpGet("nouveau-mot-de-passe/{token}")]
    public async Task<IActionResult> Choose(string? token, CancellationToken ct) => await PageAsync(token, new NewPasswordForm(), StatusCodes.Status200OK, ct);

    /// <summary>Sets the new password; the link is used up, every session ends.</summary>
    [HttpPost("nouveau-mot-de-passe/{token}")]
    [LimitPerLink(LinkPurpose.PasswordReset)]
    public async Task<IActionResult> Choose(string? token, [Bind(Prefix = "Form")] NewPasswordForm form, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            if (await setNewPassword.ExecuteAsync(token, form.NewPassword!, ct) is not { } refusal) return RedirectToAction(nameof(Done));
            if (refusal.Length > 0) ModelState.AddModelError("Form.NewPassword", refusal);
        }

        return await PageAsync(token, new NewPasswordForm(), StatusCodes.Status400BadRequest, ct);
    }

    /// <summary>Where to go on.</summary>
    [HttpGet("mot-de-passe-change")]
    public IActionResult Done() => View();

    private async Task<IActionResult> PageAsync(string? token, NewPasswordForm form, int status, CancellationToken ct)
    {
        if (await setNewPassword.LeastLengthAsync(token, ct) is not { } least)
        {
            ModelState.Clear();
            Response.StatusCode = StatusCodes.Status404NotFound;
            return View("Over");
        }

        Response.StatusCode = status;
        return View(nameof(Choose), new NewPasswordPage(token!, form, least));
    }
}

/// <summary>Whose password was forgotten.</summary>
public sealed class ForgottenPasswordForm
{
    /// <summary>Address of the account.</summary>
    [Required(ErrorMessage = "Indiquez l’adresse e-mail de votre compte.")]
    [TypedLength(256, ErrorMessage = "Cette adresse est trop longue. Vérifiez-la.")]
    [EmailAddress(ErrorMessage = "Indiquez une adresse e-mail complète, comme prenom@exemple.fr.")]
    public string? Email { get; set; }
}

/// <summary>The page behind the link.</summary>
/// <param name="Token">Token of the link.</param>
/// <param name="Form">The form, always empty.</param>
/// <param name="LeastLength">Fewest characters.</param>
public sealed record NewPasswordPage(string Token, NewPasswordForm Form, int LeastLength);

/// <summary>A new password.</summary>
public sealed class NewPasswordForm
{
    /// <summary>The password.</summary>
    [Required(ErrorMessage = "Choisissez un nouveau mot de passe.")]
    [TypedLength(PasswordRules.Most, ErrorMessage = "Ce mot de passe est trop long\u00A0: 256 caractères au plus.")]
    public string? NewPassword { get; set; }
}
