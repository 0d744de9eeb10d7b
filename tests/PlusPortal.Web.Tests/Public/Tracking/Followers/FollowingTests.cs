using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Followers;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Testing.Smtp;
using PlusPortal.Web.Tests.Email;
using PlusPortal.Web.Tests.Privacy;

namespace PlusPortal.Web.Tests.Public.Tracking.Followers;

/// <summary>Several people follow one request: invited, proven, told, removed, through the real pages and the real mails.</summary>
public sealed class FollowingTests(MailBench bench) : IClassFixture<MailBench>
{
    private const string Invite = "Envoyer l’invitation";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BenchPortal Portal => new(bench);

    [Fact]
    public async Task Invited_person_proves_its_address_follows_and_is_locked_out_when_removed()
    {
        var (request, path, number) = await FollowedAsync();
        var first = Portal.Portal.NewBrowser();
        var page = await (await first.GetAsync(path)).ClickAsync("Suivre cette demande à plusieurs");
        page = await page.Form(Invite).Fill("Son nom", "Sacha Canari").Fill("Son adresse e-mail", $" suit{number}@example.org ").SubmitAsync();
        Assert.True(page.Has("Sacha Canari"));
        Assert.True(page.Has("Invitation envoyée"));

        // Invited again in the same minute: one invitation, one mail.
        page = await page.Form(Invite).Fill("Son adresse e-mail", $"SUIT{number}@example.org").SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(await StoredAsync(request));

        // A scanner of the mailbox opens the link: nothing happens.
        var mail = await LastAsync($"suit{number}@example.org", 1);
        Assert.Single(mail.To);
        Assert.DoesNotContain("Sacha", mail.Text, StringComparison.Ordinal);
        var link = PathIn(mail.Text, "/suivre/");
        var invitation = await Portal.Portal.NewBrowser().GetAsync(link);
        Assert.False((await StoredAsync(request)).Single().IsFollowing);

        // Pressed twice: the second press, and the link again, say that it is done.
        var twice = await Portal.Portal.NewBrowser().GetAsync(link);
        var followed = await invitation.Form("Accepter et voir la demande").SubmitAsync();
        Assert.True(followed.Has(request.Reference));
        Assert.Equal("Vous suivez déjà cette demande", (await twice.Form("Accepter et voir la demande").SubmitAsync()).Heading);
        Assert.Equal("Vous suivez déjà cette demande", (await twice.ReloadAsync()).Heading);
        var welcome = await LastAsync($"suit{number}@example.org", 2);
        Assert.Contains($"Voici votre lien pour suivre la demande {request.Reference}.", welcome.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Les précédents", welcome.Text, StringComparison.Ordinal);
        var own = PathIn(welcome.Text, "/suivi/");
        Assert.Equal(HttpStatusCode.OK, (await Portal.Portal.NewBrowser().GetAsync(own)).Status);

        // What it sees, and does not.
        Assert.False(followed.Has(request.Contact.Email));
        Assert.False(followed.Has(request.Contact.Name));
        Assert.False(followed.HasLink("Corriger mes coordonnées"));
        Assert.False(followed.HasLink("Recevoir ou effacer mes données"));
        foreach (var closed in new[] { "coordonnees", "personnes", "mes-donnees" })
        {
            var refused = await followed.Browser.GetAsync($"{own}/{closed}");
            Assert.Equal((HttpStatusCode.Forbidden, "Cette page est pour la personne qui a fait la demande"), (refused.Status, refused.Heading));
        }

        // It acts; the person reads who of the structure did, and staff too.
        var added = await (await followed.ClickAsync("Ajouter une information")).Form("Ajouter à ma demande").Fill("Ce que vous voulez ajouter", "Nous sommes douze bénévoles.").SubmitAsync();
        Assert.True(added.Has("Nous sommes douze bénévoles."));
        var seen = await first.GetAsync(path);
        Assert.True(seen.Has("Une autre personne de votre structure a complété votre demande."));
        using (var staff = await Portal.Portal.SignInAsNewAsync(PortalRoles.Staff))
        {
            var desk = await staff.GetAsync($"/admin/demandes/{request.Reference}");
            Assert.True(desk.Has("Une autre personne de la structure a complété la demande."));
            Assert.True(desk.Has($"Sacha Canari, suit{number}@example.org"));
        }

        Assert.Contains(EventKind.InformationAdded, (await Portal.ReadAsync(request.Id)).Timeline.Where(entry => entry.Channel == Channel.FollowerPage).Select(entry => entry.Kind));

        // Each is told by a message of its own, with a link of its own.
        await AskAsync(request);
        var (toFirst, toFollower) = (await LastAsync(request.Contact.Email, 1), await LastAsync($"suit{number}@example.org", 3));
        Assert.Equal((1, 1), (toFirst.To.Count, toFollower.To.Count));
        Assert.Equal(toFirst.Subject, toFollower.Subject);
        Assert.NotEqual(PathIn(toFirst.Text, "/suivi/"), PathIn(toFollower.Text, "/suivi/"));
        Assert.True((await Portal.Portal.NewBrowser().GetAsync(PathIn(toFollower.Text, "/suivi/"))).Has("La question de l’équipe PLUS"));

        // Removed: every link dies at once, and what told who it was goes.
        page = await first.GetAsync($"{path}/personnes");
        var tab = await first.GetAsync($"{path}/personnes");
        page = await page.Form("Retirer cette personne : Sacha Canari").SubmitAsync();
        Assert.False(page.Has("Sacha Canari"));
        Assert.True(page.Has("Cette personne ne suit plus votre demande : son lien ne fonctionne plus."));
        Assert.Equal(HttpStatusCode.OK, (await tab.Form("Retirer cette personne : Sacha Canari").SubmitAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await followed.ReloadAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await twice.ReloadAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Portal.Portal.NewBrowser().GetAsync(PathIn(toFollower.Text, "/suivi/"))).Status);
        await using var db = Portal.NewContext();
        var gone = await db.RequestFollowers.AsNoTracking().SingleAsync(follower => follower.RequestId == request.Id, Ct);
        Assert.Equal((null, ""), (gone.Name, gone.Email));
        Assert.Equal(EventKind.FollowerRemoved, (await Portal.ReadAsync(request.Id)).Timeline.MaxBy(entry => entry.Number)!.Kind);
    }

    [Fact]
    public async Task Follower_leaves_by_itself_and_lost_links_are_its_own()
    {
        var (request, path, number) = await FollowedAsync();
        var own = await JoinAsync(path, $"part{number}@example.org");

        // It lost its link: its address brings its own page, and the person gets nothing.
        var lost = await Portal.Portal.NewBrowser().GetAsync("/suivi");
        await lost.Form("Recevoir un nouveau lien").Fill("Adresse e-mail donnée avec la demande", $"PART{number}@example.org").SubmitAsync();
        var page = await Portal.Portal.NewBrowser().GetAsync(PathIn((await LastAsync($"part{number}@example.org", 3)).Text, "/suivi/"));
        Assert.True(page.HasLink("Ne plus suivre cette demande"));
        Assert.DoesNotContain(bench.Server.Received, mail => mail.To.Contains(request.Contact.Email));

        var left = await (await page.ClickAsync("Ne plus suivre cette demande")).Form("Ne plus suivre cette demande").SubmitAsync();

        Assert.Equal("Vous ne suivez plus cette demande", left.Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await Portal.Portal.NewBrowser().GetAsync(own)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await page.ReloadAsync()).Status);
        var first = await Portal.Portal.NewBrowser().GetAsync($"{path}/depart");
        Assert.True(first.HasLink("Suivre cette demande à plusieurs"));
    }

