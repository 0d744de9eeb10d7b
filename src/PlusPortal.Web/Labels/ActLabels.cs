using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels.Answers;
using PlusPortal.Web.Labels.Rights;

namespace PlusPortal.Web.Labels;

/// <summary>French words of one act: the button of staff, what the page says afterwards, and the line of each timeline.</summary>
/// <param name="Act">Act that they are about.</param>
public sealed record ActLabel(Act Act)
{
    /// <summary>What stands for the name of the support actor in <see cref="Button"/>.</summary>
    public const string Actor = "{acteur}";

    /// <summary>Button of staff; null where they have none of its own.</summary>
    public string? Button { get; init; }

    /// <summary>What the page of the request says once staff did it.</summary>
    public string? Done { get; init; }

    /// <summary>The same when staff must still tell an actor by themselves.</summary>
    public string? DoneByHand { get; init; }

    /// <summary>Words of its form, when that is one text.</summary>
    public TextFormWords? Form { get; init; }

    /// <summary>Line of its event for staff; null when another act leaves the same event and words it.</summary>
    public Func<TimelineFacts, string>? ForStaff { get; init; }

    /// <summary>Line of its event for the structure; null when it happens inside PLUS, always or this time.</summary>
    public Func<TimelineFacts, string?>? ForStructure { get; init; }
}

/// <summary>Words of a form that asks for one text.</summary>
/// <param name="Title">Title of the page.</param>
/// <param name="Lead">What follows from it.</param>
/// <param name="Field">Label of the text.</param>
/// <param name="Hint">Who reads it.</param>
/// <param name="Missing">Error when it is empty.</param>
/// <param name="Submit">Button.</param>
public sealed record TextFormWords(string Title, string Lead, string Field, string Hint, string Missing, string Submit);

