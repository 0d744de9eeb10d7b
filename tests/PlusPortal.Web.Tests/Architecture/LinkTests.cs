using System.Text.RegularExpressions;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Architecture;

/// <summary>Pages write no address themselves: what a page is called stands in <c>Addresses</c> and beside the steps, once.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void No_page_writes_an_address_itself()
    {
        var pages = Directory.GetFiles(RepositoryFolder.Of("src", "PlusPortal.Web"), "*.cshtml", SearchOption.AllDirectories);

        Assert.True(pages.Length > 100);
        Assert.Empty(pages.SelectMany(page => WrittenIn(File.ReadAllText(page)).Select(address => $"{Path.GetRelativePath(RepositoryFolder.Root, page)}: {address}")));
    }

    [Theory]
    [InlineData("""<a href="/admin/annuaire">Annuaire</a>""", "/admin/annuaire")]
    [InlineData("""<form method="post" action='/demande/@Model.Slug'>""", "/demande/@Model.Slug")]
    [InlineData("""<page-links next="@(Model.Next is { } next ? "/admin/messages?apres=" + next : null)" />""", "/admin/messages?apres=")]
    [InlineData("""@{ var root = $"/partenaire/offres/{offer.Id}"; }""", "/partenaire/offres/{offer.Id}")]
    public void Written_address_is_reported(string page, string address) => Assert.Equal([address], WrittenIn(page));

    [Theory]
    [InlineData("""<a href="@AdminAddress.Actors">Annuaire</a>""")]
    [InlineData("""<link rel="stylesheet" href="~/css/site.css" asp-append-version="true">""")]
    [InlineData("""<a href="#contenu">Aller au contenu</a> 12/12, « oui/non »""")]
    [InlineData("""<pre><code>&lt;crumb href=\"/admin/annuaire\"&gt;</code></pre>""")]
    public void Address_of_a_helper_a_file_or_a_place_on_the_page_is_none(string page) => Assert.Empty(WrittenIn(page));

    private static IEnumerable<string> WrittenIn(string page) => Written().Matches(page).Select(match => match.Groups["address"].Value);

    // A quotation mark, not one that an example on a page escapes, then a path of words.
    [GeneratedRegex("""(?<!\\)(?<mark>["'])(?<address>/(?:[a-z@{][^"'\s<>]*)?)\k<mark>""")]
    private static partial Regex Written();
}
