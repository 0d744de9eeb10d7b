using PlusPortal.Domain.Vocabulary;
using static PlusPortal.Domain.Matching.Reading.LexiconEntries;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>Phrases about money: what is looked for, and what is missing.</summary>
internal static class MoneyLexicon
{
    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Theme(Themes.PretGarantie, 6, "pret bancaire, pret banque, emprunt bancaire, credit bancaire, garantie ~ pret|emprunt|banque|bancaire, banque ~ garantie|caution*, garantir ~ pret|emprunt, besoin fonds roulement, bfr, pret relai"),
        .. Theme(Themes.PretGarantie, 5, "emprunt*, caution* ~ banque|pret|bancaire, obten*|demand*|cherch*|besoin|contract* ~ pret, financer ~ achat|investissement|materiel|machine*|vehicule*|minibus|camion*|travaux|equipement*|local"),
        .. Theme(Themes.PretGarantie, 4, "pret, garantie, acheter ~ materiel|machine*|vehicule*|minibus|camion*|batiment|equipement*, achat ~ materiel|machine*|vehicule*|minibus|camion*|batiment|equipement*, trouver ~ euro, avance remboursable"),
        .. Theme(Themes.PretGarantie, 3, "investissement*, banque|banquier*|bancaire*, credit, investir ~ materiel|machine*|vehicule*|equipement*"),

        .. Theme(Themes.FondsPropres, 6, "fonds propre*, quasi fonds propre*, pret participatif, titre* associatif*, titre* participatif*, haut bilan, lev* ~ fonds, augment* ~ capital, entr* ~ capital, apport associatif, contrat apport"),
        .. Theme(Themes.FondsPropres, 5, "investisseur*, epargne*, epargnant*, capital, citoyen*|habitant*|gens ~ investi*, investi* ~ citoyen*|habitant*|gens, manqu* ~ apport, reunir|rassembler ~ euro, mettre ~ argent, apport ~ banque, actionnaire*, part* sociale*"),
        .. Theme(Themes.FondsPropres, 3, "apport!, banque ~ accept*|suiv*, associe* ~ entr*, tresorerie ~ structurelle"),

        .. Theme(Themes.SubventionAppelProjets, 6, "appel projet*, demande* ~ subvention*, dossier* ~ subvention*, subvention* ~ demand*|obten*|trouv*|cherch*, obten*|trouv*|cherch*|solliciter ~ subvention*, fdva, aide* publique*, fonds public*, financement* public*, fonds europeen*, feder, fse"),
        .. Theme(Themes.SubventionAppelProjets, 5, "aide* ~ region|departement|etat|mairie|financiere*, repondre ~ appel, politique ~ ville ~ financ*, financement* ~ projet|action|region|departement|etat, trouv*|cherch*|recherch* ~ financement*|financeur*, aide* financiere*"),
        .. Theme(Themes.SubventionAppelProjets, 4, "subvention*, bourse*, leader"),
        .. Theme(Themes.SubventionAppelProjets, 3, "financer, financement*, financeur*"),

        .. Theme(Themes.MecenatParticipatif, 6, "mecen*, financement participatif, crowdfunding, cagnotte*, philanthrop*, campagne ~ don, collect* ~ don|fonds, appel ~ don, recu* fiscau|fiscal, fondation* ~ entreprise, don ~ entreprise*"),
        .. Theme(Themes.MecenatParticipatif, 5, "donat*, sponsor*, parrainage, parler ~ entreprise* ~ don, don, legs, fondation* ~ soutien*|financ*|solliciter|aide*"),
        .. Theme(Themes.MecenatParticipatif, 3, "fondation*, entreprise* ~ souten*"),

