using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>Phrases that tell where a structure stands. Transformations are told by their themes already (see the reader).</summary>
internal static class StageLexicon
{
    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Step(SubStages.IdeeEmergence, 5, "idee ~ clarifier|murir|creuser|flou*, juste idee, simple idee, rien ~ chiffre"),
        .. Step(SubStages.IdeeEmergence, 3, "idee, emergence, prototype, reflech* ~ creer|ouvrir|projet, envie ~ creer|ouvrir|lancer|monter, reve!|reves!|revons|revent|rever, imagin*"),

        .. Step(SubStages.EtudeFaisabilite, 5, "faisabilite, etude ~ besoin|marche, test* ~ activite|client*|idee|concept|marche, premier chiffrage, valider ~ besoin|idee|marche"),
        .. Step(SubStages.EtudeFaisabilite, 3, "experiment*, etud* ~ projet"),

        .. Step(SubStages.EtudeFaisabilite, 5, "questionnaire|sondage|enquête ~ habitants|clients|familles|besoin*, essayer ~ activité|clients|avant|métier, avant ~ déclarer|inscrire|immatriculer ~ essayer|tester|voir, essayer|tester|voir ~ avant ~ déclarer|inscrire|immatriculer|lancer, savoir si ~ viendraient|marcherait|tiendrait|viable|réaliste, business plan ~ vérifier|valider|relire, prévisionnel ~ vérifier|valider|relire|projet"),
        .. Step(SubStages.Creation, 5, "me lance, nous lançons, on se lance, lance ~ janvier|février|mars|avril|mai|juin|septembre|octobre|rentrée, ouvrons ~ janvier|février|mars|avril|mai|juin|septembre|octobre|rentrée|mois, ouverture ~ prévue|janvier|février|mars|avril|mai|juin|septembre|octobre|rentrée, déposer ~ statuts"),
        .. Step(SubStages.Consolidation, 5, "contrats aidés ~ arrêt*|fin|termin*|garder, garder ~ poste*|emplois|salarié*|équipe, tout ~ ordre|remettre|plat, mettre|remettre ~ ordre|plat, mieux ~ organis*|répart*|travailler ensemble, deuxième|second|premier salarié ~ ordre|organis*|gérer, fidéliser, souffler ~ peu, tenir ~ durée, solidifier, renforcer ~ équipe|organisation|structure"),
        .. Step(SubStages.ChangementEchelle, 6, "même chose ~ autre*|ailleurs|villes|départements|vosges|meuse|moselle|région, repris ~ autres villes|territoires|communes, modèle ~ autres ~ villes|territoires|communes|reproduire|transposer, demande* ~ ouvrir ~ vosges|meuse|moselle|autre*|ailleurs, ouvrir ~ autre département|région, antenne* ~ ouvrir|créer|autre*, étendre ~ département|région|territoire*|lorraine, toute ~ lorraine|région, franchise ~ sociale, multiplier ~ lieux|sites|antennes"),
        .. Step(SubStages.ChangementStatut, 6, "plus ~ bonne forme, forme ~ plus adapté*|convient|limites, statut ~ convient plus|pas, réfléch* ~ passer ~ scic|scop|coopérative, association ~ scic|scop|coopérative ~ passer|devenir|transformer|évoluer"),
        .. Step(SubStages.FusionRapprochement, 6, "faire qu'une, faire qu'un, propose ~ nous intégrer|absorber|rejoindre, nous ~ intégrer ~ fédération|association|groupe, unir ~ forces|associations|clubs, regrouper ~ associations|clubs|structures, mariage ~ associations|structures, deux ~ associations|clubs|structures ~ une|ensemble|même chose"),
        .. Step(SubStages.RestructurationDifficultes, 6, "séparer ~ deux|trois|quatre|personnes|salarié* ~ faute|financement*|argent, faute ~ financement*|argent|moyens ~ séparer|licencier|supprimer|réduire, déficit ~ réduire|atteint|creuse|important, réduire ~ équipe|voilure|effectif*|heures|postes, plan ~ licenciement*|social|économies"),
        .. Step(SubStages.TransmissionReprise, 6, "gérant|patron|patronne|dirigeant|artisan ~ raccroch*|arrêt*|laisse* ~ clés|suite, laisser ~ clés, céder! ~ menuiserie|atelier|affaire|activité|boutique|ferme|garage, à qui céder, céder ~ ouvriers|salariés|équipe|employés"),
        .. Step(SubStages.Diversification, 5, "ajouter ~ conserverie|restaurant|gîte|boutique|atelier*|épicerie|café|hébergement|formation, compléter ~ recettes|activité|revenus, ouvrir ~ chambres|restaurant|gîte|boutique ~ recettes|compléter, élargir ~ gamme|activités|métiers"),
        .. Step(SubStages.Creation, 6, "vien* naitre, venons ~ creer, viens ~ creer, vien* cree*, juste cree*, nouvellement cree*, recemment cree*, jeune association, association neuve, pas cree*, pas cree*"),
        .. Step(SubStages.Creation, 5, "creer ~ association|structure|entreprise|scop|scic|cooperative|societe, creation ~ association|structure|entreprise|scop|scic|cooperative|societe, ouvrir ~ boutique|epicerie|cafe|boulangerie|restaurant|atelier|creche|lieu, depos* ~ statut*, immatricul*, lancer ~ compte|activite|entreprise"),
        .. Step(SubStages.Creation, 3, "demarrage, lancement, lancer, monter ~ projet|atelier|lieu|structure, futur* association|cooperative|structure|entreprise"),

        .. Step(SubStages.Consolidation, 5, "consolid*, perennis*, stabilis* ~ emploi*|activite|equipe, professionnalis*"),
        .. Step(SubStages.Consolidation, 3, "structurer!, structuration, premier* salarie*, premier* embauche*, renouvel* ~ bureau|ca|conseil"),

        .. Step(SubStages.Developpement, 5, "developper ~ activite|offre|action*|association|structure, developpement ~ activite|association|structure, nouveau public, agrandir, augmenter ~ activite|capacite|production, elargir ~ activite|public|offre"),
        .. Step(SubStages.Developpement, 3, "developper, developpement, investir, croissance, nouveau* client*, marche* public*, recruter, embaucher"),

        .. Step(SubStages.ChangementEchelle, 6, "essaim*, dupliqu*, duplication, changement echelle, changer echelle, deploy* ~ territoire*|departement*|region*, ouvr* ~ deuxieme|second* ~ site|lieu|antenne|boutique"),

        .. Step(SubStages.Diversification, 5, "diversifi* ~ recette*|activite*|ressource*|revenu*, diversification, nouvelle activite ~ equilibr*|recette*|statut"),
        .. Step(SubStages.Diversification, 5, "mettre fabriquer|vendre|produire|proposer|transformer, chang* ~ métiers|clients|recettes|modèle ~ recettes|clients|métiers, nouveau métier, autre métier, deuxième métier, deuxième activité, seconde activité, autre activité, activité complémentaire, nouvelle branche"),
        .. Step(SubStages.Diversification, 3, "diversifi*, nouvelle activite"),
    ];

    private static IEnumerable<LexiconEntry> Step(string code, int weight, string patterns) => LexiconEntries.Of(LexiconKind.SubStage, code, weight, patterns);
}
