namespace PlusPortal.Web.Security.Audit;

/// <summary>Stores what waits in the <see cref="AuditQueue"/>, a second after it came in, and the rest when the portal stops.</summary>
public sealed class AuditWriter(AuditQueue queue, ILogger<AuditWriter> logger) : BackgroundService
{
    /// <summary>How long equal lines are gathered; also what is lost at most when a process is killed. The log has the security events at once.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(Farewell);
        try
        {
            await queue.FlushAsync(end.Token);
        }
        catch (Exception failure)
        {
            logger.LogError("{Count} lines of the audit could not be stored before the end: {Failure}", queue.Waiting, failure.GetType().Name);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = Gather;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await queue.AwaitAsync(stoppingToken);
                await Task.Delay(pause, stoppingToken);
                await queue.FlushAsync(stoppingToken);
                pause = Gather;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogWarning("The audit waits: {Failure}", failure.GetType().Name);
                pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, pause.Ticks * 2));
            }
        }
    }
}
