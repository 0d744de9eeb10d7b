using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>Triage signals in everyday French, each beside a sentence that looks like it and must not raise it. None of these sentences comes from a set that the matcher is judged with.</summary>
public sealed class TriageFrenchTests
{
    private static readonly CatalogOffer[] Directory =
    [
        Given.Offer(1, Given.Content() with { Themes = [.. Themes.All.Select(term => term.Code)] }, source => source with { Circle = Circles.PremierAccueil }),
    ];

    [Theory]
    [InlineData("Nous ne pourrons pas verser les salaires de ce mois.")]
    [InlineData("La paie de décembre ne passera pas.")]
    [InlineData("L'Urssaf nous réclame 14 000 euros et nous n'avons plus rien sur le compte.")]
    [InlineData("Un huissier est venu hier pour le loyer.")]
    [InlineData("Le loyer du trimestre n'est pas payé et le propriétaire s'impatiente.")]
    [InlineData("La banque a supprimé notre découvert lundi.")]
    [InlineData("Notre compte a été bloqué ce matin.")]
    [InlineData("On ne passera pas l'hiver.")]
    [InlineData("On tiendra pas jusqu'à la rentrée, la caisse est vide.")]
    [InlineData("Nous avons de quoi tenir trois semaines, après c'est fini.")]
    [InlineData("Le Conseil départemental a retiré sa subvention et nous n'avons plus de quoi payer les salaires.")]
    [InlineData("Les salaires ont été décalés deux fois depuis septembre.")]
    [InlineData("Deux mois d'arriérés de loyer, le bailleur menace de résilier.")]
    [InlineData("Nous sommes en cessation de paiements depuis quinze jours.")]
    [InlineData("J'ai payé les salaires de ma poche en octobre.")]
    [InlineData("Les prélèvements sont rejetés les uns après les autres.")]
    [InlineData("Il nous manque 9 000 euros pour les salaires de vendredi.")]
    [InlineData("Nous avons reçu une contrainte de l'Urssaf.")]
    [InlineData("Le fournisseur ne livre plus sans être payé comptant.")]
    [InlineData("On est à découvert et l'autorisation de découvert est dénoncée par la banque.")]
    [InlineData("L'électricité va être coupée faute de paiement, il y a trois factures impayées et plus un sou.")]
    [InlineData("Nous avons trois mois de retard de cotisations.")]
    [InlineData("Avis à tiers détenteur des impôts reçu hier.")]
    [InlineData("Nos chèques reviennent sans provision.")]
    [InlineData("Rupture de trésorerie dans dix jours.")]
    [InlineData("Nous sommes au bord du dépôt de bilan.")]
    [InlineData("Les salariées n'ont pas été payées en novembre.")]
    [InlineData("asso en galère, plus de tréso, les payes de juin on sait pas comment")]
    public void Money_missing_now_is_urgent(string text) => Assert.Contains(TriageSignals.UrgentDifficulte, Signals(text));

    [Theory]
    [InlineData("Notre trésorerie couvre huit mois, nous voulons seulement préparer la suite avec un regard extérieur sur nos recettes.")]
    [InlineData("Il nous reste dix mois de trésorerie et nous voulons revoir nos recettes calmement.")]
    [InlineData("Nous n'avons jamais eu de loyer en retard et cherchons comment diversifier nos recettes.")]
    [InlineData("Aucune dette, aucun impayé : nous voulons réécrire notre modèle économique.")]
    [InlineData("Nous accompagnons des familles menacées d'expulsion et cherchons à diversifier nos recettes.")]
    [InlineData("Les grandes enseignes étranglent nos producteurs, nous voulons trouver un modèle économique juste.")]
    [InlineData("Nous avons connu un redressement en 2015, tout est réglé, nous voulons revoir nos recettes.")]
    [InlineData("Ce n'est pas une urgence, nous voulons revoir nos tarifs dans l'année.")]
    [InlineData("Nous livrons des repas et voulons revoir nos prix, la paie est faite par un cabinet.")]
    [InlineData("Comment fixer les salaires de nos deux animateurs et revoir nos recettes ?")]
    [InlineData("Nos comptes sont à l'équilibre mais dépendent d'un seul financeur, cela nous inquiète.")]
    [InlineData("Nous voulons un prêt pour acheter un camion, la banque est d'accord si quelqu'un garantit.")]
    public void What_can_wait_is_not_urgent(string text) => Assert.DoesNotContain(TriageSignals.UrgentDifficulte, Signals(text));

