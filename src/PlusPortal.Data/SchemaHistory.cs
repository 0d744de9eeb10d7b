using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data;

/// <summary>What became of a database whose schema was made by the migrations of before <see cref="SchemaHistory"/>.</summary>
public enum FormerSchema
{
    /// <summary>It was not: it is new, or was taken over before.</summary>
    None,

    /// <summary>Its schema is exactly that of the first migration of today, under which it now stands.</summary>
    TakenOver,

    /// <summary>It stopped before the last of them. Nothing was changed.</summary>
    Incomplete,
}

/// <summary>The migrations that were squashed into one, and the databases that they made.</summary>
/// <remarks>Source: docs/adr/0013. May go once no database holds their names any more.</remarks>
public static class SchemaHistory
{
    /// <summary>The migration that yields the same schema as all of <see cref="Squashed"/>.</summary>
    public const string Initial = "20261126163246_Initial";

    /// <summary>The squashed migrations, in their order.</summary>
    public static IReadOnlyList<string> Squashed { get; } =
    [
        "20261123013742_Initial", "20261126123725_RequestDuplicates", "20261126124558_SiteTexts", "20261126130857_NotifyChanges",
        "20261126134454_SheetReports", "20261126141218_RulesVersions", "20261126143032_LexiconChanges", "20261126163245_NotifyChangedActors",
    ];

    extension(PortalDb db)
    {
        /// <summary>Takes over a database that the squashed migrations made, before the migrations of today run: the names in its history are replaced by one. Safe to repeat.</summary>
        public async Task<FormerSchema> TakeOverFormerSchemaAsync(CancellationToken ct)
        {
            var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).Intersect(Squashed).ToList();
            if (applied.Count == 0) return FormerSchema.None;
            if (applied.Count < Squashed.Count) return FormerSchema.Incomplete;

            // By hand because EF's history is no entity. One statement: a second portal that starts meanwhile finds nothing left to replace.
            await db.Database.ExecuteSqlAsync(
                $"""
                with former as (
                    delete from "__EFMigrationsHistory" where migration_id = any ({Squashed.ToArray()}) returning product_version)
                insert into "__EFMigrationsHistory" (migration_id, product_version)
                select {Initial}, max(product_version) from former having count(*) > 0
                """,
                ct);
            return FormerSchema.TakenOver;
        }
    }
}
