using System.Net;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Public.Tracking;

public sealed class TrackingActionTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Answer_to_PLUS_takes_the_request_back_to_triage()
    {
        var request = A.Request().Build().InTriage();
        request.AskStructure("Combien de bénévoles ?", A.Staff(), A.Now, A.Day);
        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request));
        Assert.Equal("Une précision vous est demandée", page.Heading);

        var form = await page.ClickAsync("Répondre à l’équipe PLUS");
        Assert.True(form.Has("Combien de bénévoles ?"));
        var after = await form.Form("Envoyer ma réponse").Fill("Votre réponse", "Une douzaine.").SubmitAsync();

        Assert.Equal("En cours d'étude par PLUS", after.Heading);
        Assert.True(after.Has("Une douzaine."));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.InTriage, WaitsFor.Plus), (stored.Status, stored.WaitsFor));
        Assert.Equal("Une douzaine.", Assert.Single(stored.Notes, note => note.Kind == NoteKind.AnswerFromStructure).Text);
        Assert.Equal([MailKind.StaffAttention], await fixture.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task Empty_answer_is_refused_and_a_long_one_is_kept()
    {
        var request = A.Request().Build().InTriage();
        request.AskStructure("Combien de bénévoles ?", A.Staff(), A.Now, A.Day);
        var browser = fixture.NewBrowser();
        var form = await browser.GetAsync(await fixture.TrackAsync(request) + "/reponse");

        var empty = await form.Form("Envoyer ma réponse").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Equal("Écrivez votre réponse. Si vous ne savez pas, dites-le simplement.", empty.ErrorOf("Votre réponse"));
        Assert.StartsWith("Erreur : ", empty.Title, StringComparison.Ordinal);

        var text = new string('a', RequestNote.TextLength + 1);
        var tooLong = await empty.Form("Envoyer ma réponse").Fill("Votre réponse", text).SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.Status);
        Assert.Equal(text, tooLong.Form("Envoyer ma réponse").Value("Votre réponse"));
    }

    [Fact]
    public async Task Second_tab_that_answers_sees_the_present_state()
    {
        var request = A.Request().Build().InTriage();
        request.AskStructure("Combien de bénévoles ?", A.Staff(), A.Now, A.Day);
        var browser = fixture.NewBrowser();
        var path = await fixture.TrackAsync(request) + "/reponse";
        var (one, two) = (await browser.GetAsync(path), await browser.GetAsync(path));

        await one.Form("Envoyer ma réponse").Fill("Votre réponse", "La première.").SubmitAsync();
        var late = await two.Form("Envoyer ma réponse").Fill("Votre réponse", "La seconde.").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Cette action n'a pas été faite", late.Heading);
        Assert.Equal("En cours d'étude par PLUS", (await late.ClickAsync("Rouvrir la page")).Heading);
        Assert.Single((await fixture.ReadAsync(request.Id)).Notes, note => note.Kind == NoteKind.AnswerFromStructure);
    }

    [Fact]
    public async Task Answer_to_an_older_question_does_not_land_under_the_new_one()
    {
        var request = A.Request().Build().InTriage();
        request.AskStructure("Première question ?", A.Staff(), A.Now, A.Day);
        var path = await fixture.TrackAsync(request);
        var form = await fixture.NewBrowser().GetAsync(path + "/reponse");
        await ChangeAsync(request.Id, stored =>
        {
            stored.DropQuestion(A.Staff(), A.Now, A.Day);
            stored.AskStructure("Seconde question ?", A.Staff(), A.Now.AddMinutes(1), A.Day);
        });

        var answer = await form.Form("Envoyer ma réponse").Fill("Votre réponse", "Pour la première.").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(RequestStatus.NeedsInformation, (await fixture.ReadAsync(request.Id)).Status);
    }

    [Fact]
    public async Task Answer_to_an_actor_starts_its_clock_again_and_tells_it()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        request.RequestInformation(referral.Id, "Quel budget ?", A.Partner(), A.Now, A.Day);
        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request, offer));

        var form = await page.ClickAsync($"Répondre à {offer.Actor!.Name}");
        var after = await form.Form("Envoyer ma réponse").Fill("Votre réponse", "Dix mille euros.").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Equal(ReferralStatus.Sent, Assert.Single((await fixture.ReadAsync(request.Id)).Referrals).Status);
        Assert.Equal([MailKind.ReferralChangedForPartner], await fixture.MailsAboutAsync(request.Id, referral.Id));
    }

    [Fact]
    public async Task Each_recipient_is_agreed_to_or_refused()
    {
        var (yes, no) = (A.SupportOffer().Build(), A.SupportOffer().Build());
        var request = A.Request().AskingFirst().Build();
        request.Proposing(yes);
        request.Proposing(no);
        request.AskConsent(A.Staff(), A.Now, A.Day);
        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request, yes, no));
        Assert.Equal("Des interlocuteurs vous sont proposés", page.Heading);

        page = await page.Form($"D’accord pour {yes.Actor!.Name}").SubmitAsync();
        var confirmation = await page.ClickAsync($"Je ne veux pas de cet interlocuteur : {no.Actor!.Name}");
        page = await confirmation.Form($"Écarter {no.Actor.Name}").SubmitAsync();

        Assert.True(page.Has("L’équipe PLUS transmet votre demande aux interlocuteurs retenus"));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.NotNull(stored.Referrals.Single(referral => referral.OfferId == yes.Id).ConsentGivenAt);
        Assert.Equal(ReferralStatus.Cancelled, stored.Referrals.Single(referral => referral.OfferId == no.Id).Status);
        Assert.Equal(WaitsFor.Plus, stored.WaitsFor);
    }

    [Fact]
    public async Task Double_click_on_an_agreement_records_one()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().AskingFirst().Build();
        request.Proposing(offer);
        request.AskConsent(A.Staff(), A.Now, A.Day);
        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request, offer));

        var form = page.Form($"D’accord pour {offer.Actor!.Name}");
        var answers = await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single((await fixture.ReadAsync(request.Id)).Timeline, entry => entry.Kind == EventKind.ConsentGiven);
        Assert.Equal([MailKind.StaffAttention], await fixture.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task None_suits_takes_every_proposal_back_with_a_word_to_PLUS()
    {
        var offers = new[] { A.SupportOffer().Build(), A.SupportOffer().Build() };
        var request = A.Request().AskingFirst().Build();
        foreach (var offer in offers) request.Proposing(offer);
        request.AskConsent(A.Staff(), A.Now, A.Day);
        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request, offers));

        var form = await page.ClickAsync("Aucun ne me convient");
        var after = await form.Form("Écarter ces propositions").Fill("Dites-nous ce que vous cherchez", "Plutôt un réseau associatif.").SubmitAsync();

        Assert.Equal("En cours d'étude par PLUS", after.Heading);
        var stored = await fixture.ReadAsync(request.Id);
        Assert.All(stored.Referrals, referral => Assert.Equal(ReferralStatus.Cancelled, referral.Status));
        Assert.Equal("Plutôt un réseau associatif.", Assert.Single(stored.Notes, note => note.Kind == NoteKind.MessageFromStructure).Text);
        Assert.Equal([MailKind.StaffAttention], await fixture.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task Nobody_called_back_is_due_today_for_PLUS()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        request.AcceptedBy(offer);
        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request, offer));

        var form = await page.ClickAsync("Personne ne m’a écrit");
        var after = await form.Form("Prévenir l’équipe PLUS").SubmitAsync();

        Assert.True(after.Has("Vous nous avez dit n'avoir reçu aucun message."));
        Assert.False(after.Has("Personne ne m’a écrit"), "what was said is asked again");
        Assert.False(after.Has("Dites-le-nous"));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((WaitsFor.Plus, A.Day), (stored.WaitsFor, stored.NextDueOn));
        Assert.Equal([MailKind.StaffAttention], await fixture.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task Withdrawal_asks_first_then_ends_and_tells_the_actors()
    {
        var (byMail, byHand) = (A.SupportOffer().Build(), A.SupportOffer().Build());
        var request = A.Request().Build();
        var referral = request.Sending(byMail);
        request.Sending(byHand, isByHand: true);
        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request, byMail, byHand));

        var confirmation = await page.ClickAsync("Retirer ma demande");
        Assert.True((await fixture.ReadAsync(request.Id)).IsOpen);
        var after = await confirmation.Form("Retirer ma demande").Fill("Pourquoi retirez-vous votre demande ?", "Nous avons trouvé.").SubmitAsync();

        Assert.Equal("Terminée", after.Heading);
        Assert.True(after.Has("Votre demande est terminée : nous ne cherchons plus d’interlocuteur."));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal(ClosingReasons.AbandonStructure, stored.ClosingReason);
        Assert.Equal([MailKind.ReferralChangedForPartner], await fixture.MailsAboutAsync(referral.Id));
        Assert.Equivalent(new[] { MailKind.RequestClosed, MailKind.StaffAttention }, await fixture.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task Nobody_called_back_tells_staff_once_a_day_however_often_it_is_said()
    {
        var clock = new FakeTimeProvider(A.Now);
        await using var portal = new PortalFactory(fixture.Database, clock);
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        request.AcceptedBy(offer);
        var path = await fixture.TrackAsync(request, offer);
        using var browser = portal.NewBrowser();
        async Task<HtmlPage> SayAsync(string message) => await (await browser.GetAsync(path + "/rappel")).Form("Prévenir l’équipe PLUS").Fill("Voulez-vous ajouter quelque chose ?", message).SubmitAsync();

        var first = await SayAsync("");
        for (var again = 0; again < 10; again++) Assert.Equal(first.Heading, (await SayAsync(again == 4 ? "Toujours personne." : "")).Heading);

        Assert.Equal([MailKind.StaffAttention], await fixture.MailsAboutAsync(request.Id));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal(2, stored.Timeline.Count(entry => entry.Kind == EventKind.NotCalledBack));
        Assert.Equal("Toujours personne.", Assert.Single(stored.Notes, note => note.Kind == NoteKind.MessageFromStructure).Text);

        clock.Advance(TimeSpan.FromDays(1));
        await SayAsync("");
        Assert.Equal([MailKind.StaffAttention, MailKind.StaffAttention], await fixture.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task One_actor_can_be_dismissed_without_ending_the_request()
    {
        var (kept, dismissed) = (A.SupportOffer().Build(), A.SupportOffer().Build());
        var request = A.Request().Build();
        request.Sending(kept);
        var referral = request.Sending(dismissed);
        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request, kept, dismissed));

        var confirmation = await page.ClickAsync($"Lui retirer ma demande : {dismissed.Actor!.Name}");
        var after = await confirmation.Form($"Retirer ma demande à {dismissed.Actor.Name}").SubmitAsync();

        Assert.Equal("Transmise, réponse attendue", after.Heading);
        Assert.Equal([MailKind.ReferralChangedForPartner], await fixture.MailsAboutAsync(referral.Id));
    }

    [Fact]
    public async Task Referral_of_another_request_is_out_of_reach()
    {
        var offer = A.SupportOffer().Build();
        var (mine, other) = (A.Request().Build().InTriage(), A.Request().AskingFirst().Build());
        var foreign = other.Proposing(offer);
        other.AskConsent(A.Staff(), A.Now, A.Day);
        await fixture.StoreAsync(other, offer);
        var browser = fixture.NewBrowser();
        var path = await fixture.TrackAsync(mine);
        var page = await browser.GetAsync(path + "/retrait");

        var answer = await Redirected(page.Form("Retirer ma demande"), $"{path}/interlocuteurs/{foreign.Id}/accord");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Null(Assert.Single((await fixture.ReadAsync(other.Id)).Referrals).ConsentGivenAt);

        async Task<Testing.Html.HtmlPage> Redirected(Testing.Html.HtmlForm form, string target)
        {
            using var sent = form.Request();
            sent.RequestUri = new Uri(sent.RequestUri!, target);
            return await browser.SendAsync(sent);
        }
    }

    private async Task ChangeAsync(Guid requestId, Action<OrientationRequest> change)
    {
        await using var db = fixture.NewContext();
        var stored = db.OrientationRequests.Single(request => request.Id == requestId);
        change(stored);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
