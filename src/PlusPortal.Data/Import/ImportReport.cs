using PlusPortal.Data.Import.Reading;

namespace PlusPortal.Data.Import;

/// <summary>What an import did, or would do.</summary>
public sealed record ImportReport
{
    /// <summary>Whether nothing was written because it was only a rehearsal.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>Everything that is wrong with the file; then nothing was written at all.</summary>
    public IReadOnlyList<ImportError> Errors { get; init; } = [];

    /// <summary>Actors and offers added.</summary>
    public IReadOnlyList<ImportedRecord> Created { get; init; } = [];

    /// <summary>Actors and offers that took new values, with the names of the fields.</summary>
    public IReadOnlyList<ImportedRecord> Updated { get; init; } = [];

    /// <summary>Actors and offers where the file says something else than a person wrote: left alone, with the names of the fields.</summary>
    public IReadOnlyList<ImportedRecord> Kept { get; init; } = [];

    /// <summary>Actors and offers of the directory that the file does not hold: left as they are.</summary>
    public IReadOnlyList<ImportedRecord> Absent { get; init; } = [];

    /// <summary>How many actors and offers were the same already.</summary>
    public int UnchangedCount { get; init; }

    /// <summary>Whether the file was good.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>How many actors and offers were added or changed.</summary>
    public int ChangeCount => Created.Count + Updated.Count;
}

/// <summary>An actor or an offer in a report.</summary>
/// <param name="ImportKey">Its key in the file; that of an offer holds a slash.</param>
/// <param name="Name">Name of the actor or title of the offer.</param>
/// <param name="Fields">Names of the fields concerned, in the domain's words; empty when the whole record is.</param>
public sealed record ImportedRecord(string ImportKey, string Name, IReadOnlyList<string> Fields)
{
    /// <summary>Whether it is an offer.</summary>
    public bool IsOffer => ImportKey.Contains('/');
}
