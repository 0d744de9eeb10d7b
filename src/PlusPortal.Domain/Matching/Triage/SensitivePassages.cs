using System.Text.RegularExpressions;
using PlusPortal.Domain.Matching.French;
using PlusPortal.Domain.Matching.Lexicon;

namespace PlusPortal.Domain.Matching.Triage;

/// <summary>Kinds of personal data that should not be in a text.</summary>
[Flags]
public enum SensitiveKinds
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Somebody's health, justice or family matters.</summary>
    PrivateLife = 1,

    /// <summary>The name of a person.</summary>
    Name = 2,

    /// <summary>A date of birth.</summary>
    BirthDate = 4,

    /// <summary>A telephone number.</summary>
    Telephone = 8,

    /// <summary>A social-security number.</summary>
    SocialSecurityNumber = 16,

    /// <summary>A bank account.</summary>
    BankAccount = 32,

    /// <summary>An e-mail address.</summary>
    Email = 64,
}

/// <summary>The words of the kinds.</summary>
public static class SensitiveKindWords
{
    private static readonly (SensitiveKinds Kind, string Words)[] All =
    [
        (SensitiveKinds.PrivateLife, "la santé, la justice ou la vie privée de quelqu'un"),
        (SensitiveKinds.Name, "le nom d'une personne"),
        (SensitiveKinds.BirthDate, "une date de naissance"),
        (SensitiveKinds.Telephone, "un numéro de téléphone"),
        (SensitiveKinds.SocialSecurityNumber, "un numéro de sécurité sociale"),
        (SensitiveKinds.BankAccount, "un numéro de compte bancaire"),
        (SensitiveKinds.Email, "une adresse e-mail"),
    ];

    extension(SensitiveKinds kinds)
    {
        /// <summary>Each kind in French, in a fixed order.</summary>
        public IReadOnlyList<string> InWords => [.. All.Where(each => kinds.HasFlag(each.Kind)).Select(each => each.Words)];
    }
}

/// <summary>A passage of a text that tells something sensitive.</summary>
/// <param name="Start">Place of its first character.</param>
/// <param name="Length">Characters it takes.</param>
/// <param name="Kinds">What it tells; several where finds overlap.</param>
public readonly record struct SensitivePassage(int Start, int Length, SensitiveKinds Kinds)
{
    /// <summary>Place after its last character.</summary>
    public int End => Start + Length;
}

/// <summary>
/// The passages behind the signal of sensitive data: names and numbers as they stand, and for somebody's health, justice or
/// private life the whole sentence that tells it. They are proposed, a person decides.
/// </summary>
/// <remarks>
/// Source: triage rules of PLUS. Finds where <see cref="SensitiveData"/> finds, and more, since a proposal that is left costs a
/// sentence and a passage that is missed reaches an actor: e-mail addresses, numbers written otherwise, and matters of health or
/// justice in a sentence about one person, whatever the verb. A name is taken whole, and found again where it stands alone later.
/// </remarks>
public static partial class SensitivePassages
{
    /// <summary>What stands where a passage was masked.</summary>
    public const string Mark = "[passage masqué]";

    private const int ShortestPartOfName = 3;

