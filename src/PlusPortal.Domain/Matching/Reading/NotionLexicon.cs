using PlusPortal.Domain.Vocabulary;
using static PlusPortal.Domain.Matching.Reading.LexiconEntries;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>Phrases that triage and ranking look for, see <see cref="Notions"/>.</summary>
internal static class NotionLexicon
{
    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Notion(Notions.UrgentMoney, 6, """
            pas|plus pay*|vers*|regl*|honorer ~ salaire*|paie*|paye*|loyer*|charge*|urssaf, cessation ~ paiement*, depot bilan, depos* bilan, salaire* ~ menace*, salaire* ~ impaye*, salaire* ~ pas vers*|paye*,
            salaire*|loyer*|charge* ~ plus|pas pay*|regl*|vers*, commandement ~ payer, retard ~ salaire*, huissier*, mise* demeure, tresorerie ~ vide|sec|rouge|bloqu*, compte* ~ saisi!|saisis!|vide|bloque!|bloques!, saisie ~ compte*, plus tresorerie, plus argent, plus rien ~ compte*, liquidation judiciaire, redressement judiciaire,
            tiendr* ~ mois|semaine*|jours, tresorerie ~ jours|semaine*, assign* ~ tribunal, expuls* ~ local|locau
            """, isProblem: true),
        .. Notion(Notions.StrainedMoney, 3, """
            decouvert, impaye*, dette*, urssaf ~ reclam*|relance*, creancier*, tresorerie ~ tendue|difficile|critique|inquiet*, probleme* ~ tresorerie, difficulte* ~ tresorerie, subvention* ~ pas arriv*|vers*, subvention* ~ retard,
            banque ~ bloqu*|coup*|refus* ~ decouvert, deficit*, loyer* ~ retard, retard* ~ paiement*, relance* ~ fournisseur*
            """, isProblem: true),
        .. Notion(Notions.NearDate, 3, "urgent*, urgence, vite, plus tot, demain, dix jours, quinze jours, huit jours, deux semaines, trois semaines, fin mois, mois prochain, semaine prochaine, immediat*, plus vite"),
        .. Notion(Notions.Insolvency, 5, "cessation ~ paiement*, redressement judiciaire, liquidation, procedure* collective*, procedure sauvegarde, depot bilan, depos* bilan", isProblem: true),

        .. Notion(Notions.Distress, 6, """
            enpeutplurien, pouv* plus continuer, bout ~ force*, bout nerf*, aboutepuise, plus ~ force, plus ~ dormir, dors plus, dormons plus, dort plus, craqu*, pleure*, effondr*, envie ~ finir, finir ~ vie, suicid*, plus ~ gout vivre,
            idee* noire*, plus ~ envie vivre, plus ~ raison vivre, desespoir, desespere!, desesperee!, desesperes!, desesperees!, angoiss*, deprim*, detresse, bord gouffre, suisepuise
            """, isProblem: true),

        .. Notion(Notions.SensitiveMatter, 3, """
            depression, depressi*, arret maladie, arret travail, arret ~ depression|maladie|burn, burn out, burnout, addict*, alcool*, drogue*, toxicoman*, psychiatr*, hospitalis*, accouch*, premature*, reanimation, grossesse, coma, chimio*, palliati*, invalidite, tutelle, curatelle, cancer, maladie, malade, schizophren*, bipolair*, seropositi*, vih, enceinte, fausse couche, avortement,
            antidepresseur*, anxiolytique*, diabet*, dialyse, epileps*, desintox*, cure ~ alcool, boit!, bois! ~ trop, alcoolique*, methadone, infarctus, avc, tumeur, leucemie, parkinson, trisom*, rqth, reconnu* ~ handicape*|handicap|invalid*|rqth, traitement ~ lourd|cancer|depression,
            separation ~ difficile|couple|conjugale|mari|femme, femme|mari ~ quitte!, soupconn*, pris ~ caisse!, tap* caisse, escro*, fraud*, musulman*, juif*, juive*, ramadan, place* ~ ase|foyer, ase!, sans papier*, oqtf, toxico,
            tentative suicide, suicid*, handicape* ~ enfant|fils|fille, traitement medic*, diagnostiqu*, autiste,
            porte plainte, plainte ~ contre, condamn*, garde vue, mise examen, mis examen, prison, incarcer*, casier judiciaire, detention, bracelet electronique, viol!|viole!|violee!|violeur*, agress* ~ sexuel*, harcel*, vol ~ caisse|argent, detourn* ~ argent|fonds, accus* ~ vol|harcel*|attouchement*,
            divorc*, violence* conjugal*, violence* ~ mari|femme|conjoint|compagnon, enfant* ~ place*, expulse* ~ territoire, religion, syndique*, origine ethnique, homosexu*
            """, isProblem: true),

