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

/// <summary>Compares two texts line by line: the longest common run of lines stays, the rest is removed or added.</summary>
public static class LineDifference
{
    /// <summary>Most lines of one text that are compared; above, everything is shown as removed and added. Bounds the table to a million cells.</summary>
    private const int MostLines = 1_000;

    /// <summary>The lines of both texts, in order.</summary>
    public static IReadOnlyList<DiffLine> Between(string older, string newer)
    {
        string[] before = older.Split('\n'), after = newer.Split('\n');
        if (before.Length > MostLines || after.Length > MostLines)
            return [.. before.Select(line => new DiffLine(DiffKind.Removed, line)), .. after.Select(line => new DiffLine(DiffKind.Added, line))];

        // common[i, j]: length of the longest common run of before[i..] and after[j..].
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var lines = new List<DiffLine>();
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                lines.Add(new DiffLine(DiffKind.Same, before[i++]));
                j++;
            }
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1])) lines.Add(new DiffLine(DiffKind.Removed, before[i++]));
            else lines.Add(new DiffLine(DiffKind.Added, after[j++]));
        }

        return lines;
    }
}