    /// <summary>The passages of a text in order; none overlaps another.</summary>
    public static IReadOnlyList<SensitivePassage> Of(string? text, NeedLexicon? lexicon = null)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var read = FrenchWords.WithShortWords(text);
        var found = new List<SensitivePassage>();
        foreach (var (start, end) in SensitiveData.SentencesAboutSomebody(read, lexicon ?? NeedLexicon.Default)) Add(start, end, SensitiveKinds.PrivateLife);
        foreach (var match in SensitiveData.NamedPerson().EnumerateMatches(read)) Add(match.Index, EndOfName(read, match.Index + match.Length), SensitiveKinds.Name);
        foreach (var match in SensitiveData.RoleAndName().EnumerateMatches(read)) Add(StartOfName(read, match.Index), EndOfName(read, match.Index + match.Length), SensitiveKinds.Name);
        foreach (var match in SensitiveData.FirstNameAndInitial().EnumerateMatches(read)) Add(match.Index, EndOfName(read, match.Index + match.Length), SensitiveKinds.Name);
        foreach (var match in SensitiveData.BirthDate().EnumerateMatches(read)) Add(match.Index, EndOf(RestOfDate(), read, match.Index + match.Length), SensitiveKinds.BirthDate);
        foreach (var match in Telephone().EnumerateMatches(read)) Add(match.Index, match.Index + match.Length, SensitiveKinds.Telephone);
        foreach (var match in SocialSecurityNumber().EnumerateMatches(read)) Add(match.Index, match.Index + match.Length, SensitiveKinds.SocialSecurityNumber);
        foreach (var match in Email().EnumerateMatches(read)) Add(match.Index, match.Index + match.Length, SensitiveKinds.Email);
        foreach (var match in SensitiveData.Iban().EnumerateMatches(read)) Add(match.Index, match.Index + match.Length, SensitiveKinds.BankAccount);
        AddPrivateMatters(read, lexicon ?? NeedLexicon.Default, found);
        if (found.Count == 0) return [];
        found.AddRange(NamesAlone(read, found));
        var merged = Merge(found);
        return ReferenceEquals(read, text) ? merged : InPlace(merged, FrenchWords.PlacesOfShortWords(text), text.Length);