    [Theory]
    [InlineData("Je n'en peux plus.")]
    [InlineData("Je ne dors plus depuis des semaines.")]
    [InlineData("Je ne mange plus et je pleure chaque matin.")]
    [InlineData("Je ne vois plus d'issue.")]
    [InlineData("J'ai des idées noires.")]
    [InlineData("Je me dis que ce serait mieux sans moi.")]
    [InlineData("Je suis vidée, brisée, je vais craquer.")]
    [InlineData("Il m'arrive de penser à en finir.")]
    [InlineData("J'ai perdu le sommeil et je suis à bout.")]
    [InlineData("La présidente pleure à chaque réunion, elle est à bout de nerfs.")]
    [InlineData("J'ai une boule au ventre chaque matin.")]
    public void Distress_is_heard(string text) => Assert.Contains(TriageSignals.DetressePersonne, Signals(text + " Notre modèle économique dépend d'un seul financeur."));

    [Theory]
    [InlineData("Nous menons des actions de prévention du suicide auprès des jeunes.")]
    [InlineData("Nos bénévoles sont fatigués, il faudrait en recruter.")]
    [InlineData("La toiture s'est abîmée, nous cherchons comment financer les travaux.")]
    [InlineData("Nous organisons des nuits du conte et des veillées.")]
    [InlineData("Nous voyons le bout du chantier et voulons ouvrir en mai.")]
    [InlineData("Tout va bien chez nous, nous voulons seulement mieux fixer nos prix.")]
    public void What_is_not_distress_is_left_alone(string text) => Assert.DoesNotContain(TriageSignals.DetressePersonne, Signals(text));

    [Theory]
    [InlineData("Nous aimerions être accompagnés.")]
    [InlineData("Besoin d'aide pour notre projet svp.")]
    [InlineData("Pourriez-vous nous donner des conseils ? Merci d'avance.")]
    [InlineData("On voudrait faire quelque chose de bien pour le quartier, on sait pas trop quoi.")]
    [InlineData("jsp par où commencer, quelqu'un peut m'expliquer ?")]
    [InlineData("Bonjour, que pouvez-vous faire pour nous ? Bien à vous.")]
    [InlineData("Nous souhaitons prendre contact avec vous pour un premier échange.")]
    [InlineData("J'ai plein d'idées mais tout est flou, aidez-moi à y voir clair.")]
    [InlineData("Un coup de pouce serait le bienvenu.")]
    [InlineData("Notre association aurait besoin de soutien dans ses démarches.")]
    public void Nothing_to_act_upon_is_vague(string text) => Assert.Contains(TriageSignals.BesoinFlou, Signals(text, request => request with { Themes = [] }));

    [Theory]
    [InlineData("Nous cherchons une salle de répétition pour notre chorale, la mairie reprend la nôtre en juin.")]
    [InlineData("Qui peut former notre nouvelle trésorière à tenir la comptabilité de l'association ?")]
    [InlineData("Nous cherchons des mécènes pour le toit de notre théâtre, comment leur parler ?")]
    [InlineData("Deux associations voisines veulent fusionner avant la fin de l'année, comment faire ?")]
    [InlineData("Nous voulons embaucher notre première salariée et ne savons pas faire une fiche de paie.")]
    [InlineData("Comment obtenir l'agrément ESUS pour notre association de vingt salariés ?")]
    public void A_named_need_is_not_vague(string text) => Assert.DoesNotContain(TriageSignals.BesoinFlou, Signals(text, request => request with { Themes = [] }));

