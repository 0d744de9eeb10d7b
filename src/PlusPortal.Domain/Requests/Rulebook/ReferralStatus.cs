namespace PlusPortal.Domain.Requests.Rulebook;

/// <summary>Where a referral stands.</summary>
public enum ReferralStatus
{
    /// <summary>Chosen, nothing told to the actor yet.</summary>
    Proposed,

    /// <summary>The actor was told, its answer is awaited.</summary>
    Sent,

    /// <summary>The actor asked its one question; the clock is stopped.</summary>
    InformationRequested,

    /// <summary>The actor would take the request from a later day; the structure has to agree, and the clock is stopped.</summary>
    DateOffered,

    /// <summary>The actor takes the request.</summary>
    Accepted,

    /// <summary>The actor declined, with a reason.</summary>
    Declined,

    /// <summary>No answer in time; a late one is still welcome.</summary>
    Expired,

    /// <summary>Taken back: not retained, withdrawn or closed.</summary>
    Cancelled,

    /// <summary>The support ended, with an outcome.</summary>
    Completed,
}

/// <summary>The only table of moves of a referral.</summary>
public static class ReferralTransitions
{
    private static readonly Dictionary<(ReferralStatus From, ReferralStatus To), Movers> Table = new()
    {
        [(ReferralStatus.Proposed, ReferralStatus.Sent)] = Movers.Staff | Movers.System,
        [(ReferralStatus.Proposed, ReferralStatus.Cancelled)] = Movers.Staff | Movers.System | Movers.Structure,
        [(ReferralStatus.Sent, ReferralStatus.InformationRequested)] = TheActor,
        [(ReferralStatus.Sent, ReferralStatus.DateOffered)] = TheActor,
        [(ReferralStatus.Sent, ReferralStatus.Accepted)] = TheActor,
        [(ReferralStatus.Sent, ReferralStatus.Declined)] = TheActor,
        [(ReferralStatus.Sent, ReferralStatus.Expired)] = Movers.System,
        [(ReferralStatus.Sent, ReferralStatus.Cancelled)] = Movers.Staff | Movers.System | Movers.Structure,
        [(ReferralStatus.InformationRequested, ReferralStatus.Sent)] = Movers.Staff | Movers.Structure | Movers.System | Movers.Partner,
        [(ReferralStatus.InformationRequested, ReferralStatus.DateOffered)] = TheActor,
        [(ReferralStatus.InformationRequested, ReferralStatus.Accepted)] = TheActor,
        [(ReferralStatus.InformationRequested, ReferralStatus.Declined)] = TheActor,
        [(ReferralStatus.InformationRequested, ReferralStatus.Cancelled)] = Movers.Staff | Movers.System | Movers.Structure,
        [(ReferralStatus.DateOffered, ReferralStatus.Accepted)] = Movers.Staff | Movers.Structure | Movers.Partner,
        [(ReferralStatus.DateOffered, ReferralStatus.Declined)] = TheActor,
        [(ReferralStatus.DateOffered, ReferralStatus.Sent)] = Movers.System | TheActor,
        [(ReferralStatus.DateOffered, ReferralStatus.InformationRequested)] = TheActor,
        [(ReferralStatus.DateOffered, ReferralStatus.Expired)] = TheActor,
        [(ReferralStatus.DateOffered, ReferralStatus.Cancelled)] = Movers.Staff | Movers.System | Movers.Structure,
        [(ReferralStatus.Expired, ReferralStatus.DateOffered)] = TheActor,
        [(ReferralStatus.Expired, ReferralStatus.Accepted)] = TheActor,
        [(ReferralStatus.Expired, ReferralStatus.Declined)] = TheActor,
        [(ReferralStatus.Accepted, ReferralStatus.Sent)] = TheActor,
        [(ReferralStatus.Accepted, ReferralStatus.InformationRequested)] = TheActor,
        [(ReferralStatus.Accepted, ReferralStatus.DateOffered)] = TheActor,
        [(ReferralStatus.Accepted, ReferralStatus.Expired)] = TheActor,
        [(ReferralStatus.Accepted, ReferralStatus.Declined)] = TheActor,
        [(ReferralStatus.Accepted, ReferralStatus.Completed)] = TheActor,
        [(ReferralStatus.Accepted, ReferralStatus.Cancelled)] = Movers.Staff | Movers.System | Movers.Structure,
        [(ReferralStatus.Declined, ReferralStatus.Sent)] = TheActor,
        [(ReferralStatus.Declined, ReferralStatus.InformationRequested)] = TheActor,
        [(ReferralStatus.Declined, ReferralStatus.DateOffered)] = TheActor,
        [(ReferralStatus.Declined, ReferralStatus.Expired)] = TheActor,
        [(ReferralStatus.Declined, ReferralStatus.Accepted)] = TheActor,
        [(ReferralStatus.Completed, ReferralStatus.Accepted)] = TheActor,
    };

    // What an actor says, staff may record for it. Moves back to where the actor came from are those of an answer taken back at once.
    private const Movers TheActor = Movers.Partner | Movers.Staff;

    /// <summary>Who may move a referral from one status to the other; <see cref="Movers.None"/> when nobody may.</summary>
    public static Movers MoversOf(ReferralStatus from, ReferralStatus to) => Table.GetValueOrDefault((from, to));

    /// <summary>Whether the move is legal for that mover.</summary>
    public static bool CanBecome(this ReferralStatus from, ReferralStatus to, Movers by) => (MoversOf(from, to) & by) != 0;
}

/// <summary>What a state of a referral means for its reader.</summary>
public static class ReferralStatusRules
{
    extension(ReferralStatus status)
    {
        /// <summary>Whether the actor may read the request: it was told, and the referral was neither declined, taken back nor left without answer.</summary>
        public bool IsVisibleToPartner => status is ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.DateOffered or ReferralStatus.Accepted or ReferralStatus.Completed;
    }
}
