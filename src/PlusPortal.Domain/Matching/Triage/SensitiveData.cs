using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PlusPortal.Domain.Matching.French;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;

namespace PlusPortal.Domain.Matching.Triage;

/// <summary>Finds personal data that should not be in the text: somebody's health, justice or family matters, names, numbers of identity or account.</summary>
/// <remarks>Source: triage rules of PLUS. A public served (« les personnes malades ») is no personal data; one recognisable person is.</remarks>
internal static partial class SensitiveData
{
    private static readonly FrozenSet<string> OneOf = Set("un une notre mon ma sa son cette ce leur autre l");
    private static readonly FrozenSet<string> OnePerson = Set("""
        salarie salariee benevole beneficiaire usager usagere collegue president presidente tresorier tresoriere directeur directrice mari femme epoux epouse conjoint conjointe compagnon compagne
        fil fille frere soeur mere pere enfant adherent adherente educateur educatrice secretaire animateur animatrice patron patronne gerant gerante apprenti apprentie stagiaire mineur mineure
        patient patiente resident residente locataire employe employee coordinateur coordinatrice chef responsable dirigeant dirigeante comptable fondateur fondatrice voisin voisine ami amie
        membre jeune dame homme monsieur madame autre associe associee encadrant encadrante veilleur veilleuse formateur formatrice moniteur monitrice intervenant intervenante cuisinier cuisiniere chauffeur agent infirmiere infirmier assistant assistante
        """);

    private static readonly FrozenSet<string> UniqueRole = Set("president presidente tresorier tresoriere directeur directrice patron patronne gerant gerante comptable secretaire fondateur fondatrice dirigeant dirigeante coordinateur coordinatrice encadrant encadrante animateur animatrice educateur educatrice veilleur veilleuse salarie salariee stagiaire apprenti apprentie cuisinier cuisiniere chauffeur gardien gardienne concierge");

    /// <summary>Kinds of data found, as French words; none when the text is clean.</summary>
    public static IReadOnlyList<string> Find(string title, string description, NeedLexicon lexicon)
    {
        var text = FrenchWords.WithShortWords($"{title}.\n{description}");
        var found = SensitiveKinds.None;
        if (SentencesAboutSomebody(text, lexicon).Count > 0) found |= SensitiveKinds.PrivateLife;
        if (NamedPerson().IsMatch(text) || RoleAndName().IsMatch(text) || FirstNameAndInitial().IsMatch(text)) found |= SensitiveKinds.Name;
        if (BirthDate().IsMatch(text)) found |= SensitiveKinds.BirthDate;
        if (Telephone().IsMatch(text)) found |= SensitiveKinds.Telephone;
        if (SocialSecurityNumber().IsMatch(text)) found |= SensitiveKinds.SocialSecurityNumber;
        if (Iban().IsMatch(text)) found |= SensitiveKinds.BankAccount;
        return found.InWords;
    }

    /// <summary>Where the sentences stand that tell of the health, justice or private life of one person, from their first word to their last.</summary>
    internal static IReadOnlyList<(int Start, int End)> SentencesAboutSomebody(string text, NeedLexicon lexicon)
    {
        var tokens = ReadWords.Of(text, lexicon);
        var frames = new Frames(text, tokens, 0);
        var sentences = new HashSet<int>();
        var patterns = new List<LexiconPattern>();
        for (var start = 0; start < tokens.Count; start++)
        {
            lexicon.FindSensitive(tokens[start], patterns);
            foreach (var pattern in patterns)
            {
                if (frames.At(start) != Frame.Activity && pattern.Match(tokens, start) != 0) sentences.Add(tokens[start].Sentence);
            }
        }

        if (sentences.Count == 0) return [];
        var told = new HashSet<int>();
        for (var index = 0; index < tokens.Count; index++)
        {
            if (sentences.Contains(tokens[index].Sentence) && !told.Contains(tokens[index].Sentence) && IsOnePerson(text, tokens, index)) told.Add(tokens[index].Sentence);
        }

        return [.. tokens.Where(token => told.Contains(token.Sentence)).GroupBy(token => token.Sentence).Select(sentence => (sentence.First().Start, sentence.Last().Start + sentence.Last().Length))];
    }

