using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace PlusPortal.Web.Features.Admin.Content.Texts;

/// <summary>What became of a line.</summary>
public enum DiffKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>In the older text only.</summary>
    Removed,

    /// <summary>In the newer text only.</summary>
    Added,
}

/// <summary>A line of a comparison.</summary>
public sealed record DiffLine(DiffKind Kind, string Text);

/// <summary>Compares two texts line by line: what both have stays, the rest is removed or added.</summary>
public static class LineDifference
{
    /// <summary>The lines of both texts, in order; of a changed line the older stands first.</summary>
    public static IReadOnlyList<DiffLine> Between(string older, string newer) =>
        InlineDiffBuilder.Diff(older, newer, ignoreWhiteSpace: false).Lines.ConvertAll(line => new DiffLine(KindOf(line.Type), line.Text));

    private static DiffKind KindOf(ChangeType type) => type switch
    {
        ChangeType.Inserted => DiffKind.Added,
        ChangeType.Deleted => DiffKind.Removed,
        _ => DiffKind.Same,
    };
}
