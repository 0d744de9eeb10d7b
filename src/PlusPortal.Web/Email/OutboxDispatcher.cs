using Microsoft.Extensions.Options;
using Npgsql;

namespace PlusPortal.Web.Email;

/// <summary>Looks at the outbox all the time, on every node. What it does with a message is in <see cref="OutboxDelivery"/>.</summary>
public sealed class OutboxDispatcher(OutboxDelivery delivery, IOptions<OutboxOptions> options, TimeProvider clock, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            logger.LogWarning("The outbox is switched off (Outbox__Enabled): no e-mail leaves");
            return;
        }

        var pause = TimeSpan.FromSeconds(Math.Max(0.1, options.Value.PollSeconds));
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = await DeliverAsync(pause, stoppingToken);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> DeliverAsync(TimeSpan pause, CancellationToken ct)
    {
        try
        {
            return await delivery.DeliverBatchAsync(ct) > 0 ? TimeSpan.Zero : pause;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (NpgsqlException failure)
        {
            logger.LogWarning("The outbox cannot be read ({Failure}), next look in {Wait}", failure.GetType().Name, AfterFailure);
            return AfterFailure;
        }
        catch (Exception failure)
        {
            // A background service that throws stops the portal.
            logger.LogError(failure, "The outbox could not be dispatched, next look in {Wait}", AfterFailure);
            return AfterFailure;
        }
    }
}
