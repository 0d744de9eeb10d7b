using System.Collections.Frozen;
using PlusPortal.Domain.Matching.French;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>How the words around a phrase present it.</summary>
internal enum Frame
{
    /// <summary>Nothing tells.</summary>
    Open,

    /// <summary>What the structure does, or for whom: « nous formons des jeunes » asks for no training.</summary>
    Activity,

    /// <summary>What is missing or asked for: « nous cherchons », « comment », « il nous manque ».</summary>
    Need,
}

/// <summary>Parts a text into what a structure does and what it needs, word by word. A new sentence starts afresh.</summary>
internal sealed class Frames
{
    private static readonly Words Asking = new("""
        besoin besoins cherche cherchons cherchent cherchait recherche recherchons recherchent voudrait voudrions voudrais voudraient voulons veut veux veulent voulait voulions souhaite souhaitons souhaitent
        souhaiterions souhaiterait souhaiterais aimerions aimerait aimerais aimeraient comment manque manquent manquons faudrait faudra faut devons devrons devrait devrions probleme problemes difficulte difficultes
        inquiet inquiets inquietude envisageons envisage quel quelle quels quelles demandons sollicitons sollicite attendons perdus coince coinces bloque bloques galere galerons souci soucis pouvez
        pourriez aidez quelqu interesses conseil conseils savons sais savoir combien reflechissons etudions pensons projetons prevoyons preparons hesitons ignorons peinons urgent urgence merci aimons
        espere esperons desire desirons propose-nous pourrait pourrions pouvons envie objectif projet but souhait demande
        """);

    private static readonly Words Doing = new("""
        accompagnons accueillons accueille proposons propose organisons organise formons forme hebergeons heberge logeons loge aidons gerons gere collectons collecte reparons repare recyclons recycle animons
        anime vendons vend transformons produisons produit cultivons cultive distribuons distribue intervenons intervient luttons lutte sensibilisons sensibilise defendons defend offrons offre pretons louons
        livrons livre entretenons entretient fabriquons fabrique employons emploie oeuvre oeuvrons occupe occupons specialisee specialise specialises cree creee fondee existe dispensons dispense enseignons enseigne
        conseillons soutenons soutient permet permettons favorise favorisons reunit reunissons rassemble rassemblons mettons met valorisons valorise diffusons diffuse exploitons exploite portons porte assurons
        assure realisons realise regroupons regroupe federons federe ecoutons orientons oriente inserons insere embarque mene menons tient tenons activite activites mission missions
        """);

    private static readonly Words Beneficiaries = new("""
        famille familles habitant habitants gens menage menages usager usagers etudiant etudiants agriculteur agriculteurs locataire locataires foyers entreprises demandeurs chomeurs publics
        beneficiaires victimes migrants refugies enfants adolescents jeunes seniors aidants malades patients particuliers adherents femmes detenus allocataires surendettes personnes
        """);

    /// <summary>Verbs of help: the trouble that follows closely is that of the people helped.</summary>
    private static readonly Words Helping = new("accompagnons accompagne accueillons accueille aidons aide ecoutons ecoute orientons oriente soutenons soutient luttons lutte sensibilisons sensibilise hebergeons heberge prevenir prevention defendons defend");

    /// <summary>Those whose trouble is not ours, unless the sentence comes back to « nous ».</summary>
    private static readonly Words ThirdParties = new("fournisseur fournisseurs client clients partenaire partenaires voisin voisins voisine voisines prestataire prestataires concurrent concurrents confrere confreres consoeur repreneur acheteur porteur");

    private static readonly Words Relatives = new("oncle tante frere soeur cousin cousine gendre bru neveu niece ami amie copain copine pere mere fils fille mari femme compagnon compagne conjoint conjointe voisin voisine");

    private static readonly Words Organisations = new("association structure entreprise societe librairie boutique usine magasin commerce club restaurant cooperative imprimerie boulangerie menuiserie scierie ferme epicerie compagnie fondation creche asso boite cafe bar garage bistrot boucherie pharmacie");

    private static readonly Words Works = new("spectacle spectacles piece film films documentaire roman exposition expo podcast conte livre conference");

    private static readonly Words Telling = new("parle parlent raconte racontent evoque evoquent traite traitent autour theme histoire");

