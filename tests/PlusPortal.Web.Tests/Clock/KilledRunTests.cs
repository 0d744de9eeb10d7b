using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Absences;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Clock;
using static PlusPortal.Web.Tests.Clock.ClockWorld;

namespace PlusPortal.Web.Tests.Clock;

/// <summary>A run that was cut off, an actor that goes away meanwhile, and several people who follow.</summary>
public sealed class KilledRunTests(PostgresFixture postgres)
{
    private readonly SupportOffer lead = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_is_killed_between_two_requests_is_caught_up_without_doubling_the_first()
    {
        await using var world = await OpenAsync(postgres);
        var requests = Enumerable.Range(0, 2).Select(_ => Request()).OrderBy(request => request.Id.ToString("N"), StringComparer.Ordinal).ToList();
        foreach (var request in requests)
        {
            request.Sending(lead);
            await world.StoreAsync(request, lead);
        }

        world.Portal.Clock.SetUtcNow(At(Day(3, 9), new TimeOnly(8, 0)));

        // The second is held by somebody else: the run stands still there, and is killed.
        await using var holder = world.NewContext();
        await using var held = await holder.Database.BeginTransactionAsync(Ct);
        await holder.Database.ExecuteSqlAsync($"select 1 from orientation_requests where id = {requests[1].Id} for update", Ct);
        using var kill = new CancellationTokenSource();
        await using (var scope = world.Portal.Services.CreateAsyncScope())
        {
            var run = scope.ServiceProvider.GetRequiredService<ClockJob>().RunAsync(world.Now, kill.Token);
            await using var watcher = world.NewContext();
            while (await watcher.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'").SingleAsync(Ct) == 0) await Task.Delay(20, Ct);
            await kill.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        }

        await held.RollbackAsync(Ct);
        Assert.Equal(["2026-03-09 ActorReminder Taken"], await world.RecordsAsync(requests[0].Id));
        Assert.Empty(await world.RecordsAsync(requests[1].Id));

        await world.LookAsync(At(Day(3, 9), new TimeOnly(8, 5)));
        await world.LookAsync(At(Day(3, 9), new TimeOnly(8, 10)));

        foreach (var request in requests) Assert.Equal(["2026-03-09 ActorReminder Taken"], await world.RecordsAsync(request.Id));
        Assert.Equal(2, (await world.MailsAsync()).Count(mail => mail.Kind == MailKind.ReferralReminder));
    }

    [Fact]
    public async Task An_absence_without_anybody_in_place_moves_the_steps_of_what_the_actor_has()
    {
        await using var world = await OpenAsync(postgres);
        var request = Request();
        var before = request.Sending(lead).ExpiresOn;
        await world.StoreAsync(request, lead);
        await AnnounceAbsenceAsync(world, substitute: null);

        await world.WalkAsync(Day(3, 3), Day(3, 16));

        var after = (await world.ReadAsync(request.Id)).Referrals.Single();
        Assert.Equal(before!.Value.AddDays(7), after.ExpiresOn);
        Assert.Equal(["2026-03-16 CalledBackQuestion structure", "2026-03-16 ReferralReminder lead"], await world.LeftAsync((request.Contact.Email, "structure"), (lead.Actor!.ContactEmail!, "lead")));
    }

    [Fact]
    public async Task Whoever_stands_in_for_an_absent_actor_reads_the_reminder_and_no_day_is_lost()
    {
        await using var world = await OpenAsync(postgres);
        var request = Request();
        request.Sending(lead);
        await world.StoreAsync(request, lead);
        await AnnounceAbsenceAsync(world, substitute: "remplacante@example.org");

        await world.WalkAsync(Day(3, 3), Day(3, 9));

        Assert.Equal(["2026-03-09 ReferralReminder lead+substitute"], await world.LeftAsync((lead.Actor!.ContactEmail!, "lead"), ("remplacante@example.org", "substitute")));
        Assert.Equal(["remplacante@example.org"], Assert.Single(await world.MailsAsync()).Mail.Copies);
    }

    [Fact]
    public async Task Everybody_who_follows_is_reminded_by_a_message_of_its_own()
    {
        await using var world = await OpenAsync(postgres);
        var request = Request();
        request.ProveAddress(A.Now);
        request.JoinAsFollower(request.InviteFollower("Sacha Inventée", "sacha@example.org", Author.Structure, A.Now)!.Id, Author.Follower, A.Now);
        request.InTriage();
        request.AskStructure("Combien de bénévoles ?", A.Staff(), A.Now, A.Day);
        await world.StoreAsync(request);

        await world.WalkAsync(Day(3, 3), Day(3, 6));

        Assert.Equal(["2026-03-05 QuestionReminder follower", "2026-03-05 QuestionReminder structure"], await world.LeftAsync((request.Contact.Email, "structure"), ("sacha@example.org", "follower")));
    }

    private async Task AnnounceAbsenceAsync(ClockWorld world, string? substitute)
    {
        await using (var db = world.NewContext())
        {
            db.Add(ActorAbsence.Announce(lead.ActorId, Day(3, 4), Day(3, 10), substitute is null ? null : "Alix Inventée", substitute, upcoming: 0, A.Today, A.Now));
            await db.SaveChangesAsync(Ct);
        }

        await using var scope = world.Portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ActorClocks>().CountAnewAsync(lead.ActorId, Ct);
    }
}
