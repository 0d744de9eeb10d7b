using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;

namespace PlusPortal.Web.Tests.Email;

/// <summary>The loop around the outbox: it starts, works, outlives a failure, and stops when it is told to.</summary>
public sealed class OutboxDispatcherTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_due_leaves_by_itself_and_so_does_what_comes_later()
    {
        var post = new Post();
        await using var portal = NewPortal(post);
        var first = await QueueAsync(portal);
        using var dispatcher = NewDispatcher(portal);

        await dispatcher.StartAsync(Ct);
        await UntilAsync(portal, () => IsSentAsync(first));
        var second = await QueueAsync(portal);
        await UntilAsync(portal, () => IsSentAsync(second));
        await dispatcher.StopAsync(Ct);

        Assert.Equal(1, post.SentTo(first.Address));
        Assert.Equal(1, post.SentTo(second.Address));
    }

    [Fact]
    public async Task Look_that_fails_is_made_again_later_and_the_loop_goes_on()
    {
        var post = new Post();
        await using var portal = NewPortal(post);
        var scopes = new FailingScopes(portal.Services.GetRequiredService<IServiceScopeFactory>(), new NpgsqlException("The database is away."), new InvalidOperationException("A defect."));
        using var dispatcher = ActivatorUtilities.CreateInstance<OutboxDispatcher>(portal.Services, ActivatorUtilities.CreateInstance<OutboxDelivery>(portal.Services, scopes));
        var queued = await QueueAsync(portal);

        await dispatcher.StartAsync(Ct);
        await UntilAsync(portal, () => Task.FromResult(scopes.Failed == 1));
        Assert.False(await IsSentAsync(queued));
        await UntilAsync(portal, () => IsSentAsync(queued));
        await dispatcher.StopAsync(Ct);

        Assert.Equal((2, 1), (scopes.Failed, post.SentTo(queued.Address)));
    }

    [Fact]
    public async Task Stopped_loop_ends_at_once_and_sends_nothing_more()
    {
        var post = new Post();
        await using var portal = NewPortal(post);
        using var dispatcher = NewDispatcher(portal);
        await dispatcher.StartAsync(Ct);
        var loop = dispatcher.ExecuteTask!;

        await dispatcher.StopAsync(Ct);

        Assert.True(loop.IsCompleted && !loop.IsFaulted);
        var queued = await QueueAsync(portal);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(await IsSentAsync(queued));
        Assert.Equal(0, post.SentTo(queued.Address));
    }

    [Fact]
    public async Task Loop_that_is_switched_off_ends_by_itself()
    {
        var post = new Post();
        await using var portal = NewPortal(post, isEnabled: false);
        var queued = await QueueAsync(portal);
        using var dispatcher = NewDispatcher(portal);

        await dispatcher.StartAsync(Ct);
        await dispatcher.ExecuteTask!.WaitAsync(Patience, Ct);

        Assert.False(await IsSentAsync(queued));
    }

    private static OutboxDispatcher NewDispatcher(PortalFactory portal) => ActivatorUtilities.CreateInstance<OutboxDispatcher>(portal.Services);

    private PortalFactory NewPortal(Post post, bool isEnabled = true) => new(database.Database, configure: services =>
    {
        services.RemoveAll<IMailTransport>();
        services.AddSingleton<IMailTransport>(post);
        services.PostConfigure<OutboxOptions>(outbox => outbox.Enabled = isEnabled);
    });

    private async Task<(Guid Id, string Address)> QueueAsync(PortalFactory portal)
    {
        var request = A.Request().Build();
        await using var db = database.NewContext();
        db.Add(request);
        db.Outbox.Enqueue(MailKind.RequestReceived, request.Id, A.Number().ToString(System.Globalization.CultureInfo.InvariantCulture), portal.Clock.GetUtcNow());
        var queued = db.Outbox.Local.Single();
        await db.SaveChangesAsync(Ct);
        return (queued.Id, request.Contact.Email);
    }

    private async Task<bool> IsSentAsync((Guid Id, string Address) queued)
    {
        await using var db = database.NewContext();
        return await db.Outbox.AnyAsync(message => message.Id == queued.Id && message.State == OutboxState.Sent, Ct);
    }

    /// <summary>Moves the clock of the portal, on which the loop waits, until it has happened.</summary>
    private static async Task UntilAsync(PortalFactory portal, Func<Task<bool>> hasHappened)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(Patience);
        while (!await hasHappened())
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, limit.Token);
        }
    }

    private sealed class Post : IMailTransport
    {
        private readonly ConcurrentQueue<string> addresses = [];

        public int SentTo(string address) => addresses.Count(sent => sent == address);

        public Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            foreach (var address in mail.Recipients) addresses.Enqueue(address);
            return Task.CompletedTask;
        }
    }

    /// <summary>Fails as the database does when it cannot be reached, once for each failure given, then works.</summary>
    private sealed class FailingScopes(IServiceScopeFactory scopes, params Exception[] failures) : IServiceScopeFactory
    {
        private int failed;

        public int Failed => Math.Min(Volatile.Read(ref failed), failures.Length);

        public IServiceScope CreateScope() => Interlocked.Increment(ref failed) is var time && time <= failures.Length ? throw failures[time - 1] : scopes.CreateScope();
    }
}
