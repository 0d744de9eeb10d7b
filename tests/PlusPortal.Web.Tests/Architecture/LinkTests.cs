using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using PlusPortal.Testing;
using PlusPortal.Web.Addresses;

namespace PlusPortal.Web.Tests.Architecture;

/// <summary>Pages write no address themselves: what a page is called stands in <c>Addresses</c> and beside the steps, once.</summary>
public sealed partial class LinkTests(ReadingFixture fixture) : IClassFixture<ReadingFixture>
{
    [Fact]
    public async Task Every_named_address_leads_somewhere()
    {
        var missing = new List<string>();
        using var visitor = fixture.NewBrowser();
        foreach (var address in Named())
        {
            // Whoever may not open it is sent to sign in, a form without its token is refused; only what does not exist is not found.
            var isThere = false;
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var ask = new HttpRequestMessage(method, address.Split('#')[0]);
                using var answer = await visitor.Client.SendAsync(ask, TestContext.Current.CancellationToken);
                isThere |= answer.StatusCode != HttpStatusCode.NotFound;
            }

            if (!isThere) missing.Add(address);
        }

        Assert.Empty(missing);
    }

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

    /// <summary>Those without a subject, and those under the pages of staff and partners, whose subject is not looked for before the person is known.</summary>
    private static IEnumerable<string> Named()
    {
        Type[] classes = [typeof(PublicAddress), typeof(PartnerAddress), typeof(AdminAddress)];
        var fields = classes.SelectMany(one => one.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => (string)field.GetRawConstantValue()!);
        var methods = classes.Skip(1).SelectMany(one => one.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => (string)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!);
        return [.. fields, .. methods];
    }

    private static object Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        { } type when type == typeof(Guid) => Guid.Empty,
        { } type when type == typeof(int) => 1,
        _ => "PLUS-2026-000001",
    };

    private static IEnumerable<string> WrittenIn(string page) => Written().Matches(page).Select(match => match.Groups["address"].Value);

    // A quotation mark, not one that an example on a page escapes, then a path of words.
    [GeneratedRegex("""(?<!\\)(?<mark>["'])(?<address>/(?:[a-z@{][^"'\s<>]*)?)\k<mark>""")]
    private static partial Regex Written();
}
