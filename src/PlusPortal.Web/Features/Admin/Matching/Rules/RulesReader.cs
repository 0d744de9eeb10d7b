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

    private const string Unknown = "Compte supprimé";

    /// <summary>The rules in force and the versions before a number.</summary>
    /// <param name="before">That number; null for the first page.</param>
    /// <param name="isTold">Whether the reader may know who wrote them and why.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<RulesPage> ReadAsync(int? before, bool isTold, CancellationToken ct)
    {
        var inForce = await LinesOf(db.RulesVersions.Where(version => version.State == RulesState.Published), isTold).SingleAsync(ct);
        var versions = db.RulesVersions.AsQueryable();
        if (before is { } number) versions = versions.Where(version => version.Number < number);
        var lines = await LinesOf(versions.OrderByDescending(version => version.Number).Take(PageSize + 1), isTold).ToListAsync(ct);
        var shown = lines.Take(PageSize).ToList();
        return new RulesPage(inForce, inForce.ToRules(), shown, lines.Count > PageSize ? shown[^1].Number : null);
    }

    /// <summary>One version, compared with another: the one asked for, else the one in force for a draft, else the one that it replaced.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="comparedWith">Number of the other one.</param>
    /// <param name="isTold">Whether the reader may know who wrote it and why.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<RulesVersionPage?> ReadVersionAsync(int number, int? comparedWith, bool isTold, CancellationToken ct)
    {
        var line = await LinesOf(db.RulesVersions.Where(version => version.Number == number), isTold).SingleOrDefaultAsync(ct);
        if (line is null) return null;
        var inForce = await db.ReadRulesNumberAsync(ct);
        var other = comparedWith ?? (line.State == RulesState.Draft ? inForce : line.BaseNumber);
        var compared = await LinesOf(db.RulesVersions.Where(version => version.Number == other), isTold: false).SingleOrDefaultAsync(ct);
        return new RulesVersionPage(line, inForce, compared?.Number, compared is null ? [] : RuleWeights.Between(compared.ToRules(), line.ToRules()));
    }

    /// <summary>A version by its number; null when there is none.</summary>
    public Task<RulesVersion?> FindAsync(int? number, CancellationToken ct) => db.RulesVersions.AsNoTracking().SingleOrDefaultAsync(version => version.Number == number, ct);

    /// <summary>The rules in force, read now and not from the cache.</summary>
    public Task<MatchingRules> InForceAsync(CancellationToken ct) => db.LoadRulesAsync(ct);

    /// <summary>Two questions rather than one: what somebody may not know does not leave the database.</summary>
    private IQueryable<VersionLine> LinesOf(IQueryable<RulesVersion> versions, bool isTold) => isTold
        ? versions.AsNoTracking().Select(version => new VersionLine(
            version.Number, version.BaseNumber, version.Values, version.State, version.CreatedAt, version.PublishedAt, version.EndedAt,
            new VersionTold(
                version.Reason,
                version.AuthorId == null ? "Livrée avec le logiciel" : db.Users.Where(user => user.Id == version.AuthorId).Select(user => user.DisplayName).FirstOrDefault() ?? Unknown,
                version.DecidedById == null ? null : db.Users.Where(user => user.Id == version.DecidedById).Select(user => user.DisplayName).FirstOrDefault() ?? Unknown)))
        : versions.AsNoTracking().Select(version => new VersionLine(
            version.Number, version.BaseNumber, version.Values, version.State, version.CreatedAt, version.PublishedAt, version.EndedAt, null));
}
