using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Links;
using PlusPortal.Web.Tests.Public.Orientation;

namespace PlusPortal.Web.Tests.Links;

/// <summary>How long private links work, and what ends them before.</summary>
public sealed class LinkLifeTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The clock of the portal, which walks through the form move on.</summary>
    private DateTimeOffset Now => fixture.Portal.Clock.GetUtcNow();

    [Theory]
    [InlineData("Retirée par la structure")]
    [InlineData("Indésirable / démarchage")]
    public async Task End_of_a_request_shortens_its_links_whoever_ends_it_and_even_without_a_mail(string how)
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        var path = await fixture.LinkToAsync(request.Id, provesAddress: false, expiresAt: A.Now.AddDays(400));
        await fixture.LinkToAsync(request.Id, expiresAt: A.Now.AddDays(12));

        if (how.StartsWith("Retirée", StringComparison.Ordinal))
        {
            await (await fixture.NewBrowser().GetAsync(path + "/retrait")).Form("Retirer ma demande").SubmitAsync();
        }
        else
        {
            using var staff = await fixture.Portal.SignInAsNewAsync(Data.Accounts.PortalRoles.Staff);
            await (await staff.GetAsync($"/admin/demandes/{request.Reference}/fin")).Form("Terminer la demande").Choose("Motif de fin", how).SubmitAsync();
        }

        Assert.Equal(RequestStatus.Closed, (await fixture.ReadAsync(request.Id)).Status);
        Assert.Equal([Now.AddMonths(6).AddDays(30), A.Now.AddDays(12)], await EndsAsync(request.Id));
    }

    [Fact]
    public async Task Request_that_is_open_again_has_one_link_that_works_as_long_as_a_new_one()
    {
        var request = A.Request().Build();
        request.Close(ClosingReasons.AucunActeur, "Plus tard, peut-être.", null, A.Staff(), A.Now, A.Day);
        await fixture.StoreAsync(request);
        await AddLinkAsync(request.Id, madeAt: A.Now.AddDays(-50), endsAt: A.Now.AddDays(30));
        await AddLinkAsync(request.Id, madeAt: A.Now, endsAt: A.Now.AddMonths(7));

        await FollowAsync(request.Id, stored => stored.Reopen("Un acteur s’est manifesté.", A.Staff(), A.Now, A.Day));

        Assert.Equal([Now.AddDays(LinkIssuer.OpenRequestDays), A.Now.AddDays(30)], await EndsAsync(request.Id));
    }

    [Fact]
    public async Task Act_that_ends_nothing_leaves_the_links_alone()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        await fixture.LinkToAsync(request.Id, expiresAt: A.Now.AddDays(400));

        await FollowAsync(request.Id, stored => stored.ProveAddress(A.Now));

        Assert.Equal([A.Now.AddDays(400)], await EndsAsync(request.Id));
    }

    [Fact]
    public async Task Corrected_address_revokes_the_links_of_that_request_and_no_other()
    {
        var (request, other) = (A.Request().Build(), A.Request().Build());
        var (path, others) = (await fixture.TrackAsync(request), await fixture.TrackAsync(other));

        await FollowAsync(request.Id, stored => stored.CorrectAddress("juste@example.org", A.Staff(), A.Now));

        Assert.Equal(404, (int)(await fixture.NewBrowser().GetAsync(path)).Status);
        Assert.Equal(200, (int)(await fixture.NewBrowser().GetAsync(others)).Status);
    }

    [Fact]
    public async Task Corrected_address_locks_out_whoever_came_by_the_draft_and_tells_its_author_where_the_link_is()
    {
        var page = await Walk.ToAsync(fixture.Portal, "verification");
        var draftId = Walk.DraftOf(page);
        var token = await MintAsync(draftId);
        using var stranger = fixture.NewBrowser();
        var inside = await (await stranger.GetAsync($"/demande/reprendre/{token}")).Form("Reprendre ma demande ici").SubmitAsync();
        var sent = await Walk.Agree(page).SubmitAsync();
        var request = await RequestOfAsync(draftId);
        var derived = sent.Document.QuerySelector("a.btn-primary")!.GetAttribute("href")!;
        await (await stranger.GetAsync($"/demande/{draftId}/confirmation")).Form("Obtenir mon lien de suivi").SubmitAsync();

        await FollowAsync(request.Id, stored => stored.CorrectAddress($"juste{A.Number()}@example.org", A.Staff(), Now));

        Assert.Equal(404, (int)(await fixture.NewBrowser().GetAsync($"/demande/reprendre/{token}")).Status);
        Assert.Equal(404, (int)(await stranger.GetAsync($"/demande/{draftId}/confirmation")).Status);
        Assert.Equal(404, (int)(await fixture.NewBrowser().GetAsync(new Uri(derived).AbsolutePath)).Status);
        var author = await sent.ReloadAsync();
        Assert.True(author.Has("L’adresse e-mail de cette demande a changé."));
        Assert.Null(author.Document.QuerySelector("main form"));
        Assert.Equal(404, (int)(await inside.ReloadAsync()).Status);
    }

    [Fact]
    public async Task Link_made_after_the_end_of_a_request_does_not_outlive_its_term()
    {
        var sent = await Walk.SendAsync(fixture.Portal);
        var draftId = Walk.DraftOf(sent);
        var request = await RequestOfAsync(draftId);
        using var device = fixture.NewBrowser();
        await (await device.GetAsync($"/demande/reprendre/{await MintAsync(draftId)}")).Form("Voir la confirmation").SubmitAsync();
        await FollowAsync(request.Id, stored => stored.Close(ClosingReasons.AucunActeur, "Plus tard.", null, A.Staff(), Now, A.Day));
        var closedAt = (await fixture.ReadAsync(request.Id)).ClosedAt!.Value;

        await (await device.GetAsync($"/demande/{draftId}/confirmation")).Form("Obtenir mon lien de suivi").SubmitAsync();

        Assert.Equal([closedAt.AddMonths(6).AddDays(30), closedAt.AddMonths(6).AddDays(30)], await EndsAsync(request.Id));
    }

    [Fact]
    public async Task Another_address_for_a_draft_locks_out_whoever_has_the_first()
    {
        var page = await Walk.ToAsync(fixture.Portal, "structure");
        var draftId = Walk.DraftOf(page);
        await AskAsync($"faute{A.Number()}@example.org");
        var token = await MintAsync(draftId);
        using var stranger = fixture.NewBrowser();
        var inside = await (await stranger.GetAsync($"/demande/reprendre/{token}")).Form("Reprendre ma demande ici").SubmitAsync();
        Assert.Equal(200, (int)inside.Status);

        await AskAsync($"juste{A.Number()}@example.org");

        Assert.Equal(404, (int)(await fixture.NewBrowser().GetAsync($"/demande/reprendre/{token}")).Status);
        Assert.Equal(404, (int)(await inside.ReloadAsync()).Status);
        Assert.Equal(200, (int)(await page.ReloadAsync()).Status);
        Assert.Equal(200, (int)(await fixture.NewBrowser().GetAsync($"/demande/reprendre/{await MintAsync(draftId)}")).Status);

        async Task AskAsync(string email) => await (await page.Browser.GetAsync($"/demande/{draftId}/plus-tard")).Form("Recevoir le lien").Fill("Adresse e-mail", email).SubmitAsync();
    }

    [Fact]
    public async Task The_same_address_again_and_the_device_that_asks_keep_their_links()
    {
        var page = await Walk.ToAsync(fixture.Portal, "structure");
        var draftId = Walk.DraftOf(page);
        using var device = fixture.NewBrowser();
        var inside = await (await device.GetAsync($"/demande/reprendre/{await MintAsync(draftId)}")).Form("Reprendre ma demande ici").SubmitAsync();
        var email = $"pareille{A.Number()}@example.org";

        foreach (var typed in new[] { email, email.ToUpperInvariant(), $"autre.{email}" })
        {
            await (await device.GetAsync($"/demande/{draftId}/plus-tard")).Form("Recevoir le lien").Fill("Adresse e-mail", typed).SubmitAsync();
            Assert.Equal(200, (int)(await inside.ReloadAsync()).Status);
        }
    }

    [Fact]
    public async Task Links_that_are_over_are_deleted_however_many()
    {
        var subject = Guid.CreateVersion7();
        await using (var db = fixture.NewContext())
        {
            db.AccessLinks.AddRange(Enumerable.Range(0, BatchDeletion.Size + 3).Select(_ => NewLink(subject, A.Now.AddYears(-2), A.Now.AddYears(-1))));
            db.AccessLinks.Add(NewLink(subject, A.Now.AddYears(-2), A.Now.AddYears(1)));
            await db.SaveChangesAsync(Ct);
        }

        await using var purge = fixture.NewContext();
        await new DraftPurge(purge).RunAsync(A.Now.AddYears(-1).AddMinutes(1), Ct);

        Assert.Equal([A.Now.AddYears(1)], await EndsAsync(subject));
    }

    private static AccessLink NewLink(Guid subjectId, DateTimeOffset madeAt, DateTimeOffset endsAt) =>
        new() { TokenHash = LinkTokens.Hash(LinkTokens.Create()), Purpose = LinkPurpose.Tracking, SubjectId = subjectId, CreatedAt = madeAt, ExpiresAt = endsAt };

    private async Task AddLinkAsync(Guid subjectId, DateTimeOffset madeAt, DateTimeOffset endsAt)
    {
        await using var db = fixture.NewContext();
        db.AccessLinks.Add(NewLink(subjectId, madeAt, endsAt));
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>Ends of the links to a request or draft, the latest first.</summary>
    private async Task<List<DateTimeOffset>> EndsAsync(Guid subjectId)
    {
        await using var db = fixture.NewContext();
        return await db.AccessLinks.Where(link => link.SubjectId == subjectId).OrderByDescending(link => link.ExpiresAt).Select(link => link.ExpiresAt).ToListAsync(Ct);
    }

    /// <summary>What every use-case does: load, act, announce, save.</summary>
    private async Task FollowAsync(Guid requestId, Action<OrientationRequest> act)
    {
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var stored = await db.OrientationRequests.Include(request => request.Referrals).SingleAsync(request => request.Id == requestId, Ct);
        act(stored);
        if (stored.AssigneeId is { } assignee && !await db.Users.AnyAsync(user => user.Id == assignee, Ct)) db.Entry(stored).Property(request => request.AssigneeId).CurrentValue = null;
        await scope.ServiceProvider.GetRequiredService<Web.Email.Announcer>().AnnounceAsync(stored, Ct);
        await db.SaveChangesAsync(Ct);
    }

    private async Task<OrientationRequest> RequestOfAsync(Guid draftId)
    {
        await using var db = fixture.NewContext();
        return await db.OrientationRequests.AsNoTracking().SingleAsync(request => request.DraftId == draftId, Ct);
    }

    private async Task IssueAsync(Func<LinkIssuer, Task> act)
    {
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<LinkIssuer>());
        await scope.ServiceProvider.GetRequiredService<PortalDb>().SaveChangesAsync(Ct);
    }

    private async Task<string> MintAsync(Guid draftId)
    {
        var token = "";
        await IssueAsync(links =>
        {
            token = links.ResumeDraft(draftId, fixture.Portal.Clock.GetUtcNow().AddDays(20));
            return Task.CompletedTask;
        });
        return token;
    }
}