    [Theory]
    [InlineData("Bonjour, notre agence web vous propose la création de votre site à partir de 490 euros, devis gratuit.")]
    [InlineData("Boostez votre visibilité sur Google, première page garantie, sans engagement.")]
    [InlineData("Nous offrons à vos équipes des formations prises en charge à 100 %. Contactez nos conseillers dès aujourd'hui.")]
    [InlineData("Partenariat gagnant-gagnant : réduisez vos factures d'énergie, offre limitée.")]
    [InlineData("Prêt entre particuliers rapide, sans justificatifs, de 2 000 à 300 000 euros.")]
    [InlineData("Gagnez des revenus passifs grâce à la crypto, cliquez ici https://exemple.example.org")]
    [InlineData("Cher dirigeant, optimisez vos charges : répondez OUI à ce message et nos experts vous rappelleront.")]
    [InlineData("Nous vous proposons une mutuelle moins chère pour vos salariés, devis en deux minutes : www.exemple.example.org")]
    [InlineData("Courtier en assurances, je propose à vos adhérents des tarifs négociés.")]
    [InlineData("Fichier de 20 000 contacts qualifiés de dirigeants à vendre, tarif 300 euros.")]
    [InlineData("Formation CPF offerte à vos collaborateurs, places limitées, inscrivez-vous.")]
    [InlineData("Je souhaite vous présenter notre logiciel de gestion, démonstration gratuite en quinze minutes.")]
    public void Who_sells_is_set_apart(string text) => Assert.Contains(TriageSignals.Indesirable, Signals(text, request => request with { Title = "Proposition", LegalForm = LegalForms.Autre, HeadcountFte = null }));

    [Theory]
    [InlineData("Notre club cherche un prêt d'honneur à taux zéro pour son futur gérant, la banque demande un apport.")]
    [InlineData("Nous voulons refaire notre site internet, une agence nous demande 3 000 euros, est-ce normal ?")]
    [InlineData("Nous cherchons une formation prise en charge par notre Opco pour deux animatrices.")]
    [InlineData("Comment améliorer notre référencement et notre visibilité sans gros budget ?")]
    [InlineData("Nous proposons des ateliers de cuisine aux habitants et cherchons comment fixer nos prix.")]
    [InlineData("Nos factures d'énergie explosent, qui peut nous conseiller pour isoler la salle ?")]
    [InlineData("Nous vendons des paniers de légumes et voudrions trouver de nouveaux clients.")]
    public void Who_asks_is_no_seller(string text) => Assert.DoesNotContain(TriageSignals.Indesirable, Signals(text));

    [Theory]
    [InlineData("Mon salon de coiffure marche bien, je veux plus de clients et un crédit.", LegalForms.EntrepriseIndividuelle)]
    [InlineData("Je suis agent immobilier, je voudrais embaucher et gagner plus d'argent.", LegalForms.SocieteCommercialeHorsEss)]
    [InlineData("Je lance ma marque de vêtements et cherche des investisseurs.", LegalForms.PasEncoreCreee)]
    [InlineData("Taxi à mon compte, je veux acheter une seconde voiture.", LegalForms.EntrepriseIndividuelle)]
    [InlineData("J'ouvre un institut de beauté en franchise au centre commercial.", LegalForms.PasEncoreCreee)]
    public void An_ordinary_business_is_out_of_scope(string text, string form) =>
        Assert.Contains(TriageSignals.HorsPerimetreEss, Signals(text, request => request with { LegalForm = form, HeadcountFte = null, QualificationsKnown = false }));

    [Theory]
    [InlineData("Notre patron part à la retraite, nous sommes neuf salariés et voulons reprendre l'atelier ensemble.", LegalForms.SocieteCommercialeHorsEss)]
    [InlineData("Le gérant ne trouve pas de repreneur, les ouvriers sont prêts à mettre leurs économies.", LegalForms.SocieteCommercialeHorsEss)]
    [InlineData("On voudrait racheter notre usine avec les collègues, on entend parler de sociétés de salariés.", LegalForms.SocieteCommercialeHorsEss)]
    [InlineData("Nous ouvrons à six une coopérative de menuiserie où chacun aura une voix.", LegalForms.PasEncoreCreee)]
    [InlineData("Je voudrais ouvrir une épicerie solidaire gérée par les habitants.", LegalForms.PasEncoreCreee)]
    [InlineData("Comédienne au RSA, je cherche un microcrédit de 3 000 euros pour mon matériel.", LegalForms.EntrepriseIndividuelle)]
    public void Takeovers_by_employees_and_common_good_are_in_scope(string text, string form) =>
        Assert.DoesNotContain(TriageSignals.HorsPerimetreEss, Signals(text, request => request with { LegalForm = form, HeadcountFte = null, QualificationsKnown = false }));

