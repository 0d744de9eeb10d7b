using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Schema;

/// <summary>
/// What <c>migrate</c> does after the migrations, each time, as the owner of the schema: the functions that may do what the portal
/// may not, then the rights it must not have. Each file of this folder that ends in .sql, in the order of the names, in one transaction;
/// each may run again. Functions that act with the owner's rights say <c>security definer set search_path = public, pg_temp</c>.
/// </summary>
/// <remarks>
/// Raw SQL because EF knows neither functions nor rights. Not a migration: a dump restored into another database brings back the
/// default privileges, and a later change to a function is read where the function stands. Source: docs/adr/0026.
/// </remarks>
public static class OwnerSql
{
    private const string Folder = "Schema/";

    /// <summary>Names of the files, in the order in which they run.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. typeof(OwnerSql).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Tables that the portal adds to and never changes.</summary>
    public static IReadOnlyList<string> AppendOnly { get; } = ["timeline_events", "audit_events", "erasures", "transmissions"];

    /// <summary>Tables that the portal reads and never writes.</summary>
    public static IReadOnlyList<string> ReadOnly { get; } = ["retention_terms"];

    extension(PortalDb db)
    {
        /// <summary>Runs the files.</summary>
        public async Task ApplyOwnerSqlAsync(CancellationToken ct)
        {
            var files = await Task.WhenAll(Files.Select(file => ReadAsync(file, ct)));
            await db.Database.CreateExecutionStrategy().ExecuteAsync(
                async () =>
                {
                    await using var transaction = await db.Database.BeginTransactionAsync(ct);
                    foreach (var file in files)
                    {
                        await using var command = db.Database.GetDbConnection().CreateCommand();
                        command.CommandText = file;
                        await command.ExecuteNonQueryAsync(ct);
                    }

                    await transaction.CommitAsync(ct);
                });
        }

        /// <summary>Whether nobody but the owner may change what is only added to: false in a database that was restored and not migrated since.</summary>
        public async Task<bool> IsSealedAsync(CancellationToken ct) =>
            !await db.Database.SqlQuery<bool>(
                $"""
                with rights as (
                    select oid, relowner, (aclexplode(relacl)).* from pg_class
                    union all
                    select table_class.oid, relowner, (aclexplode(attacl)).* from pg_class as table_class join pg_attribute on attrelid = table_class.oid)
                select exists (
                    select from rights
                    where grantee <> relowner and (
                        (oid in (select to_regclass(name) from unnest({AppendOnly.Concat(ReadOnly).ToArray()}) as name) and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER'))
                        or (oid in (select to_regclass(name) from unnest({ReadOnly.ToArray()}) as name) and privilege_type = 'INSERT')
                        or (oid = to_regclass('orientation_requests') and privilege_type in ('DELETE', 'TRUNCATE', 'TRIGGER')))) as "Value"
                """).SingleAsync(ct);
    }

    private static async Task<string> ReadAsync(string file, CancellationToken ct)
    {
        using var reader = new StreamReader(typeof(OwnerSql).Assembly.GetManifestResourceStream(file)!);
        return await reader.ReadToEndAsync(ct);
    }
}
