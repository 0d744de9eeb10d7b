using PlusPortal.Domain.Matching.French;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>
/// Finds what a text denies or has behind it: « nous ne cherchons pas de local », « pas de dettes », « nous avons déjà un comptable »,
/// « l'an dernier nous avons obtenu un prêt », « c'est réglé ».
/// </summary>
internal sealed class Denials
{
    private static readonly string[] Wanting = ["cherch", "recherch", "voul", "veu", "souhait", "demand", "concern", "envisag", "vis", "interess", "attend", "sollicit"];
    private static readonly Words Negators = new("pas aucun aucune sans jamais ni zero nul");
    private static readonly Words Linking = new("de d du des encore le la les l un une eu en plus probleme problemes souci soucis difficulte difficultes risque retard gros grosse vrai reel question");
    private static readonly Words Articles = new("un une le la les l des notre nos du de d ce cet cette");
    private static readonly Words Settled = new("regle reglee regles reglees resolu resolue resolus surmonte surmontee termine terminee derriere sortis solde soldee apure apuree stabilisee assainie");
    private static readonly Words Past = new("etions etait etaient avions avait avaient");
    private static readonly Words Auxiliaries = new("avons a ai ont avions avait deja bien");
    private static readonly Words Got = new("eu obtenu obtenue recu contracte beneficie touche decroche suivi suivie souscrit rembourse fait mene");
    private static readonly Words NothingGot = new("refus refuse idee envie connaissance vent mal peur difficultes probleme problemes plus moins");
    private static readonly Words Done = new("obtenu obtenue trouve trouves trouvee regle resolu signe signee signes recu rembourse depose deposee acquis prevu choisi rediges redige assuree assure externalisee faite faits fait boucle bouclee boucles acquise finance financee financees finances obtenus obtenues deposes");
    private static readonly Words Owned = new("local locaux bureau bureaux batiment hangar atelier comptable expert site page label agrement pret emprunt mecene mecenes logiciel salle terrain garantie conventionnement");
    private static readonly Words Running = new("va vont tourne tournent roule roulent fonctionne fonctionnent passe passent marche marchent suffit suffisent convient conviennent");
    private static readonly Words Turning = new("mais sauf sinon cependant pourtant cherchons cherche besoin faut manque voudrions voudrait voulons aimerions aimerait comment");
    private static readonly Words Undone = new("retire retiree suspendu suspendue supprime supprimee refuse refusee rejete rejetee perdu perdue coupe coupee annule annulee retires refuses");
    private static readonly Words Spoilt = new("trop petit petits petite cher vetuste inadapte inadaptes quitter rendre demenager mais plus expire obsolete perdu perdue refait refaire revoir insuffisant renouveler");

    private readonly IReadOnlyList<Token> tokens;
    private readonly int[] deniedFrom;
    private readonly int[] possessedFrom;
    private readonly bool[] isPast;
    private readonly bool[] isSettled;

    public Denials(IReadOnlyList<Token> tokens)
    {
        this.tokens = tokens;
        var clauses = tokens.Count == 0 ? 0 : tokens[^1].Clause + 1;
        deniedFrom = new int[clauses];
        possessedFrom = new int[clauses];
        isPast = new bool[clauses];
        isSettled = new bool[clauses];
        Array.Fill(deniedFrom, int.MaxValue);
        Array.Fill(possessedFrom, int.MaxValue);
        for (var index = 0; index < tokens.Count; index++)
        {
            Look(index);
            if (IsRunningWell(index)) SetAside(index);
        }

        CarryBack();
    }

    /// <summary>Whether a phrase is denied between its first and its last word: « loyers jamais en retard » are no « loyers en retard ».</summary>
    public bool CutShort(int first, ulong matched)
    {
        var last = first + System.Numerics.BitOperations.Log2(matched);
        for (var index = Math.Max(first + 1, last - 3); index < last; index++)
        {
            if ((matched >> (index - first) & 1) == 0 && At(index) is "pas" or "jamais" or "aucun" or "aucune" or "ni" or "sans" && tokens[index].Clause == tokens[last].Clause) return true;
        }

        return false;
    }

