using System.Text;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Evaluation;

namespace PlusPortal.Data.Matching;

/// <summary>The project's own evaluation set, carried by the program: invented requests with what a good adviser would answer. An editorial opinion.</summary>
public static class EvaluationSet
{
    private static readonly Lazy<IReadOnlyList<EvaluationCase>> Cases = new(Read);

    extension(PortalDb db)
    {
        /// <summary>Each case with what the matcher is told of it; one SQL command for all their communes.</summary>
        public async Task<IReadOnlyList<(EvaluationCase Case, MatchingCriteria Criteria)>> LoadEvaluationSetAsync(CancellationToken ct)
        {
            var codes = Cases.Value.Select(sample => sample.Insee).Distinct().ToList();
            var communes = await db.Communes.AsNoTracking().Where(commune => codes.Contains(commune.Code)).ToDictionaryAsync(commune => commune.Code, ct);
            return [.. Cases.Value.Select(sample => (sample, sample.ToCriteria(communes[sample.Insee].ToPlace())))];
        }
    }

    private static IReadOnlyList<EvaluationCase> Read()
    {
        using var stream = typeof(EvaluationSet).Assembly.GetManifestResourceStream("Seed/sample-requests.json")
            ?? throw new InvalidOperationException("The evaluation set is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return EvaluationCase.Parse(reader.ReadToEnd());
    }
}
