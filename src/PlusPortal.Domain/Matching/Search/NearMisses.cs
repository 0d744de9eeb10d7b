using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Domain.Matching.Search;

/// <summary>Words for what separates an offer from a proposal when one condition only is not met.</summary>
internal static class NearMisses
{
    /// <summary>« Il s'en faut de la forme juridique. »</summary>
    public static string Lacking(string criterion, CatalogOffer offer) => $"Il s'en faut {Of(criterion, offer)}.";

    private static string Of(string criterion, CatalogOffer offer) => criterion switch
    {
        Criteria.Territory => OfTerritory(offer),
        Criteria.Stage => "de l'étape",
        Criteria.LegalForm => "de la forme juridique",
        Criteria.Employer => "d'un premier salarié",
        Criteria.Qualification => "d'un agrément",
        Criteria.Headcount => "de l'effectif",
        Criteria.Age => "de l'ancienneté",
        Criteria.Insolvency => "de la situation financière",
        Criteria.Window => "des dates de l'appel à candidatures",
        Criteria.Capacity => "de la disponibilité de l'acteur",
        _ => "d'une condition",
    };

    /// <summary>The widest kind of territory that the offer names: it is in another one.</summary>
    private static string OfTerritory(CatalogOffer offer)
    {
        TerritoryLevel? widest = null;
        foreach (var zone in offer.Content.Coverage)
        {
            if (!zone.IsExcluded && (widest is null || zone.Level > widest)) widest = zone.Level;
        }

        return widest switch
        {
            TerritoryLevel.Commune => "de la commune",
            TerritoryLevel.Epci => "de l'intercommunalité (EPCI)",
            TerritoryLevel.Departement => "du département",
            TerritoryLevel.Region => "de la région",
            TerritoryLevel.France or null => "du territoire",
        };
    }
}
