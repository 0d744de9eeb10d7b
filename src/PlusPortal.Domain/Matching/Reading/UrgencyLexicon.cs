using static PlusPortal.Domain.Matching.Reading.LexiconEntries;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>Money that is missing now, made of two halves: what is owed, and that it cannot be paid. Each half is said in many ways, and either may come first.</summary>
internal static class UrgencyLexicon
{
    private const string Owed = "salaire*|paie|paies|paye!|payes!|rémunération*|loyer*|charges!|cotisation*|urssaf|msa|fournisseur*|échéance*|mensualité*|impôts|tva|factures|dette*|traites";
    private const string ToPay = "payer|régler|verser|honorer|assurer|sortir|couvrir|acquitter|rembourser|face|solder";
    private const string Wages = "salaire*|paie|paies|paye!|payes!|rémunération*";
    private const string Staff = "salarié*|équipe|personnel|animatrice*|animateur*|collègues|permanent*|employé*";
    private const string Own = "poche|retraite!|pension|économies|livret|épargne|perso|personnel*|carte!|deniers";
    private const string Soon = "noël|hiver|été|rentrée|trimestre|semestre|saison|printemps|automne|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        // Who owes cannot pay.
        .. Notion(Notions.UrgentMoney, 6, $"pouv*|peu*|pourr*|pu|puis ~ pas|plus ~ {ToPay} ~ {Owed}|mois!|prêt, arriv* ~ pas|plus ~ {ToPay} ~ {Owed}|mois!|prêt, impossible|incapable* ~ {ToPay} ~ {Owed}, parv* pas|plus ~ {ToPay} ~ {Owed}, vers*|pai*|pay* pas|plus ~ {Wages}, pas|plus quoi faire|finir|assurer|couvrir|verser|sortir, pas|plus ~ argent ~ {ToPay} ~ {Owed}, comment ~ {ToPay} ~ {Wages} ~ vendredi|lundi|prochain*|mois!|semaine|{Soon}", isProblem: true),
        .. Notion(Notions.UrgentMoney, 6, $"{Owed} ~ pas|plus ~ payable*|finançable*|couvert*|financé*|réglable*|provisionné*, sai*|sav* pas ~ {Wages} ~ tomb*|vers*|pay*|pass*|arriv*|part*, sai*|sav* pas ~ payer*|paier*|régl*|vers* ~ {Wages}|{Staff}, {Wages} ~ tomb*|pass*|part*|arriv* pas|plus, {Wages} ~ attend* depuis|toujours, {Staff} ~ seront|sera|ser* pas|plus ~ payé*|rémunéré*, {Staff} ~ payé* ~ retard|mois, seront|serons pas|plus ~ payé*, {Wages} ~ suspens|incertitude|hypothétique*, {Wages} ~ aléatoire*", isProblem: true),
        .. Notion(Notions.UrgentMoney, 6, $"manqu* ~ euro*|mille|sous ~ finir|boucler|passer|terminer|tenir, manqu* ~ euro*|mille ~ {Owed}, trou ~ euro*|mille ~ {Owed}|mois!, mois|semaine*|jours ~ salaires ~ retard, directeur|directrice|président|présidente|gérant|gérante|fondateur|fondatrice|moi|je ~ paie!|paye!|verse!|paient plus, sans ~ salaire depuis|mois, travaill* ~ sans ~ payé*|salaire*", isProblem: true),
        .. Notion(Notions.UrgentMoney, 6, $"pai*|pay*|avanc*|règl*|couvr*|bouch* ~ {Owed}|trous ~ {Own}, avance ~ {Owed} ~ {Own}, mis|mets|mettre|remis ~ {Own} ~ {Owed}|payer|compte*|caisse, prêté ~ association ~ {Wages}|loyer*", isProblem: true),

        // What is left, and until when.
        .. Notion(Notions.UrgentMoney, 6, $"un mois trésorerie, deux mois trésorerie, trois mois trésorerie ~ pas|après|ensuite|seulement, semaine*|jours trésorerie, semaine*|mois|jours ~ devant ~ fermer|fermeture|couler|arrêter|cessation|fin!, semaine*|jours ~ avant fermer|fermeture|couler|cessation|bilan|clé*, ferm*|arrêt*|coul*|disparai* ~ avant {Soon}, clé* ~ porte, mettre|mettrons|mettra ~ clé*, tiendr*|tien*|tenir ~ pas|plus ~ {Soon}|bout|mois|semaine*|jours, passer* pas|plus ~ {Soon}, trésorerie ~ {Soon} ~ maximum|max|plus|tard, trésorerie ~ craqu*|fond*|plong*|catastroph*|dramatique*|alarmant*|insuffisant*|négati*|déficitaire*|nul*, trésorerie ~ suit plus, plus rien ~ {Soon}|payer|avril, plus rien ~ fin mois", isProblem: true),
        .. Notion(Notions.UrgentMoney, 6, $"compte* ~ négatif*|moins|vidé*|rouge, comptes ~ rouge, finances ~ rouge ~ {Owed}|mois!|semaine*, banque|banquier*|conseiller bancaire ~ plus rien, banque|banquier* ~ veut|veulent|suit|suivent|couvre|avance|répond plus, banque|banquier* ~ refus*|rejet* ~ {Owed}|découvert|prélèvement*, autorisation découvert ~ expir*|termin*|supprim*|fini*, prélèvement* ~ pass* pas|plus, pris* ~ gorge, couteau ~ gorge, au bord ~ gouffre|faillite ~ financ*|trésorerie|argent, gouffre financier, survi* ~ mois|semaine*|association ~ financ*|trésorerie|argent, sauver ~ fermeture|liquidation|dépôt|faillite", isProblem: true),

