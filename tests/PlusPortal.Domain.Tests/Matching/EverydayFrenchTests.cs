using PlusPortal.Domain.Matching.French;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>What volunteers write, in their words and with their mistakes. None of these sentences comes from a set that the matcher is judged with.</summary>
public sealed class EverydayFrenchTests
{
    [Theory]
    [InlineData("deux associations voisines, on fait la meme chose, on se dit qu'on pourrait n'en faire qu'une", Themes.FusionMutualisation)]
    [InlineData("on voudrait savoir ce qu'on apporte vraiment aux habitants, la caf demande des preuves", Themes.UtiliteSocialeImpact)]
    [InlineData("Le toit fuit et les factures de chauffage explosent, comment isoler la salle ?", Themes.TransitionEcologique)]
    [InlineData("qui peut nous expliquer comment remplir un dossier fdva", Themes.SubventionAppelProjets)]
    [InlineData("est ce que quelqu'un peut faire nos fiches de paye", Themes.FonctionEmployeur)]
    [InlineData("nous sommes trois assos et voudrions un animateur à nous trois", Themes.EmploiPartage)]
    [InlineData("le maire veut reprendre la salle en juin, on ne sait pas où aller", Themes.LocauxHebergement)]
    [InlineData("Nos adhérents vieillissent et personne ne veut prendre la suite", Themes.GouvernanceVieAssociative)]
    [InlineData("Peut-on avoir l'agrément ESUS quand on est une association ?", Themes.AgrementsConventionnements)]
    [InlineData("Un prêt de 15 000 € pour acheter un four, la banque veut une caution", Themes.PretGarantie)]
    [InlineData("Nous voudrions transformer notre association en société coopérative", Themes.TransformationStatut)]
    [InlineData("Quels papiers pour déclarer une association au tribunal ?", Themes.ChoixStatutCreation)]
    [InlineData("Les gens ne nous connaissent pas, il faudrait une page Facebook et un vrai site", Themes.NumeriqueCommunication)]
    [InlineData("Comment fixer nos prix pour que l'activité tienne économiquement ?", Themes.ModeleEconomique)]
    [InlineData("Je touche le RSA, la banque a dit non pour 4 000 euros de matériel", Themes.MicrocreditPretHonneur)]
    [InlineData("Le gérant part en retraite, les salariés voudraient racheter l'atelier", Themes.RepriseTransmission)]
    [InlineData("Nous voulons ouvrir un chantier d'insertion en maraîchage", Themes.InsertionActiviteEconomique)]
    [InlineData("Où trouver des mécènes, quelles entreprises solliciter pour des dons ?", Themes.MecenatParticipatif)]
    [InlineData("Nous nous sentons seuls, nous aimerions rencontrer d'autres structures", Themes.ReseauPartenariats)]
    [InlineData("Nous perdons chaque appel d'offres de la communauté de communes", Themes.CommercialMarches)]
    public void A_need_is_read_in_plain_words(string text, string theme) => Assert.Equal(theme, NeedReader.Read("", text).Themes[0].Code);

