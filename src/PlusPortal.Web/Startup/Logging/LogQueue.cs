using System.Globalization;
using System.Threading.Channels;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

namespace PlusPortal.Web.Startup.Logging;

/// <summary>
/// Takes lines at once and writes them in turn on a thread of its own: an output that nobody reads, or a disk that is full,
/// holds up no page. What does not fit any more is lost and counted; the count is the first line when the output takes lines again.
/// </summary>
public sealed class LogQueue : ILogEventSink, IDisposable
{
    /// <summary>Lines that wait at most: some megabytes.</summary>
    public const int Capacity = 10_000;

    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(3);
    private static readonly MessageTemplate Loss = new MessageTemplateParser().Parse("The log lost {Lost} lines: its output was blocked or full");

    private readonly Channel<LogEvent> waiting = Channel.CreateBounded<LogEvent>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly ITextFormatter formatter;
    private readonly Stream output;
    private readonly TimeProvider clock;
    private readonly Thread writer;
    private int lost;

    /// <param name="formatter">Writes a line.</param>
    /// <param name="output">Where to; nobody else writes there.</param>
    /// <param name="clock">Time of the line about what was lost.</param>
    public LogQueue(ITextFormatter formatter, Stream output, TimeProvider clock)
    {
        (this.formatter, this.output, this.clock) = (formatter, output, clock);
        writer = new Thread(WriteAll) { IsBackground = true, Name = "log" };
        writer.Start();
    }

    /// <inheritdoc />
    public void Emit(LogEvent logEvent)
    {
        if (!waiting.Writer.TryWrite(logEvent)) Interlocked.Increment(ref lost);
    }

    /// <summary>Writes what waits, unless the output takes nothing: the portal must be able to stop.</summary>
    public void Dispose()
    {
        waiting.Writer.TryComplete();
        writer.Join(EndWithin);
    }

    private void WriteAll()
    {
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (waiting.Reader.TryRead(out var logEvent))
            {
                TellLoss();
                if (!TryWrite(logEvent)) Interlocked.Increment(ref lost);
            }
        }

        TellLoss();
    }

    private void TellLoss()
    {
        if (Interlocked.Exchange(ref lost, 0) is not (> 0 and var count)) return;

        var line = new LogEvent(clock.GetUtcNow(), LogEventLevel.Error, null, Loss, [new LogEventProperty("Lost", new ScalarValue(count)), new LogEventProperty(Constants.SourceContextPropertyName, new ScalarValue(typeof(LogQueue).FullName))]);
        if (!TryWrite(line)) Interlocked.Add(ref lost, count);
    }

    private bool TryWrite(LogEvent logEvent)
    {
        try
        {
            using var line = new StringWriter(CultureInfo.InvariantCulture);
            formatter.Format(logEvent, line);
            output.Write(System.Text.Encoding.UTF8.GetBytes(line.ToString()));
            return true;
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            return false;
        }
    }
}
