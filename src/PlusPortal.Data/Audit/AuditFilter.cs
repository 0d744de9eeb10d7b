namespace PlusPortal.Data.Audit;

/// <summary>Which events of the audit are asked for; what is null narrows nothing.</summary>
public sealed record AuditFilter
{
    /// <summary>Area.</summary>
    public AuditArea? Area { get; init; }

    /// <summary>Kind.</summary>
    public string? Kind { get; init; }

    /// <summary>People who did it, or whose account it is about.</summary>
    public IReadOnlyList<Guid>? People { get; init; }

    /// <summary>First instant.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Instant after the last one.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Request.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>Network.</summary>
    public string? Client { get; init; }

    /// <summary>What was asked for, in codes and identifiers, never what was typed: for the audit of an export.</summary>
    public string InWords => string.Join(' ', new[]
    {
        Area?.ToString(), Kind, From is { } from ? $"{from:yyyy-MM-dd}..." : null, Before is { } before ? $"...{before:yyyy-MM-dd}" : null,
        RequestId?.ToString("N"), People is { } people ? $"{people.Count} people" : null, Client,
    }.OfType<string>().DefaultIfEmpty("everything"));
}
