using PlusPortal.Domain.Directory.Sheets;

namespace PlusPortal.Web.Labels.Sheets;

/// <summary>Words for offers that the portal suspended by itself.</summary>
public static class SuspensionLabels
{
    extension(SuspensionCause cause)
    {
        /// <summary>Why.</summary>
        public string Label => cause switch
        {
            SuspensionCause.Unconfirmed => "Non confirmée par l’acteur",
            SuspensionCause.Silence => "Trois demandes de suite sans réponse",
        };
    }
}
