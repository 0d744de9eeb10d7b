using PlusPortal.Domain.Vocabulary;
using static PlusPortal.Domain.Matching.Reading.LexiconEntries;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>Phrases about the project, its legal frame, its partners and its place.</summary>
internal static class ProjectLexicon
{
    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Theme(Themes.IdeeFaisabilite, 5, "faisabilite, valider ~ idee|besoin|concept, clarifier ~ idee|projet, etude ~ besoin, etude marche, test* ~ idee|concept"),
        .. Theme(Themes.IdeeFaisabilite, 4, """
            poser ~ projet, murir ~ idee|projet, idee ~ clair*|flou*|vague, commencer ~ projet, sai* pas commencer, incub*, premier chiffrage,
            test* ~ activite|client*|marche|metier|produit, projet ~ tien* route, projet ~ realiste|viable, savoir ~ marche|viable|possible|realiste
            """),
        .. Theme(Themes.IdeeFaisabilite, 3, "combien ~ cout*, essay* ~ activite|client*|vendre, emergence, concretiser, idee, voulon*|voudrion*|voudrai*|veu|souhait*|aimer* ~ creer|ouvrir|lancer|monter, porteu* ~ projet, dossier ~ projet, construire ~ projet, accompagne* ~ mois"),
        .. Theme(Themes.IdeeFaisabilite, 2, "prototype, concept, lancer, creation, monton*|montage, couveuse, cae, entrepreneu* salarie*, reflech*|reflexion, imagin*"),

        .. Theme(Themes.ModeleEconomique, 6, "modele economique, modele financier, business model"),
        .. Theme(Themes.ModeleEconomique, 5, """
            diversifi* ~ recette|ressource|revenu|financement|financeur, depend* ~ financeur|subvention|collectivite|departement|region|etat, business plan, plan affaire,
            prix revient, seuil rentabilite, trouv* ~ equilibre, equilibr* ~ budget|compte|activite, hybrid* ~ ressource
            """),
        .. Theme(Themes.ModeleEconomique, 4, "rentab*, viabilite, viable*, autofinance*, ressource* propre*, recette* propre*, pourcent ~ budget, equilibre financier, nouvelle recette, nouvelle ressource, perte ~ financeur"),
        .. Theme(Themes.ModeleEconomique, 3, "recette, tarif*, chiffr* ~ projet, diversifi*, equilibre economique, prix vente"),
        .. Theme(Themes.ModeleEconomique, 2, "modele, equilibr*, cout, revenu"),

        .. Theme(Themes.StrategieDeveloppement, 6, "projet strategique, plan strategique, projet associatif, plan developpement, strategie developpement, changement echelle, changer echelle"),
        .. Theme(Themes.StrategieDeveloppement, 5, "essaim*, dupliqu*, duplication, accompagnement strategique, orientation* strategique*, feuille route, ouvr* ~ deuxieme|seconde|second|antenne, ouvr* ~ nouveau site, strateg*"),
        .. Theme(Themes.StrategieDeveloppement, 4, "developp* ~ activite|structure|association|action|projet, nouvelle activite, grandir, deploy* ~ territoire|departement|region|commune, elargir ~ activite|public|action, cap ~ ans, relancer ~ activite|association"),
        .. Theme(Themes.StrategieDeveloppement, 3, "developpement, developper, structurer!, structuration, croissance, deploy*, changer dimension, nouveau territoire, nouveau public, autre territoire"),

        .. Theme(Themes.UtiliteSocialeImpact, 6, "utilite sociale, impact social, mesur* ~ impact, impact ~ mesur*, mesur* ~ effet|resultat|utilite, evalu* ~ impact|utilite"),
        .. Theme(Themes.UtiliteSocialeImpact, 5, "evalu* ~ action|effet|projet|resultat, indicateur*, prouv*|montr*|demontr* ~ utile|utilite|change|impact|apport*, valoris* ~ action|utilite|travail"),
        .. Theme(Themes.UtiliteSocialeImpact, 3, "impact, evaluation"),

