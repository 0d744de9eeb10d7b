using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Testing.Smtp;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Links;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Tests.Admin.Settings;
using PlusPortal.Web.Tests.Email;
using PlusPortal.Web.Tests.Public.Orientation;

namespace PlusPortal.Web.Tests.Profile;

/// <summary>What an administrator writes on the page of settings is what the portal does: sentences, delays, mails, on every node.</summary>
public sealed class ProfileEffectTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestDatabase database = null!;
    private PortalFactory portal = null!;
    private PortalBrowser administrator = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        portal = new PortalFactory(database, configure: services => services.PostConfigure<PortalOptions>(settings => (settings.Phone, settings.Email) = ("03 83 11 11 11", "configuration@plus.example.org")));
        administrator = await portal.SignInAsNewAsync(PortalRoles.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        administrator.Dispose();
        await portal.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Page_wins_over_the_configuration_wherever_plus_is_reached()
    {
        using var visitor = portal.NewBrowser();
        Assert.True((await visitor.GetAsync("/contact")).Has("configuration@plus.example.org"));

        await (await administrator.ReachAsync("03 83 22 22 22", "")).SubmitAsync();

        foreach (var address in new[] { "/", "/demande", "/contact", "/nulle-part" })
        {
            var page = await visitor.GetAsync(address);
            Assert.True(page.Has("03 83 22 22 22"), address);
            Assert.False(page.Has("03 83 11 11 11"), address);
            Assert.False(page.Has("configuration@plus.example.org"), address);
        }
    }

    [Fact]
    public async Task What_the_configuration_gives_counts_as_a_way_to_plus_until_the_page_takes_it_away()
    {
        var onlyEmail = await (await administrator.ReachAsync("", "configuration@plus.example.org")).SubmitAsync();
        var none = await (await administrator.ReachAsync("", "")).SubmitAsync();

        Assert.Equal(SettingsVerbs.Overview, onlyEmail.Path);
        Assert.StartsWith("Gardez un téléphone ou une adresse e-mail", none.ErrorOf("Téléphone"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentences_tell_the_hours_and_a_closure_that_is_near_with_the_next_opening_day()
    {
        using var visitor = portal.NewBrowser();
        await (await administrator.HoursAsync("10h-12h")).SubmitAsync();
        await (await administrator.ClosureAsync(A.Today.AddDays(3), A.Today.AddDays(7), "Déménagement")).SubmitAsync();

        foreach (var address in new[] { "/", "/demande", "/contact" })
        {
            var page = await visitor.GetAsync(address);
            Assert.Contains("du lundi au vendredi, de 10 h à 12 h", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.True(page.Has("PLUS sera fermé du jeudi 5 mars 2026 au lundi 9 mars 2026 (Déménagement). Réouverture le mardi 10 mars 2026."), address);
        }

        portal.Clock.Advance(TimeSpan.FromDays(4));
        Assert.True((await visitor.GetAsync("/contact")).Has("PLUS est fermé jusqu’au lundi 9 mars 2026 (Déménagement). Réouverture le mardi 10 mars 2026."));
        portal.Clock.Advance(TimeSpan.FromDays(4));
        Assert.False((await visitor.GetAsync("/contact")).Has("Déménagement"));
    }

    [Fact]
    public async Task Delay_until_somebody_reads_a_request_skips_a_closure_and_a_weekday_without_hours()
    {
        await (await administrator.ClosureAsync(A.Today.AddDays(1), A.Today.AddDays(1), "Formation")).SubmitAsync();
        await (await administrator.HoursAsync("9h-12h et 14h-17h")).Fill("Jeudi", "").SubmitAsync();

        var confirmation = await Walk.SendAsync(portal);

        // Monday 2 March: Tuesday is closed, Wednesday counts, Thursday has no hours.
        Assert.True(confirmation.Has("au plus tard le vendredi 6 mars 2026"), confirmation.Text);
        await using var db = database.NewContext();
        Assert.Equal(new DateOnly(2026, 3, 6), (await db.OrientationRequests.SingleAsync(Ct)).NextDueOn);
    }

    [Fact]
    public async Task Closure_announced_after_a_request_does_not_change_the_day_that_it_was_promised()
    {
        var sent = await Walk.SendAsync(portal);
        Assert.True(sent.Has("au plus tard le mercredi 4 mars 2026"), sent.Text);

        await (await administrator.ClosureAsync(A.Today.AddDays(1), A.Today.AddDays(2), "Formation")).SubmitAsync();

        Assert.True((await sent.ReloadAsync()).Has("au plus tard le mercredi 4 mars 2026"));
        await using var db = database.NewContext();
        var request = await db.OrientationRequests.Include(stored => stored.Referrals).SingleAsync(Ct);
        request.TakeInCharge(Author.Staff(await db.Users.Select(user => user.Id).FirstAsync(Ct)), A.Now, A.Day);
        await db.SaveChangesAsync(Ct);
        Assert.True((await sent.ReloadAsync()).Has("L’équipe PLUS a vu votre demande."));
    }

    [Fact]
    public async Task Messages_to_the_team_go_to_whom_the_page_names()
    {
        await using var smtp = await SmtpServer.StartAsync(port: 0, Ct);
        await using var post = MailPost.Open(database, smtp.Port);
        await (await administrator.GetAsync(SettingsVerbs.Overview + "/notifications")).Form(SettingsVerbs.SaveNotifications)
            .Choose(SettingsVerbs.UrgentQuestion, "Ces adresses seulement").Fill(SettingsVerbs.UrgentList, "garde@plus.example.org\ndirection@plus.example.org")
            .Choose(SettingsVerbs.AttentionQuestion, "Personne").SubmitAsync();
        var request = A.Request().Urgent().Build();
        await post.StoreAsync(Ct, request);
        await post.QueueAsync(MailKind.StaffAttention, request.Id, Ct);
        await post.QueueAsync(MailKind.UrgentRequestForStaff, request.Id, Ct);

        await post.DeliverAllAsync(Ct);

        var mail = Assert.Single(await smtp.ReceivedByAsync("garde@plus.example.org", 1, Ct));
        Assert.Equal(["direction@plus.example.org", "garde@plus.example.org"], mail.To.Order());
        Assert.StartsWith("Urgent", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_page_of_an_outage_says_what_was_last_known()
    {
        await using var line = ServerLine.To(database);
        await using var node = new PortalFactory(database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.UsePortalDatabase(line.ConnectionString)));
        using var visitor = node.NewBrowser();
        await (await administrator.ReachAsync("03 83 33 33 33", "panne@plus.example.org")).SubmitAsync();
        Assert.True((await visitor.GetAsync("/contact")).Has("03 83 33 33 33"));

        line.Cut();
        using var answer = await visitor.Client.GetAsync("/contact", Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("03 83 33 33 33", page, StringComparison.Ordinal);
        Assert.Contains("panne@plus.example.org", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_is_told_of_a_change()
    {
        await using var node = new PortalFactory(database, configure: services => services.Configure<CatalogOptions>(options => options.CheckEverySeconds = 3_600));
        var profile = node.Services.GetRequiredService<CurrentProfile>();
        using var listener = ActivatorUtilities.CreateInstance<ChangeListener>(node.Services);
        await listener.StartAsync(Ct);

        // The first is seen at the latest when the listener begins; from then on what the node sees, it was told. By itself it would look after five minutes.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        foreach (var phone in new[] { "+33383444444", "+33383555555", "+33383666666" })
        {
            await (await administrator.ReachAsync(phone, "contact@plus.example.org")).SubmitAsync();
            while ((await profile.GetAsync(Ct)).Phone != phone) await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }

        Assert.Same(await profile.GetAsync(Ct), await profile.GetAsync(Ct));
        await listener.StopAsync(Ct);
    }
}
