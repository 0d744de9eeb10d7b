namespace PlusPortal.Domain.Vocabulary;

/// <summary>When the person prefers to be called.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class ContactSlots
{
    /// <summary>Le matin.</summary>
    public const string Matin = "matin";

    /// <summary>Entre 12 h et 14 h.</summary>
    public const string Midi = "midi";

    /// <summary>L’après-midi.</summary>
    public const string ApresMidi = "apres-midi";

    /// <summary>Après 18 h.</summary>
    public const string Soir = "soir";

    /// <summary>Peu importe.</summary>
    public const string Indifferent = "indifferent";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "contactSlot",
        [
            new(Matin, "Le matin"),
            new(Midi, "Entre 12 h et 14 h"),
            new(ApresMidi, "L’après-midi"),
            new(Soir, "Après 18 h"),
            new(Indifferent, "Peu importe"),
        ]);
}
