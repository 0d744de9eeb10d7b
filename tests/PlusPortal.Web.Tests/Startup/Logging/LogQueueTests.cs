using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Startup.Logging;
using Serilog.Events;
using Serilog.Formatting.Display;
using Serilog.Parsing;

namespace PlusPortal.Web.Tests.Startup.Logging;

/// <summary>The output of the log takes nothing: the portal goes on, and says afterwards what is missing.</summary>
public sealed class LogQueueTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Output_that_nobody_reads_holds_nobody_up_and_what_was_lost_is_told()
    {
        // A pipe takes some bytes and then makes its writer wait, as the standard output does when nobody reads it.
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 64, resumeWriterThreshold: 32));
        using var queue = NewQueue(pipe.Writer.AsStream());

        for (var line = 0; line < LogQueue.Capacity + 500; line++) queue.Emit(Line("a line that is long enough to fill what a pipe takes"));
        using var reader = new StreamReader(pipe.Reader.AsStream());
        string? told = null;
        for (var read = 0; told is null && read < LogQueue.Capacity + 500; read++)
        {
            var line = await reader.ReadLineAsync(Ct);
            if (line!.Contains("lost", StringComparison.Ordinal)) told = line;
        }

        // How many had left before the pipe was full is not ours to say.
        Assert.Matches("^The log lost (4[0-9][0-9]|500) lines: its output was blocked or full$", told!);
        var rest = reader.ReadToEndAsync(Ct);
        queue.Dispose();
        await pipe.Writer.CompleteAsync();
        await rest;
    }

    [Fact]
    public void Portal_stops_although_nobody_reads()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 8, resumeWriterThreshold: 4));
        var queue = NewQueue(pipe.Writer.AsStream());
        for (var line = 0; line < 10; line++) queue.Emit(Line("never read"));

        var startedAt = Stopwatch.GetTimestamp();
        queue.Dispose();

        Assert.InRange(Stopwatch.GetElapsedTime(startedAt), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Full_disk_loses_lines_and_tells_how_many_when_there_is_room_again()
    {
        using var disk = new FullDisk();
        using (var queue = NewQueue(disk))
        {
            for (var line = 0; line < 3; line++) queue.Emit(Line("lost"));
            SpinWait.SpinUntil(() => disk.Refused >= 3, TimeSpan.FromSeconds(30));
            disk.IsFull = false;
            queue.Emit(Line("written"));
        }

        Assert.Equal("The log lost 3 lines: its output was blocked or full\nwritten\n", System.Text.Encoding.UTF8.GetString(disk.ToArray()));
    }

    private static LogQueue NewQueue(Stream output) =>
        new(new MessageTemplateTextFormatter("{Message:lj}\n", CultureInfo.InvariantCulture), output, new FakeTimeProvider(A.Now));

    private static LogEvent Line(string text) => new(A.Now, LogEventLevel.Information, null, new MessageTemplate([new TextToken(text)]), []);

    private sealed class FullDisk : MemoryStream
    {
        private int refused;

        public volatile bool IsFull = true;

        public int Refused => Volatile.Read(ref refused);

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (IsFull)
            {
                Interlocked.Increment(ref refused);
                throw new IOException("No space left on device");
            }

            base.Write(buffer, offset, count);
        }
    }
}