    [Theory]
    [InlineData("Notre page internet date de 2009 et personne ne sait la mettre à jour", Themes.NumeriqueCommunication)]
    [InlineData("On étouffe dans notre sous-sol, il nous faudrait deux fois plus grand", Themes.LocauxHebergement)]
    [InlineData("Comment devenir entreprise adaptée ?", Themes.AgrementsConventionnements)]
    [InlineData("Le tribunal de commerce nous a convoqués", Themes.RestructurationProcedure)]
    [InlineData("Deux structures veulent employer la même personne, mi-temps chacune", Themes.EmploiPartage)]
    [InlineData("Notre directeur s'en va dans un an, comment préparer la suite ?", Themes.RepriseTransmission)]
    [InlineData("Une fondation nous demande un dossier, comment le présenter ?", Themes.MecenatParticipatif)]
    [InlineData("Le Département pourrait aider, mais quel formulaire remplir et avant quelle date ?", Themes.SubventionAppelProjets)]
    [InlineData("Nos conseillers ne s'entendent plus, deux administrateurs ont claqué la porte", Themes.GouvernanceVieAssociative)]
    [InlineData("je cherche des gens qui font pareil que nous pour échanger", Themes.ReseauPartenariats)]
    [InlineData("Nos bénévoles voudraient apprendre à animer une réunion", Themes.FormationCompetences)]
    [InlineData("Nous n'avons jamais été patrons et il faut rédiger des fiches de poste", Themes.FonctionEmployeur)]
    [InlineData("Nous devons apporter 30 000 euros de capital pour que la banque suive", Themes.FondsPropres)]
    public void A_need_is_read_in_what_happens(string text, string theme) => Assert.Equal(theme, NeedReader.Read("", text).Themes[0].Code);

    [Theory]
    [InlineData("On chrche un locale pr notr asso, le proprio reprend la salle", Themes.LocauxHebergement)]
    [InlineData("besoin d'une subvantion pour finir l'annee", Themes.SubventionAppelProjets)]
    [InlineData("coment tenir la comptabilitee de l'asociation", Themes.GestionComptabilite)]
    [InlineData("on aimerai embauché une anim en CDI", Themes.FonctionEmployeur)]
    [InlineData("pb de tréso, plus rien sur le cpte", Themes.TresorerieUrgence)]
    [InlineData("il faut mesurer limpact de nos actions", Themes.UtiliteSocialeImpact)]
    [InlineData("l'uissier est passé ce matin", Themes.TresorerieUrgence)]
    [InlineData("LES BENEVOLES SONT PARTIS PLUS PERSONNE AU BUREAU", Themes.GouvernanceVieAssociative)]
    public void Mistakes_and_abbreviations_do_not_hide_it(string text, string theme) =>
        Assert.Contains(NeedReader.Read("", text).Themes, evidence => evidence.Code == theme && evidence.Strength >= NeedReading.Moderate);

    [Theory]
    [InlineData("Nous ne cherchons pas de local, ni de subvention, mais un coup de main pour la compta.", Themes.LocauxHebergement)]
    [InlineData("Nous ne cherchons pas de local, ni de subvention, mais un coup de main pour la compta.", Themes.SubventionAppelProjets)]
    [InlineData("L'an dernier nous avons eu un prêt. Aujourd'hui nous cherchons des mécènes.", Themes.PretGarantie)]
    [InlineData("Nous avons déjà un expert-comptable. Il nous manque des bénévoles.", Themes.GestionComptabilite)]
    [InlineData("On a eu des dettes à l'Urssaf mais c'est réglé.", Themes.TresorerieUrgence)]
    [InlineData("Nous avons eu un gros trou de trésorerie. Tout est rentré dans l'ordre.", Themes.TresorerieUrgence)]
    [InlineData("Sans vouloir de subvention, nous aimerions être mieux connus du public.", Themes.SubventionAppelProjets)]
    [InlineData("Nous préférons un prêt plutôt qu'une subvention.", Themes.SubventionAppelProjets)]
    [InlineData("Notre trésorerie est saine. Nous voulons ouvrir une deuxième boutique.", Themes.TresorerieUrgence)]
    [InlineData("Notre site internet vient d'être refait, notre souci est la relève du bureau.", Themes.NumeriqueCommunication)]
    [InlineData("Nous avons déménagé en 2019. Comment trouver des clients ?", Themes.LocauxHebergement)]
    public void What_is_refused_owned_or_over_is_no_need(string text, string theme) =>
        Assert.DoesNotContain(NeedReader.Read("", text).Themes, evidence => evidence.Code == theme && evidence.Strength >= NeedReading.Moderate);

