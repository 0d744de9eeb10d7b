namespace PlusPortal.Domain.Vocabulary;

/// <summary>Salaried staff in full-time equivalents, as bands.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class StaffBands
{
    /// <summary>Aucun salarié.</summary>
    public const string Aucun = "aucun";

    /// <summary>Moins d’un temps plein.</summary>
    public const string Moins1 = "moins-1";

    /// <summary>1 à 2.</summary>
    public const string From1To2 = "1-2";

    /// <summary>3 à 5.</summary>
    public const string From3To5 = "3-5";

    /// <summary>6 à 9.</summary>
    public const string From6To9 = "6-9";

    /// <summary>10 à 15.</summary>
    public const string From10To15 = "10-15";

    /// <summary>16 à 49.</summary>
    public const string From16To49 = "16-49";

    /// <summary>50 à 249.</summary>
    public const string From50To249 = "50-249";

    /// <summary>250 et plus.</summary>
    public const string From250 = "250-plus";

    /// <summary>Je ne sais pas.</summary>
    public const string Inconnu = "inconnu";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "staffBand",
        [
            new(Aucun, "Aucun salarié"),
            new(Moins1, "Moins d’un temps plein"),
            new(From1To2, "1 à 2"),
            new(From3To5, "3 à 5"),
            new(From6To9, "6 à 9"),
            new(From10To15, "10 à 15"),
            new(From16To49, "16 à 49"),
            new(From50To249, "50 à 249"),
            new(From250, "250 et plus"),
            new(Inconnu, "Je ne sais pas"),
        ]);

    /// <summary>Interval of full-time equivalents of a band, or null when the band is unknown. The edge at 15 is that of a regional job aid.</summary>
    public static Interval? IntervalOf(string? code) => code switch
    {
        Aucun => new Interval(0, 0),
        Moins1 => new Interval(0, 1, LowExcluded: true, HighExcluded: true),
        From1To2 => new Interval(1, 3, HighExcluded: true),
        From3To5 => new Interval(3, 6, HighExcluded: true),
        From6To9 => new Interval(6, 10, HighExcluded: true),
        From10To15 => new Interval(10, 15),
        From16To49 => new Interval(15, 50, LowExcluded: true, HighExcluded: true),
        From50To249 => new Interval(50, 250, HighExcluded: true),
        From250 => new Interval(250, decimal.MaxValue),
        _ => null,
    };
}
