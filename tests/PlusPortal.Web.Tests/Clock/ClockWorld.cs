using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Clock;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;
using PlusPortal.Web.Features.Admin.Settings;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Tests.Clock;

/// <summary>A mail that left the portal, as it was written.</summary>
internal sealed record LeftMail(DateTimeOffset At, MailKind Kind, IReadOnlyList<string> To, OutgoingMail Mail);

/// <summary>A portal and a database of one test, whose time goes forward where the test wants: the job looks several times a day and every mail is written and leaves.</summary>
internal sealed class ClockWorld : IPortalUnderTest, IAsyncDisposable
{
    public const string Staff = "equipe@plus.example.org";

    private static readonly TimeOnly[] Looks = [new(6, 30), new(7, 5), new(12, 0), new(19, 50), new(20, 30)];

    private readonly TestDatabase database;
    private readonly ConcurrentQueue<(DateTimeOffset At, OutgoingMail Mail)> sent = [];

    private ClockWorld(TestDatabase database) => this.database = database;

    public TestDatabase Database => database;

    public PortalFactory Portal { get; private set; } = null!;

    public DateTimeOffset Now => Portal.Clock.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A world at an instant, <see cref="A.Now"/> when null.</summary>
    public static async Task<ClockWorld> OpenAsync(PostgresFixture postgres, DateTimeOffset? at = null)
    {
        var world = new ClockWorld(await postgres.CreateDatabaseAsync());
        world.Portal = world.OpenNode(new FakeTimeProvider(at ?? A.Now));
        return world;
    }

    /// <summary>Another node on the same database, with the same time.</summary>
    public PortalFactory OpenNode(FakeTimeProvider? clock = null) => new(database, clock ?? Portal.Clock, services =>
    {
        services.PostConfigure<PortalOptions>(portal => portal.BaseAddress = "https://plus.example.org/");
        services.PostConfigure<StaffOptions>(staff => staff.NotificationAddress = Staff);
        services.RemoveAll<IMailTransport>();
        services.AddSingleton<IMailTransport>(new Recorder(this));
    });

    public PortalDb NewContext() => database.NewContext();

    /// <summary>A request as the builders make it, of an instant.</summary>
    public static OrientationRequest Request(bool isUrgent = false)
    {
        var builder = A.Request();
        return (isUrgent ? builder.Urgent() : builder).Build();
    }

    /// <summary>What the job does at an instant, as one node; then every mail that is due leaves.</summary>
    public async Task LookAsync(DateTimeOffset at)
    {
        if (at > Now) Portal.Clock.SetUtcNow(at);
        await RunJobAsync(Portal);
        await DeliverAsync(Portal);
    }

    /// <summary>The job alone.</summary>
    public async Task RunJobAsync(PortalFactory node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ClockJob>().RunAsync(Now, Ct);
    }

    /// <summary>Every mail that is due leaves.</summary>
    public static async Task DeliverAsync(PortalFactory node)
    {
        while (await node.Services.GetRequiredService<OutboxDelivery>().DeliverBatchAsync(Ct) > 0) { }
    }

    /// <summary>Day by day, several looks a day, both days included; on the days of an outage nothing runs.</summary>
    public async Task WalkAsync(DateOnly from, DateOnly until, params DateOnly[] outage)
    {
        for (var day = from; day <= until; day = day.AddDays(1))
        {
            if (outage.Contains(day)) continue;
            foreach (var look in Looks) await LookAsync(At(day, look));
        }
    }

    /// <summary>An instant of Paris.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, ParisClock.Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public static DateOnly Day(int month, int day, int year = 2026) => new(year, month, day);

    /// <summary>Somebody acts on a stored request now, as a page would: the act, its announcement, one save.</summary>
    public async Task ActAsync(Guid requestId, Action<OrientationRequest, DateTimeOffset, PlusDay> act)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var request = await db.OrientationRequests.Include(found => found.Referrals).Include(found => found.Timeline).Include(found => found.Notes).Include(found => found.LadderReports).SingleAsync(found => found.Id == requestId, Ct);
        act(request, Now, await scope.ServiceProvider.GetRequiredService<CurrentProfile>().TodayAsync(Ct));
        await scope.ServiceProvider.GetRequiredService<Announcer>().AnnounceAsync(request, Ct);
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>An administrator changes what PLUS decides about itself.</summary>
    public async Task ChangeProfileAsync(Func<PlusProfile, PlusProfile> change)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ChangeProfile>().ExecuteAsync([], seen: null, change, Guid.CreateVersion7(Now), Ct);
    }

    /// <summary>What left: « 2026-03-09 ReferralReminder lead », by day, then by kind and reader.</summary>
    public async Task<IReadOnlyList<string>> LeftAsync(params (string Address, string Name)[] names)
    {
        var known = names.Append((Address: Staff, Name: "staff")).ToDictionary(pair => pair.Address, pair => pair.Name, StringComparer.OrdinalIgnoreCase);
        return [.. (await MailsAsync()).Select(mail => string.Create(CultureInfo.InvariantCulture, $"{mail.At.ParisDay:yyyy-MM-dd} {mail.Kind} {string.Join('+', mail.To.Select(address => known.GetValueOrDefault(address, "?")))}")).Order(StringComparer.Ordinal)];
    }

    /// <summary>Every mail that left.</summary>
    public async Task<IReadOnlyList<LeftMail>> MailsAsync()
    {
        await using var db = NewContext();
        var kinds = await db.Outbox.ToDictionaryAsync(message => message.Id, message => message.Kind, Ct);
        return [.. sent.Select(left => new LeftMail(left.At, kinds[left.Mail.MessageId], left.Mail.Recipients, left.Mail))];
    }

    /// <summary>What the clock noted about a request: « 2026-03-09 ActorReminder Taken », in order.</summary>
    public async Task<IReadOnlyList<string>> RecordsAsync(Guid requestId)
    {
        await using var db = NewContext();
        var records = await db.Set<ClockRecord>().Where(record => record.RequestId == requestId).ToListAsync(Ct);
        return [.. records.Select(record => string.Create(CultureInfo.InvariantCulture, $"{record.At.ParisDay:yyyy-MM-dd} {record.Step} {record.Outcome}")).Order(StringComparer.Ordinal)];
    }

    /// <summary>Nothing in the outbox is stuck or failed.</summary>
    public async Task AssertNothingFailedAsync()
    {
        await using var db = NewContext();
        Assert.Empty(await db.Outbox.Where(message => message.State == OutboxState.Dead || message.LastError != null).Select(message => message.Kind + " " + message.LastError).ToListAsync(Ct));
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await database.DisposeAsync();
    }

    private sealed class Recorder(ClockWorld world) : IMailTransport
    {
        public Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            world.sent.Enqueue((world.Now, mail));
            return Task.CompletedTask;
        }
    }
}
