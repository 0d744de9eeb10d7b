using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Data;
using PlusPortal.Data.Limits;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Orientation.Resume;

/// <summary>« Enregistrer et reprendre plus tard », and the link that it sends.</summary>
[Area(Areas.Public)]
[Route(OrientationLinks.Root)]
public sealed class ResumeController(PortalDb db, DraftAccess drafts, StepPages pages, SendResumeLink sendResumeLink, SecurityLog log) : Controller
{
    /// <summary>Asks for the address to which the link goes.</summary>
    [HttpGet(OrientationLinks.Prefix + OrientationLinks.LaterSlug)]
    public async Task<IActionResult> Later(Guid draftId, CancellationToken ct) => await drafts.OpenAsync(draftId, ct) switch
    {
        null => NotFound(),
        { IsSubmitted: true } => LocalRedirect(OrientationLinks.Confirmation(draftId)),
        var opened => View(Dress(new LaterForm { Email = opened.Draft.ResumeEmail ?? opened.Answers.Email }, opened)),
    };

    /// <summary>Queues the link. The answer is the same whatever the address.</summary>
    [HttpPost(OrientationLinks.Prefix + OrientationLinks.LaterSlug)]
    [LimitPerClient(LimitPurpose.ResumeLink)]
    public async Task<IActionResult> Later(Guid draftId, LaterForm form, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { } opened) return pages.Lost(this);
        if (opened.IsSubmitted) return LocalRedirect(OrientationLinks.Confirmation(draftId));
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(Dress(form, opened));
        }

        await sendResumeLink.ExecuteAsync(draftId, Typed.Line(form.Email)!, ct);
        return LocalRedirect(OrientationLinks.Later(draftId) + "/envoye");
    }

    /// <summary>What happens next.</summary>
    [HttpGet(OrientationLinks.Prefix + OrientationLinks.LaterSlug + "/envoye")]
    public async Task<IActionResult> LaterSent(Guid draftId, CancellationToken ct) =>
        await drafts.OpenAsync(draftId, ct) is { IsSubmitted: false } opened ? View(Dress(new LaterForm { Email = opened.Draft.ResumeEmail }, opened)) : LocalRedirect(OrientationLinks.Start);

    /// <summary>The page that the link opens. It changes nothing: programs that read mails follow links too.</summary>
    [HttpGet("reprendre/{token}")]
    public async Task<IActionResult> Resume(string? token, CancellationToken ct) => await drafts.FindByLinkAsync(token, ct) is { } draft
        ? View(new ResumePage(draft.UpdatedAt, draft.ExpiresAt, draft.RequestId is not null))
        : LinkGone();

    /// <summary>Lets this device in.</summary>
    [HttpPost("reprendre/{token}")]
    public async Task<IActionResult> ResumeHere(string? token, CancellationToken ct)
    {
        if (await drafts.FindByLinkAsync(token, ct) is not { } draft) return LinkGone();
        drafts.LetIn(draft);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(OrientationLinks.Enter(draft.Id));
    }

    private static LaterForm Dress(LaterForm form, OpenDraft opened)
    {
        form.DraftId = opened.Id;
        form.KeptUntil = opened.Draft.ExpiresAt.ParisDay;
        return form;
    }

    private ViewResult LinkGone()
    {
        log.Write(SecurityEvent.LinkRefused);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("LinkGone");
    }
}

/// <summary>Where the link to the draft goes.</summary>
public sealed class LaterForm
{
    /// <summary>Draft.</summary>
    [BindNever]
    public Guid DraftId { get; set; }

    /// <summary>Day on which the draft is deleted.</summary>
    [BindNever]
    [ValidateNever]
    public DateOnly KeptUntil { get; set; }

    /// <summary>Address.</summary>
    [Required(ErrorMessage = "Indiquez l’adresse e-mail à laquelle envoyer le lien.")]
    [MailAddress]
    public string? Email { get; set; }
}

/// <summary>The page that a link to a draft opens.</summary>
public sealed record ResumePage(DateTimeOffset UpdatedAt, DateTimeOffset ExpiresAt, bool IsSubmitted);
