using System.Globalization;
using PlusPortal.Domain.Announcements;

namespace PlusPortal.Data.Outbox;

/// <summary>State of a message.</summary>
public enum OutboxState
{
    /// <summary>Waiting for its next attempt.</summary>
    Pending,

    /// <summary>Handed to the mail server. Delivery is at least once.</summary>
    Sent,

    /// <summary>Given up after the last attempt; staff may send it again.</summary>
    Dead,

    /// <summary>Nothing to send any more (its subject is gone, or the actor must not be e-mailed).</summary>
    Dropped,
}

/// <summary>An e-mail to send, written in the same transaction as its cause. It holds ids only: body, address and link are made at dispatch.</summary>
public sealed class OutboxMessage
{
    /// <summary>Most characters of <see cref="DeduplicationKey"/>.</summary>
    public const int KeyLength = 160;

    /// <summary>Most characters of <see cref="LastError"/>.</summary>
    public const int ErrorLength = 500;

    /// <summary>Attempts after which a message is dead.</summary>
    public const int MaxAttempts = 8;

    /// <summary>Days after which an address that stands in a message is taken away, whether it left or not: attempts end after about one.</summary>
    public const int RecipientDays = 7;

    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>What to send.</summary>
    public required MailKind Kind { get; init; }

    /// <summary>What it is about: see <see cref="MailKinds.SubjectOf"/>.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Unique: the same cause never sends twice.</summary>
    public required string DeduplicationKey { get; init; }

    /// <summary>Address, only where nothing else knows it any more: the receipt of an erasure. Taken away as soon as the message has left, or will not leave.</summary>
    public string? Recipient { get; set; }

    /// <summary>Somebody who was invited to follow the request and is told so too, by a message of its own; null when it is for the person.</summary>
    public Guid? FollowerId { get; init; }

    /// <summary>Where it stands.</summary>
    public OutboxState State { get; set; }

    /// <summary>Creation, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before, UTC. Claiming a message pushes it forward, which is the lease.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Attempts made.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was handed over, UTC.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last attempt failed, without any address.</summary>
    public string? LastError { get; set; }

    /// <summary>Number of the event of the request that caused it; null when something else did.</summary>
    public int? EventNumber =>
        DeduplicationKey.Split('/') is [_, _, var occurrence, ..] && int.TryParse(occurrence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether that occurrence caused it, for whomever it is.</summary>
    public bool IsOf(string occurrence)
    {
        var key = $"{Kind}/{SubjectId:N}/{occurrence}";
        return DeduplicationKey == key || DeduplicationKey.StartsWith(key + "/", StringComparison.Ordinal);
    }
}
