namespace PlusPortal.LocalPostgres;

/// <summary>
/// Who uses a cluster: each server object keeps one file open and locked. A file that can be locked belonged to a
/// process that was killed. Call only while holding the lock of the cluster.
/// </summary>
internal sealed class ClusterUsers(string folder)
{
    public Registration Register()
    {
        var path = Path.Combine(folder, $"{Environment.ProcessId}-{Guid.NewGuid():N}");
        var held = FileLock.TryAcquire(path) ?? throw new IOException($"The new file {path} is already locked.");
        return new Registration(path, held);
    }

    /// <summary>Whether somebody still uses the cluster; what killed processes left is removed on the way.</summary>
    public bool Any()
    {
        var found = false;
        foreach (var path in Directory.EnumerateFiles(folder).ToList())
        {
            using var abandoned = FileLock.TryAcquire(path);
            if (abandoned is null) found = true;
            else File.Delete(path);
        }

        return found;
    }

    internal sealed class Registration(string path, FileLock held)
    {
        public void End()
        {
            held.Dispose();
            File.Delete(path);
        }
    }
}
