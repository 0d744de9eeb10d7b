namespace PlusPortal.Domain.Vocabulary;

/// <summary>One entry of a closed list. Records store the code; people see the label and the help.</summary>
/// <param name="Code">Stable, lower-case kebab-case, ASCII, at most <see cref="CodeLength"/> characters; never renamed nor reused.</param>
/// <param name="Label">French label.</param>
/// <param name="Help">French help sentence of at most <see cref="HelpLength"/> characters; may be empty.</param>
/// <param name="Parent">Code of the parent term where the list has one (stage of a sub-stage, group of a theme); else null.</param>
public sealed record Term(string Code, string Label, string Help = "", string? Parent = null)
{
    /// <summary>Most characters of a code.</summary>
    public const int CodeLength = 40;

    /// <summary>Most characters of a help sentence.</summary>
    public const int HelpLength = 120;
}
