using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching.Rules;

namespace PlusPortal.Web.Features.Admin.Matching.Rules;

/// <summary>Reads the versions of the rules for their pages.</summary>
public sealed class RulesReader(PortalDb db)
{
    /// <summary>Versions on one page.</summary>
    public const int PageSize = 20;

    /// <summary>The rules in force and the versions before a number.</summary>
    public async Task<RulesPage> ReadAsync(int? before, CancellationToken ct)
    {
        var inForce = await LinesOf(db.RulesVersions.Where(version => version.State == RulesState.Published)).SingleAsync(ct);
        var versions = db.RulesVersions.AsQueryable();
        if (before is { } number) versions = versions.Where(version => version.Number < number);
        var lines = await LinesOf(versions.OrderByDescending(version => version.Number).Take(PageSize + 1)).ToListAsync(ct);
        var shown = lines.Take(PageSize).Select(ToLine).ToList();
        return new RulesPage(ToLine(inForce), inForce.Version.ToRules(), shown, lines.Count > PageSize ? shown[^1].Version.Number : null);
    }

    /// <summary>One version, compared with another: the one asked for, else the one in force for a draft, else the one that it replaced.</summary>
    public async Task<RulesVersionPage?> ReadVersionAsync(int number, int? comparedWith, CancellationToken ct)
    {
        var line = await LinesOf(db.RulesVersions.Where(version => version.Number == number)).SingleOrDefaultAsync(ct);
        if (line is null) return null;
        var inForce = await db.ReadRulesNumberAsync(ct);
        var other = comparedWith ?? (line.Version.State == RulesState.Draft ? inForce : line.Version.BaseNumber);
        var compared = await FindAsync(other, ct);
        return new RulesVersionPage(ToLine(line), inForce, compared?.Number, compared is null ? [] : RuleWeights.Between(compared.ToRules(), line.Version.ToRules()));
    }

    /// <summary>A version by its number; null when there is none.</summary>
    public Task<RulesVersion?> FindAsync(int? number, CancellationToken ct) => db.RulesVersions.AsNoTracking().SingleOrDefaultAsync(version => version.Number == number, ct);

    /// <summary>The rules in force, read now and not from the cache.</summary>
    public Task<MatchingRules> InForceAsync(CancellationToken ct) => db.LoadRulesAsync(ct);

    private IQueryable<Row> LinesOf(IQueryable<RulesVersion> versions) => versions.AsNoTracking().Select(version => new Row(
        version,
        db.Users.Where(user => user.Id == version.AuthorId).Select(user => user.DisplayName).FirstOrDefault(),
        db.Users.Where(user => user.Id == version.DecidedById).Select(user => user.DisplayName).FirstOrDefault()));

    private static VersionLine ToLine(Row row) => new(
        row.Version,
        row.Version.AuthorId is null ? "Livrée avec le logiciel" : row.Author ?? "Compte supprimé",
        row.Version.DecidedById is null ? null : row.DecidedBy ?? "Compte supprimé");

    private sealed record Row(RulesVersion Version, string? Author, string? DecidedBy);
}
