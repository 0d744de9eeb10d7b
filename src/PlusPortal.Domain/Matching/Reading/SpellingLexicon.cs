using static PlusPortal.Domain.Matching.Reading.LexiconEntries;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>Abbreviations of telephones and of the trade, and phrases that would be read as something else.</summary>
internal static class SpellingLexicon
{
    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Spellings("""
            asso|assoc|assos|assocs|ass = association
            bjr|bsr|slt = bonjour
            pb|pbs|pblm|pblms|prob|pbm = probleme
            qd = quand
            qqn|qq1|qqun|kelkun = quelqu un
            qq|qqs|qlq|qques = quelques
            qqch|qlqch = quelque chose
            bcp|bcq|bp = beaucoup
            jsp|jspas|chsp = je ne sais pas
            chai|chais = je ne sais
            fo|fodrait = faut
            pk|pkoi|pquoi = pourquoi
            ds = dans
            ns = nous
            vs = vous
            pr = pour
            pcq|pck|parcke = parce que
            tjs|tjrs|tj = toujours
            jms = jamais
            mtn|mnt = maintenant
            svp|stp = merci
            cdt|cdlt|cordt = cordialement
            rdv = rendez vous
            rv = rendez vous
            subv|subvs|sub = subvention
            treso|tresor = tresorerie
            presid|prez|pdte = presidente
            benev|benevs|bénév = benevole
            salar|sal = salaries
            dept|dpt = departement
            cpta|compt = comptabilite
            cpte = compte
            dde = demande
            dvpt|dev|devt = developpement
            ets = entreprise
            cie = compagnie
            prod = production
            com = communication
            formt = formation
            aap = appel projets
            agglo = agglomeration
            chq = chaque
            tt = tout
            ts = tous
            etc = merci
            gvt = gouvernance
            anim = animateur
            info|infos = information
            we = weekend
            asap = vite
            keur = euro
            euros|eur|balles = euro
            """),

        .. Of(LexiconKind.Neutral, "", 1, """
            prévention ~ suicide|burn|épuisement|difficultés, lutte ~ suicide|harcèlement|violences, trésorerie ~ saine|bonne|confortable|solide|correcte|suffisante|stable|positive, droit local, commerce local, presse ~ locale, télévision ~ locale, radio locale, monnaie locale, crédit local, consigne locale, filière locale,
            mission locale, vie locale, ressources ~ locales, produits ~ locaux, élus ~ locaux, partenaires ~ locaux, producteurs ~ locaux, entreprises ~ locales, associations ~ locales, assemblée ~ générale, direction ~ générale,
            comité, décide, décider, décision*, disposition, compter, compte tenu, rendre compte, projet ~ bail, prix ~ libre, pris ~ compte, formation ~ hygiène, coordination, documents, mode ~ emploi, à bout ~ champ, centre ~ formation, organisme ~ formation, statut ~ cadre, statut ~ salarié*, protection ~ sociale ~ salarié*,
            phase, soigner, soin, envoie, veille, veiller, cuisine, agence, pleine, plein, couverte, régime, compatible, remarque, repère, montagne, parent, collège, module, mobilier, reportage, instant, intérim, prioritaire, enregistrer, postal, portail, publier, publié, modifier, qualifier, émerger,
            exploiter, commentaire, commencer, commencez, comparer, compétent, protéger, protège, représenter, représente, répertoire, bénéficiaire, appartement, appartenance, important, importante, suffisant, concrète, concret, réaliste, personnaliser, présenter, présente, présentation, foncer, marquer, marque, produire, produit,
            reporter, préciser, précise, précisément, relever, relève, retrouver, raconter, calculer, libéral, dénoncer, déplacer, dépasser, enfoncer, travailler, travaille, travaillent, regarder, regardez, échange, numérique, repris, repartir, plaine, comprendre, comprend, comporter, rapporter, rapport, supporter, support,
            propriétaire*, commande*, association ~ quartier, chantier ~ jeunes, classes ~ vertes, entreprises vertes, déchets verts, bâtiment* ~ communal*, petit ~ bâtiment, second œuvre, conférence*, contexte, compagnie*, concert*, contact humain
            """),
    ];
}
