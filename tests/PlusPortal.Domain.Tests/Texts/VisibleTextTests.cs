using System.Globalization;
using System.Text;
using System.Text.Json;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Domain.Tests.Texts;

public sealed class VisibleTextTests
{
    private const int Last = 0x10FFFF;

    /// <summary>Default_Ignorable_Code_Point of Unicode 16 but for the format characters, written apart from the program.</summary>
    private static readonly (int From, int To)[] Ignorable =
    [
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2065, 0x2065), (0x3164, 0x3164),
        (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF),
    ];

    [Fact]
    public void Of_every_code_point_only_what_is_seen_stays()
    {
        var broken = new List<string>();
        for (var code = 0; code <= Last; code++)
        {
            var text = code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
            var expected = ExpectedOf(code, text);
            if (VisibleText.Clean(text) != expected) broken.Add($"{code:X4} alone");
            if (VisibleText.Clean("a" + text + "z") != ("a" + expected + "z").Normalize()) broken.Add($"{code:X4} between letters");
        }

        Assert.Empty(broken.Take(20));
    }

    [Fact]
    public void No_pair_throws_and_cleaning_again_changes_nothing()
    {
        int[] odd = [0, 9, 10, 13, 0x1F, 0x20, 0x2A, 0x3D, 'e', 0x7F, 0x85, 0xA0, 0xAD, 0x301, 0x316, 0x338, 0x344, 0x34F, 0x5B0, 0x61C, 0x0F73, 0x1100, 0x1161, 0x115F, 0x1160, 0x180B,
            0x200B, 0x200D, 0x200E, 0x2028, 0x2029, 0x202E, 0x20E3, 0x2126, 0x212B, 0x2260, 0x2764, 0x2800, 0x3164, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFB01, 0xFDD0, 0xFE0E, 0xFE0F, 0xFEFF,
            0xFFA0, 0xFFF0, 0xFFF9, 0xFFFD, 0xFFFE, 0xFFFF, 0x1D15E, 0x1F3FB, 0x1F468, 0x1FFFE, 0xE0001, 0xE0100, 0x10FFFF];
        string[] texts = [.. odd.Select(code => code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code))];
        foreach (var one in texts)
        {
            foreach (var other in texts)
            {
                foreach (var third in texts)
                {
                    var clean = VisibleText.Clean(one + other + third);

                    Assert.Same(clean, VisibleText.Clean(clean));
                    Assert.True(clean.IsNormalized());
                }
            }
        }
    }

    [Theory]
    [InlineData("\u200Bhelene@example.org", "helene@example.org")]
    [InlineData("Pre\u0301sidente", "Présidente")]
    [InlineData("co\u00ADopé\u200Bra\u2060tive", "coopérative")]
    [InlineData("\u202Egnp.exe\u202C", "gnp.exe")]
    [InlineData("un\u2028deux\u2029trois\vquatre", "un\ndeux\ntrois\nquatre")]
    [InlineData("un\r\ndeux\rtrois\r", "un\ndeux\ntrois\n")]
    [InlineData("❤\uFE0F a\uFE0F", "❤\uFE0F a")]
    [InlineData("👨\u200D👩", "👨👩")]
    [InlineData("\u2800\u3164\u2800", "  ")]
    [InlineData("a\0b", "ab")]
    public void A_text_is_cleaned(string text, string expected) => Assert.Equal(expected, VisibleText.Clean(text));

    [Theory]
    [InlineData("")]
    [InlineData("L’atelier « vélos » coûte 1 200 € – oui…\n\tFin")]
    [InlineData("日本語, кириллица, עברית, हिन्दी, 👍🏽")]
    public void A_text_that_is_clean_stays_the_same_instance(string text) => Assert.Same(text, VisibleText.Clean(text));

    [Fact]
    public void Halves_of_characters_are_dropped() => Assert.Equal(" seul \U0001F600", VisibleText.Clean("\uD800 seul \uDC00\uD83D\uDE00\uD83D"));

    [Fact]
    public void Nothing_typed_stays_nothing() => Assert.Null(VisibleText.Clean(null));

    [Fact]
    public void A_long_run_of_marks_is_cut()
    {
        var marks = string.Concat(Enumerable.Range(0, 40_000).Select(place => place % 2 == 0 ? '\u0301' : '\u0316'));

        var clean = VisibleText.Clean("x" + marks + "y");

        Assert.Equal(2 + VisibleText.MostMarks, clean.Length);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("é", 1)]
    [InlineData("😀", 1)]
    [InlineData("un\r\ndeux\ntrois\r", 14)]
    public void A_length_counts_code_points_and_a_line_break_once(string text, int length) => Assert.Equal(length, VisibleText.LengthOf(text));

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("  a \n  b  ", 3)]
    [InlineData("\u2800 \u3164\u200B", 0)]
    [InlineData("x\u0302\u0303\u0304", 1)]
    [InlineData("😀😀", 2)]
    public void What_is_seen_counts(string text, int seen) => Assert.Equal(seen, VisibleText.SeenIn(text));

    [Theory]
    [InlineData("""{"t": "a\ud800b"}""", "ab")]
    [InlineData("""{"t": "a\uDC00\ud800"}""", "a")]
    [InlineData("""{"t": "\ud83d\ude00"}""", "😀")]
    [InlineData("""{"t": "\ud800\ud83d\ude00"}""", "😀")]
    [InlineData("""{"t": "\\ud800 \u0000\ufffe\u200b"}""", "\\ud800 ")]
    public void Halves_of_characters_in_JSON_are_dropped(string json, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        JsonText.Mend(bytes);
        using var document = JsonDocument.Parse(bytes);

        Assert.Equal(expected, JsonText.Of(document.RootElement.GetProperty("t")));
    }

    [Theory]
    [InlineData("\\")]
    [InlineData("\\u")]
    [InlineData("\\ud80")]
    [InlineData("\"\\ud800\\\"")]
    public void Broken_JSON_is_left_to_its_reader(string json) => JsonText.Mend(Encoding.UTF8.GetBytes(json));

    private static string ExpectedOf(int code, string text)
    {
        if (code is 0x0D or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029) return "\n";
        if (code == 0x2800) return " ";
        if (code is 9 or 10) return text;
        var isSeen = CharUnicodeInfo.GetUnicodeCategory(code) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.Surrogate)
            && code is not (>= 0xFDD0 and <= 0xFDEF) && (code & 0xFFFF) < 0xFFFE && !Ignorable.Any(range => code >= range.From && code <= range.To);
        return isSeen ? text.Normalize() : "";
    }
}
