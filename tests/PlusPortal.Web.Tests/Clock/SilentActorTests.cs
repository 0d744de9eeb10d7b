using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Labels;
using static PlusPortal.Web.Tests.Clock.ClockWorld;

namespace PlusPortal.Web.Tests.Clock;

/// <summary>A request that nobody answers, day by day to its end: which mails leave, to whom, in which order, once.</summary>
public sealed class SilentActorTests(PostgresFixture postgres)
{
    private static readonly string[] Expected =
    [
        // Sent on Monday 2 March 2026. Workflow §6: reminder 5, call 10, last call 12, « avez-vous été rappelée ? » 10, expiry 15.
        "2026-03-09 ReferralReminder lead",
        "2026-03-16 CalledBackQuestion structure", "2026-03-16 StaffAttention staff",
        "2026-03-17 StaffOverdue staff",
        "2026-03-18 ReferralLastCall lead",
        "2026-03-24 ReferralChangedForPartner lead", "2026-03-24 ReferralDeclinedForStructure structure", "2026-03-24 ReferralForPartner alternate", "2026-03-24 RequestSent structure",

        // The alternate's own clock, with Easter Monday (6 April) in it.
        "2026-03-31 ReferralReminder alternate",
        "2026-04-08 CalledBackQuestion structure", "2026-04-08 StaffAttention staff",
        "2026-04-09 StaffOverdue staff",
        "2026-04-10 ReferralLastCall alternate",

        // Nobody is left: back to triage, with its reason; then staff are told again and again, and the structure is not forgotten.
        "2026-04-16 ReferralChangedForPartner alternate", "2026-04-16 ReferralDeclinedForStructure structure", "2026-04-16 StaffAttention staff",
        "2026-04-17 StaffOverdue staff",
        "2026-04-24 StaffOverdue staff",
        "2026-04-30 StillSearching structure",
    ];

    private readonly SupportOffer lead = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
    private readonly SupportOffer alternate = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();

