using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Web.Labels.Done;

/// <summary>What staff have just done on a request, in a French word of the address: people see it. Nothing of the visitor is repeated on the page.</summary>
public static class DoneCodes
{
    private static readonly Dictionary<Act, string> Codes = new()
    {
        [Acts.RecordMatching] = "recherche-relancee",
        [Acts.VouchForAddress] = "adresse-confirmee",
        [Acts.CorrectAddress] = "adresse-corrigee",
        [Acts.TakeInCharge] = "prise-en-charge",
        [Acts.Assign] = "confiee",
        [Acts.Release] = "rendue-a-l-equipe",
        [Acts.Correct] = "corrigee",
        [Acts.WriteSummary] = "resume-enregistre",
        [Acts.MaskPassages] = "passages-masques",
        [Acts.LeavePassages] = "passages-laisses",
        [Acts.AddNote] = "note-enregistree",
        [Acts.AskStructure] = "question-posee",
        [Acts.AnswerQuestion] = "reponse-de-la-structure-notee",
        [Acts.DropQuestion] = "question-abandonnee",
        [Acts.Propose] = "acteurs-choisis",
        [Acts.AskConsent] = "accord-demande",
        [Acts.Close] = "terminee",
        [Acts.Reopen] = "rouverte",
        [Acts.GiveConsent] = "accord-note",
        [Acts.SendReferral] = "envoyee",
        [Acts.RequestInformation] = "question-de-l-acteur-notee",
        [Acts.GiveInformation] = "reponse-transmise",
        [Acts.AcceptReferral] = "acceptation-notee",
        [Acts.DeclineReferral] = "refus-note",
        [Acts.HandBackReferral] = "restitution-notee",
        [Acts.CompleteReferral] = "fin-du-suivi-notee",
        [Acts.CancelReferral] = "envoi-retire",
        [Acts.CorrectReferral] = "reponse-corrigee",
        [Acts.AskErasure] = "donnees-effacees",
        [Acts.SendDataLink] = "lien-vers-les-donnees-envoye",
        [Acts.SettleTask] = "tache-faite",
        [Acts.OfferDate] = "date-notee",
        [Acts.AgreeToDate] = "date-acceptee",
        [Acts.UndoAnswer] = "reponse-annulee",
        [Acts.ConfirmOutcome] = "fin-confirmee",
        [Acts.ContestOutcome] = "fin-contestee",
        [Acts.ReportRung] = "suite-notee",
        [Acts.TakeRungBack] = "suite-retiree",
        [Acts.SettleDisagreement] = "desaccord-regle",
        [Acts.HandOver] = "personne-remplacee",
        [Acts.RemoveFollower] = "personne-retiree",
        [Acts.AddInformation] = "complement-note",
        [Acts.ShareInformation] = "complement-partage",
    };

    /// <summary>The word of an act; of one that somebody registered beside ours, its name.</summary>
    public static string Of(Act act) => Codes.GetValueOrDefault(act) ?? act.Name.ToLowerInvariant();
}
