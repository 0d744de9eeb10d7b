namespace PlusPortal.Web.Tests.Security.Inputs;

/// <summary>Something that somebody may send in place of a text.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Encoded">As it goes over the wire, in a path, a query or a form; not always UTF-8.</param>
public sealed record OddText(string Name, string Encoded)
{
    /// <summary>The one that servers refuse in a path before anything of the portal sees it.</summary>
    public const string Nul = "NUL";

    /// <summary>Each kind once; characters of which one alone would do harm stand together.</summary>
    public static IReadOnlyList<OddText> All { get; } =
    [
        Of("noncharacters", "a\uFFFEb\uFDD0c\U0001FFFFd"),
        new("halves of characters, and no UTF-8 at all", "a%ED%A0%80b%ED%B0%80c%FF%C3d"),
        Of(Nul, "a\0b"),
        Of("changed direction, zero width, soft hyphen, byte order mark, kinds of line break", "a\u202Eb\u202C\u200Bc\u00ADd\uFEFFe\u2028f\u2029g\u0085h\vi\r\nj\rk"),
        Of("nothing to see", "\u200B\u2800\u3164\u00AD"),
        Of("4,000 marks", "e" + string.Concat(Enumerable.Repeat("\u0301\u0316", 2_000))),
        Of("4,000 times one letter", string.Concat(Enumerable.Repeat("a ", 4_000))),
        Of("a word of 4,000 letters", string.Concat(Enumerable.Repeat("cooperons", 445))),
        Of("2,000 emoji", string.Concat(Enumerable.Repeat("😀", 2_000))),
        Of("what SQL and HTML read", "%_\\' \" ; -- <b>&amp; {{0}} $1 \\u0000"),
    ];

    private static OddText Of(string name, string text) => new(name, Uri.EscapeDataString(text));

    /// <inheritdoc />
    public override string ToString() => Name;
}
