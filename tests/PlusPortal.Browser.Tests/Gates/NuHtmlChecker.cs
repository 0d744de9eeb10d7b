using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>The checker of the HTML standard (npm package vnu-jar), which needs Java. One run for many pages: it is slow to start.</summary>
internal static class NuHtmlChecker
{
    /// <summary>Why a test is skipped.</summary>
    public const string WithoutJava = "The Nu HTML checker needs Java, which is not on this machine: install a JRE 11 or later (apt-get install default-jre-headless).";

    /// <summary>Whether Java is on this machine.</summary>
    public static bool HasJava()
    {
        try
        {
            using var java = Process.Start(new ProcessStartInfo("java", "-version") { RedirectStandardError = true, RedirectStandardOutput = true })!;
            java.WaitForExit();
            return java.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Errors in pages, each with the name of its page.</summary>
    /// <param name="pages">HTML by name.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<IReadOnlyList<string>> CheckAsync(IEnumerable<KeyValuePair<string, string>> pages, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("plus-html-");
        try
        {
            foreach (var (name, html) in pages) await File.WriteAllTextAsync(Path.Combine(folder.FullName, name + ".html"), html, ct);
            var start = new ProcessStartInfo("java", ["-Xss4m", "-jar", TestPaths.NuHtmlChecker, "--errors-only", "--exit-zero-always", "--format", "json", folder.FullName]) { RedirectStandardError = true };
            using var java = Process.Start(start)!;
            var said = await java.StandardError.ReadToEndAsync(ct);
            await java.WaitForExitAsync(ct);
            if (java.ExitCode != 0) throw new InvalidOperationException($"The checker ended with code {java.ExitCode}: {said}");
            using var answer = JsonDocument.Parse(said);
            return [.. answer.RootElement.GetProperty("messages").EnumerateArray().Select(Sentence).Order(StringComparer.Ordinal)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Sentence(JsonElement message)
    {
        var page = message.TryGetProperty("url", out var url) ? Path.GetFileNameWithoutExtension(url.GetString()) : "?";
        var line = message.TryGetProperty("lastLine", out var number) ? number.GetInt32() : 0;
        var extract = message.TryGetProperty("extract", out var part) ? part.GetString()!.ReplaceLineEndings(" ") : "";
        return $"{page}, line {line}: {message.GetProperty("message").GetString()} « {extract} »";
    }
}
