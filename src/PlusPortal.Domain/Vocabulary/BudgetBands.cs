namespace PlusPortal.Domain.Vocabulary;

/// <summary>Annual budget of the structure, optional.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class BudgetBands
{
    /// <summary>Moins de 10 000 €.</summary>
    public const string Moins10k = "moins-10k";

    /// <summary>De 10 000 à 50 000 €.</summary>
    public const string From10kTo50k = "10k-50k";

    /// <summary>De 50 000 à 150 000 €.</summary>
    public const string From50kTo150k = "50k-150k";

    /// <summary>De 150 000 à 500 000 €.</summary>
    public const string From150kTo500k = "150k-500k";

    /// <summary>De 500 000 € à 2 millions d’euros.</summary>
    public const string From500kTo2m = "500k-2m";

    /// <summary>Plus de 2 millions d’euros.</summary>
    public const string Plus2m = "plus-2m";

    /// <summary>Je ne sais pas.</summary>
    public const string Inconnu = "inconnu";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "budgetBand",
        [
            new(Moins10k, "Moins de 10 000 €"),
            new(From10kTo50k, "De 10 000 à 50 000 €"),
            new(From50kTo150k, "De 50 000 à 150 000 €"),
            new(From150kTo500k, "De 150 000 à 500 000 €"),
            new(From500kTo2m, "De 500 000 € à 2 millions d’euros"),
            new(Plus2m, "Plus de 2 millions d’euros"),
            new(Inconnu, "Je ne sais pas"),
        ]);

    /// <summary>Interval of a band in euros a year, or null when the band is unknown.</summary>
    public static Interval? IntervalOf(string? code) => code switch
    {
        Moins10k => new Interval(0, 10_000, HighExcluded: true),
        From10kTo50k => new Interval(10_000, 50_000, HighExcluded: true),
        From50kTo150k => new Interval(50_000, 150_000, HighExcluded: true),
        From150kTo500k => new Interval(150_000, 500_000, HighExcluded: true),
        From500kTo2m => new Interval(500_000, 2_000_000, HighExcluded: true),
        Plus2m => new Interval(2_000_000, decimal.MaxValue),
        _ => null,
    };
}
