using System.Globalization;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Texts;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels.Matching;

namespace PlusPortal.Web.Features.Admin.Matching.Lexicon;

/// <summary>A phrase of the portal or of staff, as it stands.</summary>
/// <param name="Entry">The phrase with the weight that counts.</param>
/// <param name="IsShipped">Whether it comes with the portal.</param>
/// <param name="Last">The last decision about it; null when there was none.</param>
public sealed record Phrase(LexiconEntry Entry, bool IsShipped, LexiconChange? Last)
{
    private static readonly Dictionary<LexiconKey, LexiconEntry> Shipped = NeedLexicon.Default.Entries.ToDictionary(entry => entry.Key);

    /// <summary>Whether it is read.</summary>
    public bool IsActive => Last?.IsActive ?? true;

    /// <summary>Address of its page.</summary>
    public string Address => $"{AdminAddress.Phrase}?sens={Uri.EscapeDataString(Meaning.Of(Entry).ToString())}&mots={Uri.EscapeDataString(Entry.Pattern)}";

    /// <summary>Finds one phrase; null when there is none.</summary>
    public static Phrase? Find(LexiconKey key, IEnumerable<LexiconChange> latest)
    {
        var shipped = Shipped.GetValueOrDefault(key);
        var last = latest.FirstOrDefault(change => change.Entry.Key == key);
        return last is null && shipped is null ? null : Merge(shipped, last);
    }

    /// <summary>All phrases: those that staff decided about, the last first, then the others as the portal brings them.</summary>
    public static IEnumerable<Phrase> All(IReadOnlyCollection<LexiconChange> latest)
    {
        var decided = latest.DistinctBy(change => change.Entry.Key).ToDictionary(change => change.Entry.Key);
        return decided.Select(pair => Merge(Shipped.GetValueOrDefault(pair.Key), pair.Value))
            .Concat(Shipped.Where(pair => !decided.ContainsKey(pair.Key)).Select(pair => Merge(pair.Value, null)));
    }

    private static Phrase Merge(LexiconEntry? shipped, LexiconChange? last) =>
        new(last is null ? shipped! : shipped is null ? last.Entry : shipped with { Weight = last.Weight }, shipped is not null, last);
}

/// <summary>What the list is narrowed to.</summary>
public sealed class LexiconFilter
{
    /// <summary>A kind or one meaning, see <see cref="Meaning"/>.</summary>
    [TypedLength(80)]
    public string? Sens { get; set; }

    /// <summary>Letters of the pattern.</summary>
    [TypedLength(80)]
    public string? Mots { get; set; }

    /// <summary>« equipe » for what staff decided about, « ecartees » for what is not read.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Etat { get; set; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>States to choose from.</summary>
    public static IReadOnlyList<Choice> States { get; } = [new("equipe", "Ajoutées ou modifiées par l’équipe"), new("ecartees", "Désactivées")];

    /// <summary>The phrases that are wanted.</summary>
    public IEnumerable<Phrase> Among(IEnumerable<Phrase> phrases)
    {
        if (Meaning.Parse(Sens) is { } meaning) phrases = phrases.Where(phrase => meaning.Covers(phrase.Entry));
        if (Etat == "equipe") phrases = phrases.Where(phrase => phrase.Last is not null);
        if (Etat == "ecartees") phrases = phrases.Where(phrase => !phrase.IsActive);
        if (Typed.Line(Mots) is not { } words) return phrases;
        var isSought = Folding.Seeking(words);
        return phrases.Where(phrase => isSought(phrase.Entry.Pattern));
    }

    /// <summary>Address of another page of the same list.</summary>
    public string AddressOf(int page) => string.Create(CultureInfo.InvariantCulture, $"{AdminAddress.Lexicon}?sens={Uri.EscapeDataString(Sens ?? "")}&mots={Uri.EscapeDataString(Mots ?? "")}&etat={Uri.EscapeDataString(Etat ?? "")}&page={page}");
}

/// <summary>One page of the list.</summary>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="LastNumber">Number of the last decision of staff; 0 when there is none.</param>
/// <param name="Hash">Hash of the phrases that are read.</param>
/// <param name="Total">How many phrases there are.</param>
/// <param name="Rows">This page of them.</param>
/// <param name="Authors">Names of those who decided.</param>
/// <param name="HasNext">Whether there are more.</param>
public sealed record LexiconPage(LexiconFilter Filter, int LastNumber, string Hash, int Total, IReadOnlyList<Phrase> Rows, IReadOnlyDictionary<Guid, string> Authors, bool HasNext);

/// <summary>The form of a phrase with what was decided before.</summary>
/// <param name="Form">What is typed.</param>
/// <param name="Phrase">The phrase; null for one to add.</param>
/// <param name="History">Decisions about it, the newest first.</param>
/// <param name="Authors">Names of those who decided.</param>
/// <param name="Trial">A text read without and with the change; null when none was asked for.</param>
/// <param name="Known">The phrase that is there already, when one was to be added again.</param>
public sealed record PhrasePage(PhraseForm Form, Phrase? Phrase, IReadOnlyList<LexiconChange> History, IReadOnlyDictionary<Guid, string> Authors, LexiconTrial? Trial = null, Phrase? Known = null);

/// <summary>A text to try.</summary>
public sealed class TryForm
{
    /// <summary>The text.</summary>
    [System.ComponentModel.DataAnnotations.Required(ErrorMessage = "Écrivez ou collez un texte à lire.")]
    [TypedLength(PhraseForm.TextLength)]
    public string? Text { get; set; }
}

/// <summary>A text and what the portal reads in it.</summary>
public sealed record TryPage(TryForm Form, string Hash, IReadOnlyList<ReadLine>? Lines);

/// <summary>One thing that was read: « Thème : Modèle économique », how clearly, and in which words.</summary>
public sealed record ReadLine(string Meaning, string Clarity, string Words)
{
    /// <summary>All that a text tells, in the order of the kinds.</summary>
    public static IReadOnlyList<ReadLine> Of(string text, NeedLexicon lexicon)
    {
        var reading = NeedReader.Read("", text, lexicon);
        (LexiconKind Kind, IReadOnlyList<Evidence> Evidence)[] lists =
        [
            (LexiconKind.Theme, reading.Themes), (LexiconKind.SubStage, reading.SubStages), (LexiconKind.Notion, reading.Notions),
            (LexiconKind.Sector, reading.Sectors), (LexiconKind.SupportMode, reading.SupportModes), (LexiconKind.Qualification, reading.Qualifications),
        ];
        return [.. lists.SelectMany(list => list.Evidence.Select(found => new ReadLine(
            $"{list.Kind.Label}\u00A0: {list.Kind.LabelOf(found.Code)}",
            found.Strength >= NeedReading.Strong ? "clair" : found.Strength >= NeedReading.Moderate ? "suggéré" : found.Strength >= NeedReading.Hint ? "évoqué" : "à peine évoqué",
            string.Join(", ", found.Words.Select(word => $"«\u00A0{word}\u00A0»")))))];
    }
}

/// <summary>A text read without and with a change.</summary>
public sealed record LexiconTrial(IReadOnlyList<ReadLine> Before, IReadOnlyList<ReadLine> After)
{
    /// <summary>Whether the change makes a difference.</summary>
    public bool IsChanged => !Before.SequenceEqual(After);
}
