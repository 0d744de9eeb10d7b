using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Announcements;
using PlusPortal.Testing;
using PlusPortal.Web.Features.Dev.MailPreview;
using PlusPortal.Web.Tests.Startup.Samples;

namespace PlusPortal.Web.Tests.Dev.MailPreview;

/// <summary>Every message can be looked at in Development, and looking leaves no trace.</summary>
public sealed class MailPreviewTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_is_listed_and_shows_its_html_and_its_text()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await LoadedSamples.LoadAsync(database, Ct);

        // In Development the portal brings the schema up to date itself: it owns it.
        await using var portal = new PortalFactory(database) { ConnectionString = database.ConnectionString };
        await using var development = portal.WithWebHostBuilder(host => host.UseEnvironment("Development"));
        using var client = development.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var before = await CountAsync(database);

        var list = await client.GetStringAsync("/dev/mails/apercus", Ct);
        var links = new HtmlParser().ParseDocument(list).QuerySelectorAll("main li a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(Enum.GetValues<MailKind>().SelectMany(kind => MailVariants.Of(kind).Select(variant => $"/dev/mails/apercus/{kind}{Query(variant)}")), links);
        var texts = new List<(string Kind, string Text)>();
        foreach (var link in links)
        {
            using var answer = await client.GetAsync(link, Ct);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{link}: {answer.StatusCode}");
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Ct));
            Assert.Contains("L’équipe PLUS", page.QuerySelector(".mail-text")!.TextContent, StringComparison.Ordinal);
            texts.Add((link.Split('?')[0], page.QuerySelector(".mail-text")!.TextContent));
            var frame = page.QuerySelector("iframe")!;
            var html = link.Contains('?', StringComparison.Ordinal) ? link.Replace("?", "/html?", StringComparison.Ordinal) : link + "/html";
            Assert.Equal((html, ""), (frame.GetAttribute("src"), frame.GetAttribute("sandbox")));
            using var message = await client.GetAsync(html, Ct);
            Assert.Contains("sandbox", message.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains("L’équipe PLUS", await message.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        // What happened is said: no two variants of a kind read the same.
        Assert.All(texts.GroupBy(text => text.Kind), same => Assert.Distinct(same.Select(text => text.Text)));
        Assert.Equal(before, await CountAsync(database));
    }

    [Fact]
    public async Task Elsewhere_there_is_no_preview()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var portal = new PortalFactory(database);

        Assert.Equal(HttpStatusCode.NotFound, (await portal.NewBrowser().GetAsync("/dev/mails/apercus")).Status);
    }

    private static string Query(MailVariant variant) => variant.Code.Length == 0 ? "" : $"?variante={variant.Code}";

    private static async Task<(int Requests, int Actors, int Drafts, int Links, int Messages, int Users)> CountAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return (await db.OrientationRequests.CountAsync(Ct), await db.SupportActors.CountAsync(Ct), await db.RequestDrafts.CountAsync(Ct),
            await db.AccessLinks.CountAsync(Ct), await db.Outbox.CountAsync(Ct), await db.Users.CountAsync(Ct));
    }
}
