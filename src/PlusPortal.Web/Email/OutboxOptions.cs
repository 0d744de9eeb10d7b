using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Email;

/// <summary>Settings « Outbox ».</summary>
public sealed class OutboxOptions : ISettings<OutboxOptions>
{
    private const double LongestPollSeconds = 3_600;

    /// <inheritdoc />
    public static string Section => "Outbox";

    /// <summary>False keeps every message waiting: a second instance that must send nothing, an exercise on a copy of the data.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Seconds between two looks at the outbox when nothing was due. A look is one read of a partial index.</summary>
    public double PollSeconds { get; set; } = 2;

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (PollSeconds is not (> 0 and <= LongestPollSeconds)) yield return "Set Outbox__PollSeconds to more than 0 and at most 3600 seconds: the outbox is read that often.";
    }
}
