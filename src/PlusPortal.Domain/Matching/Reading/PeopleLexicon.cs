using PlusPortal.Domain.Vocabulary;
using static PlusPortal.Domain.Matching.Reading.LexiconEntries;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>Phrases about employment, skills, management and outreach, and the ways of helping that a person asks for.</summary>
internal static class PeopleLexicon
{
    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Theme(Themes.FonctionEmployeur, 6, """
            premier* salarie*, premier* embauche*, premier* emploi*, premier* poste*, premier* fiche* paie, fiche* paie, bulletin* paie, convention collective, contrat* travail, droit travail, fonction employeu*,
            ressources humaine*, rh, gestion ~ personnel, gestion ~ equipe, devenir employeu*, organisation ~ travail|equipe, reorganis* ~ equipe|travail, document unique, duerp, entretien* ~ annuel*|professionnel*
            """),
        .. Theme(Themes.FonctionEmployeur, 5, """
            embauch*, manag*, encadr* ~ equipe|salarie*, employeu*, temps travail, risque* psychosociau*, qualite vie ~ travail, qvt, qvct, souffrance travail, prud*, rupture conventionnelle,
            turnover, turn over, absenteisme, accord entreprise, grille salaire*, remuneration*, tension* ~ equipe|salarie*, conflit* ~ equipe|salarie*|direction
            """),
        .. Theme(Themes.FonctionEmployeur, 4, "recrut*, paie, remplacement, remplacer ~ salarie*, conge* maternite|parental|paye*, arret maladie"),
        .. Theme(Themes.FonctionEmployeur, 3, "cdi|cdd, creer ~ emploi*|poste*, creation ~ emploi*|poste*, pereniser ~ emploi*|poste*, perennis* ~ emploi*|poste*, contrat* aide*, service civique, apprenti*, alternan*"),
        .. Theme(Themes.FonctionEmployeur, 2, "contrat, licenci*, equipe ~ salarie*"),

        .. Theme(Themes.FormationCompetences, 6, "former ~ benevole*|equipe|salarie*|dirigeant*|tresorier*|president*, formation* ~ benevole*|equipe|salarie*|dirigeant*|tresorier*|interne*, benevole* ~ form*, besoin ~ formation*, cherch* ~ formation*, plan formation, cycle formation, monter competence*, montee competence*"),
        .. Theme(Themes.FormationCompetences, 5, "former, formation*, competence*, apprendre ~ gerer|tenir|utiliser|rediger"),

        .. Theme(Themes.EmploiPartage, 7, "groupement* employeu*, geiq, emploi* partage*, poste* partage*, salarie* partage*, temps partage, partag* ~ salarie*|emploi*|poste*|comptable*|animateu*|secretaire*, mutualis* ~ poste*|salarie*|emploi*, salarie* ~ commun, mettre disposition ~ salarie*, mise disposition ~ salarie*|personnel, recrut* ensemble"),
        .. Theme(Themes.EmploiPartage, 3, "mise disposition, heures ~ semaine, temps partiel"),

        .. Theme(Themes.InsertionActiviteEconomique, 7, "insertion activite economique, chantier* insertion, atelier* chantier*, entreprise* insertion, association* intermediaire*, iae, siae, aci, etti, structure* insertion, salarie* insertion, travail temporaire insertion, parcours insertion, creer ~ insertion"),
        .. Theme(Themes.InsertionActiviteEconomique, 5, "eloigne* emploi, insertion professionnelle, insertion, chomeu*, chomage longue duree, regie* quartier|territoire, clause* sociale*, clause* insertion, territoire zero chomeur"),

        .. Theme(Themes.GestionComptabilite, 6, "comptabilite, expert* comptable*, plan tresorerie, plan ~ financement, budget* previsionnel*, compte* resultat*, tenir ~ compte*, tenue ~ compte*, suivi financier, suivi budgetaire, tableau* bord, commissaire* compte*, cle* repartition, comptabilite analytique"),
        .. Theme(Themes.GestionComptabilite, 5, "compta*, tva, fiscal*, impot*, bilan* comptable*, gestion financiere, gestion administrative, logiciel* compta*, budget ~ construire|suivre|tenir"),
        .. Theme(Themes.GestionComptabilite, 3, "gestion, facturation, bilan, previsionnel*"),
        .. Theme(Themes.GestionComptabilite, 1, "budget, compte"),

        .. Theme(Themes.NumeriqueCommunication, 6, "site internet, site web, reseaux sociau, plan communication, strategie communication, outil* numerique*, logiciel*, transition numerique, connaitre ~ public|activite|action|association, connai* pas, visibilite"),
        .. Theme(Themes.NumeriqueCommunication, 5, "communication, communiquer, numerique, informatique, facebook, instagram, newsletter, rgpd, identite visuelle, referencement, base donnees, crm, cybersecurite"),
        .. Theme(Themes.NumeriqueCommunication, 3, "application, appli, plateforme, site, logo*, flyer*, affiche*, plaquette*, outil* ligne, visible*"),

