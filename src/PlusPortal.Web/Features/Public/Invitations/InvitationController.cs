using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Links;
using PlusPortal.Domain.People;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Public.SignIn;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Invitations;

/// <summary>An invited person opens its account. Looking changes nothing: programs that read mails follow links too.</summary>
[Area(Areas.Public)]
[Route("compte/invitation/{token}")]
public sealed class InvitationController(AcceptInvitation accept, SecurityLog log) : Controller
{
    /// <summary>Whose portal, which role, and the form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Accept(string? token, CancellationToken ct)
    {
        return await accept.FindAsync(token, ct) switch
        {
            { Refusal: { } refusal } => Gone(refusal),
            { Offer: var offer } => View(new AcceptPage(token!, offer!, new AcceptForm { Name = offer!.Name })),
        };
    }

    /// <summary>Opens the account, once; the sign-in page then says what comes next.</summary>
    [HttpPost("")]
    [LimitPerLink(LinkPurpose.Invitation)]
    public async Task<IActionResult> Accept(string? token, [Bind(Prefix = "Form")] AcceptForm form, CancellationToken ct)
    {
        if (await accept.FindAsync(token, ct) is var found && found.Refusal is { } late) return Gone(late);
        if (!ModelState.IsValid) return Again();
        var result = await accept.ExecuteAsync(token, Typed.Line(form.Name)!, form.Password!, ct);
        if (result.Refusal is { } refusal) return Gone(refusal);
        foreach (var weakness in result.Weaknesses) ModelState.AddModelError("Form.Password", weakness);
        return ModelState.IsValid ? LocalRedirect(PublicAddress.SignInAfter(result.NeedsFactor ? OpenedAccess.WithFactor : OpenedAccess.ByPassword)) : Again();

        ViewResult Again()
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new AcceptPage(token!, found.Offer!, form));
        }
    }

    private ViewResult Gone(InvitationRefusal refusal)
    {
        log.Write(SecurityEvent.LinkRefused);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Gone", refusal);
    }
}

/// <summary>What the person chooses.</summary>
public sealed class AcceptForm
{
    /// <summary>First and last name, as the invitation has it.</summary>
    [Required(ErrorMessage = "Indiquez votre prénom et votre nom.")]
    [TypedLength(Invitation.NameLength, ErrorMessage = "Ce nom est trop long\u00A0: {1} caractères au plus.")]
    public string? Name { get; set; }

    /// <summary>Password.</summary>
    [Required(ErrorMessage = "Choisissez un mot de passe.")]
    [TypedLength(256, ErrorMessage = "Ce mot de passe est trop long\u00A0: {1} caractères au plus.")]
    public string? Password { get; set; }
}

/// <summary>The page.</summary>
public sealed record AcceptPage(string Token, AcceptOffer Offer, AcceptForm Form);

/// <summary>What is offered.</summary>
/// <param name="Email">Address that is invited.</param>
/// <param name="Name">Name as whoever invited wrote it.</param>
/// <param name="Role">Role.</param>
/// <param name="ActorName">Support actor; null for PLUS.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="HadAccess">Whether the address opened an account before, whose access was taken away.</param>
public sealed record AcceptOffer(string Email, string Name, PersonRole Role, string? ActorName, DateTimeOffset ExpiresAt, bool HadAccess);

/// <summary>Why a link opens nothing.</summary>
public enum InvitationRefusal
{
    /// <summary>No such link: cut, or invented.</summary>
    Unknown,

    /// <summary>It was sent again since.</summary>
    Replaced,

    /// <summary>Its days are over.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Withdrawn,

    /// <summary>It was accepted.</summary>
    Used,

    /// <summary>The address has an account by another way.</summary>
    Known,

    /// <summary>The address has an account whose access was taken away, and who invites it may not give it back.</summary>
    Removed,
}
