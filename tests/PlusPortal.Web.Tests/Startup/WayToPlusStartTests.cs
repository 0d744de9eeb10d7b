using PlusPortal.Domain.Profile;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Startup;

/// <summary>A portal that others reach says how to reach PLUS: by its configuration or by its page of settings, and does not start without either.</summary>
public sealed class WayToPlusStartTests(PostgresFixture postgres) : IDisposable
{
    private const string Ready = "Now listening on";
    private const string WithoutEmail = "--Portal:Email=";

    private readonly string dataFolder = Path.Combine(Path.GetTempPath(), $"plus-portal-way-{Guid.NewGuid():N}");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(dataFolder)) Directory.Delete(dataFolder, recursive: true);
    }

    [Fact]
    public async Task Neither_setting_nor_page_refuses_the_start_and_names_both()
    {
        await using var database = await postgres.CreateDatabaseAsync();

        using var portal = PortalProcess.Start("Production", dataFolder, database.ConnectionString, Ready, WithoutEmail);

        Assert.Equal(1, await portal.EndAsync(Ct));
        Assert.Contains("Set Portal__Phone or Portal__Email, or both", portal.Said, StringComparison.Ordinal);
        Assert.Contains("/admin/reglages/joindre", portal.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", portal.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_holds_is_enough()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await WriteAsync(database, new PlusProfile(), new PlusProfile { Phone = "+33383000000" });

        using var portal = PortalProcess.Start("Production", dataFolder, database.ConnectionString, Ready, WithoutEmail);
        await portal.ReadyAsync(Ct);

        Assert.Equal(0, await portal.InterruptAsync(Ct));
    }

    /// <summary>The page wins: what it took away is not a way any more, whatever the configuration still says.</summary>
    [Fact]
    public async Task What_the_page_took_away_is_missing()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await WriteAsync(database, new PlusProfile { Phone = "+33383000000", Email = "contact@plus.example.org" }, new PlusProfile { Phone = "+33383000000" });

        using var portal = PortalProcess.Start("Production", dataFolder, database.ConnectionString, Ready);

        Assert.Equal(1, await portal.EndAsync(Ct));
        Assert.Contains("Set Portal__Phone or Portal__Email, or both", portal.Said, StringComparison.Ordinal);
    }

    private static async Task WriteAsync(TestDatabase database, PlusProfile before, PlusProfile after)
    {
        await using var db = database.NewContext();
        db.AddRange(before.ChangesTo(after, 0, Guid.CreateVersion7(A.Now), A.Now));
        await db.SaveChangesAsync(Ct);
    }
}
