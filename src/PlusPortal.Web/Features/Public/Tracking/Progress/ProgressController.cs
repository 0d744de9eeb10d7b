using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Tracking.Progress;

/// <summary>What the structure says of an actor that has its request: its later day, whether it called back, how far its help went, how it ended.</summary>
[Area(Areas.Public)]
[Route("suivi/{token}/interlocuteurs/{referralId:guid}")]
[ServiceFilter<TrackingAccess>]
public sealed class ProgressController(TrackingReader reader, FollowRequest follow, CurrentProfile profile) : Controller
{
    private TrackedRequest Tracked => HttpContext.Features.GetRequiredFeature<TrackedRequest>();

    /// <summary>« Cette date me convient ».</summary>
    [HttpPost("date")]
    [LimitPerLink(LinkPurpose.Tracking, LinkPurpose.Following)]
    public async Task<IActionResult> AgreeToDate(Guid referralId, CancellationToken ct)
    {
        await follow.AgreeToDateAsync(Tracked, referralId, ct);
        return Back();
    }

    /// <summary>The outcome is right.</summary>
    [HttpPost("fin")]
    [LimitPerLink(LinkPurpose.Tracking, LinkPurpose.Following)]
    public async Task<IActionResult> Confirm(Guid referralId, CancellationToken ct)
    {
        await follow.ConfirmOutcomeAsync(Tracked, referralId, ct);
        return Back();
    }

    /// <summary>The page that contests it.</summary>
    [HttpGet("desaccord")]
    public Task<IActionResult> Contest(Guid referralId, CancellationToken ct) => PageAsync(nameof(Contest), referralId, Acts.ContestOutcome, new MessageForm(), ct);

    /// <summary>Contests it: PLUS looks today.</summary>
    [HttpPost("desaccord")]
    [LimitPerLink(LinkPurpose.Tracking, LinkPurpose.Following)]
    public async Task<IActionResult> Contest(Guid referralId, [Bind(Prefix = "Form")] MessageForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await PageAsync(nameof(Contest), referralId, Acts.ContestOutcome, form, ct);
        await follow.ContestOutcomeAsync(Tracked, referralId, form.Message, ct);
        return Back();
    }

    /// <summary>« Avez-vous été rappelée ? » Yes: which day.</summary>
    [HttpGet("contact")]
    public async Task<IActionResult> Contact(Guid referralId, CancellationToken ct) =>
        await PageAsync(nameof(Contact), referralId, Acts.ReportRung, new StructureRungForm { Rung = nameof(Rung.FirstContact), On = TypedDate.Of((await profile.TodayAsync(ct)).Date) }, ct);

    /// <summary>Notes the first contact.</summary>
    [HttpPost("contact")]
    [LimitPerLink(LinkPurpose.Tracking, LinkPurpose.Following)]
    public Task<IActionResult> Contact(Guid referralId, [Bind(Prefix = "Form")] StructureRungForm form, CancellationToken ct) => ReportAsync(nameof(Contact), referralId, form, ct);

    /// <summary>How far the help went.</summary>
    [HttpGet("suite")]
    public async Task<IActionResult> Report(Guid referralId, CancellationToken ct) =>
        await PageAsync(nameof(Report), referralId, Acts.ReportRung, new StructureRungForm { On = TypedDate.Of((await profile.TodayAsync(ct)).Date) }, ct);

    /// <summary>Notes it.</summary>
    [HttpPost("suite")]
    [LimitPerLink(LinkPurpose.Tracking, LinkPurpose.Following)]
    public Task<IActionResult> Report(Guid referralId, [Bind(Prefix = "Form")] StructureRungForm form, CancellationToken ct) => ReportAsync(nameof(Report), referralId, form, ct);

    /// <summary>Takes back what was noted by mistake.</summary>
    [HttpPost("suite/retrait")]
    [LimitPerLink(LinkPurpose.Tracking, LinkPurpose.Following)]
    public async Task<IActionResult> TakeRungBack(Guid referralId, Guid etape, CancellationToken ct)
    {
        await follow.TakeRungBackAsync(Tracked, referralId, etape, ct);
        return Back();
    }

    private RedirectToActionResult Back() => RedirectToAction("Show", "Tracking", new { token = Tracked.Token });

    private async Task<IActionResult> ReportAsync(string view, Guid referralId, StructureRungForm form, CancellationToken ct)
    {
        if (await reader.ReadActorFormAsync(Tracked, referralId, Acts.ReportRung, form, ct) is not { } page) return Back();
        var told = form.ToRungForm();
        var (day, problem) = told.Read(page.SentOn, await profile.TodayAsync(ct));
        if (problem is not null) ModelState.AddModelError("Form.On", problem);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(view, page);
        }

        var noted = await follow.ReportAsync(Tracked, referralId, told.Seen(day!.Value) with { Side = LadderSide.Structure }, ct);
        if (noted.Standing is not { } standing) return RedirectToAction("Show", "Tracking", new { token = Tracked.Token, note = noted.Note });
        ModelState.AddModelError("Form.On", RungClashWords.Of(standing));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(view, page);
    }

    private async Task<IActionResult> PageAsync<TForm>(string view, Guid referralId, ReferralAct act, TForm form, CancellationToken ct)
    {
        if (await reader.ReadActorFormAsync(Tracked, referralId, act, form, ct) is not { } page) return Back();
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(view, page);
    }
}
