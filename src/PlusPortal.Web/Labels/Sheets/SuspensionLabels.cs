using PlusPortal.Domain.Directory.Sheets;

namespace PlusPortal.Web.Labels.Sheets;

/// <summary>Words for offers that the portal suspended by itself.</summary>
public static class SuspensionLabels
{
    extension(SuspensionCause cause)
    {
        /// <summary>Why, for the actor itself.</summary>
        public string ForPartner => cause switch
        {
            SuspensionCause.Unconfirmed => "Vous ne l’avez pas confirmée à temps",
            SuspensionCause.Silence => "Trois demandes de suite sont restées sans réponse de votre part",
        };

        /// <summary>Why, for staff.</summary>
        public string Label => cause switch
        {
            SuspensionCause.Unconfirmed => "Non confirmée par l’acteur",
            SuspensionCause.Silence => "Trois demandes de suite sans réponse",
        };
    }
}
