namespace PlusPortal.Data.Privacy;

/// <summary>What a column says of people.</summary>
public enum ColumnPrivacy
{
    /// <summary>Of people: names, addresses, what they wrote.</summary>
    Personal,

    /// <summary>Codes, settings, what is public: of nobody.</summary>
    Impersonal,

    /// <summary>Holds both, or may: it is handled as personal.</summary>
    Mixed,
}

/// <summary>The mark of one column that holds text.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Column">Its name.</param>
/// <param name="Privacy">What it says of people.</param>
/// <param name="Why">Half a sentence.</param>
public sealed record ColumnMark(string Table, string Column, ColumnPrivacy Privacy, string Why);
