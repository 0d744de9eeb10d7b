using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Audit;
using PlusPortal.Data.People;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Audit;

/// <summary>Reads the journal.</summary>
public sealed class JournalReader(PortalDb db)
{
    /// <summary>Lines on one page.</summary>
    public const int PageSize = 50;

    private const int MostPeople = 50;

    /// <summary>What the filter asks for; a null filter when no request has the reference, or nobody the name.</summary>
    /// <param name="filter">Filter, which must be valid.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<(AuditFilter? Asked, string? Field, string? Problem)> UnderstandAsync(JournalFilter filter, CancellationToken ct)
    {
        var asked = new AuditFilter
        {
            Area = filter.Area is { } area ? JournalFilter.Areas[area] : null,
            Kind = filter.Kind,
            Client = filter.Client,
            From = filter.From.Read().Day is { } from ? Midnight(from) : null,
            Before = filter.To.Read().Day is { } to ? Midnight(to.AddDays(1)) : null,
        };
        if (RequestReference.TryParse(Typed.Line(filter.Reference), out var reference))
        {
            if (await db.OrientationRequests.Where(request => request.Reference == reference.Value).Select(request => (Guid?)request.Id).SingleOrDefaultAsync(ct) is not { } request)
                return (null, "demande", "Aucune demande n’a cette référence. Vérifiez les chiffres.");
            asked = asked with { RequestId = request };
        }

        if (Typed.Line(filter.Person) is { } sought)
        {
            IReadOnlyList<Guid> people = Guid.TryParse(sought, out var id)
                ? [id]
                : await db.Users.Sought(sought, db.SupportActors.Where(_ => false).Select(actor => (Guid?)actor.Id)).OrderBy(user => user.Id).Take(MostPeople + 1).Select(user => user.Id).ToListAsync(ct);
            if (people.Count == 0) return (null, "qui", "Personne ne correspond. N’écrivez qu’une partie du nom ou de l’adresse.");
            if (people.Count > MostPeople) return (null, "qui", $"Plus de {MostPeople} personnes correspondent. Écrivez une plus grande partie du nom ou de l’adresse.");
            asked = asked with { People = people };
        }

        return (asked, null, null);
    }

    /// <summary>A page of the list.</summary>
    public async Task<(IReadOnlyList<JournalRow> Rows, string? Next)> PageAsync(AuditFilter asked, ListCursor? after, CancellationToken ct)
    {
        var found = await db.AuditLines(asked, after, PageSize + 1).ToListAsync(ct);
        var accounts = found.Select(line => JournalRow.AccountOf(line.Event)).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(user => accounts.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, ct);
        return ([.. found.Take(PageSize).Select(line => JournalRow.Of(line, names))], found.Count > PageSize ? ListCursor.At(found[PageSize - 1].Event.At, found[PageSize - 1].Event.Id).ToString() : null);
    }

    /// <summary>The list line by line, up to a number of them.</summary>
    public async IAsyncEnumerable<JournalRow> StreamAsync(AuditFilter asked, int most, [EnumeratorCancellation] CancellationToken ct)
    {
        db.Database.WaitPatiently();

        // All of them: there are hundreds, and a table may speak of each.
        var names = await db.Users.Select(user => new { user.Id, user.DisplayName }).ToDictionaryAsync(user => user.Id, user => user.DisplayName, ct);
        await foreach (var line in db.AuditLines(asked, after: null, most).AsAsyncEnumerable().WithCancellation(ct)) yield return JournalRow.Of(line, names);
    }

    private static DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, ParisClock.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
