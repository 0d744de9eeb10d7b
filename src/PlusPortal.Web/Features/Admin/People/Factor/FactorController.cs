using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.People;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Features.Shared.People;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels.People;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.People.Factor;

/// <summary>An administrator takes the second factor of a person away that lost it, after having checked who asks.</summary>
[Area(Areas.Admin)]
[Route("admin/personnes/{id:guid}/second-facteur")]
[Authorize(Policies.Administrator)]
public sealed class FactorController(PeopleReader people, ResetFactor reset) : Controller
{
    /// <summary>Asks how the identity was checked.</summary>
    [HttpGet("")]
    public Task<IActionResult> Reset(Guid id, CancellationToken ct) => PageAsync(id, new FactorForm(), StatusCodes.Status200OK, ct);

    /// <summary>Takes it away.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Reset(Guid id, [Bind(Prefix = "Form")] FactorForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await PageAsync(id, form, StatusCodes.Status400BadRequest, ct);
        if (await FindAsync(id, ct) is not { } person) return NotFound();
        await reset.ExecuteAsync(id, form, User.UserId, ct);
        return LocalRedirect(PeopleAddress.After(PeopleAddress.Person(FactorPage.ScopeOf(person).Root, id), DoneSentences.Factor));
    }

    private async Task<IActionResult> PageAsync(Guid id, FactorForm form, int status, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } person) return NotFound();
        Response.StatusCode = status;
        return View("Reset", new FactorPage(person, form));
    }

    /// <summary>Whose factor the administrator may take away.</summary>
    private async Task<PersonRow?> FindAsync(Guid id, CancellationToken ct) =>
        await people.FindAsync(id, ct) is { IsDisabled: false } person && User.AsMember.MayResetFactorOf(person.AsMember) ? person : null;
}

/// <summary>How the identity was checked.</summary>
public sealed class FactorForm
{
    /// <summary>How.</summary>
    [Required(ErrorMessage = "Dites comment vous avez vérifié que c’est bien cette personne.")]
    public IdentityCheck? Check { get; set; }

    /// <summary>When, by whom, what was checked.</summary>
    [Required(ErrorMessage = "Ajoutez une phrase\u00A0: quand, par qui, ce qui a été vérifié.")]
    [TypedLength(FactorReset.NoteLength)]
    public string? Note { get; set; }
}

/// <summary>The page.</summary>
/// <param name="Person">Whose factor.</param>
/// <param name="Form">What is typed.</param>
public sealed record FactorPage(PersonRow Person, FactorForm Form)
{
    /// <summary>Where the person is listed.</summary>
    public static PeopleScope ScopeOf(PersonRow person) => person.ActorId is null ? PeopleScope.Team : PeopleScope.Partners;
}
