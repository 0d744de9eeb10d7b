using PlusPortal.Data.Audit;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Audit;

/// <summary>The journal in French.</summary>
public static class JournalWords
{
    private static readonly Dictionary<string, string> Kinds = Enum.GetValues<SecurityEvent>().Select(what => (Name: what.ToString(), Words: Of(what)))
        .Concat(Enum.GetValues<AuditAct>().Select(what => (Name: what.ToString(), Words: Of(what))))
        .ToDictionary(kind => kind.Name, kind => kind.Words, StringComparer.Ordinal);

    /// <summary>Every kind, by its words.</summary>
    public static IReadOnlyList<Choice> KindChoices { get; } = [.. Kinds.Select(kind => new Choice(kind.Key, kind.Value)).OrderBy(choice => choice.Label, StringComparer.Create(new System.Globalization.CultureInfo("fr-FR"), ignoreCase: true))];

    /// <summary>Areas.</summary>
    public static IReadOnlyList<Choice> AreaChoices { get; } = [.. JournalFilter.Areas.Select(area => new Choice(area.Key, Of(area.Value)))];

    /// <summary>Words of a kind; null when it is none.</summary>
    public static string? Of(string kind) => Kinds.GetValueOrDefault(kind);

    /// <summary>Words of an area.</summary>
    public static string Of(AuditArea area) => area switch
    {
        AuditArea.Security => "Sécurité",
        AuditArea.Business => "Métier",
    };

    /// <summary>What the target names, before its name; null where the name says it.</summary>
    public static string? OfTarget(string? kind) => kind switch
    {
        AuditTargets.Account => "Compte",
        AuditTargets.Invitation => "Invitation",
        AuditTargets.Rule => "Règle",
        AuditTargets.Actor => "Acteur",
        AuditTargets.Offer => "Offre",
        AuditTargets.Revision => "Modification",
        AuditTargets.Report => "Signalement",
        AuditTargets.Message => "Message",
        AuditTargets.Text => "Texte",
        AuditTargets.Rules => "Règles, version",
        AuditTargets.Job => "Tâche",
        AuditTargets.Filter => "Filtre",
        _ => kind,
    };

    private static string Of(SecurityEvent what) => what switch
    {
        SecurityEvent.SignedIn => "Connexion",
        SecurityEvent.SignInRefused => "Connexion refusée",
        SecurityEvent.SecondFactorRefused => "Second facteur refusé",
        SecurityEvent.SecondFactorAdded => "Second facteur ajouté",
        SecurityEvent.SecondFactorRemoved => "Second facteur retiré par son titulaire",
        SecurityEvent.RecoveryCodesMade => "Codes de secours créés",
        SecurityEvent.RecoveryCodeUsed => "Code de secours utilisé",
        SecurityEvent.PasswordResetAsked => "Nouveau mot de passe demandé",
        SecurityEvent.PasswordChanged => "Mot de passe changé",
        SecurityEvent.SessionEnded => "Session terminée par son titulaire",
        SecurityEvent.SignedOut => "Déconnexion",
        SecurityEvent.AccessRefused => "Accès refusé",
        SecurityEvent.NotFound => "Page introuvable demandée par une personne connectée",
        SecurityEvent.LinkRefused => "Lien privé refusé",
        SecurityEvent.FormRefused => "Formulaire refusé",
        SecurityEvent.InputRefused => "Envoi trop grand ou illisible refusé",
        SecurityEvent.LimitReached => "Limite atteinte",
        SecurityEvent.AdministratorCreated => "Compte d’administration créé en ligne de commande",
        SecurityEvent.KeysReplaced => "Clés des sessions remplacées",
        SecurityEvent.SampleAccountsRemoved => "Comptes d’exemple retirés",
        SecurityEvent.PersonInvited => "Personne invitée",
        SecurityEvent.InvitationWithdrawn => "Invitation retirée",
        SecurityEvent.InvitationAccepted => "Invitation acceptée",
        SecurityEvent.RoleChanged => "Rôle changé",
        SecurityEvent.AccessRemoved => "Accès retiré",
        SecurityEvent.AccessRestored => "Accès rétabli",
        SecurityEvent.AddressChangeAsked => "Changement d’adresse demandé",
        SecurityEvent.AddressChanged => "Adresse changée",
        SecurityEvent.FactorReset => "Second facteur retiré par un administrateur",
    };

    private static string Of(AuditAct what) => what switch
    {
        AuditAct.ContactRead => "Coordonnées consultées",
        AuditAct.SensitiveRead => "Demande aux données sensibles consultée",
        AuditAct.AuditExported => "Journal téléchargé",
        AuditAct.PersonalDataRead => "Données lues par la personne",
        AuditAct.PersonalDataExported => "Données téléchargées par la personne",
        AuditAct.RequestErased => "Données effacées",
        AuditAct.RequestHandedOver => "Demande confiée à une autre personne de la structure",
        AuditAct.RulesProposed => "Règles proposées",
        AuditAct.RulesPublished => "Règles mises en vigueur",
        AuditAct.RulesDropped => "Règles proposées abandonnées",
        AuditAct.LexiconChanged => "Lexique changé",
        AuditAct.ActorChanged => "Acteur modifié",
        AuditAct.OfferChanged => "Offre modifiée",
        AuditAct.OfferProposed => "Modification d’offre proposée ou retirée",
        AuditAct.RevisionDecided => "Modification d’offre décidée",
        AuditAct.ReportHandled => "Signalement traité",
        AuditAct.DirectoryImported => "Annuaire importé en ligne de commande",
        AuditAct.TextChanged => "Texte modifié",
        AuditAct.SettingsChanged => "Réglage modifié",
        AuditAct.JobAsked => "Tâche lancée à la main",
        AuditAct.MailSentAgain => "Message renvoyé",
    };
}
