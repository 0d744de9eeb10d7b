using PlusPortal.Data.Links;
using PlusPortal.Data.Privacy;

namespace PlusPortal.Web.Labels.Rights;

/// <summary>Words for what a person may ask of its data.</summary>
public static class RightsWords
{
    /// <summary>Stands where the name of a structure or the title of its need would.</summary>
    public const string Anonymous = "Demande anonymisée";

    extension(TransmissionMoment moment)
    {
        /// <summary>What happened, for the structure and for staff alike.</summary>
        public string Label => moment switch
        {
            TransmissionMoment.Sent => "Demande envoyée",
            TransmissionMoment.SentAgain => "Demande envoyée de nouveau",
            TransmissionMoment.Accepted => "Coordonnées données, après son accord",
            TransmissionMoment.Answered => "Réponse à sa question",
            TransmissionMoment.Changed => "Mise à jour",
        };
    }

    extension(TransmissionChannel channel)
    {
        /// <summary>By which way.</summary>
        public string Label => channel switch
        {
            TransmissionChannel.Portal => "Sur le portail",
            TransmissionChannel.ByHand => "Par l’équipe PLUS",
        };

        /// <summary>The same inside a sentence.</summary>
        public string InSentence => channel switch
        {
            TransmissionChannel.Portal => "sur le portail",
            TransmissionChannel.ByHand => "par l’équipe PLUS",
        };
    }

    extension(LinkPurpose purpose)
    {
        /// <summary>What a private link of a request opens.</summary>
        public string Label => purpose switch
        {
            LinkPurpose.Tracking => "Suivi de la demande",
            LinkPurpose.ResumeDraft => "Reprise du brouillon",
            LinkPurpose.ReferralAnswer => "Réponse d’un interlocuteur",
            LinkPurpose.ReferralFollowUp => "Suivi par un interlocuteur",
            LinkPurpose.Invitation => "Invitation",
            LinkPurpose.AddressChangeOld or LinkPurpose.AddressChangeNew => "Changement d’adresse",
            LinkPurpose.PasswordReset => "Nouveau mot de passe",
            LinkPurpose.PersonalData => "Accès à vos données",
            LinkPurpose.Erasure => "Effacement de vos données",
            LinkPurpose.Following => "Suivi par une personne invitée",
            LinkPurpose.FollowerInvitation => "Invitation à suivre la demande",
            LinkPurpose.ContactAddress => "Confirmation d’une autre adresse",
            LinkPurpose.Satisfaction => "Avis sur une demande terminée",
        };
    }
}
