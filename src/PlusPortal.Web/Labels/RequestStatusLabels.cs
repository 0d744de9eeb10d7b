using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Web.Labels;

/// <summary>Words for the status of a request, one wording for each reader.</summary>
public static class RequestStatusLabels
{
    extension(RequestStatus status)
    {
        /// <summary>What staff read: what the request waits for.</summary>
        public string ForStaff => status switch
        {
            RequestStatus.Submitted => "Reçue, à prendre en charge",
            RequestStatus.InTriage => "En tri",
            RequestStatus.NeedsInformation => "Précision demandée à la structure",
            RequestStatus.AwaitingConsent => "Accord de la structure demandé",
            RequestStatus.Oriented => "Envoyée, réponse attendue",
            RequestStatus.InProgress => "Un acteur s’en occupe",
            RequestStatus.Closed => "Terminée",
        };

        /// <summary>What the structure reads.</summary>
        public string ForStructure => status switch
        {
            RequestStatus.Submitted => "Reçue",
            RequestStatus.InTriage => "En cours d’étude par PLUS",
            RequestStatus.NeedsInformation => "Une précision vous est demandée",
            RequestStatus.AwaitingConsent => "Des interlocuteurs vous sont proposés",
            RequestStatus.Oriented => "Transmise, réponse attendue",
            RequestStatus.InProgress => "Un interlocuteur s’en occupe",
            RequestStatus.Closed => "Terminée",
        };
    }

    extension(WaitsFor waitsFor)
    {
        /// <summary>Whom the request waits for, for staff.</summary>
        public string ForStaff => waitsFor switch
        {
            WaitsFor.Plus => "PLUS doit agir",
            WaitsFor.Structure => "La structure doit répondre",
            WaitsFor.SupportActor => "Un acteur doit répondre ou agir",
            WaitsFor.Nobody => "Plus rien n’est attendu",
        };

        /// <summary>Whom the request waits for, for the structure.</summary>
        public string ForStructure => waitsFor switch
        {
            WaitsFor.Plus => "L’équipe PLUS s’en occupe",
            WaitsFor.Structure => "C’est à vous de répondre",
            WaitsFor.SupportActor => "La réponse d’un interlocuteur est attendue",
            WaitsFor.Nobody => "Plus rien n’est attendu",
        };
    }
}
