using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>Needs and moments told by what happens, mostly without the word of the theme. Written before the phrases that read them; none comes from a set that the matcher is judged with.</summary>
public sealed class SituationPhrasesTests
{
    public static TheoryData<string, string> ToldThemes { get; } = Read("""
        idee-faisabilite On a repéré un besoin de garde d'animaux chez les personnes âgées et on se demande si ça tiendrait.
        idee-faisabilite Comment savoir s'il y a assez de clients pour notre laverie solidaire ?
        idee-faisabilite Nous avons un bout de projet de musée vivant, il faudrait quelqu'un pour nous aider à y voir clair et à chiffrer.
        idee-faisabilite J'ai envie de monter une conciergerie de village mais je ne sais pas si c'est jouable.
        idee-faisabilite Est-ce que mon projet de gîte associatif est réaliste ?
        idee-faisabilite Nous aimerions vérifier que les habitants viendraient avant de nous engager.
        modele-economique Les recettes ne couvrent plus les dépenses, il faut trouver un autre équilibre.
        modele-economique Nous vivons à 80 % de la Ville et cela nous fragilise.
        modele-economique On ne gagne rien sur les repas vendus, comment fixer nos tarifs ?
        modele-economique Comment ne plus dépendre d'un seul financeur ?
        modele-economique Nous perdons de l'argent sur chaque atelier.
        modele-economique Chaque année on finit avec 5 000 euros de moins et on ne comprend pas pourquoi.
        modele-economique Il nous faudrait des ressources plus régulières que les appels à projets.
        strategie-developpement Le conseil voudrait savoir où nous serons dans cinq ans.
        strategie-developpement Nous voulons réécrire notre projet associatif avec les adhérents.
        strategie-developpement La liste d'attente s'allonge, faut-il ouvrir une seconde crèche ?
        strategie-developpement On nous demande de venir dans trois autres cantons, comment grandir sans se perdre ?
        strategie-developpement Nous n'avons pas de cap, chacun tire de son côté.
        strategie-developpement Nous voudrions dupliquer notre ressourcerie à Épinal.
        utilite-sociale-impact Nos financeurs veulent des preuves de ce que nous apportons aux familles.
        utilite-sociale-impact Comment montrer à la Région que notre action sert à quelque chose ?
        utilite-sociale-impact Nous cherchons des indicateurs pour notre rapport d'activité.
        utilite-sociale-impact On nous demande une évaluation de nos effets sur les jeunes.
        choix-statut-creation Comment déclarer notre association au tribunal ?
        choix-statut-creation Nous sommes quatre amis et on hésite entre Scic et association.
        choix-statut-creation Je voudrais fonder une coopérative de taxis.
        gouvernance-vie-associative Plus personne ne veut être président et l'assemblée est en mars.
        gouvernance-vie-associative Le bureau et la direction ne se parlent plus.
        gouvernance-vie-associative Les réunions durent quatre heures et rien n'est décidé.
        gouvernance-vie-associative Les anciens s'accrochent et les jeunes ne restent pas.
        gouvernance-vie-associative Qui décide de quoi entre le conseil et la directrice ?
        gouvernance-vie-associative On n'arrive plus à trouver des bénévoles pour la buvette.
        gouvernance-vie-associative La moitié du CA a démissionné.
        transformation-statut Notre association veut devenir une coopérative avec les salariés et la commune.
        transformation-statut Le statut associatif ne nous convient plus, on pense à une Scic.
        transformation-statut Peut-on passer de SARL en Scop sans fermer ?
        transformation-statut Nous souhaitons créer une filiale commerciale pour notre restaurant.
        fusion-mutualisation Trois clubs de la vallée songent à n'en faire qu'un.
        fusion-mutualisation Nous voudrions partager un secrétariat avec deux autres associations.
        fusion-mutualisation Nos deux structures font la même chose, pourquoi ne pas s'unir ?
        fusion-mutualisation Une association voisine nous propose de l'absorber.
        agrements-conventionnements Comment obtenir l'agrément jeunesse et éducation populaire ?
        agrements-conventionnements Nous voulons être reconnus d'intérêt général pour donner des reçus.
        agrements-conventionnements Il nous faut Qualiopi pour continuer nos stages.
        agrements-conventionnements Nous voulons signer une convention d'entreprise d'insertion avec l'État.
        agrements-conventionnements On voudrait le label ESUS.
        reprise-transmission Le boulanger s'en va et le village veut garder son fournil.
        reprise-transmission Notre patronne vend, les sept employées aimeraient continuer.
        pret-garantie La banque veut une garantie pour nous prêter 80 000 euros.
        pret-garantie Nous voulons acheter une camionnette frigorifique et l'étaler sur cinq ans.
        pret-garantie Où emprunter pour rénover notre salle ?
        pret-garantie Il nous faut une avance en attendant que la subvention arrive.
        fonds-propres Nous manquons de fonds propres pour lancer la construction.
        fonds-propres Qui pourrait entrer au capital de notre Scic ?
        fonds-propres Nous cherchons un apport associatif remboursable dans dix ans.
        fonds-propres Notre haut de bilan est trop faible.
        subvention-appel-projets Quelles aides publiques pour un festival ?
        subvention-appel-projets Comment remplir le dossier FDVA ?
        subvention-appel-projets Nous voudrions de l'argent de la Région ou de l'Europe pour notre projet.
        subvention-appel-projets Personne chez nous ne sait répondre à un appel à projets.
        mecenat-participatif Nous voulons toucher des entreprises du coin pour qu'elles nous soutiennent.
        mecenat-participatif Comment lancer une cagnotte en ligne pour restaurer la chapelle ?
        mecenat-participatif Une fondation pourrait-elle payer nos instruments ?
        mecenat-participatif Nous aimerions recevoir des dons et faire des reçus fiscaux.
        microcredit-pret-honneur Ma banque refuse, il me faut 4 000 euros pour démarrer mes marchés.
        microcredit-pret-honneur Existe-t-il un prêt à taux zéro pour les créateurs ?
        microcredit-pret-honneur Sans emploi, je voudrais un petit crédit pour m'installer coiffeuse à domicile.
        tresorerie-urgence Nous ne savons pas comment payer les salaires de ce mois.
        tresorerie-urgence Le compte est à découvert et l'Urssaf réclame son dû.
        restructuration-procedure Nous allons devoir supprimer trois postes après la perte d'un marché.
        restructuration-procedure Comment se passe une conciliation au tribunal ?
        restructuration-procedure Faut-il demander la sauvegarde ?
        fonction-employeur Première embauche en mars, on n'y connaît rien.
        fonction-employeur Quel contrat pour une animatrice le mercredi ?
        fonction-employeur Une salariée nous attaque aux prud'hommes.
        fonction-employeur Nos salariés s'absentent beaucoup, l'ambiance est mauvaise.
        fonction-employeur Comment calculer les congés de notre jardinière ?
        fonction-employeur Il faudrait revoir les fiches de poste et les plannings.
        formation-competences Nos bénévoles voudraient apprendre la comptabilité.
        formation-competences Existe-t-il des stages pour les nouveaux présidents ?
        formation-competences La directrice aimerait se former au management.
        emploi-partage Nous avons besoin d'une comptable un jour par semaine, à plusieurs.
        emploi-partage Peut-on se prêter un salarié entre deux clubs ?
        emploi-partage Créer un groupement d'employeurs dans le sport.
        insertion-activite-economique Ouvrir un chantier d'insertion autour du textile.
        insertion-activite-economique Nous voulons embaucher des personnes éloignées de l'emploi avec un accompagnement.
        insertion-activite-economique Comment bâtir le parcours de nos salariés en insertion ?
        gestion-comptabilite Nos comptes sont dans un tableur que personne ne comprend.
        gestion-comptabilite Devons-nous payer la TVA sur la buvette ?
        gestion-comptabilite Le trésorier est parti et nous ne savons pas clôturer l'année.
        gestion-comptabilite Quel outil pour suivre les cotisations et les factures ?
        gestion-comptabilite Construire un budget prévisionnel sur trois ans.
        numerique-communication Personne ne nous connaît, comment nous rendre visibles ?
        numerique-communication Notre page internet date de 2009.
        numerique-communication Nous voudrions une newsletter et des affiches.
        numerique-communication Nos fichiers sont éparpillés, il faudrait un outil commun.
        commercial-marches Comment répondre au marché de la cantine ?
        commercial-marches Nous voulons vendre nos meubles aux hôtels.
        commercial-marches Trouver de nouveaux clients pour notre blanchisserie.
        commercial-marches La mairie veut des clauses sociales, peut-on en profiter ?
        reseau-partenariats Nous sommes seuls dans notre coin et aimerions parler à d'autres épiceries solidaires.
        reseau-partenariats Qui sont les acteurs de l'ESS près de Sarrebourg ?
        reseau-partenariats Nous cherchons une structure avec qui monter un festival.
        locaux-hebergement La mairie reprend la salle en juin, où aller ?
        locaux-hebergement Il nous faut 200 m² pour stocker des meubles.
        locaux-hebergement Notre bureau prend l'eau et n'est pas accessible aux fauteuils.
        locaux-hebergement Nous cherchons une place dans une pépinière.
        cooperation-tiers-lieu Ouvrir un lieu à plusieurs associations dans l'ancienne gare.
        cooperation-tiers-lieu Nous voulons créer un fablab rural avec le collège.
        cooperation-tiers-lieu Monter un pôle de coopération autour de l'alimentation.
        cooperation-tiers-lieu Faire vivre notre café-atelier partagé entre habitants, artisans et télétravailleurs.
        transition-ecologique Comment réduire la facture de chauffage et nos émissions ?
        transition-ecologique Monter une filière de réemploi des matériaux du bâtiment.
        transition-ecologique Passer nos véhicules à l'électrique.
        transition-ecologique Organiser un festival sans déchets.
        idee-faisabilite On tourne autour d'une idée de garage solidaire depuis un an sans oser.
        idee-faisabilite Qui pourrait relire notre prévisionnel et nous dire si c'est sérieux ?
        modele-economique La cantine perd un euro par repas et la mairie ne veut pas augmenter sa part.
        modele-economique Comment faire vivre la radio si le fonds national disparaît ?
        modele-economique Nos deux concerts payants sauvent l'année, le reste est à perte.
        strategie-developpement Après dix ans le projet s'essouffle, il faut se redonner une direction.
        utilite-sociale-impact Le Département veut des chiffres sur ce que deviennent les jeunes passés chez nous.
        utilite-sociale-impact Comment raconter ce qu'on change pour le quartier ?
        choix-statut-creation Combien faut-il être pour fonder une association en Moselle ?
        choix-statut-creation Est-ce qu'une Scic c'est trop lourd pour nous huit ?
        choix-statut-creation On veut être officiels pour ouvrir un compte en banque et demander une salle.
        gouvernance-vie-associative Le président fait tout tout seul et ne veut rien lâcher.
        gouvernance-vie-associative Depuis le covid les adhérents ne viennent plus aux réunions.
        gouvernance-vie-associative La directrice et le conseil se renvoient la balle.
        gouvernance-vie-associative On aimerait une présidence à trois.
        transformation-statut Nos salariés voudraient devenir associés de la structure.
        fusion-mutualisation Et si nos trois écoles de musique n'en formaient qu'une ?
        fusion-mutualisation Partager un camion et un comptable avec l'asso d'à côté.
        agrements-conventionnements Pour accueillir des volontaires en service civique, que faut-il ?
        agrements-conventionnements Nos donateurs demandent une déduction d'impôt, y avons-nous droit ?
        reprise-transmission Monsieur le gérant arrête au printemps, nous sommes neuf à ne pas vouloir voir partir l'outil.
        reprise-transmission Comment évaluer le prix de l'entreprise avant que les ouvriers la rachètent ?
        pret-garantie Il nous faudrait 25 000 euros sur cinq ans pour remplacer le minibus.
        pret-garantie La banque demande une caution que le bureau refuse de signer.
        pret-garantie On nous avance la moitié des travaux, il manque l'autre moitié jusqu'au versement.
        fonds-propres Notre bilan est trop fragile, il faudrait le renforcer avant d'emprunter.
        subvention-appel-projets Qui finance les fêtes de village ?
        subvention-appel-projets On a raté la date du FDVA, existe-t-il autre chose ?
        mecenat-participatif Deux patrons du coin seraient prêts à donner, comment faire ça bien ?
        mecenat-participatif Lancer une collecte auprès des habitants pour sauver l'orgue.
        microcredit-pret-honneur Je suis au RSA et il me manque 3 500 euros pour une remorque.
        microcredit-pret-honneur Un coup de pouce à zéro pour cent, ça existe encore quand on ouvre une boutique ?
        fonction-employeur Notre salariée revient de congé maternité et sa remplaçante veut rester.
        fonction-employeur On n'a jamais fait d'entretien annuel et l'inspection du travail passe.
        fonction-employeur Combien coûte un mi-temps charges comprises ?
        formation-competences Notre nouvelle trésorière débute, où pourrait-elle apprendre ?
        formation-competences Il faudrait que toute l'équipe passe le premiers secours.
        emploi-partage Un jardinier pour trois communes et deux associations, comment le salarier ?
        insertion-activite-economique Faire travailler des jeunes sans diplôme dans notre atelier, avec quel cadre ?
        gestion-comptabilite Le logiciel de compta est mort et personne ne sait où on en est.
        gestion-comptabilite Faut-il un commissaire aux comptes au-dessus de 153 000 euros de subventions ?
        gestion-comptabilite Je ne comprends rien au compte de résultat que je dois présenter samedi.
        numerique-communication Nos affiches datent et les jeunes ne nous suivent pas.
        numerique-communication Il faudrait qu'on puisse s'inscrire en ligne.
        commercial-marches La ville passe un appel d'offres pour ses espaces verts, on voudrait tenter.
        commercial-marches Nos savons ne se vendent qu'à Noël.
        reseau-partenariats Je débarque dans le coin, qui faut-il connaître ?
        reseau-partenariats On voudrait monter un projet avec l'Ehpad et le collège.
        locaux-hebergement Nos répétitions se font dans un garage glacial.
        locaux-hebergement Trouver un bureau à partager, deux jours par semaine, pas cher.
        cooperation-tiers-lieu Le conseil municipal nous laisse l'ancien presbytère pour en faire un lieu ouvert.
        transition-ecologique Nos trois camions roulent au gasoil et les adhérents râlent.
        transition-ecologique On voudrait récupérer les chutes des menuisiers au lieu qu'elles partent à la benne.
        """);

