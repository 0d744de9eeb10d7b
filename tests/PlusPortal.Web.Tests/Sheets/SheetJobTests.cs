using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Actors.Absences;
using PlusPortal.Data.Actors.Sheets;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Absences;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Features.Admin.Settings;
using PlusPortal.Web.Sheets;
using PlusPortal.Web.Tests.Retention;

namespace PlusPortal.Web.Tests.Sheets;

/// <summary>Sheets that are due, day by day, after an outage, and by two nodes at once; over a real database.</summary>
public sealed class SheetJobTests(PostgresFixture postgres)
{
    private static readonly DateOnly Due = A.Today.AddMonths(6);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_actor_is_told_four_times_and_then_suspended_each_once()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = await ReachableAsync(world);

        for (var day = Due.AddDays(-20); day <= Due.AddMonths(3).AddDays(2); day = day.AddDays(1)) await RunAsync(world, day);

        await using var db = world.NewContext();
        Assert.Equal(
            [(-15, Due.AddDays(-15)), (0, Due), (15, Due.AddDays(15)), (30, Due.AddDays(30))],
            (await db.SheetNotices.Where(notice => notice.OfferId == offer.Id).OrderBy(notice => notice.Step).ToListAsync(Ct)).Select(notice => (notice.Step, notice.ToldOn)));
        Assert.Equal((4, 1), (await CountAsync(world, MailKind.SheetDue, offer.ActorId), await CountAsync(world, MailKind.OffersSuspended, offer.ActorId)));
        var stored = await db.SupportOffers.SingleAsync(row => row.Id == offer.Id, Ct);
        Assert.Equal((OfferState.Suspended, SuspensionCause.Unconfirmed), (stored.State, stored.SuspendedFor));
    }

    [Fact]
    public async Task Switched_off_nobody_is_told_nor_suspended_unheard_and_it_comes_once_it_is_on_again()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = await ReachableAsync(world);
        await SwitchOffAsync(world, RecurringReminder.SheetDue);

        Assert.Equal(0, await RunAsync(world, Due));
        await RunAsync(world, Due.AddMonths(4));

        Assert.Equal((0, 0), (await CountAsync(world, MailKind.SheetDue, offer.ActorId), await CountAsync(world, MailKind.OffersSuspended, offer.ActorId)));
        await SwitchOffAsync(world);
        await RunAsync(world, Due.AddMonths(4).AddDays(1));
        Assert.Equal(1, await CountAsync(world, MailKind.SheetDue, offer.ActorId));
    }

    [Fact]
    public async Task Not_a_day_before_three_months()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = await ReachableAsync(world);
        await RunAsync(world, Due);

        await RunAsync(world, Due.AddMonths(3).AddDays(-1));

        await using var db = world.NewContext();
        Assert.Equal(OfferState.Published, (await db.SupportOffers.SingleAsync(row => row.Id == offer.Id, Ct)).State);
    }

    [Fact]
    public async Task After_an_outage_the_furthest_step_alone_leaves_and_nobody_is_suspended_unheard()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = await ReachableAsync(world);
        var late = Due.AddMonths(8);

        await RunAsync(world, late);
        await RunAsync(world, late.AddDays(29));

        await using var db = world.NewContext();
        Assert.Equal(30, (await db.SheetNotices.SingleAsync(notice => notice.OfferId == offer.Id, Ct)).Step);
        Assert.Equal(OfferState.Published, (await db.SupportOffers.AsNoTracking().SingleAsync(row => row.Id == offer.Id, Ct)).State);
        await RunAsync(world, late.AddDays(30));
        Assert.Equal(OfferState.Suspended, (await db.SupportOffers.AsNoTracking().SingleAsync(row => row.Id == offer.Id, Ct)).State);
        Assert.Equal(1, await CountAsync(world, MailKind.SheetDue, offer.ActorId));
    }

    [Fact]
    public async Task Several_sheets_of_an_actor_are_one_message()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = await ReachableAsync(world, offers: 3);

        var told = await RunAsync(world, Due);

        Assert.Equal((1, 1), (told, await CountAsync(world, MailKind.SheetDue, offer.ActorId)));
    }

    [Fact]
    public async Task An_actor_that_nobody_has_spoken_to_is_on_no_clock()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var imported = A.SupportOffer().Build();
        var withPeople = A.SupportOffer().Build();
        await world.StoreAsync(imported, withPeople);
        await world.Portal.CreateUserAsync($"partenaire{A.Number()}@example.org", Data.Accounts.PortalRoles.Partner, withPeople.ActorId);

        var told = await RunAsync(world, Due.AddYears(2));
        await RunAsync(world, Due.AddYears(2).AddDays(60));

        await using var db = world.NewContext();
        Assert.Equal(0, told);
        Assert.Equal([OfferState.Published, OfferState.Published], await db.SupportOffers.Where(row => row.Id == imported.Id || row.Id == withPeople.Id).Select(row => row.State).ToListAsync(Ct));
    }

    [Fact]
    public async Task An_actor_verified_long_after_its_import_counts_from_then()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = await ReachableAsync(world, verifiedOn: A.Today.AddMonths(10));

        var before = await RunAsync(world, A.Today.AddMonths(12));
        var after = await RunAsync(world, A.Today.AddMonths(16));

        Assert.Equal((0, 1), (before, after));
        Assert.Equal(1, await CountAsync(world, MailKind.SheetDue, offer.ActorId));
    }

    [Fact]
    public async Task Two_nodes_at_once_tell_once_and_a_second_run_finds_nothing()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = await ReachableAsync(world);

        await Task.WhenAll(RunAsync(world, Due), RunAsync(world, Due));
        var again = await RunAsync(world, Due);

        Assert.Equal((0, 1), (again, await CountAsync(world, MailKind.SheetDue, offer.ActorId)));
    }

    [Fact]
    public async Task The_sum_of_the_database_is_that_of_the_domain()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = await ReachableAsync(world);
        await using var db = world.NewContext();
        var stored = await db.SupportOffers.Include(row => row.Actor).SingleAsync(row => row.Id == offer.Id, Ct);
        foreach (var (confirmed, months) in new (DateOnly?, int)[] { (null, 6), (new DateOnly(2026, 8, 31), 6), (new DateOnly(2027, 1, 31), 1), (new DateOnly(2028, 2, 29), 12), (new DateOnly(2026, 11, 30), 3) })
        {
            if (confirmed is { } day) stored.Confirm(day, A.Now);
            stored.ConfirmEvery(months);
            await db.SaveChangesAsync(Ct);

            var due = Assert.Single(await db.DueSheetsAsync(offer.ActorId, new DateOnly(2030, 1, 1), Ct));

            Assert.Equal(SheetClock.DueOn(stored.ConfirmedOn, A.Today, stored.Actor!.VerifiedOn, months), due.DueOn);
        }
    }

    [Fact]
    public async Task Three_requests_in_a_row_without_an_answer_suspend_the_offers_and_tell_actor_and_staff_once()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = await ReachableAsync(world);
        await ExpireAsync(world, offer, 1);
        await ExpireAsync(world, offer, 2);

        var early = await SilenceAsync(world, offer.ActorId);
        await ExpireAsync(world, offer, 3);
        await Task.WhenAll(RunAsync(world, A.Today.AddDays(1)), RunAsync(world, A.Today.AddDays(1)));
        await RunAsync(world, A.Today.AddDays(2));

        Assert.Equal(0, early);
        await using var db = world.NewContext();
        Assert.Equal(SuspensionCause.Silence, (await db.SupportOffers.AsNoTracking().SingleAsync(row => row.Id == offer.Id, Ct)).SuspendedFor);
        Assert.Equal((1, 1), (await CountAsync(world, MailKind.OffersSuspended, offer.ActorId), await CountAsync(world, MailKind.ActorSilent, offer.ActorId)));
    }

    [Fact]
    public async Task An_answer_in_between_and_what_lies_before_a_return_count_no_more()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var (answering, returned) = (await ReachableAsync(world), await ReachableAsync(world));
        await ExpireAsync(world, answering, 1);
        await ExpireAsync(world, answering, 2);
        await AnswerAsync(world, answering, 3);
        await ExpireAsync(world, answering, 4);
        for (var hour = 1; hour <= 3; hour++) await ExpireAsync(world, returned, hour);
        Assert.Equal(1, await SilenceAsync(world, returned.ActorId));
        await using (var db = world.NewContext())
        {
            (await db.SupportOffers.SingleAsync(row => row.Id == returned.Id, Ct)).MoveTo(OfferState.Published, A.Now.AddHours(5));
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal((0, 0), (await SilenceAsync(world, answering.ActorId), await SilenceAsync(world, returned.ActorId)));
    }

    [Fact]
    public async Task Substitutes_of_absences_that_ended_long_ago_are_forgotten()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = await ReachableAsync(world);
        await using var db = world.NewContext();
        db.Add(ActorAbsence.Announce(offer.ActorId, A.Today, A.Today.AddDays(4), "Alix", "alix@example.org", 0, A.Today, A.Now));
        await db.SaveChangesAsync(Ct);

        await RunAsync(world, A.Today.AddDays(4 + ActorAbsence.DaysKept));
        var kept = await db.ActorAbsences.CountAsync(Ct);
        await RunAsync(world, A.Today.AddDays(5 + ActorAbsence.DaysKept));

        Assert.Equal((1, 0), (kept, await db.ActorAbsences.CountAsync(Ct)));
    }

    private static async Task<SupportOffer> ReachableAsync(RetentionWorld world, int offers = 1, DateOnly? verifiedOn = null)
    {
        var actor = A.SupportActor().WithCheckedEmail().Build();
        if (verifiedOn is { } day) actor.RecordCheckedContact(actor.ContactEmail!, day, A.Now);
        var all = Enumerable.Range(0, offers).Select(_ => A.SupportOffer().Of(actor).Build()).ToArray();
        await world.StoreAsync(all[0]);
        return all[0];
    }

    /// <summary>Runs the job in the morning of that day, as one node of several: how many actors it told.</summary>
    private static async Task<int> RunAsync(RetentionWorld world, DateOnly day)
    {
        await using var scope = world.Portal.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<SheetJob>().RunAsync(new DateTimeOffset(day.ToDateTime(new TimeOnly(5, 0)), TimeSpan.Zero), Ct);
        return result.Counts[0].Number;
    }

    private static async Task SwitchOffAsync(RetentionWorld world, params RecurringReminder[] reminders)
    {
        await using var scope = world.Portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ChangeProfile>().ExecuteAsync([], seen: null, profile => profile with { SwitchedOffRecurring = reminders.ToHashSet() }, Guid.CreateVersion7(A.Now), Ct);
    }

    private static async Task<int> SilenceAsync(RetentionWorld world, Guid actorId)
    {
        await using var scope = world.Portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OfferSuspensions>().SuspendAfterSilenceAsync(actorId, A.Now.AddHours(4), Ct);
    }

    private static Task ExpireAsync(RetentionWorld world, SupportOffer offer, int hour) =>
        TellAsync(world, offer, (request, referral) => request.ExpireReferral(referral.Id, Author.Job, A.Now.AddHours(hour), A.DayOf(referral.ExpiresOn!.Value.AddDays(1))));

    private static Task AnswerAsync(RetentionWorld world, SupportOffer offer, int hour) =>
        TellAsync(world, offer, (request, referral) => request.AcceptReferral(referral.Id, A.Partner(), A.Now.AddHours(hour), A.Day));

    private static async Task TellAsync(RetentionWorld world, SupportOffer offer, Action<OrientationRequest, Referral> then)
    {
        var request = A.Request().Build();
        then(request, request.Sending(offer));
        await world.StoreAsync(request);
    }

    private static async Task<int> CountAsync(RetentionWorld world, MailKind kind, Guid subjectId)
    {
        await using var db = world.NewContext();
        return await db.Outbox.CountAsync(message => message.Kind == kind && message.SubjectId == subjectId, Ct);
    }
}
