using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Access;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.People;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Accounts;
using PlusPortal.Web.Security.Sessions;

namespace PlusPortal.Web.Features.Account.SecondFactor;

/// <summary>The own second factor: an application for codes, recovery codes, and the way to passkeys.</summary>
[Area(Areas.Account)]
[Route("compte/second-facteur")]
public sealed class SecondFactorController(
    PortalUsers users, PortalDb db, ApplicationKey keys, CodeCheck codes, Reauthentication again, SessionOpener sessions, TellFactorChange tell) : Controller
{
    /// <summary>What is set, and what may be done.</summary>
    [HttpGet("")]
    [BeforeSecondFactor]
    public async Task<IActionResult> Index(string? retour) => View(await StateAsync(await users.OwnerAsync(User), retour));

    /// <summary>A new key for an application: it counts once its first code is right.</summary>
    [HttpGet("application")]
    [BeforeSecondFactor]
    public async Task<IActionResult> Application(string? retour)
    {
        var me = await users.OwnerAsync(User);
        return View(keys.Page(me, new ApplicationForm { Key = keys.NewKey(me), ReturnUrl = retour }, again.IsNeeded(User)));
    }

    /// <summary>Sets it up and shows the recovery codes, once.</summary>
    [HttpPost("application")]
    [BeforeSecondFactor]
    public async Task<IActionResult> Application([Bind(Prefix = "Form")] ApplicationForm form, CancellationToken ct)
    {
        var me = await users.OwnerAsync(User);
        if (keys.Read(me, form.Key) is not { } key) return RedirectToAction(nameof(Application), new { retour = form.ReturnUrl });
        if (!ModelState.IsValid || !await again.PassesAsync(User, me, form.CurrentPassword, ModelState, "Form.CurrentPassword", ct)) return Refused(me, form);
        if (!CodeCheck.IsRight(key, form.Code, codes.Now, out var step))
        {
            ModelState.AddModelError("Form.Code", "Ce code n’est pas le bon. Vérifiez l’heure de votre téléphone, attendez un nouveau code, puis écrivez-le.");
            return Refused(me, form);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        me.LastCodeStep = step;
        var recovery = await users.TakeApplicationAsync(me, key, ct);
        tell.Queue(me);
        await sessions.GoOnAsync(me, Data.Access.SecondFactor.Code, ct);
        await transaction.CommitAsync(ct);
        tell.Log(SecurityEvent.SecondFactorAdded, me);
        return View("Codes", new CodesPage(recovery, form.ReturnUrl is { } back && Url.IsLocalUrl(back) ? back : AccountAddress.SecondFactor, IsFirst: true));
    }

    /// <summary>Asks before the recovery codes are made anew.</summary>
    [HttpGet("codes")]
    public async Task<IActionResult> NewCodes() => await users.HasSecondFactorAsync(await users.OwnerAsync(User)) ? View(new PasswordOnlyForm()) : RedirectToAction(nameof(Index));

    /// <summary>Makes them anew: the former ones are worth nothing any more.</summary>
    [HttpPost("codes")]
    public async Task<IActionResult> NewCodes(PasswordOnlyForm form, CancellationToken ct)
    {
        var me = await users.OwnerAsync(User);
        if (!await users.HasSecondFactorAsync(me)) return RedirectToAction(nameof(Index));
        if (!await again.IsRightAsync(me, form.CurrentPassword, ModelState, nameof(form.CurrentPassword), ct)) return Refused(nameof(NewCodes), form);
        tell.Queue(me);
        var recovery = await users.NewRecoveryCodesAsync(me);
        tell.Log(SecurityEvent.RecoveryCodesMade, me);
        return View("Codes", new CodesPage(recovery, AccountAddress.SecondFactor, IsFirst: false));
    }

    /// <summary>Asks before the application is taken away.</summary>
    [HttpGet("application/retirer")]
    public async Task<IActionResult> Remove() => (await users.OwnerAsync(User)).TwoFactorEnabled ? View(new PasswordOnlyForm()) : RedirectToAction(nameof(Index));

    /// <summary>Takes it away, unless the person needs it.</summary>
    [HttpPost("application/retirer")]
    public async Task<IActionResult> Remove(PasswordOnlyForm form, CancellationToken ct)
    {
        var me = await users.OwnerAsync(User);
        if (!await again.IsRightAsync(me, form.CurrentPassword, ModelState, nameof(form.CurrentPassword), ct)) return Refused(nameof(Remove), form);
        if ((await users.GetPasskeysAsync(me)).Count == 0 && LastFactor.ReasonToKeep(User, form.CurrentPassword!) is { } reason)
        {
            ModelState.AddModelError(nameof(form.CurrentPassword), reason);
            return Refused(nameof(Remove), form);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await users.DropApplicationAsync(me, ct);
        tell.Queue(me);
        await sessions.GoOnAsync(me, User.Factor, ct);
        await transaction.CommitAsync(ct);
        tell.Log(SecurityEvent.SecondFactorRemoved, me);
        return RedirectToAction(nameof(Index));
    }

    private async Task<StatePage> StateAsync(PortalUser me, string? back) => new(
        me.TwoFactorEnabled, (await users.GetPasskeysAsync(me)).Count, await users.CountRecoveryCodesAsync(me),
        User.MustHaveSecondFactor, back is not null && Url.IsLocalUrl(back) ? back : null);

    private ViewResult Refused(PortalUser me, ApplicationForm form)
    {
        Response.StatusCode = again.RefusalStatus;
        return View(nameof(Application), keys.Page(me, form, again.IsNeeded(User)));
    }

    private ViewResult Refused(string view, PasswordOnlyForm form)
    {
        Response.StatusCode = again.RefusalStatus;
        return View(view, form);
    }
}

/// <summary>The page of the second factor.</summary>
/// <param name="HasApplication">Whether an application for codes is set up.</param>
/// <param name="Passkeys">Number of passkeys.</param>
/// <param name="RecoveryCodesLeft">Recovery codes not used yet.</param>
/// <param name="IsRequired">Whether the person must have one.</param>
/// <param name="ReturnUrl">Page that the person was on the way to.</param>
public sealed record StatePage(bool HasApplication, int Passkeys, int RecoveryCodesLeft, bool IsRequired, string? ReturnUrl)
{
    /// <summary>Whether one is set.</summary>
    public bool IsSet => HasApplication || Passkeys > 0;

    /// <summary>Whether the person goes no further before one is.</summary>
    public bool MustSet => IsRequired && !IsSet;
}

/// <summary>Recovery codes, shown once.</summary>
/// <param name="Codes">The codes.</param>
/// <param name="Next">Where to go afterwards.</param>
/// <param name="IsFirst">Whether a second factor was just set up.</param>
public sealed record CodesPage(IReadOnlyList<string> Codes, string Next, bool IsFirst);

/// <summary>What the application shows, to prove that it has the key.</summary>
public sealed class ApplicationForm
{
    /// <summary>The key, locked.</summary>
    [TypedLength(500)]
    public string? Key { get; set; }

    /// <summary>Its first code.</summary>
    [Required(ErrorMessage = "Écrivez le code à 6 chiffres que l’application montre.")]
    [TypedLength(20, ErrorMessage = "Ce code est trop long. Écrivez les 6 chiffres.")]
    public string? Code { get; set; }

    /// <summary>Password, where it has to be said again.</summary>
    [TypedLength(PasswordRules.Most)]
    public string? CurrentPassword { get; set; }

    /// <summary>Page that the person was on the way to.</summary>
    [TypedLength(2_000)]
    public string? ReturnUrl { get; set; }
}

/// <summary>The password, said again.</summary>
public sealed class PasswordOnlyForm
{
    /// <summary>Password.</summary>
    [TypedLength(PasswordRules.Most)]
    public string? CurrentPassword { get; set; }
}
