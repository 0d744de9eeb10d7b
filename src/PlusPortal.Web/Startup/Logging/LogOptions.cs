using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Startup.Logging;

/// <summary>How a line of the log is written.</summary>
public enum LogFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs: one object a line, compact log event format.</summary>
    Json,
}

/// <summary>Settings « Log ».</summary>
public sealed class LogOptions : ISettings<LogOptions>
{
    /// <inheritdoc />
    public static string Section => "Log";

    /// <summary>How each line is written.</summary>
    public LogFormat Format { get; set; } = LogFormat.Text;

    /// <inheritdoc />
    public IEnumerable<string> Problems() => [];
}
