using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Requests.Ladder;
using PlusPortal.Domain;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Outcomes;

/// <summary>The list of what structures and actors say otherwise: as the domain judges, and until staff settle it.</summary>
public sealed class DisagreementTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const int Stories = 60;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Query_finds_what_the_domain_calls_a_disagreement_in_stories_of_every_kind()
    {
        // The seed is fixed: the same stories in every run.
        var chance = new Random(20261201);
        var offer = A.SupportOffer().Build();
        var expected = new List<Guid>();
        var all = new List<Guid>();
        for (var story = 0; story < Stories; story++)
        {
            var request = A.Request().Build();
            var referral = request.AcceptedBy(offer);
            for (int word = 0, words = chance.Next(2, 12); word < words; word++) Speak(request, referral, chance, A.Now.AddDays(word).AddMinutes(1), A.DayOf(A.Today.AddDays(word)));
            var denied = request.Timeline.Where(entry => entry.Kind == EventKind.NotCalledBack).Select(entry => (DateTimeOffset?)entry.At).Max();
            if (request.LadderReports.Disagreements(denied).Count > 0) expected.Add(referral.Id);
            all.Add(referral.Id);
            await fixture.StoreAsync(request, offer);
        }

        await using var db = fixture.NewContext();
        var found = await db.Disagreements(after: null, most: 10_000).Select(row => row.ReferralId).ToListAsync(Ct);

        Assert.InRange(expected.Count, Stories / 6, Stories * 5 / 6);
        Assert.Equal(expected.Order(), found.Intersect(all).Order());
    }

    [Fact]
    public async Task Disagreement_is_settled_from_the_page_of_the_request_too()
    {
        var offer = A.SupportOffer().Build();
        var (request, other) = (A.Request().Build(), A.Request().Build());
        var (referral, quiet) = (request.AcceptedBy(offer), other.AcceptedBy(offer));
        request.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, A.Partner(), A.Now, A.Day);
        request.ContestOutcome(referral.Id, "Rien reçu.", Author.Structure, A.Now, A.Day);
        other.CompleteReferral(quiet.Id, ReferralOutcomes.AideApportee, null, A.Partner(), A.Now, A.Day);
        await fixture.StoreAsync(request, offer);
        await fixture.StoreAsync(other, offer);
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var page = await staff.GetAsync($"/admin/demandes/{request.Reference}");
        Assert.True(page.Has("Désaccord à régler"), page.Text);
        var form = await page.ClickAsync($"C’est réglé : désaccord avec {offer.Actor!.Name}");
        var done = await form.Form("Noter que c’est réglé").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.True(done.Has("Contesté par la structure"));
        Assert.False(done.Has("Désaccord à régler"), done.Text);
        Assert.False((await staff.GetAsync($"/admin/demandes/{other.Reference}")).Has("Désaccord à régler"));
    }

    [Fact]
    public async Task Disagreement_leaves_the_list_once_settled_and_comes_back_when_somebody_speaks_again()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = request.AcceptedBy(offer);
        Report(request, referral, Rung.DealtWith, LadderSide.Actor, A.Now.AddMinutes(-20));
        Report(request, referral, Rung.NotDealtWith, LadderSide.Structure, A.Now.AddMinutes(-10));
        await fixture.StoreAsync(request, offer);
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var list = await staff.GetAsync("/admin/desaccords");
        Assert.True(list.Has(request.Reference));

        var form = await list.ClickAsync($"C’est réglé : {request.Reference}, {offer.Actor!.Name}");
        var twice = await list.ClickAsync($"C’est réglé : {request.Reference}, {offer.Actor.Name}");
        var done = await form.Form("Noter que c’est réglé").Fill("Ce que chacun vous a dit", "Entendus tous les deux.").SubmitAsync();
        var again = await twice.Form("Noter que c’est réglé").Fill("Ce que chacun vous a dit", "Deux fois.").SubmitAsync();

        Assert.True(done.Has("Entendus tous les deux."));
        Assert.Equal((HttpStatusCode.Conflict, "Deux fois."), (again.Status, again.Form("Noter que c’est réglé").Value("Ce que chacun vous a dit")));
        Assert.False((await staff.GetAsync("/admin/desaccords")).Has(request.Reference));

        await using (var db = fixture.NewContext())
        {
            var stored = await db.OrientationRequests.Include(row => row.Referrals).Include(row => row.LadderReports).SingleAsync(row => row.Id == request.Id, Ct);
            Report(stored, stored.Referrals.Single(), Rung.NotDealtWith, LadderSide.Structure, fixture.Portal.Clock.GetUtcNow().AddMinutes(1), A.DayOf(A.Today.AddDays(1)));
            stored.TakeUnannounced();
            await db.SaveChangesAsync(Ct);
        }

        Assert.True((await staff.GetAsync("/admin/desaccords")).Has(request.Reference));
    }

    [Fact]
    public async Task Disagreement_that_was_settled_comes_back_when_a_later_word_is_taken_back()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = request.AcceptedBy(offer);
        var later = A.DayOf(A.Today.AddDays(1));
        Report(request, referral, Rung.DealtWith, LadderSide.Actor, A.Now.AddMinutes(20));
        Report(request, referral, Rung.NotDealtWith, LadderSide.Structure, A.Now.AddMinutes(21));
        request.SettleDisagreement(referral.Id, "Entendus.", A.Staff(), A.Now.AddMinutes(22));
        Report(request, referral, Rung.DealtWith, LadderSide.Structure, A.Now.AddDays(1), later);
        await fixture.StoreAsync(request, offer);
        await using var db = fixture.NewContext();
        Assert.DoesNotContain(referral.Id, await db.Disagreements(after: null, most: 10_000).Select(row => row.ReferralId).ToListAsync(Ct));

        var stored = await db.OrientationRequests.Include(row => row.Referrals).Include(row => row.LadderReports).Include(row => row.Timeline).SingleAsync(row => row.Id == request.Id, Ct);
        stored.TakeRungBack(referral.Id, stored.LadderReports.LastOutcome(LadderSide.Structure)!.Id, Author.Structure, A.Now.AddDays(1).AddHours(1), later);
        stored.TakeUnannounced();
        await db.SaveChangesAsync(Ct);

        Assert.Contains(referral.Id, await db.Disagreements(after: null, most: 10_000).Select(row => row.ReferralId).ToListAsync(Ct));
    }

    [Fact]
    public async Task Refusal_for_want_of_capacity_and_a_word_of_the_structure_are_one_gap_of_one_request()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        await using var db = fixture.NewContext();
        var before = (await db.CapacityGapsAsync(Ct)).Sum(gap => gap.Requests);

        request.DeclineReferral(referral.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day);
        Report(request, referral, Rung.NotDealtWith, LadderSide.Structure, A.Now.AddMinutes(20));
        await fixture.StoreAsync(request, offer);

        Assert.Equal(before + Math.Max(1, request.Themes.Count), (await db.CapacityGapsAsync(Ct)).Sum(gap => gap.Requests));
    }

    [Fact]
    public async Task Nobody_settles_what_is_not_on_that_request()
    {
        var offer = A.SupportOffer().Build();
        var (mine, other) = (A.Request().Build(), A.Request().Build());
        mine.AcceptedBy(offer);
        var foreign = other.AcceptedBy(offer);
        await fixture.StoreAsync(mine, offer);
        await fixture.StoreAsync(other, offer);
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/admin/demandes/{mine.Reference}/envois/{foreign.Id}/desaccord")).Status);
    }

    private static void Speak(OrientationRequest request, Referral referral, Random chance, DateTimeOffset at, PlusDay today)
    {
        if (chance.Next(5) == 0)
        {
            request.ReportNotCalledBack(null, Author.Structure, at, today);
            return;
        }

        if (chance.Next(6) == 0)
        {
            var by = chance.Next(2) == 0 ? A.Partner() : Author.Structure;
            if (request.RungsToTakeBack(referral, by).FirstOrDefault() is { } last) request.TakeRungBack(referral.Id, last.Id, by, at, today);
            return;
        }

        Rung[] rungs = [Rung.Reached, Rung.Unreachable, Rung.FirstContact, Rung.UnderWay, Rung.DealtWithInPart, Rung.DealtWith, Rung.NotDealtWith];
        try
        {
            Report(request, referral, rungs[chance.Next(rungs.Length)], chance.Next(2) == 0 ? LadderSide.Actor : LadderSide.Structure, at, today);
        }
        catch (DomainRuleException clash) when (clash.Code == RuleCode.RungClashes)
        {
            // A second first contact: the story goes on without it.
        }
    }

    private static void Report(OrientationRequest request, Referral referral, Rung rung, LadderSide side, DateTimeOffset at, PlusDay? today = null) => request.ReportRung(
        referral.Id, new RungSeen(rung, side, (today ?? A.Day).Date, rung == Rung.NotDealtWith ? UnmetReasons.Capacite : null), side == LadderSide.Actor ? A.Partner() : Author.Structure, at, today ?? A.Day);
}
