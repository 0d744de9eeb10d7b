namespace PlusPortal.Web.Features.Shared.Facts;

/// <summary>A line that somebody reads: a name and a value.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Value">What was declared, or what stands in place of nothing.</param>
public sealed record FactRow(string Label, string Value)
{
    /// <summary>Code of the fact; empty for a line that is not one.</summary>
    public string Code { get; init; } = "";

    /// <summary>Part of the declaration.</summary>
    public FactSection Section { get; init; }

    /// <summary>What staff put beside it; null when nothing.</summary>
    public string? Corrected { get; init; }

    /// <summary>Whether it stays when the page is printed.</summary>
    public bool IsPrinted { get; init; } = true;
}

/// <summary>What pages ask of the lines they were given.</summary>
public static class FactRows
{
    extension(IReadOnlyList<FactRow> rows)
    {
        /// <summary>Value of one line, for a page that gives it a place of its own; null when the reader has no such line.</summary>
        public string? ValueOf(string code) => rows.FirstOrDefault(row => row.Code == code)?.Value;
    }
}
