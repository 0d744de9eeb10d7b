using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PlusPortal.LocalPostgres;

/// <summary>
/// The server process a PID file speaks of. The file is never trusted: a machine that lost power leaves one behind,
/// and its number may by now belong to anything.
/// </summary>
internal sealed record Postmaster(int Pid, int Port, bool IsReady)
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Parses <c>postmaster.pid</c>: PID, folder, start time, port, socket folder, address, memory key, state.</summary>
    public static Postmaster? Read(string pidFile)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(pidFile);
        }
        catch (IOException)
        {
            return null;
        }

        if (lines.Length < 1 || !int.TryParse(lines[0], out var pid) || pid <= 0) return null;

        var port = lines.Length >= 4 && int.TryParse(lines[3], out var written) ? written : 0;
        return new Postmaster(pid, port, lines.Length >= 8 && lines[7].Trim() == "ready");
    }

    /// <summary>Whether the process lives and is a PostgreSQL server working in this data folder.</summary>
    public bool IsServerOf(string dataFolder)
    {
        try
        {
            using var process = Process.GetProcessById(Pid);
            if (!process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase)) return false;
            if (!OperatingSystem.IsLinux()) return true;

            // A server works inside its data folder; a zombie works nowhere.
            var workingFolder = new FileInfo($"/proc/{Pid}/cwd").LinkTarget;
            return workingFolder is not null && RealPath(workingFolder) == RealPath(dataFolder);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or Win32Exception
            or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether something that speaks PostgreSQL's protocol answers on the port.</summary>
    public async Task<bool> AnswersAsync(CancellationToken ct)
    {
        if (Port is <= 0 or > 65535) return false;

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(AnswerTimeout);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port, limited.Token);
            var stream = client.GetStream();

            // SSLRequest: its length, then its code. The answer is one letter, "S" or "N".
            await stream.WriteAsync(new byte[] { 0, 0, 0, 8, 0x04, 0xD2, 0x16, 0x2F }, limited.Token);
            var answer = new byte[1];
            return await stream.ReadAsync(answer, limited.Token) == 1 && answer[0] is (byte)'S' or (byte)'N';
        }
        catch (Exception failure) when (failure is SocketException or IOException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static string RealPath(string path)
    {
        var resolved = Path.GetPathRoot(path)!;
        foreach (var part in Path.GetRelativePath(resolved, path).Split(Path.DirectorySeparatorChar))
        {
            var next = new DirectoryInfo(Path.Combine(resolved, part));
            resolved = next.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next.FullName;
        }

        return resolved;
    }
}
