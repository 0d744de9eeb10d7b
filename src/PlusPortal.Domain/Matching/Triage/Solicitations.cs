using System.Text.RegularExpressions;
using PlusPortal.Domain.Matching.French;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;

namespace PlusPortal.Domain.Matching.Triage;

/// <summary>Tells messages that sell something, or that a machine wrote, from requests.</summary>
/// <remarks>Source: triage rules of PLUS. Such a message is set apart and can be restored.</remarks>
internal static partial class Solicitations
{
    private const int ManyLinks = 3;
    private const int OneSolicitation = 5;
    private const int TwoSolicitations = 10;
    private const int ThreeSolicitations = 15;
    private const int OneToReader = 3;
    private const int MostToReader = 3;

    /// <summary>French sentence that says why the message seems to sell something; null when it does not.</summary>
    public static string? Reason(MatchingCriteria criteria, NeedReading reading)
    {
        // A person in distress is heard first, whatever else the message holds.
        if (reading.Tells(Notions.Distress)) return null;
        var text = FrenchWords.WithShortWords($"{criteria.Title}. {criteria.Description}");
        var links = Links().Count(text);
        var solicitation = reading.Notion(Notions.Solicitation);

        var strength = (solicitation?.Strength ?? 0) + ToReader(text);

        // Somebody who asks for something may well quote what others sell.
        var isRequest = Asking().IsMatch(FrenchWords.WithShortWords(criteria.Description));
        if (isRequest && links < ManyLinks && strength < (links == 0 ? ThreeSolicitations : TwoSolicitations)) return null;
        if (solicitation is { Strength: >= OneSolicitation } && strength >= (links == 0 ? TwoSolicitations : OneSolicitation))
            return $"Le message semble vendre quelque chose\u00A0: {TriageDetector.Quote(solicitation.Words)}.";
        return links >= ManyLinks ? "Le message contient plusieurs liens." : null;
    }

    /// <summary>Points for what is said to the reader: « vos équipements », « renouvelez ici ». A request says « votre aide », « rappelez-moi ».</summary>
    private static int ToReader(string text) => Math.Min(MostToReader, ReadersOwn().Count(text) + Orders().Count(text)) * OneToReader;

    [GeneratedRegex(@"\b(?:votre|vos) (?!aide|avis|retours?|réponses?|site\b|annuaire|portail|équipe|accompagnement|attention|soutien|bienveillance|haute|disposition|part\b|temps\b|conseils?|services?\b|écoute|appui|intervention|accueil|message|travail|action|compréhension|expertise|page|formulaire|adresse|structure de|association pourrait|orientation|regard|réactivité|précieu)\p{L}+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex ReadersOwn();

    [GeneratedRegex(@"(?:^|[.!?:;,–-] ?)(?!pouvez|pourriez|auriez|avez|savez|connaissez|voulez|voyez|excusez|pardonnez|veuillez|rappelez|appelez-moi|aidez|dites|imaginez|sachez|venez|recevez|acceptez|comprenez|assez|chez|nez\b|rendez-vous)\p{Ll}*(?i:\p{L}{3,}ez)\b(?!-(?:moi|nous|vous))", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Orders();

    [GeneratedRegex(@"\b(?:nous|on|je|j') ?(?:ne )?(?:cherchons|cherche|recherchons|voudrions|voudrait|voudrais|voulons|veut|souhaitons|aimerions|aimerait|avons besoin|a besoin|ai besoin|manque|manquons)\b|\b(?:il (?:nous|me) (?:faut|faudrait|manque)|besoin d'aide|comment (?:faire|trouver|obtenir)|pourriez-vous (?:nous|m') ?aider|faut-il|qui (?:peut|pourrait) (?:nous|m'|me))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Asking();

    [GeneratedRegex(@"https?://|\bwww\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Links();
}
