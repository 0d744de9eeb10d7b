using System.Runtime.InteropServices;

namespace PlusPortal.Web.Startup.Database;

/// <summary>Ctrl+C and SIGTERM while the host, which handles them later, is not running yet.</summary>
public sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public StopSignals() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
    ];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        // Not the abrupt end: the database started here must be stopped too.
        signal.Cancel = true;
        source.Cancel();
    }
}
