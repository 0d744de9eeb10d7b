using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.People;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Retention;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Features.Admin.Retention;
using PlusPortal.Web.Retention;

namespace PlusPortal.Web.Tests.Retention;

/// <summary>A portal and a database of one test, whose time goes where the test wants: only forward.</summary>
internal sealed class RetentionWorld : IPortalUnderTest, IAsyncDisposable
{
    private readonly TestDatabase database;

    private RetentionWorld(TestDatabase database, PortalFactory portal) => (this.database, Portal) = (database, portal);

    public PortalFactory Portal { get; }

    public DateTimeOffset Now => Portal.Clock.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A world at <see cref="A.Now"/>.</summary>
    public static async Task<RetentionWorld> OpenAsync(PostgresFixture postgres, Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var database = await postgres.CreateDatabaseAsync();
        return new RetentionWorld(database, new PortalFactory(database, new FakeTimeProvider(A.Now), configure, settings));
    }

    public PortalDb NewContext() => database.NewContext();

    /// <summary>A connection as the portal's own role.</summary>
    public async Task<NpgsqlConnection> ConnectAsPortalAsync()
    {
        var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync(Ct);
        return connection;
    }

    /// <summary>Runs SQL as the owner.</summary>
    public async Task AsOwnerAsync(FormattableString sql)
    {
        await using var db = NewContext();
        await db.Database.ExecuteSqlAsync(sql, Ct);
    }

    /// <summary>What the job does at the present instant, as one node of several.</summary>
    public async Task<IReadOnlyDictionary<RetentionRule, int>> RunAsync()
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        var before = await ReportsAsync();
        await scope.ServiceProvider.GetRequiredService<RetentionJob>().RunAsync(Now, Ct);
        var after = await ReportsAsync();
        return after.ExceptBy(before.Select(report => report.Id), report => report.Id).SingleOrDefault()?.Lines.ToDictionary(line => line.Rule, line => line.Number) ?? [];
    }

    /// <summary>The same at another instant.</summary>
    public Task<IReadOnlyDictionary<RetentionRule, int>> RunAtAsync(DateTimeOffset instant)
    {
        Portal.Clock.SetUtcNow(instant);
        return RunAsync();
    }

    /// <summary>How many a rule did at an instant.</summary>
    public async Task<int> DoneAtAsync(DateTimeOffset instant, RetentionRule rule) => (await RunAtAsync(instant)).GetValueOrDefault(rule);

    /// <summary>The reports, the newest last.</summary>
    public async Task<IReadOnlyList<RetentionReport>> ReportsAsync()
    {
        await using var db = NewContext();
        return await db.RetentionReports.AsNoTracking().OrderBy(report => report.Id).ToListAsync(Ct);
    }

    /// <summary>What the page of administrators counts at the present instant.</summary>
    public async Task<IReadOnlyDictionary<RetentionRule, RetentionRow>> DryRunAsync()
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        var page = await scope.ServiceProvider.GetRequiredService<RetentionReader>().ReadAsync(null, Ct);
        return page.Rows.ToDictionary(row => row.Rule);
    }

    /// <summary>Stores a request of somebody.</summary>
    public async Task<OrientationRequest> SentAsync(DateTimeOffset at, Action<OrientationRequest>? then = null, params SupportOffer[] offers)
    {
        var request = A.Request().SentOn(at, DateOnly.FromDateTime(at.UtcDateTime)).From(contact => contact with { Name = "Camille Canari", Email = $"canari{A.Number()}@example.org" }).Build();
        then?.Invoke(request);
        await this.StoreAsync(request, offers);
        return request;
    }

    /// <summary>Stores a request that staff ended.</summary>
    public Task<OrientationRequest> EndedAsync(DateTimeOffset at, string reason) => SentAsync(at.AddDays(-3), request => request.Close(reason, "Un mot de fin.", null, A.Staff(), at, On(at)));

    /// <summary>The day of an instant, with the usual calendar.</summary>
    public static PlusDay On(DateTimeOffset at) => A.DayOf(DateOnly.FromDateTime(at.UtcDateTime));

    /// <summary>Loads a request, acts and saves, as the owner.</summary>
    public async Task ActAsync(Guid requestId, Action<OrientationRequest> act)
    {
        await using var db = NewContext();
        var request = await db.OrientationRequests.Include(found => found.Referrals).Include(found => found.Timeline).Include(found => found.Notes).SingleAsync(found => found.Id == requestId, Ct);
        act(request);
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>An account that was last used at an instant.</summary>
    public async Task<Guid> AccountAsync(DateTimeOffset lastUsed, PersonRole role = PersonRole.Staff, Guid? actorId = null, bool isDisabled = false)
    {
        var id = await Portal.CreateUserAsync($"compte{A.Number()}@example.org", role.Stored[^1], actorId);
        await using var db = NewContext();
        await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(user => user.CreatedAt, lastUsed.AddDays(-5)).SetProperty(user => user.LastSignInAt, lastUsed).SetProperty(user => user.IsDisabled, isDisabled), Ct);
        return id;
    }

    /// <summary>The account as it is stored.</summary>
    public async Task<PortalUser> PersonAsync(Guid id)
    {
        await using var db = NewContext();
        return await db.Users.AsNoTracking().SingleAsync(user => user.Id == id, Ct);
    }

    /// <summary>Notices to a person.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> NoticesAsync(Guid userId)
    {
        await using var db = NewContext();
        return await db.Outbox.AsNoTracking().Where(message => message.SubjectId == userId && message.Kind == MailKind.AccountUnused).ToListAsync(Ct);
    }

    /// <summary>Every message that waits has left at that instant.</summary>
    public async Task MailsLeftAsync(DateTimeOffset at, OutboxState state = OutboxState.Sent)
    {
        await using var db = NewContext();
        await db.Outbox.Where(message => message.State == OutboxState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.State, state).SetProperty(message => message.SentAt, state == OutboxState.Sent ? at : (DateTimeOffset?)null), Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await database.DisposeAsync();
    }
}