        void Add(int start, int end, SensitiveKinds kind) => found.Add(new SensitivePassage(start, end - start, kind));
    }

    /// <summary>Sentences that name an illness or a measure of justice beside one person, by its role, its name or the mark that stands for it. Those of a public served (« des personnes malades ») do not count.</summary>
    private static void AddPrivateMatters(string text, NeedLexicon lexicon, List<SensitivePassage> found)
    {
        if (!PrivateMatter().IsMatch(text)) return;
        foreach (var (word, end, hasPerson) in SensitiveData.SentencesOf(text, lexicon))
        {
            // The mark begins before its first word.
            var start = word > 0 && string.CompareOrdinal(text, word - 1, Mark, 0, Mark.Length) == 0 ? word - 1 : word;
            var sentence = text[start..end];
            if (!PrivateMatter().Matches(sentence).Any(match => !OfPublic().IsMatch(sentence[..match.Index]))) continue;
            var isNamed = found.Exists(passage => passage.Kinds.HasFlag(SensitiveKinds.Name) && passage.Start < end && passage.End > start);
            if (hasPerson || isNamed || sentence.Contains(Mark, StringComparison.Ordinal)) found.Add(new SensitivePassage(start, end - start, SensitiveKinds.PrivateLife));
        }
    }

    /// <summary>After « trésorier, », the first letter of the name.</summary>
    private static int StartOfName(string text, int start)
    {
        while (start < text.Length && !char.IsUpper(text[start])) start++;
        return start;
    }

    private static int EndOfName(string text, int end) => EndOf(RestOfName(), text, end);

    private static int EndOf(Regex rest, string text, int end)
    {
        foreach (var match in rest.EnumerateMatches(text, end)) return match.Index + match.Length;
        return end;
    }

    /// <summary>« Mme Paulette Schmitt est partie. Schmitt a les clés »: a part of a name that stands alone elsewhere.</summary>
    private static List<SensitivePassage> NamesAlone(string text, List<SensitivePassage> found)
    {
        var parts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in found.Where(passage => passage.Kinds == SensitiveKinds.Name))
        {
            foreach (var part in PartOfName().EnumerateMatches(text.AsSpan(name.Start, name.Length)))
            {
                var word = text.Substring(name.Start + part.Index, part.Length);
                if (word.Length >= ShortestPartOfName && !IsTitle(word)) parts.Add(word);
            }
        }

        if (parts.Count == 0) return [];
        var alone = new List<SensitivePassage>();
        foreach (var word in PartOfName().EnumerateMatches(text))
        {
            if (parts.Contains(text.Substring(word.Index, word.Length))) alone.Add(new SensitivePassage(word.Index, word.Length, SensitiveKinds.Name));
        }

        return alone;
    }

    private static bool IsTitle(string word) => word is "Mme" or "Mlle" or "Monsieur" or "Madame" or "Docteur";

    private static List<SensitivePassage> Merge(List<SensitivePassage> found)
    {
        var merged = new List<SensitivePassage>();
        foreach (var passage in found.OrderBy(passage => passage.Start).ThenByDescending(passage => passage.Length))
        {
            if (merged.Count == 0 || passage.Start >= merged[^1].End)
            {
                merged.Add(passage);
                continue;
            }

            var last = merged[^1];
            merged[^1] = last with { Length = Math.Max(last.End, passage.End) - last.Start, Kinds = last.Kinds | passage.Kinds };
        }

        return merged;
    }

    /// <summary>The passages of a text of which only the first letters of endless words were read.</summary>
    private static List<SensitivePassage> InPlace(List<SensitivePassage> read, List<int> places, int length) => read.ConvertAll(passage =>
    {
        var end = passage.End < places.Count ? places[passage.End] : length;
        return passage with { Start = places[passage.Start], Length = end - places[passage.Start] };
    });

    [GeneratedRegex(
        @"\b(?:scl[ée]rose|parkinson|alzheimer|[ée]pilep|schizophr|bipolair|cancer|tumeur|leuc[ée]mie|chimio|diab[èe]t|d[ée]pressi|burn[- ]?out|malad|hospitalis|infarctus|avc\b|s[ée]roposit|vih\b|sida\b|invalidit|alcool|drogu|toxico|psychiatr|suicid|trisomi|autis[tm]|anorexi|dialyse|enceinte|fausse couche|arr[êe]t (?:maladie|de travail)|cardiaque|troubles? psych"
        + @"|contr[ôo]le judiciaire|bracelet [ée]lectronique|libert[ée] (?:conditionnelle|surveill)|lib[ée]ration conditionnelle|prison|incarc[ée]r|d[ée]tention|d[ée]tenu|[ée]crou|condamn|garde [àa] vue|mise? en examen|casier judiciaire|sursis|mesure (?:judiciaire|de justice)|tutelle|curatelle|plainte contre|interdiction de g[ée]rer|oqtf\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex PrivateMatter();

    /// <summary>What stands just before, of a public: « des personnes », « les jeunes », « aux ».</summary>
    [GeneratedRegex(@"\b(?:personnes?|publics?|jeunes|patients|enfants|adultes|femmes|hommes|familles|habitants|usagers|b[ée]n[ée]ficiaires|aidants|gens|salari[ée]s|seniors|les|des|aux|ces|nos|leurs|lutte contre (?:le|la|l'|l’)|pr[ée]vention (?:du|de la|des|de l'|de l’))[ \u00A0]?(?:\p{L}+[ \u00A0])?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex OfPublic();

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<!\d)(?:0|(?:\+|00[ .]?)33[ \u00A0.-]?(?:\(0\)[ \u00A0]?)?)[1-9](?:[ \u00A0.-]?\d{2}){4}(?!\d)", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<!\d)[12][ \u00A0.-]?\d{2}[ \u00A0.-]?(?:0[1-9]|1[0-2]|[2-4]\d)[ \u00A0.-]?(?:\d{2}|2[AB])[ \u00A0.-]?\d{3}[ \u00A0.-]?\d{3}(?:[ \u00A0.-]?\d{2})?(?!\d)", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex SocialSecurityNumber();

    [GeneratedRegex(@"\G[\p{L}'’-]*(?:[ \u00A0](?:(?:de|du|des|la|le)[ \u00A0]|d['’])?\p{Lu}(?:[\p{L}'’-]+|\.)){0,3}", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex RestOfName();

    [GeneratedRegex(@"\G(?:er)?(?:[ \u00A0/.-](?:\p{L}{3,9}\.?|\d{1,2})(?:[ \u00A0/.-]\d{2,4})?)?", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex RestOfDate();

    [GeneratedRegex(@"(?<![\p{L}'’-])\p{Lu}[\p{L}'’-]*\p{L}(?![\p{L}-])", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex PartOfName();
}
