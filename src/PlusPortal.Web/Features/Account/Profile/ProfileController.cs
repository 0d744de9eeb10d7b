using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.People;
using PlusPortal.Domain;
using PlusPortal.Domain.People;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Features.Shared.People;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Sessions;

namespace PlusPortal.Web.Features.Account.Profile;

/// <summary>The own account: who one is here, the own name and address, and the way out.</summary>
[Area(Areas.Account)]
[Route("compte")]
public sealed class ProfileController(PortalDb db, PeopleReader people, AskAddressChange ask, ChangeAccess access, Reauthentication again, SessionOpener sessions, TimeProvider clock) : Controller
{
    private const string NameDone = "nom";
    private const string AddressDone = "adresse";
    private const string SummaryDone = "resume";
    private const string PasswordDone = "mot-de-passe";

    /// <summary>The account.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? fait, CancellationToken ct)
    {
        var (now, me) = (clock.GetUtcNow(), User.UserId);
        var open = await db.AddressChanges.AsNoTracking().SingleOrDefaultAsync(change => change.UserId == me && change.State == AddressChangeState.Open && change.ExpiresAt > now, ct);
        return View(new ProfilePage(await MeAsync(ct), open?.NewEmail, open?.ExpiresAt, fait switch
        {
            NameDone => "Votre nom est changé.",
            SummaryDone => "Votre choix pour le résumé du lundi est enregistré.",
            PasswordDone => "Votre mot de passe est changé. Vos autres sessions sont terminées.",
            AddressDone => "Deux e-mails partent dans quelques minutes, à l’ancienne adresse et à la nouvelle. Ouvrez les deux.",
            _ => null,
        })
        {
            WantsSummary = User.IsPartner ? await db.Users.Where(user => user.Id == me).Select(user => (bool?)user.WantsWeeklySummary).SingleAsync(ct) : null,
        });
    }

    /// <summary>The form of the name.</summary>
    [HttpGet("nom")]
    public async Task<IActionResult> Name(CancellationToken ct) => View(new NameForm { Name = (await MeAsync(ct)).Name });

    /// <summary>Changes the name.</summary>
    [HttpPost("nom")]
    public async Task<IActionResult> Name(NameForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return Refused(nameof(Name), form);
        var me = User.UserId;
        var user = await db.Users.SingleAsync(candidate => candidate.Id == me, ct);
        user.DisplayName = Typed.Line(form.Name)!;
        await db.SaveChangesAsync(ct);
        await sessions.RenewAsync(user);
        return LocalRedirect(AccountAddress.ProfileAfter(NameDone));
    }

    /// <summary>The form of the address.</summary>
    [HttpGet("adresse")]
    public IActionResult Address() => View(new AddressForm());

    /// <summary>Asks both addresses. The answer does not tell whether somebody else has the new one.</summary>
    [HttpPost("adresse")]
    public async Task<IActionResult> Address(AddressForm form, CancellationToken ct)
    {
        var me = User.UserId;
        var user = await db.Users.SingleAsync(candidate => candidate.Id == me, ct);
        if (ModelState.IsValid && string.Equals(Typed.Line(form.Email), user.Email, StringComparison.OrdinalIgnoreCase)) ModelState.AddModelError(nameof(AddressForm.Email), "C’est déjà votre adresse. Indiquez la nouvelle.");
        if (!ModelState.IsValid || !await again.IsRightAsync(user, form.Password, ModelState, nameof(AddressForm.Password), ct)) return Refused(nameof(Address), form);
        if (await ask.ExecuteAsync(user, Typed.Line(form.Email)!, ct) is not { } refusal) return LocalRedirect(AccountAddress.ProfileAfter(AddressDone));
        ModelState.AddModelError(nameof(AddressForm.Email), refusal);
        return Refused(nameof(Address), form);
    }

    /// <summary>Whether a partner wants the summary of Monday.</summary>
    [HttpGet("resume-du-lundi")]
    public async Task<IActionResult> Summary(CancellationToken ct)
    {
        if (!User.IsPartner) return NotFound();
        var me = User.UserId;
        return View(new SummaryForm { Wants = await db.Users.Where(user => user.Id == me).Select(user => user.WantsWeeklySummary).SingleAsync(ct) });
    }

    /// <summary>Says so.</summary>
    [HttpPost("resume-du-lundi")]
    public async Task<IActionResult> Summary(SummaryForm form, CancellationToken ct)
    {
        if (!User.IsPartner) return NotFound();
        if (!ModelState.IsValid) return Refused(nameof(Summary), form);
        var me = User.UserId;
        var user = await db.Users.SingleAsync(candidate => candidate.Id == me, ct);
        user.WantsWeeklySummary = form.Wants == true;
        await db.SaveChangesAsync(ct);
        return LocalRedirect(AccountAddress.ProfileAfter(SummaryDone));
    }

