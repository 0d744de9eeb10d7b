using System.Text;
using System.Text.Json;

namespace PlusPortal.Data.Privacy;

/// <summary>One line of the record of erasures: an identifier, what it is, and the instant. Nothing of the person.</summary>
/// <param name="Subject">Request that was made anonymous.</param>
/// <param name="Kind">What it is.</param>
/// <param name="At">When, UTC.</param>
public sealed record ErasureLine(Guid Subject, ErasedKind Kind, DateTimeOffset At);

/// <summary>
/// The record of erasures outside the database and its dumps (docs/adr/0027): in one folder a file of each machine, one JSON
/// line an erasure, only ever appended to. What a restore brings back is erased again from it.
/// </summary>
public static class ErasureFile
{
    private const string Pattern = "erasures-*.jsonl";
    private const int Tries = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>File of this machine in the folder.</summary>
    public static string Of(string folder) => Path.Combine(folder, $"erasures-{string.Concat(Environment.MachineName.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'))}.jsonl");

    /// <summary>Appends the lines and waits for the disk.</summary>
    /// <exception cref="IOException">The folder is missing, full, or another process of this machine holds the file for longer than a second.</exception>
    public static async Task AppendAsync(string folder, IEnumerable<ErasureLine> lines, CancellationToken ct)
    {
        var text = string.Concat(lines.Select(line => JsonSerializer.Serialize(line, JsonColumns.Options) + "\n"));
        await using var file = await OpenAsync(Of(folder), ct);

        // A line that a crash cut short must not swallow the next one.
        file.Seek(0, SeekOrigin.End);
        if (file.Length > 0 && !EndsWithNewLine(file)) text = "\n" + text;
        await file.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Every line of every machine, the first of each request.</summary>
    /// <returns>The lines, and how many could not be read: a crash may have cut the last one of a file short.</returns>
    public static async Task<(IReadOnlyList<ErasureLine> Lines, int Unreadable)> ReadAsync(string folder, CancellationToken ct)
    {
        var (lines, unreadable) = (new Dictionary<Guid, ErasureLine>(), 0);
        foreach (var path in Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal))
        {
            await foreach (var text in File.ReadLinesAsync(path, ct))
            {
                if (string.IsNullOrWhiteSpace(text)) continue;
                if (Parse(text) is { } line) lines.TryAdd(line.Subject, line);
                else unreadable++;
            }
        }

        return ([.. lines.Values.OrderBy(line => line.At)], unreadable);
    }

    /// <summary>Why nothing can be written there; null when it can.</summary>
    public static string? ProblemOf(string folder)
    {
        if (!Directory.Exists(folder)) return $"there is no folder {folder}: make it, on a disk that is not that of the database, for the account of the portal to write to.";
        try
        {
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return $"the portal cannot write to the folder {folder}: give it to the account of the portal.";
        }
    }

    private static ErasureLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ErasureLine>(text, JsonColumns.Options) is { Subject: var subject } line && subject != Guid.Empty ? line : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool EndsWithNewLine(FileStream file)
    {
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    /// <summary>Alone: two processes of one machine share the file, and .NET has no append of which the system guards the place.</summary>
    private static async Task<FileStream> OpenAsync(string path, CancellationToken ct)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                var isNew = !File.Exists(path);
                var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

                // « migrate » runs as another account, whatever the mask of this one: there is nothing in it but identifiers.
                if (isNew && !OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
                return file;
            }
            catch (IOException held) when (left > 0 && held is not (DirectoryNotFoundException or FileNotFoundException))
            {
                await Task.Delay(Pause, ct);
            }
        }
    }
}
