namespace PlusPortal.Domain.Vocabulary;

/// <summary>A band of values such as a head-count in full-time equivalents, an age in months or a budget in euros.</summary>
public readonly record struct Interval(decimal Low, decimal High, bool LowExcluded = false, bool HighExcluded = false)
{
    /// <summary>A single known value.</summary>
    public static Interval Exactly(decimal value) => new(value, value);

    /// <summary>How the band stands to the limits of an offer, both included; null means no limit.</summary>
    /// <returns>True when the whole band is inside, false when the whole band is outside, null when it cannot be told.</returns>
    public bool? IsWithin(decimal? minimum, decimal? maximum)
    {
        if (minimum is { } min && (High < min || (High == min && HighExcluded))) return false;
        if (maximum is { } max && (Low > max || (Low == max && LowExcluded))) return false;
        if ((minimum is null || Low >= minimum) && (maximum is null || High <= maximum)) return true;
        return null;
    }
}
