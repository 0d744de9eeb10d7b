using System.Text.RegularExpressions;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Architecture;

/// <summary>What pages write reaches the reader as it is meant: an escape of C# outside its strings would be read letter by letter.</summary>
public sealed partial class ViewTextTests
{
    [Fact]
    public void No_page_shows_an_escape_of_the_language_it_is_written_in()
    {
        var pages = Directory.GetFiles(RepositoryFolder.Of("src", "PlusPortal.Web", "Features"), "*.cshtml", SearchOption.AllDirectories);

        Assert.True(pages.Length > 100);
        Assert.Empty(pages.SelectMany(page => ShownIn(File.ReadAllText(page)).Select(text => $"{Path.GetRelativePath(RepositoryFolder.Root, page)}: {text}")));
    }

    [Theory]
    [InlineData("""<text-field hint="Tel quel\u00A0: oui" />""", 1)]
    [InlineData("""<p>Vraiment\u00A0?</p>""", 1)]
    [InlineData("""<text-field hint="@("Tel quel\u00A0: oui")" />""", 0)]
    [InlineData("""<p>@(isDone ? "Fait\u00A0!" : "")</p>""", 0)]
    public void Escape_is_reported_outside_strings_alone(string page, int count) => Assert.Equal(count, ShownIn(page).Count());

    private static IEnumerable<string> ShownIn(string page) => Escapes.Matches(page).Select(match => match.Value);

    [GeneratedRegex("""(?:="[^"@\n]*|>[^<@"\n]*)\\u[0-9A-Fa-f]{4}""")]
    private static partial Regex Escapes { get; }
}
