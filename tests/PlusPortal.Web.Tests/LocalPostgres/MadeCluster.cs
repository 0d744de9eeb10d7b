using PlusPortal.LocalPostgres;

namespace PlusPortal.Web.Tests.LocalPostgres;

/// <summary>A cluster that was made, started and stopped once. Making one takes most of a start: tests of what comes after it begin with a copy.</summary>
public sealed class MadeCluster : IAsyncLifetime
{
    private readonly string root = Path.Combine(Path.GetTempPath(), $"plus-portal-made-{Guid.NewGuid():N}");

    public async ValueTask InitializeAsync()
    {
        await using var server = await LocalPostgresServer.StartAsync(
            new LocalPostgresOptions { Root = root, MaxConnections = 20 }, progress: null, CancellationToken.None);
    }

    /// <summary>Lays a copy of it where the test will start a server; on Windows nothing, and the test makes its own.</summary>
    /// <param name="folder">Folder of the test, which is not there yet.</param>
    /// <param name="ct">Stops the copy.</param>
    public async Task CopyToAsync(string folder, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows()) return;

        // Owners and rights count: the server may run under another account, and refuses data that others can read.
        using var copy = System.Diagnostics.Process.Start("cp", ["-a", root, folder]);
        await copy.WaitForExitAsync(ct);
        Assert.Equal(0, copy.ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