    /// <summary>Every sentence of a text, from its first word to its last, and whether it speaks of one person.</summary>
    internal static IReadOnlyList<(int Start, int End, bool HasPerson)> SentencesOf(string text, NeedLexicon lexicon)
    {
        var tokens = ReadWords.Of(text, lexicon);
        var told = new HashSet<int>();
        for (var index = 0; index < tokens.Count; index++)
        {
            if (!told.Contains(tokens[index].Sentence) && IsOnePerson(text, tokens, index)) told.Add(tokens[index].Sentence);
        }

        return [.. tokens.GroupBy(token => token.Sentence).Select(sentence => (sentence.First().Start, sentence.Last().Start + sentence.Last().Length, told.Contains(sentence.Key)))];
    }

    private static bool IsOnePerson(string text, List<Token> tokens, int index)
    {
        var token = tokens[index];
        var before = index > 0 && tokens[index - 1].Sentence == token.Sentence ? tokens[index - 1].Word : "";
        if (token.Word is "je" or "j" or "elle" or "il" && index + 1 < tokens.Count && IsStateVerb(tokens[index + 1].Word)) return true;
        if (token.Word is "m" or "me" && index + 1 < tokens.Count && tokens[index + 1].Word is "a" or "ont") return true;
        var isPlural = text[token.Start + token.Length - 1] is 's' or 'x' && token.Word is not ("fil" or "epoux" or "epou");
        if (isPlural) return OnePerson.Contains(token.Word) && IsOneAmong(tokens, index);
        return (OneOf.Contains(before) && OnePerson.Contains(token.Word)) || (before is "le" or "la" && UniqueRole.Contains(token.Word));
    }

    /// <summary>« Un de nos salariés », « l'une des bénévoles ».</summary>
    private static bool IsOneAmong(List<Token> tokens, int index)
    {
        for (var before = index - 1; before >= 0 && index - before <= 4 && tokens[before].Sentence == tokens[index].Sentence; before--)
        {
            if (tokens[before].Spelled is "un" or "une") return true;
            if (!tokens[before].IsFunction) return false;
        }

        return false;
    }

    private static bool IsStateVerb(string word) => word is "sui" or "suis" or "est" or "etai" or "etait" or "ai" or "a" or "avai" or "avait" or "souffre" or "viens" or "vien" or "vient" or "sort";

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(FrenchWords.Normalize).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b\p{Lu}\p{Ll}{2,} \p{Lu}\.(?=,| \p{Ll})", RegexOptions.CultureInvariant, 5_000)]
    internal static partial Regex FirstNameAndInitial();

    [GeneratedRegex(@"\b(?:M\.|Mr\.?|Mme|Mlle|[Mm]onsieur|[Mm]adame|[Dd]octeur|Dr)[ \u00A0](?!Le\b|La\b|Monsieur\b|Madame\b)\p{Lu}[\p{L}'’-]+", RegexOptions.CultureInvariant, 5_000)]
    internal static partial Regex NamedPerson();

    [GeneratedRegex(@"\b(?:président|trésori|secrétaire|directeur|directric|salarié|collègue|bénévole|comptable|animat|éducat|coordinat|gérant|fondat|patron|stagiaire|apprenti|encadrant|mari|femme|fils|fille|frère|sœur)\p{Ll}*,? (?:de |d')?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? (?:\p{Lu}\.|\p{Lu}\p{Ll}+)", RegexOptions.CultureInvariant, 5_000)]
    internal static partial Regex RoleAndName();

    [GeneratedRegex(@"\bnée? le \d{1,2}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    internal static partial Regex BirthDate();

    [GeneratedRegex(@"(?<!\d)(?:0|\+33 ?|0033 ?)[1-9](?:[ .-]?\d{2}){4}(?!\d)", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-4]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3}(?: ?\d{2})?(?!\d)", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex SocialSecurityNumber();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){4,7}(?: ?[0-9A-Z]{1,3})?\b", RegexOptions.CultureInvariant, 5_000)]
    internal static partial Regex Iban();
}
