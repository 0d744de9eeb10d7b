using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Digests;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Digests;
using PlusPortal.Web.Tests.Retention;

namespace PlusPortal.Web.Tests.Digests;

/// <summary>What leaves on Monday, once a week, also when Monday was missed or two nodes run.</summary>
public sealed class MondayJobTests(PostgresFixture postgres)
{
    /// <summary>Monday 9 March 2026, eight in Paris.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 7, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-01-01", "2026-W01")]
    [InlineData("2027-01-01", "2026-W53")]
    [InlineData("2027-01-04", "2027-W01")]
    [InlineData("2026-12-31", "2026-W53")]
    public void Weeks_are_those_of_the_standard(string day, string week) => Assert.Equal(week, MondayJob.WeekOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public async Task Staff_get_one_digest_a_week_also_when_two_nodes_run_and_when_monday_was_missed()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);

        await Task.WhenAll(RunAsync(world, Monday), RunAsync(world, Monday));
        await RunAsync(world, Monday.AddDays(1));
        var missed = await RunAsync(world, Monday.AddDays(9));
        await RunAsync(world, Monday.AddDays(10));

        Assert.Equal(1, missed.Staff);
        await using var db = world.NewContext();
        Assert.Equal(["2026-W11", "2026-W12"], await db.WeekDigests.OrderBy(digest => digest.Week).Select(digest => digest.Week).ToListAsync(Ct));
        Assert.Equal(2, await db.Outbox.CountAsync(message => message.Kind == MailKind.StaffWeek, Ct));
    }

    [Fact]
    public async Task Partners_are_told_when_something_waits_and_they_want_it()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var (waited, idle) = (await WithPersonAsync(world), await WithPersonAsync(world));
        var unwilling = await world.Portal.CreateUserAsync($"sans{A.Number()}@example.org", PortalRoles.Partner, waited.Offer.ActorId);
        var request = A.Request().Build();
        request.Sending(waited.Offer);
        await world.StoreAsync(request);
        await using var db = world.NewContext();
        await db.Users.Where(user => user.Id == unwilling).ExecuteUpdateAsync(set => set.SetProperty(user => user.WantsWeeklySummary, false), Ct);
        await db.SupportOffers.ExecuteUpdateAsync(set => set.SetProperty(offer => offer.ConfirmedOn, A.Today), Ct);

        await Task.WhenAll(RunAsync(world, Monday), RunAsync(world, Monday));
        var again = await RunAsync(world, Monday.AddDays(2));
        var next = await RunAsync(world, Monday.AddDays(7));

        Assert.Equal((0, 1), (again.Partners, next.Partners));
        var told = await db.Outbox.Where(message => message.Kind == MailKind.PartnerWeek).Select(message => message.SubjectId).ToListAsync(Ct);
        Assert.Equal([waited.UserId, waited.UserId], told);
        Assert.DoesNotContain(idle.UserId, told);
    }

    [Fact]
    public async Task Figures_count_the_queue_and_the_gaps()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        await world.StoreAsync(A.Request().Build());
        var gap = A.Request().Build();
        gap.RecordMatching(
            new Domain.Matching.MatchResult { RulesVersion = 1, Signals = [new(Domain.Vocabulary.TriageSignals.AucunActeurCompatible, "Personne.")], Proposals = [], Excluded = [] }, A.Now, A.Day, Domain.Requests.Rulebook.Author.Job);
        await world.StoreAsync(gap);
        await using var db = world.NewContext();

        var week = await db.StaffWeekAsync(A.Now.AddDays(-7), A.Today, Ct);

        Assert.Equal((2, 2, 2, 2), (week.Received, week.Open, week.Unassigned, week.WaitingForPlus));
        Assert.Equal([new GapCount("54", Domain.Vocabulary.Themes.ModeleEconomique, 1)], await db.GapsAsync(A.Now.AddDays(-7), Ct));
        Assert.Empty(await db.GapsAsync(A.Now.AddDays(1), Ct));
    }

    private static async Task<(SupportOffer Offer, Guid UserId)> WithPersonAsync(RetentionWorld world)
    {
        var offer = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
        await world.StoreAsync(offer);
        return (offer, await world.Portal.CreateUserAsync($"partenaire{A.Number()}@example.org", PortalRoles.Partner, offer.ActorId));
    }

    private static async Task<(int Staff, int Partners)> RunAsync(RetentionWorld world, DateTimeOffset now)
    {
        await using var scope = world.Portal.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<MondayJob>().RunAsync(now, Ct);
        return (result.Counts[0].Number, result.Counts[1].Number);
    }
}
