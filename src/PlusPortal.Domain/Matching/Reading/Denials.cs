using System.Collections.Frozen;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>Finds what a text denies: « nous ne cherchons pas de local », « pas de dettes », « nous avons déjà un comptable ».</summary>
internal sealed class Denials
{
    private static readonly string[] Wanting = ["cherch", "recherch", "voul", "veu", "souhait", "demand", "concern", "envisag", "vison"];
    private static readonly FrozenSet<string> Negators = new[] { "pas", "aucun", "aucune", "san", "jamai", "ni" }.ToFrozenSet();
    private static readonly FrozenSet<string> Linking = new[] { "de", "d", "du", "des", "encore", "le", "la", "les", "l", "un", "une", "eu", "en", "plu" }.ToFrozenSet();
    private static readonly FrozenSet<string> Articles = new[] { "un", "une", "le", "la", "les", "l", "des", "notre", "nos", "du", "de", "d" }.ToFrozenSet();
    private static readonly FrozenSet<string> Settled = new[] { "regle", "reglee", "resolu", "resolue", "surmonte", "surmontee", "termine", "terminee" }.ToFrozenSet();
    private static readonly FrozenSet<string> Past = new[] { "etion", "etait", "etaient", "avion", "avait", "avaient" }.ToFrozenSet();

    private readonly IReadOnlyList<Token> tokens;
    private readonly int[] deniedFrom;
    private readonly int[] possessedFrom;
    private readonly bool[] isPast;

    public Denials(IReadOnlyList<Token> tokens)
    {
        this.tokens = tokens;
        var clauses = tokens.Count == 0 ? 0 : tokens[^1].Clause + 1;
        deniedFrom = new int[clauses];
        possessedFrom = new int[clauses];
        isPast = new bool[clauses];
        Array.Fill(deniedFrom, int.MaxValue);
        Array.Fill(possessedFrom, int.MaxValue);
        for (var index = 0; index < tokens.Count; index++) Look(index);
    }

    /// <summary>Whether the phrase that begins at this word is denied, or no longer true.</summary>
    public bool Cover(int index, bool isProblem)
    {
        var clause = tokens[index].Clause;
        if (index >= deniedFrom[clause]) return true;
        if (!isProblem) return index >= possessedFrom[clause];
        if (isPast[clause]) return true;
        for (var before = index - 1; before >= 0 && tokens[before].Clause == clause; before--)
        {
            if (Negators.Contains(tokens[before].Word)) return true;
            if (!Linking.Contains(tokens[before].Word)) return false;
        }

        return false;
    }

    private void Look(int index)
    {
        var clause = tokens[index].Clause;
        var word = tokens[index].Word;
        if (word == "ni" && clause > 0 && StartsClause(index) && tokens[index - 1].Sentence == tokens[index].Sentence && deniedFrom[clause - 1] != int.MaxValue) Deny(clause, index);
        if (Settled.Contains(word) || (Past.Contains(word) && At(index - 1) is not ("qui" or "n"))) isPast[clause] = true;
        if (word == "deja" && Articles.Contains(At(index + 1))) possessedFrom[clause] = Math.Min(possessedFrom[clause], index);
        if (word == "deja" && IsDone(At(index + 1))) possessedFrom[clause] = Math.Min(possessedFrom[clause], index);
        if (word is not ("pas" or "plu")) return;
        if (At(index + 1) is "besoin" or "question" or "recherche" || (At(index + 1) is "la" or "a" && At(index + 2) is "recherche")) Deny(clause, index);
        if (word == "plu") return;
        if (IsWanting(At(index - 1)) && (At(index - 2) is "ne" or "n" || At(index - 3) is "ne" or "n" || At(index - 2) is "nou" or "on" or "je")) Deny(clause, index - 1);
        if (At(index - 1) == "est" && At(index - 2) == "n" && At(index - 3) == "ce" && (Articles.Contains(At(index + 1)) || At(index + 1) == "pour")) Deny(clause, index);
        if (At(index - 1) == "agit" && At(index - 2) == "s") Deny(clause, index);
    }

    private void Deny(int clause, int index) => deniedFrom[clause] = Math.Min(deniedFrom[clause], index);

    private bool StartsClause(int index) => index > 0 && tokens[index - 1].Clause != tokens[index].Clause;

    private string At(int index) => index >= 0 && index < tokens.Count ? tokens[index].Word : "";

    private static bool IsWanting(string word) => Array.Exists(Wanting, start => word.StartsWith(start, StringComparison.Ordinal));

    private static bool IsDone(string word) =>
        word is "obtenu" or "trouve" or "regle" or "resolu" or "signe" or "recu" or "rembourse" or "depose" or "acquis";
}
