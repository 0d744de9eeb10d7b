using PlusPortal.Data.Actors;
using PlusPortal.Data.Geography;
using PlusPortal.Web.Features.Shared.Map;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Directory.Search;

/// <summary>What a search leads to.</summary>
public abstract record DirectoryAnswer
{
    private DirectoryAnswer()
    {
    }

    /// <summary>A page of actors.</summary>
    public sealed record Found(DirectoryPage Page) : DirectoryAnswer;

    /// <summary>Communes to choose from.</summary>
    public sealed record Several(CommunesPage Page) : DirectoryAnswer;

    /// <summary>No such commune; the search stays as it was typed.</summary>
    public sealed record UnknownCommune(DirectoryPage Page) : DirectoryAnswer;

    /// <summary>Codes that do not exist.</summary>
    public sealed record Unknown(IReadOnlyList<UnknownCodes> Filters) : DirectoryAnswer;

    /// <summary>The list is not that long.</summary>
    public sealed record NoSuchPage : DirectoryAnswer;
}

/// <summary>The directory.</summary>
public sealed record DirectoryPage
{
    /// <summary>The search.</summary>
    public required DirectoryFilter Filter { get; init; }

    /// <summary>Its address.</summary>
    public required DirectoryAddress Address { get; init; }

    /// <summary>Whether the search was made; false when it must be corrected first.</summary>
    public bool IsSearched { get; init; }

    /// <summary>Filters in force.</summary>
    public IReadOnlyList<FilterChip> Chips { get; init; } = [];

    /// <summary>Actors that match.</summary>
    public int Total { get; init; }

    /// <summary>Number of this page.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Actors of this page.</summary>
    public IReadOnlyList<DirectoryItem> Items { get; init; } = [];

    /// <summary>The four départements.</summary>
    public IReadOnlyList<DepartementLink> Departements { get; init; } = [];

    /// <summary>EPCI of the chosen départements.</summary>
    public IReadOnlyList<EpciLink> Epcis { get; init; } = [];

    /// <summary>Searches that would find somebody, when this one does not.</summary>
    public IReadOnlyList<WiderSearch> Wider { get; init; } = [];

    /// <summary>How many pages there are.</summary>
    public int LastPage => Math.Max(1, (Total + DirectorySearch.PageSize - 1) / DirectorySearch.PageSize);

    /// <summary>Title of the page.</summary>
    public string Title => Number == 1 ? "Annuaire des acteurs" : $"Annuaire des acteurs, page {Number} sur {LastPage}";

    /// <summary>How many there are, in a sentence.</summary>
    public string Count => (Total, Address.IsNarrowed) switch
    {
        (0, _) => "Aucun acteur ne correspond à votre recherche.",
        (1, true) => "Un acteur correspond à votre recherche.",
        (var total, true) => $"{total} acteurs correspondent à votre recherche.",
        (var total, false) => $"{total} acteurs dans l’annuaire.",
    };

    /// <summary>Whether the place decides of the order.</summary>
    public bool HasPlace => Filter.Commune is not null || Filter.Departements.Count > 0 || Filter.Epcis.Count > 0;
}

/// <summary>A filter in force.</summary>
/// <param name="Label">What it says: « Étape : Démarrer ».</param>
/// <param name="Remove">Address of the search without it.</param>
public sealed record FilterChip(string Label, string Remove);

/// <summary>One actor of the list.</summary>
public sealed record DirectoryItem
{
    /// <summary>Stable key of its sheet.</summary>
    public required string Key { get; init; }

    /// <summary>Public name.</summary>
    public required string Name { get; init; }

    /// <summary>Kind, in words.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Stages and themes, in words.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>How many themes are not named.</summary>
    public required int MoreThemes { get; init; }

    /// <summary>Where, in words.</summary>
    public required string Territory { get; init; }

    /// <summary>Cost, in words; null when unknown.</summary>
    public required string? Cost { get; init; }

    /// <summary>Who confirmed the sheet, and when.</summary>
    public required SheetTrust Trust { get; init; }

    /// <summary>Whether it takes new requests.</summary>
    public required Opening Opening { get; init; }
}

/// <summary>A département of the map and of the list that equals it.</summary>
public sealed record DepartementLink(DepartementShape Shape, int Count, bool IsChosen, string Address)
{
    /// <summary>How many actors, in words.</summary>
    public string CountInWords => Count == 1 ? "1 acteur" : $"{Count} acteurs";
}

/// <summary>An EPCI to narrow the search to.</summary>
public sealed record EpciLink(string Name, bool IsChosen, string Address);

/// <summary>A search that would find somebody.</summary>
public sealed record WiderSearch(string Label, int? Count, string Address);

/// <summary>Communes of the same name.</summary>
public sealed record CommunesPage(string Typed, IReadOnlyList<(CommuneMatch Commune, string Address)> Communes, string Back);
