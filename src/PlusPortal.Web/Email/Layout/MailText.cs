namespace PlusPortal.Web.Email.Layout;

/// <summary>What a message says, before <see cref="MailLayout"/> gives it its two parts.</summary>
public sealed record MailText
{
    /// <summary>Addresses; several only for colleagues of one organisation.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Addresses in copy: who stands in for those above.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>Without personal data.</summary>
    public required string Subject { get; init; }

    /// <summary>First name for the greeting; null when there is none fit to be shown.</summary>
    public string? FirstName { get; init; }

    /// <summary>Paragraphs before the link.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>List under the paragraphs.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>What the one link does, a verb with its object.</summary>
    public required string LinkLabel { get; init; }

    /// <summary>Where it leads.</summary>
    public required string LinkAddress { get; init; }

    /// <summary>Paragraphs after the link.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>Why the reader receives it.</summary>
    public required string Footer { get; init; }

    /// <summary>Request whose tracking page the link opens; older links to it are retired once the message is sent.</summary>
    public Guid? TrackingLinkOf { get; init; }

    /// <summary>Request whose person alone may open the link, where it is no tracking page.</summary>
    public Guid? PrivateLinkOf { get; init; }
}
