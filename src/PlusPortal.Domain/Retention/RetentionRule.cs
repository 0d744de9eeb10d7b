namespace PlusPortal.Domain.Retention;

/// <summary>A line of the table of what is kept how long. Stored in reports, never renamed.</summary>
public enum RetentionRule
{
    /// <summary>A draft: deleted.</summary>
    Drafts,

    /// <summary>A request ended as unwanted that no actor had: deleted.</summary>
    Spam,

    /// <summary>An open request without any event: its structure is asked, and staff look at it.</summary>
    DormantRequests,

    /// <summary>A request that ended: anonymous.</summary>
    ClosedRequests,

    /// <summary>A message of the outbox: says no more to whom it went.</summary>
    Outbox,

    /// <summary>A line of the security log: deleted.</summary>
    SecurityLog,

    /// <summary>A line of the audit of what staff and partners did: says no more about whom.</summary>
    BusinessAudit,

    /// <summary>An account that will be removed: its person is told.</summary>
    AccountNotices,

    /// <summary>An unused account: disabled and anonymous.</summary>
    UnusedAccounts,

    /// <summary>An account past its term that stays, because nobody could take its place.</summary>
    KeptAccounts,

    /// <summary>An invitation, or a change of address, that is over: deleted.</summary>
    Invitations,

    /// <summary>Why staff erased a request: deleted at the term of the request.</summary>
    ErasureReasons,

    /// <summary>What readers said was wrong in the directory, once staff were done with it: deleted.</summary>
    SheetReports,

    /// <summary>Who took a lost second factor away, and what was noted of it: deleted with the security log.</summary>
    FactorResets,
}
