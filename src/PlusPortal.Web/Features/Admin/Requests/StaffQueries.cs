using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.People;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>Members of staff, to give requests to.</summary>
public static class StaffQueries
{
    /// <summary>More accounts than PLUS will ever have.</summary>
    private const int MostStaff = 200;

    extension(PortalDb db)
    {
        /// <summary>Accounts of staff that can sign in.</summary>
        public IQueryable<PortalUser> ActiveStaff => db.ActiveWith(PortalRoles.Staff, PortalRoles.Administrator).AsNoTracking();

        /// <summary>Choices of colleagues by name, without the person who asks.</summary>
        public async Task<IReadOnlyList<Choice>> StaffChoicesAsync(Guid me, CancellationToken ct) =>
            await db.ActiveStaff.Where(user => user.Id != me).OrderBy(user => user.DisplayName).ThenBy(user => user.Id).Take(MostStaff)
                .Select(user => new Choice(user.Id.ToString(), user.DisplayName, null)).ToListAsync(ct);
    }
}
