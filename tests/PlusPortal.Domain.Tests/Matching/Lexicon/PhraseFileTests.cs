using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching.Lexicon;

/// <summary>The files of phrases: what they may hold, what is said of a line that cannot be read, and that the order of the lines means nothing.</summary>
public sealed class PhraseFileTests
{
    private static readonly string[] Texts =
    [
        "Nous ne pouvons plus payer les salaires, la banque bloque notre compte et l'Urssaf réclame son dû.",
        "Notre asso veut passer d'association à Scic et cherche un prêt pour un local à Toul, nous n'avons pas de dettes.",
        "Je ne sais pas par où commencer, j'ai envie d'ouvrir un tiers-lieu avec des habitants.",
        "Vous bénéficiez d'une première page Google sans engagement, cliquez ici.",
        "Notre directrice est en arrêt maladie, les salariés voudraient reprendre l'entreprise ensemble.",
        "Nous cherchons à mutualiser une comptable et à former nos bénévoles au numérique.",
    ];

    [Fact]
    public void Every_line_that_comes_with_the_portal_can_be_read() => Assert.Empty(PhraseReader.Read(PhraseFile.ReadShipped).Faults);

    [Fact]
    public void Every_theme_and_every_notion_has_a_phrase()
    {
        var told = NeedLexicon.Default.Entries.ToLookup(entry => entry.Kind, entry => entry.Code);

        Assert.Empty(Themes.All.Select(term => term.Code).Except(told[LexiconKind.Theme]));
        Assert.Empty(Notions.All.Except(told[LexiconKind.Notion]));
    }

    [Fact]
    public void Every_notion_is_in_the_list_of_notions() =>
        Assert.Equal(typeof(Notions).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(), Notions.All.Order());

    [Fact]
    public void The_order_of_the_lines_the_ends_of_lines_and_the_mark_of_the_encoding_mean_nothing()
    {
        var expected = Texts.Select(text => Told(text, NeedLexicon.Default)).ToList();
        Func<string, IEnumerable<string>>[] orders = [lines => lines.Split('\n').Reverse(), .. Enumerable.Range(1, 3).Select(seed => (Func<string, IEnumerable<string>>)(lines => Shuffled(lines.Split('\n'), seed)))];

        foreach (var order in orders)
        {
            var (entries, faults) = PhraseReader.Read(name => "\uFEFF" + string.Join("\r\n", order(PhraseFile.ReadShipped(name).TrimEnd('\n'))) + "\r\n");
            var lexicon = new NeedLexicon(entries);

            Assert.Empty(faults);
            Assert.Equal(NeedLexicon.Default.Hash, lexicon.Hash);
            Assert.Equal(NeedLexicon.Default.Entries, lexicon.Entries);
            Assert.Equal(expected, Texts.Select(text => Told(text, lexicon)));
        }
    }

    [Fact]
    public void The_words_of_a_group_stand_in_the_place_of_its_name()
    {
        var (entries, faults) = Read(("themes.tsv", $"{Themes.PretGarantie}\t4\tnon\tpayer ~ {{dû}}|four"), ("groups.tsv", "dû\tloyer*\ndû\tcharges!"));

        Assert.Empty(faults);
        Assert.Equal(new LexiconEntry(LexiconKind.Theme, Themes.PretGarantie, 4, "payer ~ charges!|loyer*|four"), Assert.Single(entries));
    }

