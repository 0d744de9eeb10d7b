using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>
/// Sentences that raise a triage signal (+) or look as if they should and must not (-), by legal form. They were written before the phrases that read them,
/// so that they show what the lexicon hears in sentences it was not made of; none comes from a set that the matcher is judged with.
/// </summary>
public sealed class TriagePhrasesTests
{
    private static readonly CatalogOffer[] Directory =
    [
        Given.Offer(1, Given.Content() with { Themes = [.. Themes.All.Select(term => term.Code)] }, source => source with { Circle = Circles.PremierAccueil }),
    ];

    private static readonly IReadOnlyList<(string Form, string Expected, string Text)> Phrases = Read("""
        # association-loi-1901
        +urgent-difficulte Les trois animatrices doivent être payées vendredi et il reste 1 900 euros sur le compte.
        +urgent-difficulte On n'a pas de quoi faire la paye de juin.
        +urgent-difficulte Si la subvention n'arrive pas avant le 10, je ne verse pas les salaires.
        +urgent-difficulte Le proprio a mis le local en vente et nous réclame 8 mois d'impayés, il veut nous mettre dehors.
        +urgent-difficulte Notre banque vient de nous couper le découvert et les chèques partent demain.
        +urgent-difficulte La MSA nous a envoyé une mise en demeure, on doit 22 000 € et on ne les a pas.
        +urgent-difficulte nous somme en redresement judiciaire depuis lundi
        +urgent-difficulte Le comptable dit que nous serons en cessation de paiement à la fin du mois.
        +urgent-difficulte J'ai dit aux salariés que je ne savais pas si leur salaire tomberait.
        +urgent-difficulte Le compte est à -14 000 et la banque ne veut plus rien entendre.
        +urgent-difficulte Je n'ai plus de quoi régler mes fournisseurs, deux ont stoppé les livraisons.
        +urgent-difficulte Trésorerie à zéro fin mars, quatre emplois en jeu.
        +urgent-difficulte La perte de notre marché nous laisse avec deux mois de trésorerie et neuf salariés.
        +urgent-difficulte On a six semaines devant nous avant de fermer.
        +urgent-difficulte Sans aide nous mettrons la clé sous la porte avant Noël.
        +urgent-difficulte Nous avons licencié deux personnes et nous ne tiendrons pas le trimestre.
        +urgent-difficulte Les salaires de décembre ne sont pas couverts.
        +urgent-difficulte Il manque onze mille euros pour finir le mois.
        +urgent-difficulte La directrice ne se paie plus depuis trois mois et l'Urssaf relance.
        +urgent-difficulte Le département nous doit 60 000 euros, la paie de vendredi n'est pas assurée.
        +urgent-difficulte Le tribunal nous a convoqués pour l'ouverture d'une procédure collective.
        +urgent-difficulte nos caisses sont vides
        +urgent-difficulte plus un centime pour payer les charges sociales
        +urgent-difficulte L'administrateur judiciaire demande un plan avant le 15.
        +urgent-difficulte Je paie le loyer de l'association avec ma retraite depuis l'été.
        +urgent-difficulte Les impôts ont bloqué le compte de l'association.
        +urgent-difficulte Nous ne pouvons plus faire face aux échéances du prêt.
        +urgent-difficulte EDF menace de couper, il y a 4 factures en souffrance
        +urgent-difficulte Le commissaire aux comptes a déclenché une procédure d'alerte.
        +urgent-difficulte on est pris à la gorge, la banque nous lâche
        +urgent-difficulte la tréso va craquer en février, on est cinq salariés
        +urgent-difficulte Nous risquons le dépôt de bilan.
        +urgent-difficulte Les comptes sont dans le rouge et la paie part dans une semaine.
        +urgent-difficulte Comment annoncer aux salariés qu'ils ne seront pas payés ?
        +urgent-difficulte On nous a suspendu la subvention qui paie les postes, il n'y a plus rien pour avril.
        +urgent-difficulte Notre principal client ne paie plus, nous ne pourrons pas honorer les cotisations.
        +urgent-difficulte Bonjour, la caf ne nous a rien versé depuis juin, j'ai dit aux filles qu'on verrait pour leur paye.
        +urgent-difficulte On a reçu hier une lettre de l'huissier pour l'électricité.
        +urgent-difficulte En mars je ne pourrai payer ni l'Urssaf ni les trois salaires.
        +urgent-difficulte Notre trésorier a calculé : au rythme actuel on est à sec dans sept semaines.
        +urgent-difficulte il reste 412 euros sur le livret et le loyer part lundi
        +urgent-difficulte La banque exige le remboursement du découvert sous 30 jours, sinon elle rejette tout.
        +urgent-difficulte J'ai arrêté de me verser un salaire, et ça ne suffit pas.
        +urgent-difficulte Deux factures de cantine sont restées impayées et la mairie suspend la livraison des repas.
        +urgent-difficulte Les salariés ont accepté d'être payés plus tard, mais ça ne peut pas durer.
        +urgent-difficulte nous avons fait une déclaration de cessation hier au greffe
        +urgent-difficulte Le prestataire de paie refuse de continuer tant que ses factures ne sont pas réglées, et il a raison : le compte est vide.
        +urgent-difficulte On va droit dans le mur, plus que quinze jours d'argent.
        +urgent-difficulte La mutuelle des salariés n'est plus payée, l'assurance du bus non plus.
        +urgent-difficulte Comment demander un délai à l'Urssaf ? nous ne pouvons plus suivre.
        -urgent-difficulte Les comptes sont bons et nous avons un an de réserve.
        -urgent-difficulte Un de nos fournisseurs est en redressement judiciaire et ne peut plus payer ses salaires ; nous, ça va.
        -urgent-difficulte Le nouveau spectacle parle de la faillite d'une usine textile.
        -urgent-difficulte En 2011 on a failli fermer, la banque ne répondait plus au téléphone, mais c'est vieux tout ça.
        -urgent-difficulte C'est urgent pour nous de rencontrer d'autres associations.
        -urgent-difficulte Le dossier de subvention est à rendre vendredi, c'est urgent.
        -urgent-difficulte Nous aidons des ménages endettés qui n'arrivent plus à payer leur loyer.
        -urgent-difficulte Nous voulons augmenter les salaires et nous demander comment les financer.
        -urgent-difficulte Notre voisin a fermé après une liquidation judiciaire et son local nous intéresse.
        -urgent-difficulte Nous voudrions racheter le stock d'une librairie en liquidation judiciaire.
        -urgent-difficulte La structure qui portait le projet a déposé le bilan, nous voulons reprendre l'activité en Scic.
        -urgent-difficulte Nous cherchons un logiciel pour éditer les fiches de paie.
        -urgent-difficulte Nous avons eu un découvert il y a trois ans, c'est remboursé.
        -urgent-difficulte Nos adhérents sont des chefs d'entreprise en difficulté que nous écoutons.
        -urgent-difficulte Nous organisons une permanence pour les personnes en situation d'impayés d'énergie.
        -urgent-difficulte La subvention de la Région s'arrête dans deux ans et nous voulons anticiper.
        -urgent-difficulte Nous sommes excédentaires mais la moitié du budget dépend du Département.
        -urgent-difficulte Nous devons embaucher vite une comptable.
        -urgent-difficulte Nous n'avons pas de problème d'argent, seulement un problème d'organisation.
        -urgent-difficulte La trésorerie est saine, ce n'est pas le sujet.
        -urgent-difficulte Nous voulons un prêt de 40 000 euros pour acheter un four, avant septembre.
        -urgent-difficulte Nous avons six mois pour trouver un nouveau local.
        -urgent-difficulte Mon frère a mis la clé sous la porte l'an passé et je ne veux pas faire la même erreur.
        -urgent-difficulte Une association amie est au bord du gouffre financièrement, cela nous fait réfléchir à nos propres recettes.
        -urgent-difficulte Nous avons fini de rembourser l'Urssaf en mars, l'échéancier est soldé.
        -urgent-difficulte Comment construire un plan de trésorerie sur trois ans ?
        -urgent-difficulte Nous formons des bénévoles à la gestion de la trésorerie.
        -urgent-difficulte Le bail se termine dans un an et le propriétaire ne renouvelle pas.
        -urgent-difficulte Le budget est à l'équilibre, la paie est faite par le GESAM.
        -urgent-difficulte Nous voulons connaître les règles pour verser une prime aux salariés.
        -urgent-difficulte On a un peu d'avance en caisse et on aimerait bien l'utiliser pour un four.
        -urgent-difficulte Vite, il nous faut une salle pour samedi !
        -urgent-difficulte Notre ancienne comptable ne payait pas l'Urssaf, c'est réparé depuis deux ans.
        -urgent-difficulte Le café du village a fait faillite et nous voulons le rouvrir.
        -urgent-difficulte Nous distribuons des colis à des personnes qui n'ont plus rien en fin de mois.
        -urgent-difficulte L'association n'a pas de salarié et son compte est créditeur.
        -urgent-difficulte Nous devons trouver 3 000 euros pour la fête de la musique.
        -urgent-difficulte Nous payons nos fournisseurs à trente jours et nos clients nous paient à soixante, comment améliorer cela ?
        -urgent-difficulte La subvention sera versée en deux fois, c'est habituel.
        -urgent-difficulte Dans trois ans le financement européen s'arrêtera : préparons la suite.
        -urgent-difficulte Nous avons peur qu'un jour la Région retire son aide.
        -urgent-difficulte Comment gérer les relances des adhérents qui ne paient pas leur cotisation ?
        -urgent-difficulte Un adhérent nous doit 40 euros de cotisation.
        +detresse-personne Je ne dors plus, je pleure dans ma voiture avant d'entrer au bureau.
        +detresse-personne Franchement je n'ai plus goût à rien et je me demande à quoi je sers.
        +detresse-personne Je suis au bout du rouleau.
        +detresse-personne j'en peu plus je craque
        +detresse-personne Des fois je me dis que tout le monde serait mieux sans moi.
        +detresse-personne Je n'arrive plus à me lever le matin, je tremble quand le téléphone sonne.
        +detresse-personne Ma présidente m'a dit qu'elle voulait en finir.
        +detresse-personne Je suis en plein burn-out mais si je m'arrête tout s'écroule.
        +detresse-personne J'ai fait une crise de panique en réunion, je ne tiens plus.
        +detresse-personne Je me sens complètement seule et dépassée, je n'ai plus la force de me battre.
        +detresse-personne La nuit je pense au pire.
        +detresse-personne Je suis à ramasser à la petite cuillère, je prends des cachets pour tenir.
        +detresse-personne Mon collègue parle de se jeter sous un train.
        +detresse-personne je voudrais ne plus me réveiller
        +detresse-personne Je craque, je pleure pour un rien et je n'ose plus ouvrir le courrier.
        +detresse-personne J'ai des boules au ventre chaque matin, je vomis avant les réunions.
        +detresse-personne Notre directeur nous fait peur, il dit qu'il va faire une bêtise.
        +detresse-personne Je suis épuisée moralement, j'ai honte et je ne vois pas d'issue.
        +detresse-personne je tiens plus psychologiquement là
        +detresse-personne Ça me détruit, je ne mange plus.
        +detresse-personne Je ne sais pas combien de temps je vais tenir, j'ai envie de tout envoyer valser et de disparaître.
        -detresse-personne Nous accompagnons des personnes en détresse psychologique.
        -detresse-personne Notre association lutte contre le suicide des jeunes.
        -detresse-personne Les bénévoles sont fatigués et le bureau s'essouffle.
        -detresse-personne Nous sommes au bout de notre bail.
        -detresse-personne Le vieux four est mort et la chaudière est au bout du rouleau.
        -detresse-personne La ligne d'écoute reçoit des appels de gens désespérés.
        -detresse-personne Nous voulons prévenir l'épuisement professionnel dans notre équipe.
        -detresse-personne Je suis un peu perdu dans les aides.
        -detresse-personne Nous avons du mal à tenir la boutique avec deux bénévoles.
        -detresse-personne Nous sommes épuisés par la fête mais heureux.
        -detresse-personne Notre atelier pour les personnes endeuillées cherche une salle.
        -detresse-personne C'est désespérant de remplir ces dossiers.
        -detresse-personne Nos bénévoles s'occupent de gens qui veulent en finir.
        -detresse-personne L'équipe est fatiguée, elle demande du renfort.
        +donnees-sensibles Notre trésorière, Mme Paulette Schmitt, est hospitalisée depuis mars.
        +donnees-sensibles Le président a été condamné pour escroquerie en 2022.
        +donnees-sensibles Nadia B., une résidente, a déposé plainte contre son ex-mari.
        +donnees-sensibles Mon médecin m'a mise sous antidépresseurs.
        +donnees-sensibles Un salarié est séropositif et l'équipe l'a appris.
        +donnees-sensibles Notre éducateur boit et sa femme l'a quitté.
        +donnees-sensibles Vous pouvez virer sur FR76 3000 6000 0112 3456 7890 189.
        +donnees-sensibles Appelez la secrétaire, Josiane Muller, au 06 12 34 56 78.
        +donnees-sensibles Une bénévole a fait une fausse couche et une autre est en dépression.
        +donnees-sensibles L'ancien président, M. Grosjean Patrick, vit une séparation difficile.
        +donnees-sensibles Notre comptable est soupçonnée d'avoir pris dans la caisse.
        +donnees-sensibles Le fils de la directrice est en prison.
        +donnees-sensibles La coordinatrice est enceinte et en arrêt maladie.
        +donnees-sensibles Je suis diabétique et sous dialyse.
        +donnees-sensibles Kevin, un jeune de 16 ans placé à l'ASE, a été exclu.
        +donnees-sensibles Un encadrant a été mis en garde à vue pour violences conjugales.
        +donnees-sensibles mon mari est mort d'un cancer en janvier et je reprends la présidence
        +donnees-sensibles La directrice sort de cure de désintoxication.
        +donnees-sensibles Un de nos salariés, musulman pratiquant, demande un aménagement.
        +donnees-sensibles J'ai moi-même fait deux ans de prison.
        +donnees-sensibles Notre animatrice a accouché d'un prématuré et ne reviendra pas.
        +donnees-sensibles Le trésorier, Jean-Luc Mathieu, est parti avec la caisse.
        +donnees-sensibles Une de nos bénévoles suit une chimio.
        +donnees-sensibles Mon fils est autiste et c'est pour lui que je crée l'association.
        +donnees-sensibles Le gardien a un bracelet électronique.
        +donnees-sensibles Contactez Mme Fernande Colin, 03 83 00 00 00, elle expliquera.
        +donnees-sensibles La présidente divorce du secrétaire et tout le monde en parle.
        +donnees-sensibles un salarié a été reconnu travailleur handicapé après un AVC
        -donnees-sensibles Nous accueillons des personnes malades du cancer et leurs proches.
        -donnees-sensibles Notre gérant est décédé au printemps et nous voulons reprendre la société.
        -donnees-sensibles Association de lutte contre les addictions, nous cherchons un local.
        -donnees-sensibles L'association porte le nom de Marcel Dupont, résistant lorrain.
        -donnees-sensibles Notre local est rue du Général Leclerc à Toul.
        -donnees-sensibles Nous employons des travailleurs handicapés dans un atelier adapté.
        -donnees-sensibles Nous visitons des détenus et préparons leur sortie de prison.
        -donnees-sensibles La présidente quitte ses fonctions en juin.
        -donnees-sensibles Nous voulons ouvrir un café pour les aidants de malades d'Alzheimer.
        -donnees-sensibles Le conseil d'administration compte douze membres.
        -donnees-sensibles Une mutuelle de santé cherche à mesurer son impact.
        -donnees-sensibles Le directeur part à la retraite et personne ne veut le remplacer.
        -donnees-sensibles Nous formons les bénévoles à l'écoute des victimes de violences conjugales.
        -donnees-sensibles Notre club de boxe accueille des femmes victimes de violences.
        -donnees-sensibles Nous accompagnons des enfants autistes et leurs parents.
        -donnees-sensibles Association de parents d'enfants hospitalisés, nous cherchons un local.
        -donnees-sensibles Le foyer Jean Prouvé et l'école Jules Ferry sont nos voisins.
        -donnees-sensibles Une salariée part en formation.
        -donnees-sensibles Notre médiathèque porte le nom de Simone Veil.
        -donnees-sensibles Un bénévole tient le site et un autre la caisse.
        -donnees-sensibles La directrice s'absente en mai pour un voyage.
        -donnees-sensibles Nous jouons une pièce sur la prison et le deuil.
        # societe-commerciale-hors-ess
        +indesirable Achetez notre fichier qualifié d'associations : 0,04 € le contact, extraction immédiate, bon de commande à renvoyer signé.
        +indesirable Notre cabinet vous obtient jusqu'à 60 % de subventions, nous nous rémunérons au succès, contactez-nous.
        +indesirable Offre spéciale extincteurs : contrôle obligatoire pour toutes les associations, appelez avant vendredi.
        +indesirable Augmentez votre visibilité avec nos packs réseaux sociaux dès 99 euros par mois.
        +indesirable Nous sommes fabricant de gobelets réutilisables et souhaitons présenter notre gamme à vos adhérents.
        +indesirable Formateur indépendant, je vous propose mes modules sur la cohésion d'équipe, catalogue sur demande.
        +indesirable Besoin d'un prêt ? Taux 2 %, réponse en 24 h, sans justificatif, écrivez à ce mail.
        +indesirable Je me permets de vous contacter afin de vous proposer nos services de nettoyage de bureaux.
        +indesirable Gagnez 3000 euros par mois en investissant dans les cryptos, lien en description.
        +indesirable Mise aux normes RGPD : votre structure risque une amende. Régularisez dès maintenant avec notre équipe.
        +indesirable Nous sommes une agence de communication spécialisée dans l'ESS, souhaitez-vous un devis pour refaire votre site ?
        +indesirable Profitez du dispositif : remplacement de vos ampoules par des LED, financé à 100 %, sans avance.
        +indesirable Bonjour, courtier en assurances, je souhaite vous rencontrer pour étudier les contrats de vos adhérents et leur faire gagner 30 %.
        +indesirable Offrez de la visibilité à votre structure sur notre guide national, encart à 290 euros.
        +indesirable Votre nom de domaine expire bientôt, renouvelez-le ici.
        +indesirable Notre société installe des bornes de recharge sans rien débourser grâce aux primes.
        # association-loi-1901
        -indesirable Nous proposons des ateliers de couture et nous cherchons de nouveaux clients.
        -indesirable Nous voulons vendre nos paniers à des entreprises et faire connaître notre offre.
        -indesirable Nous cherchons une agence qui fait des sites internet pas chers.
        -indesirable Notre association propose des formations aux bénévoles et voudrait les faire agréer.
        -indesirable On nous propose un logiciel à 90 euros par mois, est-ce que ça vaut le coup ?
        -indesirable Nous offrons des repas gratuits et cherchons des dons.
        -indesirable Nos tarifs sont trop bas, comment fixer nos prix ?
        # entreprise-individuelle
        -indesirable Je suis graphiste indépendante et je cherche des clients dans l'ESS.
        -indesirable J'anime des ateliers nature et j'aimerais trouver des partenaires.
        +hors-perimetre-ess Je suis photographe de mariage. Combien coûte une assistante ? J'ai lu que vous aidez les associations.
        +hors-perimetre-ess Plombier à mon compte, je cherche un prêt pour un camion.
        +hors-perimetre-ess Je tiens un salon de tatouage et je voudrais refaire la vitrine.
        +hors-perimetre-ess Coach sportif à domicile, je cherche plus de clients.
        +hors-perimetre-ess Électricien depuis dix ans, je voudrais prendre un apprenti.
        -hors-perimetre-ess Céramiste à mon compte, je cherche un atelier à partager.
        -hors-perimetre-ess Maraîchère bio, je voudrais intégrer un groupement de producteurs solidaire.
        -hors-perimetre-ess Je voudrais entrer dans une coopérative d'activité pour ne plus être seule.
        -hors-perimetre-ess Paysanne boulangère, je veux rejoindre une Amap.
        -hors-perimetre-ess Je voudrais transformer mon atelier de vélos en coopérative avec mes deux collègues.
        # societe-commerciale-hors-ess
        -hors-perimetre-ess Notre patron part en retraite, nous sommes six à vouloir reprendre la boîte.
        -hors-perimetre-ess Nous voulons transformer notre SARL en Scop.
        -hors-perimetre-ess Nous étudions l'agrément ESUS.
        +hors-perimetre-ess Nous cherchons des investisseurs pour notre appli de livraison de repas.
        +hors-perimetre-ess Notre magasin de meubles a besoin d'un nouveau site.
        # association-loi-1901
        +besoin-flou On voudrait juste discuter de notre association avec quelqu'un.
        +besoin-flou Bonjour, pouvez-vous nous aider ? Merci.
        +besoin-flou Nous existons depuis longtemps et nous nous posons des questions.
        +besoin-flou J'aimerais avoir des renseignements sur ce que vous faites.
        -besoin-flou Nous cherchons un comptable bénévole pour nous montrer comment tenir les comptes.
        -besoin-flou Trouver un local de 60 mètres carrés à Toul avant septembre.
        # pas-encore-creee
        +hors-perimetre-ess Je veux ouvrir un bar à chicha avec mon cousin, rentable tout de suite.
        +hors-perimetre-ess Mon projet : une agence immobilière en franchise.
        +hors-perimetre-ess Je cherche des fonds pour ma startup de livraison par drone.
        +hors-perimetre-ess J'aimerais acheter deux appartements pour les louer à la semaine.
        -hors-perimetre-ess Un café tenu par les habitants, où chacun paie ce qu'il peut.
        -hors-perimetre-ess Une épicerie coopérative dans mon village.
        -hors-perimetre-ess Créer une association de théâtre.
        -hors-perimetre-ess Nous voulons ouvrir une crèche parentale.
        -hors-perimetre-ess Faire un jardin pour les personnes isolées.
        # societe-commerciale-hors-ess
        -indesirable Nous fabriquons des meubles et cherchons une coopérative pour les distribuer.
        -indesirable Notre société accompagne des associations ; ses salariés veulent la racheter.
        # association-loi-1901
        +urgent-difficulte La trésorerie couvre encore novembre, ensuite rien.
        +urgent-difficulte Avec ce qui reste on paie soit le loyer soit les filles.
        +urgent-difficulte Le président a sorti 2 000 euros de son compte pour la paie.
        +urgent-difficulte Nous avons demandé aux salariés d'attendre la subvention.
        +urgent-difficulte J'attends 30 000 euros du FSE depuis dix mois, le découvert est plein.
        +urgent-difficulte Le greffe nous a envoyé un papier, on doit déposer avant le 12.
        +urgent-difficulte Urssaf, loyer, électricité : tout est en retard.
        +urgent-difficulte Si rien ne bouge on licencie tout le monde à Pâques.
        +urgent-difficulte La Banque postale a fermé notre compte et bloqué l'argent.
        +urgent-difficulte Est-ce légal de payer les salaires en deux fois parce qu'il n'y a pas assez ?
        +urgent-difficulte plus un rond depuis hier
        +urgent-difficulte Nous ne savons pas de quoi sera fait le mois prochain, le compte est quasiment vide.
        -urgent-difficulte Nous souhaitons payer les salaires plus tôt dans le mois.
        -urgent-difficulte Le loyer est élevé mais nous le payons sans peine.
        -urgent-difficulte La trésorerie est suivie par notre expert-comptable, rien à signaler.
        -urgent-difficulte On cherche à qui confier la paie de nos deux salariés.
        -urgent-difficulte Nous finissons l'année avec un petit excédent et voulons embaucher.
        -urgent-difficulte Le café associatif d'à côté a mis la clé sous la porte.
        -urgent-difficulte Je ne peux pas me libérer avant lundi, appelez-moi après.
        -urgent-difficulte Nous réclamons à la mairie le remboursement des travaux.
        -urgent-difficulte La banque nous suit, elle veut juste une garantie.
        -urgent-difficulte Il nous manque 800 euros pour la sono.
        +detresse-personne Je n'ai plus la force, tout ça va mal finir pour moi.
        +detresse-personne J'ai peur de ce que je pourrais faire.
        +detresse-personne ça fait trois nuits que je tourne, j'ai des idées que je n'aime pas
        +donnees-sensibles Notre cuisinière est atteinte d'un cancer et son mari est violent.
        +donnees-sensibles Le comptable bénévole, Robert Klein, est accusé de vol.
        +indesirable Spécialistes du mobilier de bureau reconditionné, nous livrons gratuitement vos locaux dès 500 euros HT.
        +indesirable Vous cherchez des financements ? Notre plateforme vous met en relation avec 300 fondations pour 49 euros par mois.
        +indesirable Webmaster freelance, je refais votre site en une semaine, tarif solidaire, voir mon portfolio.
        +besoin-flou On ne sait plus où on va.
        +besoin-flou Tout va mal et tout va bien, il faudrait qu'on en parle.
        """);

    [Fact]
    public void A_phrase_raises_its_signal_or_not() => Assert.All(Phrases, phrase =>
    {
        var (form, expected, text) = phrase;
        var request = Given.Request() with
        {
            LegalForm = form,
            Title = "Demande",
            Description = text,
            Themes = [Themes.ModeleEconomique],
            HeadcountFte = form == LegalForms.PasEncoreCreee ? null : Interval.Exactly(2),
            Stage = form == LegalForms.PasEncoreCreee ? Stages.Demarrer : Stages.Developper,
            SubStage = form == LegalForms.PasEncoreCreee ? SubStages.Creation : SubStages.Consolidation,
        };

        var signals = Given.Match(request, Directory).Signals.Select(signal => signal.Code);

        if (expected[0] == '+') Assert.Contains(expected[1..], signals);
        else Assert.DoesNotContain(expected[1..], signals);
    });

    private static List<(string Form, string Expected, string Text)> Read(string table)
    {
        var (data, form) = (new List<(string Form, string Expected, string Text)>(), "");
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (first, rest) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
            if (first == "#") form = rest;
            else data.Add((form, first, rest));
        }

        return data;
    }
}
