using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Texts;
using PlusPortal.Domain.Texts;
using PlusPortal.Web.Features.Shared.Texts;

namespace PlusPortal.Web.Features.Admin.Content.Texts;

/// <summary>Reads texts and their history for staff.</summary>
public sealed class TextHistory(PortalDb db, TextVariables variables)
{
    private const int PageSize = 25;
    private const string Program = "Fourni avec le portail";
    private const string Gone = "Compte supprimé";

    /// <summary>Every text with its published version.</summary>
    public async Task<IReadOnlyList<TextRow>> ListAsync(CancellationToken ct)
    {
        var rows = await Named(db.SiteTexts.CurrentVersions()).ToListAsync(ct);
        var values = await variables.ReadAsync(ct);
        return
        [
            .. from row in rows
               orderby SiteTextCodes.All.ToList().IndexOf(row.Version.Code)
               select new TextRow(row.Version.Code, row.Version.Title, row.Version.Number, row.Version.At, AuthorOf(row), values.CountGaps(row.Version.Markdown)),
        ];
    }

    /// <summary>The version that is published; null when there is no such text.</summary>
    public Task<SiteTextVersion?> CurrentAsync(string code, CancellationToken ct) =>
        db.SiteTexts.Where(text => text.Code == code).CurrentVersions().AsNoTracking().SingleOrDefaultAsync(ct);

    /// <summary>Name of an author.</summary>
    public async Task<string> AuthorAsync(Guid? id, CancellationToken ct) =>
        id is null ? Program : await db.Users.Where(user => user.Id == id).Select(user => user.DisplayName).SingleOrDefaultAsync(ct) ?? Gone;

    /// <summary>One page of the history; null when there is no such text.</summary>
    public async Task<HistoryPage?> HistoryAsync(string code, int? before, CancellationToken ct)
    {
        if (await CurrentAsync(code, ct) is not { } current) return null;
        var rows = await Named(db.SiteTextVersions.Where(version => version.Code == code && (before == null || version.Number < before)).OrderByDescending(version => version.Number).Take(PageSize + 1))
            .ToListAsync(ct);
        var shown = rows.OrderByDescending(row => row.Version.Number).Take(PageSize)
            .Select(row => new VersionRow(row.Version.Number, row.Version.Title, row.Version.At, AuthorOf(row), row.Version.Reason)).ToList();
        return new HistoryPage(code, current.Number, shown, rows.Count > PageSize ? shown[^1].Number : null);
    }

    /// <summary>One version compared with another (the one before when not said); null when there is no such version.</summary>
    public async Task<TextVersionPage?> VersionAsync(string code, int number, int? other, RestoreForm form, CancellationToken ct)
    {
        if (await CurrentAsync(code, ct) is not { } current) return null;
        var with = other ?? number - 1;
        var found = await Named(db.SiteTextVersions.Where(version => version.Code == code && (version.Number == number || version.Number == with))).ToListAsync(ct);
        if (found.SingleOrDefault(row => row.Version.Number == number) is not { } row) return null;
        var compared = found.SingleOrDefault(candidate => candidate.Version.Number == with && with != number)?.Version;
        form.Number = current.Number;
        return new TextVersionPage(
            row.Version, AuthorOf(row), MarkdownText.Render((await variables.ReadAsync(ct)).Expand(row.Version.Markdown)), current.Number, compared?.Number,
            compared is null ? [] : LineDifference.Between(Whole(compared), Whole(row.Version)), form);
    }

    private static string Whole(SiteTextVersion version) => $"{version.Title}\n\n{version.Markdown}";

    private IQueryable<NamedVersion> Named(IQueryable<SiteTextVersion> versions) =>
        from version in versions.AsNoTracking()
        join user in db.Users on version.AuthorId equals (Guid?)user.Id into authors
        from author in authors.DefaultIfEmpty()
        select new NamedVersion(version, author!.DisplayName);

    private static string AuthorOf(NamedVersion row) => row.Version.AuthorId is null ? Program : row.Name ?? Gone;

    private sealed record NamedVersion(SiteTextVersion Version, string? Name);
}
