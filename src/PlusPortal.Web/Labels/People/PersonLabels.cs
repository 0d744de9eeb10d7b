using PlusPortal.Domain.People;

namespace PlusPortal.Web.Labels.People;

/// <summary>Words for people and what they may do.</summary>
public static class PersonLabels
{
    extension(PersonRole role)
    {
        /// <summary>Name of the role.</summary>
        public string Label => role switch
        {
            PersonRole.Administrator => "Administration",
            PersonRole.Staff => "Équipe",
            PersonRole.Observer => "Observation",
            PersonRole.PartnerManager => "Responsable",
            PersonRole.Contributor => "Contribution",
        };

        /// <summary>What the person may do, as a sentence.</summary>
        public string Meaning => role switch
        {
            PersonRole.Administrator => "Gère les personnes, les réglages et les règles, et traite les demandes.",
            PersonRole.Staff => "Traite les demandes et tient l’annuaire.",
            PersonRole.Observer => "Voit les chiffres, l’annuaire et les règles, mais aucune demande.",
            PersonRole.PartnerManager => "Répond aux demandes, tient les offres et invite ses collègues.",
            PersonRole.Contributor => "Répond aux demandes et tient les offres.",
        };

        /// <summary>Name of the space that the role opens.</summary>
        public string Space => role.IsPartner ? "l’espace partenaire" : "l’espace de l’équipe PLUS";
    }

    extension(IdentityCheck check)
    {
        /// <summary>How the identity was checked.</summary>
        public string Label => check switch
        {
            IdentityCheck.KnownNumber => "Rappel à un numéro déjà connu",
            IdentityCheck.InPerson => "Rencontre en personne",
            IdentityCheck.VideoCall => "Appel en visio",
        };
    }
}
