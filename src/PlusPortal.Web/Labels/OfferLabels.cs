using PlusPortal.Domain.Directory;

namespace PlusPortal.Web.Labels;

/// <summary>French words for the states of offers and of proposed edits.</summary>
public static class OfferLabels
{
    /// <summary>State of an offer.</summary>
    public static string Of(OfferState state) => state switch
    {
        OfferState.Draft => "Brouillon, non publiée",
        OfferState.InReview => "À relire par PLUS",
        OfferState.Published => "Publiée",
        OfferState.Suspended => "Suspendue\u00A0: affichée, jamais proposée",
        OfferState.Archived => "Archivée",
    };

    /// <summary>State of a proposed edit.</summary>
    public static string Of(OfferRevisionState state) => state switch
    {
        OfferRevisionState.Pending => "En attente de relecture par PLUS",
        OfferRevisionState.Approved => "Acceptée et publiée",
        OfferRevisionState.Returned => "Renvoyée avec une remarque",
        OfferRevisionState.Withdrawn => "Remplacée par une autre",
    };

    /// <summary>How far the sources support a record; for staff.</summary>
    public static string Of(SourceConfidence confidence) => confidence switch
    {
        SourceConfidence.High => "Bonne",
        SourceConfidence.Medium => "Moyenne",
        SourceConfidence.Low => "Faible\u00A0: à confirmer avant d’activer la fiche",
    };
}