        .. Notion(Notions.Uncertainty, 4, """
            sai*|savon* pas ~ ess|startup|start, sai*|savon* pas ~ association|entreprise ~ association|entreprise|autre, sai*|savon* pas commencer, sai*|savon* pas ~ tourner|adresser, sai*|savon* pas trop,
            sai*|savon* pas ~ demander|besoin, aucune idee, pas clair, pas claire, flou*, sai*|savon* pas exactement|vraiment
            """),
        .. Notion(Notions.SeveralNeeds, 4, "plusieur* besoin*, trois besoin*, deux besoin*, quatre besoin*, plusieur* chantier*, plusieur* question*, part ~ autre part, fois ~ statut|financ*|juridique|emploi"),

        .. Notion(Notions.SocialEconomy, 3, """
            ess, economie sociale, economie solidaire, solidaire*, solidarite, cooperati*, scop, scic, association*, associati*, insertion, interet general, utilite sociale, benevol*, mutualis*, tiers lieu, collectif, esus, lucrati*, citoyen*,
            interet collectif, non lucratif, entreprise adaptee, geiq, groupement employeu*, handicap*, ecologique*, reemploi, commerce equitable, cae, entrepreneu* salarie*
            """),
        .. Notion(Notions.OrdinaryBusiness, 3, """
            sarl, eurl, sasu, sas, franchise*, actionnaire*, dividende*, fonds commerce, entreprise familiale, societe ~ familiale, auto entrepreneu*, autoentrepreneu*, micro entrepreneu*, microentreprise, levee fonds, business angel*, startup, start up,
            chiffre affaires, gerant*, benefice*
            """),
        .. Notion(Notions.OrdinaryBusiness, 3, "bar ~ chicha|lounge|cocktails|nuit, acheter ~ appartement*|studios|immeuble ~ louer, louer ~ semaine|nuitée|saison|étudiants ~ appartement*|studio*|immeuble, appartement* ~ louer, rentable ~ suite|vite|maximum, drone, application ~ livraison, kebab, pizzeria, snack, fast food, tacos, chicha, vape, cigarette électronique, téléphonie, réparation ~ téléphones, garage ~ auto*|mécanique, lavage ~ auto*, carrosserie, extension* ~ cils|cheveux, barbier, barber, tatou*, piercing, cosmétique*, bijouterie, prêt à porter, parfumerie, discothèque, influenceu*, négoce, grossiste, import, plombier, électricien, maçon, chauffagiste, carreleur, serrurier, peintre ~ bâtiment, paysagiste, coiffeu*, esthéticien*, agence ~ voyage*|intérim|événementiel*, wedding, saas, application mobile, location ~ voitures|utilitaires|vacances|meublée, gîte ~ rentable|rendement|investir, investissement ~ immobilier|rentable, revendre ~ plus cher|marge|bénéfice, bénéfice* ~ maximum|dégager|actionnaires, actionnaires, dividendes, startup|start up ~ livraison|application|levée, lever ~ fonds, investisseurs ~ startup|application|appli, marge*, concept ~ franchise"),
        .. Notion(Notions.EmployeeTakeover, 6, """
            reprise ~ salarie*, salarie* ~ reprendre|reprise|repren*|rachet*, racheter ensemble, reprendre ~ scop|cooperative|salarie*|equipe|collegue*, racheter ~ scop|salarie*|equipe|collegue*, transmettre ~ salarie*|equipe, ceder ~ salarie*|equipe, transform* ~ scop|scic, pass* ~ scop|scic,
            vend* ~ salarie*|equipe
            """),

