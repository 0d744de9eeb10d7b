using System.Globalization;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Web.Forms;

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

    /// <summary>How often a sheet is confirmed, to choose from.</summary>
    public static IReadOnlyList<Choice> MonthChoices { get; } = [.. SheetClock.MonthChoices.Select(months => new Choice(months.ToString(CultureInfo.InvariantCulture), months == 1 ? "Un mois" : $"{months} mois"))];

    /// <summary>Why the portal suspended an offer by itself.</summary>
    public static string Of(SuspensionCause cause) => cause switch
    {
        SuspensionCause.Unconfirmed => "Non confirmée par l’acteur",
        SuspensionCause.Silence => "Trois demandes de suite sans réponse",
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
