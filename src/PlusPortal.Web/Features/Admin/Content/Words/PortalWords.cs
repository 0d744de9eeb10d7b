using System.Reflection;

namespace PlusPortal.Web.Features.Admin.Content.Words;

/// <summary>
/// Every text of the portal that somebody reads, with the file and line where it is written. They are read from the
/// sources that the program carries, so that the list is always that of the version which runs.
/// </summary>
public static class PortalWords
{
    private const string Prefix = "words/";

    /// <summary>Folders of the sources, from the most precise, with what a reader calls them.</summary>
    private static readonly (string Folder, string Code, string Name)[] Places =
    [
        ("PlusPortal.Web/Features/Public/Orientation/", "formulaire", "Formulaire de demande"),
        ("PlusPortal.Web/Features/Public/Tracking/", "suivi", "Page de suivi d’une demande"),
        ("PlusPortal.Web/Features/Public/", "public", "Autres pages publiques"),
        ("PlusPortal.Web/Features/Admin/Requests/", "demandes", "Équipe PLUS\u00A0: demandes"),
        ("PlusPortal.Web/Features/Admin/", "equipe", "Équipe PLUS\u00A0: autres pages"),
        ("PlusPortal.Web/Features/Partner/", "partenaires", "Espace des partenaires"),
        ("PlusPortal.Web/Features/", "commun", "Parties communes aux pages"),
        ("PlusPortal.Web/Email/", "messages", "E-mails"),
        ("PlusPortal.Web/Labels/", "etats", "États, étapes et motifs de refus"),
        ("PlusPortal.Web/", "champs", "Champs, erreurs de saisie et réglages"),
        ("PlusPortal.Domain/Vocabulary/", "listes", "Listes de choix"),
        ("PlusPortal.Domain/", "raisons", "Raisons des propositions et des signaux"),
        ("PlusPortal.Data/Seed/texts/", "textes", "Textes d’origine des pages légales"),
        ("PlusPortal.Data/", "imports", "Comptes rendus d’import"),
    ];

    private static readonly Lazy<IReadOnlyList<WordPlace>> Read = new(ReadAll);

    /// <summary>All of them, place by place.</summary>
    public static IReadOnlyList<WordPlace> All => Read.Value;

    /// <summary>Texts of a file, in their order.</summary>
    public static IEnumerable<Word> Of(string file, string source)
    {
        var texts = Path.GetExtension(file) switch
        {
            ".cs" => CSharpTexts.Of(source),
            ".cshtml" => RazorTexts.Of(source),
            _ => source.Split('\n').Select((text, index) => (Line: index + 1, Text: text)),
        };
        return texts.Select(text => new Word(file, text.Line, FrenchTexts.Tidy(text.Text))).Where(word => FrenchTexts.IsFrench(word.Text)).Distinct().OrderBy(word => word.Line);
    }

    private static IReadOnlyList<WordPlace> ReadAll()
    {
        var assembly = typeof(PortalWords).Assembly;
        var words = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(name => Of(name[Prefix.Length..].Replace('\\', '/'), Source(assembly, name)))
            .ToLookup(word => Places.First(place => word.File.StartsWith(place.Folder, StringComparison.Ordinal)).Code);
        return [.. Places.Select(place => new WordPlace(place.Code, place.Name, [.. words[place.Code]])).Where(place => place.Words.Count > 0)];
    }

    private static string Source(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
