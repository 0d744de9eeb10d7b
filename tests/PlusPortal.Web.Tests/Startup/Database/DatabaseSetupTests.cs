using PlusPortal.Web.Startup.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using PlusPortal.Data;
using PlusPortal.Testing;
using PlusPortal.Web.Startup;

namespace PlusPortal.Web.Tests.Startup.Database;

public sealed class DatabaseSetupTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copy_of_the_template_has_every_migration_and_matches_the_model()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var db = database.NewContext();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
        Assert.False(db.Database.HasPendingModelChanges());

        // What the newest migration says of itself too: the next one is drawn from the snapshot, but taken back to this.
        var migrations = db.GetService<IMigrationsAssembly>();
        var newest = (IMutableModel)migrations.CreateMigration(migrations.Migrations.Last().Value, db.Database.ProviderName!).TargetModel;
        var model = db.GetService<IModelRuntimeInitializer>().Initialize(newest.FinalizeModel());
        Assert.False(db.GetService<IMigrationsModelDiffer>().HasDifferences(model.GetRelationalModel(), db.GetService<IDesignTimeModel>().Model.GetRelationalModel()));
    }

    [Fact]
    public async Task Two_copies_are_independent()
    {
        await using var one = await postgres.CreateDatabaseAsync();
        await using var other = await postgres.CreateDatabaseAsync();
        await using var db = one.NewContext();
        await using var otherDb = other.NewContext();

        await db.Database.ExecuteSqlRawAsync("insert into roles (id, name) values (gen_random_uuid(), 'only here')", Ct);

        Assert.True(await db.Roles.AnyAsync(role => role.Name == "only here", Ct));
        Assert.False(await otherDb.Roles.AnyAsync(role => role.Name == "only here", Ct));
    }

    [Fact]
    public async Task A_database_made_by_the_squashed_migrations_is_taken_over_with_what_it_holds()
    {
        await using var db = await FormerDatabaseAsync(SchemaHistory.Squashed);
        await db.Database.ExecuteSqlAsync($"insert into roles (id, name) values (gen_random_uuid(), 'kept')", Ct);

        await new DatabaseSetup(db, TimeProvider.System, new Progress<string>()).UpdateAsync(Ct);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
        Assert.Empty((await db.Database.GetAppliedMigrationsAsync(Ct)).Intersect(SchemaHistory.Squashed));
        Assert.True(await db.Roles.AnyAsync(role => role.Name == "kept", Ct));
        Assert.Equal(FormerSchema.None, await db.TakeOverFormerSchemaAsync(Ct));
        await db.Database.EnsureDeletedAsync(Ct);
    }

    [Fact]
    public async Task A_database_that_stopped_before_the_last_of_them_is_told_what_to_do()
    {
        await using var db = await FormerDatabaseAsync(SchemaHistory.Squashed.Take(3));

        var refusal = await Assert.ThrowsAsync<StartupException>(() => new DatabaseSetup(db, TimeProvider.System, new Progress<string>()).UpdateAsync(Ct));

        Assert.Contains(".data", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(SchemaHistory.Squashed.Take(3), await db.Database.GetAppliedMigrationsAsync(Ct));
        await db.Database.EnsureDeletedAsync(Ct);
    }

    /// <summary>A database with the schema of the first migration, under the names of the former ones.</summary>
    private async Task<PortalDb> FormerDatabaseAsync(IEnumerable<string> names)
    {
        var settings = new DbContextOptionsBuilder<PortalDb>();
        settings.UsePortalDatabase(postgres.ConnectionStringOfMissingDatabase() + ";Pooling=false");
        var db = new PortalDb(settings.Options);
        await db.GetService<IMigrator>().MigrateAsync(SchemaHistory.Initial, Ct);
        var former = names.ToArray();
        await db.Database.ExecuteSqlAsync($"""delete from "__EFMigrationsHistory"; insert into "__EFMigrationsHistory" select name, '10.0.14' from unnest({former}) as name""", Ct);
        return db;
    }
}
