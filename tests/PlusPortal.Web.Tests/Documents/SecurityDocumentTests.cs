using System.Text.RegularExpressions;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Documents;

/// <summary><c>docs/security.md</c> says of each statement what shows it: a test or a script that exists, or a gap with its name.</summary>
public sealed partial class SecurityDocumentTests
{
    private const int Statements = 40;

    private static readonly string[] TestFolders = ["PlusPortal.Domain.Tests", "PlusPortal.Web.Tests", "PlusPortal.Browser.Tests"];

    [Fact]
    public void Every_statement_has_its_row_and_every_row_what_shows_it()
    {
        var rows = Rows(File.ReadAllText(RepositoryFolder.Of("docs", "security.md")));

        Assert.Equal(Enumerable.Range(1, Statements), rows.Select(row => row.Number));
        Assert.Empty(Faults(rows, Known()));
    }

    [Fact]
    public void Row_without_proof_or_with_one_that_is_gone_is_reported()
    {
        const string Document = """
            | 1 | yes | says nothing | | |
            | 2 | yes | a test that is gone | `RequestLogTests.Never_written` | |
            | 3 | yes | a script that is gone | `tests/scripts/nothing` | |
            | 4 | yes | a gap without a name | | later |
            | 5 | perhaps | neither | `RequestLogTests.Client_is_its_network` | |
            | 6 | no | no reason | | |
            | 7 | yes | as it should be | `RequestLogTests.Client_is_its_network`, `tests/scripts/proxy` | gap: the rest (issue 10) |
            """;

        var faults = Faults(Rows(Document), Known()).ToList();

        Assert.Equal(["1", "2", "3", "4", "5", "6"], faults.Select(fault => fault.Split(':')[0]).Distinct());
    }

    private static IEnumerable<string> Faults(IEnumerable<Row> rows, IReadOnlySet<string> known)
    {
        foreach (var row in rows)
        {
            if (row.Applies is not ("yes" or "no")) yield return $"{row.Number}: applies is yes or no";
            foreach (var name in row.ShownBy.Where(name => !known.Contains(name))) yield return $"{row.Number}: {name} does not exist";
            if (row.Gap.Length > 0 && !GapName().IsMatch(row.Gap)) yield return $"{row.Number}: « gap: what is missing (issue N) », or « why: … » when it does not apply";
            if (row.ShownBy.Count == 0 && row.Gap.Length == 0) yield return $"{row.Number}: neither a proof nor a gap";
        }
    }

    /// <summary>Every test as Class.Method, and every script.</summary>
    private static HashSet<string> Known()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in TestFolders.SelectMany(folder => Directory.EnumerateFiles(RepositoryFolder.Of("tests", folder), "*.cs", SearchOption.AllDirectories)))
        {
            if (file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)) continue;
            var declared = "";
            foreach (Match found in ClassOrTest().Matches(File.ReadAllText(file)))
            {
                if (found.Groups["class"].Success) declared = found.Groups["class"].Value;
                else known.Add($"{declared}.{found.Groups["test"].Value}");
            }
        }

        foreach (var script in Directory.EnumerateFiles(RepositoryFolder.Of("tests", "scripts"))) known.Add("tests/scripts/" + Path.GetFileName(script));
        return known;
    }

    private static List<Row> Rows(string document) =>
    [
        .. from line in document.Split('\n')
           let match = Statement().Match(line.Trim())
           where match.Success
           select new Row(int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), match.Groups[2].Value.Trim(), [.. Quoted().Matches(match.Groups[4].Value).Select(name => name.Groups[1].Value)], match.Groups[5].Value.Trim()),
    ];

    [GeneratedRegex(@"^\| (\d+) \|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|$")]
    private static partial Regex Statement();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^gap: .+ \(issue \d+\)$|^why: .+$")]
    private static partial Regex GapName();

    [GeneratedRegex(@"\bclass (?<class>\w+)|\[(?:Fact|Theory)[^\n]*\](?:\s*\[[^\n]*\])*\s*public (?:async )?\w+ (?<test>\w+)\(")]
    private static partial Regex ClassOrTest();

    private sealed record Row(int Number, string Applies, IReadOnlyList<string> ShownBy, string Gap);
}
