using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Tracking.Again;

/// <summary>Another request from the tracking page: what is known of person, place and structure is carried over, the need is new.</summary>
[Area(Areas.Public)]
[Route("suivi/{token}/nouvelle-demande")]
[ServiceFilter<TrackingAccess>]
public sealed class AgainController(BeginAgain begin) : Controller
{
    private TrackedRequest Tracked => HttpContext.Features.GetRequiredFeature<TrackedRequest>();

    /// <summary>Begins it, or goes on with the one that this browser began.</summary>
    [HttpPost("")]
    [LimitPerLink(LinkPurpose.Tracking, LinkPurpose.Following)]
    public async Task<IActionResult> Begin(CancellationToken ct) => LocalRedirect(OrientationLinks.Enter(await begin.ExecuteAsync(Tracked, ct)));
}

/// <summary>Makes the draft of another request. Nothing of it is in its address.</summary>
public sealed class BeginAgain(PortalDb db, DraftAccess drafts)
{
    /// <summary>Begins it; a draft of this browser that follows on the same request is taken up again, as after a second click.</summary>
    public async Task<Guid> ExecuteAsync(TrackedRequest tracked, CancellationToken ct)
    {
        var begun = await db.RequestDrafts.Where(draft => draft.PrecededById == tracked.RequestId && draft.RequestId == null).OrderByDescending(draft => draft.CreatedAt).Select(draft => draft.Id).Take(DraftAccess.MostDrafts).ToListAsync(ct);
        foreach (var id in begun.Where(drafts.Holds)) return id;

        var request = await db.OrientationRequests.AsNoTracking().SingleAsync(request => request.Id == tracked.RequestId, ct);
        var follower = tracked.FollowerId is { } followerId ? await db.RequestFollowers.AsNoTracking().SingleAsync(follower => follower.Id == followerId, ct) : null;
        var answers = AnswersOf(request);
        answers = follower is null
            ? answers with { ContactName = request.Contact.Name, Email = request.Contact.Email, Phone = request.Contact.Phone, Channel = request.Contact.Channel, Slot = request.Contact.Slot }
            : answers with { ContactName = follower.Name, Email = follower.Email };
        var draft = drafts.Create(answers, tracked.RequestId);
        await db.SaveChangesAsync(ct);
        return draft.Id;
    }

    private static OrientationAnswers AnswersOf(OrientationRequest request)
    {
        var declared = request.Declared;
        return new OrientationAnswers
        {
            LegalForm = declared.LegalForm,
            LegalFormDetail = Unmasked(declared.LegalFormDetail),
            StructureName = Unmasked(declared.StructureName),
            Siren = declared.Siren,
            Siret = declared.Siret,
            Rna = declared.Rna,
            Qualifications = declared.Qualifications,
            Sectors = declared.Sectors,
            StaffBand = declared.StaffBand,
            BudgetBand = declared.BudgetBand,
            AgeBand = declared.AgeBand,
            Place = request.Place,
            CommuneName = request.CommuneName,
        };
    }

    /// <summary>What was masked is not typed again by the portal.</summary>
    private static string? Unmasked(string? text) => text?.Contains(PassageMask.Mark, StringComparison.Ordinal) == true ? null : text;
}
