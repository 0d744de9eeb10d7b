using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Access;
using PlusPortal.Data.Accounts;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Account.SecondFactor;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Accounts;
using PlusPortal.Web.Security.Sessions;

namespace PlusPortal.Web.Features.Account.Passkeys;

/// <summary>The own passkeys (WebAuthn), by the support of the framework.</summary>
[Area(Areas.Account)]
[Route("compte/cles")]
public sealed class PasskeysController(PortalUsers users, SignInManager<PortalUser> signIn, PortalDb db, Reauthentication again, SessionOpener sessions, TellFactorChange tell) : Controller
{
    /// <summary>Most passkeys of one person.</summary>
    public const int Most = 10;

    /// <summary>The list, and the way to a new one.</summary>
    [HttpGet("")]
    [BeforeSecondFactor]
    public async Task<IActionResult> Index(string? retour) => View(await PageAsync(await users.OwnerAsync(User), new NewPasskeyForm { ReturnUrl = retour }));

    /// <summary>What the browser needs to make one.</summary>
    [HttpPost("options")]
    [BeforeSecondFactor]
    public async Task<IActionResult> Options()
    {
        var me = await users.OwnerAsync(User);
        var entity = new PasskeyUserEntity { Id = me.Id.ToString(), Name = me.Email!, DisplayName = me.DisplayName };
        return Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    /// <summary>Keeps it.</summary>
    [HttpPost("")]
    [BeforeSecondFactor]
    public async Task<IActionResult> Index([Bind(Prefix = "Form")] NewPasskeyForm form, CancellationToken ct)
    {
        var me = await users.OwnerAsync(User);
        var keys = await users.GetPasskeysAsync(me);
        if (!ModelState.IsValid || !await again.PassesAsync(User, me, form.CurrentPassword, ModelState, "Form.CurrentPassword", ct)) return await RefusedAsync(me, form);
        if (keys.Count >= Most)
        {
            ModelState.AddModelError("Form.Name", $"Vous avez déjà {Most} clés d’accès. Retirez-en une, puis recommencez.");
            return await RefusedAsync(me, form);
        }

        if (await AttestAsync(me, form.Credential!) is not { } made)
        {
            ModelState.AddModelError("Form.Name", "La clé d’accès n’a pas pu être ajoutée. Recommencez.");
            return await RefusedAsync(me, form);
        }

        made.Name = Typed.Line(form.Name);
        var isFirst = !await users.HasSecondFactorAsync(me);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await users.AddOrUpdatePasskeyAsync(me, made);
        await users.UpdateSecurityStampAsync(me);
        tell.Queue(me);
        var recovery = isFirst ? await users.NewRecoveryCodesAsync(me) : [];
        await sessions.GoOnAsync(me, Data.Access.SecondFactor.Passkey, ct);
        await transaction.CommitAsync(ct);
        tell.Log(SecurityEvent.SecondFactorAdded, me);
        var next = form.ReturnUrl is { } back && Url.IsLocalUrl(back) ? back : AccountAddress.Passkeys;
        return isFirst ? View("/Features/Account/SecondFactor/Codes.cshtml", new CodesPage(recovery, next, IsFirst: true)) : LocalRedirect(next);
    }

    /// <summary>Asks before one is taken away.</summary>
    [HttpGet("{id:length(1,1400)}/retirer")]
    public async Task<IActionResult> Remove(string id) =>
        await FindAsync(await users.OwnerAsync(User), id) is { } key ? View(new RemovePasskeyPage(PasskeyRow.Of(key), new PasswordOnlyForm())) : NotFound();

    /// <summary>Takes it away, unless the person needs it.</summary>
    [HttpPost("{id:length(1,1400)}/retirer")]
    public async Task<IActionResult> Remove(string id, [Bind(Prefix = "Form")] PasswordOnlyForm form, CancellationToken ct)
    {
        var me = await users.OwnerAsync(User);
        if (await FindAsync(me, id) is not { } key) return NotFound();
        if (!await again.IsRightAsync(me, form.CurrentPassword, ModelState, "Form.CurrentPassword", ct)) return Refused();
        if (!me.TwoFactorEnabled && (await users.GetPasskeysAsync(me)).Count == 1 && LastFactor.ReasonToKeep(User, form.CurrentPassword!) is { } reason)
        {
            ModelState.AddModelError("Form.CurrentPassword", reason);
            return Refused();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await users.RemovePasskeyAsync(me, key.CredentialId);
        await users.UpdateSecurityStampAsync(me);
        tell.Queue(me);
        await sessions.GoOnAsync(me, User.Factor, ct);
        await transaction.CommitAsync(ct);
        tell.Log(SecurityEvent.SecondFactorRemoved, me);
        return RedirectToAction(nameof(Index));

        ViewResult Refused()
        {
            Response.StatusCode = again.RefusalStatus;
            return View(new RemovePasskeyPage(PasskeyRow.Of(key), form));
        }
    }

    private async Task<UserPasskeyInfo?> FindAsync(PortalUser me, string id) => Base64Url.IsValid(id) ? await users.GetPasskeyAsync(me, Base64Url.DecodeFromChars(id)) : null;

    private async Task<UserPasskeyInfo?> AttestAsync(PortalUser me, string credential)
    {
        try
        {
            var result = await signIn.PerformPasskeyAttestationAsync(credential);
            return result.Succeeded && result.UserEntity.Id == me.Id.ToString() ? result.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // Nothing was asked of this browser, or too long ago.
            return null;
        }
    }

    private async Task<IActionResult> RefusedAsync(PortalUser me, NewPasskeyForm form)
    {
        Response.StatusCode = again.RefusalStatus;
        return View(await PageAsync(me, form));
    }

    private async Task<PasskeysPage> PageAsync(PortalUser me, NewPasskeyForm form) =>
        new([.. (await users.GetPasskeysAsync(me)).OrderBy(key => key.CreatedAt).Select(PasskeyRow.Of)], form, again.IsNeeded(User));
}

/// <summary>The page of the passkeys.</summary>
/// <param name="Keys">Those of the person, the oldest first.</param>
/// <param name="Form">What was typed.</param>
/// <param name="AsksPassword">Whether the password has to be said again.</param>
public sealed record PasskeysPage(IReadOnlyList<PasskeyRow> Keys, NewPasskeyForm Form, bool AsksPassword);

/// <summary>A passkey in the list.</summary>
/// <param name="Id">Identifier in addresses.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="AddedAt">When it was added, UTC.</param>
public sealed record PasskeyRow(string Id, string Name, DateTimeOffset AddedAt)
{
    private const string Unnamed = "Clé sans nom";

    /// <summary>That of a stored one.</summary>
    public static PasskeyRow Of(UserPasskeyInfo key) => new(Base64Url.EncodeToString(key.CredentialId), key.Name is { Length: > 0 } name ? name : Unnamed, key.CreatedAt);
}

/// <summary>The page that asks before a passkey is taken away.</summary>
public sealed record RemovePasskeyPage(PasskeyRow Key, PasswordOnlyForm Form);

/// <summary>A new passkey.</summary>
public sealed class NewPasskeyForm
{
    /// <summary>How its owner calls it.</summary>
    [Required(ErrorMessage = "Donnez un nom à cette clé, par exemple «\u00A0Téléphone\u00A0».")]
    [TypedLength(60, ErrorMessage = "Ce nom est trop long\u00A0: 60 caractères au plus.")]
    public string? Name { get; set; }

    /// <summary>What the browser made, in JSON.</summary>
    [Required(ErrorMessage = "Votre navigateur n’a pas donné de clé. Recommencez, ou choisissez l’application de codes.")]
    [TypedLength(20_000)]
    public string? Credential { get; set; }

    /// <summary>Password, where it has to be said again.</summary>
    [TypedLength(PasswordRules.Most)]
    public string? CurrentPassword { get; set; }

    /// <summary>Page that the person was on the way to.</summary>
    [TypedLength(2_000)]
    public string? ReturnUrl { get; set; }
}
