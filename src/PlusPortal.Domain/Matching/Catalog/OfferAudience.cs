using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Catalog;

/// <summary>Whom the legal forms that an offer accepts point at.</summary>
internal enum OfferAudience
{
    /// <summary>Several families, or everybody.</summary>
    Wide,

    /// <summary>Associations, and people about to create one.</summary>
    Associations,

    /// <summary>A person who starts or runs an activity alone.</summary>
    Individuals,

    /// <summary>Companies, cooperatives among them.</summary>
    Companies,
}

/// <summary>A family of structures for which an offer is made, as its own title says.</summary>
internal enum OfferMilieu
{
    /// <summary>No family in particular.</summary>
    None,

    /// <summary>Scop, Scic and other cooperatives.</summary>
    Cooperatives,

    /// <summary>Shared places (tiers-lieux).</summary>
    SharedPlaces,

    /// <summary>Structures of integration through work.</summary>
    Integration,
}

/// <summary>Reads the audience of an offer from its legal forms.</summary>
internal static class OfferAudiences
{
    /// <summary>Audience that a list of accepted forms describes; an empty list accepts everybody.</summary>
    public static OfferAudience Of(IReadOnlyList<string> legalForms)
    {
        if (legalForms.Count == 0) return OfferAudience.Wide;
        if (legalForms.All(form => LegalForms.IsProject(form) || LegalForms.IsAssociation(form))) return OfferAudience.Associations;
        if (legalForms.All(form => LegalForms.IsProject(form) || form == LegalForms.EntrepriseIndividuelle)) return OfferAudience.Individuals;
        return legalForms.All(form => LegalForms.IsProject(form) || IsCompany(form)) ? OfferAudience.Companies : OfferAudience.Wide;
    }

    /// <summary>Family that the title names: « Créer une Scop ou une Scic » is for cooperatives, « Financer les Scop et les associations » for nobody in particular.</summary>
    /// <remarks>Always with the lexicon that comes with the portal: PLUS writes the titles in words of the trade, and what staff add is what people write.</remarks>
    public static OfferMilieu MilieuOf(OfferContent content)
    {
        var reading = NeedReader.Read("", content.Title);
        // Trying one's activity in a cooperative asks nobody to be one.
        if (content.SupportModes.Contains(SupportModes.TestActivite)) return OfferMilieu.None;
        var transforms = content.Themes.Contains(Themes.TransformationStatut);
        if (reading.Tells(Notions.WantsCooperative) && (transforms || !reading.Tells(Notions.WantsAssociation))) return OfferMilieu.Cooperatives;
        if (reading.Themes.Count == 0 || content.Themes.Contains(Themes.LocauxHebergement)) return OfferMilieu.None;
        return reading.Themes[0].Code switch
        {
            Themes.CooperationTiersLieu => OfferMilieu.SharedPlaces,
            Themes.InsertionActiviteEconomique => OfferMilieu.Integration,
            _ => OfferMilieu.None,
        };
    }

    private static bool IsCompany(string form) => form
        is LegalForms.EntrepriseIndividuelle or LegalForms.SocieteCommercialeEss or LegalForms.SocieteCommercialeHorsEss or LegalForms.Scop or LegalForms.Scic;
}
