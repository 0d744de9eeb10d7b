using static PlusPortal.Domain.Matching.Reading.LexiconEntries;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>How people who sell write to those who help: orders to the reader, « nos » offers, « vos » members, prices, threats of a fine. One sign is not enough, see the triage.</summary>
internal static class SolicitationLexicon
{
    private const string Wares = "service*|solution*|produit*|prestation*|offre*|gamme*|catalogue*|logiciel*|module*|formation*|pack*|forfait*|application*|plateforme*|matériel*|accompagnement*|crédit*|prêt*|financement*|compétences|expertise";

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Notion(Notions.Solicitation, 10, $"""
            offrons|proposons|garantissons ~ vos|votre, proposons ~ audit|diagnostic ~ gratuit*, propose* ~ vos|votre ~ gratuit*|tarif*|pourcent|offre*|solution*, répondez! ~ oui|stop|message|mail|courriel, nos conseillers|commerciaux|techniciens|équipes ~ attendent|contacteront|rappelleront|disposition, conseillers|experts ~ attendent, votre visibilité, votre référencement, vos ventes, votre facture ~ énergie|électricité|gaz|téléphone, vos factures ~ énergie|électricité|gaz,
            offre ~ limitée|réservée|exceptionnelle|promotionnelle|flash, gagnant gagnant, financement|prêt|crédit ~ 24|48|72 heure*, sans justificatif*, courtier* ~ propose*|offre*|compar*, mutuelle|assurance* ~ moins cher*|tarif* ~ négocié*|avantageu*, création ~ site* ~ euro*|tarif*|forfait|offre, site ~ clé ~ main, revenu* ~ passif*|garanti*, intelligence artificielle ~ votre|vos, cryptomonnaie*, crypto ~ investi*|gagn*, base ~ décideurs|dirigeants|emails, pompe chaleur ~ euro|gratuit*|offre*, forfait ~ euro ~ mois ~ site|seo|réseaux, désinscri*, propose ~ mes services,
            vous propos* ~ {Wares}, vous présent* ~ {Wares}, vous faire ~ bénéficier|profiter|découvrir, présent*|propos* ~ nos|notre|mes ~ {Wares} ~ vos|votre|adhérents|associations|structures, fichier* ~ qualifié*|contacts|emails|associations ~ euro*|vend*|commande|extraction, bon ~ commande ~ renvoyer|retourner|signé*, euro* ~ le contact, vous obtien*|obtenons ~ subvention*|aides|financement*, rémunér* ~ succès|résultat*|commission, souhaitez! ~ devis|démonstration|démo|essai, jours|mois ~ offert*!, jours|mois ~ essai, dès|partir ~ euro* ~ mois|ht, euro* ~ par mois ~ sans, mettre ~ disposition ~ prêt|somme|fonds, prêt ~ entre particuliers
            """),
        .. Notion(Notions.Solicitation, 5, $"""
            cher* dirigeant*, cher* partenaire*, cher* responsable*, pris* charge ~ 100|intégral*|totalité, financé* ~ 100, aucune avance ~ frais, sans avance, répondez!, contactez! ~ nous|vite|dès|plateforme|conseiller*|maintenant, contactez nous, écrivez! ~ mail|adresse|whatsapp|messagerie, appelez! ~ plateforme|conseiller*|dès|vite|avant|numéro, organisme certifié, réduisez!, économisez!, multipliez!, optimisez!, découvrez!, achetez!, commandez!, souscrivez!, régularisez!, téléchargez!, testez!, réservez!, saisissez!, investissez!, rejoignez!, équipez!, confiez!,
            manquez pas, places limitées, sans obligation, rachat crédit*, prêteur*, agence web|seo|digitale|marketing, vos équipes|collaborateurs|adhérents|salariés|locaux|charges|clients|impôts|membres|ampoules|bureaux, votre structure|entreprise|organisation|établissement, dès aujourd'hui, dès maintenant, leader ~ marché|solution*, satisfait remboursé, garantie* ~ résultat*, rendement*, permets ~ contacter, vous propos*, catalogue ~ demande|joint|gratuit, fabricant|distributeur|revendeur|grossiste ~ {Wares}|adhérents|vos|gobelet*|matériel*, mise ~ normes|conformité ~ votre|vos|obligatoire|amende, risqu* ~ amende|sanction*, contrôle* obligatoire*, bon ~ commande, en cadeau, agence|cabinet|prestataire|société ~ spécialisé* ~ associations|ess|structures, sommes ~ agence|cabinet|fabricant|distributeur|éditeur|courtier*, lien ~ description|bio|dessous
            """),
    ];
}
