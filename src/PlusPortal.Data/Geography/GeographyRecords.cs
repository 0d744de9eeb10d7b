using PlusPortal.Domain.Territory;

namespace PlusPortal.Data.Geography;

/// <summary>A current commune of France with the territories around it.</summary>
public sealed class Commune
{
    /// <summary>INSEE code; the key.</summary>
    public required string Code { get; init; }

    /// <summary>Official name.</summary>
    public required string Name { get; init; }

    /// <summary>Name as <see cref="GeographyText.Normalise"/> writes it, for searches.</summary>
    public required string SearchName { get; init; }

    /// <summary>SIREN of its EPCI; null for the few island communes that have none.</summary>
    public string? Epci { get; init; }

    /// <summary>Code of its département.</summary>
    public required string Departement { get; init; }

    /// <summary>Code of its région.</summary>
    public required string Region { get; init; }

    /// <summary>Postal codes; one code may serve several communes.</summary>
    public required List<string> PostalCodes { get; init; }

    /// <summary>Inhabitants.</summary>
    public required int Population { get; init; }

    /// <summary>The commune as a place of the domain.</summary>
    public Place ToPlace() => new(Code, Epci, Departement, Region);
}

/// <summary>A commune that is no longer one (merged, delegated, associated, renumbered) or a district of a large city, with its current commune.</summary>
public sealed class FormerCommune
{
    /// <summary>INSEE code. It may also be that of a current commune: the key is code and kind.</summary>
    public required string Code { get; init; }

    /// <summary>What it is, as the official file says; <c>ancien-code</c> for a mere change of number.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Name as <see cref="GeographyText.Normalise"/> writes it.</summary>
    public required string SearchName { get; init; }

    /// <summary>INSEE code of the current commune.</summary>
    public required string SuccessorCode { get; init; }
}

/// <summary>An intercommunalité.</summary>
public sealed class Epci
{
    /// <summary>SIREN; the key.</summary>
    public required string Code { get; init; }

    /// <summary>Official name.</summary>
    public required string Name { get; init; }
}

/// <summary>A département.</summary>
public sealed class Departement
{
    /// <summary>Code; the key.</summary>
    public required string Code { get; init; }

    /// <summary>Official name.</summary>
    public required string Name { get; init; }

    /// <summary>Code of its région.</summary>
    public required string Region { get; init; }
}

/// <summary>A région.</summary>
public sealed class Region
{
    /// <summary>Code; the key.</summary>
    public required string Code { get; init; }

    /// <summary>Official name.</summary>
    public required string Name { get; init; }
}

/// <summary>Which version of a set of reference data the database holds.</summary>
public sealed class ReferenceDataVersion
{
    /// <summary>Name of the set; the key.</summary>
    public required string Name { get; init; }

    /// <summary>Version loaded.</summary>
    public required string Version { get; set; }

    /// <summary>When it was loaded, UTC.</summary>
    public required DateTimeOffset LoadedAt { get; set; }
}
