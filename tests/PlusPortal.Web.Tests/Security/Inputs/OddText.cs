namespace PlusPortal.Web.Tests.Security.Inputs;

/// <summary>Something that somebody may send in place of a text.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Encoded">As it goes over the wire, in a path, a query or a form; not always UTF-8.</param>
public sealed record OddText(string Name, string Encoded)
{
    /// <summary>Each kind once; characters of which one alone would do harm stand together.</summary>
    public static IReadOnlyList<OddText> All { get; } =
    [
        new(
            "what is no text: noncharacters, halves of characters, no UTF-8, NUL, changed direction, zero width, soft hyphen, kinds of line break",
            Uri.EscapeDataString("a\uFFFEb\uFDD0c\U0001FFFFd\0e\u202Ef\u202C\u200Bg\u00ADh\uFEFFi\u2028j\u2029k\u0085l\vm\r\nn\ro") + "%ED%A0%80b%ED%B0%80c%FF%C3d"),
        Of("nothing to see", "\u200B\u2800\u3164\u00AD"),
        Of("4,000 times one letter", new string('a', 4_000)),
        Of("8,000 letters", string.Concat(Enumerable.Repeat("a ", 4_000)) + string.Concat(Enumerable.Repeat("cooperons", 445))),
        Of("2,000 emoji, and 4,000 marks on a letter", string.Concat(Enumerable.Repeat("😀", 2_000)) + "e" + string.Concat(Enumerable.Repeat("\u0301\u0316", 2_000))),
        Of("what SQL and HTML read", "%_\\' \" ; -- <b>&amp; {{0}} $1 \\u0000"),
    ];

    /// <summary>What once took long, or might: as long as the longest text may be, each alone.</summary>
    public static IReadOnlyList<OddText> Slow { get; } =
    [
        Of("2,000 times one letter, spaces between", string.Concat(Enumerable.Repeat("a ", 2_000))),
        Of("a word of 4,000 letters", string.Concat(Enumerable.Repeat("cooperons", 444))),
        Of("a capital, then 4,000 letters", "Présidente " + new string('é', 3_980)),
        Of("4,000 marks", "e" + string.Concat(Enumerable.Repeat("\u0301\u0316", 2_000))),
        Of("400 sentences", string.Concat(Enumerable.Repeat("Achetez. ", 440))),
    ];

    /// <summary>The same in a path, where servers refuse NUL before anything of the portal sees it.</summary>
    public string InPath => Encoded.Replace("%00", "", StringComparison.Ordinal);

    private static OddText Of(string name, string text) => new(name, Uri.EscapeDataString(text));

    /// <inheritdoc />
    public override string ToString() => Name;
}