/// <summary>The words of every act, in the order of the rulebook.</summary>
public static class ActLabels
{
    /// <summary>One row an act.</summary>
    public static IReadOnlyList<ActLabel> All { get; } =
    [
        new(Acts.Submit)
        {
            ForStaff = e => $"{e.Who} a envoyé la demande.",
            ForStructure = e => e.IsByStructure ? "Vous avez envoyé votre demande." : "L’équipe PLUS a enregistré votre demande.",
        },
        new(Acts.RecordMatching)
        {
            Button = "Relancer la recherche",
            Done = "La recherche a été relancée avec les valeurs corrigées. Vérifiez les propositions.",
            ForStaff = e => e.IsByStaff ? $"{e.Who} a relancé la recherche d’acteurs." : $"{e.Who} a cherché les acteurs qui conviennent.",
        },
        new(Acts.ProveAddress)
        {
            ForStaff = e => $"{e.Who} a ouvert son lien\u00A0: son adresse e-mail est confirmée.",
            ForStructure = _ => "Vous avez confirmé votre adresse e-mail.",
        },
        new(Acts.VouchForAddress)
        {
            Button = "J’ai parlé à la personne\u00A0: confirmer l’adresse",
            Done = "L’adresse est confirmée\u00A0: la demande peut être envoyée aux acteurs.",
            ForStaff = e => $"{e.Who} a parlé à la personne et confirmé son adresse.",
            ForStructure = _ => "L’équipe PLUS vous a parlé et a confirmé votre adresse.",
        },
        new(Acts.CorrectAddress)
        {
            Button = "Corriger l’adresse e-mail",
            Done = "L’adresse est corrigée. Un nouveau lien part à la bonne adresse\u00A0; ceux d’avant ne fonctionnent plus.",
            ForStaff = e => $"{e.Who} a corrigé l’adresse e-mail. Les liens envoyés avant ne fonctionnent plus.",
            ForStructure = _ => "L’équipe PLUS a corrigé votre adresse e-mail.",
        },
        .. FollowerLabels.All,
        new(Acts.TakeInCharge)
        {
            Button = "Prendre en charge",
            Done = "Vous avez pris la demande en charge. Lisez les signaux, puis choisissez les acteurs ou posez une question à la structure.",
            ForStaff = e => $"{e.Who} a pris la demande en charge.",
            ForStructure = _ => "L’équipe PLUS a pris votre demande en charge.",
        },
        new(Acts.Assign)
        {
            Button = "Confier à quelqu’un",
            Done = "La demande est confiée. La personne la trouve dans «\u00A0ses demandes\u00A0».",
            ForStaff = e => $"{e.Who} a confié la demande à une autre personne de l’équipe.",
        },
        new(Acts.Release)
        {
            Button = "Remettre à disposition",
            Done = "La demande est de nouveau à disposition de l’équipe.",
            ForStaff = e => $"{e.Who} a remis la demande à disposition de l’équipe.",
        },
        new(Acts.Correct)
        {
            Button = "Corriger l’étape, les thèmes ou la commune",
            Done = "La correction est enregistrée, la déclaration est conservée. La recherche a été relancée avec les valeurs corrigées\u00A0: vérifiez les propositions.",
            ForStaff = e => $"{e.Who} a corrigé l’étape, les thèmes ou la commune. La déclaration est conservée.",
            ForStructure = _ => "L’équipe PLUS a précisé votre demande. Votre déclaration est conservée à côté.",
        },
        new(Acts.WriteSummary)
        {
            Done = "Le résumé est enregistré. Rien n’est envoyé.",
            ForStaff = e => $"{e.Who} a rédigé le résumé destiné aux acteurs.",
        },
        new(Acts.MaskPassages)
        {
            Button = "Masquer des passages",
            Done = "Les passages sont masqués partout, et la recherche a été refaite sur le texte masqué. Ceux qui les avaient lus sont prévenus.",
            ForStaff = e => $"{e.Who} a masqué un ou plusieurs passages.",
            ForStructure = e => e.ReasonCode is MaskReaders.Structure or MaskReaders.StructureAndActors ? "L’équipe PLUS a masqué un passage de votre demande, pour protéger la vie privée d’une personne." : null,
        },
        new(Acts.LeavePassages)
        {
            Done = "Le motif est enregistré\u00A0: ces passages ne sont plus proposés.",
            ForStaff = e => $"{e.Who} a laissé un passage proposé au masquage, avec un motif.",
        },
        new(Acts.AddNote)
        {
            Done = "La note interne est enregistrée. L’équipe PLUS est seule à la voir.",
            ForStaff = e => $"{e.Who} a écrit une note interne.",
        },
        new(Acts.AskStructure)
        {
            Button = "Poser une question à la structure",
            Done = "La question est posée. La structure reçoit un e-mail avec un lien\u00A0; la demande revient en tri dès sa réponse.",
            ForStaff = e => $"{e.Who} a posé une question à la structure.",
            ForStructure = _ => "L’équipe PLUS vous a posé une question.",
        },
        new(Acts.AnswerQuestion)
        {
            Button = "Noter la réponse de la structure",
            Done = "La réponse est notée, la demande est revenue en tri.",
            ForStaff = e => e.IsByStaff ? $"{e.Who} a noté la réponse de la structure." : $"{e.Who} a répondu à la question de PLUS.",
            ForStructure = e => e.IsByStructure ? "Vous avez répondu à l’équipe PLUS." : "L’équipe PLUS a noté votre réponse.",
        },
        new(Acts.DropQuestion)
        {
            Button = "Reprendre sans attendre la réponse",
            Done = "La demande est revenue en tri, sans attendre la réponse.",
            ForStaff = e => $"{e.Who} a repris la demande sans attendre la réponse.",
            ForStructure = _ => "L’équipe PLUS a repris l’étude de votre demande.",
        },
        .. FollowerLabels.OfInformation,
        new(Acts.Propose)
        {
            Button = "Choisir un autre acteur",
            Done = "Les acteurs sont choisis. Ce qu’il reste à faire est dit ci-dessous.",
            ForStaff = e => $"{e.Who} a choisi {e.Actor}.",
        },
        new(Acts.AskConsent)
        {
            Button = "Demander l’accord de la structure",
            Done = "La structure est consultée par e-mail. Vous pouvez aussi noter un accord donné par téléphone.",
            ForStaff = e => $"{e.Who} a demandé à la structure son accord pour {e.Actor}.",
            ForStructure = e => $"PLUS vous a proposé {e.Actor}.",
        },
        new(Acts.RefuseProposals),
        new(Acts.ReportNotCalledBack)
        {
            ForStaff = e => $"{e.Who} signale que personne ne l’a contactée.",
            ForStructure = _ => "Vous nous avez dit que personne ne vous avait contactée.",
        },
        .. ClockActLabels.OfRequests,
        new(Acts.Close)
        {
            Button = "Écarter ou terminer",
            Done = "La demande est terminée. Elle peut être rouverte avec un motif.",
            ForStaff = e => $"{e.Who} a terminé la demande" + e.Because(ClosingReasons.All),
            ForStructure = _ => "Votre demande est terminée.",
        },
        new(Acts.Withdraw)
        {
            ForStaff = e => $"{e.Who} a retiré sa demande.",
            ForStructure = _ => "Vous avez retiré votre demande.",
        },
        new(Acts.Reopen)
        {
            Button = "Rouvrir la demande",
            Done = "La demande est rouverte, en tri et à votre charge.",
            Form = new(
                "Rouvrir la demande",
                "La demande revient en tri et à votre charge. Les réponses déjà reçues restent dans le fil\u00A0; de nouveaux acteurs peuvent être choisis.",
                "Motif de la réouverture",
                "Lu par l’équipe PLUS seulement.",
                "Indiquez le motif\u00A0: il explique votre choix à l’équipe.",
                "Rouvrir la demande"),
            ForStaff = e => $"{e.Who} a rouvert la demande.",
            ForStructure = _ => "L’équipe PLUS a rouvert votre demande.",
        },
        .. RightsLabels.All,
        new(Acts.NoticeDormant)
        {
            ForStaff = e => $"{e.Who} a constaté un long silence\u00A0: la structure est interrogée, la demande est à revoir.",
            ForStructure = _ => "Sans nouvelle depuis longtemps, nous vous avons demandé si votre demande vous est encore utile.",
        },
        new(Acts.GiveConsent)
        {
            Button = "Noter l’accord donné par téléphone pour {acteur}",
            Done = "L’accord est noté. Vous pouvez envoyer la demande à cet acteur.",
            ForStaff = e => e.IsByStaff ? $"{e.Who} a noté l’accord de la structure pour {e.Actor}." : $"{e.Who} a donné son accord pour {e.Actor}.",
            ForStructure = e => $"Votre accord pour {e.Actor} est enregistré.",
        },
        new(Acts.SendReferral)
        {
            Button = "Envoyer la demande aux acteurs",
            Done = "La demande est envoyée. Les acteurs sont prévenus par e-mail, la structure aussi.",
            DoneByHand = "La demande est enregistrée comme envoyée. Transmettez-la par vos soins aux acteurs signalés ci-dessous, puis notez leur réponse.",
            ForStaff = e => $"{e.Who} a envoyé la demande à {e.Actor}.",
            ForStructure = e => $"Votre demande a été transmise à {e.Actor}.",
        },
        new(Acts.RequestInformation)
        {
            Done = "La réponse de l’acteur est notée.",
            ForStaff = e => e.IsByStaff ? $"{e.Who} a noté une question de {e.Actor}." : $"{e.Who} a demandé une précision.",
            ForStructure = e => $"{e.Actor} vous a posé une question.",
        },
        new(Acts.GiveInformation)
        {
            Button = "Répondre à la question de {acteur}",
            Done = "Votre réponse est transmise à l’acteur\u00A0; son délai reprend.",
            ForStaff = e => $"{e.Who} a répondu à la question posée par {e.Actor}.",
            ForStructure = e => e.IsByStructure ? $"Vous avez répondu à {e.Actor}." : $"PLUS a répondu à {e.Actor}.",
        },
        new(Acts.AcceptReferral)
        {
            Button = "Noter la réponse de {acteur}",
            Done = "La réponse de l’acteur est notée.",
            ForStaff = e => e.IsByStaff ? $"{e.Who} a noté que {e.Actor} accepte." : $"{e.Who} a accepté la demande.",
            ForStructure = e => $"{e.Actor} a accepté votre demande.",
        },
        .. ClockActLabels.OfDates,
        new(Acts.DeclineReferral)
        {
            Done = "La réponse de l’acteur est notée.",
            ForStaff = e => (e.IsByStaff ? $"{e.Who} a noté que {e.Actor} décline" : $"{e.Who} a décliné la demande") + e.Because(DeclineReasons.All),
            ForStructure = e => $"{e.Actor} n’a pas pu prendre votre demande. {DeclineSentences.Of(e.ReasonCode)}",
        },
        new(Acts.HandBackReferral)
        {
            Button = "Noter que {acteur} rend la demande",
            Done = "La réponse de l’acteur est notée.",
            ForStaff = e => (e.IsByStaff ? $"{e.Who} a noté que {e.Actor} rend la demande" : $"{e.Who} a rendu la demande") + e.Because(DeclineReasons.All),
            ForStructure = e => $"{e.Actor} ne peut pas continuer avec vous. {DeclineSentences.Of(e.ReasonCode)}",
        },
        new(Acts.ExpireReferral)
        {
            ForStaff = e => $"{e.Actor} n’a pas répondu dans le délai.",
            ForStructure = e => $"{e.Actor} n’a pas répondu à temps.",
        },
        new(Acts.CompleteReferral)
        {
            Button = "Noter la fin du suivi par {acteur}",
            Done = "La fin du suivi est notée.",
            ForStaff = e => (e.IsByStaff ? $"{e.Who} a noté la fin du suivi par {e.Actor}" : $"{e.Who} a terminé le suivi") + e.Because(ReferralOutcomes.All),
            ForStructure = e => $"{e.Actor} a terminé son suivi.",
        },
        .. ClockActLabels.OfOutcomes,
        new(Acts.CancelReferral)
        {
            Button = "Retirer {acteur}",
            Done = "L’envoi est retiré.",
            ForStaff = CancelledWords.ForStaff,
            ForStructure = CancelledWords.ForStructure,
        },
        new(Acts.CorrectReferral)
        {
            Button = "Corriger la réponse de {acteur}",
            Done = "La réponse de l’acteur est corrigée.",
            ForStaff = e => $"{e.Who} a corrigé la réponse donnée par {e.Actor}.",
            ForStructure = e => $"La réponse de {e.Actor} a été corrigée.",
        },
    ];
}
