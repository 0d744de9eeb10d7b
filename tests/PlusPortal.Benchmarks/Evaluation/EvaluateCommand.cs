using System.Diagnostics;
using System.Globalization;
using PlusPortal.Data.Geography;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Evaluation;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Territory;
using PlusPortal.Testing;

namespace PlusPortal.Benchmarks.Evaluation;

/// <summary>
/// « evaluate [FILE…] »: how well the matcher answers the requests of each file, over the directory of Lorraine, beside two
/// baselines in the same run and beside weights searched on other requests than those they are measured on.
/// </summary>
internal static class EvaluateCommand
{
    private static readonly DateOnly Today = new(2026, 5, 4);

    private static readonly string[] DefaultFiles = ["sample-requests.json", "sample-requests-paraphrased.json", "unseen-requests-dev.json", "unseen-requests-dev-2.json", "unseen-requests-dev-3.json", "unseen-requests-dev-4.json", "unseen-requests-holdout-4.json"];

    public static async Task RunAsync(string[] arguments)
    {
        var details = arguments.Contains("--details");
        var named = arguments.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToList();
        var files = named.Count > 0 ? named : [.. DefaultFiles.Select(name => Path.Combine(AppContext.BaseDirectory, "Data", name)).Where(File.Exists)];

        await using var postgres = new PostgresFixture();
        await postgres.InitializeAsync();
        await using var database = await postgres.CreateDatabaseAsync();
        await using var db = database.NewContext();
        var catalog = await db.LoadCatalogAsync(CancellationToken.None);
        await using var fullText = await FullTextBaseline.CreateAsync(database.ConnectionString, catalog);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Directory: {catalog.Offers.Length} offers of {catalog.Offers.Select(offer => offer.ActorId).Distinct().Count()} actors; rules version {MatchingRules.Current.Version}"));

        var everything = new List<(EvaluationCase Case, MatchingCriteria Criteria)>();
        foreach (var file in files)
        {
            var cases = await LoadAsync(db, file);
            var title = Path.GetFileNameWithoutExtension(file);
            var answers = Answers(cases, criteria => Matched(criteria, catalog, MatchingRules.Current));
            EvaluationTable.Print(
                title,
                [
                    ("matcher", EvaluationReport.Of(answers)),
                    ("shared themes", EvaluationReport.Of(Answers(cases, criteria => SharedThemes(criteria, catalog)))),
                    ("PostgreSQL full text", EvaluationReport.Of(await AnswersAsync(cases, criteria => fullText.AnswerAsync(criteria, Today)))),
                ]);

            // A set kept aside stays unread: only its sums are shown, and no weight is searched on it.
            if (title.Contains("holdout", StringComparison.OrdinalIgnoreCase)) continue;
            if (details) EvaluationTable.PrintCases(answers);
            foreach (var (read, criteria) in cases.Where(pair => arguments.Contains($"--why={pair.Case.Id}"))) PrintWhy(read.Id, MatchingService.Match(criteria, catalog, MatchingRules.Current, Today));
            everything.AddRange(cases);
        }

        if (everything.Count >= WeightSearch.Folds && !arguments.Contains("--no-folds")) PrintFolds(everything, catalog);
    }

    private static void PrintWhy(string id, MatchResult result)
    {
        foreach (var proposal in result.Proposals)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id} {proposal.Rank}. {proposal.ActorName} ({proposal.OfferTitle}): {proposal.Score}"));
            foreach (var reason in proposal.Reasons.Where(reason => reason.Points != 0)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {reason.Points,4} {reason.Criterion}: {reason.Text}"));
        }
    }

    private static void PrintFolds(List<(EvaluationCase Case, MatchingCriteria Criteria)> cases, OfferCatalog catalog)
    {
        var clock = Stopwatch.StartNew();
        var search = new WeightSearch((rules, some) => EvaluationReport.Of(Answers(some, criteria => Matched(criteria, catalog, rules))));
        var heldOut = new List<(EvaluationCase, EvaluationAnswer)>();
        foreach (var (train, test) in WeightSearch.Split(cases))
        {
            var found = search.Run(train);
            heldOut.AddRange(Answers(test, criteria => Matched(criteria, catalog, found)));
        }

        EvaluationTable.Print(
            $"all sets but those held out, {WeightSearch.Folds} folds",
            [
                ("weights in force", EvaluationReport.Of(Answers(cases, criteria => Matched(criteria, catalog, MatchingRules.Current)))),
                ("flat weights", EvaluationReport.Of(Answers(cases, criteria => Matched(criteria, catalog, WeightSearch.Flat)))),
                ("searched on four folds, measured on the fifth", EvaluationReport.Of(heldOut)),
            ]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Search: {clock.Elapsed.TotalSeconds:0} s"));
    }

    private static async Task<List<(EvaluationCase Case, MatchingCriteria Criteria)>> LoadAsync(PlusPortal.Data.PortalDb db, string file)
    {
        var cases = new List<(EvaluationCase, MatchingCriteria)>();
        foreach (var read in EvaluationCase.Parse(await File.ReadAllTextAsync(file)))
        {
            var place = (await db.LocateCommuneAsync(read.Insee, CancellationToken.None))?.Place ?? throw new InvalidOperationException($"{file}: no commune has the code {read.Insee}.");
            cases.Add((read, read.ToCriteria(place)));
        }

        return cases;
    }

    private static EvaluationAnswer Matched(MatchingCriteria criteria, OfferCatalog catalog, MatchingRules rules)
    {
        var start = Stopwatch.GetTimestamp();
        var result = MatchingService.Match(criteria, catalog, rules, Today);
        return EvaluationAnswer.Of(result, Stopwatch.GetElapsedTime(start));
    }

    private static EvaluationAnswer SharedThemes(MatchingCriteria criteria, OfferCatalog catalog)
    {
        var start = Stopwatch.GetTimestamp();
        var found = SharedThemesBaseline.Match(criteria, catalog, Today);
        var time = Stopwatch.GetElapsedTime(start);
        return new EvaluationAnswer([.. found.Select(pair => pair.Offer.ActorName).Distinct()], null, null, null, null, time);
    }

    private static List<(EvaluationCase Case, EvaluationAnswer Answer)> Answers(IEnumerable<(EvaluationCase Case, MatchingCriteria Criteria)> cases, Func<MatchingCriteria, EvaluationAnswer> answer) =>
        [.. cases.Select(pair => (pair.Case, answer(pair.Criteria)))];

    private static async Task<List<(EvaluationCase Case, EvaluationAnswer Answer)>> AnswersAsync(IEnumerable<(EvaluationCase Case, MatchingCriteria Criteria)> cases, Func<MatchingCriteria, Task<EvaluationAnswer>> answer)
    {
        var answers = new List<(EvaluationCase, EvaluationAnswer)>();
        foreach (var (read, criteria) in cases) answers.Add((read, await answer(criteria)));
        return answers;
    }
}