    [Fact]
    public async Task Withdrawn_late_and_ended_invitations_open_nothing()
    {
        var (request, path, number) = await FollowedAsync();
        await InviteAsync(path, $"retiree{number}@example.org");
        var withdrawn = PathIn((await LastAsync($"retiree{number}@example.org", 1)).Text, "/suivre/");
        var open = await Portal.Portal.NewBrowser().GetAsync(withdrawn);
        await (await Portal.Portal.NewBrowser().GetAsync($"{path}/personnes")).Form($"Retirer cette personne : retiree{number}@example.org").SubmitAsync();
        var late = await open.Form("Accepter et voir la demande").SubmitAsync();
        Assert.Equal((HttpStatusCode.NotFound, "Cette invitation n’est plus valable"), (late.Status, late.Heading.Replace('\'', '’')));

        await InviteAsync(path, $"trop-tard{number}@example.org");
        var ended = PathIn((await LastAsync($"trop-tard{number}@example.org", 1)).Text, "/suivre/");
        await ChangeAsync(request.Id, stored => stored.Close(ClosingReasons.AucunActeur, null, null, A.Staff(), A.Now, A.Day));
        Assert.Equal(HttpStatusCode.NotFound, (await Portal.Portal.NewBrowser().GetAsync(ended)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Portal.Portal.NewBrowser().GetAsync("/suivre/" + LinkTokens.Create())).Status);
        Assert.True((await Portal.Portal.NewBrowser().GetAsync($"{path}/personnes")).Has("vous ne pouvez plus inviter personne"));
    }

