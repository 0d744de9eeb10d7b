using System.Net;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Jobs;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Jobs;

namespace PlusPortal.Web.Tests.Admin.Tasks;

/// <summary>The page of the jobs, as administrators use it.</summary>
public sealed class TasksTests(PostgresFixture postgres)
{
    private const string Address = "/admin/taches";

    private readonly FakeTimeProvider clock = JobNode.NewClock();
    private readonly SampleJobControl control = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Administrators_are_let_in_and_nobody_else()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var portal = JobNode.NewPortal(database, control, clock);
        var offer = A.SupportOffer().Build();
        await using (var db = database.NewContext())
        {
            db.Add(offer.Actor!);
            await db.SaveChangesAsync(Ct);
        }

        using var administrator = await portal.SignInAsNewAsync(PortalRoles.Administrator);
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);
        using var partner = await portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        using var anonymous = portal.NewBrowser();

        var page = await administrator.GetAsync(Address);

        Assert.Equal((HttpStatusCode.OK, "Tâches automatiques"), (page.Status, page.Heading));
        Assert.Equal(Address, page.Link("Tâches"));
        Assert.Equal("/compte/connexion", (await anonymous.GetAsync(Address)).Path);
        foreach (var browser in new[] { staff, partner })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Address)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(page.Form(SampleJob.Button).Request())).Status);
        }

        Assert.False((await staff.GetAsync("/admin")).HasLink("Tâches"));
        Assert.Empty(await JobNode.RunsAsync(database, _ => true));
    }

    [Fact]
    public async Task The_page_says_in_words_what_came_of_each_run()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var portal = JobNode.NewPortal(database, control, clock);
        using var administrator = await portal.SignInAsNewAsync(PortalRoles.Administrator);

        var before = await administrator.GetAsync(Address);
        await AddAsync(database, 1, run => run.Succeed([new("Échantillons rangés", 1_250), new("Échantillons perdus", 0)], run.StartedAt.AddSeconds(12)));
        var succeeded = await administrator.GetAsync(Address);
        await AddAsync(database, 2, run => run.Fail(new TimeoutException("Écrit à dominique@example.org"), run.StartedAt.AddMinutes(2)));
        var failed = await administrator.GetAsync(Address);
        await AddAsync(database, 3, _ => { });
        var running = await administrator.GetAsync(Address);

        Assert.True(before.Has("Aucune pour l’instant."));
        Assert.True(before.Has("Prochaine exécution Le lundi 2 mars 2026 à 11 h 00"));
        Assert.True(succeeded.Has("Réussie le lundi 2 mars 2026 à 10 h 01, en 12 secondes"));
        Assert.True(succeeded.Has("Échantillons rangés : 1 250 ; échantillons perdus : 0."));
        Assert.True(failed.Has("Échouée le lundi 2 mars 2026 à 10 h 02, en 2 minutes"));
        Assert.True(failed.Has("Une erreur l’a arrêtée (TimeoutException). Rien n’est perdu"));
        Assert.DoesNotContain("dominique@example.org", failed.Body, StringComparison.Ordinal);
        Assert.True(running.Has("En cours le lundi 2 mars 2026 à 10 h 03"));
        Assert.Empty(running.Document.QuerySelectorAll($"form[action*='{SampleJob.Code}']"));
        Assert.Equal(["Échouée", "Réussie"], running.Document.QuerySelectorAll("details tbody .tag").Select(tag => PageText.Normalise(tag.TextContent)));
    }

    [Fact]
    public async Task A_job_that_nobody_ran_in_its_hour_is_told()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var portal = JobNode.NewPortal(database, control, clock);
        using var administrator = await portal.SignInAsNewAsync(PortalRoles.Administrator);
        await AddAsync(database, 1, run => run.Succeed([], run.StartedAt));

        var inTime = await administrator.GetAsync(Address);
        clock.Advance(TimeSpan.FromHours(2));
        using var later = await portal.SignInAsNewAsync(PortalRoles.Administrator);
        var late = await later.GetAsync(Address);

        Assert.False(inTime.Has("En retard"));
        Assert.True(late.Has("En retard : cette tâche devait commencer le lundi 2 mars 2026 à 11 h 00"));
    }

    [Fact]
    public async Task Run_now_runs_once_however_often_it_is_pressed()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var node = await JobNode.StartAsync(database, control, clock);
        using var administrator = await node.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        var page = await administrator.GetAsync(Address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => administrator.SendAsync(page.Form(SampleJob.Button).Request())));
        await JobNode.RunsAsync(database, runs => runs is [{ State: JobRunState.Succeeded }]);
        var late = await page.Form(SampleJob.Button).SubmitAsync();
        var again = await (await administrator.GetAsync(Address)).Form(SampleJob.Button).SubmitAsync();
        var runs = await JobNode.RunsAsync(database, runs => runs is [{ State: JobRunState.Succeeded }, _]);

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, Address), (answer.Status, answer.Path)));
        Assert.Contains(answers, answer => answer.Has("La tâche est lancée."));
        Assert.Contains("La tâche était déjà lancée", late.Text, StringComparison.Ordinal);
        Assert.Contains("La tâche est lancée.", again.Text, StringComparison.Ordinal);
        Assert.Equal(2, control.RanAt.Count);
        Assert.NotNull(runs[0].AskedBy);
        Assert.True((await administrator.GetAsync(Address)).Has("à la demande de Dominique Inventé"));
    }

    [Fact]
    public async Task Run_now_while_it_runs_says_so_and_runs_nothing_more()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var isHeld = new TaskCompletionSource();
        control.Work = isHeld.Task.WaitAsync;
        await using var node = await JobNode.StartAsync(database, control, clock);
        using var administrator = await node.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        var page = await administrator.GetAsync(Address);
        await page.Form(SampleJob.Button).SubmitAsync();
        await JobNode.RunsAsync(database, runs => runs is [{ State: JobRunState.Running }]);

        var second = await page.Form(SampleJob.Button).SubmitAsync();
        isHeld.SetResult();
        await JobNode.RunsAsync(database, runs => runs is [{ State: JobRunState.Succeeded }]);

        Assert.True(second.Has("La tâche était déjà lancée"));
        Assert.True(second.Has("En cours"));
        Assert.Single(control.RanAt);
    }

    [Fact]
    public async Task A_run_asked_for_on_a_portal_that_runs_none_waits_for_one_that_does()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var idle = JobNode.NewPortal(database, control, clock);
        using var administrator = await idle.SignInAsNewAsync(PortalRoles.Administrator);

        var asked = await (await administrator.GetAsync(Address)).Form(SampleJob.Button).SubmitAsync();
        Assert.Empty(await JobNode.RunsAsync(database, _ => true));
        await using var node = await JobNode.StartAsync(database, control, clock);
        await JobNode.RunsAsync(database, runs => runs is [{ State: JobRunState.Succeeded, AskedBy: not null }]);

        Assert.True(asked.Has("La tâche est lancée."));
    }

    [Fact]
    public async Task A_job_that_does_not_exist_is_not_found()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var portal = JobNode.NewPortal(database, control, clock);
        using var administrator = await portal.SignInAsNewAsync(PortalRoles.Administrator);
        var form = (await administrator.GetAsync(Address)).Form(SampleJob.Button).Request();
        form.RequestUri = new Uri(form.RequestUri!, Address + "/inconnue/lancement");

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.SendAsync(form)).Status);
    }

    private static async Task AddAsync(TestDatabase database, int number, Action<JobRun> end)
    {
        await using var db = database.NewContext();
        var run = JobRun.Begin(SampleJob.Code, number - 1, askedBy: null, A.Now.AddMinutes(number));
        end(run);
        db.Add(run);
        await db.SaveChangesAsync(Ct);
    }
}
