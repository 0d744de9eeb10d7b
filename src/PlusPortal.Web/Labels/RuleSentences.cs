using PlusPortal.Domain;

namespace PlusPortal.Web.Labels;

/// <summary>French sentence of each rule: what stands in the way and what to do next.</summary>
public static class RuleSentences
{
    /// <summary>Somebody saved in between.</summary>
    public const string ChangedMeanwhile = "Quelqu’un a modifié cette fiche pendant que vous la lisiez. Rien n’a été enregistré\u00A0: rouvrez la page pour voir la version actuelle, puis recommencez.";

    /// <summary>Sentence of a rule.</summary>
    public static string Of(RuleCode code) => code switch
    {
        RuleCode.IllegalRequestTransition => "La demande a changé d’état depuis l’affichage de la page\u00A0: cette action n’est plus possible. Rouvrez la demande pour voir où elle en est.",
        RuleCode.IllegalReferralTransition => "Cette demande a déjà reçu une réponse, ou elle a été retirée. Rien n’a changé\u00A0: rouvrez la page pour voir où elle en est.",
        RuleCode.NotAllowedForRole => "Cette action ne vous est pas ouverte. Revenez à la page précédente.",
        RuleCode.IllegalOfferTransition => "L’offre a changé d’état depuis l’affichage de la page. Rouvrez-la pour voir où elle en est.",
        RuleCode.OfferArchived => "Cette offre est archivée\u00A0: elle ne peut plus être modifiée.",
        RuleCode.RevisionAlreadyDecided => "Cette modification a déjà été traitée. Rouvrez la liste pour voir celles qui restent.",
        RuleCode.RevisionConflict => "L’offre a changé depuis cette modification. Renvoyez-la au partenaire pour qu’il reparte de la version actuelle.",
        RuleCode.ReasonRequired => "Indiquez un motif\u00A0: il explique votre choix à ceux qui liront la demande.",
        RuleCode.UnknownCode => "Une des valeurs envoyées n’existe pas ou ne va pas avec les autres. Revenez à la page précédente et choisissez dans la liste.",
        RuleCode.ConsentMissing => "La structure a demandé à être consultée avant chaque transmission et n’a pas encore donné son accord pour cet acteur.",
        RuleCode.AddressNotProven => "L’adresse de la structure n’est pas encore confirmée. Attendez qu’elle ouvre son lien, ou confirmez que vous lui avez parlé.",
        RuleCode.OfferNotOpen => "Cette offre n’est plus publiée ou n’accepte pas de demande aujourd’hui. Choisissez un autre acteur.",
        RuleCode.AlreadyReferred => "Cet acteur a déjà été choisi pour cette demande.",
        RuleCode.TooManyOpenReferrals => "Trois acteurs doivent déjà répondre. Attendez une réponse, ou retirez un envoi avant d’en faire un autre.",
        RuleCode.ReferralNotFound => "Cet envoi n’appartient pas à la demande. Rouvrez la demande.",
        RuleCode.QuestionAlreadyAsked => "Une question a déjà été posée pour cette demande. Acceptez ou déclinez, ou contactez PLUS.",
        RuleCode.InvalidDuplicate => "La demande conservée doit être une autre demande, qui n’est pas elle-même un doublon. Vérifiez sa référence.",
        RuleCode.RequestClosed => "Cette demande est terminée\u00A0: plus aucune action n’est possible, sauf la rouvrir.",
        RuleCode.RequestAnonymised => "Cette demande a été anonymisée\u00A0: il n’en reste rien à modifier, et elle ne peut pas être rouverte.",
        RuleCode.AlreadyDone => "C’est déjà fait\u00A0: rien n’a changé. Rouvrez la page pour voir où en est la demande.",
        RuleCode.NobodyChosen => "Aucun acteur n’est choisi pour cette demande\u00A0: choisissez-en un d’abord.",
        RuleCode.NobodyAsked => "Cette demande n’a encore été transmise à personne, ou plus personne ne doit y répondre. Rouvrez la page pour voir où elle en est.",
        RuleCode.RulesAlreadyDecided => "Cette version des règles a déjà été publiée ou abandonnée. Rouvrez la liste des règles pour voir celle qui est en vigueur.",
        RuleCode.RulesConflict => "D’autres règles sont entrées en vigueur depuis cette modification. Reprenez ses valeurs dans une nouvelle modification, puis relisez ce qu’elle change.",
        RuleCode.SessionEnded => "Votre session vient d’être terminée ailleurs. Connectez-vous de nouveau, puis recommencez.",
        RuleCode.LastAdministrator => "C’est la seule personne qui administre le portail. Nommez d’abord un autre administrateur, puis recommencez.",
        RuleCode.LastManager => "C’est la seule personne qui gère l’équipe de cet acteur. Nommez d’abord un autre responsable, puis recommencez.",
        RuleCode.InvitationOver => "Cette invitation a déjà été acceptée ou retirée. Rouvrez la liste pour voir où elle en est.",
        RuleCode.AddressChangeOver => "Ce changement d’adresse est déjà terminé, ou son délai est passé. Rouvrez le lien pour voir où il en est.",
        RuleCode.UnusableSetting => "Ce réglage ne peut pas être enregistré ainsi. Revenez à la page précédente et corrigez-le.",
        RuleCode.LastWayToPlus => "Gardez un téléphone ou une adresse e-mail\u00A0: sans l’un des deux, plus personne ne pourrait joindre PLUS.",
        RuleCode.SensitivePassageLeft => "Des passages sensibles attendent\u00A0: ouvrez «\u00A0Masquer des passages\u00A0», masquez-les ou laissez-les avec un motif, puis recommencez.",
        RuleCode.ReasonNamesSomebody => "Le motif nomme quelqu’un ou dit un détail privé. Il reste après l’effacement\u00A0: réécrivez-le sans nom, sans adresse et sans numéro. Rien n’a été effacé.",
        RuleCode.SensitiveSummary => "Le résumé contient un nom, un numéro ou un détail privé, et un acteur le lit déjà sur sa page. Réécrivez-le sans ce passage\u00A0: rien n’a été enregistré.",
        RuleCode.SensitiveAnswer => "Votre réponse contient un nom, un numéro ou un détail privé qu’un acteur ne doit pas lire. Reformulez-la sans ce passage\u00A0: rien n’a été envoyé.",
        RuleCode.SensitiveSentence => "La phrase pour la structure contient un nom, un numéro ou un détail privé. Reformulez-la sans ce passage\u00A0: rien n’a été enregistré.",
        RuleCode.SentenceTooLong => "La phrase pour la structure est trop longue\u00A0: 500 caractères au plus. Raccourcissez-la\u00A0: rien n’a été enregistré.",
        RuleCode.PassageNotFound => "Un passage n’est plus dans la demande, ou y est écrit autrement. Copiez-le depuis le texte, puis recommencez.",
        RuleCode.RungClashes => "Cette étape ne va pas avec ce que la même partie a déjà noté. Retirez d’abord l’étape qui est fausse.",
        RuleCode.AnswerSettled => "Cette réponse ne peut plus être annulée\u00A0: ses dix minutes sont passées, ou quelqu’un d’autre l’a donnée. Contactez l’équipe PLUS pour la faire corriger.",
        RuleCode.UnusableDate => "Choisissez une date possible\u00A0: un jour à venir, dans les six mois, pour commencer\u00A0; un jour passé, depuis l’envoi, pour ce qui a eu lieu.",
        RuleCode.TooManyFollowers => "Cinq personnes suivent déjà la demande, ou y sont invitées. Retirez-en une, puis invitez la suivante.",
        RuleCode.FollowerGone => "Cette personne ne suit plus la demande, ou son invitation est passée. Rouvrez la page pour voir qui la suit.",
        RuleCode.AbsenceEndsBeforeItBegins => "Cette absence finit avant de commencer. Revenez à la page précédente et corrigez les dates.",
        RuleCode.AbsenceInThePast => "Cette absence est déjà passée. Revenez à la page précédente et indiquez une absence en cours ou à venir.",
        RuleCode.AbsenceTooLong => "Une absence dure un an au plus. Revenez à la page précédente et rapprochez les deux dates.",
        RuleCode.TooManyAbsences => "Vingt absences sont déjà annoncées, c’est le plus que nous gardons. Retirez-en une, puis recommencez.",
        RuleCode.SubstituteIncomplete => "Indiquez le nom et l’adresse e-mail de la personne qui vous remplace, ou laissez les deux vides.",
        RuleCode.NoOpenQuestion => "Il n’y a plus de question en attente\u00A0: une réponse a peut-être déjà été envoyée.",
    };
}
