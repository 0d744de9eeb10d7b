using System.Diagnostics;
using PlusPortal.Data;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Evaluation;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Matching.Evaluation;

/// <summary>Measures rules on the evaluation set: two dozen requests, some tens of milliseconds.</summary>
public sealed class EvaluationReader(PortalDb db, CatalogCache catalog, PublishedRules rules, CurrentLexicon lexicon, EvaluationMemory memory, TimeProvider clock)
{
    /// <summary>The rules in force and the plain count; kept until the rules, the lexicon, the directory or the day change.</summary>
    public async Task<EvaluationPage> ReadAsync(CancellationToken ct)
    {
        var snapshot = await catalog.GetAsync(ct);
        var inForce = await rules.GetAsync(ct);
        var words = await lexicon.GetAsync(ct);
        if (memory.Find(inForce, words, snapshot, clock.TodayInParis) is { } known) return known;

        var set = await db.LoadEvaluationSetAsync(ct);
        var baseline = set.Select(pair => (pair.Case, Timed(() => SharedThemeCount.Match(pair.Criteria, snapshot, clock.TodayInParis), (actors, time) => new EvaluationAnswer(actors, null, null, null, null, time)))).ToList();
        var page = new EvaluationPage(Measure(set, snapshot, inForce, words), EvaluationReport.Of(baseline));
        memory.Keep(inForce, words, snapshot, clock.TodayInParis, page);
        return page;
    }

    /// <summary>Two versions on the same set.</summary>
    public async Task<(MeasuredRules Before, MeasuredRules After)> CompareAsync(MatchingRules before, MatchingRules after, CancellationToken ct)
    {
        var snapshot = await catalog.GetAsync(ct);
        var words = await lexicon.GetAsync(ct);
        var set = await db.LoadEvaluationSetAsync(ct);
        return (Measure(set, snapshot, before, words), Measure(set, snapshot, after, words));
    }

    private MeasuredRules Measure(IReadOnlyList<(EvaluationCase Case, MatchingCriteria Criteria)> set, OfferCatalog snapshot, MatchingRules measured, NeedLexicon words)
    {
        var answers = set.Select(pair => (pair.Case, Timed(() => MatchingService.Match(pair.Criteria, snapshot, measured, clock.TodayInParis, words), EvaluationAnswer.Of))).ToList();
        return new MeasuredRules(measured, words.Hash, EvaluationReport.Of(answers), [.. answers.Select(pair => new CaseLine(pair.Case, pair.Item2))]);
    }

    private static EvaluationAnswer Timed<T>(Func<T> run, Func<T, TimeSpan, EvaluationAnswer> toAnswer)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var result = run();
        return toAnswer(result, Stopwatch.GetElapsedTime(startedAt));
    }
}

/// <summary>The last page measured by this node.</summary>
public sealed class EvaluationMemory
{
    private volatile Kept? last;

    /// <summary>The page, if it was measured with these rules, this lexicon, this snapshot of the directory and on this day.</summary>
    public EvaluationPage? Find(MatchingRules rules, NeedLexicon words, OfferCatalog snapshot, DateOnly today) =>
        last is { } kept && kept.Rules == rules && ReferenceEquals(kept.Words, words) && ReferenceEquals(kept.Snapshot, snapshot) && kept.Today == today ? kept.Page : null;

    /// <summary>Keeps a page in the place of the former.</summary>
    public void Keep(MatchingRules rules, NeedLexicon words, OfferCatalog snapshot, DateOnly today, EvaluationPage page) => last = new Kept(rules, words, snapshot, today, page);

    private sealed record Kept(MatchingRules Rules, NeedLexicon Words, OfferCatalog Snapshot, DateOnly Today, EvaluationPage Page);
}
