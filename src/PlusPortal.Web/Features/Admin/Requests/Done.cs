namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>What was just done to a request: the page confirms it and says the next step.</summary>
public enum Done
{
    TakenInCharge,
    Assigned,
    Released,
    Corrected,
    Matched,
    AddressVouchedFor,
    QuestionAsked,
    QuestionDropped,
    AnswerRecorded,
    ActorsChosen,
    ConsentAsked,
    ConsentRecorded,
    Sent,
    SentPartlyByHand,
    ReferralAnswerRecorded,
    ReferralCancelled,
    ReferralCorrected,
    InformationGiven,
    ReferralCompleted,
    NoteAdded,
    Closed,
    Reopened,
}

/// <summary>French sentence of each, chosen by a code in the address: nothing of the visitor is repeated on the page.</summary>
public static class DoneSentences
{
    /// <summary>Query key of the code.</summary>
    public const string Key = "fait";

    /// <summary>Code in the address.</summary>
    public static string CodeOf(Done done) => done.ToString().ToLowerInvariant();

    /// <summary>Sentence of a code; null when it is none of ours.</summary>
    public static string? Of(string? code) =>
        code is { Length: < 40 } && code.All(char.IsAsciiLetter) && Enum.TryParse<Done>(code, ignoreCase: true, out var done) ? Of(done) : null;

    private static string Of(Done done) => done switch
    {
        Done.TakenInCharge => "Vous avez pris la demande en charge. Lisez les signaux, puis choisissez les acteurs ou posez une question à la structure.",
        Done.Assigned => "La demande est confiée. La personne la trouve dans «\u00A0ses demandes\u00A0».",
        Done.Released => "La demande est de nouveau à disposition de l’équipe.",
        Done.Corrected => "La correction est enregistrée, la déclaration est conservée. La recherche a été relancée avec les valeurs corrigées\u00A0: vérifiez les propositions.",
        Done.Matched => "La recherche a été relancée avec les valeurs corrigées. Vérifiez les propositions.",
        Done.AddressVouchedFor => "L’adresse est confirmée\u00A0: la demande peut être envoyée aux acteurs.",
        Done.QuestionAsked => "La question est posée. La structure reçoit un e-mail avec un lien\u00A0; la demande revient en tri dès sa réponse.",
        Done.QuestionDropped => "La demande est revenue en tri, sans attendre la réponse.",
        Done.AnswerRecorded => "La réponse est notée, la demande est revenue en tri.",
        Done.ActorsChosen => "Les acteurs sont choisis. Il reste à leur envoyer la demande.",
        Done.ConsentAsked => "La structure est consultée par e-mail. Vous pouvez aussi noter un accord donné par téléphone.",
        Done.ConsentRecorded => "L’accord est noté. Vous pouvez envoyer la demande à cet acteur.",
        Done.Sent => "La demande est envoyée. Les acteurs sont prévenus par e-mail, la structure aussi.",
        Done.SentPartlyByHand => "La demande est enregistrée comme envoyée. Transmettez-la par vos soins aux acteurs signalés ci-dessous, puis notez leur réponse.",
        Done.ReferralAnswerRecorded => "La réponse de l’acteur est notée.",
        Done.ReferralCancelled => "L’envoi est retiré.",
        Done.ReferralCorrected => "La réponse de l’acteur est corrigée.",
        Done.InformationGiven => "Votre réponse est transmise à l’acteur\u00A0; son délai reprend.",
        Done.ReferralCompleted => "La fin du suivi est notée.",
        Done.NoteAdded => "La note interne est enregistrée. L’équipe PLUS est seule à la voir.",
        Done.Closed => "La demande est terminée. Elle peut être rouverte avec un motif.",
        Done.Reopened => "La demande est rouverte, en tri et à votre charge.",
    };
}
