using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using PlusPortal.Domain.Texts;
using PlusPortal.Testing;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Tests.Security.Inputs;

/// <summary>The counter under a field counts as the check behind it: the function itself, run by Node.</summary>
public sealed partial class CounterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_counter_of_the_page_counts_as_the_check()
    {
        string[] parts = ["é", "e\u0301", "😀", "👨\u200D👩", "\r\n", "\u2028", " ", "\u00A0", "\u2800", "\u200B", "\u00AD", "\0", "\t", "\uFFFE", "\U0001FFFF", "\u3164", "❤\uFE0F", "a\uFE0F", "1\uFE0F\u20E3", "x" + new string('\u0316', 14), "\U000E0041", "\u202E", "\uFDD0"];
        string[] texts = [.. parts, .. from one in parts from other in parts select one + "m" + other, .. from one in parts from other in parts select one + other];

        var counted = await CountAsync(texts);

        var wrong = texts.Zip(counted).Where(pair => pair.Second != VisibleText.LengthOf(Typed.Text(pair.First)))
            .Select(pair => $"{string.Join(' ', pair.First.Select(unit => $"{(int)unit:X4}"))}: {pair.Second}, {VisibleText.LengthOf(Typed.Text(pair.First))}");
        Assert.Empty(wrong.Take(10));
    }

    private static async Task<int[]> CountAsync(string[] texts)
    {
        var function = Function().Match(await File.ReadAllTextAsync(RepositoryFolder.Of("src", "PlusPortal.Web", "wwwroot", "js", "site.js"), Ct)).Value;
        Assert.NotEmpty(function);
        var script = function + "\nlet all = ''; process.stdin.on('data', part => all += part).on('end', () => console.log(JSON.stringify(JSON.parse(all).map(lengthOf))));";
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(texts));
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync(Ct);
        await node.WaitForExitAsync(Ct);
        return JsonSerializer.Deserialize<int[]>(answer)!;
    }

    [GeneratedRegex(@"^function lengthOf\(text\) \{\n.*?^\}$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Function();
}