    [Fact]
    public async Task Own_address_five_people_and_an_unproven_address_get_their_sentence()
    {
        var (request, path, number) = await FollowedAsync();
        var page = await Portal.Portal.NewBrowser().GetAsync($"{path}/personnes");
        page = await page.Form(Invite).SubmitAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "Indiquez l'adresse e-mail de la personne à inviter."), (page.Status, page.ErrorOf("Son adresse e-mail")));
        page = await page.Form(Invite).Fill("Son adresse e-mail", request.Contact.Email).SubmitAsync();
        Assert.Equal("C'est votre adresse : écrivez celle de la personne à inviter.", page.ErrorOf("Son adresse e-mail"));
        page = await page.Form(Invite).Fill("Son nom", "Reste là").Fill("Son adresse e-mail", "pas une adresse").SubmitAsync();
        Assert.Equal("Reste là", page.Form(Invite).Value("Son nom"));
        for (var count = 0; count < 5; count++) page = await page.Form(Invite).Fill("Son nom", "").Fill("Son adresse e-mail", $"p{count}-{number}@example.org").SubmitAsync();
        Assert.True(page.Has("Vous avez invité autant de personnes que possible."));

        var unproven = A.Request().Build();
        var tracked = "/suivi/" + await DeviceLinkAsync(unproven);
        page = await (await Portal.Portal.NewBrowser().GetAsync($"{tracked}/personnes")).Form(Invite).Fill("Son adresse e-mail", $"x{number}@example.org").SubmitAsync();
        Assert.Equal("Confirmez d'abord votre propre adresse, avec le lien reçu par e-mail, puis recommencez.", page.ErrorOf("Son adresse e-mail"));
    }

    [Fact]
    public async Task Erasure_takes_followers_their_links_and_their_messages_along_and_the_copy_names_none()
    {
        var (request, path, number) = await FollowedAsync();
        var own = await JoinAsync(path, $"efface{number}@example.org");
        await using (var db = Portal.NewContext())
        {
            var token = await PrivacyBench.LinkAsync(db, LinkPurpose.PersonalData, request.Id, bench.Post.Clock.GetUtcNow().AddHours(20));
            var copy = await Portal.Portal.NewBrowser().GetAsync($"/mes-donnees/acces/{token}");
            Assert.True(copy.Has("Une personne invitée"));
            Assert.False(copy.Has($"efface{number}@example.org"));
            var erase = await PrivacyBench.LinkAsync(db, LinkPurpose.Erasure, request.Id, bench.Post.Clock.GetUtcNow().AddHours(20));
            await (await Portal.Portal.NewBrowser().GetAsync($"/mes-donnees/effacement/{erase}")).Form("Effacer définitivement mes données").SubmitAsync();
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Portal.Portal.NewBrowser().GetAsync(own)).Status);
        await using var after = Portal.NewContext();
        Assert.False(await after.RequestFollowers.AnyAsync(follower => follower.RequestId == request.Id, Ct));
        Assert.False(await after.Outbox.AnyAsync(message => message.SubjectId == request.Id && message.FollowerId != null && message.State == OutboxState.Pending, Ct));
        var tables = await after.Database.SqlQuery<string>($"select tablename::text as \"Value\" from pg_tables where schemaname = 'public'").ToListAsync(Ct);
        foreach (var table in tables)
        {
#pragma warning disable EF1002
            Assert.Empty(await after.Database.SqlQueryRaw<string>($"select t::text as \"Value\" from \"{table}\" t where t::text ~* 'efface{number}@'").ToListAsync(Ct));
#pragma warning restore EF1002
        }
    }

    [Fact]
    public async Task End_of_the_request_shortens_the_links_of_followers_and_its_reopening_prolongs_the_newest()
    {
        var (request, path, number) = await FollowedAsync();
        await JoinAsync(path, $"fin{number}@example.org");
        var follower = (await StoredAsync(request)).Single();
        var closing = await Portal.Portal.NewBrowser().GetAsync($"{path}/retrait");
        await closing.Form("Retirer ma demande").SubmitAsync();

        await using var db = Portal.NewContext();
        var last = bench.Post.Clock.GetUtcNow().AddMonths(6).AddDays(30);
        Assert.All(await db.AccessLinks.AsNoTracking().Where(link => link.SubjectId == follower.Id && link.Purpose == LinkPurpose.Following).ToListAsync(Ct), link => Assert.True(link.ExpiresAt <= last));
        Assert.True(await db.Outbox.AnyAsync(message => message.SubjectId == request.Id && message.Kind == MailKind.RequestClosed && message.FollowerId == follower.Id, Ct));

        using var staff = await Portal.Portal.SignInAsNewAsync(PortalRoles.Staff);
        await (await staff.GetAsync($"/admin/demandes/{request.Reference}/reouverture")).Form("Rouvrir la demande").Fill("Motif de la réouverture", "Du nouveau.").SubmitAsync();
        var open = bench.Post.Clock.GetUtcNow().AddDays(399);
        Assert.Equal(1, await db.AccessLinks.CountAsync(link => link.SubjectId == follower.Id && link.Purpose == LinkPurpose.Following && link.ExpiresAt > open, Ct));
    }

    private async Task<(OrientationRequest Request, string Path, int Number)> FollowedAsync()
    {
        var request = A.Request().Build().InTriage();
        return (request, await Portal.TrackAsync(request), A.Number());
    }

    private async Task InviteAsync(string path, string email) =>
        await (await Portal.Portal.NewBrowser().GetAsync($"{path}/personnes")).Form(Invite).Fill("Son adresse e-mail", email).SubmitAsync();

    private async Task<string> JoinAsync(string path, string email)
    {
        await InviteAsync(path, email);
        await (await Portal.Portal.NewBrowser().GetAsync(PathIn((await LastAsync(email, 1)).Text, "/suivre/"))).Form("Accepter et voir la demande").SubmitAsync();
        return PathIn((await LastAsync(email, 2)).Text, "/suivi/");
    }

    private async Task<string> DeviceLinkAsync(OrientationRequest request)
    {
        await Portal.StoreAsync(request);
        return (await Portal.LinkToAsync(request.Id, provesAddress: false))["/suivi/".Length..];
    }

    private async Task AskAsync(OrientationRequest request)
    {
        using var staff = await Portal.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var form = await staff.GetAsync($"/admin/demandes/{request.Reference}/question");
        await form.Form("Poser la question").Fill("Votre question", "Combien êtes-vous ?").SubmitAsync();
    }

    private async Task<List<RequestFollower>> StoredAsync(OrientationRequest request)
    {
        await using var db = Portal.NewContext();
        return await db.RequestFollowers.AsNoTracking().Where(follower => follower.RequestId == request.Id).ToListAsync(Ct);
    }

    private async Task ChangeAsync(Guid id, Action<OrientationRequest> change)
    {
        await using var db = Portal.NewContext();
        var stored = await db.OrientationRequests.Include(request => request.Referrals).SingleAsync(request => request.Id == id, Ct);
        change(stored);
        stored.TakeUnannounced();
        await db.SaveChangesAsync(Ct);
    }

    private async Task<ReceivedMail> LastAsync(string address, int count)
    {
        await bench.Post.DeliverAllAsync(Ct);
        return (await bench.Server.ReceivedByAsync(address, count, Ct))[^1];
    }

    private static string PathIn(string text, string begin)
    {
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        return text.Substring(from, begin.Length + LinkTokens.TextLength);
    }
}
