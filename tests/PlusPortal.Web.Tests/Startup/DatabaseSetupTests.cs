using Microsoft.EntityFrameworkCore;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Startup;

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
}
