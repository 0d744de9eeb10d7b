using System.Globalization;
using PlusPortal.Domain.Matching.Evaluation;

namespace PlusPortal.Benchmarks.Evaluation;

/// <summary>Writes reports as Markdown tables.</summary>
internal static class EvaluationTable
{
    /// <summary>One table for a set, one line for each way of matching, then the signals of the first one.</summary>
    public static void Print(string title, IReadOnlyList<(string Name, EvaluationReport Report)> reports)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n### {title}: {reports[0].Report.Cases} requests\n"));
        Console.WriteLine("| | must in top 3 | must first | wrong in top 3 | nDCG@5 | stage | sub-stage | themes | signals exact | median time |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, report) in reports)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {Text(report.MustInTop3)} | {Text(report.MustFirst)} | {report.WrongInTop3} | {report.NdcgAt5:0.000} | {Text(report.Stage)} | {Text(report.SubStage)} | {Text(report.Themes)} | {Text(report.SignalsExact)} | {report.MedianTime.TotalMilliseconds:0.00} ms |"));
        }

        if (reports[0].Report.Signals.Count == 0) return;
        Console.WriteLine("\n| signal | expected | found | precision | recall |\n|---|---|---|---|---|");
        foreach (var signal in reports[0].Report.Signals)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {signal.Code} | {signal.Expected} | {signal.Found} | {Text(signal.Precision)} | {Text(signal.Recall)} |"));
    }

    /// <summary>One line a case: what was proposed, marked M (must), a (acceptable), W (wrong) or a dot, and what differs.</summary>
    public static void PrintCases(IReadOnlyList<(EvaluationCase Case, EvaluationAnswer Answer)> answers)
    {
        Console.WriteLine();
        foreach (var (expected, answer) in answers)
        {
            var missed = expected.ExpectedTriage.Except(answer.Signals ?? []).Select(code => "-" + code);
            var extra = (answer.Signals ?? []).Except(expected.ExpectedTriage).Select(code => "+" + code);
            var stage = expected.ExpectedStage ?? expected.DeclaredStage;
            var marks = answer.Actors.Take(3).Select(name => $"{Mark(expected, name)} {name}");
            Console.WriteLine($"{expected.Id}: {string.Join(" | ", marks)}  [{string.Join(' ', missed.Concat(extra))}]{(answer.Stage == stage ? "" : $" stage {answer.Stage}, expected {stage}")}");
        }
    }

    private static char Mark(EvaluationCase expected, string name) =>
        expected.Expected.Must.Contains(name) ? 'M' : expected.Expected.Acceptable.Contains(name) ? 'a' : expected.Expected.Wrong.Contains(name) ? 'W' : '.';

    private static string Text(Share share) => share.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0} % ({share.Count}/{share.Total})") : "–";
}
