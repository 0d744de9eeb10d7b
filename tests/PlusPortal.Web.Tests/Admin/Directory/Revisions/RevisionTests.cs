using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Directory.Revisions;

/// <summary>Staff decide on the edits that partners propose.</summary>
public sealed class RevisionTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Approve = "Accepter et publier";
    private const string Return = "Renvoyer la modification";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proposal_is_read_field_by_field_and_only_where_it_differs()
    {
        var offer = await fixture.AddOfferAsync();
        var revision = await fixture.ProposeAsync(offer, content => content with { Title = "Titre du partenaire", Cost = "Gratuit", Stages = [.. content.Stages.Reverse()] });

        var page = await OpenAsync(revision.Id);

        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => PageText.Normalise(cell.TextContent)))).ToList();
        Assert.Equal([$"Titre | {offer.Content.Title} | Titre du partenaire", "Coût | (vide) | Gratuit"], rows);
    }

    [Fact]
    public async Task Approving_replaces_the_public_version_and_tells_the_partner()
    {
        var offer = await fixture.AddOfferAsync();
        var revision = await fixture.ProposeAsync(offer, content => content with { Cost = "Gratuit" });

        var page = await (await OpenAsync(revision.Id)).Form(Approve).SubmitAsync();

        Assert.Equal("/admin/modifications", page.Path);
        var stored = await fixture.ReadOfferAsync(offer.Id);
        Assert.Equal("Gratuit", stored.Content.Cost);
        Assert.Equal(offer.Revision + 1, stored.Revision);
        Assert.True(stored.IsEdited);
        Assert.Equal(OfferRevisionState.Approved, (await fixture.ReadRevisionAsync(revision.Id)).State);
        Assert.Equal(1, await MailsAsync(revision.Id));
    }

    [Fact]
    public async Task Until_then_the_public_version_stays()
    {
        var offer = await fixture.AddOfferAsync();

        await fixture.ProposeAsync(offer, content => content with { Cost = "Gratuit" });

        Assert.Null((await fixture.ReadOfferAsync(offer.Id)).Content.Cost);
    }

    [Fact]
    public async Task Returning_keeps_the_public_version_and_tells_why()
    {
        var offer = await fixture.AddOfferAsync();
        var revision = await fixture.ProposeAsync(offer, content => content with { Cost = "Gratuit" });

        await (await OpenAsync(revision.Id)).Form(Return).Fill("Ce que le partenaire doit changer", "Précisez pour qui.").SubmitAsync();

        var stored = await fixture.ReadRevisionAsync(revision.Id);
        Assert.Equal(OfferRevisionState.Returned, stored.State);
        Assert.Equal("Précisez pour qui.", stored.Reason);
        Assert.Null((await fixture.ReadOfferAsync(offer.Id)).Content.Cost);
        Assert.Equal(1, await MailsAsync(revision.Id));
        Assert.True((await OpenAsync(revision.Id)).Has("Précisez pour qui."));
    }

    [Theory]
    [InlineData("", "Dites au partenaire ce qu'il faut changer : il lira cette phrase.")]
    [InlineData("   ", "Dites au partenaire ce qu'il faut changer : il lira cette phrase.")]
    [InlineData("#1001", "Ce texte est trop long : 1000 caractères au plus.")]
    public async Task A_proposal_is_not_returned_without_a_reason(string typed, string sentence)
    {
        var offer = await fixture.AddOfferAsync();
        var revision = await fixture.ProposeAsync(offer, content => content with { Cost = "Gratuit" });
        var value = typed.StartsWith('#') ? new string('a', int.Parse(typed[1..])) : typed;

        var answer = await (await OpenAsync(revision.Id)).Form(Return).Fill("Ce que le partenaire doit changer", value).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([sentence], answer.Errors);
        Assert.Equal(OfferRevisionState.Pending, (await fixture.ReadRevisionAsync(revision.Id)).State);
    }

    [Fact]
    public async Task A_proposal_on_an_offer_that_changed_can_only_be_returned()
    {
        var offer = await fixture.AddOfferAsync();
        var revision = await fixture.ProposeAsync(offer, content => content with { Cost = "Gratuit" });
        var before = await OpenAsync(revision.Id);
        await using (var db = fixture.NewContext())
        {
            var stored = (await db.SupportOffers.FindAsync([offer.Id], Ct))!;
            stored.Edit(stored.Content with { Cost = "Payant" }, A.Now);
            await db.SaveChangesAsync(Ct);
        }

        var refused = await before.Form(Approve).SubmitAsync();
        var after = await OpenAsync(revision.Id);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("Payant", (await fixture.ReadOfferAsync(offer.Id)).Content.Cost);
        Assert.True(after.Has("L’offre a changé depuis cette modification"));
        Assert.DoesNotContain(Approve, after.Text, StringComparison.Ordinal);
        Assert.Equal(0, await MailsAsync(revision.Id));
    }

    [Fact]
    public async Task The_second_decision_changes_nothing()
    {
        var offer = await fixture.AddOfferAsync();
        var revision = await fixture.ProposeAsync(offer, content => content with { Cost = "Gratuit" });
        var first = await OpenAsync(revision.Id);
        var second = await OpenAsync(revision.Id);
        await first.Form(Approve).SubmitAsync();

        var answer = await second.Form(Return).Fill("Ce que le partenaire doit changer", "Trop tard.").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(OfferRevisionState.Approved, (await fixture.ReadRevisionAsync(revision.Id)).State);
        Assert.Equal(1, await MailsAsync(revision.Id));
        var page = await OpenAsync(revision.Id);
        Assert.True(page.Has("Acceptée et publiée"));
        Assert.DoesNotContain(Return, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_proposals_are_listed_the_oldest_first_page_after_page()
    {
        var offers = new List<OfferRevision>();
        for (var day = 0; day < 28; day++)
        {
            offers.Add(await fixture.ProposeAsync(await fixture.AddOfferAsync(), content => content with { Cost = "Gratuit" }, A.Now.AddYears(-5).AddDays(day)));
        }

        using var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var page = await browser.GetAsync("/admin/modifications");
        var first = Links(page);
        var next = Links(await page.ClickAsync("Page suivante"));

        Assert.Equal(25, first.Count);
        Assert.Equal(offers.Select(revision => $"/admin/modifications/{revision.Id}"), first.Concat(next).Take(28));
    }

    [Fact]
    public async Task A_decided_proposal_leaves_the_list()
    {
        var offer = await fixture.AddOfferAsync();
        var revision = await fixture.ProposeAsync(offer, content => content with { Cost = "Gratuit" }, A.Now.AddYears(-9));
        var before = await (await OpenAsync(revision.Id)).ClickAsync("Modifications à relire");
        Assert.Contains($"/admin/modifications/{revision.Id}", Links(before));

        var after = await (await OpenAsync(revision.Id)).Form(Approve).SubmitAsync();

        Assert.DoesNotContain($"/admin/modifications/{revision.Id}", Links(after));
    }

    private static List<string> Links(HtmlPage page) => [.. page.Document.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")!)];

    private async Task<int> MailsAsync(Guid revisionId)
    {
        await using var db = fixture.NewContext();
        return await db.Outbox.CountAsync(message => message.Kind == MailKind.OfferRevisionDecided && message.SubjectId == revisionId, Ct);
    }

    private async Task<HtmlPage> OpenAsync(Guid revisionId)
    {
        var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        return await browser.GetAsync($"/admin/modifications/{revisionId}");
    }
}
