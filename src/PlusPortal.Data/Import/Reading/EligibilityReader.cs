using System.Text.RegularExpressions;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Import.Reading;

/// <summary>Reads the loose <c>eligibility</c> object of a record into the conditions of the domain.</summary>
/// <remarks>The keys and what each becomes: docs/directory-import.md.</remarks>
internal static partial class EligibilityReader
{
    /// <summary>Parts of a record that are offers of their own, each with its own conditions and the title of ours when nobody gives another.</summary>
    public static IReadOnlyDictionary<string, string> Parts { get; } = new Dictionary<string, string>
    {
        ["emploiEss"] = "Aide à l'emploi",
        ["investissement"] = "Aide à l'investissement",
    };

    /// <summary>Keys that are read.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "employeuse", "effectifMin", "effectifMax", "budgetMinEuros", "budgetMaxEuros", "ancienneteMinMois", "ancienneteMaxMois",
        "qualifications", "qualificationsExclues", "qualificationsOk", "formes", "pasEnProcedure", "siegeDansTerritoire",
        "montantMinEuros", "montantMaxEuros", "investissementMinEuros", "adhesion", "profil", "fenetre", "autresConditions",
    ];

    /// <summary>Conditions of access. The window and the accepted legal forms belong to the offer itself: see <see cref="WindowNote"/> and <see cref="Forms"/>.</summary>
    public static Eligibility Read(ImportFields fields)
    {
        var (excluded, otherConditions) = Excluded(fields);
        return new Eligibility
        {
            EmployerRequired = fields.Flag("employeuse"),
            HeadcountMinFte = fields.Number("effectifMin"),
            HeadcountMaxFte = fields.Number("effectifMax"),
            BudgetMinEuros = fields.Number("budgetMinEuros"),
            BudgetMaxEuros = fields.Number("budgetMaxEuros"),
            AgeMinMonths = fields.Whole("ancienneteMinMois"),
            AgeMaxMonths = fields.Whole("ancienneteMaxMois"),
            RequiredQualifications = WithPatterns(fields, "qualifications"),
            AcceptedQualifications = WithPatterns(fields, "qualificationsOk"),
            ExcludedQualifications = excluded,
            NotInInsolvency = fields.Flag("pasEnProcedure"),
            SeatInTerritory = fields.Flag("siegeDansTerritoire"),
            AmountMinEuros = fields.Number("montantMinEuros") ?? fields.Number("investissementMinEuros"),
            AmountMaxEuros = fields.Number("montantMaxEuros"),
            Membership = fields.Text("adhesion", OfferContent.NoteLength),
            Profile = fields.Text("profil", OfferContent.NoteLength),
            OtherConditions = otherConditions,
        };
    }

    /// <summary>What is said of a call for applications.</summary>
    public static string? WindowNote(ImportFields fields) => fields.Text("fenetre", OfferContent.NoteLength);

    /// <summary>Legal forms that the conditions name themselves; null when they name none.</summary>
    public static IReadOnlyList<string>? Forms(ImportFields fields) => fields.Has("formes") ? fields.Codes("formes", LegalForms.All) : null;

    /// <summary>Qualifications; « siae-* » stands for all those that begin with « siae- ».</summary>
    private static IReadOnlyList<string> WithPatterns(ImportFields fields, string name)
    {
        var codes = new List<string>();
        foreach (var (text, path) in fields.Items(name))
        {
            var found = text.EndsWith('*')
                ? Qualifications.All.Select(term => term.Code).Where(code => code.StartsWith(text[..^1], StringComparison.Ordinal)).ToList()
                : Qualifications.All.Where(term => term.Code == text).Select(term => term.Code).ToList();
            if (found.Count == 0) fields.ReportAt(path, $"code inconnu «\u00A0{text}\u00A0» dans la liste {Qualifications.All.Name}.");
            codes.AddRange(found);
        }

        return [.. codes.Distinct()];
    }

    /// <summary>« agrement-jep-sport (volet formation) »: the code excludes, the words in brackets are told to people. A text that names no code is told as it stands.</summary>
    private static (IReadOnlyList<string> Codes, string? Conditions) Excluded(ImportFields fields)
    {
        var codes = new List<string>();
        var conditions = new List<string>();
        if (fields.Text("autresConditions", OfferContent.NoteLength) is { } others) conditions.Add(others);
        foreach (var (text, _) in fields.Items("qualificationsExclues"))
        {
            var match = CodeThenWords().Match(text);
            if (!match.Success || Qualifications.All.Find(match.Groups["code"].Value) is not { } term)
            {
                conditions.Add($"Exclusion\u00A0: {text}");
                continue;
            }

            codes.Add(term.Code);
            if (match.Groups["words"] is { Success: true, Value: var words }) conditions.Add($"Exclusion\u00A0: {term.Label} ({words})");
        }

        return ([.. codes.Distinct()], conditions.Count == 0 ? null : string.Join(". ", conditions.Select(condition => condition.TrimEnd('.'))) + ".");
    }

    [GeneratedRegex(@"^(?<code>[a-z0-9-]+)(?:\s*\((?<words>[^()]+)\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeThenWords();
}
