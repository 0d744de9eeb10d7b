using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>The reasons of a refusal, as its form offers them: what asks to be told says in which field.</summary>
public static class DeclineHints
{
    /// <summary>Label of the word to the structure.</summary>
    public const string ToStructure = "Votre mot à la structure";

    /// <summary>Label of the word to PLUS.</summary>
    public const string ToPlus = "Un mot à l’équipe PLUS";

    /// <summary>Label of the actor to name.</summary>
    public const string BetterActor = "L’acteur mieux placé";

    /// <summary>Every reason with its hint.</summary>
    public static IReadOnlyList<Choice> Choices { get; } = [.. DeclineReasons.All.Select(term => new Choice(term.Code, term.Label, HintOf(term)))];

    private static string HintOf(Term term) => term.Code switch
    {
        DeclineReasons.TailleNonEligible => $"Trop petite ou trop grande pour notre dispositif\u00A0: écrivez le seuil dans «\u00A0{ToStructure}\u00A0».",
        DeclineReasons.FenetreFermee => $"Écrivez la prochaine date dans «\u00A0{ToStructure}\u00A0».",
        DeclineReasons.Capacite => $"Écrivez à partir de quand vous pourrez dans «\u00A0{ToStructure}\u00A0».",
        DeclineReasons.MeilleurInterlocuteur => $"Nommez-le dans «\u00A0{BetterActor}\u00A0»\u00A0: c’est ce qui aide le plus la structure.",
        DeclineReasons.Autre => $"Dites pourquoi dans «\u00A0{ToPlus}\u00A0».",
        _ => term.Help,
    };
}
