using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;

namespace PlusPortal.Web.Tests.Email;

/// <summary>The portal with its outbox in the hands of a test: what a dispatcher does by itself, done when the test says so.</summary>
internal sealed class MailPost : IAsyncDisposable
{
    public const string ReplyTo = "contact@plus.example.org";
    public const string From = "portail@plus.example.org";

    private readonly PortalFactory portal;
    private readonly TestDatabase database;

    private MailPost(PortalFactory portal, TestDatabase database) => (this.portal, this.database) = (portal, database);

    public FakeTimeProvider Clock => portal.Clock;

    public PortalFactory Portal => portal;

    /// <summary>A portal that sends to that port; several on one database are several instances.</summary>
    public static MailPost Open(TestDatabase database, int smtpPort, FakeTimeProvider? clock = null, Action<IServiceCollection>? configure = null)
    {
        var portal = new PortalFactory(database, clock, services =>
        {
            services.PostConfigure<SmtpOptions>(smtp =>
            {
                (smtp.Host, smtp.Port, smtp.Security) = ("127.0.0.1", smtpPort, SecureSocketOptions.None);
                (smtp.From, smtp.ReplyTo, smtp.TimeoutSeconds) = (From, ReplyTo, 5);
            });
            configure?.Invoke(services);
        });
        return new MailPost(portal, database);
    }

    /// <summary>What the dispatcher does in one round; how many messages were due.</summary>
    public Task<int> DeliverAsync(CancellationToken ct) => portal.Services.GetRequiredService<OutboxDelivery>().DeliverBatchAsync(ct);

    /// <summary>Rounds until nothing is due.</summary>
    public async Task DeliverAllAsync(CancellationToken ct)
    {
        while (await DeliverAsync(ct) > 0) { }
    }

    /// <summary>Stores a request, then queues a message about it.</summary>
    public async Task<Guid> QueueAsync(MailKind kind, OrientationRequest request, CancellationToken ct)
    {
        await using var db = database.NewContext();
        if (!await db.OrientationRequests.AnyAsync(known => known.Id == request.Id, ct)) db.Add(request);
        return await QueueAsync(db, kind, request.Id, ct);
    }

    /// <summary>Queues a message about anything.</summary>
    public async Task<Guid> QueueAsync(MailKind kind, Guid subjectId, CancellationToken ct)
    {
        await using var db = database.NewContext();
        return await QueueAsync(db, kind, subjectId, ct);
    }

    /// <summary>Stores anything. Requests are nobody's, since the staff of builders have no account; the offer of an edit is stored already.</summary>
    public async Task StoreAsync(CancellationToken ct, params object[] entities)
    {
        await using var db = database.NewContext();
        db.AttachRange(entities.OfType<OfferRevision>().Select(revision => revision.Offer!));
        db.AddRange(entities);
        foreach (var request in entities.OfType<OrientationRequest>()) db.Entry(request).Property(row => row.AssigneeId).CurrentValue = null;
        await db.SaveChangesAsync(ct);
    }

    public async Task<OutboxMessage> MessageAsync(Guid id, CancellationToken ct)
    {
        await using var db = database.NewContext();
        return await db.Outbox.AsNoTracking().SingleAsync(message => message.Id == id, ct);
    }

    public async ValueTask DisposeAsync() => await portal.DisposeAsync();

    /// <summary>Of the receipt of an erasure nothing else knows the address.</summary>
    private static async Task<string?> RecipientAsync(Data.PortalDb db, MailKind kind, Guid subjectId, CancellationToken ct) =>
        kind is MailKind.ErasureDone or MailKind.FormerAddressNotice or MailKind.RequestHandedOverNotice ? await db.OrientationRequests.Where(request => request.Id == subjectId).Select(request => "structure-" + request.Reference.ToLower() + "@example.org").SingleOrDefaultAsync(ct) : null;

    private async Task<Guid> QueueAsync(Data.PortalDb db, MailKind kind, Guid subjectId, CancellationToken ct)
    {
        db.Outbox.Enqueue(kind, subjectId, A.Number().ToString(System.Globalization.CultureInfo.InvariantCulture), Clock.GetUtcNow(), await RecipientAsync(db, kind, subjectId, ct));
        var queued = db.Outbox.Local.Single();
        await db.SaveChangesAsync(ct);
        return queued.Id;
    }
}
