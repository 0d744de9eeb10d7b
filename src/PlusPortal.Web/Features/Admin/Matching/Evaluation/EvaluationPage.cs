using PlusPortal.Domain.Matching.Evaluation;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Rules;

namespace PlusPortal.Web.Features.Admin.Matching.Evaluation;

/// <summary>How well some rules answer the evaluation set, case by case.</summary>
/// <param name="Rules">Rules that were measured.</param>
/// <param name="LexiconHash">Hash of the phrases that the texts were read with.</param>
/// <param name="Report">Their figures.</param>
/// <param name="Answers">Each case with what was answered.</param>
public sealed record MeasuredRules(MatchingRules Rules, string LexiconHash, EvaluationReport Report, IReadOnlyList<CaseLine> Answers);

/// <summary>One case with what was answered.</summary>
public sealed record CaseLine(EvaluationCase Case, EvaluationAnswer Answer)
{
    private const int Top = 3;

    /// <summary>Actors to propose, each with its rank; null when it is not proposed.</summary>
    public IEnumerable<(string Name, int? Rank)> Musts => Case.Expected.Must.Select(name => (name, RankOf(name)));

    /// <summary>Actors that would embarrass, among the first three.</summary>
    public IEnumerable<string> Wrong => Answer.Actors.Take(Top).Intersect(Case.Expected.Wrong);

    /// <summary>Signals expected and not raised.</summary>
    public IEnumerable<string> Missing => Case.ExpectedTriage.Except(Answer.Signals ?? []);

    /// <summary>Signals raised and not expected.</summary>
    public IEnumerable<string> Unexpected => (Answer.Signals ?? []).Except(Case.ExpectedTriage);

    private int? RankOf(string name)
    {
        for (var index = 0; index < Answer.Actors.Count; index++)
        {
            if (Answer.Actors[index] == name) return index + 1;
        }

        return null;
    }
}

/// <summary>The evaluation page: the rules in force beside a plain count of shared themes.</summary>
/// <param name="InForce">The rules in force.</param>
/// <param name="Baseline">The plain count.</param>
public sealed record EvaluationPage(MeasuredRules InForce, EvaluationReport Baseline);
