namespace PlusPortal.Domain.Vocabulary;

/// <summary>How the person prefers to be contacted.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class ContactChannels
{
    /// <summary>Par téléphone.</summary>
    public const string Telephone = "telephone";

    /// <summary>Par courriel.</summary>
    public const string Courriel = "courriel";

    /// <summary>En visioconférence.</summary>
    public const string Visio = "visio";

    /// <summary>Sur place.</summary>
    public const string RendezVous = "rendez-vous";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "contactChannel",
        [
            new(Telephone, "Par téléphone"),
            new(Courriel, "Par courriel"),
            new(Visio, "En visioconférence"),
            new(RendezVous, "Sur place"),
        ]);
}