    /// <summary>« Les ressources humaines, cela va bien », « la paie, ça roule », « notre local nous suffit »: nothing is asked there.</summary>
    private bool IsRunningWell(int index)
    {
        if (!Running.Has(At(index)) || At(index - 1) is "ne" or "n" || At(index + 1) is "pas" or "plus" or "mal") return false;
        return At(index + 1) is "bien" or "tres" or "parfaitement" || (At(index) is "suffit" or "suffisent" or "convient" or "conviennent" && At(index - 1) is "nous" or "me") || (At(index) is "roule" or "tourne" or "roulent" or "tournent" && At(index - 1) is "ca" or "tout" or "cela");
    }

    /// <summary>Denies the sentence up to that word, unless it turns to a need on the way.</summary>
    private void SetAside(int index)
    {
        var first = index;
        while (first > 0 && tokens[first - 1].Sentence == tokens[index].Sentence && !Turning.Has(At(first - 1))) first--;
        for (var at = first; at <= index; at++) Deny(tokens[at].Clause, at);
    }

    /// <summary>« Nous faisons aussi du chantier d'insertion, mais ce n'est pas le sujet »: all that the sentence told before is set aside.</summary>
    private void SetWholeAside(int index)
    {
        for (var at = index; at >= 0 && tokens[at].Sentence == tokens[index].Sentence; at--) Deny(tokens[at].Clause, at);
    }

    /// <summary>Whether the phrase that begins at this word is denied, or no longer true.</summary>
    public bool Cover(int index, bool isProblem)
    {
        var clause = tokens[index].Clause;
        if (index >= deniedFrom[clause]) return true;
        if (!isProblem) return index >= possessedFrom[clause] || IsOwned(index);
        if (isPast[clause] || isSettled[clause]) return true;
        for (var before = index - 1; before >= 0 && tokens[before].Clause == clause; before--)
        {
            if (Negators.Has(tokens[before].Spelled)) return true;
            if (!Linking.Has(tokens[before].Spelled)) break;
        }

        // « Nous n'avons jamais présenté de comptes en déficit ».
        for (var before = index - 2; before >= 0 && tokens[before].Clause == clause; before--)
        {
            if (At(before) == "jamais") return true;
        }

        return false;
    }

    /// <summary>Whether a covered phrase is so because it is over, done or there already, and not because it is denied.</summary>
    public bool IsBehind(int index, bool isProblem)
    {
        var clause = tokens[index].Clause;
        return index < deniedFrom[clause] && (!isProblem || isPast[clause] || isSettled[clause]);
    }

