using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Labels.Situations;
using PlusPortal.Web.Tests.Admin.Requests;
using PlusPortal.Web.Tests.Public.ActorLinks;
using PlusPortal.Web.Tests.Public.Tracking;

namespace PlusPortal.Web.Tests.Situations;

/// <summary>The pages of the three readers say exactly the sentences of the situations of a request.</summary>
public sealed class SituationPageTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    public static TheoryData<string> Scenes => ["reçue", "en tri", "question de PLUS", "envoyée", "question d’un acteur", "date", "acceptée", "fin à confirmer", "déclinée", "terminée"];

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task Three_readers_read_the_words_of_the_situation(string scene)
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = Arrange(scene, request, offer);
        await fixture.StoreAsync(request, offer);
        await using var db = fixture.NewContext();
        var stored = await db.OrientationRequests.AsNoTracking().WithReferrals().SingleAsync(one => one.Id == request.Id, TestContext.Current.CancellationToken);
        var names = stored.Referrals.ToDictionary(one => one.Id, _ => offer.Actor!.Name);

        var tracking = await fixture.NewBrowser().GetAsync(await fixture.LinkToAsync(request.Id, provesAddress: false));
        Says(tracking, SituationReading.ForStructure(stored, names, null, isFollower: false, A.Day));

        using var staff = await fixture.StaffAsync();
        Says(await staff.GetAsync(RequestScene.Address(request)), SituationReading.ForStaff(stored, names, A.Day));

        if (referral is null) return;
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        var own = stored.Referrals.Single(one => one.Id == referral.Id);
        var page = await partner.GetAsync(own.Status is ReferralStatus.Declined ? "/partenaire/demandes?liste=passees" : $"/partenaire/demandes/{own.Id}");
        Says(page, SituationReading.ForActor(stored, own, mayAnswer: false, A.Day));
    }

    [Fact]
    public async Task A_later_day_that_was_agreed_stands_in_the_sentence_and_nobody_is_asked_about_a_call_before_it()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        request.OfferDate(referral.Id, A.Today.AddDays(14), A.Partner(), A.Now, A.Day);
        request.AgreeToDate(referral.Id, Author.Structure, A.Now, A.Day);
        await fixture.StoreAsync(request, offer);

        var page = await fixture.NewBrowser().GetAsync(await fixture.LinkToAsync(request.Id));

        Assert.True(page.Has($"{offer.Actor!.Name} s’occupe de votre demande à partir du lundi 16 mars 2026, et vous contacte"), page.Text);
        Assert.False(page.Has("m’a contacté(e)"), page.Text);
    }

    [Fact]
    public async Task Staff_read_that_the_structure_is_to_be_asked_about_the_actors_they_chose()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().AskingFirst().Build().InTriage();
        request.Proposing(offer);
        await fixture.StoreAsync(request, offer);

        using var staff = await fixture.StaffAsync();
        var page = await staff.GetAsync(RequestScene.Address(request));

        Assert.True(page.Has("Demandez à la structure son accord pour les acteurs choisis"), page.Text);
        Assert.True(page.HasForm("Demander l’accord de la structure"));
    }

    private static Referral? Arrange(string scene, OrientationRequest request, SupportOffer offer)
    {
        if (scene == "reçue") return null;
        if (scene == "acceptée") return request.AcceptedBy(offer);
        if (scene == "fin à confirmer")
        {
            var accepted = request.AcceptedBy(offer);
            request.CompleteReferral(accepted.Id, ReferralOutcomes.AideApportee, null, A.Partner(), A.Now, A.Day);
            return accepted;
        }

        if (scene is "en tri" or "question de PLUS" or "terminée")
        {
            request.InTriage();
            if (scene == "question de PLUS") request.AskStructure("Combien de salariés ?", A.Staff(), A.Now, A.Day);
            if (scene == "terminée") request.Close(ClosingReasons.AucunActeur, "Rien de mieux.", null, A.Staff(), A.Now, A.Day);
            return null;
        }

        var sent = request.Sending(offer);
        if (scene == "question d’un acteur") request.RequestInformation(sent.Id, "Combien de salariés ?", A.Partner(), A.Now, A.Day);
        if (scene == "date") request.OfferDate(sent.Id, A.Today.AddDays(20), A.Partner(), A.Now, A.Day);
        if (scene == "déclinée") request.DeclineReferral(sent.Id, new Decline(DeclineReasons.HorsTerritoire, null, null), A.Partner(), A.Now, A.Day);
        return sent;
    }

    private static void Says(HtmlPage page, SituationReading reading) => Assert.All(reading.Sentences, sentence => Assert.True(page.Has(sentence), $"{sentence}\n{page.Text}"));
}
