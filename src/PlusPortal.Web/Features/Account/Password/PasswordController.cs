using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Access;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Email;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Accounts;
using PlusPortal.Web.Security.Sessions;

namespace PlusPortal.Web.Features.Account.Password;

/// <summary>Changes the own password; the other sessions end.</summary>
[Area(Areas.Account)]
[Route("compte/mot-de-passe")]
public sealed class PasswordController(PortalUsers users, PortalDb db, Reauthentication again, SessionOpener sessions, Announcer announcer, SecurityLog log, TimeProvider clock) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(new PasswordPage(new PasswordForm(), await PasswordRules.LeastLengthAsync(users, await users.OwnerAsync(User))));

    /// <summary>Changes it.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index([Bind(Prefix = "Form")] PasswordForm form, CancellationToken ct)
    {
        var me = await users.OwnerAsync(User);
        if (!ModelState.IsValid || !await again.IsRightAsync(me, form.CurrentPassword, ModelState, "Form.CurrentPassword", ct)) return await RefusedAsync(me);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var changed = await users.ChangePasswordAsync(me, form.CurrentPassword!, form.NewPassword!);
        if (!changed.Succeeded)
        {
            ModelState.AddModelError("Form.NewPassword", string.Join(" ", changed.Errors.Select(error => error.Description)));
            return await RefusedAsync(me);
        }

        announcer.Announce(Occasion.PasswordChanged, me.Id, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"));
        await sessions.GoOnAsync(me, User.Factor, ct);
        await transaction.CommitAsync(ct);
        log.Write(SecurityEvent.PasswordChanged, me.Id.ToString());
        return LocalRedirect(AccountAddress.ProfileAfter("mot-de-passe"));
    }

    private async Task<IActionResult> RefusedAsync(PortalUser me)
    {
        Response.StatusCode = again.RefusalStatus;
        return View(new PasswordPage(new PasswordForm(), await PasswordRules.LeastLengthAsync(users, me)));
    }
}

/// <summary>The page.</summary>
/// <param name="Form">The form, always empty.</param>
/// <param name="LeastLength">Fewest characters of this person's password.</param>
public sealed record PasswordPage(PasswordForm Form, int LeastLength);

/// <summary>A change of password.</summary>
public sealed class PasswordForm
{
    /// <summary>The former one.</summary>
    [TypedLength(PasswordRules.Most)]
    public string? CurrentPassword { get; set; }

    /// <summary>The new one.</summary>
    [Required(ErrorMessage = "Choisissez un nouveau mot de passe.")]
    [TypedLength(PasswordRules.Most, ErrorMessage = "Ce mot de passe est trop long\u00A0: 256 caractères au plus.")]
    public string? NewPassword { get; set; }
}