    private void Look(int index)
    {
        var clause = tokens[index].Clause;
        var word = At(index);
        if (word == "ni") LookAtNeither(index, clause);
        if (IsSettled(index)) isSettled[clause] = true;
        if (Past.Has(word) && At(index - 1) is not ("qui" or "n")) isPast[clause] = true;
        if (word == "deja" && (Articles.Has(At(index + 1)) || Done.Has(At(index + 1)))) Possess(clause, index);
        if (word == "deja" && Done.Has(At(index + 1)) && At(index - 1) is "est" or "sont") Possess(clause, FirstOf(clause, index));
        if (Done.Has(word) && At(index - 1) is "est" or "sont" && At(index - 2) is not ("n" or "pas" or "c") && !ClauseHas(clause, index, Undone) && tokens[index].Spelled is not ("fait" or "faits" or "faite")) Possess(clause, FirstOf(clause, index));
        if (Got.Has(word) && Auxiliaries.Has(At(index - 1)) && !ClauseHas(clause, index, NothingGot)) Possess(clause, index);
        if (IsPassive(index) && !ClauseHas(clause, index, Undone) && !ClauseHas(clause, index, NothingGot)) Possess(clause, FirstOf(clause, index));
        if (IsPastDate(index) && ClauseHasAuxiliary(clause, index)) Possess(clause, FirstOf(clause, index));
        if (word == "sans" && (IsWanting(At(index + 1)) || At(index + 1) is "passer" or "besoin" or "parler")) Deny(clause, index);
        if (word is "plutot" or "lieu" && At(index + 1) is "que" or "qu" or "de" or "d") Deny(clause, index);
        if (word == "non" && At(index - 1) is "et" or "pas" || (word == "non" && At(index + 1) is "pas")) Deny(clause, index);
        if (word is "inutile" or "exclu" or "refusons") Deny(clause, index);
        if (word is "aucun" or "aucune" or "nul" && At(index + 1) is "besoin" or "envie") Deny(clause, index);
        if (word is "pas" or "ni" or "sans" or "aucun" && At(index + 1) is "emprunt" or "credit" || (word == "pas" && At(index + 1) is "d" or "de" && At(index + 2) is "emprunt" or "credit" or "pret")) Deny(clause, index);
        if (word is not ("pas" or "plus")) return;
        if (At(index + 1) is "besoin" or "question" or "recherche" or "envie" or "interesses" or "interesse" or "pour" || (At(index + 1) is "la" or "a" && At(index + 2) is "recherche" or "question")) Deny(clause, index);
        if (word == "plus" && At(index - 1) is not ("est" or "sont")) return;
        if (IsWanting(At(index - 1)) && (At(index - 2) is "ne" or "n" || At(index - 3) is "ne" or "n" || At(index - 2) is "nous" or "on" or "je")) Deny(clause, index - 1);
        if (At(index - 1) == "est" && At(index - 2) is "n" or "c" && (Articles.Has(At(index + 1)) || At(index + 1) is "pour" or "question")) Deny(clause, index);
        if (At(index - 1) == "agit" && At(index - 2) == "s") Deny(clause, index);
        if (At(index - 1) == "est" && At(index - 2) is "n" or "c" && At(index + 1) is "le" or "l" && At(index + 2) is "sujet" or "objet" or "souci" or "propos") SetWholeAside(index);
        if (At(index - 1) is "est" or "sont" && At(index + 1) is "d" or "un" or "notre" or "le" or "a" && (At(index + 2) is "actualite" or "probleme" or "sujet" or "souci" or "priorite" or "menacee" or "menaces" || (At(index + 2) is "l" or "notre" && At(index + 3) is "ordre")))
            Deny(clause, FirstOf(clause, index));
    }

    private void LookAtNeither(int index, int clause)
    {
        if (FollowedByNeither(index)) Deny(clause, index);
        var earlier = clause > 0 && StartsClause(index) && tokens[index - 1].Sentence == tokens[index].Sentence && deniedFrom[clause - 1] != int.MaxValue;
        if (earlier || deniedFrom[clause] != int.MaxValue || IsWanting(At(index - 1)) || IsWanting(At(index - 2))) Deny(clause, index);
    }

    /// <summary>« Ni local ni prêt »: the first of two.</summary>
    private bool FollowedByNeither(int index)
    {
        for (var next = index + 2; next < tokens.Count && next <= index + 5 && tokens[next].Sentence == tokens[index].Sentence; next++)
        {
            if (At(next) == "ni") return true;
        }

        return false;
    }

    /// <summary>« C'est réglé », « tout est rentré dans l'ordre », « ça va mieux »: the trouble told just before is over.</summary>
    private bool IsSettled(int index)
    {
        var word = At(index);
        if (word is "mieux") return At(index - 1) is "va" or "vont" && At(index - 2) is not "pas";
        if (word is "ordre") return At(index - 1) is "l" && At(index - 2) is "dans" && At(index - 3) is "rentre" or "rentree" or "revenu";
        if (word is "vieux" or "loin" or "ancien") return At(index - 1) is "est" && At(index - 2) is "c";
        if (word is "jour") return At(index - 1) is "a" && At(index - 2) is "sont" or "est" or "sommes";
        return Settled.Has(word) && At(index - 1) is not ("pas" or "jamais" or "etre" or "non" or "n") && At(index - 2) is not ("pas" or "n") && At(index - 1) is not "a" && !(word is "regle" or "derriere" && At(index - 1) is "la" or "une" or "qui");
    }

