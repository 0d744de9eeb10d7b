using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Labels;
using static PlusPortal.Web.Tests.Clock.ClockWorld;

namespace PlusPortal.Web.Tests.Clock;

/// <summary>Rows written before the clock: the migration gives them days from which it counts, and it begins without flood nor failure.</summary>
public sealed class FormerRowsTests(PostgresFixture postgres)
{
    private const string Before = "20261130230926_WhatIsKnownAboutPeople";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_of_the_former_schema_go_on_without_flood()
    {
        // The migration counts from the day on which it runs: so does this test.
        await using var world = await OpenAsync(postgres, TimeProvider.System.GetUtcNow());
        var today = world.Now.ParisDay;
        var offers = Enumerable.Range(0, 7).Select(_ => A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build()).ToArray();
        OrientationRequest[] requests = [A.Request().Build(), A.Request().Build().InTriage(), A.Request().AskingFirst().Build(), .. offers[1..].Select(_ => A.Request().Build())];
        requests[2].Proposing(offers[0]);
        requests[2].AskConsent(A.Staff(), A.Now, A.Day);
        requests[3].Sending(offers[1]);
        var asking = requests[4].Sending(offers[2]);
        requests[4].RequestInformation(asking.Id, "Combien ?", A.Partner(), A.Now, A.Day);
        requests[5].AcceptedBy(offers[3]);
        requests[6].Helped(requests[6].AcceptedBy(offers[4]));
        var declined = requests[7].Sending(offers[5]);
        requests[7].DeclineReferral(declined.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day);
        requests[8].InTriage();
        requests[8].AskStructure("Quel est votre budget ?", A.Staff(), A.Now, A.Day);
        foreach (var request in requests) await world.StoreAsync(request, offers);

        await using var db = world.NewContext();
        await db.GetService<IMigrator>().MigrateAsync(Before, Ct);
        await db.Database.MigrateAsync(Ct);

        var accepted = (await world.ReadAsync(requests[5].Id)).Referrals[0];
        Assert.Equal((A.Today, A.Today, today, today.AddDays(7), null), (accepted.SentOn, accepted.ClockStartedOn, accepted.LastNewsOn, accepted.FirstContactDueOn, accepted.StartsOn));
        var waiting = (await world.ReadAsync(requests[4].Id)).Referrals[0];
        Assert.Equal((A.Today, today.AddDays(7), true), (waiting.PausedOn, waiting.PauseEndsOn, waiting.IsQuestionOpen));
        Assert.Equal(OutcomeState.Confirmed, (await world.ReadAsync(requests[6].Id)).Referrals[0].OutcomeState);
        Assert.Equal((A.Today, today), ((await world.ReadAsync(requests[1].Id)).StatusSinceOn, (await world.ReadAsync(requests[1].Id)).StructureHeardOn));

        await world.LookAsync(At(WorkingDayCalendar.AddWorkingDays(today, 1, null), new TimeOnly(9, 0)));

        // Of what is late staff hear once each; structures and actors hear nothing of what should have left long ago.
        Assert.All(await world.LeftAsync(), line => Assert.EndsWith("StaffOverdue staff", line, StringComparison.Ordinal));
        Assert.InRange((await world.LeftAsync()).Count, 1, requests.Length);

        // It goes on from there: a week later whoever still does not answer has been called and expires.
        for (var day = today.AddDays(2); day < today.AddDays(20); day = day.AddDays(1)) await world.LookAsync(At(day, new TimeOnly(9, 0)));
        Assert.Equal(ReferralStatus.Expired, (await world.ReadAsync(requests[3].Id)).Referrals[0].Status);
        await world.AssertNothingFailedAsync();
    }
}