        // Those who claim, and justice.
        .. Notion(Notions.UrgentMoney, 6, $"impôts|urssaf|msa|banque|trésor|créancier* ~ bloqu*|gel*|sais*|prélev* ~ compte*, impôts|urssaf|msa|bailleur|propriétaire|proprio ~ réclam*|exig* ~ euro*|mois|impayé*|retard, {Owed} ~ souffrance, menac* ~ couper|coupure|coupures|saisir|saisie|assigner|assignation|huissier*|poursuite*, réclam* ~ impayé*|arriéré*|retard*, impayé* ~ dehors|expuls*|huissier*|saisie, expuls* ~ impayé*|loyer*|dette*, dette* ~ urssaf|msa|fiscale*|sociale*|fournisseur* ~ plus|pas|étal*|menac*|pouv*, stopp*|arrêt*|suspend* ~ livraison*, livr* ~ plus ~ payé*|réglé*|impayé*|facture*, plan ~ apurement, échelonner|étaler ~ dette*|urssaf|charges|cotisations", isProblem: true),
        .. Notion(Notions.UrgentMoney, 6, "procédure collective, administrat* judiciaire, mandataire judiciaire, liquidat* judiciaire, procédure alerte, procédure sauvegarde, période observation, convoqu* ~ tribunal ~ procédure|redressement|liquidation|cessation|commerce, tribunal ~ convoqu* ~ procédure|redressement|liquidation|cessation, tribunal commerce ~ dette*|cessation|bilan|procédure, état cessation, risqu* ~ dépôt|liquidation|faillite|cessation|redressement", isProblem: true),

        // The purse is well: what looks like trouble elsewhere in the text is not ours.
        .. Notion(Notions.SoundMoney, 6, """
            comptes ~ bons|sains|équilibre|équilibrés|bien|excédentaire*|positifs|solides, comptes bons|sains, argent ~ va bien, argent ~ pas ~ problème|souci|question|sujet|manque*, pas ~ argent ~ manquons|manque|problème|souci, finances ~ saines|bonnes|bien|solides|équilibrées, trésorerie ~ saine|confortable|solide|bonne|suffisante|bien, société|entreprise|association|structure|situation ~ saine|solide ~ financièrement, société|entreprise|structure saine, situation financière ~ saine|bonne|solide|stable,
            pas|aucun|aucune|zéro|ni ~ dette*|impayé*, pas|aucun ~ problème*|souci* ~ argent|trésorerie|financier*|finance*, sans dette*, an|année|ans ~ réserve*|trésorerie, réserve* ~ an|année|ans|confortable*|suffisante*, réserves ~ mois ~ devant, bénéficiaire* ~ ans|année*|résultat|exercice, excédent*, résultat* ~ positif*, budget ~ équilibre|équilibré, financièrement ~ bien|solide*|sain*|stable*|équilibr*, bonne santé ~ financière, santé financière ~ bonne, financeurs ~ renouvellent|fidèles|suivent, carnet* ~ pleins|plein, nous ça va, nous tout va bien
            """, isProblem: true),
        .. Notion(Notions.NoMoneyAsked, 4, "pas ~ cherch*|demand*|besoin|question|veu*|voul* ~ subvention*|argent|prêt|emprunt|crédit|financement*, cherch*|demand* pas|aucun* ~ subvention*|argent|prêt|emprunt|crédit|financement*|sous, pas|aucun besoin ~ subvention*|argent|prêt|emprunt|crédit|financement*, pas|ni|sans|aucun emprunt|prêt|crédit, argent ~ pas ~ demand*|question|sujet|manque*, demand* ~ argent ~ personne, financement* ~ bouclé*|acquis|trouvé*|obtenu*|assuré*, argent ~ viendra|plus tard"),
        .. Notion(Notions.Misdeclared, 4, "ai|avons coché|mis ~ parce|car|mais|défaut|hasard|faute|cocher, ai|avons coché, coché ~ hasard|défaut|faute|parce, fallait ~ cocher|choisir ~ case|quelque, pas du tout ~ ça|cela|demande|sujet, pas ~ vrai sujet|besoin|problème|souci, vrai ~ sujet|besoin|problème|souci ~ ailleurs|autre"),
    ];
}