    [Fact]
    public async Task A_request_that_nobody_answers_day_by_day_to_its_end()
    {
        await using var world = await OpenAsync(postgres);
        var request = await SentAsync(world);

        await world.WalkAsync(Day(3, 3), Day(4, 30));

        Assert.Equal(Expected, await LeftAsync(world, request));
        var end = await world.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.InTriage, WaitsFor.Plus), (end.Status, end.WaitsFor));
        Assert.All(end.Referrals, referral => Assert.Equal(ReferralStatus.Expired, referral.Status));
        await world.AssertNothingFailedAsync();
    }

    [Fact]
    public async Task After_five_days_of_outage_the_furthest_step_leaves_the_others_are_noted_as_overtaken_and_nothing_doubles()
    {
        await using var world = await OpenAsync(postgres);
        var request = await SentAsync(world);

        // Nothing runs from the day of the call to the day of the last call, and through the weekend.
        await world.WalkAsync(Day(3, 3), Day(4, 30), Day(3, 16), Day(3, 17), Day(3, 18), Day(3, 19), Day(3, 20));

        string[] expected =
        [
            .. Expected[..1],
            "2026-03-23 CalledBackQuestion structure", "2026-03-23 ReferralLastCall lead", "2026-03-23 StaffAttention staff",
            .. Expected[5..],
        ];
        Assert.Equal(expected, await LeftAsync(world, request));
        await world.AssertNothingFailedAsync();
    }

    [Fact]
    public async Task An_outage_over_reminder_and_last_call_leaves_the_last_call_alone()
    {
        await using var world = await OpenAsync(postgres);
        var request = await SentAsync(world);

        await world.WalkAsync(Day(3, 19), Day(3, 19));

        Assert.Equal(
            ["2026-03-19 CalledBackQuestion structure", "2026-03-19 ReferralLastCall lead", "2026-03-19 StaffAttention staff"], await LeftAsync(world, request));
        Assert.Equal(
            [
                "2026-03-19 ActorCall Taken", "2026-03-19 ActorLastCall Taken", "2026-03-19 ActorReminder Overtaken", "2026-03-19 CalledBack Taken", "2026-03-19 StillSearching OneMessageADay",
            ],
            await world.RecordsAsync(request.Id));
    }

    [Fact]
    public async Task The_urgent_version()
    {
        await using var world = await OpenAsync(postgres);
        var request = await SentAsync(world, isUrgent: true);

        await world.WalkAsync(Day(3, 3), Day(3, 9));

        Assert.Equal(
            [
                // 1 / 1 / 2 working days; the structure is asked after 2.
                "2026-03-03 ReferralReminder lead", "2026-03-03 StaffAttention staff",
                "2026-03-04 CalledBackQuestion structure", "2026-03-04 ReferralLastCall lead", "2026-03-04 StaffOverdue staff",
                "2026-03-05 ReferralChangedForPartner lead", "2026-03-05 ReferralDeclinedForStructure structure", "2026-03-05 ReferralForPartner alternate", "2026-03-05 RequestSent structure",
                "2026-03-06 ReferralReminder alternate", "2026-03-06 StaffAttention staff",
                "2026-03-09 CalledBackQuestion structure", "2026-03-09 ReferralLastCall alternate", "2026-03-09 StaffOverdue staff",
            ],
            await LeftAsync(world, request));
    }

    [Theory]
    [InlineData(10, 0, 2)]
    [InlineData(15, 59, 2)]
    [InlineData(16, 0, 3)]
    public void An_urgent_request_is_seen_on_the_same_day_while_somebody_can_still_call(int hour, int minute, int day)
    {
        var today = PlusDay.At(new DateTime(2026, 3, 2, hour, minute, 0, DateTimeKind.Unspecified), PlusCalendar.Usual);
        var request = A.Request().Build();

        request.RecordMatching(new MatchResult { RulesVersion = 1, Signals = [new(TriageSignals.UrgentDifficulte, "Des salaires sont menacés.")], Proposals = [], Excluded = [] }, A.Now, today, Author.Job);

        Assert.Equal(Day(3, day), request.NextDueOn);
    }

    [Fact]
    public async Task An_actor_without_address_is_reminded_by_staff_and_hears_nothing_by_mail()
    {
        await using var world = await OpenAsync(postgres);
        var byHand = A.SupportOffer().Build();
        var request = Request();
        request.Sending(byHand, isByHand: true);
        await world.StoreAsync(request, byHand);

        // It stands on the list of staff until they have passed the request on.
        await world.WalkAsync(Day(3, 3), Day(3, 3));
        Assert.Equal(StaffTask.TellActor, (await world.ReadAsync(request.Id)).Task);
        await world.ActAsync(request.Id, (stored, now, today) => stored.SettleTask(null, A.Staff(), now, today));
        await world.WalkAsync(Day(3, 4), Day(3, 25));

        Assert.Equal(
            [
                "2026-03-09 StaffAttention staff", "2026-03-10 StaffOverdue staff",
                "2026-03-16 CalledBackQuestion structure", "2026-03-16 StaffAttention staff", "2026-03-17 StaffOverdue staff",
                "2026-03-24 ReferralDeclinedForStructure structure", "2026-03-24 StaffAttention staff", "2026-03-25 StaffOverdue staff",
            ],
            await world.LeftAsync((request.Contact.Email, "structure")));
    }

    [Fact]
    public async Task An_alternate_without_address_is_a_task_of_PLUS_at_once()
    {
        await using var world = await OpenAsync(postgres);
        var byHand = A.SupportOffer().Build();
        var request = Request();
        request.Sending(lead);
        request.Proposing(byHand, ProposalRole.Alternate);
        await world.StoreAsync(request, lead, byHand);

        await world.WalkAsync(Day(3, 24), Day(3, 24));

        var stored = await world.ReadAsync(request.Id);
        var asked = stored.Referrals.Single(referral => referral.Role == ProposalRole.Alternate);
        Assert.Equal((StaffTask.RemindByHand, ReferralStatus.Sent, true), (stored.Task, asked.Status, asked.IsByHand));
        Assert.Contains("2026-03-24 StaffAttention staff", await LeftAsync(world, request));
    }

    [Fact]
    public async Task An_actor_without_address_that_accepts_is_to_be_given_the_contact_details_once_its_acceptance_stands()
    {
        await using var world = await OpenAsync(postgres);
        var byHand = A.SupportOffer().Build();
        var request = Request();
        var referral = request.Sending(byHand, isByHand: true);
        await world.StoreAsync(request, byHand);

        await world.WalkAsync(Day(3, 3), Day(3, 3));
        await world.ActAsync(request.Id, (stored, now, today) => stored.AcceptReferral(referral.Id, A.Staff(), now, today));
        Assert.Null((await world.ReadAsync(request.Id)).Task);
        await world.WalkAsync(Day(3, 4), Day(3, 4));

        var told = await world.ReadAsync(request.Id);
        Assert.Equal((StaffTask.GiveContact, referral.Id, WaitsFor.Plus), (told.Task, told.TaskReferralId, told.WaitsFor));
        await world.ActAsync(request.Id, (stored, now, today) => stored.SettleTask(null, A.Staff(), now, today));
        await world.WalkAsync(Day(3, 5), Day(3, 6));
        var after = await world.ReadAsync(request.Id);
        Assert.Equal((null, WaitsFor.SupportActor), (after.Task, after.WaitsFor));
    }

    [Fact]
    public async Task Two_actors_that_are_silent_together_make_one_question_to_the_structure_and_two_calls_of_which_the_second_waits_for_the_first()
    {
        await using var world = await OpenAsync(postgres);
        var request = Request();
        request.Sending(lead);
        request.Sending(alternate);
        await world.StoreAsync(request, lead, alternate);

        await world.WalkAsync(Day(3, 16), Day(3, 16));

        Assert.Single(await LeftAsync(world, request), line => line.Contains("CalledBackQuestion", StringComparison.Ordinal));
        var called = (await world.ReadAsync(request.Id)).TaskReferralId;
        await world.ActAsync(request.Id, (stored, now, today) => stored.SettleTask(null, A.Staff(), now, today));
        await world.WalkAsync(Day(3, 17), Day(3, 17));
        var after = await world.ReadAsync(request.Id);
        Assert.Equal(StaffTask.CallActor, after.Task);
        Assert.NotEqual(called, after.TaskReferralId);
    }

    [Fact]
    public async Task Nothing_leaves_on_a_weekend_nor_a_holiday_nor_outside_the_hours_even_after_an_outage()
    {
        await using var world = await OpenAsync(postgres);
        var request = await SentAsync(world);

        // The reminder was due on Monday the 9th; the portal comes back on Saturday the 14th.
        await world.WalkAsync(Day(3, 14), Day(3, 15));
        Assert.Empty(await LeftAsync(world, request));

        // To Easter Monday, the 1st of May, and beyond.
        await world.WalkAsync(Day(3, 16), Day(5, 4));
        Assert.All(await world.MailsAsync(), mail =>
        {
            Assert.True(WorkingDayCalendar.IsWorkingDay(mail.At.ParisDay, null), $"{mail.Kind} on {mail.At.ParisDay}");
            Assert.InRange(mail.At.InParis.Hour, 7, 19);
        });
        Assert.NotEmpty(await world.MailsAsync());
    }

    [Fact]
    public async Task While_PLUS_is_closed_its_own_delays_wait_and_those_of_the_actor_go_on()
    {
        await using var world = await OpenAsync(postgres);
        var request = await SentAsync(world);
        await world.ChangeProfileAsync(profile => profile.Closing(new Closure(Day(3, 9), Day(3, 27), "Fermeture inventée"), Day(3, 2)));

        await world.WalkAsync(Day(3, 3), Day(3, 30));

        Assert.Equal(
            [
                "2026-03-09 ReferralReminder lead", "2026-03-18 ReferralLastCall lead",
                "2026-03-30 ReferralChangedForPartner lead", "2026-03-30 ReferralDeclinedForStructure structure", "2026-03-30 ReferralForPartner alternate", "2026-03-30 RequestSent structure",
            ],
            await LeftAsync(world, request));
    }

    [Fact]
    public async Task Two_nodes_that_run_at_once_do_nothing_twice()
    {
        await using var world = await OpenAsync(postgres);
        var request = await SentAsync(world);
        await using var other = world.OpenNode();

        for (var day = Day(3, 3); day <= Day(4, 30); day = day.AddDays(1))
        {
            world.Portal.Clock.SetUtcNow(At(day, new TimeOnly(9, 0)));
            await Task.WhenAll(world.RunJobAsync(world.Portal), world.RunJobAsync(other));
            await Task.WhenAll(DeliverAsync(world.Portal), DeliverAsync(other));
        }

        Assert.Equal(Expected, await LeftAsync(world, request));
    }

    [Theory]
    [InlineData(2026, 3, 29)]
    [InlineData(2026, 10, 25)]
    public async Task Around_a_night_that_changes_the_time_each_step_comes_on_its_Paris_day_once(int year, int month, int sunday)
    {
        // Sent on the Monday before: the reminder is due on the Monday after.
        var change = new DateOnly(year, month, sunday);
        await using var world = await OpenAsync(postgres, At(change.AddDays(-6), new TimeOnly(10, 0)));
        var request = Request();
        var referral = request.Proposing(lead);
        request.GiveConsent(referral.Id, A.Staff(), A.Now, A.Day);
        request.SendReferral(referral.Id, lead, isByHand: false, A.Staff(), world.Now, A.DayOf(change.AddDays(-6)));
        await world.StoreAsync(request, lead);

        for (var at = At(change.AddDays(-1), new TimeOnly(20, 0)); at < At(change.AddDays(2), new TimeOnly(0, 0)); at = at.AddMinutes(30)) await world.LookAsync(at);

        var mail = Assert.Single(await world.MailsAsync(), left => left.Kind == MailKind.ReferralReminder);
        Assert.Equal((change.AddDays(1), 7), (mail.At.ParisDay, mail.At.InParis.Hour));
        Assert.Equal(0, mail.At.InParis.Minute);
    }

    [Theory]
    [InlineData("57", 13, 9)]
    [InlineData("54", 10, 8)]
    public async Task An_actor_of_Moselle_does_not_count_Good_Friday(string office, int lastCall, int call)
    {
        // Sent on Tuesday 24 March 2026: Good Friday is 3 April, Easter Monday the 6th.
        await using var world = await OpenAsync(postgres, At(Day(3, 24), new TimeOnly(10, 0)));
        var request = Request();
        var referral = request.Proposing(lead);
        request.GiveConsent(referral.Id, A.Staff(), A.Now, A.Day);
        request.SendReferral(referral.Id, lead, isByHand: false, A.Staff(), world.Now, A.DayOf(Day(3, 24)), new ActorCalendar(office, []));
        await world.StoreAsync(request, lead);

        await world.WalkAsync(Day(3, 25), Day(4, 14));

        var left = await LeftAsync(world, request);
        Assert.Contains($"2026-04-{lastCall:00} ReferralLastCall lead", left);
        Assert.Contains($"2026-04-{call:00} StaffAttention staff", left);
    }

    [Fact]
    public async Task A_request_that_fails_keeps_no_other_from_its_turn_and_is_caught_up()
    {
        await using var world = await OpenAsync(postgres);
        var bad = await SentAsync(world);
        var good = Request();
        good.Sending(lead);
        await world.StoreAsync(good, lead);
        await using var db = world.NewContext();
        await db.Database.ExecuteSqlAsync($"update referrals set calendar = 'illisible|' where request_id = {bad.Id}", TestContext.Current.CancellationToken);
        world.Portal.Clock.SetUtcNow(At(Day(3, 9), new TimeOnly(8, 0)));

        await Assert.ThrowsAsync<AggregateException>(() => world.RunJobAsync(world.Portal));

        Assert.Contains("2026-03-09 ActorReminder Taken", await world.RecordsAsync(good.Id));
        await db.Database.ExecuteSqlAsync($"update referrals set calendar = '' where request_id = {bad.Id}", TestContext.Current.CancellationToken);
        await world.LookAsync(At(Day(3, 9), new TimeOnly(8, 5)));
        Assert.Contains("2026-03-09 ActorReminder Taken", await world.RecordsAsync(bad.Id));
    }

    private async Task<OrientationRequest> SentAsync(ClockWorld world, bool isUrgent = false)
    {
        var request = Request(isUrgent);
        request.Sending(lead);
        request.Proposing(alternate, ProposalRole.Alternate);
        await world.StoreAsync(request, lead, alternate);
        return request;
    }

    private Task<IReadOnlyList<string>> LeftAsync(ClockWorld world, OrientationRequest request) =>
        world.LeftAsync((request.Contact.Email, "structure"), (lead.Actor!.ContactEmail!, "lead"), (alternate.Actor!.ContactEmail!, "alternate"));
}
