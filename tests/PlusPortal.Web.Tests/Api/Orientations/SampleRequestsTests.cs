using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PlusPortal.Testing;
using PlusPortal.Web.Features.Api.Orientations;

namespace PlusPortal.Web.Tests.Api.Orientations;

/// <summary>
/// The sample requests through the public preview, over the directory of Lorraine. The thresholds leave room for one
/// disagreement: the samples are an opinion, and rules must not be bent to fit them.
/// </summary>
public sealed class SampleRequestsTests(ReadingFixture portal, ITestOutputHelper output) : IClassFixture<ReadingFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_adviser_would_agree_with_the_proposals()
    {
        var table = new StringBuilder("\n");
        int musts = 0, found = 0, answerable = 0, first = 0, wrong = 0, signalsRight = 0, stagesRight = 0;
        var samples = SampleRequests.Read();
        using var browser = portal.NewBrowser();

        foreach (var sample in samples)
        {
            var answer = await PreviewAsync(browser.Client, sample);
            var top = answer.Proposals.Take(3).Select(proposal => proposal.ActorName).ToList();
            var signals = answer.Signals.Select(signal => signal.Code).Order().ToList();
            var embarrassing = top.Intersect(sample.Expected.Wrong).ToList();

            musts += sample.Expected.Must.Count;
            found += sample.Expected.Must.Count(top.Contains);
            answerable += sample.Expected.Must.Count > 0 ? 1 : 0;
            first += top.Take(1).Intersect(sample.Expected.Must).Count();
            wrong += embarrassing.Count;
            signalsRight += signals.SequenceEqual(sample.ExpectedTriage.Order()) ? 1 : 0;
            stagesRight += answer.Stage.Suggested == (sample.ExpectedStage ?? sample.DeclaredStage) ? 1 : 0;
            table.Append(sample.Id).Append(": ").AppendJoin(" | ", answer.Proposals.Take(3).Select(proposal => $"{Mark(sample, proposal.ActorName)} {proposal.ActorName} {proposal.Score}"))
                .Append("  [").AppendJoin(", ", signals).AppendLine("]");
        }

        table.Append(FormattableString.Invariant($"must in top 3: {found}/{musts}; must first: {first}/{answerable}; wrong in top 3: {wrong}; all signals right: {signalsRight}/{samples.Count}; stage right: {stagesRight}/{samples.Count}"));
        output.WriteLine(table.ToString());
        Assert.True(found * 100 >= musts * 95, table.ToString());
        Assert.True(first * 100 >= answerable * 70, table.ToString());
        Assert.True(wrong == 0, table.ToString());
        Assert.True(signalsRight >= samples.Count - 1, table.ToString());
        Assert.True(stagesRight >= samples.Count - 1, table.ToString());
    }

    /// <summary>M for an actor to propose, a for one to accept, W for one that would embarrass, a dot for another.</summary>
    private static string Mark(SampleRequest sample, string actor) =>
        sample.Expected.Must.Contains(actor) ? "M" : sample.Expected.Acceptable.Contains(actor) ? "a" : sample.Expected.Wrong.Contains(actor) ? "W" : ".";

    private static async Task<PreviewAnswer> PreviewAsync(HttpClient client, SampleRequest sample)
    {
        var response = await client.PostAsJsonAsync(
            "/api/v1/orientations/preview",
            new
            {
                title = sample.Title,
                description = sample.Description,
                legalForm = sample.LegalForm,
                communeCode = sample.Insee,
                employeeCount = sample.Employees,
                annualBudget = sample.BudgetEuros,
                stage = sample.DeclaredStage,
                subStage = sample.DeclaredSubStage,
                themes = sample.DeclaredThemes,
            },
            Ct);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Ct));
        return (await response.Content.ReadFromJsonAsync<PreviewAnswer>(JsonSerializerOptions.Web, Ct))!;
    }
}