    private static readonly Words FirstPersons = new("nous on notre nos je j moi me m");

    private readonly Frame[] frames;
    private readonly bool[] ofOthers;
    private readonly bool[] ofRelatives;
    private readonly bool[] ofReader;

    /// <param name="text">The text, to see which sentences ask a question.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="titleEnd">Where the title ends.</param>
    public Frames(string text, IReadOnlyList<Token> tokens, int titleEnd)
    {
        frames = new Frame[tokens.Count];
        ofOthers = new bool[tokens.Count];
        ofRelatives = new bool[tokens.Count];
        ofReader = new bool[tokens.Count];
        var current = Frame.Open;
        var others = int.MinValue;
        var isQuestion = false;
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (index == 0 || token.Sentence != tokens[index - 1].Sentence)
            {
                isQuestion = IsQuestion(text, tokens, index);
                current = isQuestion ? Frame.Need : Frame.Open;
                others = int.MinValue;
            }
            else if (token.Clause != tokens[index - 1].Clause)
            {
                others = int.MinValue;
            }

            // A title names the project as often as the need: its words stand for themselves.
            if (token.Start >= titleEnd)
            {
                if (IsAsking(tokens, index)) current = Frame.Need;
                else if (!isQuestion && IsDoing(tokens, index)) current = Frame.Activity;
            }

            if (token.Spelled is "nous" or "on" or "notre" or "nos" or "je") others = int.MinValue;
            if (Beneficiaries.Has(token.Spelled) || Helping.Has(token.Spelled)) others = index;
            frames[index] = current;
            ofOthers[index] = others >= 0 && index - others <= 6 && index > others;
        }

