using Microsoft.Extensions.Options;
using Serilog.Events;

namespace PlusPortal.Web.Settings;

/// <summary>The levels of the log, as settings name them.</summary>
internal static class LogLevels
{
    private const string Section = "Serilog:MinimumLevel";

    /// <summary>Lets no level pass that Serilog does not know: it would stop the portal with a stack trace.</summary>
    /// <exception cref="OptionsValidationException">Says which setting, and what it may be.</exception>
    public static void Check(IConfiguration configuration)
    {
        var levels = configuration.GetSection(Section);
        foreach (var level in levels.GetSection("Override").GetChildren().Append(levels.GetSection("Default")).Append(levels))
        {
            if (level.Value is { Length: > 0 } value && !Enum.GetNames<LogEventLevel>().Contains(value, StringComparer.OrdinalIgnoreCase))
                throw new OptionsValidationException(Section, typeof(LogEventLevel), [$"Set {level.Path.Replace(":", "__", StringComparison.Ordinal)} to one of {string.Join(", ", Enum.GetNames<LogEventLevel>())}; it is \"{value}\"."]);
        }
    }
}
