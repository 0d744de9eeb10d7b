using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email.Transport;
using PlusPortal.Web.Links;
using PlusPortal.Web.Telemetry;

namespace PlusPortal.Web.Email;

/// <summary>
/// Sends what the outbox holds. Delivery is at least once: when the process dies between handing a message over and
/// noting it, the message goes out again after its lease.
/// </summary>
public sealed class OutboxDelivery(IServiceScopeFactory scopes, IMailTransport transport, TimeProvider clock, ILogger<OutboxDelivery> logger)
{
    /// <summary>Messages claimed at once.</summary>
    public const int BatchSize = 5;

    /// <summary>Longer than a batch of messages that all time out.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait before what has left is noted again.</summary>
    private static readonly TimeSpan NoteAgainAfter = TimeSpan.FromSeconds(5);

    /// <summary>Claims one batch and sends it. Several instances may do so at the same time.</summary>
    /// <returns>How many messages were claimed; 0 when none was due.</returns>
    public async Task<int> DeliverBatchAsync(CancellationToken ct)
    {
        var claimed = await ClaimAsync(ct);
        foreach (var message in claimed) await DeliverAsync(message, ct);
        return claimed.Count;
    }

    private async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().ClaimOutboxAsync(BatchSize, now, now + Lease, ct);
    }

    private async Task DeliverAsync(OutboxMessage message, CancellationToken ct)
    {
        using var span = PortalTelemetry.Mail(message.Kind.ToString());
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        try
        {
            if (message.Attempts > OutboxMessage.MaxAttempts) throw new MailTransportException("Le dernier essai ne s’est jamais terminé.", isPermanent: true);

            await SettleAsync(scope.ServiceProvider, message, ct);
            var written = await scope.ServiceProvider.GetRequiredService<MailWriter>().WriteAsync(message, ct);
            if (written is null)
            {
                await NoteAsync(db, message, OutboxState.Dropped, message.NextAttemptAt, error: null);
                return;
            }

            // The link works before its message leaves; the hash alone is at rest.
            await db.SaveChangesAsync(ct);

            // Corrected while it was written: that act could not revoke a link that was not there yet. It leaves for the right address when the lease ends.
            if (!await IsStillForItsReaderAsync(db, written, ct)) return;
            await transport.SendAsync(written.Mail, ct);
            await NoteSentAsync(message, ct);
            if (written.TrackingLinkOf is { } requestId)
            {
                await scope.ServiceProvider.GetRequiredService<LinkIssuer>().RetireOlderAsync(written.FollowerId ?? requestId, written.WrittenAt, CancellationToken.None);
            }
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            await NoteFailureAsync(message, failure);
        }
    }

    /// <summary>A message that was held speaks of an answer that can no longer be taken back: what follows from it is done first, so that the message says it.</summary>
    private async Task SettleAsync(IServiceProvider services, OutboxMessage message, CancellationToken ct)
    {
        if (MailKinds.SubjectOf(message.Kind) is not (MailSubject.Request or MailSubject.Referral)) return;
        var db = services.GetRequiredService<PortalDb>();
        var now = clock.GetUtcNow();
        var requestId = await db.Referrals.Where(referral => referral.SettlesAt <= now && (referral.Id == message.SubjectId || referral.RequestId == message.SubjectId)).Select(referral => (Guid?)referral.RequestId).FirstOrDefaultAsync(ct);
        if (requestId is null) return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IHeldConsequences>().DrawAsync(requestId.Value, now, ct);
    }

    /// <summary>A private link leaves for the person of the request, or for somebody who follows it, and for nobody else.</summary>
    private static async Task<bool> IsStillForItsReaderAsync(PortalDb db, WrittenMail written, CancellationToken ct) => written switch
    {
        { PrivateLinkOf: null } => true,
        { FollowerId: { } follower } => await db.RequestFollowers.Following().AnyAsync(one => one.Id == follower && written.Mail.Recipients.Contains(one.Email), ct),
        { PrivateLinkOf: { } tracked } => await db.OrientationRequests.AnyAsync(request => request.Id == tracked && written.Mail.Recipients.Contains(request.Contact.Email), ct),
    };

    /// <summary>It has left: a database that is away for a moment must not have it leave twice. Tried until the lease ends, when another node takes it.</summary>
    private async Task NoteSentAsync(OutboxMessage message, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await NoteAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), message, OutboxState.Sent, message.NextAttemptAt, error: null);
                return;
            }
            catch (Exception away) when (clock.GetUtcNow() + NoteAgainAfter < message.NextAttemptAt)
            {
                logger.LogWarning(away, "Outbox message {MessageId} has left but cannot be noted yet", message.Id);
                await Task.Delay(NoteAgainAfter, clock, ct);
            }
        }
    }

    private async Task NoteFailureAsync(OutboxMessage message, Exception failure)
    {
        // The context of the attempt may be the very thing that failed.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var refusal = failure as MailTransportException;
        var error = refusal?.Message ?? $"Le message n’a pas pu être écrit ({failure.GetType().Name}).";
        var wait = refusal is { IsPermanent: true } ? null : Backoff.After(message.Attempts);
        await NoteAsync(db, message, wait is null ? OutboxState.Dead : OutboxState.Pending, clock.GetUtcNow() + (wait ?? TimeSpan.Zero), error);

        // What a mail server answered may quote an address: its exception stays out of the log. One of ours is a defect to mend.
        logger.Log(
            wait is null ? LogLevel.Error : LogLevel.Warning,
            refusal is null ? failure : null,
            "Outbox message {MessageId} ({Kind}) failed at attempt {Attempts}, next in {Wait}: {Error}",
            message.Id, message.Kind, message.Attempts, wait?.ToString() ?? "never", error);
        if (wait is null) await TellStaffAsync(message);
    }

    /// <summary>Staff are told that messages were given up: once a day, and not about the message that tells it.</summary>
    private async Task TellStaffAsync(OutboxMessage message)
    {
        if (message.Kind == MailKind.MailParked) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var since = clock.GetUtcNow().AddDays(-1);
        OutboxState[] telling = [OutboxState.Pending, OutboxState.Sent, OutboxState.Dead];
        if (await db.Outbox.AnyAsync(told => telling.Contains(told.State) && told.CreatedAt > since && told.Kind == MailKind.MailParked)) return;
        scope.ServiceProvider.GetRequiredService<Announcer>().Announce(Occasion.MailGivenUp, message.Id, "once");
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException other) when (other.IsConflict)
        {
            // Another node has told of the same message.
        }
    }

    /// <summary>Only the holder of the claim writes: after a lost lease, the attempts of the row have moved on. Finishes even while the portal stops.</summary>
    private async Task NoteAsync(PortalDb db, OutboxMessage message, OutboxState state, DateTimeOffset next, string? error)
    {
        var sentAt = state == OutboxState.Sent ? clock.GetUtcNow() : (DateTimeOffset?)null;
        await db.Outbox
            .Where(row => row.Id == message.Id && row.State == OutboxState.Pending && row.Attempts == message.Attempts)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.State, state)
                    .SetProperty(row => row.NextAttemptAt, next)
                    .SetProperty(row => row.SentAt, sentAt)
                    .SetProperty(row => row.LastError, error)
                    .SetProperty(row => row.Recipient, row => state == OutboxState.Pending ? row.Recipient : null),
                CancellationToken.None);
        PortalTelemetry.MailEnded(message.Kind.ToString(), state == OutboxState.Pending ? "failed" : state.ToString().ToLowerInvariant());
    }
}
