namespace PlusPortal.Data.Changes;

/// <summary>
/// The channel on which the database tells every node that something kept in memory has changed. Triggers send a topic
/// at the end of each transaction that wrote to one of its tables; a topic written twice in a transaction is sent once.
/// </summary>
/// <remarks>A message is a topic, or a topic and what changed in it: « directory:0190… » names an actor. A table joins with one trigger: <c>create trigger … after insert or update or delete or truncate on … for each statement execute function notify_change('topic')</c>.</remarks>
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

    /// <summary>What PLUS decided about itself.</summary>
    public const string Profile = "profile";

    private const char Separator = ':';

    /// <summary>Topic of a message.</summary>
    public static string TopicOf(string message) => message.Split(Separator)[0];

    /// <summary>What changed; null when the message does not say.</summary>
    public static string? DetailOf(string message) => message.IndexOf(Separator, StringComparison.Ordinal) is > 0 and var place ? message[(place + 1)..] : null;
}
