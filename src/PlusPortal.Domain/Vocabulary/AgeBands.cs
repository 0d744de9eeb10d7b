namespace PlusPortal.Domain.Vocabulary;

/// <summary>Age of the structure, optional, never asked of a project.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class AgeBands
{
    /// <summary>Moins de 3 mois.</summary>
    public const string Moins3Mois = "moins-3-mois";

    /// <summary>De 3 mois à 1 an.</summary>
    public const string From3To12Mois = "3-12-mois";

    /// <summary>De 1 à 3 ans.</summary>
    public const string From1To3Ans = "1-3-ans";

    /// <summary>De 3 à 10 ans.</summary>
    public const string From3To10Ans = "3-10-ans";

    /// <summary>Plus de 10 ans.</summary>
    public const string Plus10Ans = "plus-10-ans";

    /// <summary>Je ne sais pas.</summary>
    public const string Inconnu = "inconnu";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "ageBand",
        [
            new(Moins3Mois, "Moins de 3 mois"),
            new(From3To12Mois, "De 3 mois à 1 an"),
            new(From1To3Ans, "De 1 à 3 ans"),
            new(From3To10Ans, "De 3 à 10 ans"),
            new(Plus10Ans, "Plus de 10 ans"),
            new(Inconnu, "Je ne sais pas"),
        ]);

    /// <summary>Interval of a band in months, or null when the band is unknown.</summary>
    public static Interval? IntervalOf(string? code) => code switch
    {
        Moins3Mois => new Interval(0, 3, HighExcluded: true),
        From3To12Mois => new Interval(3, 12, HighExcluded: true),
        From1To3Ans => new Interval(12, 36, HighExcluded: true),
        From3To10Ans => new Interval(36, 120, HighExcluded: true),
        Plus10Ans => new Interval(120, decimal.MaxValue),
        _ => null,
    };
}
