using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels.Matching;

namespace PlusPortal.Web.Features.Admin.Matching.Lexicon;

/// <summary>What phrases tell, as one value of a list: « theme:modele-economique », or a whole kind, « theme ».</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Code">Code in the list of that kind; null for all of them.</param>
public sealed record Meaning(LexiconKind Kind, string? Code)
{
    private static readonly (LexiconKind Kind, string Name)[] Names =
    [
        (LexiconKind.Theme, "theme"), (LexiconKind.SubStage, "sous-etape"), (LexiconKind.Sector, "secteur"), (LexiconKind.SupportMode, "mode-appui"),
        (LexiconKind.Qualification, "agrement"), (LexiconKind.Notion, "signe"), (LexiconKind.Neutral, "neutre"), (LexiconKind.Spelling, "ecriture"),
    ];

    /// <summary>What a phrase may be made to tell. Other ways of writing come with the portal only.</summary>
    public static IReadOnlyList<Choice> Choices { get; } = [.. Names.SelectMany(name => CodesOf(name.Kind).Select(code => ChoiceOf(new Meaning(name.Kind, code))))];

    /// <summary>What a list may be narrowed to: kinds, then each code.</summary>
    public static IReadOnlyList<Choice> Filters { get; } = [.. Names.Select(name => new Choice(name.Name, $"{name.Kind.Label}\u00A0: tout")), .. Choices.Where(choice => !choice.Value.EndsWith(':'))];

    /// <summary>Reads a value; null when it is none.</summary>
    public static Meaning? Parse(string? value)
    {
        var parts = (value ?? "").Split(':', 2);
        return Names.Where(name => name.Name == parts[0]).Select(name => new Meaning(name.Kind, parts.Length > 1 ? parts[1] : null)).FirstOrDefault();
    }

    /// <summary>Meaning of a phrase.</summary>
    public static Meaning Of(LexiconEntry entry) => new(entry.Kind, entry.Code);

    /// <summary>The value.</summary>
    public override string ToString() => Names.Single(name => name.Kind == Kind).Name + (Code is null ? "" : ":" + Code);

    /// <summary>Whether a phrase tells this.</summary>
    public bool Covers(LexiconEntry entry) => entry.Kind == Kind && (Code is null || entry.Code == Code);

    private static Choice ChoiceOf(Meaning meaning) => new(meaning.ToString(), $"{meaning.Kind.Label}\u00A0: {meaning.Kind.LabelOf(meaning.Code!)}");

    private static IEnumerable<string> CodesOf(LexiconKind kind) => kind switch
    {
        LexiconKind.Theme => Themes.All.Select(term => term.Code),
        LexiconKind.SubStage => SubStages.All.Select(term => term.Code),
        LexiconKind.Sector => Sectors.All.Select(term => term.Code),
        LexiconKind.SupportMode => SupportModes.All.Select(term => term.Code),
        LexiconKind.Qualification => Qualifications.All.Select(term => term.Code),
        LexiconKind.Notion => Notions.All,
        LexiconKind.Neutral => [""],
        LexiconKind.Spelling => [],
    };
}
