using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching;

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

    private static bool IsCompany(string form) => form
        is LegalForms.EntrepriseIndividuelle or LegalForms.SocieteCommercialeEss or LegalForms.SocieteCommercialeHorsEss or LegalForms.Scop or LegalForms.Scic;
}
