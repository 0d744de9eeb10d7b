using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Triage;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>Which words of a text are proposed to be masked. « [[ » and « ]] » stand around each passage expected; a sentence without them proposes none.</summary>
public sealed class SensitivePassagesTests
{
    private const string Sentences = """
        Notre trésorière, [[Mme Paulette Schmitt]], ne répond plus au courrier.
        Appelez [[Mme Fernande Colin]] au siège, elle expliquera.
        Le trésorier, [[Jean-Luc Mathieu]], a tout préparé.
        [[Contactez M. de La Tour]] à la mairie.
        La secrétaire [[Josiane Muller]] tient le registre.
        [[Nadia B.]], une voisine, nous aide le samedi.
        [[Docteur Weber]] préside le conseil.
        La directrice, [[Anne-Sophie Klein]], part en juin.
        [[Mme Durand]] a fondé le lieu. [[Durand]] en garde les clés.
        Écrivez à [[Monsieur Fabre]] ou à [[Madame Petit]].
        Notre salariée [[Inès Benali]] reprend le poste.
        [[M. Grosjean Patrick]] préside depuis 2010.
        Le jeune est [[né le 12 mars 2008]] à Nancy.
        Elle est [[née le 3/04/1971]] et cherche un toit.
        Il est [[né le 1er mai 1990]], on l'accueille.
        Le numéro est le [[06 12 34 56 78]], le soir.
        Joignable au [[03.83.00.00.00]] toute la journée.
        Rappelez le [[+33 6 12 34 56 78]] avant midi.
        Son numéro de sécurité sociale : [[1 84 12 54 395 123 45]].
        NIR [[284035439512345]] à joindre au dossier.
        Vous pouvez virer sur [[FR76 3000 6000 0112 3456 7890 189]].
        Nous avons un local. [[Le président a été condamné pour escroquerie en 2022]]. Nous cherchons un comptable.
        [[Un salarié est séropositif et l'équipe l'a appris]].
        Nous cherchons un appui. [[Notre éducateur boit et sa femme l'a quitté]].
        [[La coordinatrice est enceinte et en arrêt maladie]].
        [[Je suis diabétique et sous dialyse]]. Le projet continue.
        [[Le fils de la directrice est en prison]].
        [[Une de nos bénévoles suit une chimio, voilà tout]].
        [[Mon fils est autiste et c'est pour lui que je crée l'association]].
        [[Le gardien a un bracelet électronique]].
        [[Notre animatrice a accouché d'un prématuré et ne reviendra pas]].
        [[Un de nos salariés, musulman pratiquant, demande un aménagement]].
        [[Notre trésorière, Mme Paulette Schmitt, est hospitalisée depuis mars]].
        [[J'ai moi-même fait deux ans de prison]].
        [[Mon médecin m'a mise sous antidépresseurs]].
        [[Son fils est sous contrôle judiciaire]].
        [[Notre trésorier porte un bracelet électronique, dit-on]].
        [[Le trésorier est placé en liberté conditionnelle]].
        [[La secrétaire a la sclérose en plaques]].
        [[Mme Odile Krantzer, malade du coeur, ne vient plus]].
        [[[passage masqué], malade du coeur, ne vient plus]].
        Son numéro : [[1.85.12.54.395.012.44]].
        Rappelez le [[00 33 6 11 22 33 55]] avant midi.
        Écrivez à [[colette.wurtz@example.org]] pour la suite.
        Notre directrice forme les bénévoles à la prévention du diabète.
        Nous accueillons des personnes malades du cancer et leurs proches.
        Notre gérant est décédé au printemps et nous voulons reprendre la société.
        Association de lutte contre les addictions, nous cherchons un local.
        L'association porte le nom de Marcel Dupont, résistant lorrain.
        Notre local est rue du Général Leclerc à Toul.
        Nous employons des travailleurs handicapés dans un atelier adapté.
        Nous visitons des détenus et préparons leur sortie de prison.
        La présidente quitte ses fonctions en juin.
        Nous voulons ouvrir un café pour les aidants de malades d'Alzheimer.
        Le conseil d'administration compte douze membres.
        Une mutuelle de santé cherche à mesurer son impact.
        Le directeur part à la retraite et personne ne veut le remplacer.
        Il nous manque 12 500 euros et la campagne ferme le 31 mars 2026.
        Notre SIRET est le 123 456 789 00012.
        Madame, Monsieur, nous cherchons un appui pour notre association.
        Bonjour Madame la Présidente de la région, merci de votre aide.
        La Maison des Associations de Metz nous prête une salle.
        Un passage est masqué : [passage masqué], et c'est tout.
        """;

