using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Ladder;

namespace PlusPortal.Web.Labels.Clock;

/// <summary>Words of what PLUS has to do specially.</summary>
public static class TaskWords
{
    /// <summary>« appeler l’acteur, qui n’a pas répondu ».</summary>
    public static string Of(StaffTask task) => task switch
    {
        StaffTask.NotCalledBack => "la structure n’a pas été rappelée\u00A0: joindre l’acteur, puis la structure",
        StaffTask.OutcomeContested => "la structure conteste la fin notée par un acteur\u00A0: entendre les deux",
        StaffTask.GiveContact => "donner les coordonnées de la structure à l’acteur, qui a accepté",
        StaffTask.CallAcceptingActor => "appeler l’acteur qui a accepté, sans nouvelle de lui",
        StaffTask.CallActor => "appeler l’acteur, qui n’a pas répondu",
        StaffTask.RemindByHand => "relancer l’acteur par vos soins",
        StaffTask.TellActor => "transmettre à l’acteur, qui n’a pas d’adresse, le texte prêt sur la demande",
        StaffTask.CallStructure => "appeler la structure, qui n’a donné aucun accord",
        StaffTask.EndWithoutNews => "la structure ne répond plus\u00A0: terminer sa demande, ou la reprendre",
        StaffTask.Dormant => "rien ne s’est passé depuis des mois\u00A0: voir si la structure attend encore",
    };

    /// <summary>The same of the code of an event.</summary>
    public static string Of(string? code) => Enum.TryParse<StaffTask>(code, out var task) ? Of(task) : "voir la demande";
}

/// <summary>Words of the rungs of the ladder.</summary>
public static class RungWords
{
    /// <summary>« premier contact fait ».</summary>
    public static string Of(Rung rung) => rung switch
    {
        Rung.Reached => "la structure a été jointe",
        Rung.Unreachable => "la structure n’a pas pu être jointe",
        Rung.FirstContact => "premier contact fait",
        Rung.UnderWay => "l’accompagnement continue",
        Rung.DealtWithInPart => "besoin traité en partie",
        Rung.DealtWith => "besoin traité en entier",
        Rung.NotDealtWith => "besoin non traité",
    };

    /// <summary>The same of the code of an event.</summary>
    public static string Of(string? code) => Enum.TryParse<Rung>(code, out var rung) ? Of(rung) : "une suite";
}
