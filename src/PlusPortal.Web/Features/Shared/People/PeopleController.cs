using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain;
using PlusPortal.Domain.People;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.People;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Shared.People;

/// <summary>
/// The pages about people: list, invitations, a person with its role and access. Three controllers give them an address, an audience
/// and a scope; pages and acts are the same.
/// </summary>
public abstract class PeopleController(PeopleReader people, InvitePerson invite, ChangeAccess access) : Controller
{
    /// <summary>Whose people.</summary>
    protected abstract PeopleScope Scope { get; }

    private Member Me => User.AsMember;

    /// <summary>The list.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(PeopleFilter filter, CancellationToken ct)
    {
        if (!ModelState.IsValid) ModelState.Clear();
        return View("People/List", await people.ListAsync(Scope, filter, User.UserId, ct));
    }

    /// <summary>The form of an invitation.</summary>
    [HttpGet("invitation")]
    public async Task<IActionResult> Invite(Guid? acteur, CancellationToken ct) => await InvitePageAsync(new InviteForm { ActorId = acteur }, StatusCodes.Status200OK, ct);

    /// <summary>Invites.</summary>
    [HttpPost("invitation")]
    public async Task<IActionResult> Invite([Bind(Prefix = "Form")] InviteForm form, CancellationToken ct)
    {
        form.ActorId = Scope.IsPlus ? null : Scope.ActorId ?? form.ActorId;
        if (!ModelState.IsValid) return await InvitePageAsync(form, StatusCodes.Status400BadRequest, ct);
        if (!Scope.IsPlus && (form.ActorId is not { } actorId || await people.ActorNameAsync(actorId, ct) is null)) return NotFound();
        if (await invite.ExecuteAsync(Me, form, ct) is not InviteResult.Refused refused) return LocalRedirect(PeopleAddress.After(Scope.Root, DoneSentences.Invited));
        ModelState.AddModelError("Form.Email", refused.Sentence);
        return await InvitePageAsync(form, StatusCodes.Status400BadRequest, ct);
    }

    /// <summary>Sends an invitation again.</summary>
    [HttpPost("invitations/{invitationId:guid}/renvoi")]
    public async Task<IActionResult> SendAgain(Guid invitationId, CancellationToken ct) =>
        await invite.SendAgainAsync(Scope, invitationId, Me, ct) switch
        {
            InviteResult.Sent => LocalRedirect(PeopleAddress.After(Scope.Root, DoneSentences.Invited)),
            InviteResult.Refused refused => await LaterAsync(refused, ct),
            _ => NotFound(),
        };

    /// <summary>Takes an invitation back.</summary>
    [HttpPost("invitations/{invitationId:guid}/retrait")]
    public async Task<IActionResult> Withdraw(Guid invitationId, CancellationToken ct) =>
        await invite.WithdrawAsync(Scope, invitationId, Me, ct) ? LocalRedirect(PeopleAddress.After(Scope.Root, DoneSentences.Withdrawn)) : NotFound();

    /// <summary>A person.</summary>
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Person(Guid id, string? fait, CancellationToken ct) => await PersonPageAsync(id, null, fait, StatusCodes.Status200OK, ct);

    /// <summary>Changes its role.</summary>
    [HttpPost("{id:guid}/role")]
    public async Task<IActionResult> ChangeRole(Guid id, [Bind(Prefix = "Form")] RoleForm form, CancellationToken ct)
    {
        if (await people.FindAsync(Scope, id, ct) is null) return NotFound();
        if (!ModelState.IsValid) return await PersonPageAsync(id, form, null, StatusCodes.Status400BadRequest, ct);
        return await TryAsync(() => access.ChangeRoleAsync(Scope, id, form, Me, ct)) switch
        {
            (AccessResult.NotFound, _) => NotFound(),
            (AccessResult.Done, _) => LocalRedirect(PeopleAddress.After(PeopleAddress.Person(Scope.Root, id), DoneSentences.Role)),
            (_, var broken) => await RefusedAsync(broken),
        };

        async Task<IActionResult> RefusedAsync(string? broken)
        {
            ModelState.AddModelError("Form.Role", broken ?? "Quelqu’un a changé cette personne entre-temps. Relisez la page, puis recommencez.");
            ModelState.Remove("Form.Shown");
            return await PersonPageAsync(id, form, null, StatusCodes.Status409Conflict, ct);
        }
    }

    /// <summary>What taking the access away does, and to whom the requests go.</summary>
    [HttpGet("{id:guid}/retrait")]
    public async Task<IActionResult> Remove(Guid id, CancellationToken ct) => await RemovePageAsync(id, new RemoveForm(), StatusCodes.Status200OK, ct);

