using System.Reflection;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Evaluation;
using PlusPortal.Domain.Matching.Rules;

namespace PlusPortal.Benchmarks.Evaluation;

/// <summary>
/// A small coordinate search over the weights, always in the same order: it tells whether good weights come from the requests they were
/// tried on. It starts from flat weights, so that nothing of the weights in force leaks in.
/// </summary>
/// <param name="measure">Measures rules over some cases.</param>
internal sealed class WeightSearch(Func<MatchingRules, IReadOnlyList<(EvaluationCase Case, MatchingCriteria Criteria)>, EvaluationReport> measure)
{
    public const int Folds = 5;

    private const int Passes = 2;
    private const int FlatWeight = 5;

    private static readonly int[] Steps = [0, 2, 5, 10, 20];

    private static readonly string[] NotWeights = [nameof(MatchingRules.Version), nameof(MatchingRules.MaxProposals), nameof(MatchingRules.MaxExclusions), nameof(MatchingRules.LeastScore), nameof(MatchingRules.EstablishedEmployerFte)];

    private static readonly PropertyInfo[] Weights =
        [.. typeof(MatchingRules).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(int) && !NotWeights.Contains(property.Name)).OrderBy(property => property.Name, StringComparer.Ordinal)];

    /// <summary>Every weight the same; caps, percents and multipliers as they are.</summary>
    public static MatchingRules Flat { get; } = Weights
        .Where(weight => !weight.Name.EndsWith("Cap", StringComparison.Ordinal) && !weight.Name.EndsWith("Percent", StringComparison.Ordinal) && !weight.Name.EndsWith("Specificity", StringComparison.Ordinal))
        .Aggregate(MatchingRules.Current, (rules, weight) => With(rules, weight, FlatWeight));

    /// <summary>Five parts, each once the one that is held out.</summary>
    public static IEnumerable<(List<(EvaluationCase Case, MatchingCriteria Criteria)> Train, List<(EvaluationCase Case, MatchingCriteria Criteria)> Test)> Split(IReadOnlyList<(EvaluationCase Case, MatchingCriteria Criteria)> cases)
    {
        // A sample and its paraphrase are the same request: they go to the same part.
        for (var fold = 0; fold < Folds; fold++)
        {
            yield return (
                [.. cases.Where(pair => FoldOf(pair.Case) != fold)],
                [.. cases.Where(pair => FoldOf(pair.Case) == fold)]);
        }
    }

    /// <summary>Best rules found on some cases.</summary>
    public MatchingRules Run(IReadOnlyList<(EvaluationCase Case, MatchingCriteria Criteria)> cases)
    {
        var best = Flat;
        var value = ValueOf(best, cases);
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var weight in Weights)
            {
                foreach (var step in Steps)
                {
                    var tried = With(best, weight, weight.Name.EndsWith("Percent", StringComparison.Ordinal) || weight.Name.EndsWith("Cap", StringComparison.Ordinal) ? step * 5 : step);
                    var reached = ValueOf(tried, cases);
                    if (reached <= value) continue;
                    (best, value) = (tried, reached);
                }
            }
        }

        return best;
    }

    private static int FoldOf(EvaluationCase read)
    {
        var digits = new string([.. read.Id.Where(char.IsAsciiDigit)]);
        return digits.Length == 0 ? read.Id.Length % Folds : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) % Folds;
    }

    private double ValueOf(MatchingRules rules, IReadOnlyList<(EvaluationCase Case, MatchingCriteria Criteria)> cases)
    {
        var report = measure(rules, cases);
        return (report.MustInTop3.Value ?? 0) + (report.MustFirst.Value ?? 0) + report.NdcgAt5 - (2.0 * report.WrongInTop3 / cases.Count);
    }

    private static MatchingRules With(MatchingRules rules, PropertyInfo weight, int value)
    {
        var copy = rules with { };
        weight.SetValue(copy, value);
        return copy;
    }
}