    [Theory]
    [InlineData("Notre association forme des jeunes au numérique et cherche des locaux plus grands.", Themes.LocauxHebergement, Themes.FormationCompetences)]
    [InlineData("Nous hébergeons des familles sans logement et nous voulons former nos bénévoles.", Themes.FormationCompetences, Themes.LocauxHebergement)]
    [InlineData("Nous aidons des personnes surendettées ; nous voulons un nouveau site internet.", Themes.NumeriqueCommunication, Themes.TresorerieUrgence)]
    [InlineData("Nous animons un groupement d'employeurs. Il nous faut des indicateurs pour prouver notre utilité.", Themes.UtiliteSocialeImpact, Themes.EmploiPartage)]
    public void What_a_structure_does_is_not_what_it_asks(string text, string need, string activity)
    {
        var themes = NeedReader.Read("", text).Themes;

        Assert.Equal(need, themes[0].Code);
        Assert.DoesNotContain(themes, evidence => evidence.Code == activity && evidence.Strength >= NeedReading.Moderate);
    }

    [Theory]
    [InlineData("Nous gérons une crèche de dix-huit berceaux et ne pouvons plus payer les salaires.", true)]
    [InlineData("Notre loueur n'a pas été payé depuis février et il nous menace d'expulsion.", true)]
    [InlineData("Les paies de septembre partiront en retard.", true)]
    [InlineData("Il nous reste deux mois de trésorerie, pas plus.", true)]
    [InlineData("Nous aidons des personnes surendettées qui ont des huissiers, nous voulons un nouveau site.", false)]
    [InlineData("Nous avons eu un huissier en 2022, c'est réglé.", false)]
    [InlineData("Nos salaires sont payés et notre trésorerie est bonne, nous cherchons un local.", false)]
    public void Money_that_is_missing_now_is_heard(string text, bool isUrgent) =>
        Assert.Equal(isUrgent, NeedReader.Read("", text).Tells(Notions.UrgentMoney));

    [Fact]
    public void A_need_told_after_a_long_presentation_is_found()
    {
        const string text = """
            Depuis 1992 nous animons un jardin, un atelier de couture et une fanfare dans quatre villages. Nous organisons une fête chaque été avec les écoles.
            Nous formons aussi de jeunes musiciens. Notre projet associatif a été réécrit l'an dernier. Il nous manque un trésorier et la relève du bureau n'est pas assurée.
            """;

        Assert.Equal(Themes.GouvernanceVieAssociative, NeedReader.Read("Bonjour", text).Themes[0].Code);
    }

    [Fact]
    public void The_same_words_count_once()
    {
        var one = Assert.Single(NeedReader.Read("", "Nous voulons déménager.").Themes);

        Assert.True(one.Strength <= 7, $"{one.Strength}");
        Assert.True(one.IsAsked);
    }

    [Theory]
    [InlineData("phase")]
    [InlineData("soigner")]
    [InlineData("pleine")]
    [InlineData("montagne")]
    [InlineData("marquer")]
    [InlineData("présenter")]
    [InlineData("local")]
    public void A_word_that_is_right_is_left_alone(string word) => Assert.Null(NeedLexicon.Default.Spell(FrenchWords.Fold(word)));

    [Theory]
    [InlineData("subvetion", "subvention")]
    [InlineData("gouvernence", "gouvernance")]
    [InlineData("trezorerie", "tresorerie")]
    [InlineData("dargent", "argent")]
    [InlineData("asso", "association")]
    public void A_word_that_is_wrong_is_mended(string written, string meant) => Assert.Equal(meant, NeedLexicon.Default.Spell(written));

    [Theory]
    [InlineData("abcd", "abcd", 0)]
    [InlineData("banque", "banqe", 1)]
    [InlineData("paie", "piae", 1)]
    [InlineData("", "abc", 3)]
    public void Edits_are_counted(string left, string right, int distance) => Assert.Equal(distance, EditDistance.Between(left, right));
}
