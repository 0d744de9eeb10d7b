using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace PlusPortal.Data.Geography;

/// <summary>Loads the official geography, whole, in one transaction. Does nothing when this version is there already.</summary>
public sealed class GeographyLoader(PortalDb db, TimeProvider clock)
{
    /// <summary>Version of the npm package, raised with it; a further figure tells our own changes of shape.</summary>
    public const string Version = "decoupage-administratif 6.0.0/2";

    private const string SetName = "geography";

    /// <summary>Loads it. Returns whether anything was loaded.</summary>
    public async Task<bool> LoadAsync(string folder, CancellationToken ct)
    {
        if (await db.ReferenceDataVersions.AnyAsync(set => set.Name == SetName && set.Version == Version, ct)) return false;
        var files = await GeographyFiles.ReadAsync(folder, ct);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlRawAsync("lock table reference_data_versions in share row exclusive mode; truncate communes, former_communes, epcis, departements, regions", ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await CopyAsync(connection, "communes (code, name, search_name, epci, departement, region, postal_codes, population)", files.Communes, (row, commune) => row
            .Text(commune.Code).Text(commune.Name).Text(commune.SearchName).Text(commune.Epci).Text(commune.Departement).Text(commune.Region)
            .Texts(commune.PostalCodes).Number(commune.Population), ct);
        await CopyAsync(connection, "former_communes (code, kind, name, search_name, successor_code)", files.FormerCommunes, (row, former) => row
            .Text(former.Code).Text(former.Kind).Text(former.Name).Text(former.SearchName).Text(former.SuccessorCode), ct);
        await CopyAsync(connection, "epcis (code, name)", files.Epcis, (row, epci) => row.Text(epci.Code).Text(epci.Name), ct);
        await CopyAsync(connection, "departements (code, name, region)", files.Departements, (row, departement) => row
            .Text(departement.Code).Text(departement.Name).Text(departement.Region), ct);
        await CopyAsync(connection, "regions (code, name)", files.Regions, (row, region) => row.Text(region.Code).Text(region.Name), ct);

        await db.ReferenceDataVersions.Where(set => set.Name == SetName).ExecuteDeleteAsync(ct);
        db.ReferenceDataVersions.Add(new ReferenceDataVersion { Name = SetName, Version = Version, LoadedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        await db.Database.ExecuteSqlRawAsync("analyze communes, former_communes", ct);
        return true;
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string target, IReadOnlyList<T> items, Action<Row, T> write, CancellationToken ct)
    {
        await using var importer = await connection.BeginBinaryImportAsync($"copy {target} from stdin (format binary)", ct);
        importer.Timeout = DatabaseOptions.CommandWork;
        var row = new Row(importer);
        foreach (var item in items)
        {
            importer.StartRow();
            write(row, item);
        }

        await importer.CompleteAsync(ct);
    }

    private sealed class Row(NpgsqlBinaryImporter importer)
    {
        public Row Text(string? value)
        {
            if (value is null) importer.WriteNull();
            else importer.Write(value, NpgsqlDbType.Varchar);
            return this;
        }

        public Row Texts(List<string> values)
        {
            importer.Write(values, NpgsqlDbType.Array | NpgsqlDbType.Varchar);
            return this;
        }

        public void Number(int value) => importer.Write(value, NpgsqlDbType.Integer);
    }
}
