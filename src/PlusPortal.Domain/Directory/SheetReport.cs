namespace PlusPortal.Domain.Directory;

/// <summary>Somebody says that the public sheet of an actor is wrong. It holds no name nor address: staff check with the actor.</summary>
/// <remarks>Source: workflow of PLUS, « Directory upkeep ».</remarks>
public sealed class SheetReport
{
    /// <summary>Most characters of what is wrong.</summary>
    public const int TextLength = 1_000;

    private SheetReport()
    {
        // EF only
    }

    /// <summary>Records what somebody says.</summary>
    public SheetReport(Guid actorId, string text, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        ActorId = actorId;
        Text = text;
        ReportedAt = now;
    }

    /// <summary>Identifier, no secret.</summary>
    public Guid Id { get; private set; }

    /// <summary>Actor whose sheet it is about.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>Actor whose sheet it is about; loaded on demand.</summary>
    public SupportActor? Actor { get; private set; }

    /// <summary>What is wrong, in the words of the reader.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When it was said, UTC.</summary>
    public DateTimeOffset ReportedAt { get; private set; }

    /// <summary>When staff were done with it, UTC; null while it waits.</summary>
    public DateTimeOffset? HandledAt { get; private set; }

    /// <summary>Member of staff who was; null while it waits.</summary>
    public Guid? HandledById { get; private set; }

    /// <summary>Says that the sheet was corrected, or was right. Done twice, it stays with the first.</summary>
    public void Handle(Guid staffId, DateTimeOffset now)
    {
        if (HandledAt is not null) return;
        HandledAt = now;
        HandledById = staffId;
    }
}
