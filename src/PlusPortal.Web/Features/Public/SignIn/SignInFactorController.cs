using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using PlusPortal.Data.Access;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Limits;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Accounts;
using PlusPortal.Web.Security.Limits;
using PlusPortal.Web.Security.Sessions;

namespace PlusPortal.Web.Features.Public.SignIn;

/// <summary>The second factor of a sign-in: a code, a recovery code or a passkey. A passkey signs in alone, too.</summary>
[Area(Areas.Public)]
[Route("compte/connexion")]
public sealed class SignInFactorController(
    UserManager<PortalUser> users, SignInManager<PortalUser> signIn, PendingSignIn pending, SessionOpener sessions, CodeCheck codes, LimitCounter limits, KnownDevices devices, IOptions<RateLimitOptions> settings, SecurityLog log) : Controller
{
    /// <summary>Asks for it.</summary>
    [HttpGet("second-facteur")]
    public async Task<IActionResult> Factor() =>
        await pending.ReadAsync() is { } expected ? await PageAsync(expected.User, new SignInFactorForm()) : LocalRedirect(PublicAddress.SignIn);

    /// <summary>Takes a code of the application, or a recovery code. Counted for the account alone: whoever comes here said its password.</summary>
    [HttpPost("second-facteur")]
    public async Task<IActionResult> Factor([Bind(Prefix = "Form")] SignInFactorForm form, CancellationToken ct)
    {
        if (await pending.ReadAsync() is not { } expected) return TooLate();
        var (user, back) = expected;
        if (!ModelState.IsValid) return await RefusedAsync(user, form, StatusCodes.Status400BadRequest);
        var acts = Tries(user);
        var verdict = await limits.CountAsync(acts, ct);
        if (!verdict.Passes)
        {
            HttpContext.RefuseFor(verdict);
            return await RefusedAsync(user, form, StatusCodes.Status429TooManyRequests, $"Trop de codes essayés. Attendez {Waiting.InWords(verdict.RetryAfter)}, puis réessayez, ou utilisez une clé d’accès.");
        }

        if (await FactorOfAsync(user, form.Code!, ct) is not { } factor)
        {
            log.Write(SecurityEvent.SecondFactorRefused, user.Id.ToString());
            return await RefusedAsync(user, form, StatusCodes.Status400BadRequest, "Ce code n’est pas le bon, ou il a déjà servi. Attendez que l’application en montre un autre, puis écrivez-le.");
        }

        await limits.ForgetAsync(acts[0].Purpose, acts[0].Subject, ct);
        return await EnterAsync(user, factor, back, ct);
    }

    /// <summary>What the browser needs to ask its owner for a passkey; of one account once its password was right.</summary>
    [HttpPost("cle/options")]
    public async Task<IActionResult> PasskeyOptions()
    {
        var expected = await pending.ReadAsync();
        return Content(await signIn.MakePasskeyRequestOptionsAsync(expected?.User!), "application/json");
    }

    /// <summary>Signs in with a passkey. Only what is refused is counted: nobody guesses a signature, so a right key waits for no junk that came before it.</summary>
    [HttpPost("cle")]
    public async Task<IActionResult> Passkey(PasskeyForm form, CancellationToken ct)
    {
        var expected = await pending.ReadAsync();
        if (!ModelState.IsValid || await AssertAsync(form.Credential!) is not { } key || (expected is { } awaited && awaited.User.Id != key.User.Id) || key.User.IsDisabled)
            return await KeyRefusedAsync(expected?.User, form.ReturnUrl, ct);

        await users.AddOrUpdatePasskeyAsync(key.User, key.Passkey);
        return await EnterAsync(key.User, SecondFactor.Passkey, expected?.ReturnUrl ?? form.ReturnUrl, ct);
    }

    /// <summary>Whoever knows the password elsewhere holds up nobody in a browser that the owner has used.</summary>
    private IReadOnlyList<LimitedAct> Tries(PortalUser user) => devices.Knows(user.Id)
        ? [Try(LimitPurpose.SecondFactor, $"{user.Id}")]
        : [Try(LimitPurpose.SecondFactor, $"{HttpContext.Client} {user.Id}"), Try(LimitPurpose.SecondFactorAccount, $"{user.Id}")];

    private LimitedAct Try(LimitPurpose purpose, string subject) => new(purpose, subject, settings.Value.Of(purpose));

    private async Task<IActionResult> EnterAsync(PortalUser user, SecondFactor factor, string? back, CancellationToken ct)
    {
        await pending.EndAsync();
        await sessions.OpenAsync(user, factor, ct);
        return LocalRedirect(Landing.For(user, back, Url));
    }

    private async Task<SecondFactor?> FactorOfAsync(PortalUser user, string typed, CancellationToken ct)
    {
        if (user.TwoFactorEnabled && await codes.UseAsync(user, typed, ct)) return SecondFactor.Code;
        if (!(await users.RedeemTwoFactorRecoveryCodeAsync(user, typed)).Succeeded) return null;
        log.Write(SecurityEvent.RecoveryCodeUsed, user.Id.ToString());
        return SecondFactor.RecoveryCode;
    }

    private async Task<(PortalUser User, UserPasskeyInfo Passkey)?> AssertAsync(string credential)
    {
        try
        {
            var result = await signIn.PerformPasskeyAssertionAsync(credential);
            return result.Succeeded ? (result.User, result.Passkey) : null;
        }
        catch (InvalidOperationException)
        {
            // Nothing was asked of this browser, or too long ago.
            return null;
        }
    }

    private async Task<IActionResult> KeyRefusedAsync(PortalUser? expected, string? back, CancellationToken ct)
    {
        log.Write(SecurityEvent.SecondFactorRefused, expected?.Id.ToString());
        var verdict = await limits.CountAsync([Try(LimitPurpose.Passkey, HttpContext.Client)], ct);
        if (!verdict.Passes) HttpContext.RefuseFor(verdict);
        var (status, sentence) = verdict.Passes
            ? (StatusCodes.Status400BadRequest, "Cette clé d’accès n’a pas été reconnue. Réessayez, ou utilisez un autre moyen.")
            : (StatusCodes.Status429TooManyRequests, $"Trop de clés d’accès refusées. Attendez {Waiting.InWords(verdict.RetryAfter)}, ou utilisez un autre moyen.");
        if (expected is not null) return await RefusedAsync(expected, new SignInFactorForm(), status, sentence);
        ModelState.Clear();
        ModelState.AddModelError(nameof(SignInForm.Email), sentence);
        Response.StatusCode = status;
        return View("SignIn", new SignInForm { ReturnUrl = back });
    }

    private LocalRedirectResult TooLate() => LocalRedirect(PublicAddress.SignIn);

    private Task<IActionResult> RefusedAsync(PortalUser user, SignInFactorForm form, int status, string? sentence = null)
    {
        if (sentence is not null) ModelState.Clear();
        if (sentence is not null) ModelState.AddModelError("Form.Code", sentence);
        Response.StatusCode = status;
        if (ModelState.TryGetValue("Form.Code", out var typed)) (typed.RawValue, typed.AttemptedValue) = (null, null);
        form.Code = null;
        return PageAsync(user, form);
    }

    private async Task<IActionResult> PageAsync(PortalUser user, SignInFactorForm form) =>
        View(nameof(Factor), new SignInFactorPage(user.TwoFactorEnabled, (await users.GetPasskeysAsync(user)).Count > 0, form));
}

/// <summary>What the page asks for.</summary>
/// <param name="HasApplication">Whether codes of an application are accepted.</param>
/// <param name="HasPasskey">Whether a passkey may be used.</param>
/// <param name="Form">What was typed.</param>
public sealed record SignInFactorPage(bool HasApplication, bool HasPasskey, SignInFactorForm Form);

/// <summary>A code.</summary>
public sealed class SignInFactorForm
{
    /// <summary>Code of the application, or recovery code.</summary>
    [Required(ErrorMessage = "Écrivez le code à 6 chiffres de votre application, ou un code de secours.")]
    [TypedLength(60, ErrorMessage = "Ce code est trop long. Vérifiez-le.")]
    public string? Code { get; set; }
}

/// <summary>What a browser answers for a passkey.</summary>
public sealed class PasskeyForm
{
    /// <summary>The credential, in JSON.</summary>
    [Required]
    [TypedLength(20_000)]
    public string? Credential { get; set; }

    /// <summary>Local page to go back to.</summary>
    [TypedLength(2_000)]
    public string? ReturnUrl { get; set; }
}