    [Theory]
    [InlineData("themes.tsv", "inconnu\t4\tnon\tprêt", "le code « inconnu » n'est pas connu.")]
    [InlineData("themes.tsv", "pret-garantie\t4\tprêt", "3 colonne(s) au lieu de 4 (code, poids, difficulté, phrase), séparées par une tabulation.")]
    [InlineData("themes.tsv", "", "1 colonne(s) au lieu de 4 (code, poids, difficulté, phrase), séparées par une tabulation.")]
    [InlineData("themes.tsv", "pret-garantie\t4\tnon\t", "la colonne « phrase » est vide, ou commence ou finit par une espace.")]
    [InlineData("themes.tsv", "pret-garantie\t4\tnon\t prêt", "la colonne « phrase » est vide, ou commence ou finit par une espace.")]
    [InlineData("themes.tsv", "pret-garantie\t\tnon\tprêt", "la colonne « poids » est vide, ou commence ou finit par une espace.")]
    [InlineData("themes.tsv", "pret-garantie\t11\tnon\tprêt", "le poids « 11 » n'est pas un nombre de 1 à 10.")]
    [InlineData("themes.tsv", "pret-garantie\tfort\tnon\tprêt", "le poids « fort » n'est pas un nombre de 1 à 10.")]
    [InlineData("themes.tsv", "pret-garantie\t4\tpeut-être\tprêt", "la difficulté est « peut-être » au lieu de « oui » ou « non ».")]
    [InlineData("themes.tsv", "pret-garantie\t4\tnon\tavec", "la phrase « avec » ne peut pas être lue (OnlyGrammar).")]
    [InlineData("themes.tsv", "pret-garantie\t4\tnon\t~ prêt", "la phrase « ~ prêt » ne peut pas être lue (BeginsWithGap).")]
    [InlineData("themes.tsv", "pret-garantie\t4\tnon\ttien*t* ~ comptes", "la phrase « tien*t* ~ comptes » ne peut pas être lue (UnknownSign).")]
    [InlineData("themes.tsv", "pret-garantie\t4\tnon\tpayer {absent}", "{absent} n'est pas dans groups.tsv.")]
    [InlineData("themes.tsv", "pret-garantie\t5\toui\tCaution ~ local|bail", "la phrase « Caution ~ local|bail » est déjà à la ligne 2.")]
    [InlineData("notions.tsv", "pret-garantie\t4\tnon\tprêt", "le code « pret-garantie » n'est pas connu.")]
    [InlineData("spellings.tsv", "associé\tassoce|asso", "l'écriture « asso » est déjà à la ligne 2.")]
    [InlineData("groups.tsv", "seul\tloyer", "aucune phrase n'emploie {seul}.")]
    [InlineData("groups.tsv", "tiers\tdeux mots", "« deux mots » n'est pas un mot.")]
    [InlineData("groups.tsv", "tiers\tmairie", "« mairie » est deux fois dans {tiers}.")]
    public void A_line_that_cannot_be_read_is_named(string file, string line, string said)
    {
        var sound = new Dictionary<string, string>
        {
            ["themes.tsv"] = "# code\tpoids\tdifficulté\tphrase\npret-garantie\t4\tnon\tcaution ~ bail|local\n",
            ["neutral.tsv"] = "# phrase\n{tiers} voisine\n",
            ["spellings.tsv"] = "# sens\técritures\nassociation\tasso|assos\n",
            ["groups.tsv"] = "# nom\tmot\ntiers\tmairie\n",
        };
        Assert.Empty(Read([.. sound.Select(pair => (pair.Key, pair.Value))]).Faults);
        var last = sound.GetValueOrDefault(file, "# en-tête\n").Count(letter => letter == '\n') + 1;
        sound[file] = sound.GetValueOrDefault(file, "# en-tête\n") + line + "\n# fin";

        var fault = Assert.Single(Read([.. sound.Select(pair => (pair.Key, pair.Value))]).Faults);

        Assert.Equal($"{file}, ligne {last} : {said}".Replace('\u00A0', ' '), fault.ToString().Replace('\u00A0', ' '));
    }

    private static (IReadOnlyList<LexiconEntry> Entries, IReadOnlyList<PhraseFault> Faults) Read(params (string File, string Text)[] files) =>
        PhraseReader.Read(name => files.FirstOrDefault(file => file.File == name).Text ?? "# rien");

    private static string Told(string text, NeedLexicon lexicon) => System.Text.Json.JsonSerializer.Serialize(NeedReader.Read("", text, lexicon));

    private static string[] Shuffled(string[] lines, int seed)
    {
        new Random(seed).Shuffle(lines);
        return lines;
    }
}
