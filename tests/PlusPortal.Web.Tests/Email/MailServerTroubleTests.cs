using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Smtp;
using PlusPortal.Web.Email.Transport;

namespace PlusPortal.Web.Tests.Email;

/// <summary>A mail server that hangs, is slow or refuses, and a database that goes away while a mail leaves: nothing is lost, nothing leaves twice, and staff read what happens.</summary>
public sealed class MailServerTroubleTests(DatabaseFixture database, SmtpServerFixture smtp) : IClassFixture<DatabaseFixture>, IClassFixture<SmtpServerFixture>
{
    private const string DoesNotAnswer = "Le serveur de messagerie ne répond pas (délai de 1 s dépassé).";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_that_hangs_is_called_so_and_asked_again_later()
    {
        await using var line = ServerLine.To(smtp.Server.Port);
        await using var post = Open(line.Port, timeoutSeconds: 1);
        var request = A.Request().Build();
        var id = await post.QueueAsync(MailKind.RequestReceived, request, Ct);
        line.Hold();

        await post.DeliverAsync(Ct);

        var waiting = await post.MessageAsync(id, Ct);
        Assert.Equal((OutboxState.Pending, 1, post.Clock.GetUtcNow().AddMinutes(1), DoesNotAnswer), (waiting.State, waiting.Attempts, waiting.NextAttemptAt, waiting.LastError));
        using var staff = await post.Portal.SignInAsNewAsync(PortalRoles.Staff);
        Assert.Contains(DoesNotAnswer, (await staff.GetAsync("/admin/messages?etat=a-envoyer")).Document.Body!.TextContent, StringComparison.Ordinal);

        line.Release();
        post.Clock.Advance(TimeSpan.FromMinutes(1));
        await post.DeliverAsync(Ct);
        Assert.Equal(OutboxState.Sent, (await post.MessageAsync(id, Ct)).State);
        Assert.Single(await smtp.Server.ReceivedByAsync(request.Contact.Email, 1, Ct));
    }

    [Fact]
    public async Task Server_that_hangs_for_a_day_leaves_the_message_parked_where_staff_see_it()
    {
        await using var line = ServerLine.To(smtp.Server.Port);
        await using var post = Open(line.Port, timeoutSeconds: 1);
        var id = await post.QueueAsync(MailKind.RequestReceived, A.Request().Build(), Ct);
        await using (var db = database.NewContext())
            await db.Outbox.Where(message => message.Id == id).ExecuteUpdateAsync(set => set.SetProperty(message => message.Attempts, OutboxMessage.MaxAttempts - 1), Ct);
        line.Hold();

        await post.DeliverAsync(Ct);

        var parked = await post.MessageAsync(id, Ct);
        Assert.Equal((OutboxState.Dead, DoesNotAnswer), (parked.State, parked.LastError));
        using var staff = await post.Portal.SignInAsNewAsync(PortalRoles.Staff);
        Assert.Contains(DoesNotAnswer, (await staff.GetAsync("/admin/messages")).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slow_server_takes_the_message_once()
    {
        await using var line = ServerLine.To(smtp.Server.Port);
        line.Delay = TimeSpan.FromMilliseconds(150);
        await using var post = Open(line.Port, timeoutSeconds: 30);
        var request = A.Request().Build();
        var id = await post.QueueAsync(MailKind.RequestReceived, request, Ct);

        await post.DeliverAllAsync(Ct);

        Assert.Equal((OutboxState.Sent, 1), ((await post.MessageAsync(id, Ct)).State, (await post.MessageAsync(id, Ct)).Attempts));
        Assert.Single(await smtp.Server.ReceivedByAsync(request.Contact.Email, 1, Ct));
    }

    [Theory]
    [InlineData("554 not now", "Le serveur de messagerie refuse la connexion (code 554).")]
    [InlineData("421 too busy", "Le serveur de messagerie refuse la connexion (code 421).")]
    [InlineData(null, "Le serveur de messagerie a interrompu l’échange.")]
    public async Task Server_that_refuses_everybody_is_asked_again_later(string? greeting, string error)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var post = Open(((IPEndPoint)listener.LocalEndpoint).Port, timeoutSeconds: 30);
        var id = await post.QueueAsync(MailKind.RequestReceived, A.Request().Build(), Ct);

        var delivery = post.DeliverAsync(Ct);
        using (var client = await listener.AcceptTcpClientAsync(Ct))
        {
            if (greeting is not null) await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(greeting + "\r\n"), Ct);
        }

        await delivery;

        var waiting = await post.MessageAsync(id, Ct);
        Assert.Equal((OutboxState.Pending, 1, error), (waiting.State, waiting.Attempts, waiting.LastError));
    }

