using PlusPortal.Data.Requests;
using PlusPortal.Domain.Retention;

namespace PlusPortal.Web.Labels.Retention;

/// <summary>Words for what is kept how long, for administrators.</summary>
public static class RetentionLabels
{
    extension(RetentionRule rule)
    {
        /// <summary>What is kept.</summary>
        public string Title => rule switch
        {
            RetentionRule.Drafts => "Demandes commencées, jamais envoyées",
            RetentionRule.Spam => "Demandes terminées comme indésirables",
            RetentionRule.DormantRequests => "Demandes en cours, sans nouvelle",
            RetentionRule.ClosedRequests => "Demandes terminées",
            RetentionRule.Outbox => "E-mails envoyés",
            RetentionRule.SecurityLog => "Journal de sécurité",
            RetentionRule.BusinessAudit => "Journal des actions",
            RetentionRule.AccountNotices => "Comptes inutilisés\u00A0: préavis",
            RetentionRule.UnusedAccounts => "Comptes inutilisés",
            RetentionRule.KeptAccounts => "Comptes inutilisés gardés",
            RetentionRule.Invitations => "Invitations et changements d’adresse passés",
            RetentionRule.SheetReports => "Signalements d’erreur dans l’annuaire, traités",
            RetentionRule.FactorResets => "Seconds facteurs retirés",
            RetentionRule.ErasureReasons => "Motifs des effacements faits par l’équipe",
        };

        /// <summary>What becomes of it.</summary>
        public string Then => rule switch
        {
            RetentionRule.Drafts => "Effacées, chaque heure.",
            RetentionRule.Spam => "Supprimées en entier. Celles qu’un acteur avait reçues suivent la règle des demandes terminées.",
            RetentionRule.DormantRequests => "La structure reçoit un e-mail, une fois\u00A0; la demande revient dans la liste de l’équipe, à traiter le jour même. L’équipe la termine, jamais le portail.",
            RetentionRule.ClosedRequests => "Rendues anonymes\u00A0: il reste la commune, l’étape, les thèmes, la forme, la taille, les dates et l’issue.",
            RetentionRule.Outbox => "L’adresse et le message d’erreur sont effacés\u00A0; il reste le type d’e-mail, la date et l’état.",
            RetentionRule.SecurityLog => "Supprimé.",
            RetentionRule.BusinessAudit => "Il ne reste que l’action, la date et le compte. Une action sur une demande suit cette demande.",
            RetentionRule.AccountNotices => "La personne reçoit un e-mail, une fois\u00A0: une connexion suffit pour garder le compte.",
            RetentionRule.UnusedAccounts => "Désactivés et rendus anonymes, jamais sans préavis envoyé. Leurs demandes reviennent à l’équipe.",
            RetentionRule.KeptAccounts => "Gardés\u00A0: personne d’autre n’a le rôle d’administration, ou de responsable de l’acteur. Nommez quelqu’un, puis retirez l’accès.",
            RetentionRule.Invitations => "Supprimés\u00A0: ils contiennent des noms et des adresses.",
            RetentionRule.SheetReports => "Supprimés. Ceux qui attendent restent.",
            RetentionRule.FactorResets => "Supprimés, avec la note sur la vérification d’identité.",
            RetentionRule.ErasureReasons => "Supprimés\u00A0; il reste la date, le compte et la façon dont l’identité a été vérifiée.",
        };

        /// <summary>What was done, before the number.</summary>
        public string Done => rule switch
        {
            RetentionRule.Drafts => "Brouillons effacés depuis le rapport précédent",
            RetentionRule.Spam => "Demandes indésirables supprimées",
            RetentionRule.DormantRequests => "Demandes sans nouvelle remises à l’équipe",
            RetentionRule.ClosedRequests => "Demandes rendues anonymes",
            RetentionRule.Outbox => "E-mails dont l’adresse est effacée",
            RetentionRule.SecurityLog => "Lignes du journal de sécurité supprimées",
            RetentionRule.BusinessAudit => "Lignes du journal des actions rendues anonymes",
            RetentionRule.AccountNotices => "Préavis envoyés pour des comptes inutilisés",
            RetentionRule.UnusedAccounts => "Comptes inutilisés supprimés",
            RetentionRule.KeptAccounts => "Comptes inutilisés gardés, faute de remplaçant",
            RetentionRule.Invitations => "Invitations et changements d’adresse supprimés",
            RetentionRule.SheetReports => "Signalements supprimés",
            RetentionRule.FactorResets => "Retraits de second facteur supprimés",
            RetentionRule.ErasureReasons => "Motifs d’effacement supprimés",
        };

        /// <summary>For how long it is kept: « 24 mois après la fin ».</summary>
        public string Term(RetentionTerms terms) => rule switch
        {
            RetentionRule.Drafts => $"{RequestDraft.LifetimeDays}\u00A0jours après le dernier changement",
            RetentionRule.Spam => $"{terms.SpamDays}\u00A0jours après la fin",
            RetentionRule.DormantRequests => $"{terms.DormantMonths}\u00A0mois sans événement",
            RetentionRule.ClosedRequests or RetentionRule.ErasureReasons => $"{terms.ClosedRequestMonths}\u00A0mois après la fin",
            RetentionRule.Outbox => $"{terms.OutboxMonths}\u00A0mois",
            RetentionRule.SheetReports => $"{terms.ClosedRequestMonths}\u00A0mois après leur traitement",
            RetentionRule.SecurityLog or RetentionRule.FactorResets => $"{terms.SecurityLogMonths}\u00A0mois",
            RetentionRule.BusinessAudit => $"comme la demande\u00A0; sinon {terms.ClosedRequestMonths}\u00A0mois",
            RetentionRule.AccountNotices => $"{terms.UnusedAccountNoticeDays}\u00A0jours avant les {terms.UnusedAccountMonths}\u00A0mois",
            RetentionRule.UnusedAccounts or RetentionRule.KeptAccounts => $"{terms.UnusedAccountMonths}\u00A0mois sans connexion",
            RetentionRule.Invitations => $"{terms.UnusedAccountMonths}\u00A0mois",
        };
    }
}
