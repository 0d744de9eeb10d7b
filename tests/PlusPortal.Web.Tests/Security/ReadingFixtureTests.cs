using Microsoft.EntityFrameworkCore;
using Npgsql;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Security;

/// <summary>The database that reading classes share stays as it was.</summary>
public sealed class ReadingFixtureTests(ReadingFixture fixture) : IClassFixture<ReadingFixture>
{
    [Fact]
    public async Task Shared_database_refuses_what_a_test_would_leave_in_it()
    {
        await using var db = fixture.NewContext();
        db.OrientationRequests.Add(A.Request().Build());

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }
}