    public static TheoryData<string> Lines => [.. Sentences.Split('\n').Select(line => line.Trim())];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Passages_of_a_sentence_are_those_marked(string line)
    {
        var marked = Marked(Plain(line));

        Assert.Equal(line, marked);
    }

    [Fact]
    public void Whatever_raises_the_signal_has_a_passage()
    {
        var texts = Sentences.Split('\n').Select(line => (Title: "Un titre", Need: Plain(line.Trim())));

        var missed = texts.Where(text => SensitiveData.Find(text.Title, text.Need, NeedLexicon.Default).Count > 0
            && SensitivePassages.Of(text.Title).Count + SensitivePassages.Of(text.Need).Count == 0);

        Assert.Empty(missed);
    }

    [Fact]
    public void Overlapping_finds_are_one_passage_of_several_kinds()
    {
        const string Text = "Notre trésorière, Mme Paulette Schmitt, est hospitalisée, son numéro est le 06 12 34 56 78.";

        var passage = Assert.Single(SensitivePassages.Of("Elle va mal. " + Text));

        Assert.Equal(SensitiveKinds.PrivateLife | SensitiveKinds.Name | SensitiveKinds.Telephone, passage.Kinds);
        Assert.Equal(["la santé, la justice ou la vie privée de quelqu'un", "le nom d'une personne", "un numéro de téléphone"], passage.Kinds.InWords);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("\0\0\0")]
    [InlineData(null)]
    public void Nothing_is_found_in_nothing(string? text) => Assert.Empty(SensitivePassages.Of(text));

    [Fact]
    public void Odd_characters_move_no_place() =>
        Assert.Equal("\0\uD83D [[Mme Schmitt]] \uFFFF\u200B 😀 au [[06 12 34 56 78]]\0", Marked("\0\uD83D Mme Schmitt \uFFFF\u200B 😀 au 06 12 34 56 78\0"));

    [Fact]
    public void Endless_words_are_read_by_their_beginning_and_passages_stay_in_place()
    {
        var endless = new string('a', 3_000);

        Assert.Equal($"{endless} [[Mme S{endless}]] {endless} au [[06 12 34 56 78]].", Marked($"{endless} Mme S{endless} {endless} au 06 12 34 56 78."));
    }

    [Fact]
    public void Very_long_texts_are_read_at_once()
    {
        var text = string.Join(' ', Enumerable.Repeat("Mme Durand M. Martin né le 12 FR76 1 84 12 le président malade A.", 2_000));

        Assert.NotEmpty(SensitivePassages.Of(text));
        Assert.NotEmpty(SensitivePassages.Of(new string('M', 200_000) + ". Mme Durand"));
    }

    [Fact]
    public void Phrases_that_staff_added_count()
    {
        var lexicon = NeedLexicon.Edited([LexiconChange.Decide(1, new LexiconEntry(LexiconKind.Notion, Notions.SensitiveMatter, 3, "zona", true), isActive: true, "Essai.", Guid.CreateVersion7(A.Now), A.Now)]);

        Assert.Empty(SensitivePassages.Of("Un salarié a un zona."));
        Assert.Single(SensitivePassages.Of("Un salarié a un zona.", lexicon));
    }

    private static string Plain(string line) => line.Replace("[[", "", StringComparison.Ordinal).Replace("]]", "", StringComparison.Ordinal);

    private static string Marked(string text)
    {
        foreach (var passage in SensitivePassages.Of(text).Reverse()) text = $"{text[..passage.Start]}[[{text[passage.Start..passage.End]}]]{text[passage.End..]}";
        return text;
    }
}
