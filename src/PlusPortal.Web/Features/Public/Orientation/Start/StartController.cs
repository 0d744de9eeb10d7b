using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Limits;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Features.Public.Orientation.Situation;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Orientation.Start;

/// <summary>The start page: for whom, how long, what happens next; the requests already begun; where to go from elsewhere than Lorraine.</summary>
[Area(Areas.Public)]
[Route(OrientationLinks.Root)]
public sealed class StartController(PortalDb db, DraftAccess drafts, StepPages pages, CurrentProfile profile) : Controller
{
    /// <summary>Start page: for whom, how long, what happens next; the requests already begun here.</summary>
    [HttpGet("")]
    [InSiteMap(SiteMapSection.GetHelp, "Demander une orientation")]
    public async Task<IActionResult> Start(string? etape, CancellationToken ct) =>
        View(new StartPage(Stages.All.Find(etape)?.Code, await drafts.UnfinishedAsync(ct), await profile.ReachAsync(ct)));

    /// <summary>Begins a request.</summary>
    [HttpPost("")]
    [LimitPerClient(LimitPurpose.NewDraft)]
    public async Task<IActionResult> Begin(string? etape, CancellationToken ct)
    {
        var draft = drafts.Create(new OrientationAnswers { Stage = Stages.All.Find(etape)?.Code });
        await db.SaveChangesAsync(ct);
        return LocalRedirect(OrientationLinks.Step(draft.Id, StageStep.Definition.Slug));
    }

    /// <summary>Where a draft continues.</summary>
    [HttpGet(OrientationLinks.Draft)]
    public async Task<IActionResult> Enter(Guid draftId, CancellationToken ct) => await drafts.OpenAsync(draftId, ct) switch
    {
        null => NotFound(),
        { IsSubmitted: true } => LocalRedirect(OrientationLinks.Confirmation(draftId)),
        var opened => LocalRedirect(OrientationLinks.Step(draftId, pages.Form.NextIn(opened.Answers).Slug)),
    };

    /// <summary>Another way for structures outside Lorraine.</summary>
    [HttpGet(OrientationLinks.OutsideSlug)]
    [InSiteMap(SiteMapSection.GetHelp, "Votre activité est en dehors de la Lorraine")]
    public IActionResult OutsideLorraine() => View(new OutsidePage(null, null, null, null));

    /// <summary>The same, for a draft whose commune is elsewhere; it may go on.</summary>
    [HttpGet(OrientationLinks.Prefix + OrientationLinks.OutsideSlug)]
    public async Task<IActionResult> OutsideLorraine(Guid draftId, string? retour, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { IsSubmitted: false } opened) return NotFound();
        if (opened.Answers is not { Place.IsInLorraine: false } answers) return LocalRedirect(OrientationLinks.Enter(draftId));
        return View(new OutsidePage(draftId, answers.CommuneName, answers.DepartementName, pages.After(draftId, CommuneStep.Definition, answers, retour)));
    }
}

/// <summary>The start page.</summary>
/// <param name="Stage">Stage chosen on the home page; null when none.</param>
/// <param name="Unfinished">Requests begun on this device.</param>
/// <param name="Reach">How to reach PLUS.</param>
public sealed record StartPage(string? Stage, IReadOnlyList<UnfinishedDraft> Unfinished, Reach Reach);

/// <summary>The page for structures outside Lorraine.</summary>
public sealed record OutsidePage(Guid? DraftId, string? CommuneName, string? DepartementName, string? GoOn);
