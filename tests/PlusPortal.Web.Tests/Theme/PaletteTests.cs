using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PlusPortal.Web.Tests.Theme;

/// <summary>Every pair of colours that the pages use, in light and in dark, computed as WCAG says from the file of tokens.</summary>
public sealed partial class PaletteTests
{
    private const double Text = 4.5;
    private const double Shape = 3;

    private static readonly (string Front, string Back, double Least)[] Pairs =
    [
        .. from front in new[] { "ink", "muted", "action", "action-strong", "brick", "error", "warning", "success" } from back in new[] { "page", "surface" } select (front, back, Text),
        .. from front in new[] { "ink", "muted", "action", "action-strong" } select (front, "sand", Text),
        .. from back in new[] { "info-surface", "success-surface", "warning-surface", "brick-surface", "error-surface" } from front in new[] { "ink", "muted", "action" } select (front, back, Text),
        ("error", "error-surface", Text),
        ("success", "success-surface", Text),
        ("warning", "warning-surface", Text),
        ("brick", "brick-surface", Text),
        ("action-strong", "info-surface", Text),
        ("on-action", "action", Text),
        ("on-action", "action-strong", Text),
        ("on-accent", "accent", Text),
        ("on-band", "band", Text),
        ("band-muted", "band", Text),
        ("accent", "band", Shape),
        ("line", "page", Shape),
        ("line", "surface", Shape),
        ("line", "sand", Shape),
        ("action", "hairline", Shape),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_pair_is_legible(bool dark)
    {
        var colours = Colours(dark);

        var faint = Pairs.Where(pair => Contrast(colours[pair.Front], colours[pair.Back]) < pair.Least)
            .Select(pair => FormattableString.Invariant($"{pair.Front} on {pair.Back}: {Contrast(colours[pair.Front], colours[pair.Back]):0.0}"));

        Assert.Empty(faint);
    }

    [Fact]
    public void Contrast_is_that_of_the_standard()
    {
        Assert.Equal(21, Contrast("#000000", "#ffffff"), 3);
        Assert.Equal(4.48, Contrast("#777777", "#ffffff"), 2);
    }

    [Fact]
    public void Colours_are_named_in_the_tokens_only()
    {
        var others = Directory("Assets", "scss").EnumerateFiles("*.scss").Where(file => file.Name != "_tokens.scss");

        var strays = others.SelectMany(file => File.ReadLines(file.FullName)
            .Where(line => Hex().IsMatch(line) && !line.Contains("@media print", StringComparison.Ordinal) && !Allowed(file.Name, line))
            .Select(line => $"{file.Name}: {line.Trim()}"));

        Assert.Empty(strays);
    }

    /// <summary>Bootstrap computes with one colour, and paper is white.</summary>
    private static bool Allowed(string file, string line) => file == "_print.scss" || (file == "_bootstrap.scss" && line.StartsWith("$primary", StringComparison.Ordinal));

    private static Dictionary<string, string> Colours(bool dark)
    {
        var text = File.ReadAllText(Path.Combine(Directory("Assets", "scss").FullName, "_tokens.scss"));
        var split = text.IndexOf("@media (prefers-color-scheme: dark)", StringComparison.Ordinal);
        var colours = Token().Matches(text[..split]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        if (!dark) return colours;
        foreach (Match match in Token().Matches(text[split..])) colours[match.Groups[1].Value] = match.Groups[2].Value;
        return colours;
    }

    private static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int start)
    {
        var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static DirectoryInfo Directory(params string[] below) => new(Path.Combine([Root(), "src", "PlusPortal.Web", .. below]));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex(@"--([a-z-]+):\s*(#[0-9a-f]{6})\b")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<!%23)(?<![\w{])#[0-9a-fA-F]{3,8}\b")]
    private static partial Regex Hex();
}
