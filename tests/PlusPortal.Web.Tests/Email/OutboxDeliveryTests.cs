using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Smtp;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;

namespace PlusPortal.Web.Tests.Email;

/// <summary>The outbox against a real mail server: once, in spite of everything, or visibly not at all.</summary>
public sealed class OutboxDeliveryTests(DatabaseFixture database, SmtpServerFixture smtp) : IClassFixture<DatabaseFixture>, IClassFixture<SmtpServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dispatchers_that_work_together_send_each_message_once()
    {
        var clock = new FakeTimeProvider(A.Now);
        await using var first = MailPost.Open(database.Database, smtp.Server.Port, clock);
        await using var second = MailPost.Open(database.Database, smtp.Server.Port, clock);
        var addresses = new List<string>();
        for (var count = 0; count < 24; count++)
        {
            var request = A.Request().Build();
            addresses.Add(request.Contact.Email);
            await first.QueueAsync(MailKind.RequestReceived, request, Ct);
        }

        await Task.WhenAll(first.DeliverAllAsync(Ct), second.DeliverAllAsync(Ct), first.DeliverAllAsync(Ct), second.DeliverAllAsync(Ct));

        foreach (var address in addresses) Assert.Single(await smtp.Server.ReceivedByAsync(address, 1, Ct));
    }

    [Fact]
    public async Task Server_that_is_down_delays_the_message_and_loses_nothing()
    {
        int port;
        await using (var stopped = await SmtpServer.StartAsync(0, Ct)) port = stopped.Port;
        await using var post = MailPost.Open(database.Database, port);
        var request = A.Request().Build();
        var id = await post.QueueAsync(MailKind.RequestReceived, request, Ct);

        Assert.Equal(1, await post.DeliverAsync(Ct));
        var failed = await post.MessageAsync(id, Ct);
        Assert.Equal((OutboxState.Pending, 1, post.Clock.GetUtcNow().AddMinutes(1)), (failed.State, failed.Attempts, failed.NextAttemptAt));
        Assert.Equal("Le serveur de messagerie ne répond pas (ConnectionRefused).", failed.LastError);

        post.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, await post.DeliverAsync(Ct));

        await using var restarted = await SmtpServer.StartAsync(port, Ct);
        post.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await post.DeliverAsync(Ct));
        var sent = await post.MessageAsync(id, Ct);
        Assert.Equal((OutboxState.Sent, 2, post.Clock.GetUtcNow(), null), (sent.State, sent.Attempts, sent.SentAt!.Value, sent.LastError));
        Assert.Single(await restarted.ReceivedByAsync(request.Contact.Email, 1, Ct));
    }

    [Fact]
    public async Task Message_that_cannot_be_written_is_tried_for_a_day_then_given_up_and_holds_back_no_other()
    {
        await using var post = MailPost.Open(database.Database, smtp.Server.Port);
        var (poison, healthy) = (A.Request().Build(), A.Request().Build());
        var poisonId = await post.QueueAsync(MailKind.RequestReceived, poison, Ct);
        await post.QueueAsync(MailKind.RequestReceived, healthy, Ct);
        await using (var db = database.NewContext()) await db.Database.ExecuteSqlAsync($"update orientation_requests set declared = '[]' where id = {poison.Id}", Ct);

        var waits = new List<TimeSpan>();
        for (var message = await post.MessageAsync(poisonId, Ct); message.State == OutboxState.Pending; message = await post.MessageAsync(poisonId, Ct))
        {
            if (message.Attempts > 0) waits.Add(message.NextAttemptAt - post.Clock.GetUtcNow());
            if (message.NextAttemptAt > post.Clock.GetUtcNow()) post.Clock.SetUtcNow(message.NextAttemptAt);
            await post.DeliverAsync(Ct);
        }

        Assert.Equal(["00:01:00", "00:05:00", "00:15:00", "01:00:00", "03:00:00", "06:00:00", "12:00:00"], waits.Select(wait => wait.ToString()));
        var dead = await post.MessageAsync(poisonId, Ct);
        Assert.Equal((OutboxState.Dead, 8), (dead.State, dead.Attempts));
        Assert.Equal("Le message n’a pas pu être écrit (JsonException).", dead.LastError);
        Assert.Single(await smtp.Server.ReceivedByAsync(healthy.Contact.Email, 1, Ct));

        // Staff are told, and it is never tried again by itself.
        await using (var db = database.NewContext()) Assert.True(await db.Outbox.AnyAsync(row => row.Kind == MailKind.MailParked, Ct));
        post.Clock.Advance(TimeSpan.FromDays(30));
        await post.DeliverAsync(Ct);
        Assert.Equal(8, (await post.MessageAsync(poisonId, Ct)).Attempts);
    }

    [Theory]
    [InlineData("refused-for-good", OutboxState.Dead, "Le serveur de messagerie refuse l’adresse du destinataire (code 550).")]
    [InlineData("refused-for-now", OutboxState.Pending, "Le serveur de messagerie refuse l’adresse du destinataire (code 450).")]
    public async Task Refusal_is_told_without_the_address_and_tried_again_only_when_that_helps(string mailbox, OutboxState state, string error)
    {
        await using var post = MailPost.Open(database.Database, smtp.Server.Port);
        var request = A.Request().From(contact => contact with { Email = $"{mailbox}-{A.Number()}@example.org" }).Build();
        var id = await post.QueueAsync(MailKind.RequestReceived, request, Ct);

        await post.DeliverAsync(Ct);

        var message = await post.MessageAsync(id, Ct);
        Assert.Equal((state, 1, error), (message.State, message.Attempts, message.LastError));
        await using var db = database.NewContext();
        await db.Outbox.Where(row => row.Id == id).ExecuteDeleteAsync(Ct);
    }

    [Theory]
    [InlineData("camille@example.org\r\nBcc: espion@example.org")]
    [InlineData("camille@example.org, espion@example.org")]
    [InlineData("Espion <espion@example.org>")]
    [InlineData("camille")]
    public async Task Address_that_is_more_or_less_than_one_reaches_nobody(string address)
    {
        await using var post = MailPost.Open(database.Database, smtp.Server.Port);
        var id = await post.QueueAsync(MailKind.RequestReceived, A.Request().From(contact => contact with { Email = address }).Build(), Ct);

        await post.DeliverAsync(Ct);

        var message = await post.MessageAsync(id, Ct);
        Assert.Equal((OutboxState.Dead, "L’adresse enregistrée n’est pas utilisable."), (message.State, message.LastError));
        Assert.DoesNotContain(smtp.Server.Received, mail => mail.To.Contains("espion@example.org"));
    }

    [Fact]
    public async Task Claimed_message_is_left_alone_until_its_lease_ends_then_sent()
    {
        await using var post = MailPost.Open(database.Database, smtp.Server.Port);
        var request = A.Request().Build();
        var id = await post.QueueAsync(MailKind.RequestReceived, request, Ct);
        await using (var dying = database.NewContext())
        {
            var now = post.Clock.GetUtcNow();
            Assert.Equal([id], (await dying.ClaimOutboxAsync(OutboxDelivery.BatchSize, now, now + OutboxDelivery.Lease, Ct)).Select(message => message.Id));
        }

        Assert.Equal(0, await post.DeliverAsync(Ct));

        post.Clock.Advance(OutboxDelivery.Lease);
        Assert.Equal(1, await post.DeliverAsync(Ct));
        Assert.Equal((OutboxState.Sent, 2), ((await post.MessageAsync(id, Ct)).State, (await post.MessageAsync(id, Ct)).Attempts));
    }

    [Fact]
    public async Task Message_that_kills_its_dispatcher_each_time_is_given_up()
    {
        await using var post = MailPost.Open(database.Database, smtp.Server.Port);
        var request = A.Request().Build();
        var id = await post.QueueAsync(MailKind.RequestReceived, request, Ct);
        for (var attempt = 1; attempt <= OutboxMessage.MaxAttempts; attempt++)
        {
            await using var dying = database.NewContext();
            var now = post.Clock.GetUtcNow();
            Assert.Contains(id, (await dying.ClaimOutboxAsync(OutboxDelivery.BatchSize, now, now + OutboxDelivery.Lease, Ct)).Select(message => message.Id));
            post.Clock.Advance(OutboxDelivery.Lease);
        }

        await post.DeliverAsync(Ct);

        var message = await post.MessageAsync(id, Ct);
        Assert.Equal((OutboxState.Dead, "Le dernier essai ne s’est jamais terminé."), (message.State, message.LastError));
        Assert.Empty(await smtp.Server.ReceivedByAsync(request.Contact.Email, 0, Ct));
    }

    [Fact]
    public async Task Dispatcher_that_lost_its_lease_does_not_undo_what_the_next_one_noted()
    {
        var clock = new FakeTimeProvider(A.Now);
        await using var quick = MailPost.Open(database.Database, smtp.Server.Port, clock);
        var slowTransport = new SlowTransport(async () =>
        {
            clock.Advance(OutboxDelivery.Lease);
            await quick.DeliverAsync(Ct);
        });
        await using var slow = MailPost.Open(database.Database, smtp.Server.Port, clock, services => services.Replace(ServiceDescriptor.Singleton<IMailTransport>(slowTransport)));
        var request = A.Request().Build();
        var id = await slow.QueueAsync(MailKind.RequestReceived, request, Ct);

        await slow.DeliverAsync(Ct);

        var message = await slow.MessageAsync(id, Ct);
        Assert.Equal((OutboxState.Sent, 2, null), (message.State, message.Attempts, message.LastError));
        Assert.Single(await smtp.Server.ReceivedByAsync(request.Contact.Email, 1, Ct));
    }

    [Fact]
    public async Task Colleague_who_left_keeps_the_message_from_nobody()
    {
        await using var post = MailPost.Open(database.Database, smtp.Server.Port);
        var offer = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        await post.StoreAsync(Ct, offer.Actor!, request);
        var (present, gone) = ($"presente{A.Number()}@example.org", $"refused-for-good-{A.Number()}@example.org");
        await post.Portal.CreateUserAsync(gone, Data.Accounts.PortalRoles.Partner, offer.ActorId);
        await post.Portal.CreateUserAsync(present, Data.Accounts.PortalRoles.Partner, offer.ActorId);
        var id = await post.QueueAsync(MailKind.ReferralForPartner, referral.Id, Ct);

        await post.DeliverAsync(Ct);

        Assert.Equal(OutboxState.Sent, (await post.MessageAsync(id, Ct)).State);
        Assert.Single(await smtp.Server.ReceivedByAsync(present, 1, Ct));
    }

    [Fact]
    public async Task Subject_that_is_gone_drops_the_message()
    {
        await using var post = MailPost.Open(database.Database, smtp.Server.Port);

        foreach (var kind in Enum.GetValues<MailKind>())
        {
            var id = await post.QueueAsync(kind, Guid.CreateVersion7(A.Now), Ct);
            await post.DeliverAllAsync(Ct);
            Assert.Equal((kind, OutboxState.Dropped), (kind, (await post.MessageAsync(id, Ct)).State));
        }
    }

    [Fact]
    public async Task One_cause_queues_one_message()
    {
        await using var db = database.NewContext();
        var subject = Guid.CreateVersion7(A.Now);
        db.Outbox.Enqueue(MailKind.RequestClosed, subject, "7", A.Now.AddYears(1));
        await db.SaveChangesAsync(Ct);
        await using var again = database.NewContext();
        again.Outbox.Enqueue(MailKind.RequestClosed, subject, "7", A.Now.AddYears(1));

        await Assert.ThrowsAsync<DbUpdateException>(() => again.SaveChangesAsync(Ct));
    }

    /// <summary>Stands for a mail server so slow that the lease ends meanwhile, and which then breaks.</summary>
    private sealed class SlowTransport(Func<Task> meanwhile) : IMailTransport
    {
        public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            await meanwhile();
            throw new MailTransportException("Trop tard.", isPermanent: false);
        }
    }
}
