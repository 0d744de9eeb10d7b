using PlusPortal.Domain.Vocabulary;
using static PlusPortal.Domain.Matching.Reading.LexiconEntries;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>More ways in which people tell the need themes: by what happens to them rather than by its name.</summary>
internal static class PlainThemes
{
    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Theme(Themes.IdeeFaisabilite, 5, "savoir si ~ tiendrait|tiendra|marcherait|viable|faisable|possible, tiendrait route, tiendrait debout, idée ~ bonne|sérieuse|réaliste, est-ce réaliste, est-ce faisable, vérifier ~ besoin|demande|idée, sonder ~ habitants|gens|besoin*, premier chiffrage, valider ~ intuition, passer ~ envie ~ projet, mûrir ~ projet|idée"),
        .. Theme(Themes.ModeleEconomique, 6, "tiendrait ~ financièrement, tenir ~ financièrement, vivre ~ financeur, un seul ~ financeur|client|bailleur, subvention* ~ trois quarts|moitié|essentiel, perdons ~ pourcent ~ recettes, autre* ~ recettes|ressources|revenus, trouver ~ recettes|ressources|revenus, peser ~ budget, part ~ autofinancement"),
        .. Theme(Themes.StrategieDeveloppement, 6, "autre* village* ~ reprendre|reprennent|copier|même, reproduire ~ ailleurs|modèle|projet, ailleurs ~ reproduire|dupliquer, où ~ aller ~ ans, trop petit* ~ pour ~ demande, repenser ~ projet|association|avenir, nouveau souffle, redonner ~ élan|souffle, relancer ~ dynamique|association|projet"),
        .. Theme(Themes.UtiliteSocialeImpact, 7, "mesure ~ ce que, faire parler ~ chiffres, bilan* ~ personne lit, montrer ~ ce que ~ faisons|change, preuve* ~ utilité|résultats|impact, à quoi ~ sert|servons"),
        .. Theme(Themes.ChoixStatutCreation, 6, "groupe ~ amis ~ association, sous quelle forme, association ~ ou ~ société|coopérative|entreprise, rien ~ déclaré, monter ~ dossier ~ création, écrire ~ premiers statuts, personnalité morale"),
        .. Theme(Themes.GouvernanceVieAssociative, 6, "administrateurs|conseillers|membres|élus ~ entendent plus, claqué porte, s'entendent plus, président* ~ passe main, président* ~ part!|arrête|démission*|décède|malade, entrer ~ comité|bureau|conseil, donner ~ envie ~ jeunes, rajeunir ~ bureau|conseil|association, assemblée extraordinaire, qui vote, réécrire ~ statuts, statuts ~ dépassés|anciens|réécrire|19*, personne ~ lever main, réunion* ~ tendue*|houleuse*|stérile*, décisions ~ prises|bloquées ~ seul*"),
        .. Theme(Themes.RepriseTransmission, 5, "directeur|directrice|fondateur|fondatrice ~ va|partira|quitte ~ an|ans|mois|suite, préparer ~ suite ~ départ, assurer ~ suite ~ départ"),
        .. Theme(Themes.AgrementsConventionnements, 7, "devenir ~ entreprise adaptée, agréée ~ devenir, avoir droit ~ agrément|label, où déposer ~ dossier ~ agrément|esus|label, obtenir ~ convention ~ état|préfet, reconnu* ~ intérêt général"),
        .. Theme(Themes.PretGarantie, 6, "banque ~ prêter*|suive|suivre ~ garantie|caution, avancer ~ argent ~ subvention, subvention ~ arrive* ~ après|tard ~ avancer, payer ~ four|camion|fourgon|machine|tracteur|véhicule ~ fois"),
        .. Theme(Themes.SubventionAppelProjets, 6, "département|région|mairie|état|agglomération|collectivité* ~ aider ~ formulaire|dossier|date, quel formulaire, quelles collectivités, quelle date ~ dépôt|déposer, qui ~ solliciter, tour ~ table ~ financ*, plan ~ financement ~ manque, manque* ~ financer ~ projet, coup pouce financier, aide* ~ existent, aides ~ emploi ~ embauch*"),
        .. Theme(Themes.MecenatParticipatif, 6, "fondation ~ dossier, dossier ~ fondation|mécène*|patrons, patrons ~ dossier|aider|soutenir|donner, entreprises ~ coin ~ aider|donner|soutenir, dons ~ cette année, collecter ~ argent, quête"),
        .. Theme(Themes.MicrocreditPretHonneur, 6, "vendre ~ mes ~ savons|bijoux|gâteaux|créations|confitures|plats, mon matériel ~ euros|prêt, petit coup pouce ~ démarrer|activité, zéro apport"),
        .. Problem(Themes.RestructurationProcedure, 7, "tribunal ~ commerce|judiciaire ~ convoqu*|aller|saisir, perdons ~ pourcent ~ recettes|budget|financement, renouvel* pas ~ convention|subvention|marché, convention ~ renouvel* pas|arrêt*|fin!|terme, réorganiser ~ sans ~ casser|licencier, passer ~ salariés ~ moins, chute ~ activité|recettes|commandes"),
        .. Theme(Themes.FonctionEmployeur, 7, "jamais été patron*, jamais été employeur*, comme patrons, fonctionnons ~ patrons|employeur*, fiche* ~ poste*, congés ~ heures, démission* ~ salarié*|an|équipe, organigramme, délégations, première ~ animatrice|salariée|embauche, jamais ~ animé ~ équipe, conduire ~ entretien*, sortir ~ bulletins, convention ~ sport|animation|aide domicile, chef ~ équipe ~ débordé*"),
        .. Theme(Themes.FormationCompetences, 7, "apprendre ~ animer|diriger|encadrer|gérer|tenir|parler|réunion, tout appris seul*, appris ~ tas, sait* ~ pas faire ~ former, besoin ~ apprendre, monter ~ niveau, formation* ~ courte*"),
        .. Theme(Themes.EmploiPartage, 7, "employer ~ même ~ personne, même ~ personne ~ mi temps, même ~ salarié*|comptable|animat*, à mi temps ~ autre|chacune|chacun, mi temps chacun*, embaucher ~ à deux|trois|plusieurs, partager ~ un|une|encadrant*|chef|paysagiste|chauffeur|régisseur"),
        .. Theme(Themes.InsertionActiviteEconomique, 6, "contrat* ~ insertion, chômeurs ~ longue durée ~ accueillir|embaucher|employer, remettre ~ emploi|travail ~ personnes|gens"),
        .. Theme(Themes.GestionComptabilite, 6, "tien*t* ~ comptes ~ cahier|tableur|main|excel, comptes ~ cahier|enveloppe*|excel, trésorière|trésorier ~ aider|débordé*|âgé*|lâche|arrête, factures ~ retard ~ classer, savoir ~ où ~ en est ~ budget|argent"),
        .. Theme(Themes.NumeriqueCommunication, 7, "page internet, page ~ web, site ~ jour ~ mettre, lettre ~ information, salle vide, personne ~ vient, personne ~ sait ~ existons!, remplir ~ salle, animer ~ page"),
        .. Theme(Themes.CommercialMarches, 7, "vendons mal, vendre mal, produisons bien ~ vendons, appui commercial, cantines ~ marchés, trouver ~ restaurants|magasins|cantines, livrer ~ cantines|magasins"),
        .. Theme(Themes.ReseauPartenariats, 6, "gens ~ font ~ pareil|même, font ~ même chose ~ échanger, ouvre ~ portes, qui connaît ~ milieu|terrain|secteur, relier ~ pôles|autres|acteurs, voisins ~ engagés|mêmes, interlocuteur ~ connaisse|connaît"),
        .. Theme(Themes.LocauxHebergement, 7, "étouff* ~ sous sol|local|locaux|bureau, deux fois plus grand, plus ~ grand ~ sous sol|local|place, salle ~ répétition, lieu ~ stocker|répéter|travailler, bureaux ~ loyer, loyer doux, où ~ nous ~ installer, cherch* ~ toit"),
        .. Theme(Themes.CooperationTiersLieu, 6, "lieu ~ à plusieurs, lieu ~ plusieurs ~ associations|structures, ancienne ~ gare|école|caserne|usine|mairie|cure ~ associations|habitants|ensemble|lieu, gérer ~ ensemble ~ lieu, pôle ~ coopération"),
        .. Theme(Themes.TransitionEcologique, 6, "moins ~ jeter, jeter moins, isoler ~ hangar|salle|local|gîte*|bâtiment, moins ~ énergie|eau|plastique, économiser ~ eau|énergie, canicule, chauffage bois, bilan ~ énergie, passer ~ électrique|solaire|vélo"),
    ];
}
