using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;

namespace PlusPortal.Web.Labels;

/// <summary>Words for the e-mails of the outbox, for staff.</summary>
public static class OutboxLabels
{
    extension(MailKind kind)
    {
        /// <summary>To whom and what for.</summary>
        public string Label => kind switch
        {
            MailKind.RequestReceived => "À la structure\u00A0: accusé de réception",
            MailKind.ResumeDraft => "À la structure\u00A0: lien pour reprendre son brouillon",
            MailKind.QuestionForStructure => "À la structure\u00A0: une précision est demandée",
            MailKind.ConsentAsked => "À la structure\u00A0: des interlocuteurs sont proposés",
            MailKind.RequestSent => "À la structure\u00A0: demande transmise",
            MailKind.ReferralAcceptedForStructure => "À la structure\u00A0: un interlocuteur accepte",
            MailKind.ReferralDeclinedForStructure => "À la structure\u00A0: un interlocuteur décline",
            MailKind.RequestClosed => "À la structure\u00A0: demande terminée",
            MailKind.LinkToCorrectedAddress => "À la structure\u00A0: lien de suivi à l’adresse corrigée",
            MailKind.NewTrackingLink => "À la structure\u00A0: nouveau lien de suivi",
            MailKind.ReferralForPartner => "Au partenaire\u00A0: nouvelle demande",
            MailKind.ReferralReminder => "Au partenaire\u00A0: rappel",
            MailKind.ReferralChangedForPartner => "Au partenaire\u00A0: la demande a changé",
            MailKind.PassageMaskedForStructure => "À la structure\u00A0: un passage est masqué",
            MailKind.PassageMaskedForPartner => "Au partenaire\u00A0: un passage est masqué",
            MailKind.OfferRevisionDecided => "Au partenaire\u00A0: décision sur son offre",
            MailKind.UrgentRequestForStaff => "À l’équipe\u00A0: demande urgente",
            MailKind.StaffAttention => "À l’équipe\u00A0: une demande a besoin de vous",
            MailKind.PasswordReset => "À la personne\u00A0: lien pour un nouveau mot de passe",
            MailKind.PasswordChanged => "À la personne\u00A0: mot de passe changé",
            MailKind.SecondFactorChanged => "À la personne\u00A0: second facteur changé",
            MailKind.Invitation => "À la personne invitée\u00A0: invitation",
            MailKind.InvitationOfKnownPerson => "À la personne invitée\u00A0: invitation, un compte existe déjà",
            MailKind.AccessRemoved => "À la personne\u00A0: accès retiré",
            MailKind.ActorWithoutPeople => "À l’équipe\u00A0: un acteur n’a plus personne",
            MailKind.AccessRestored => "À la personne\u00A0: accès rétabli",
            MailKind.RoleChanged => "À la personne\u00A0: rôle changé",
            MailKind.FactorReset => "À la personne\u00A0: second facteur retiré",
            MailKind.AddressChangeForOld => "À l’ancienne adresse\u00A0: confirmer le changement",
            MailKind.AddressChangeForNew => "À la nouvelle adresse\u00A0: confirmer le changement",
            MailKind.AddressChanged => "À l’ancienne adresse\u00A0: adresse changée",
            MailKind.DormantRequest => "À la structure\u00A0: sans nouvelle depuis longtemps",
            MailKind.AccountUnused => "À la personne\u00A0: compte inutilisé, bientôt supprimé",
            MailKind.RetentionReport => "À l’administration\u00A0: données supprimées ou rendues anonymes",
            MailKind.PersonalDataLink => "À la structure\u00A0: lien vers ses données",
            MailKind.ErasureLink => "À la structure\u00A0: lien pour effacer ses données",
            MailKind.ErasureDone => "À la structure\u00A0: effacement fait",
            MailKind.DateOffered => "À la structure\u00A0: un interlocuteur propose une date",
            MailKind.QuestionReminder => "À la structure\u00A0: rappel d’une question",
            MailKind.ConsentReminder => "À la structure\u00A0: rappel des interlocuteurs proposés",
            MailKind.DateReminder => "À la structure\u00A0: rappel d’une date proposée",
            MailKind.CalledBackQuestion => "À la structure\u00A0: avez-vous été rappelée",
            MailKind.StillSearching => "À la structure\u00A0: nous cherchons encore",
            MailKind.EndNotice => "À la structure\u00A0: sans nouvelle, avant la fin",
            MailKind.OutcomeToConfirm => "À la structure\u00A0: un suivi terminé à confirmer",
            MailKind.OutcomeReminder => "À la structure\u00A0: rappel d’un suivi à confirmer",
            MailKind.LaterSatisfaction => "À la structure\u00A0: six mois après la fin",
            MailKind.ReferralCancelledForStructure => "À la structure\u00A0: un interlocuteur est retiré",
            MailKind.ReferralCorrectedForStructure => "À la structure\u00A0: une réponse est corrigée",
            MailKind.ReferralEndedForStructure => "À la structure\u00A0: un suivi se termine sans solution",
            MailKind.CouldNotReach => "À la structure\u00A0: un interlocuteur n’a pas pu la joindre",
            MailKind.RequestReopened => "À la structure\u00A0: demande rouverte",
            MailKind.ReferralLastCall => "Au partenaire\u00A0: dernier rappel",
            MailKind.FollowUpForPartner => "Au partenaire\u00A0: suivre une demande acceptée",
            MailKind.FirstContactNudge => "Au partenaire\u00A0: premier contact attendu",
            MailKind.NewsNudge => "Au partenaire\u00A0: des nouvelles sont attendues",
            MailKind.StaffOverdue => "À l’équipe\u00A0: une demande est en retard",
            MailKind.UntouchedDraft => "À la structure\u00A0: son brouillon l’attend",
            MailKind.SheetDue => "Au partenaire\u00A0: fiches à confirmer",
            MailKind.OffersSuspended => "Au partenaire\u00A0: offres suspendues",
            MailKind.PartnerWeek => "Au partenaire\u00A0: résumé du lundi",
            MailKind.MailParked => "À l’équipe\u00A0: un e-mail n’est pas parti",
            MailKind.ActorSilent => "À l’équipe\u00A0: un acteur ne répond plus",
            MailKind.StaffWeek => "À l’équipe\u00A0: résumé du lundi",
            MailKind.RequestErasedForPartner => "Au partenaire\u00A0: demande effacée",
            MailKind.NewActorLink => "Au partenaire\u00A0: nouveau lien demandé",
            MailKind.ContactCode => "Au partenaire\u00A0: code pour les coordonnées",
            MailKind.ReferralTakenOver => "Au partenaire\u00A0: un autre acteur s’en occupe",
            MailKind.RequestCompletedForPartner => "Au partenaire\u00A0: demande complétée",
            MailKind.ContactChangedForPartner => "Au partenaire\u00A0: les coordonnées ont changé",
            MailKind.ContactAddressProof => "À la nouvelle adresse\u00A0: la confirmer",
            MailKind.ContactAddressNotice => "À la structure\u00A0: une autre adresse est demandée",
            MailKind.FormerAddressNotice => "À l’ancienne adresse\u00A0: une autre l’a remplacée",
            MailKind.FollowerInvitation => "À une personne invitée\u00A0: suivre la demande",
            MailKind.RequestHandedOver => "À la structure\u00A0: une autre personne reprend la demande",
            MailKind.RequestHandedOverNotice => "À l’ancienne personne\u00A0: la demande est reprise",
        };
    }

    extension(OutboxState state)
    {
        /// <summary>Where the message stands.</summary>
        public string Label => state switch
        {
            OutboxState.Pending => "À envoyer",
            OutboxState.Sent => "Envoyé",
            OutboxState.Dead => "Abandonné après plusieurs essais",
            OutboxState.Dropped => "Sans objet",
        };
    }
}