        .. Theme(Themes.MicrocreditPretHonneur, 7, "microcredit*, micro credit*, pret* honneur, petit pret, petit credit, petit emprunt"),
        .. Theme(Themes.MicrocreditPretHonneur, 5, "banque* ~ refus*, refus* ~ banque*, interdit* bancaire*, fich* banque, sans apport, banque* ~ veulent|veut ~ pas"),
        .. Theme(Themes.MicrocreditPretHonneur, 3, "rsa, chomage ~ creer|lancer|monter|activite, demandeu* emploi, autoentrepreneu*, auto entrepreneu*, micro entrepreneu*, micro entreprise, microentreprise, compte ~ installer, lancer ~ compte, vivre ~ activite|metier"),

        .. Problem(Themes.TresorerieUrgence, 7, """
            pas|plus pay*|vers*|regl*|assur*|honorer ~ salaire*|paie*|paye*|charge*|loyer*|fournisseur*, cessation ~ paiement*, depot bilan, depos* bilan, salaire* ~ retard|impaye*, salaire* ~ plus|pas pay*|vers*,
            salaire* ~ menace*, salaire*|loyer*|charge*|facture* ~ plus pay*|regl*|vers*, commandement ~ payer, retard ~ salaire*, plus tresorerie, tresorerie ~ vide|sec|negati*|rouge|bloqu*|tendue|menace*|critique|catastroph*, compte* ~ vide|rouge|sec|debiteu*|saisi*
            """),
        .. Problem(Themes.TresorerieUrgence, 5, """
            huissier*, impaye*, mise* demeure, decouvert, subvention* ~ pas arriv*, subvention* ~ pas vers*, subvention* ~ retard, retard ~ versement, retard* ~ paiement*, loyer* ~ retard, urssaf ~ reclam*|relance*|retard|dette*|menace*|poursui*,
            creancier*, plus argent, tiendr* ~ jours|semaine*|mois, probleme* ~ tresorerie, difficulte* ~ tresorerie, banque ~ bloqu*|coup*|ferm*|rejet*, prelevement* ~ rejet*, dette*, expuls*, assign*
            """),
        .. Problem(Themes.TresorerieUrgence, 4, "tresorerie, fin mois ~ difficile|salaire*|payer, relance* ~ fournisseur*, argent ~ manqu*, urssaf, facture* ~ pas pay*, pas pay* ~ facture*"),

        .. Problem(Themes.RestructurationProcedure, 6, """
            mandat ad hoc, mandataire*, conciliation, procedure* ~ sauvegarde|collective*|amiable*|redressement, redressement, plan ~ sauvegarde|redressement, liquidation, administrateur* judiciaire*, plan social, plan ~ licenciement*,
            licenciement* ~ economique*, supprim* ~ subvention*|financement*, reduire ~ equipe|effectif*|voilure|masse|poste*, taille ~ equipe, supprim* ~ poste*, restructur*, perte|perd* ~ financeur*|subvention*|marche|agrement|convention|client*, reduction ~ effectif*
            """),
        .. Problem(Themes.RestructurationProcedure, 5, "deficit*, difficulte* financiere*, situation financiere ~ degrad*|difficile|fragile|critique, financeur* ~ retir*|arret*|baiss*|quitt*|desengag*, departement|region|etat|commune|mairie|caf|agglo ~ retir*|desengag*, baisse ~ subvention*|dotation*|financement*|recette*|activite, subvention* ~ baiss*|supprim*|divis*|coup*|reduit*, revoir ~ activite*, pertes ~ exercice|annee"),
        .. Problem(Themes.RestructurationProcedure, 4, "licencions|licencier|licenciement, tribunal ~ commerce|judiciaire, structure ~ danger, survie, mettre cle*, fermer ~ porte*, difficulte* economique*, commissaire* ~ alerte, procedure alerte"),

        .. Of(LexiconKind.Neutral, "", 1, "supprim*|perd*|perte|baiss*|retir*|retard ~ subvention*|financement*|financeur*, subvention* ~ supprim*|baiss*|retir*|retard, subvention* ~ pas arriv*|vers*, financeur* ~ retir*|desengag*, gestion projet*, gestion dechet*, credit impot*, don* ~ temps, frais bancaire*, compte bancaire, rib"),
    ];
}
