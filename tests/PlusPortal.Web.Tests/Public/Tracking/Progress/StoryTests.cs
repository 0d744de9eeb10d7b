using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Public.Tracking.Progress;

/// <summary>What happened, told to the structure and to staff: who said so.</summary>
public sealed class StoryTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Both_stories_say_which_side_noted_a_rung()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build().InTriage();
        var referral = request.AcceptedBy(offer);
        request.SettleAnswers(A.Now.AddMinutes(10));
        request.ReportRung(referral.Id, new RungSeen(Rung.NotDealtWith, LadderSide.Structure, A.Today, UnmetReasons.All.First().Code), Author.Structure, A.Now.AddMinutes(20), A.Day);
        request.ReportRung(referral.Id, new RungSeen(Rung.FirstContact, LadderSide.Actor, A.Today), A.Partner(), A.Now.AddMinutes(21), A.Day);
        request.ReportRung(referral.Id, new RungSeen(Rung.DealtWith, LadderSide.Actor, A.Today), A.Staff(), A.Now.AddMinutes(22), A.Day);
        request.ReportRung(referral.Id, new RungSeen(Rung.FirstContact, LadderSide.Structure, A.Today), A.Staff(), A.Now.AddMinutes(23), A.Day);
        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request, offer));
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var history = await staff.GetAsync($"/admin/demandes/{request.Reference}");

        Assert.True(page.Has($"Vous avez noté, pour {offer.Actor!.Name} : besoin non traité."), page.Text);
        Assert.True(page.Has($"{offer.Actor.Name} a noté : premier contact fait."), page.Text);
        Assert.True(page.Has($"L’équipe PLUS a noté, d’après {offer.Actor.Name} : besoin traité en entier."), page.Text);
        Assert.True(page.Has($"L’équipe PLUS a noté pour {offer.Actor.Name}, d’après vous : premier contact fait."), page.Text);
        Assert.True(history.Has($"a noté pour {offer.Actor.Name}, d’après cet acteur : besoin traité en entier."), history.Text);
        Assert.True(history.Has($"a noté pour {offer.Actor.Name}, d’après la structure : premier contact fait."), history.Text);
    }
}