    /// <summary>A settled clause speaks of the one before it, and a short settled sentence of the sentence before it.</summary>
    private void CarryBack()
    {
        for (var index = tokens.Count - 1; index > 0; index--)
        {
            var (clause, before) = (tokens[index].Clause, tokens[index - 1].Clause);
            if (clause == before || !isSettled[clause]) continue;
            var isSameSentence = tokens[index - 1].Sentence == tokens[index].Sentence;
            var length = 0;
            for (var next = index; next < tokens.Count && tokens[next].Sentence == tokens[index].Sentence; next++) length++;
            if (isSameSentence || length <= 9) isSettled[before] = true;
        }
    }

    /// <summary>« a été réécrit », « vient d'être refait », « sont faits par un cabinet »: done.</summary>
    private bool IsPassive(int index) => At(index) switch
    {
        "ete" => At(index - 1) is "a" or "ont" && At(index - 2) is not ("n" or "pas"),
        "etre" => At(index - 1) is "d" && At(index - 2) is "vient" or "viennent",
        "par" => At(index - 1) is "fait" or "faite" or "faits" or "faites" or "assure" or "assuree" or "gere" or "geree" or "tenue" or "tenu" or "suivie" or "suivi" or "externalisee" && At(index - 2) is "est" or "sont" or "deja" or "bien",
        _ => false,
    };

    /// <summary>« en 2020 », « l'an dernier », « il y a deux ans ».</summary>
    private bool IsPastDate(int index) => At(index) switch
    {
        "dernier" => At(index - 1) is "an",
        "derniere" => At(index - 1) is "annee",
        "ans" or "an" => At(index - 2) is "a" or "y" && At(index - 3) is "y" or "il",
        ['1' or '2', _, _, _] => At(index - 1) is "en",
        _ => false,
    };

    private bool ClauseHasAuxiliary(int clause, int index)
    {
        for (var at = FirstOf(clause, index); at + 1 < tokens.Count && tokens[at].Clause == clause; at++)
        {
            if (At(at) is "avons" or "ont" or "a" or "ai" && At(at + 1) is [.., 'e' or 'i' or 'u' or 's' or 't'] && At(at + 1).Length > 2 && At(at - 1) is not ("y" or "n") && !FrenchWords.IsFunctionWord(At(at + 1))) return true;
        }

        return false;
    }

    private bool IsOwned(int index)
    {
        if (!Owned.Has(tokens[index].Spelled)) return false;
        var verb = At(index - 1) is "un" or "une" or "le" or "notre" or "des" or "nos" or "l" or "d" ? At(index - 2) : At(index - 1) is "bon" or "petit" or "grand" or "bel" or "beau" or "propre" ? At(index - 3) : "";
        return verb is "avons" or "avez" or "dispose" or "disposons" or "possede" or "possedons" or "beneficions" or "gardons" or "occupons" or "proprietaires" or "proprietaire"
            && !ClauseHas(tokens[index].Clause, index, Spoilt);
    }

    private bool ClauseHas(int clause, int from, Words words)
    {
        for (var index = from + 1; index < tokens.Count && tokens[index].Clause == clause; index++)
        {
            if (words.Has(tokens[index].Spelled)) return true;
        }

        return false;
    }

    private int FirstOf(int clause, int index)
    {
        while (index > 0 && tokens[index - 1].Clause == clause) index--;
        return index;
    }

    private void Deny(int clause, int index) => deniedFrom[clause] = Math.Min(deniedFrom[clause], index);

    private void Possess(int clause, int index) => possessedFrom[clause] = Math.Min(possessedFrom[clause], index);

    private bool StartsClause(int index) => index > 0 && tokens[index - 1].Clause != tokens[index].Clause;

    private string At(int index) => index >= 0 && index < tokens.Count ? tokens[index].Spelled : "";

    private static bool IsWanting(string word) => Array.Exists(Wanting, start => word.StartsWith(start, StringComparison.Ordinal)) && word is not ("visite" or "visites" or "vision");
}
