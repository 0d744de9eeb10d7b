using Microsoft.Extensions.Time.Testing;
using Npgsql;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Startup.Logging;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace PlusPortal.Web.Tests.Startup.Logging;

/// <summary>An outage that lasts does not fill the log.</summary>
public sealed class OutageLogTests
{
    private static readonly Exception Outage = new InvalidOperationException("", new NpgsqlException("", new TimeoutException()));

    private readonly FakeTimeProvider clock = new(A.Now);
    private readonly OutageLog log;

    public OutageLogTests() => log = new OutageLog(clock);

    [Fact]
    public void Each_part_says_once_a_minute_that_the_database_is_away()
    {
        Assert.Equal([true, false, true, false], new[] { "Pages", "Pages", "Jobs", "Jobs" }.Select(part => IsWritten(part, Outage)));

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(IsWritten("Pages", Outage));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([true, false], new[] { IsWritten("Pages", Outage), IsWritten("Pages", Outage) });
    }

    [Fact]
    public void Everything_else_is_written_as_it_comes()
    {
        for (var time = 0; time < 3; time++)
        {
            Assert.True(IsWritten("Pages", null));
            Assert.True(IsWritten("Pages", new InvalidOperationException("A defect.")));
            Assert.True(IsWritten("Pages", new NpgsqlException("A defect.")));
        }
    }

    private bool IsWritten(string part, Exception? failure) => log.IsEnabled(new LogEvent(
        clock.GetUtcNow(), LogEventLevel.Error, failure, new MessageTemplate([new TextToken("x")]), [new LogEventProperty(Constants.SourceContextPropertyName, new ScalarValue(part))]));
}