    [Fact]
    public async Task Mail_that_leaves_while_the_database_goes_away_is_noted_when_it_is_back()
    {
        await using var line = ServerLine.To(database.Database);
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var breaks = 1;
        await using var post = MailPost.Open(database.Database, smtp.Server.Port, configure: services =>
        {
            services.ConfigureDbContext<PortalDb>(options => options.UsePortalDatabase(line.ConnectionString));
            services.Replace(ServiceDescriptor.Singleton<IMailTransport>(provider => new Breaking(ActivatorUtilities.CreateInstance<SmtpMailTransport>(provider), () =>
            {
                // Once: messages of other tests are due too, a day later.
                if (Interlocked.Exchange(ref breaks, 0) == 0) return;
                line.Cut();
                gone.SetResult();
            })));
        });
        var request = A.Request().Build();
        var id = await post.QueueAsync(MailKind.RequestReceived, request, Ct);

        var delivery = post.DeliverAsync(Ct);
        await gone.Task.WaitAsync(Ct);
        line.Restore();
        for (var guard = Stopwatch.StartNew(); !delivery.IsCompleted && guard.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(20, Ct)) post.Clock.Advance(TimeSpan.FromMilliseconds(500));
        await delivery;

        Assert.Equal((OutboxState.Sent, 1), ((await post.MessageAsync(id, Ct)).State, (await post.MessageAsync(id, Ct)).Attempts));
        post.Clock.Advance(TimeSpan.FromDays(1));
        await post.DeliverAllAsync(Ct);
        Assert.Single(await smtp.Server.ReceivedByAsync(request.Contact.Email, 1, Ct));
    }

    [Fact]
    public async Task Clock_that_is_set_back_loses_nothing_sends_nothing_twice_and_holds_up_nothing_new()
    {
        await using var post = MailPost.Open(database.Database, smtp.Server.Port);
        var (sent, waiting, fresh) = (A.Request().Build(), A.Request().Build(), A.Request().Build());
        await post.QueueAsync(MailKind.RequestReceived, sent, Ct);
        await post.DeliverAllAsync(Ct);
        await post.QueueAsync(MailKind.RequestReceived, waiting, Ct);

        post.Clock.AdjustTime(post.Clock.GetUtcNow().AddHours(-1));
        await post.QueueAsync(MailKind.RequestReceived, fresh, Ct);
        await post.DeliverAllAsync(Ct);
        Assert.Single(await smtp.Server.ReceivedByAsync(fresh.Contact.Email, 1, Ct));

        post.Clock.Advance(TimeSpan.FromHours(1));
        await post.DeliverAllAsync(Ct);
        foreach (var request in new[] { sent, waiting, fresh }) Assert.Single(await smtp.Server.ReceivedByAsync(request.Contact.Email, 1, Ct));
    }

    private MailPost Open(int port, int timeoutSeconds) => MailPost.Open(database.Database, port, configure: services =>
        services.PostConfigure<SmtpOptions>(options => options.TimeoutSeconds = timeoutSeconds));

    /// <summary>Something breaks at the moment when the message has left.</summary>
    private sealed class Breaking(IMailTransport real, Action breaks) : IMailTransport
    {
        public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            await real.SendAsync(mail, ct);
            breaks();
        }
    }
}