    /// <summary>Takes the access away.</summary>
    [HttpPost("{id:guid}/retrait")]
    public async Task<IActionResult> Remove(Guid id, [Bind(Prefix = "Form")] RemoveForm form, CancellationToken ct)
    {
        if (await people.FindAsync(Scope, id, ct) is null) return NotFound();
        if (!ModelState.IsValid) return await RemovePageAsync(id, form, StatusCodes.Status400BadRequest, ct);
        if (!form.IsChosen && await people.RequestsOfAsync(id, ct) > 0) return await this.RefuseHeirAsync("Dites à qui vont ses demandes en cours.", () => RemovePageAsync(id, form, StatusCodes.Status400BadRequest, ct));
        return await TryAsync(() => access.RemoveAsync(Scope, id, form.HeirId, Me, ct)) switch
        {
            (AccessResult.NotFound, _) => NotFound(),
            (AccessResult.Done, _) => LocalRedirect(PeopleAddress.After(PeopleAddress.Person(Scope.Root, id), DoneSentences.Removed)),
            (AccessResult.HeirGone, _) => await this.RefuseHeirAsync(RemoveHelp.HeirGone, () => RemovePageAsync(id, form, StatusCodes.Status409Conflict, ct)),
            (_, var broken) => await this.RefuseHeirAsync(broken!, () => RemovePageAsync(id, form, StatusCodes.Status409Conflict, ct), ""),
        };
    }

    /// <summary>Gives the access back; a manager of an actor is refused.</summary>
    [HttpPost("{id:guid}/retablissement")]
    public async Task<IActionResult> Restore(Guid id, CancellationToken ct) =>
        await access.RestoreAsync(Scope, id, Me, ct) == AccessResult.Done ? LocalRedirect(PeopleAddress.After(PeopleAddress.Person(Scope.Root, id), DoneSentences.Restored)) : NotFound();

    /// <summary>The list again, which says until when to wait.</summary>
    private async Task<IActionResult> LaterAsync(InviteResult.Refused refused, CancellationToken ct)
    {
        HttpContext.RefuseFor(refused.Limit);
        ModelState.AddModelError("", refused.Sentence);
        return View("People/List", await people.ListAsync(Scope, new PeopleFilter(), User.UserId, ct));
    }

    private async Task<IActionResult> InvitePageAsync(InviteForm form, int status, CancellationToken ct)
    {
        form.ActorId = Scope.IsPlus ? null : Scope.ActorId ?? form.ActorId;
        var name = form.ActorId is { } actorId ? await people.ActorNameAsync(actorId, ct) : null;
        if (!Scope.IsPlus && name is null) return NotFound();
        Response.StatusCode = status;
        return View("People/Invite", new InvitePage(Scope, form.ActorId, name, ChoicesOf(form.ActorId), form));
    }

    private async Task<IActionResult> PersonPageAsync(Guid id, RoleForm? typed, string? done, int status, CancellationToken ct)
    {
        if (await people.FindAsync(Scope, id, ct) is not { } person) return NotFound();
        var form = new RoleForm { Shown = person.Role, Role = typed?.Role ?? person.Role };
        Response.StatusCode = status;
        return View("People/Person", new PersonPage(
            Scope, person, id == User.UserId, Scope.IsPlus ? await people.RequestsOfAsync(id, ct) : 0, Me.MayChange(person.AsMember) ? ChoicesOf(person.ActorId) : [],
            Me.MayRestore(person.AsMember), Me.MayResetFactorOf(person.AsMember), User.IsAdministrator ? await people.ResetsOfAsync(id, ct) : [], form, DoneSentences.Of(done)));
    }

    private async Task<IActionResult> RemovePageAsync(Guid id, RemoveForm form, int status, CancellationToken ct)
    {
        if (await people.FindAsync(Scope, id, ct) is not { IsDisabled: false } person || !Me.MayChange(person.AsMember)) return NotFound();
        Response.StatusCode = status;
        return View("People/Remove", await people.RemovePageAsync(Scope, person, Me, form, ct));
    }

    private IReadOnlyList<Choice> ChoicesOf(Guid? actorId) => [.. Me.RolesToGive(actorId).Select(role => new Choice(role.ToString(), role.Label, role.Meaning))];

    /// <summary>A broken rule becomes a sentence on the page.</summary>
    private static async Task<(AccessResult? Result, string? Broken)> TryAsync(Func<Task<AccessResult>> act)
    {
        try
        {
            return (await act(), null);
        }
        catch (DomainRuleException broken)
        {
            return (null, RuleSentences.Of(broken.Code));
        }
    }
}

/// <summary>What both pages that take an access away answer.</summary>
public static class RemoveHelp
{
    /// <summary>The colleague cannot take over.</summary>
    public const string HeirGone = "Cette personne ne peut pas reprendre de demandes. Choisissez dans la liste.";

    /// <summary>Why somebody cannot leave yet, said to that person.</summary>
    public static string KeptSentence(RuleCode rule) => rule switch
    {
        RuleCode.LastAdministrator => "Vous êtes la seule personne qui administre le portail. Nommez d’abord un autre administrateur.",
        RuleCode.LastManager => "Vous êtes la seule personne qui gère votre équipe. Nommez d’abord un autre responsable.",
        _ => RuleSentences.Of(rule),
    };

    /// <summary>Shows the page again with that sentence.</summary>
    public static Task<IActionResult> RefuseHeirAsync(this Controller controller, string sentence, Func<Task<IActionResult>> page, string field = "Form.Heir")
    {
        controller.ModelState.AddModelError(field, sentence);
        return page();
    }
}
