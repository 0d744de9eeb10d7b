using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Texts;
using PlusPortal.Web.Features.Shared.Texts;

namespace PlusPortal.Web.Features.Public.Legal;

/// <summary>Reads the version of a text that is shown.</summary>
public sealed class LegalTexts(PortalDb db, TextVariables variables)
{
    /// <summary>The text; null when the database has not been filled.</summary>
    public async Task<LegalText?> FindAsync(string code, CancellationToken ct)
    {
        var found = await db.SiteTexts.Where(text => text.Code == code).CurrentVersions().AsNoTracking().SingleOrDefaultAsync(ct);
        if (found is null) return null;
        var values = await variables.ReadAsync(ct);
        return new LegalText(code, found.Title, MarkdownText.Render(values.Expand(found.Markdown)), found.Number, found.At, values.CountGaps(found.Markdown));
    }
}
