using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>Words of trades and places that tell a sector.</summary>
internal static class SectorLexicon
{
    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Sector(Sectors.ActionSociale, "action sociale, solidarite, aide alimentaire, sans abri, precarite, precaire*, exclusion, refugie*, migrant*, centre social, epicerie sociale, caritati*, hebergement urgence, maraude*, protection enfance, travailleu* sociau, accueil ~ femmes"),
        .. Sector(Sectors.SanteMedicoSocial, "sante, handicap*, personnes agees, personne agee, grand age, vieillissement, aidant*, repit, ehpad, medico social, medical*, autisme, autiste*, soin*, infirmier*, psycholog*, dependance, esat, alzheimer"),
        .. Sector(Sectors.EnfanceJeunesse, "enfance, enfant*, creche*, jeunesse, jeune*, adolescent*, centre loisir*, colonie*, sejour* ~ jeune*|enfant*, periscolaire, parentalite, halte garderie, assistante* maternelle*, etudiant*"),
        .. Sector(Sectors.EducationPopulaire, "education populaire, mjc, foyer rural, foyers ruraux, centre culturel, soutien scolaire, aide devoirs, alphabetisation, francas, animation ~ socioculturelle, maison jeune*, universite populaire"),
        .. Sector(Sectors.Culture, "culture*, culturel*, theatre, spectacle*, compagnie, musique, musicien*, concert*, festival*, artiste*, artistique*, danse, cinema, patrimoine, musee, exposition*, intermittent*, cirque, librairie, peintre*, sculpt*, arts"),
        .. Sector(Sectors.SportLoisirs, "sport*, club, gym, gymnastique, football, foot, basket, judo, tennis, natation, randonnee, rugby, handball, licencie* sportif*, athletisme, educateu* sportif*"),
        .. Sector(Sectors.Environnement, "environnement*, nature, naturaliste*, biodiversite, faune, flore, ecologie, foret*, riviere*, jardin* partage*, education ~ environnement, oiseau*, climat"),
        .. Sector(Sectors.Reemploi, "reemploi, ressourcerie*, recyclerie*, recycl*, dechet*, economie circulaire, seconde main, repair cafe, reparation, autoreparation, upcycling, consigne, friperie*"),
        .. Sector(Sectors.AlimentationAgriculture, "alimentation, alimentaire*, agricole*, agriculture, ferme, fermier*, fermiere*, maraich*, legume*, amap, circuit court, boulang*, producteur*, paysan*, epicerie, elevage, bio, cantine, jardin* nourricier*"),
        .. Sector(Sectors.InsertionEmploi, "insertion, chantier insertion, iae, siae, eloigne* emploi, chomeu*, chomage, regie quartier, demandeu* emploi, geiq, etti"),
        .. Sector(Sectors.Habitat, "habitat, logement*, colocation*, habitat participatif, habitat inclusif, locataire*, hlm, residence sociale"),
        .. Sector(Sectors.Mobilite, "mobilite, velo*, covoiturage, autopartage, transport solidaire, garage solidaire, auto ecole"),
        .. Sector(Sectors.ServicesPersonne, "services personne*, aide domicile, aide menager*, menage ~ domicile, jardinage, conciergerie"),
        .. Sector(Sectors.Numerique, "numerique, logiciel*, application, appli, informatique, developpeu* web, inclusion numerique, graphis*, reconditionn*"),
        .. Sector(Sectors.Tourisme, "tourisme, touristique*, gite*, auberge, camping, sejour*, vacances"),
        .. Sector(Sectors.CommerceArtisanat, "artisan*, commerce, boutique, couture, couturier*, retouche*, bijou*, menuiserie, ebenist*, ceramique, potier*, metiers ~ art, restaurant*, cafe, traiteur, coiffeu*"),
        .. Sector(Sectors.BatimentIndustrie, "batiment ~ entreprise, btp, construction, maconnerie, menuiserie, industrie*, usine, electricien*, plomberie, peinture ~ batiment, couvreu*, renovation ~ chantier, eco construction"),
        .. Sector(Sectors.Energie, "energie, photovoltai*, eolien*, solaire, methanisation, precarite energetique"),
        .. Sector(Sectors.SolidariteInternationale, "solidarite internationale, humanitaire*, ong, afrique, cooperation internationale, commerce equitable"),
        .. Sector(Sectors.FinanceAssurance, "mutuelle* ~ adherent*, monnaie locale, assurance ~ mutuelle"),
        .. Sector(Sectors.ConseilServices, "conseil ~ organisation*, traduct*, secretariat ~ independant*, formateu* independant*, consultant* independant*"),
    ];

    private static IEnumerable<LexiconEntry> Sector(string code, string patterns) => LexiconEntries.Of(LexiconKind.Sector, code, 3, patterns);
}
