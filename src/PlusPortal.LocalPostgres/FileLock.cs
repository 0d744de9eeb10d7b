namespace PlusPortal.LocalPostgres;

/// <summary>A lock between processes, held by an open file: the system releases it when its holder dies.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream stream;

    private FileLock(FileStream stream) => this.stream = stream;

    public static async Task<FileLock> AcquireAsync(string path, Action onFirstWait, CancellationToken ct)
    {
        var hasWaited = false;
        while (true)
        {
            if (TryAcquire(path) is { } taken) return taken;

            if (!hasWaited) onFirstWait();
            hasWaited = true;
            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>The lock, or null when another holder has it.</summary>
    public static FileLock? TryAcquire(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (Directory.Exists(Path.GetDirectoryName(path)))
        {
            return null;
        }
    }

    public void Dispose() => stream.Dispose();
}