    /// <summary>What leaving does, and to whom the requests go.</summary>
    [HttpGet("depart")]
    public Task<IActionResult> Leave(CancellationToken ct) => LeavePageAsync(new RemoveForm(), StatusCodes.Status200OK, ct);

    /// <summary>Leaves the portal, once the password is said again. It is not asked of the last one, who cannot leave yet.</summary>
    [HttpPost("depart")]
    public async Task<IActionResult> Leave([Bind(Prefix = "Form")] RemoveForm form, CancellationToken ct)
    {
        if (await people.KeptAsync(User.AsMember, User.AsMember, ct) is { } kept) return await KeptAsync(kept);
        if (!ModelState.IsValid) return await LeavePageAsync(form, StatusCodes.Status400BadRequest, ct);
        if (!form.IsChosen && await people.RequestsOfAsync(User.UserId, ct) > 0) return await this.RefuseHeirAsync("Dites à qui vont vos demandes en cours.", () => LeavePageAsync(form, StatusCodes.Status400BadRequest, ct));
        var me = User.UserId;
        if (!await again.IsRightAsync(await db.Users.SingleAsync(candidate => candidate.Id == me, ct), form.CurrentPassword, ModelState, "Form.CurrentPassword", ct)) return await LeavePageAsync(form, again.RefusalStatus, ct);
        try
        {
            if (await access.RemoveAsync(null, me, form.HeirId, User.AsMember, ct) == AccessResult.HeirGone) return await this.RefuseHeirAsync(RemoveHelp.HeirGone, () => LeavePageAsync(form, StatusCodes.Status409Conflict, ct));
        }
        catch (DomainRuleException broken)
        {
            return await KeptAsync(broken.Code);
        }

        await sessions.CloseAsync(ct);
        return LocalRedirect(PublicAddress.Home);

        Task<IActionResult> KeptAsync(RuleCode rule)
        {
            ModelState.Clear();
            return this.RefuseHeirAsync(RemoveHelp.KeptSentence(rule), () => LeavePageAsync(form, StatusCodes.Status409Conflict, ct), "");
        }
    }

    private async Task<IActionResult> LeavePageAsync(RemoveForm form, int status, CancellationToken ct)
    {
        Response.StatusCode = status;
        return View("People/Remove", await people.RemovePageAsync(null, await MeAsync(ct), User.AsMember, form, ct));
    }

    private async Task<PersonRow> MeAsync(CancellationToken ct) => (await people.FindAsync(User.UserId, ct))!;

    private ViewResult Refused(string view, object form)
    {
        Response.StatusCode = again.RefusalStatus;
        return View(view, form);
    }
}

/// <summary>The page of the own account.</summary>
/// <param name="Me">The person.</param>
/// <param name="NewEmail">Address asked for; null when none is.</param>
/// <param name="Until">Until when both addresses may answer.</param>
/// <param name="Done">What was just done; null for nothing.</param>
public sealed record ProfilePage(PersonRow Me, string? NewEmail, DateTimeOffset? Until, string? Done)
{
    /// <summary>Whether a partner wants the summary of Monday; null for everybody else.</summary>
    public bool? WantsSummary { get; init; }
}

/// <summary>The summary of Monday.</summary>
public sealed class SummaryForm
{
    /// <summary>Whether it is wanted.</summary>
    [Required(ErrorMessage = "Dites si vous voulez ce résumé.")]
    public bool? Wants { get; set; }
}

/// <summary>The own name.</summary>
public sealed class NameForm
{
    /// <summary>First and last name.</summary>
    [Required(ErrorMessage = "Indiquez votre prénom et votre nom.")]
    [TypedLength(PortalUser.DisplayNameLength, ErrorMessage = "Ce nom est trop long\u00A0: {1} caractères au plus.")]
    public string? Name { get; set; }
}

/// <summary>Another address.</summary>
public sealed class AddressForm
{
    /// <summary>The new one.</summary>
    [Required(ErrorMessage = "Indiquez votre nouvelle adresse e-mail.")]
    [MailAddress]
    [TypedLength(Invitation.EmailLength, ErrorMessage = "Cette adresse est trop longue. Vérifiez-la.")]
    public string? Email { get; set; }

    /// <summary>Password of the account.</summary>
    [Required(ErrorMessage = "Indiquez votre mot de passe actuel.")]
    [TypedLength(256, ErrorMessage = "Ce mot de passe est trop long. Vérifiez-le.")]
    public string? Password { get; set; }
}
