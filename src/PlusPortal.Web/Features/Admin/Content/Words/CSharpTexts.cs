using System.Text;

namespace PlusPortal.Web.Features.Admin.Content.Words;

/// <summary>Reads the strings of a C# file, without its comments. What is put into a string is shown as « … ».</summary>
public static class CSharpTexts
{
    private const char Hole = '…';

    /// <summary>Every string with its line.</summary>
    public static IEnumerable<(int Line, string Text)> Of(string source)
    {
        for (var i = 0; i < source.Length;)
        {
            if (StartsAt(source, i, "//")) i = Until(source, i, "\n");
            else if (StartsAt(source, i, "/*")) i = Until(source, i, "*/");
            else if (source[i] == '\'') i = AfterCharacter(source, i);
            else if (source[i] is '"' or '$' or '@' && Opens(source, i, out var start, out var isInterpolated, out var isVerbatim))
            {
                var line = source.AsSpan(0, start).Count('\n') + 1;
                var (text, end) = StartsAt(source, start, "\"\"\"") ? Raw(source, start) : Read(source, start + 1, isInterpolated, isVerbatim);
                yield return (line, text);
                i = end;
            }
            else i++;
        }
    }

    /// <summary>Whether a string opens here, perhaps after $ and @.</summary>
    private static bool Opens(string source, int at, out int quote, out bool isInterpolated, out bool isVerbatim)
    {
        (quote, isInterpolated, isVerbatim) = (at, false, false);
        while (quote < source.Length && source[quote] is '$' or '@')
        {
            if (source[quote] == '$') isInterpolated = true;
            else isVerbatim = true;
            quote++;
        }

        return quote < source.Length && source[quote] == '"';
    }

    private static (string Text, int End) Read(string source, int at, bool isInterpolated, bool isVerbatim)
    {
        var text = new StringBuilder();
        while (at < source.Length)
        {
            var character = source[at];
            if (character == '"')
            {
                if (!isVerbatim || !StartsAt(source, at, "\"\"")) return (text.ToString(), at + 1);
                text.Append('"');
                at += 2;
            }
            else if (character == '\\' && !isVerbatim) at = Escape(source, at, text);
            else if (isInterpolated && character is '{' or '}' && at + 1 < source.Length && source[at + 1] == character)
            {
                text.Append(character);
                at += 2;
            }
            else if (isInterpolated && character == '{')
            {
                text.Append(Hole);
                at = AfterHole(source, at);
            }
            else
            {
                text.Append(character);
                at++;
            }
        }

        return (text.ToString(), at);
    }

    private static int Escape(string source, int at, StringBuilder text)
    {
        if (at + 1 >= source.Length) return source.Length;
        if (source[at + 1] == 'u' && at + 6 <= source.Length && int.TryParse(source.AsSpan(at + 2, 4), System.Globalization.NumberStyles.HexNumber, null, out var code))
        {
            text.Append((char)code);
            return at + 6;
        }

        text.Append(source[at + 1] switch { 'n' or 'r' or 't' => ' ', var other => other });
        return at + 2;
    }

    /// <summary>After the closing brace; the strings inside are not read (they are conditions and formats far more often than words).</summary>
    private static int AfterHole(string source, int at)
    {
        var depth = 0;
        for (; at < source.Length; at++)
        {
            if (source[at] == '{') depth++;
            else if (source[at] == '}' && --depth == 0) return at + 1;
            else if (source[at] == '"') at = Read(source, at + 1, isInterpolated: true, isVerbatim: false).End - 1;
        }

        return at;
    }

    private static (string Text, int End) Raw(string source, int at)
    {
        var end = source.IndexOf("\"\"\"", at + 3, StringComparison.Ordinal);
        return end < 0 ? ("", source.Length) : (source[(at + 3)..end], end + 3);
    }

    private static int AfterCharacter(string source, int at)
    {
        var end = source.IndexOf('\'', at + (at + 1 < source.Length && source[at + 1] == '\\' ? 3 : 2) is var from && from <= source.Length ? from : source.Length);
        return end < 0 || end - at > 8 ? at + 1 : end + 1;
    }

    private static int Until(string source, int at, string mark)
    {
        var end = source.IndexOf(mark, at, StringComparison.Ordinal);
        return end < 0 ? source.Length : end + mark.Length;
    }

    private static bool StartsAt(string source, int at, string mark) => string.CompareOrdinal(source, at, mark, 0, mark.Length) == 0;
}
