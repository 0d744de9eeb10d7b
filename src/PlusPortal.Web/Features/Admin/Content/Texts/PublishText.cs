using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Texts;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Content.Texts;

/// <summary>What came of publishing a text.</summary>
public abstract record PublishResult
{
    private PublishResult() { }

    /// <summary>There is no such text or version.</summary>
    public sealed record NotFound : PublishResult;

    /// <summary>Somebody else published first; nothing was written.</summary>
    public sealed record Conflict : PublishResult;

    /// <summary>It is on the site.</summary>
    public sealed record Published : PublishResult;
}

/// <summary>Publishes a new version of a text, typed or taken from the history.</summary>
public sealed class PublishText(PortalDb db, TimeProvider clock)
{
    /// <summary>Publishes what was typed.</summary>
    public Task<PublishResult> WriteAsync(string code, TextForm form, Guid authorId, CancellationToken ct) =>
        PublishAsync(code, form.Number, Typed.Line(form.Title)!, Typed.Text(form.Markdown)!, Typed.Line(form.Reason)!, authorId, ct);

    /// <summary>Publishes an older version again, as a new one.</summary>
    public async Task<PublishResult> RestoreAsync(string code, int number, RestoreForm form, Guid authorId, CancellationToken ct)
    {
        var older = await db.SiteTextVersions.AsNoTracking().SingleOrDefaultAsync(version => version.Code == code && version.Number == number, ct);
        if (older is null) return new PublishResult.NotFound();
        return await PublishAsync(code, form.Number, older.Title, older.Markdown, Typed.Line(form.Reason)!, authorId, ct);
    }

    private async Task<PublishResult> PublishAsync(string code, int shown, string title, string markdown, string reason, Guid authorId, CancellationToken ct)
    {
        var text = await db.SiteTexts.SingleOrDefaultAsync(candidate => candidate.Code == code, ct);
        if (text is null) return new PublishResult.NotFound();
        if (text.CurrentNumber != shown) return new PublishResult.Conflict();
        text.Write(title, markdown, reason, authorId, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (failure.IsConflict)
        {
            db.ChangeTracker.Clear();
            return new PublishResult.Conflict();
        }

        return new PublishResult.Published();
    }
}
