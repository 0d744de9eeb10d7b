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
        [(ReferralStatus.Sent, ReferralStatus.InformationRequested)] = Movers.Partner,
        [(ReferralStatus.InformationRequested, ReferralStatus.Sent)] = Movers.Staff | Movers.Structure,
        [(ReferralStatus.Sent, ReferralStatus.Accepted)] = Movers.Partner,
        [(ReferralStatus.InformationRequested, ReferralStatus.Accepted)] = Movers.Partner,
        [(ReferralStatus.Sent, ReferralStatus.Declined)] = Movers.Partner,
        [(ReferralStatus.InformationRequested, ReferralStatus.Declined)] = Movers.Partner,
        [(ReferralStatus.Sent, ReferralStatus.Expired)] = Movers.System,
        [(ReferralStatus.Expired, ReferralStatus.Accepted)] = Movers.Partner,
        [(ReferralStatus.Expired, ReferralStatus.Declined)] = Movers.Partner,
        [(ReferralStatus.Accepted, ReferralStatus.Declined)] = Movers.Partner,
        [(ReferralStatus.Accepted, ReferralStatus.Completed)] = Movers.Partner | Movers.Staff,
        [(ReferralStatus.Declined, ReferralStatus.Sent)] = Movers.Staff,
        [(ReferralStatus.Completed, ReferralStatus.Accepted)] = Movers.Staff,
        [(ReferralStatus.Proposed, ReferralStatus.Cancelled)] = Movers.Staff | Movers.System | Movers.Structure,
        [(ReferralStatus.Sent, ReferralStatus.Cancelled)] = Movers.Staff | Movers.System | Movers.Structure,
        [(ReferralStatus.InformationRequested, ReferralStatus.Cancelled)] = Movers.Staff | Movers.System | Movers.Structure,
        [(ReferralStatus.Accepted, ReferralStatus.Cancelled)] = Movers.Staff | Movers.System | Movers.Structure,
    };

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
        public bool IsVisibleToPartner => status is ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.Accepted or ReferralStatus.Completed;
    }
}
