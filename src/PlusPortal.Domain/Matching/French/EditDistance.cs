namespace PlusPortal.Domain.Matching.French;

/// <summary>How many edits part two texts: insertion, removal, replacement, swap of neighbours.</summary>
internal static class EditDistance
{
    private const int OnStack = 64;

    /// <summary>Damerau and Levenshtein's distance, neighbours swapped at most once.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var width = right.Length + 1;
        var cells = width * 3;
        Span<int> table = cells <= OnStack ? stackalloc int[OnStack] : new int[cells];
        Span<int> before = table[..width], above = table.Slice(width, width), row = table.Slice(2 * width, width);
        for (var j = 0; j < width; j++) above[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                row[j] = Math.Min(above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1), Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            var oldest = before;
            before = above;
            above = row;
            row = oldest;
        }

        return above[right.Length];
    }
}
