using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Privacy;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Email;

namespace PlusPortal.Web.Tests.Privacy;

/// <summary>Which fields each moment tells an actor: one table, written from the workflow.</summary>
public sealed class TransmissionTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_staff_say_to_an_actor_without_address_is_recorded_when_they_note_it_and_once()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = request.Sending(offer, isByHand: true);
        request.OfferDate(referral.Id, A.Today.AddDays(14), A.Staff(), A.Now, A.Day);
        request.AddInformation("Notre local est prêt.", Author.Structure, A.Now);
        request.ShareInformation(A.Staff(), A.Now);
        await fixture.StoreAsync(request, offer);
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var address = $"/admin/demandes/{request.Reference}";
        var button = $"C’est dit à {offer.Actor!.Name}";

        // What was added, while its day waits.
        var page = await staff.GetAsync(address);
        Assert.DoesNotContain(await ReadAsync(), one => one.Moment == TransmissionMoment.Changed);
        await page.Form(button).SubmitAsync();
        var twice = await page.Form(button).SubmitAsync();
        Assert.Equal((TransmissionChannel.ByHand, "added"), (await ReadAsync()).Where(one => one.Moment == TransmissionMoment.Changed).Select(one => (one.Channel, one.Fields.Single())).Single());
        Assert.False(twice.Has(button), twice.Text);
        Assert.True(twice.Has("L’équipe l’a dit"));

        // Its day suits: it is told whom to call.
        var agreed = await staff.GetAsync(address + $"/envois/{referral.Id}/accord-date");
        var accepted = await agreed.Form("Noter l’accord").Choose("Comment l’avez-vous appris ?", "Par téléphone").Fill("Nom de la personne qui vous l’a dit", "Sacha Entendu").SubmitAsync();
        Assert.DoesNotContain(await ReadAsync(), one => one.Moment == TransmissionMoment.Accepted);
        await accepted.Form(button).SubmitAsync();
        Assert.Contains("email", Assert.Single(await ReadAsync(), one => one.Moment == TransmissionMoment.Accepted).Fields);

        // How to reach the person changes.
        fixture.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await using (var scope = fixture.Portal.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Data.PortalDb>();
            var loaded = await db.OrientationRequests.Include(row => row.Referrals).SingleAsync(row => row.Id == request.Id, Ct);
            loaded.CorrectContact(new(loaded.Contact.Name, "+33199000004", ContactChannels.Telephone, null), Author.Structure, fixture.Portal.Clock.GetUtcNow());
            await scope.ServiceProvider.GetRequiredService<Announcer>().AnnounceAsync(loaded, Ct);
            await db.SaveChangesAsync(Ct);
        }

        var stale = await accepted.Form(button).SubmitAsync();
        Assert.Equal(System.Net.HttpStatusCode.Conflict, stale.Status);
        var changed = await staff.GetAsync(address);
        await changed.Form(button).SubmitAsync();
        await changed.Form(button).SubmitAsync();
        Assert.Contains("email", Assert.Single(await ReadAsync(), one => one.Moment == TransmissionMoment.Changed && !one.Fields.Contains("added")).Fields);
        Assert.Equal(3, (await ReadAsync()).Count);

        async Task<List<Transmission>> ReadAsync()
        {
            await using var db = fixture.NewContext();
            return await db.Transmissions.AsNoTracking().Where(one => one.RequestId == request.Id).ToListAsync(Ct);
        }
    }

    [Fact]
    public async Task Each_moment_records_what_it_tells()
    {
        var (offer, byHand) = (A.SupportOffer().Build(), A.SupportOffer().Build());
        var request = A.Request().Build().InTriage();
        var (mailed, told) = (request.Proposing(offer), request.Proposing(byHand));
        foreach (var referral in new[] { mailed, told }) request.GiveConsent(referral.Id, A.Staff(), A.Now, A.Day);
        await fixture.StoreAsync(request, offer, byHand);

        await ActAsync(r => r.WriteSummary("Avant tout envoi.", A.Staff(), A.Now));
        Assert.Empty(await ReadAsync());
        await ActAsync(r => r.SendReferral(mailed.Id, offer, isByHand: false, A.Staff(), A.Now, A.Day));
        var sent = Assert.Single(await ReadAsync());
        Assert.Equal((TransmissionMoment.Sent, TransmissionChannel.Portal, offer.ActorId), (sent.Moment, sent.Channel, sent.ActorId));
        Assert.Superset(new HashSet<string> { "title", "need", "summary", "commune", "stage" }, sent.Fields.ToHashSet());
        Assert.DoesNotContain("email", sent.Fields);

        await ActAsync(r => r.SendReferral(told.Id, byHand, isByHand: true, A.Staff(), A.Now, A.Day));
        var hand = (await ReadAsync()).Single(one => one.ReferralId == told.Id);
        Assert.Equal(TransmissionChannel.ByHand, hand.Channel);
        Assert.DoesNotContain("need", hand.Fields);

        await ActAsync(r => r.RequestInformation(mailed.Id, "Combien ?", A.Partner(), A.Now, A.Day));
        await ActAsync(r => r.GiveInformation(mailed.Id, "Douze.", Author.Structure, A.Now, A.Day));
        Assert.Equal(["answer"], (await ReadAsync()).Single(one => one.Moment == TransmissionMoment.Answered).Fields);

        await ActAsync(r => r.WriteSummary("Autre résumé.", A.Staff(), A.Now));
        Assert.Equal(["summary"], Assert.Single(await ReadAsync(), one => one.Moment == TransmissionMoment.Changed).Fields);

        await ActAsync(r => Accept(r, mailed.Id, A.Partner()));
        await ActAsync(r => r.CorrectAddress("ancienne@example.org", A.Staff(), A.Now));
        Assert.DoesNotContain(await ReadAsync(), one => one.Fields.Contains("email"));

        // Whom to call is told when its page shows it, and once.
        var tracking = await fixture.LinkToAsync(request.Id, provesAddress: false);
        Assert.True((await fixture.NewBrowser().GetAsync(tracking)).Has("Il n’a pas encore lu vos coordonnées"));
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        await Task.WhenAll(partner.GetAsync($"/partenaire/demandes/{mailed.Id}"), partner.GetAsync($"/partenaire/demandes/{mailed.Id}"));
        var accepted = (await ReadAsync()).Single(one => one.Moment == TransmissionMoment.Accepted);
        Assert.Contains("email", accepted.Fields);
        Assert.DoesNotContain("need", accepted.Fields);
        Assert.True((await fixture.NewBrowser().GetAsync(tracking)).Has("Il a vos coordonnées."));

        await ActAsync(r => r.CorrectAddress("nouvelle@example.org", A.Staff(), A.Now));
        Assert.Contains(await ReadAsync(), one => one.Moment == TransmissionMoment.Changed && one.Fields.SequenceEqual(["email"]));

        await ActAsync(r => r.DeclineReferral(told.Id, new Decline(DeclineReasons.Capacite, null, null), A.Staff(), A.Now, A.Day));
        await ActAsync(r => r.CorrectReferral(told.Id, byHand, "Erreur.", A.Staff(), A.Now, A.Day));
        Assert.Single(await ReadAsync(), one => one.Moment == TransmissionMoment.SentAgain);

        // By hand, when staff say that they gave it.
        await ActAsync(r => Accept(r, told.Id, A.Staff()));
        var handed = await fixture.NewBrowser().GetAsync(await fixture.LinkToAsync(request.Id, provesAddress: false));
        Assert.True(handed.Has("L’équipe PLUS lui donne vos coordonnées."), handed.Text);
        await ActAsync(r => r.RaiseTask(StaffTask.GiveContact, told.Id, Author.Job, A.Now, A.Day));
        Assert.DoesNotContain(await ReadAsync(), one => one.Moment == TransmissionMoment.Accepted && one.ReferralId == told.Id);
        await ActAsync(r => r.SettleTask(null, A.Staff(), A.Now, A.Day));
        Assert.Contains("email", (await ReadAsync()).Single(one => one.Moment == TransmissionMoment.Accepted && one.ReferralId == told.Id).Fields);

        // Shown to the structure, and to staff.
        var page = await fixture.NewBrowser().GetAsync(await fixture.LinkToAsync(request.Id, provesAddress: false));
        Assert.True(page.Has("Ce que nous avons transmis"));
        Assert.True(page.Has(offer.Actor!.Name));
        Assert.True(page.Has("Réponse à sa question"), page.Text);

        static void Accept(OrientationRequest request, Guid referralId, Author by)
        {
            request.AcceptReferral(referralId, by, A.Now, A.Day);
            request.SettleAnswers(A.Now.AddMinutes(Referral.UndoMinutes));
        }

        async Task ActAsync(Action<OrientationRequest> act)
        {
            await using var scope = fixture.Portal.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Data.PortalDb>();
            var loaded = await db.OrientationRequests.Include(row => row.Referrals).Include(row => row.Notes).SingleAsync(row => row.Id == request.Id, Ct);
            act(loaded);
            await scope.ServiceProvider.GetRequiredService<Announcer>().AnnounceAsync(loaded, Ct);
            await db.SaveChangesAsync(Ct);
        }

        async Task<List<Transmission>> ReadAsync()
        {
            await using var db = fixture.NewContext();
            return await db.Transmissions.AsNoTracking().Where(one => one.RequestId == request.Id).ToListAsync(Ct);
        }
    }
}