        .. Theme(Themes.ChoixStatutCreation, 6, """
            choisir ~ statut|forme|juridique, choix ~ statut|juridique, forme juridique, statut juridique, cadre juridique, structure juridique,
            depos* ~ statut, redig* ~ statut, ecri* ~ statut, declar* ~ association, creer ~ association, creation ~ association, immatricul*
            """),
        .. Theme(Themes.ChoixStatutCreation, 5, """
            creer ~ scop|scic|cooperative|structure|entreprise|societe, creation ~ scop|scic|cooperative|entreprise|structure, fonder ~ association|cooperative,
            startup ~ ess, start up ~ ess, ess ~ startup, ess ~ start up, relev* ~ ess, association ~ cooperative ~ choisir, association ~ entreprise ~ choisir, comprendre ~ statut
            """),
        .. Theme(Themes.ChoixStatutCreation, 4, "salarie* ~ reprendre|rachet*|repren*|reprise, statut ~ prendre|adopter, hesit* ~ statut, scop, scic, cooperative ~ creer|creation|statut|monter, assemblee constitutive, ouvrir ~ scop, modele ~ statut, demarche* ~ prefecture|tribunal|creation"),
        .. Theme(Themes.ChoixStatutCreation, 2, "cooperative, statut, tribunal ~ inscri*, fondateur*"),

        .. Theme(Themes.GouvernanceVieAssociative, 6, "vie associative, gouvernance, renouvel* ~ bureau|ca|dirigeant*|benevole*|conseil|president*, releve ~ bureau|benevole*|dirigeant*, plus personne ~ bureau|ca|president*"),
        .. Theme(Themes.GouvernanceVieAssociative, 5, """
            conseil administration, assemblee generale, repart* ~ role|responsabilite|tache, president* ~ part*|demission*|quitt*|arret*, tresorier* ~ part*|demission*|quitt*|arret*,
            mobilis* ~ benevole*, recrut* ~ benevole*, trouver ~ benevole*, manqu* ~ benevole*, plus ~ benevole*, perd* ~ benevole*, gard* ~ benevole*, fidelis* ~ benevole*, fermer ~ association, dissou*|dissolution,
            direction collegiale, co presidence, copresidence, codirection, reglement interieur, conflit* ~ bureau|ca|benevole*|president*, tension* ~ bureau|ca|benevole*|president*, aucun candidat*,
            prendre ~ president*, remplac* ~ president*|tresorier*|secretaire, benevole* ~ essouffl*|epuis*|fatigu*, essouffl*
            """),
        .. Theme(Themes.GouvernanceVieAssociative, 4, "mesentente, conflit ~ interne, dirigeant* benevole*, role* ~ chacun, fonctionnement ~ democratique, ca ~ bureau"),
        .. Theme(Themes.GouvernanceVieAssociative, 2, "president*, tresorier*, conflit*, tension*, adherent*, ag"),

        .. Theme(Themes.TransformationStatut, 6, """
            chang* ~ statut, transform* ~ association|scic|scop|cooperative|societe, pass* ~ scic|scop|cooperative, deven* ~ scic|scop|cooperative, etud* ~ scic|scop,
            evolu* ~ statut, statut associatif ~ frein*|limit*|adapt*|convien*, sortir ~ statut
            """),
        .. Theme(Themes.TransformationStatut, 4, "filialis*, filiale, transformation!, conversion ~ scop|scic|cooperative, statut ~ adapte*"),

        .. Theme(Themes.FusionMutualisation, 6, "fusion*, absorb*|absorption, mutualis* ~ moyen|achat|fonction|service|outil, rapproch* ~ association*|structure*, rapprochement"),
        .. Theme(Themes.FusionMutualisation, 5, "mutualis*, regroup* ~ association*|structure*, mettre commun, mise commun, moyens communs, partag* ~ moyen, union* ~ association*|force*"),
        .. Theme(Themes.FusionMutualisation, 3, "regroup*, rapproch*, reunir ~ association*"),

        .. Theme(Themes.AgrementsConventionnements, 6, "agrement*, conventionnement*, conventionnee*, esus, label* ~ obten*|demand*|region*, obten* ~ label*, vouloir|voulons ~ label*, habilitation, qualiopi, entreprise solidaire"),
        .. Theme(Themes.AgrementsConventionnements, 5, "conventionn*, reconnu*|reconnaissance ~ interet general, reconnu*|reconnaissance ~ utilite publique, certifi* ~ qualite|organisme, rescrit"),
        .. Theme(Themes.AgrementsConventionnements, 3, "label*, agree, certification, interet general"),

