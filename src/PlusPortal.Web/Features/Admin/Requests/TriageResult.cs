using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>How a use-case of the triage ended.</summary>
public abstract record TriageResult
{
    private TriageResult()
    {
    }

    /// <summary>Saved; what to confirm.</summary>
    public sealed record Saved(Done Done) : TriageResult;

    /// <summary>No such request, or no such referral in it.</summary>
    public sealed record NotFound : TriageResult;

    /// <summary>Somebody saved in between: nothing was written.</summary>
    public sealed record Stale : TriageResult;

    /// <summary>A field says something that cannot be done.</summary>
    public sealed record Refused(string Field, string Sentence) : TriageResult;
}

/// <summary>What the use-cases of the triage share.</summary>
internal static class TriageSteps
{
    extension(PortalDb db)
    {
        /// <summary>The request to change, with its referrals.</summary>
        public async Task<OrientationRequest?> RequestToChangeAsync(string reference, CancellationToken ct) =>
            await db.OrientationRequests.Include(request => request.Referrals).SingleOrDefaultAsync(request => request.Reference == reference, ct);

        /// <summary>Load, decide, save: the shape of a use-case that needs nothing but the request. What <paramref name="act"/> queues in the outbox is saved with it.</summary>
        public async Task<TriageResult> ChangeAsync(string reference, Seen seen, Done done, Action<OrientationRequest> act, CancellationToken ct)
        {
            var request = await db.RequestToChangeAsync(reference, ct);
            if (request is null) return new TriageResult.NotFound();
            if (seen.IsStale(request)) return new TriageResult.Stale();
            return Decide(() => act(request)) ?? await db.SaveAsync(done, ct);
        }

        /// <summary>The one save of a use-case; a lost race is an answer, not an error.</summary>
        public async Task<TriageResult> SaveAsync(Done done, CancellationToken ct)
        {
            try
            {
                await db.SaveChangesAsync(ct);
                return new TriageResult.Saved(done);
            }
            catch (DbUpdateException lost) when (lost.IsLostRace)
            {
                return new TriageResult.Stale();
            }
        }

        /// <summary>Queues an e-mail that the last event of the request causes.</summary>
        public void Tell(MailKind kind, OrientationRequest request, Guid subjectId, DateTimeOffset now) =>
            db.Outbox.Enqueue(kind, subjectId, request.LastEventNumber.ToString(CultureInfo.InvariantCulture), now);
    }

    /// <summary>Lets the domain decide; a broken rule becomes a sentence on the form, which keeps what was typed.</summary>
    public static TriageResult? Decide(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (DomainRuleException broken)
        {
            return new TriageResult.Refused("", RuleSentences.Of(broken.Code));
        }
    }
}