    [Theory]
    [InlineData("Notre association, créée en 2003, emploie douze personnes et veut revoir son projet à trois ans.", Stages.Demarrer, SubStages.Creation)]
    [InlineData("Nous ne pouvons plus payer les salaires, l'Urssaf nous poursuit.", Stages.Developper, SubStages.Developpement)]
    [InlineData("Nous voulons fusionner avec l'association voisine, traité de fusion à préparer.", Stages.Developper, SubStages.Developpement)]
    public void A_stage_that_the_text_contradicts_is_to_correct(string text, string stage, string subStage) =>
        Assert.Contains(TriageSignals.EtapeACorriger, Signals(text, request => request with { Stage = stage, SubStage = subStage, HeadcountFte = Interval.Exactly(12) }));

    [Fact]
    public void Employees_who_take_over_their_company_transform_it()
    {
        var result = Result("Le gérant ferme en juin et n'a pas de repreneur, les salariés sont prêts à mettre leurs économies dans la boîte.", request => request with
        {
            LegalForm = LegalForms.SocieteCommercialeHorsEss,
            Stage = Stages.Demarrer,
            SubStage = SubStages.IdeeEmergence,
            Themes = [],
            HeadcountFte = Interval.Exactly(18),
            QualificationsKnown = false,
        });

        Assert.Equal((Stages.Transformer, SubStages.TransmissionReprise), (result.SuggestedStage, result.SuggestedSubStage));
        Assert.Contains(result.Signals, signal => signal.Code == TriageSignals.EtapeACorriger);
    }

    [Theory]
    [InlineData(LegalForms.Scic, "Notre Scic transforme une ancienne école en logements et cherche des fonds propres, 300 000 euros.", Stages.Developper)]
    [InlineData(LegalForms.Scop, "Notre Scop veut embaucher deux menuisiers et trouver de nouveaux clients.", Stages.Developper)]
    [InlineData(LegalForms.AssociationLoi1901, "Comment réécrire nos statuts, qui vote, faut-il une assemblée générale extraordinaire ?", Stages.Developper)]
    public void A_stage_that_nothing_contradicts_stays(string form, string text, string stage) =>
        Assert.DoesNotContain(TriageSignals.EtapeACorriger, Signals(text, request => request with { LegalForm = form, Stage = stage, SubStage = null, Themes = [] }));

    [Theory]
    [InlineData(Themes.NumeriqueCommunication, "Nous ne pouvons plus payer les loyers ni les salaires.")]
    [InlineData(Themes.ChoixStatutCreation, "Association de 1999, cinq salariés : nous voulons réécrire notre projet associatif à trois ans et clarifier qui décide.")]
    [InlineData(Themes.LocauxHebergement, "Nous voulons fusionner avec deux associations voisines, préparer le traité de fusion et mutualiser les moyens.")]
    public void Themes_that_the_text_contradicts_are_to_correct(string declared, string text) =>
        Assert.Contains(TriageSignals.ThemesACorriger, Signals(text, request => request with { Themes = [declared] }));

    [Theory]
    [InlineData(Themes.FormationCompetences, "Notre compagnie signe des contrats de cession avec des théâtres et voudrait former sa chargée de production.")]
    [InlineData(Themes.GouvernanceVieAssociative, "Nos statuts datent de 1970, comment les réécrire et attirer des jeunes au bureau ?")]
    [InlineData(Themes.LocauxHebergement, "Les ressources humaines et la paie, cela va bien. Nous cherchons un local plus grand.")]
    [InlineData(Themes.MecenatParticipatif, "Ni local ni prêt : nous cherchons des mécènes.")]
    public void Themes_that_the_text_confirms_stay(string declared, string text) =>
        Assert.DoesNotContain(TriageSignals.ThemesACorriger, Signals(text, request => request with { Themes = [declared] }));

