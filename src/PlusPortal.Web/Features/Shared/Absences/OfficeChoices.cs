using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Shared.Absences;

/// <summary>The départements in which an office may be.</summary>
public static class OfficeChoices
{
    /// <summary>All of the country, by code.</summary>
    public static async Task<IReadOnlyList<Choice>> ReadAsync(PortalDb db, CancellationToken ct) =>
        await db.Departements.AsNoTracking().OrderBy(departement => departement.Code).Select(departement => new Choice(departement.Code, departement.Code + " – " + departement.Name, null)).ToListAsync(ct);
}
