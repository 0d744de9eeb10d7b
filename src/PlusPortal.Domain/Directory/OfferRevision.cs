namespace PlusPortal.Domain.Directory;

/// <summary>State of a proposed edit of an offer.</summary>
public enum OfferRevisionState
{
    /// <summary>Waiting for staff.</summary>
    Pending,

    /// <summary>Approved: the public version was replaced.</summary>
    Approved,

    /// <summary>Returned to the partner with a reason.</summary>
    Returned,

    /// <summary>Replaced by a later proposal of the partner, or taken back.</summary>
    Withdrawn,
}

/// <summary>An edit that a partner proposes. The public version stays until staff approve it.</summary>
public sealed class OfferRevision
{
    /// <summary>Most characters of a reason.</summary>
    public const int ReasonLength = 1_000;

    private OfferRevision()
    {
        // EF only
    }

    private OfferRevision(SupportOffer offer, OfferContent content, Guid proposedById, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        OfferId = offer.Id;
        Offer = offer;
        BaseRevision = offer.Revision;
        Content = content;
        ProposedById = proposedById;
        ProposedAt = now;
    }

    /// <summary>Identifier, no secret.</summary>
    public Guid Id { get; private set; }

    /// <summary>Offer that the edit is about.</summary>
    public Guid OfferId { get; private set; }

    /// <summary>Offer that the edit is about; loaded on demand.</summary>
    public SupportOffer? Offer { get; private set; }

    /// <summary>Revision of the offer that the partner started from.</summary>
    public int BaseRevision { get; private set; }

    /// <summary>Proposed content.</summary>
    public OfferContent Content { get; private set; } = null!;

    /// <summary>Where the proposal stands.</summary>
    public OfferRevisionState State { get; private set; }

    /// <summary>User who proposed it.</summary>
    public Guid ProposedById { get; private set; }

    /// <summary>When it was proposed, UTC.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Member of staff who decided; null while pending.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>When it was decided, UTC; null while pending.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was returned, in French words for the partner.</summary>
    public string? Reason { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Proposes an edit.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.OfferArchived"/> when the offer is archived.</exception>
    public static OfferRevision Propose(SupportOffer offer, OfferContent content, Guid proposedById, DateTimeOffset now) =>
        offer.State == OfferState.Archived
            ? throw new DomainRuleException(RuleCode.OfferArchived)
            : new OfferRevision(offer, content, proposedById, now);

    /// <summary>Approves the edit, which replaces the public version.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.RevisionAlreadyDecided"/>, or <see cref="RuleCode.RevisionConflict"/> when the offer changed since.</exception>
    public void Approve(SupportOffer offer, Guid decidedById, DateTimeOffset now)
    {
        EnsurePending();
        if (offer.Id != OfferId || offer.Revision != BaseRevision) throw new DomainRuleException(RuleCode.RevisionConflict);
        offer.Edit(Content, now);
        Decide(OfferRevisionState.Approved, decidedById, null, now);
    }

    /// <summary>Returns the edit to the partner with a reason.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.RevisionAlreadyDecided"/> or <see cref="RuleCode.ReasonRequired"/>.</exception>
    public void Return(string reason, Guid decidedById, DateTimeOffset now)
    {
        EnsurePending();
        if (string.IsNullOrWhiteSpace(reason)) throw new DomainRuleException(RuleCode.ReasonRequired);
        Decide(OfferRevisionState.Returned, decidedById, reason.Trim(), now);
    }

    /// <summary>Takes the proposal back, for example because the partner made a later one.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.RevisionAlreadyDecided"/>.</exception>
    public void Withdraw(Guid byId, DateTimeOffset now)
    {
        EnsurePending();
        Decide(OfferRevisionState.Withdrawn, byId, null, now);
    }

    private void EnsurePending()
    {
        if (State != OfferRevisionState.Pending) throw new DomainRuleException(RuleCode.RevisionAlreadyDecided);
    }

    private void Decide(OfferRevisionState state, Guid byId, string? reason, DateTimeOffset now)
    {
        State = state;
        DecidedById = byId;
        DecidedAt = now;
        Reason = reason;
    }
}
