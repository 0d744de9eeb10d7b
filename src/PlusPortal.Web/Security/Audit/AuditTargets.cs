namespace PlusPortal.Web.Security.Audit;

/// <summary>What the target of an event names. Stored: never renamed.</summary>
public static class AuditTargets
{
    /// <summary>An account.</summary>
    public const string Account = nameof(Account);

    /// <summary>An invitation.</summary>
    public const string Invitation = nameof(Invitation);

    /// <summary>A limit, a purpose, a status: what refused.</summary>
    public const string Rule = nameof(Rule);

    /// <summary>A support actor.</summary>
    public const string Actor = nameof(Actor);

    /// <summary>An offer.</summary>
    public const string Offer = nameof(Offer);

    /// <summary>A proposed modification of an offer.</summary>
    public const string Revision = nameof(Revision);

    /// <summary>An error that a reader reported.</summary>
    public const string Report = nameof(Report);

    /// <summary>What a structure wrote of its request.</summary>
    public const string Comment = nameof(Comment);

    /// <summary>A message of the outbox.</summary>
    public const string Message = nameof(Message);

    /// <summary>A text of the public pages.</summary>
    public const string Text = nameof(Text);

    /// <summary>A version of the matching rules.</summary>
    public const string Rules = nameof(Rules);

    /// <summary>A job.</summary>
    public const string Job = nameof(Job);

    /// <summary>What was asked for of a list, in codes and identifiers.</summary>
    public const string Filter = nameof(Filter);
}