        .. Theme(Themes.CommercialMarches, 7, "marche* public*, appel offre*, reponse* marche*, repondre ~ marche*, achat* responsable*, clause* sociale*, developpement commercial, acheteur* public*"),
        .. Theme(Themes.CommercialMarches, 5, "trouver ~ client*, nouveau* client*, cherch* ~ client*, prospect*, commercial*, debouche*, vendre ~ produit*|service*|prestation*, politique ~ prix, aide commerciale, point* vente, clientele, demarch* ~ entreprise*|client*"),
        .. Theme(Themes.CommercialMarches, 3, "client*, vendre, vente*, chiffre affaire*, prestation*, diffus* ~ spectacle*|produit*"),

        .. Of(LexiconKind.SupportMode, SupportModes.TestActivite, 5, "test* ~ activite|client*|metier|marche|entreprise, couveuse*, entrepreneu* salarie*, cae, cooperative activite, portage salarial, sans creer|monter ~ entreprise|societe, essay* ~ activite|client*|vendre, rest* salarie*"),
        .. Of(LexiconKind.SupportMode, SupportModes.Incubation, 5, "incub*, accompagne* ~ mois, parcours ~ mois, programme ~ accompagnement, promotion ~ projet*, suivi* ~ mois"),
        .. Of(LexiconKind.SupportMode, SupportModes.Formation, 5, "formation*, former, formateu*, atelier* ~ apprendre"),
        .. Of(LexiconKind.SupportMode, SupportModes.Hebergement, 5, "cherch*|trouv*|besoin|manqu* ~ local|locau|bureau|atelier|entrepot, coworking, louer ~ local|bureau|atelier"),
        .. Of(LexiconKind.SupportMode, SupportModes.PretGarantie, 5, "pret bancaire, emprunt*, garantie, petit pret, microcredit*, pret, pret honneur, caution*"),
        .. Of(LexiconKind.SupportMode, SupportModes.FondsPropres, 5, "fonds propre*, apport!, investisseur*, capital, gens|citoyen*|habitant* ~ investi*"),
        .. Of(LexiconKind.SupportMode, SupportModes.Subvention, 5, "subvention*, appel projet*, don, mecen*, fdva, fonds public*, aide* financiere*, aide* ~ region|departement|etat"),
        .. Of(LexiconKind.SupportMode, SupportModes.MiseEnReseau, 5, "partenaire*, reseau, echang* ~ autre*|pair*, rencontr* ~ autre*|acteur*|pair*|partenaire*, contact*, mise relation, mettre relation"),
        .. Of(LexiconKind.SupportMode, SupportModes.AppuiEmployeur, 5, "paie, remplacement, fiche* paie, contrat* travail, convention collective, embauch*, groupement* employeu*, emploi* partage*, rh, ressources humaine*"),
        .. Of(LexiconKind.SupportMode, SupportModes.InstructionAdministrative, 5, "agrement*, conventionnement*, esus, dossier ~ agrement|conventionn*|fdva, demande ~ agrement|conventionn*, compte asso"),
        .. Of(LexiconKind.SupportMode, SupportModes.Diagnostic, 5, "diagnostic, etat lieu, regard exterieur, regard ~ externe, prendre recul, point ~ situation, audit, dla, remettre ~ plat, retravailler, revoir ~ activite*|organisation|modele, reflechir ~ avenir|organisation|modele"),
        .. Of(LexiconKind.SupportMode, SupportModes.IngenierieFinancee, 5, "consultant*, prestataire* ~ financ*, dla, expert* ~ financ*"),
        .. Of(LexiconKind.SupportMode, SupportModes.AccueilOrientation, 5, "tourner, orient* ~ bon*, renvo* ~ autre*, bon interlocut*, bonne porte, premier contact, premier conseil, sai* pas ~ adresser, guide*|guider"),
        .. Of(LexiconKind.SupportMode, SupportModes.EcouteDifficultes, 5, "huissier*, cessation ~ paiement*, depot bilan, redressement, conciliation, mandat ad hoc, liquidation, ecoute ~ dirigeant*"),
        .. Of(LexiconKind.SupportMode, SupportModes.Representation, 5, "plaidoyer, porter ~ voix, defendre ~ interet*|secteur, federer, adherer ~ federation"),
        .. Of(LexiconKind.SupportMode, SupportModes.AccompagnementCollectif, 4, "codeveloppement, atelier* collectif*, accompagnement collectif, groupe pairs"),

        .. Of(LexiconKind.Neutral, "", 1, "centre gestion, forme juridique, bonne forme, commune, site naturel, travailleu* sociau, aide commune, rendre compte, tenir compte, prise compte, fin compte, fonction publique, cooperative ~ agricole"),
    ];
}