    [Fact]
    public void Nobody_answers_when_the_heart_of_the_need_is_treated_by_nobody()
    {
        var accountant = Given.Offer(1, Given.Content() with { Themes = [Themes.GestionComptabilite] });
        var request = Given.Request() with { Themes = [Themes.EmploiPartage], Title = "Une comptable pour trois", Description = "Nous voudrions partager une salariée comptable avec deux autres associations, par un groupement d'employeurs." };

        Assert.Contains(Given.Match(request, accountant).Signals, signal => signal.Code == TriageSignals.AucunActeurCompatible);
    }

    [Theory]
    [InlineData("J'ai coché communication un peu au hasard. Nous cherchons comment remplacer notre président qui s'en va.", true)]
    [InlineData("J'ai mis communication mais ce n'est pas du tout ça : le bureau et la directrice ne se parlent plus.", true)]
    [InlineData("Nous voulons refaire notre site et nos affiches.", false)]
    public void A_theme_ticked_by_default_is_doubted(string text, bool isDoubted) =>
        Assert.Equal(isDoubted, Signals(text, request => request with { Themes = [Themes.NumeriqueCommunication] }).Contains(TriageSignals.ThemesACorriger));

    [Theory]
    [InlineData("Pour la clôture de notre budget annexe nous aurions besoin de", true)]
    [InlineData("Pour la clôture de notre budget annexe nous aurions besoin de conseils.", false)]
    public void A_text_that_stops_in_the_middle_is_incomplete(string text, bool isCut) =>
        Assert.Equal(isCut, Result(text).Signals.Any(signal => signal.Code == TriageSignals.Incomplet && signal.Reason.Contains("milieu d'une phrase", StringComparison.Ordinal)));

    [Fact]
    public void Distress_is_heard_even_in_a_message_that_seems_to_sell()
    {
        var signals = Signals("Profitez de notre offre exceptionnelle, devis gratuit, cliquez ici. Je n'en peux plus, je veux en finir.").ToList();

        Assert.Contains(TriageSignals.DetressePersonne, signals);
        Assert.DoesNotContain(TriageSignals.Indesirable, signals);
    }

    [Fact]
    public void A_message_that_sells_raises_nothing_else() =>
        Assert.Equal([TriageSignals.Indesirable], Signals("Interdit bancaire, plus un sou ? Prêt entre particuliers sans justificatif, réponse en 24 heures, contactez-nous vite."));

    [Fact]
    public void An_offer_for_the_declared_stage_only_steps_back_when_the_text_contradicts_it()
    {
        var starters = Given.Offer(1, Given.Content() with { Stages = [Stages.Demarrer], Themes = [Themes.ModeleEconomique] });
        var builders = Given.Offer(2, Given.Content() with { Stages = [Stages.Demarrer, Stages.Developper, Stages.Transformer], Themes = [Themes.ModeleEconomique] });
        var request = Given.Request() with
        {
            Stage = Stages.Demarrer,
            SubStage = SubStages.IdeeEmergence,
            Themes = [Themes.ModeleEconomique],
            HeadcountFte = Interval.Exactly(16),
            Title = "Modèle",
            Description = "Notre association existe depuis 1998 et emploie seize personnes ; nous voulons revoir notre modèle économique avant de nous lancer dans les conserves.",
        };

        var proposals = Given.Match(request, starters, builders).Proposals;

        Assert.Equal(builders.OfferId, proposals[0].OfferId);
        var reason = proposals.SelectMany(proposal => proposal.OfferId == starters.OfferId ? proposal.Reasons : []).Single(outcome => outcome.Criterion == Criteria.Stage);
        Assert.Equal(-MatchingRules.Current.StageOnlyDeclared, reason.Points);
        Assert.StartsWith("À vérifier", reason.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Signals(string text, Func<MatchingCriteria, MatchingCriteria>? with = null) => Result(text, with).Signals.Select(signal => signal.Code);

    private static MatchResult Result(string text, Func<MatchingCriteria, MatchingCriteria>? with = null)
    {
        var request = Given.Request() with { Title = "Demande", Description = text };
        return Given.Match(with is null ? request : with(request), Directory);
    }
}
