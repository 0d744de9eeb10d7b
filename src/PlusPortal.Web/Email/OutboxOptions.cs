namespace PlusPortal.Web.Email;

/// <summary>Settings « Outbox ».</summary>
public sealed class OutboxOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Outbox";

    /// <summary>False keeps every message waiting: a second instance that must send nothing, an exercise on a copy of the data.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Seconds between two looks at the outbox when nothing was due. A look is one read of a partial index.</summary>
    public double PollSeconds { get; set; } = 2;
}
