using PlusPortal.Domain.Matching.Triage;

namespace PlusPortal.Domain.Requests.Masking;

/// <summary>What was decided about the passages of a request. The texts themselves carry the mark; nothing here takes it off again.</summary>
/// <remarks>Stored as JSON: properties are added, never renamed.</remarks>
public sealed record PassageMasks
{
    /// <summary>Most characters of the reason for leaving a passage.</summary>
    public const int ReasonLength = 500;

    /// <summary>Nothing was decided.</summary>
    public static PassageMasks None { get; } = new();

    /// <summary>Passages masked, in order.</summary>
    public IReadOnlyList<MaskedPassage> Masked { get; init; } = [];

    /// <summary>Proposed passages that staff left as they are.</summary>
    public IReadOnlyList<LeftPassage> Left { get; init; } = [];

    /// <summary>Whether the structure reads a mark in some of its texts.</summary>
    public bool AreSeenByStructure => Masked.Any(passage => passage.Places.Any(place => place.IsReadByStructure));
}

/// <summary>A passage that was masked.</summary>
/// <param name="Places">Texts in which it stood.</param>
/// <param name="Kinds">What it told, when it had been proposed.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ById">Member of staff.</param>
/// <param name="Original">Its words, where the portal keeps them for staff; null otherwise.</param>
public sealed record MaskedPassage(IReadOnlyList<MaskPlace> Places, SensitiveKinds Kinds, DateTimeOffset At, Guid ById, string? Original);

/// <summary>A proposed passage that was left with a reason.</summary>
/// <param name="Text">The passage, as it stands in the texts.</param>
/// <param name="Reason">Why it may leave.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ById">Member of staff.</param>
public sealed record LeftPassage(string Text, string Reason, DateTimeOffset At, Guid ById);

/// <summary>A passage that waits for a decision.</summary>
/// <param name="Text">The passage.</param>
/// <param name="Kinds">What it tells.</param>
/// <param name="Places">Texts in which it stands.</param>
public sealed record ProposedPassage(string Text, SensitiveKinds Kinds, IReadOnlyList<MaskPlace> Places)
{
    /// <summary>Tells it apart from the others of the request.</summary>
    public string Key => PassageMask.KeyOf(Text);
}

/// <summary>A text that leaves, or may.</summary>
/// <param name="Place">Which one.</param>
/// <param name="Text">Its words.</param>
public sealed record LeavingText(MaskPlace Place, string Text);

/// <summary>What staff mask at once.</summary>
public sealed record MaskOrder
{
    /// <summary>Passages, in the words of the texts.</summary>
    public required IReadOnlyList<string> Passages { get; init; }

    /// <summary>Whether the name of the structure is searched too.</summary>
    public bool InStructureName { get; init; }

    /// <summary>Whether the words are kept for staff.</summary>
    public bool KeepsOriginals { get; init; }
}
