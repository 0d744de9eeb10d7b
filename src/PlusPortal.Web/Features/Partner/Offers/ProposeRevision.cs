using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Domain.Directory;

namespace PlusPortal.Web.Features.Partner.Offers;

/// <summary>What came of a proposed edit.</summary>
public abstract record ProposeResult
{
    private ProposeResult()
    {
    }

    /// <summary>The offer is not one of this actor's.</summary>
    public sealed record NotFound : ProposeResult;

    /// <summary>Saved; PLUS will read it.</summary>
    public sealed record Proposed : ProposeResult;

    /// <summary>The text is the published one.</summary>
    public sealed record NothingChanged : ProposeResult;

    /// <summary>Somebody changed the offer, or proposed another edit, since the form was shown.</summary>
    /// <param name="Revision">Published revision now.</param>
    /// <param name="PendingId">Pending revision now.</param>
    /// <param name="Content">What is published or pending now.</param>
    public sealed record Conflict(int Revision, Guid? PendingId, OfferContent Content) : ProposeResult;
}

/// <summary>Saves a partner's edit as a revision. One is pending at a time: a new one takes its place.</summary>
public sealed class ProposeRevision(PortalDb db, TimeProvider clock)
{
    /// <summary>Proposes.</summary>
    public async Task<ProposeResult> ExecuteAsync(Guid offerId, Guid actorId, ProposeForm form, OfferContent content, Guid userId, CancellationToken ct)
    {
        var offer = await db.SupportOffers.OfferedBy(actorId).SingleOrDefaultAsync(offer => offer.Id == offerId, ct);
        if (offer is null) return new ProposeResult.NotFound();
        var pending = await PendingAsync(offerId, ct);
        if (offer.Revision != form.BaseRevision || pending?.Id != form.PendingId) return new ProposeResult.Conflict(offer.Revision, pending?.Id, pending?.Content ?? offer.Content);
        if (ContentComparison.AreSame(content, offer.Content)) return new ProposeResult.NothingChanged();

        var now = clock.GetUtcNow();
        pending?.Withdraw(userId, now);
        db.Add(OfferRevision.Propose(offer, content, userId, now));
        await db.SaveChangesAsync(ct);
        return new ProposeResult.Proposed();
    }

    /// <summary>Takes the pending revision back. False when the offer is not one of this actor's, or nothing is pending.</summary>
    public async Task<bool> WithdrawAsync(Guid offerId, Guid actorId, Guid userId, CancellationToken ct)
    {
        if (!await db.SupportOffers.OfferedBy(actorId).AnyAsync(offer => offer.Id == offerId, ct)) return false;
        if (await PendingAsync(offerId, ct) is not { } pending) return false;
        pending.Withdraw(userId, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }

    private Task<OfferRevision?> PendingAsync(Guid offerId, CancellationToken ct) =>
        db.OfferRevisions.SingleOrDefaultAsync(revision => revision.OfferId == offerId && revision.State == OfferRevisionState.Pending, ct);
}
