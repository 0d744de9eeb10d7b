using System.Text.Json;
using PlusPortal.Domain.Matching.Evaluation;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching.Evaluation;

public sealed class EvaluationReportTests
{
    [Fact]
    public void Musts_are_counted_in_the_first_three_and_in_first_place()
    {
        var report = EvaluationReport.Of([(Case(must: ["A", "B"], wrong: ["Z"]), Answer("C", "A", "Z", "B")), (Case(must: ["A"]), Answer("A"))]);

        Assert.Equal(new Share(2, 3), report.MustInTop3);
        Assert.Equal(new Share(1, 2), report.MustFirst);
        Assert.Equal(1, report.WrongInTop3);
    }

    [Fact]
    public void A_case_without_must_does_not_count_for_the_first_place()
    {
        var report = EvaluationReport.Of([(Case(acceptable: ["A"]), Answer("A"))]);

        Assert.Equal(0, report.MustFirst.Total);
        Assert.Null(report.MustFirst.Value);
    }

    [Fact]
    public void The_gain_is_one_for_the_best_order_and_less_for_another()
    {
        var expected = Case(must: ["A"], acceptable: ["B"]);

        Assert.Equal(1, EvaluationReport.Ndcg(expected, Answer("A", "B"))!.Value, 6);
        Assert.Equal(((1 / 1.0) + (2 / Math.Log2(3))) / (2 + (1 / Math.Log2(3))), EvaluationReport.Ndcg(expected, Answer("B", "A"))!.Value, 6);
        Assert.Equal(0, EvaluationReport.Ndcg(expected, Answer("X", "Y"))!.Value);
        Assert.Null(EvaluationReport.Ndcg(Case(wrong: ["A"]), Answer("A")));
    }

    [Fact]
    public void Each_signal_has_its_precision_and_its_recall()
    {
        var report = EvaluationReport.Of(
        [
            (Case(signals: [TriageSignals.BesoinFlou]), Answer() with { Signals = [TriageSignals.BesoinFlou] }),
            (Case(signals: [TriageSignals.BesoinFlou]), Answer() with { Signals = [] }),
            (Case(), Answer() with { Signals = [TriageSignals.BesoinFlou, TriageSignals.Incomplet] }),
        ]);

        Assert.Equal([new SignalScore(TriageSignals.BesoinFlou, 2, 2, 1), new SignalScore(TriageSignals.Incomplet, 0, 1, 0)], report.Signals);
        Assert.Equal(0.5, report.Signals[0].Precision.Value);
        Assert.Equal(0.5, report.Signals[0].Recall.Value);
        Assert.Equal(new Share(1, 3), report.SignalsExact);
    }

    [Fact]
    public void A_stage_is_right_when_it_is_the_corrected_one_or_else_the_declared_one()
    {
        var declared = Case() with { DeclaredStage = Stages.Developper };

        var report = EvaluationReport.Of(
        [
            (declared, Answer() with { Stage = Stages.Developper }),
            (declared with { ExpectedStage = Stages.Transformer }, Answer() with { Stage = Stages.Developper }),
        ]);

        Assert.Equal(new Share(1, 2), report.Stage);
    }

    [Fact]
    public void A_file_is_read_in_the_format_of_the_sample_requests()
    {
        var cases = EvaluationCase.Parse("""
            [{ "id": "un", "title": "T", "description": "D", "legalForm": "scop", "commune": "Toul", "insee": "54528", "employees": 2.5, "budgetEuros": null,
               "declaredStage": "demarrer", "declaredThemes": ["pret-garantie"], "expected": { "must": ["A"], "acceptable": [], "wrong": [] }, "expectedTriage": [], "hard": null }]
            """);

        var criteria = Assert.Single(cases).ToCriteria(Given.Toul);
        Assert.Equal(Stages.Demarrer, criteria.Stage);
        Assert.Equal(2.5m, criteria.HeadcountFte!.Value.Low);
        Assert.Null(criteria.BudgetEuros);
        Assert.Throws<JsonException>(() => EvaluationCase.Parse("{}"));
    }

    private static EvaluationCase Case(string[]? must = null, string[]? acceptable = null, string[]? wrong = null, string[]? signals = null) => new()
    {
        Id = "cas",
        Insee = "54528",
        Expected = new(must ?? [], acceptable ?? [], wrong ?? []),
        ExpectedTriage = signals ?? [],
    };

    private static EvaluationAnswer Answer(params string[] actors) => new(actors, [], null, null, [], TimeSpan.Zero);
}