    public static TheoryData<string, string> ToldSteps { get; } = Read("""
        idee-emergence Nous rêvons d'un lieu pour les familles mais rien n'est posé.
        idee-emergence L'idée nous est venue dimanche en famille, on n'a encore rien fait.
        etude-faisabilite Nous faisons passer un questionnaire aux habitants pour savoir s'ils viendraient.
        etude-faisabilite Je voudrais essayer mon activité de couture auprès de quelques clients avant de me déclarer.
        creation Nous ouvrons en avril, il reste à déposer les statuts.
        creation Je me lance en janvier comme maraîcher.
        consolidation Nous venons d'embaucher notre deuxième salarié et tout est à mettre en ordre.
        consolidation Nos contrats aidés s'arrêtent et nous voulons garder les deux postes.
        developpement Nous voulons accueillir vingt enfants de plus et agrandir la salle.
        developpement Les demandes affluent, il faudrait embaucher et acheter une seconde camionnette.
        changement-echelle La Région nous demande d'ouvrir la même chose dans les Vosges et en Meuse.
        changement-echelle Notre modèle pourrait être repris par d'autres villes.
        changement-statut Nous réfléchissons à passer en Scic pour que la commune puisse entrer.
        fusion-rapprochement Notre club et celui d'à côté jouent déjà ensemble, on voudrait ne faire qu'une association.
        fusion-rapprochement Une grande fédération propose de nous intégrer.
        diversification Nous faisions de l'insertion par le maraîchage et voudrions ajouter une conserverie.
        restructuration-difficultes Nous devons nous séparer de deux personnes faute de financement.
        restructuration-difficultes Le déficit atteint 45 000 euros, il faut réduire.
        transmission-reprise Le gérant raccroche et voudrait nous laisser les clés.
        transmission-reprise J'ai 62 ans et je cherche à qui céder ma menuiserie, pourquoi pas à mes ouvriers.
        """);

    [Theory]
    [MemberData(nameof(ToldThemes))]
    public void A_theme_is_read_from_what_happens(string theme, string text)
    {
        var read = NeedReader.Read("Demande", text).Themes;

        Assert.Contains(read.Where(evidence => evidence.Strength >= NeedReading.Moderate && evidence.Strength * 3 >= read[0].Strength).Take(Themes.MaxPerRequest), evidence => evidence.Code == theme);
    }

    [Theory]
    [MemberData(nameof(ToldSteps))]
    public void A_moment_is_read_from_what_happens(string subStage, string text) => Assert.Equal(subStage, NeedReader.Read("Demande", text).SubStages[0].Code);

    private static TheoryData<string, string> Read(string table)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) data.Add(line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
        return data;
    }
}