        .. Theme(Themes.RepriseTransmission, 6, """
            reprendre ~ entreprise|societe|boite|activite|commerce|affaire|association|magasin|atelier, reprise ~ entreprise|salarie*|societe|activite, repreneur*, rachat|rachet* ~ entreprise|société|boîte|usine|scierie|atelier|commerce|fonds|parts|affaire|magasin|boutique|imprimerie|ferme|ensemble|salarie*|collègues,
            transmission ~ entreprise|societe|association, transmettre ~ entreprise|societe|association|structure, ceder ~ entreprise|societe|parts|fonds|affaire|boite|activite|imprimerie|commerce|salarie*, cession ~ entreprise|societe|parts|fonds|commerce|activite,
            patron|dirigeant*|gerant*|directeur|directrice|fondat* ~ retraite, patron|dirigeant*|gerant* ~ vend*|cede*, vend* entreprise|societe|affaire|fonds
            """),
        .. Theme(Themes.RepriseTransmission, 5, "voudr*|veulent|voulons|souhait* ~ reprendre, reprise, succession, part* ~ retraite"),
        .. Theme(Themes.RepriseTransmission, 3, "transmission, retraite, reprendre, rachat, rachet*, ceder, cession"),

        .. Theme(Themes.ReseauPartenariats, 6, "trouver ~ partenaire*, cherch* ~ partenaire*, rencontr* ~ partenaire*, mise relation, mettre relation, mise reseau"),
        .. Theme(Themes.ReseauPartenariats, 5, "echang* ~ autre*|pair*|experience, rencontr* ~ autre*|acteur*|pair*|structure*|association*, partenariat*, sortir isolement, isolé!, isolée!, isolés!, isolées!, isolement, rejoindre ~ reseau|collectif|federation, integr* ~ reseau"),
        .. Theme(Themes.ReseauPartenariats, 4, "partenaire*, reseau, contact* ~ autre*|acteur*|structure*|collectivite*, repondre ensemble, travailler ensemble"),
        .. Theme(Themes.ReseauPartenariats, 3, "contact, federation, interlocut*"),

        .. Theme(Themes.LocauxHebergement, 6, """
            cherch*|trouv*|besoin|manqu*|recherch*|plus ~ locau|local, local ~ commercial|associatif|adapte|stock*|accessible, local|locau ~ plus grand|grande, quitter ~ local|locau, perd* ~ local|locau, coworking, demenag*,
            bureau ~ partage|louer|location, louer ~ local|bureau|atelier|salle|espace, hangar, entrepot, atelier* partage*, espace* ~ travail|stock*
            """),
        .. Theme(Themes.LocauxHebergement, 5, "heberge* ~ activite|association|atelier|bureau|projet, bail ~ local|locau|signer|commercial, loyer ~ augment*|cher, local ~ vetuste|petit|inadapte, travaux ~ local|batiment"),
        .. Theme(Themes.LocauxHebergement, 3, "local, locau, hebergement, batiment, loyer, lieu ~ accueill*"),

        .. Theme(Themes.CooperationTiersLieu, 6, "tiers lieu*, tier lieu*, ptce, pole territorial, cooperation territoriale, fablab, fab lab, lieu partage, lieu collectif, lieu hybride, makerspace"),
        .. Theme(Themes.CooperationTiersLieu, 4, "cooperer, cooperation, manufacture, cafe associatif, porter ~ plusieurs ~ structure*|association*, projet collectif ~ territoire, collectif ~ structure*|association*|acteur*"),

        .. Theme(Themes.TransitionEcologique, 6, "transition ecologique, transition energetique, renovation energetique, empreinte carbone, bilan carbone, demarche environnementale, demarche ecologique"),
        .. Theme(Themes.TransitionEcologique, 4, "ecolog*, reemploi, ressourcerie*, recyclerie*, dechet*, circuit* court*, climat*, biodiversite, photovoltai*, zero dechet, economie circulaire, sobriete, energ* renouvelable*"),
        .. Theme(Themes.TransitionEcologique, 2, "velo, recycl*, bio, compost*, energie, nature, environnement"),

        .. Of(LexiconKind.Neutral, "", 1, """
            droit local, produit* locau, acteur* locau, elu* locau, collectivite* locale*, association locale, developpement local, tissu local, economie locale, mission locale, habitants locau,
            reseaux sociau, convention collective, etat lieu, mise place
            """),
    ];
}
