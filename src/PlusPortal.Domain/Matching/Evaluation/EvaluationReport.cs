namespace PlusPortal.Domain.Matching.Evaluation;

/// <summary>A count out of a total.</summary>
public readonly record struct Share(int Count, int Total)
{
    /// <summary>From 0 to 1; null when there is nothing to count.</summary>
    public double? Value => Total == 0 ? null : (double)Count / Total;

    /// <summary>Adds one observation.</summary>
    public Share With(bool isRight) => new(Count + (isRight ? 1 : 0), Total + 1);
}

/// <summary>How well a triage signal was found over a set.</summary>
/// <param name="Code">Code of the signal.</param>
/// <param name="Expected">Cases in which it is expected.</param>
/// <param name="Found">Cases in which it fired.</param>
/// <param name="Right">Cases in which it fired and is expected.</param>
public sealed record SignalScore(string Code, int Expected, int Found, int Right)
{
    /// <summary>Share of the alarms that are right.</summary>
    public Share Precision => new(Right, Found);

    /// <summary>Share of the expected alarms that were raised.</summary>
    public Share Recall => new(Right, Expected);
}

/// <summary>How well a way of matching answered a set of cases.</summary>
/// <remarks>
/// A must counts when it is among the first three; « first » counts the cases with a must whose first proposal is one. nDCG@5 gives
/// 2 to a must, 1 to an acceptable actor and 0 to any other, over the cases that name at least one. A theme is right when an expected
/// theme (the declared ones, when none are given) is among the suggested ones.
/// </remarks>
public sealed record EvaluationReport
{
    private const int Top = 3;
    private const int GainDepth = 5;

    /// <summary>Cases measured.</summary>
    public int Cases { get; init; }

    /// <summary>Musts among the first three.</summary>
    public Share MustInTop3 { get; init; }

    /// <summary>Cases whose first proposal is a must.</summary>
    public Share MustFirst { get; init; }

    /// <summary>Embarrassing actors among the first three.</summary>
    public int WrongInTop3 { get; init; }

    /// <summary>Mean normalised discounted gain at five, from 0 to 1.</summary>
    public double NdcgAt5 { get; init; }

    /// <summary>Cases whose suggested stage is the expected one.</summary>
    public Share Stage { get; init; }

    /// <summary>Cases whose suggested sub-stage is the expected one.</summary>
    public Share SubStage { get; init; }

    /// <summary>Expected themes that were suggested.</summary>
    public Share Themes { get; init; }

    /// <summary>Cases whose signals are exactly the expected ones.</summary>
    public Share SignalsExact { get; init; }

    /// <summary>Each signal expected or found, in the order of its code.</summary>
    public IReadOnlyList<SignalScore> Signals { get; init; } = [];

    /// <summary>Middle time of one case.</summary>
    public TimeSpan MedianTime { get; init; }

    /// <summary>Measures answers against expectations.</summary>
    public static EvaluationReport Of(IReadOnlyList<(EvaluationCase Case, EvaluationAnswer Answer)> answers)
    {
        Share must = default, first = default, stage = default, subStage = default, themes = default, exact = default;
        var wrong = 0;
        var gains = new List<double>();
        foreach (var (expected, answer) in answers)
        {
            var top = answer.Actors.Take(Top).ToList();
            foreach (var name in expected.Expected.Must) must = must.With(top.Contains(name));
            if (expected.Expected.Must.Count > 0) first = first.With(top.Count > 0 && expected.Expected.Must.Contains(top[0]));
            wrong += top.Count(expected.Expected.Wrong.Contains);
            if (Ndcg(expected, answer) is { } gain) gains.Add(gain);
            if (answer.Signals is not { } signals) continue;
            exact = exact.With(signals.Order(StringComparer.Ordinal).SequenceEqual(expected.ExpectedTriage.Order(StringComparer.Ordinal)));
            if ((expected.ExpectedStage ?? expected.DeclaredStage) is { } rightStage) stage = stage.With(answer.Stage == rightStage);
            if ((expected.ExpectedSubStage ?? expected.DeclaredSubStage) is { } rightSubStage) subStage = subStage.With(answer.SubStage == rightSubStage);
            foreach (var theme in expected.ExpectedThemes.Count > 0 ? expected.ExpectedThemes : expected.DeclaredThemes) themes = themes.With(answer.Themes?.Contains(theme) == true);
        }

        return new EvaluationReport
        {
            Cases = answers.Count,
            MustInTop3 = must,
            MustFirst = first,
            WrongInTop3 = wrong,
            NdcgAt5 = gains.Count == 0 ? 0 : gains.Average(),
            Stage = stage,
            SubStage = subStage,
            Themes = themes,
            SignalsExact = exact,
            Signals = SignalsOf(answers),
            MedianTime = answers.Count == 0 ? TimeSpan.Zero : answers.Select(pair => pair.Answer.Time).Order().ElementAt(answers.Count / 2),
        };
    }

    /// <summary>Discounted gain of the first five over the best possible one; null when no actor would be a gain.</summary>
    public static double? Ndcg(EvaluationCase expected, EvaluationAnswer answer)
    {
        var possible = expected.Expected.Must.Select(_ => 2).Concat(expected.Expected.Acceptable.Select(_ => 1)).Take(GainDepth).ToList();
        if (possible.Count == 0) return null;
        var found = answer.Actors.Take(GainDepth).Select(name => expected.Expected.Must.Contains(name) ? 2 : expected.Expected.Acceptable.Contains(name) ? 1 : 0);
        return Discounted(found) / Discounted(possible);
    }

    private static double Discounted(IEnumerable<int> gains) => gains.Select((gain, index) => gain / Math.Log2(index + 2)).Sum();

    private static IReadOnlyList<SignalScore> SignalsOf(IReadOnlyList<(EvaluationCase Case, EvaluationAnswer Answer)> answers)
    {
        var codes = answers.SelectMany(pair => pair.Case.ExpectedTriage.Concat(pair.Answer.Signals ?? [])).Distinct().Order(StringComparer.Ordinal);
        return [.. codes.Select(code => new SignalScore(
            code,
            answers.Count(pair => pair.Case.ExpectedTriage.Contains(code)),
            answers.Count(pair => pair.Answer.Signals?.Contains(code) == true),
            answers.Count(pair => pair.Case.ExpectedTriage.Contains(code) && pair.Answer.Signals?.Contains(code) == true)))];
    }
}