        .. Notion(Notions.Solicitation, 3, "proposons ~ service*|solution*|prestation*|offre*|produit*"),
        .. Notion(Notions.Solicitation, 10, "premiere page ~ google, backlink*, cliquez, generation ~ leads, leads qualifies, bitcoin*, crypto*, trading, casino*, viagra, gagn* ~ argent ~ rapid*|facil*"),
        .. Notion(Notions.Solicitation, 5, """
            seo, offre exceptionnelle, devis gratuit, essai gratuit, boost* ~ ventes|visibilite|chiffre,
            propose! ~ service* ~ referencement|web|communication|site, agence ~ propos*, tarifs avantageux, meilleurs tarifs, solution ~ permet, rendez ~ demonstration, demo gratuite, pret ~ particulier* ~ rapide,
            offre* ~ pret* ~ serieu*, credit ~ rapide ~ serieu*, whatsapp, desabonn*, promotion speciale, partenariat commercial, catalogue joint, livraison offerte, remise ~ pourcent
            """),

        .. Notion(Notions.WantsAssociation, 4, "association*, associati*, benevole*, adherent*, mjc, foyer rural, club, loi 1901, caritati*"),
        .. Notion(Notions.WantsCompany, 4, "scop, scic, cooperative*, entreprise, societe, boulang*, commerce, boutique, restaurant, startup, start up, sarl, sas, associe*"),
        .. Notion(Notions.OwnActivity, 4, "micro entreprise, microentreprise, auto entrepreneu*, autoentrepreneu*, micro entrepreneu*, independant*, freelance, vivre ~ metier|activite|couture|retouche|passion, installer ~ compte, test* ~ activite|client*, propre patron, activite ~ graphis*|couture|photograph*|artisan*, creer ~ emploi, rsa, chomage, lancer ~ compte, demandeu* emploi"),
        .. Notion(Notions.OutOfWork, 4, "rsa, chomage, chomeu*, demandeu* emploi, sans emploi, minima sociaux, pole emploi, france travail, allocation* ~ solidarite, invalidite"),
        .. Notion(Notions.LongEstablished, 4, "existe ~ ans, cree* 19*, cree* 20*, fond* 19*, ans ~ existence, ancien* association"),

        .. Of(LexiconKind.Qualification, Qualifications.RegieQuartier, 4, "regie* quartier, regie* territoire"),
        .. Of(LexiconKind.Qualification, Qualifications.SiaeAci, 4, "atelier* chantier* insertion, chantier* insertion, aci"),
        .. Of(LexiconKind.Qualification, Qualifications.SiaeEi, 4, "entreprise* insertion"),
        .. Of(LexiconKind.Qualification, Qualifications.SiaeAi, 4, "association* intermediaire*"),
        .. Of(LexiconKind.Qualification, Qualifications.SiaeEtti, 4, "etti, travail temporaire insertion"),
        .. Of(LexiconKind.Qualification, Qualifications.EntrepriseAdaptee, 4, "entreprise adaptee"),
        .. Of(LexiconKind.Qualification, Qualifications.Esat, 4, "esat"),
        .. Of(LexiconKind.Qualification, Qualifications.Geiq, 4, "geiq"),
        .. Of(LexiconKind.Qualification, Qualifications.TeteDeReseau, 4, "tete reseau, federation regionale, union regionale, envergure regionale, echelle regionale, reseau regional"),
        .. Of(LexiconKind.Qualification, Qualifications.AgrementJepSport, 4, "agrement jep, agrement jeunesse, agrement sport, club sportif, federation sportive"),
        .. Of(LexiconKind.Qualification, Qualifications.Esus, 4, "agree* esus, agrement esus, entreprise solidaire utilite sociale"),

        .. Of(LexiconKind.Neutral, "", 1, "societe ~ civile, fin compte, craquant*, compagnie assurance, action recherche"),
    ];
}
