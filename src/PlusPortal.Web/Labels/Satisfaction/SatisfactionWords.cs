using PlusPortal.Domain.Requests.Satisfaction;

namespace PlusPortal.Web.Labels.Satisfaction;

/// <summary>Words of what a structure says of its request.</summary>
public static class SatisfactionWords
{
    /// <summary>« Oui, en partie ».</summary>
    public static string Of(Usefulness useful) => useful switch
    {
        Usefulness.Yes => "Oui",
        Usefulness.InPart => "En partie",
        Usefulness.No => "Non",
    };

    /// <summary>« De l’aide a été trouvée ».</summary>
    public static string Of(HelpResult result) => result switch
    {
        HelpResult.HelpFound => "De l’aide a été trouvée",
        HelpResult.ActionStarted => "Une action est engagée",
        HelpResult.ChoiceMade => "Un choix est fait",
        HelpResult.Nothing => "Rien pour le moment",
    };

    /// <summary>« À la fin ».</summary>
    public static string Of(SatisfactionMoment moment) => moment switch
    {
        SatisfactionMoment.AtEnd => "À la fin de la demande",
        SatisfactionMoment.Later => "Six mois après",
    };

    /// <summary>Who may read a comment.</summary>
    public static string Of(CommentState state) => state switch
    {
        CommentState.None => "Sans commentaire",
        CommentState.ToRead => "À lire par l’équipe PLUS",
        CommentState.Released => "Montré aux interlocuteurs",
        CommentState.Kept => "Gardé par l’équipe PLUS",
    };
}