        MarkThirdParties(tokens, titleEnd);
    }

    /// <summary>Marks what is told of a supplier, of a relative, of a play, or of the portal itself (« vous aidez les associations »).</summary>
    private void MarkThirdParties(IReadOnlyList<Token> tokens, int titleEnd)
    {
        var (isThird, isRelative, isWork, isStory, isReader) = (false, false, false, false, false);
        for (var index = 0; index < tokens.Count; index++)
        {
            var word = tokens[index].Spelled;
            if (index == 0 || tokens[index].Sentence != tokens[index - 1].Sentence) (isThird, isRelative, isWork, isStory, isReader) = (false, false, false, false, false);
            else if (tokens[index].Clause != tokens[index - 1].Clause) (isThird, isReader) = (false, false);
            if (tokens[index].Start < titleEnd) continue;

            if (FirstPersons.Has(word)) (isThird, isRelative, isStory) = (false, false, false);
            ofOthers[index] |= isThird || isStory;
            ofRelatives[index] = isRelative;
            ofReader[index] = isReader;

            isWork |= Works.Has(word);
            isStory |= isWork && Telling.Has(word);
            isThird |= (ThirdParties.Has(word) && !SuppliesEnergy(tokens, index)) || IsOtherOrganisation(tokens, index);
            isRelative |= Relatives.Has(word) && Before(tokens, index, 1) is "mon" or "ma" or "mes" && Next(tokens, index) is not "et";
            isReader |= Before(tokens, index, 1) == "vous" && (word == "etes" || (word.EndsWith("ez", StringComparison.Ordinal) && word is not ("pouvez" or "pourriez" or "auriez" or "avez" or "savez" or "connaissez" or "voulez")));
        }
    }

    /// <summary>« le fournisseur d'électricité annonce la coupure » is our trouble.</summary>
    private static bool SuppliesEnergy(IReadOnlyList<Token> tokens, int index) =>
        index + 2 < tokens.Count && tokens[index + 2].Spelled is "electricite" or "energie" or "gaz" or "eau" or "courant";

    /// <summary>« une librairie en liquidation », « l'association voisine », « la structure qui portait le projet »; but not « nous sommes une association ».</summary>
    private static bool IsOtherOrganisation(IReadOnlyList<Token> tokens, int index)
    {
        if (!Organisations.Has(tokens[index].Spelled)) return false;
        if (Before(tokens, index, 1) is "un" or "une" or "autre" or "d") return Before(tokens, index, 2) is not ("sommes" or "suis" or "est" or "etes" or "avons" or "gere" or "gerons" or "dirige" or "preside" or "tiens" or "ai") && Before(tokens, index, 3) is not ("sommes" or "suis" or "est");
        if (Before(tokens, index, 1) is "le" or "la" or "l" && index + 2 < tokens.Count && Next(tokens, index) is "associatif" or "associative" or "municipal" or "communal" && tokens[index + 2].Spelled is "du" or "de" or "d" or "voisin") return true;
        if (Before(tokens, index, 1) is "le" or "la" or "l" && index + 2 < tokens.Count && Next(tokens, index) is "du" or "de" or "d" && tokens[index + 2].Spelled is "village" or "bourg" or "coin" or "quartier" or "cote" or "face") return true;
        return Next(tokens, index) is "voisine" or "voisin" or "amie" or "ami" || (Next(tokens, index) == "qui" && Before(tokens, index, 1) is "la" or "l" or "le");
    }

    /// <summary>How the phrase that begins at this word is presented.</summary>
    public Frame At(int index) => frames[index];

    /// <summary>Whether the word follows closely the people whom a structure serves: « des familles en difficulté ».</summary>
    public bool IsOfOthers(int index) => ofOthers[index];

    /// <summary>Whether the word is about a relative of who writes: « mon gendre cherche un prêt ».</summary>
    public bool IsOfRelatives(int index) => ofRelatives[index];

    /// <summary>Whether the word is about those who read: « vous aidez les associations ».</summary>
    public bool IsOfReader(int index) => ofReader[index];

    /// <summary>Whether the sentence that begins at this word ends with a question mark.</summary>
    private static bool IsQuestion(string text, IReadOnlyList<Token> tokens, int first)
    {
        var last = first;
        while (last + 1 < tokens.Count && tokens[last + 1].Sentence == tokens[first].Sentence) last++;
        var end = tokens[last].Start + tokens[last].Length;
        var next = last + 1 < tokens.Count ? tokens[last + 1].Start : text.Length;
        return end < next && text.AsSpan(end, next - end).Contains('?');
    }

    private static bool IsAsking(IReadOnlyList<Token> tokens, int index)
    {
        var word = tokens[index].Spelled;
        if (word is "projet" or "but" or "objectif") return Before(tokens, index, 1) is "avons" or "a" or "notre" or "le" && Before(tokens, index, 2) is not "gestion";
        if (word is "demande" or "savoir" or "quel" or "quelle" or "quels" or "quelles" or "conseil" or "conseils") return word is not ("conseil" or "conseils") || Before(tokens, index, 1) is "des" or "de" or "un";
        if (!Asking.Has(word)) return false;

        // « les jeunes qui cherchent un emploi », « aux personnes qui veulent » : not the structure.
        return !(word.EndsWith("ent", StringComparison.Ordinal) && Before(tokens, index, 1) == "qui");
    }

    private static bool IsDoing(IReadOnlyList<Token> tokens, int index)
    {
        var word = tokens[index].Spelled;
        if (!Doing.Has(word)) return false;
        var before = Before(tokens, index, 1);

        // An infinitive or a participle after « pour », « de », « à » is no statement; « nous » or a noun before a verb is.
        return before is not ("pour" or "de" or "a" or "d" or "pas" or "plus" or "etre" or "nouvelle" or "cette" or "quelle" or "nos" or "notre" or "les" or "l" or "une" or "developper" or "revoir")
            || (before is "notre" or "nos" or "l" && word is "activite" or "activites" or "mission" or "missions" && Next(tokens, index) is "est" or "consiste" or "c" or "sont");
    }

    private static string Before(IReadOnlyList<Token> tokens, int index, int steps) =>
        index >= steps && tokens[index - steps].Sentence == tokens[index].Sentence ? tokens[index - steps].Spelled : "";

    private static string Next(IReadOnlyList<Token> tokens, int index) =>
        index + 1 < tokens.Count && tokens[index + 1].Sentence == tokens[index].Sentence ? tokens[index + 1].Spelled : "";
}

/// <summary>A set of words, without accents.</summary>
internal sealed class Words(string text)
{
    private readonly FrozenSet<string> words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(FrenchWords.Fold).ToFrozenSet(StringComparer.Ordinal);

    public bool Has(string word) => words.Contains(word);
}
