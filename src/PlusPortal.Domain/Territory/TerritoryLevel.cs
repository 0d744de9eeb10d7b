namespace PlusPortal.Domain.Territory;

/// <summary>Levels of the two French chains, from the nearest to the widest: commune → EPCI, and commune → département → région → France.</summary>
public enum TerritoryLevel
{
    /// <summary>Commune, by INSEE code (5 characters).</summary>
    Commune = 0,

    /// <summary>Intercommunalité with its own taxation, by SIREN (9 digits).</summary>
    Epci = 1,

    /// <summary>Département (2 or 3 characters).</summary>
    Departement = 2,

    /// <summary>Région (2 digits).</summary>
    Region = 3,

    /// <summary>The whole country.</summary>
    France = 4,
}
