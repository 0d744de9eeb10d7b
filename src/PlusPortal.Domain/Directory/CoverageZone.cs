using PlusPortal.Domain.Territory;

namespace PlusPortal.Domain.Directory;

/// <summary>One territory that an offer serves, or, when <see cref="IsExcluded"/>, one that it does not serve although a wider zone contains it.</summary>
/// <param name="Level">Kind of territory.</param>
/// <param name="Code">INSEE code, SIREN of the EPCI, département or région code; <see cref="FranceCode"/> for the country.</param>
/// <param name="IsExcluded">True for a hole in the coverage.</param>
public sealed record CoverageZone(TerritoryLevel Level, string Code, bool IsExcluded = false)
{
    /// <summary>Code that stands for the whole country.</summary>
    public const string FranceCode = "FR";

    /// <summary>Most characters of a code.</summary>
    public const int CodeLength = 9;
}

/// <summary>Where an offer is available. A place is covered when it lies in at least one zone and in no excluded one.</summary>
public static class Coverage
{
    /// <summary>Nearest level at which the zones cover the place, or null when they do not. An offer without any zone covers nothing.</summary>
    public static TerritoryLevel? LevelAt(this IReadOnlyList<CoverageZone> zones, Place place)
    {
        TerritoryLevel? nearest = null;
        for (var index = 0; index < zones.Count; index++)
        {
            var zone = zones[index];
            if (!place.IsInside(zone.Level, zone.Code)) continue;
            if (zone.IsExcluded) return null;
            if (nearest is null || zone.Level < nearest) nearest = zone.Level;
        }

        return nearest;
    }
}
