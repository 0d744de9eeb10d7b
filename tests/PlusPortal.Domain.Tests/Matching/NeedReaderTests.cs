using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

public sealed class NeedReaderTests
{
    [Theory]
    [InlineData("Nous devons mesurer l'impact de nos actions pour nos financeurs.", Themes.UtiliteSocialeImpact)]
    [InlineData("nous devons mesurer limpact, evaluer nos effets", Themes.UtiliteSocialeImpact)]
    [InlineData("COMMENT TENIR LA COMPTABILITE DE L'ASSOCIATION ?", Themes.GestionComptabilite)]
    [InlineData("Il nous faut des locaux plus grands, nous cherchons un hangar.", Themes.LocauxHebergement)]
    [InlineData("On voudrait fusionner avec l'association voisine.", Themes.FusionMutualisation)]
    [InlineData("Partager un poste de comptable à trois associations.", Themes.EmploiPartage)]
    [InlineData("Comment répondre aux appels d'offres de la ville ?", Themes.CommercialMarches)]
    [InlineData("Nous embauchons notre première salariée, quel contrat de travail ?", Themes.FonctionEmployeur)]
    [InlineData("La banque demande une garantie pour notre emprunt.", Themes.PretGarantie)]
    [InlineData("Nous cherchons des mécènes et des dons.", Themes.MecenatParticipatif)]
    [InlineData("Passer de l'association à la Scic, avec la commune.", Themes.TransformationStatut)]
    public void A_need_is_read_whatever_the_capitals_and_accents(string text, string theme)
    {
        var reading = NeedReader.Read("", text);

        Assert.Equal(theme, reading.Themes[0].Code);
        Assert.NotEmpty(reading.Themes[0].Words);
    }

    [Theory]
    [InlineData("Nous ne cherchons pas de local.", Themes.LocauxHebergement)]
    [InlineData("Nous n'avons pas besoin de subvention.", Themes.SubventionAppelProjets)]
    [InlineData("Ce n'est pas un problème de trésorerie.", Themes.TresorerieUrgence)]
    [InlineData("Pas encore de retard de paiement, aucune dette, pas de découvert.", Themes.TresorerieUrgence)]
    [InlineData("Nous avons déjà trouvé un local.", Themes.LocauxHebergement)]
    [InlineData("Le redressement judiciaire est terminé.", Themes.RestructurationProcedure)]
    [InlineData("Association de droit local, nous vendons des produits locaux.", Themes.LocauxHebergement)]
    [InlineData("Deux clients sont prêts à signer.", Themes.PretGarantie)]
    [InlineData("On est perdus entre la convention et la mutuelle.", Themes.RestructurationProcedure)]
    [InlineData("Quelle convention collective appliquer ?", Themes.AgrementsConventionnements)]
    public void What_is_denied_past_or_another_word_is_no_need(string text, string theme)
    {
        Assert.DoesNotContain(NeedReader.Read("", text).Themes, evidence => evidence.Code == theme && evidence.Strength >= NeedReading.Moderate);
    }

    [Theory]
    [InlineData("Nous avons perdu notre principal client.", Themes.RestructurationProcedure)]
    [InlineData("Les loyers ne sont plus payés.", Themes.TresorerieUrgence)]
    [InlineData("Nous n'avons pas de local.", Themes.LocauxHebergement)]
    [InlineData("Nous ne pouvons pas payer les salaires.", Themes.TresorerieUrgence)]
    [InlineData("On n'a plus de président ni de trésorier, personne pour le bureau, aucun candidat.", Themes.GouvernanceVieAssociative)]
    [InlineData("Nous ne cherchons pas de subvention mais un local.", Themes.LocauxHebergement)]
    public void A_lack_is_a_need(string text, string theme)
    {
        Assert.Contains(NeedReader.Read("", text).Themes, evidence => evidence.Code == theme);
    }

    [Theory]
    [InlineData("Il faut 6 000 euros", 6_000)]
    [InlineData("Il faut 6 000 €", 6_000)]
    [InlineData("Il faut 6000€", 6_000)]
    [InlineData("Il faut 38 k€", 38_000)]
    [InlineData("Il faut 2 millions d'euros", 2_000_000)]
    public void An_amount_is_read_as_people_write_it(string text, int amount)
    {
        Assert.Equal([amount], NeedReader.Read("", text).AmountsEuros);
    }

    [Fact]
    public void Figures_that_are_no_money_are_left_alone()
    {
        Assert.Empty(NeedReader.Read("", "Douze salariés, 35 % du budget, créée en 2009, 57100 Thionville.").AmountsEuros);
    }

    [Fact]
    public void The_words_that_led_to_a_theme_are_those_of_the_text()
    {
        const string text = "Il nous manque un prêt d'honneur.";

        var evidence = NeedReader.Read("", text).Themes[0];

        Assert.Equal(Themes.MicrocreditPretHonneur, evidence.Code);
        Assert.Equal("prêt d'honneur", evidence.Words[0]);
    }

    [Theory]
    [InlineData("Je veux vivre de ma couture.", Voice.Alone)]
    [InlineData("Notre association et nos bénévoles, nous sommes prêts.", Voice.Together)]
    [InlineData("Association culturelle.", Voice.Unknown)]
    public void The_voice_tells_one_person_from_a_group(string text, Voice voice)
    {
        Assert.Equal(voice, NeedReader.Read("", text).Voice);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("…!?")]
    public void Nothing_is_read_in_nothing(string text)
    {
        Assert.Empty(NeedReader.Read("", text).Themes);
    }

    [Fact]
    public void A_pattern_that_could_never_match_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new NeedLexicon([new(LexiconKind.Theme, Themes.PretGarantie, 3, "avec")]));
        Assert.Throws<ArgumentException>(() => new NeedLexicon([new(LexiconKind.Theme, Themes.PretGarantie, 3, "")]));
        Assert.Throws<ArgumentException>(() => new NeedLexicon([new(LexiconKind.Theme, Themes.PretGarantie, 3, "~ pret")]));
    }

    [Fact]
    public void The_longest_text_is_read_quickly()
    {
        var text = string.Concat(Enumerable.Repeat("Nous ne pouvons pas payer les salaires ni la banque, plus de subvention. ", 60));
        _ = NeedReader.Read("", text);
        var start = System.Diagnostics.Stopwatch.GetTimestamp();

        _ = NeedReader.Read("", text);

        // A hundredfold margin over what is measured: this catches a change of order, not a slow machine.
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("Nous ne cherchons pas de local.", "local", SetAsideReason.Denied)]
    [InlineData("L'an dernier nous avons obtenu un prêt.", "prêt", SetAsideReason.Behind)]
    [InlineData("Nos dettes sont réglées.", "dettes", SetAsideReason.Behind)]
    [InlineData("Nous n'avons pas de dettes.", "dettes", SetAsideReason.Denied)]
    public void What_is_set_aside_is_kept_with_its_words_and_the_reason(string text, string words, SetAsideReason reason)
    {
        var reading = NeedReader.Read("", text);

        Assert.Contains(reading.SetAside, aside => aside.Words.Contains(words, StringComparison.Ordinal) && aside.Reason == reason);
        Assert.Equal(reading.SetAside.Distinct(), reading.SetAside);
    }

    [Fact]
    public void Nothing_is_set_aside_in_a_plain_need() => Assert.Empty(NeedReader.Read("", "Nous cherchons un local.").SetAside);
}
