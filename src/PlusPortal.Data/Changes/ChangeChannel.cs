namespace PlusPortal.Data.Changes;

/// <summary>
/// The channel on which the database tells every node that something kept in memory has changed. Triggers send a topic
/// at the end of each transaction that wrote to one of its tables; a topic written twice in a transaction is sent once.
/// </summary>
/// <remarks>A table joins with one trigger: <c>create trigger … after insert or update or delete or truncate on … for each statement execute function notify_change('topic')</c>.</remarks>
public static class ChangeChannel
{
    /// <summary>Name of the channel, the same in the function <c>notify_change</c>.</summary>
    public const string Name = "plus_changes";

    /// <summary>Actors and offers.</summary>
    public const string Directory = "directory";

    /// <summary>Versions of the matching rules.</summary>
    public const string Rules = "rules";

    /// <summary>What staff decided about the lexicon.</summary>
    public const string Lexicon = "lexicon";
}
