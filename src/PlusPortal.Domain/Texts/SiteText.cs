namespace PlusPortal.Domain.Texts;

/// <summary>A text of the public pages that staff may edit. Every version is kept; the highest number is the one shown.</summary>
public sealed class SiteText
{
    /// <summary>Most characters of <see cref="Code"/>.</summary>
    public const int CodeLength = 40;

    private readonly List<SiteTextVersion> versions = [];

    // EF only.
    private SiteText() => Code = "";

    /// <summary>Which text it is: one of <see cref="SiteTextCodes"/>; also the address of its page.</summary>
    public string Code { get; private init; }

    /// <summary>Number of the version that is shown.</summary>
    public int CurrentNumber { get; private set; }

    /// <summary>Every version; only those that were loaded.</summary>
    public IReadOnlyList<SiteTextVersion> Versions => versions;

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>A text with its first version, which the program brings.</summary>
    public static SiteText Original(string code, string title, string markdown, DateTimeOffset now)
    {
        if (!SiteTextCodes.All.Contains(code)) throw new DomainRuleException(RuleCode.UnknownCode);
        var text = new SiteText { Code = code };
        text.Add(title, markdown, null, SiteTextVersion.OriginalReason, now);
        return text;
    }

    /// <summary>Takes the text of a newer program, as long as nobody has edited it.</summary>
    /// <param name="current">The version that is shown.</param>
    /// <param name="title">Title in the program.</param>
    /// <param name="markdown">Text in the program.</param>
    /// <param name="now">Current time.</param>
    /// <returns>Whether anything changed.</returns>
    public bool TakeOriginal(SiteTextVersion current, string title, string markdown, DateTimeOffset now)
    {
        if (current.AuthorId is not null || (current.Title == title && current.Markdown == markdown)) return false;
        Add(title, markdown, null, SiteTextVersion.OriginalReason, now);
        return true;
    }

    /// <summary>Writes the next version.</summary>
    /// <param name="title">Title of the page.</param>
    /// <param name="markdown">Text, as Markdown.</param>
    /// <param name="reason">What changed and why, for the history.</param>
    /// <param name="authorId">Account of the author.</param>
    /// <param name="now">Current time.</param>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.ReasonRequired"/> without a reason.</exception>
    public SiteTextVersion Write(string title, string markdown, string reason, Guid authorId, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new DomainRuleException(RuleCode.ReasonRequired);
        return Add(title, markdown, authorId, reason, now);
    }

    private SiteTextVersion Add(string title, string markdown, Guid? authorId, string reason, DateTimeOffset now)
    {
        var version = new SiteTextVersion(Code, CurrentNumber + 1, title.Trim(), markdown.Trim(), reason.Trim(), authorId, now);
        versions.Add(version);
        CurrentNumber = version.Number;
        return version;
    }
}
