using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using static PlusPortal.Web.Tests.Clock.ClockWorld;

namespace PlusPortal.Web.Tests.Clock;

/// <summary>« Injoignable » is mailed ten minutes later, unless it was a mistake or the structure was reached meanwhile; news end the call for news.</summary>
public sealed class HeldRungTests(PostgresFixture postgres)
{
    private const string Told = "la structure n’a pas pu être jointe";

    private readonly SupportOffer lead = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
    private readonly Author partner = A.Partner();

    [Fact]
    public async Task Of_an_unreachable_structure_that_was_a_mistake_nobody_hears()
    {
        await using var world = await ClockWorld.OpenAsync(postgres);
        var (request, referral) = await AcceptedAsync(world);
        var link = await world.LinkToAsync(request.Id);
        await world.ActAsync(request.Id, (stored, now, today) => stored.ReportRung(referral.Id, Seen(Rung.Unreachable), partner, now, today));
        await world.LookAsync(world.Now.AddMinutes(5));
        var held = await world.Portal.NewBrowser().GetAsync(link);
        Assert.False(held.Has(Told), held.Text);

        await world.ActAsync(request.Id, (stored, now, today) => stored.TakeRungBack(referral.Id, stored.LadderReports.Single().Id, partner, now, today));
        for (var look = 0; look < 6; look++) await world.LookAsync(world.Now.AddMinutes(5));

        Assert.Empty(await LeftAsync(world, request));
        var page = await world.Portal.NewBrowser().GetAsync(link);
        Assert.False(page.Has(Told), page.Text);
    }

    [Fact]
    public async Task Unreachable_structure_is_told_once_ten_minutes_have_passed_and_reads_that_it_was_an_error_later()
    {
        await using var world = await ClockWorld.OpenAsync(postgres);
        var (request, referral) = await AcceptedAsync(world);
        await world.ActAsync(request.Id, (stored, now, today) => stored.ReportRung(referral.Id, Seen(Rung.Unreachable), partner, now, today));
        await world.ActAsync(request.Id, (stored, now, today) => stored.ReportRung(referral.Id, Seen(Rung.Unreachable), partner, now, today));
        await world.LookAsync(world.Now.AddMinutes(9));
        Assert.Empty(await LeftAsync(world, request));

        for (var look = 0; look < 3; look++) await world.LookAsync(world.Now.AddMinutes(6));
        Assert.Equal(["2026-03-02 CouldNotReach structure"], await LeftAsync(world, request));
        await world.ActAsync(request.Id, (stored, now, today) => stored.TakeRungBack(referral.Id, stored.LadderReports.Single().Id, partner, now, today));
        await world.LookAsync(world.Now.AddMinutes(15));

        var page = await world.Portal.NewBrowser().GetAsync(await world.LinkToAsync(request.Id));
        Assert.True(page.Has($"« {Told} » était une erreur, et ne compte plus."), page.Text);
        Assert.Single(await LeftAsync(world, request));
    }

    [Fact]
    public async Task Structure_that_was_reached_meanwhile_is_not_told_that_it_could_not_be()
    {
        await using var world = await ClockWorld.OpenAsync(postgres);
        var (request, referral) = await AcceptedAsync(world);
        await world.ActAsync(request.Id, (stored, now, today) => stored.ReportRung(referral.Id, Seen(Rung.Unreachable), partner, now, today));
        await world.LookAsync(world.Now.AddMinutes(4));
        await world.ActAsync(request.Id, (stored, now, today) => stored.ReportRung(referral.Id, Seen(Rung.FirstContact), partner, now, today));

        for (var look = 0; look < 4; look++) await world.LookAsync(world.Now.AddMinutes(5));

        Assert.Empty(await LeftAsync(world, request));
    }

    [Fact]
    public async Task News_end_the_call_for_news_and_the_page_of_the_actor_asks_no_more()
    {
        await using var world = await ClockWorld.OpenAsync(postgres);
        var (request, referral) = await AcceptedAsync(world);
        await world.ActAsync(request.Id, (stored, now, today) => stored.ReportRung(referral.Id, Seen(Rung.FirstContact), partner, now, today));
        for (var day = Day(3, 3); !(await world.MailsAsync()).Any(mail => mail.Kind == MailKind.NewsNudge) && day < Day(6, 1); day = day.AddDays(1)) await world.LookAsync(At(day, new TimeOnly(12, 0)));
        var nudged = Assert.Single(await world.MailsAsync(), mail => mail.Kind == MailKind.NewsNudge);
        using var browser = await world.Portal.SignInAsNewAsync(Data.Accounts.PortalRoles.Partner, lead.ActorId);
        var asked = await browser.GetAsync($"/partenaire/demandes/{referral.Id}");

        var told = await asked.Form("Toujours en cours").SubmitAsync();

        var today = DateOnly.FromDateTime(nudged.At.UtcDateTime);
        var stored = await world.ReadAsync(request.Id);
        Assert.Equal(today, stored.Referrals[0].LastNewsOn);
        Assert.True(stored.Situation.DueOn > today.AddDays(7));
        Assert.NotEqual(asked.Document.QuerySelector("main .lead")!.TextContent, told.Document.QuerySelector("main .lead")!.TextContent);
        await world.LookAsync(world.Now.AddMinutes(30));
        await world.WalkAsync(today.AddDays(1), today.AddDays(4));
        Assert.Single(await world.MailsAsync(), mail => mail.Kind == MailKind.NewsNudge);
    }

    private static RungSeen Seen(Rung rung) => new(rung, LadderSide.Actor, A.Today);

    private async Task<(OrientationRequest Request, Referral Referral)> AcceptedAsync(ClockWorld world)
    {
        var request = Request();
        var referral = request.AcceptedBy(lead);
        request.SettleAnswers(A.Now.AddMinutes(10));
        await world.StoreAsync(request, lead);
        return (request, referral);
    }

    private Task<IReadOnlyList<string>> LeftAsync(ClockWorld world, OrientationRequest request) => world.LeftAsync((request.Contact.Email, "structure"), (lead.Actor!.ContactEmail!, "lead"));
}
