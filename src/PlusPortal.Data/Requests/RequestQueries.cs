using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Data.Requests;

/// <summary>Whose requests and referrals, and how much of them.</summary>
public static class RequestQueries
{
    extension(PortalDb db)
    {
        /// <summary>Requests being written.</summary>
        public DbSet<RequestDraft> RequestDrafts => db.Set<RequestDraft>();

        /// <summary>Waits until nobody else writes a request, and keeps others from it until the transaction ends: whoever works on it next finds what is done.</summary>
        /// <remarks>Raw SQL because EF writes no lock.</remarks>
        public Task HoldRequestAsync(Guid requestId, CancellationToken ct) =>
            db.Database.ExecuteSqlAsync($"select id from orientation_requests where id = {requestId} for no key update", ct);

        /// <summary>Name of the actor of a referral; null when the request has no such referral.</summary>
        public Task<string?> ActorNameAsync(string reference, Guid referralId, CancellationToken ct) => db.Referrals
            .Where(referral => referral.Id == referralId && referral.Request!.Reference == reference)
            .Join(db.SupportActors, referral => referral.ActorId, actor => actor.Id, (_, actor) => actor.Name).SingleOrDefaultAsync(ct);
    }

    extension(IQueryable<OrientationRequest> requests)
    {
        /// <summary>With the referrals, which is what a change of state needs; timeline and notes are only added to.</summary>
        public IQueryable<OrientationRequest> WithReferrals() => requests.Include(request => request.Referrals);

        /// <summary>With everybody who was invited to follow it.</summary>
        public IQueryable<OrientationRequest> WithFollowers() => requests.Include(request => request.Followers);

        /// <summary>With everything that happened, to be read.</summary>
        public IQueryable<OrientationRequest> WithStory() => requests
            .Include(request => request.Referrals).Include(request => request.Timeline).Include(request => request.Notes)
            .AsSplitQuery();

        /// <summary>The request of a referral that this actor was told about; nothing for anybody else.</summary>
        public IQueryable<OrientationRequest> HoldingReferral(Guid referralId, Guid actorId) => requests
            .Where(request => request.Referrals.Any(referral => referral.Id == referralId && referral.ActorId == actorId && referral.SentAt != null));
    }

    extension(IQueryable<Referral> referrals)
    {
        /// <summary>The referrals that this actor was told about.</summary>
        public IQueryable<Referral> AnsweredBy(Guid actorId) => referrals.Where(referral => referral.ActorId == actorId && referral.SentAt != null);

        /// <summary>Those that an actor has to answer, or has accepted and not ended.</summary>
        public IQueryable<Referral> OpenAt(Guid actorId) => referrals.AnsweredBy(actorId)
            .Where(referral => referral.Status == ReferralStatus.Sent || referral.Status == ReferralStatus.InformationRequested || referral.Status == ReferralStatus.DateOffered || referral.Status == ReferralStatus.Accepted
                || (referral.Status == ReferralStatus.Completed && referral.OutcomeState == OutcomeState.Awaited));
    }
}
