using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Limits;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Tests.Security.Limits;

/// <summary>What may be done so often in a window, counted by PostgreSQL for all nodes together.</summary>
public sealed class LimitCounterTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static readonly CountedLimit ThreeAnHour = new(3, TimeSpan.FromHours(1));

    // A quarter to ten: a quarter of an hour before the next window of an hour.
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 9, 45, 0, TimeSpan.Zero));
    private readonly string subject = $"sujet-{A.Number()}@example.org";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task So_many_pass_and_the_next_one_waits_until_the_window_ends()
    {
        for (var time = 1; time <= 3; time++) Assert.True((await CountAsync()).Passes);

        var refused = await CountAsync();

        Assert.Equal((LimitPurpose.LostLink, TimeSpan.FromMinutes(15)), (refused.Spent!.Value, refused.RetryAfter));
        clock.Advance(refused.RetryAfter);
        Assert.True((await CountAsync()).Passes);
    }

    [Fact]
    public async Task Two_nodes_at_once_let_no_more_pass_than_one_would()
    {
        const int Most = 20;
        var limit = new CountedLimit(Most, TimeSpan.FromHours(1));
        async Task<int> PassedOnANodeAsync()
        {
            await using var db = database.NewContext();
            var counter = new LimitCounter(db, clock);
            var passed = 0;
            for (var time = 0; time < Most; time++)
            {
                if ((await counter.CountAsync([new(LimitPurpose.SubmissionDomain, subject, limit), new(LimitPurpose.SubmissionAddress, subject, limit)], Ct)).Passes) passed++;
            }

            return passed;
        }

        var passed = await Task.WhenAll(PassedOnANodeAsync(), PassedOnANodeAsync(), PassedOnANodeAsync());

        Assert.Equal(Most, passed.Sum());
    }

    [Fact]
    public async Task Subjects_and_purposes_are_counted_apart()
    {
        for (var time = 0; time < 4; time++) await CountAsync();

        await using var db = database.NewContext();
        var counter = new LimitCounter(db, clock);
        Assert.True((await counter.CountAsync(LimitPurpose.ResumeLink, subject, ThreeAnHour, Ct)).Passes);
        Assert.True((await counter.CountAsync(LimitPurpose.LostLink, "x" + subject, ThreeAnHour, Ct)).Passes);
    }

    [Fact]
    public async Task Whom_one_limit_refuses_uses_up_no_other()
    {
        var account = $"compte-{A.Number()}";
        LimitedAct client = new(LimitPurpose.SignIn, subject, new CountedLimit(1, TimeSpan.FromHours(1)));
        LimitedAct ofAccount = new(LimitPurpose.SignInAccount, account, new CountedLimit(2, TimeSpan.FromDays(1)));
        await using var db = database.NewContext();
        var counter = new LimitCounter(db, clock);

        var verdicts = new List<LimitVerdict>();
        for (var time = 0; time < 4; time++) verdicts.Add(await counter.CountAsync([client, ofAccount], Ct));

        Assert.Equal([null, LimitPurpose.SignIn, LimitPurpose.SignIn, LimitPurpose.SignIn], verdicts.Select(verdict => verdict.Spent));
        Assert.True((await counter.CountAsync([client with { Subject = "x" + subject }, ofAccount], Ct)).Passes);
        Assert.Equal(LimitPurpose.SignInAccount, (await counter.CountAsync([client with { Subject = "y" + subject }, ofAccount], Ct)).Spent);
    }

    [Fact]
    public async Task Forgetting_begins_again()
    {
        await using var db = database.NewContext();
        for (var time = 0; time < 3; time++) await CountAsync();
        var full = await CountAsync();

        await new LimitCounter(db, clock).ForgetAsync(LimitPurpose.LostLink, subject, Ct);

        Assert.Equal((LimitPurpose.LostLink, TimeSpan.FromMinutes(15)), (full.Spent!.Value, full.RetryAfter));
        Assert.True((await CountAsync()).Passes);
    }

    [Fact]
    public async Task Nothing_stored_tells_the_subject()
    {
        await CountAsync();

        await using var db = database.NewContext();
        var hash = LimitCounter.HashOf(LimitPurpose.LostLink, subject);
        Assert.Equal(1, await db.LimitCounts.CountAsync(count => count.Subject == hash, Ct));
        Assert.DoesNotContain(await db.LimitCounts.ToListAsync(Ct), count => Encoding.UTF8.GetString(count.Subject).Contains("sujet", StringComparison.Ordinal) || count.Subject.Length != 32);
    }

    [Fact]
    public async Task Counting_within_a_transaction_is_refused()
    {
        await using var db = database.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);

        await Assert.ThrowsAsync<InvalidOperationException>(() => new LimitCounter(db, clock).CountAsync(LimitPurpose.LostLink, subject, ThreeAnHour, Ct));
    }

    [Fact]
    public async Task Counts_are_deleted_once_the_longest_window_is_over_and_not_before()
    {
        await CountAsync();
        var hash = LimitCounter.HashOf(LimitPurpose.LostLink, subject);
        var start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        await using var db = database.NewContext();
        Task<bool> IsThereAsync() => db.LimitCounts.AnyAsync(count => count.Subject == hash && count.WindowStart == start, Ct);

        await new LimitPurge(db).RunAsync(start.AddDays(1).AddTicks(-10), Ct);
        var before = await IsThereAsync();
        await new LimitPurge(db).RunAsync(start.AddDays(1), Ct);
        var again = await new LimitPurge(db).RunAsync(start.AddDays(1), Ct);

        Assert.Equal((true, false, 0), (before, await IsThereAsync(), again.Counts[0].Number));
    }

    private async Task<LimitVerdict> CountAsync()
    {
        await using var db = database.NewContext();
        return await new LimitCounter(db, clock).CountAsync(LimitPurpose.LostLink, subject, ThreeAnHour, Ct);
    }
}
