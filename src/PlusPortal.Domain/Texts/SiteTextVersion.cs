namespace PlusPortal.Domain.Texts;

/// <summary>One version of a text: never changed once written, so that the history says who published what, when and why.</summary>
public sealed class SiteTextVersion
{
    /// <summary>Most characters of <see cref="Title"/>.</summary>
    public const int TitleLength = 120;

    /// <summary>Most characters of <see cref="Markdown"/>.</summary>
    public const int MarkdownLength = 20_000;

    /// <summary>Most characters of <see cref="Reason"/>.</summary>
    public const int ReasonLength = 300;

    /// <summary>Reason of the versions that the program brings.</summary>
    public const string OriginalReason = "Texte fourni avec le portail.";

    internal SiteTextVersion(string code, int number, string title, string markdown, string reason, Guid? authorId, DateTimeOffset at) =>
        (Code, Number, Title, Markdown, Reason, AuthorId, At) = (code, number, title, markdown, reason, authorId, at);

    // EF only.
    private SiteTextVersion() => Code = Title = Markdown = Reason = "";

    /// <summary>Text it belongs to.</summary>
    public string Code { get; private init; }

    /// <summary>Number in its text, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Title of the page.</summary>
    public string Title { get; private init; }

    /// <summary>Text, as Markdown.</summary>
    public string Markdown { get; private init; }

    /// <summary>What changed and why.</summary>
    public string Reason { get; private init; }

    /// <summary>Account of the author; null for a version that the program brought.</summary>
    public Guid? AuthorId { get; private init; }

    /// <summary>When it was published, UTC.</summary>
    public DateTimeOffset At { get; private init; }
}
