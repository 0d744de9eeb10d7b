using Microsoft.AspNetCore.Html;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Web.Features.Admin.Content.Texts;

/// <summary>One text in the list.</summary>
public sealed record TextRow(string Code, string Title, int Number, DateTimeOffset At, string Author, int Gaps);

/// <summary>The form of a text.</summary>
/// <param name="Code">Which text.</param>
/// <param name="Current">Version that is published.</param>
/// <param name="Form">What is typed.</param>
/// <param name="Preview">What is typed, as readers would see it; null when it was not asked for.</param>
/// <param name="Conflict">What somebody else published meanwhile; null when nobody did.</param>
public sealed record EditPage(string Code, SiteTextVersion Current, TextForm Form, IHtmlContent? Preview = null, TextConflict? Conflict = null);

/// <summary>A version that somebody published while the form was open.</summary>
/// <param name="Author">Who.</param>
/// <param name="Version">That version.</param>
/// <param name="Lines">How it differs from what was typed.</param>
public sealed record TextConflict(string Author, SiteTextVersion Version, IReadOnlyList<DiffLine> Lines);

/// <summary>One version in the history.</summary>
public sealed record VersionRow(int Number, string Title, DateTimeOffset At, string Author, string Reason);

/// <summary>The history of a text, from the newest.</summary>
/// <param name="Code">Which text.</param>
/// <param name="CurrentNumber">Version that is published.</param>
/// <param name="Rows">This page of it.</param>
/// <param name="Before">Number below which the next page starts; null on the last.</param>
public sealed record HistoryPage(string Code, int CurrentNumber, IReadOnlyList<VersionRow> Rows, int? Before);

/// <summary>One version, compared with another.</summary>
/// <param name="Version">The version.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Html">As readers saw it.</param>
/// <param name="CurrentNumber">Version that is published.</param>
/// <param name="Other">Version it is compared with; null for the first.</param>
/// <param name="Lines">The comparison, from the other to this one.</param>
/// <param name="Form">Publishing it again.</param>
public sealed record TextVersionPage(SiteTextVersion Version, string Author, IHtmlContent Html, int CurrentNumber, int? Other, IReadOnlyList<DiffLine> Lines, RestoreForm Form)
{
    /// <summary>Whether it is the one that is published.</summary>
    public bool IsCurrent => Version.Number == CurrentNumber;
}
