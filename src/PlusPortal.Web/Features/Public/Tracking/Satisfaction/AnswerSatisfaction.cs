using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Requests.Satisfaction;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Web.Labels.Situations;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Public.Tracking.Satisfaction;

/// <summary>What a satisfaction page opens on.</summary>
/// <param name="Request">The request; null when there is none, or nothing is asked of it.</param>
/// <param name="Moment">Which of the two moments it is.</param>
/// <param name="IsAnswered">Whether it was answered.</param>
/// <param name="End">How it ended, and what to do instead; null when there is none.</param>
public sealed record SatisfactionAsked(OrientationRequest? Request, SatisfactionMoment? Moment, bool IsAnswered, SituationReading? End = null);

/// <summary>Asks the structure once at each moment what came of its request, and notes what it says.</summary>
public sealed class AnswerSatisfaction(PortalDb db, CurrentProfile profile, TimeProvider clock)
{
    /// <summary>What is asked of the holder of a link.</summary>
    public async Task<SatisfactionAsked> FindAsync(string? token, CancellationToken ct)
    {
        var nothing = new SatisfactionAsked(null, null, IsAnswered: false);
        if (token?.Length != LinkTokens.TextLength) return nothing;
        var now = clock.GetUtcNow();
        var link = await db.AccessLinks.AsNoTracking().Known(token, LinkPurpose.Satisfaction).Where(link => link.ExpiresAt > now).Select(link => new { link.SubjectId, link.RevokedAt }).SingleOrDefaultAsync(ct);
        if (link is null) return nothing;
        var asked = await FindAsync(link.SubjectId, ct);

        // A link that was used says thank you, for whatever moment it was; one that was revoked without an answer opens nothing.
        if (link.RevokedAt is not { } revoked) return asked;
        return await db.SatisfactionAnswers.AnyAsync(answer => answer.RequestId == link.SubjectId && answer.At == revoked, ct) ? asked with { IsAnswered = true } : nothing;
    }

    /// <summary>What is asked of the person of a request.</summary>
    public async Task<SatisfactionAsked> FindAsync(Guid requestId, CancellationToken ct)
    {
        var request = await db.OrientationRequests.AsNoTracking().WithReferrals().SingleOrDefaultAsync(request => request.Id == requestId && request.AnonymisedAt == null, ct);
        var today = await profile.TodayAsync(ct);
        if (request is null || SatisfactionAnswer.MomentOf(request, today) is not { } moment) return new SatisfactionAsked(null, null, IsAnswered: false);
        return new SatisfactionAsked(request, moment, await db.SatisfactionAnswers.AnyAsync(answer => answer.RequestId == requestId && answer.Round == request.Round && answer.Moment == moment, ct), SituationReading.ForStructure(request, new Dictionary<Guid, string>(), keptReference: null, isFollower: false, today));
    }

    /// <summary>Whether exactly that was said before: the second press of one button.</summary>
    public Task<bool> WasSaidAsync(SatisfactionAsked asked, SatisfactionSaid said, CancellationToken ct)
    {
        var comment = string.IsNullOrWhiteSpace(said.Comment) ? null : said.Comment.Trim();
        return db.SatisfactionAnswers.AnyAsync(answer => answer.RequestId == asked.Request!.Id && answer.Round == asked.Request.Round
            && answer.WasCalledBack == said.WasCalledBack && answer.Usefulness == said.Usefulness && answer.Result == said.Result && answer.Comment == comment, ct);
    }

    /// <summary>Notes it, and uses up the link. Of two presses the second finds it done.</summary>
    public async Task AnswerAsync(OrientationRequest request, SatisfactionSaid said, string? token, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        db.Add(SatisfactionAnswer.Of(request, said, now, await profile.TodayAsync(ct)));
        if (token is not null)
        {
            var link = await db.AccessLinks.Known(token, LinkPurpose.Satisfaction).SingleAsync(ct);
            link.RevokedAt = now;
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (lost.Breaks(SaveConflicts.SatisfactionMoment))
        {
            // The other press, or the other page, said it first.
        }
    }
}
