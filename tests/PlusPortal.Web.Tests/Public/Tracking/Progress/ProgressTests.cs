using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Requests.Satisfaction;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Public.Tracking.Progress;

/// <summary>What the structure says of an actor and of the end, and what staff and partners see of it.</summary>
public sealed class ProgressTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Later_day_is_agreed_to_once_however_often_it_is_pressed()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build().InTriage();
        var referral = request.Sending(offer);
        request.OfferDate(referral.Id, A.Today.AddDays(14), A.Partner(), A.Now, A.Day);
        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request, offer));
        var button = $"Cette date me convient : {offer.Actor!.Name}";

        await page.Form(button).SubmitAsync();
        var again = await page.Form(button).SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, again.Status);
        var stored = (await fixture.ReadAsync(request.Id)).Referrals[0];
        Assert.Equal((ReferralStatus.Accepted, (DateOnly?)A.Today.AddDays(14)), (stored.Status, stored.StartsOn));
    }

    [Fact]
    public async Task Outcome_is_contested_with_a_word_and_stands_in_the_list_of_disagreements()
    {
        var (request, offer, path) = await CompletedAsync();
        var page = await fixture.NewBrowser().GetAsync(path);
        var form = await page.ClickAsync($"Non, ce n’est pas exact : {offer.Actor!.Name}");

        await form.Form("Prévenir l’équipe PLUS").Fill("Que s’est-il passé ?", "Rien n’est fini.").SubmitAsync();
        var again = await form.Form("Prévenir l’équipe PLUS").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(OutcomeState.Contested, (await fixture.ReadAsync(request.Id)).Referrals[0].OutcomeState);
        var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var list = await staff.GetAsync("/admin/desaccords");
        Assert.True(list.Has(request.Reference));
        Assert.True(list.Has("Elle conteste la fin notée"));
    }

    [Fact]
    public async Task Outcome_is_confirmed_and_ends_the_request()
    {
        var (request, offer, path) = await CompletedAsync();

        var page = await fixture.NewBrowser().GetAsync(path);
        var after = await page.Form($"Oui, c’est exact : {offer.Actor!.Name}").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Equal(RequestStatus.Closed, (await fixture.ReadAsync(request.Id)).Status);
    }

    [Fact]
    public async Task Contact_and_need_are_noted_with_a_day_that_was()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build().InTriage();
        var referral = request.AcceptedBy(offer);
        var path = await fixture.TrackAsync(request, offer);
        var browser = fixture.NewBrowser();
        var root = $"{path}/interlocuteurs/{referral.Id}";
        var contact = await browser.GetAsync(root + "/contact");

        var future = await contact.Form("J’ai été contacté(e) ce jour-là").FillDate("Quel jour ?", A.Today.AddDays(2)).SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, future.Status);
        var once = await future.Form("J’ai été contacté(e) ce jour-là").FillDate("Quel jour ?", A.Today).SubmitAsync();
        Assert.False(once.Has("C’était déjà noté"));
        var twice = await future.Form("J’ai été contacté(e) ce jour-là").FillDate("Quel jour ?", A.Today).SubmitAsync();
        Assert.True(twice.Has("C’était déjà noté : rien n’a changé."));
        var report = await browser.GetAsync(root + "/suite");
        var why = await report.Form("Envoyer à l’équipe PLUS").Choose("Mon besoin n’est pas traité").SubmitAsync();
        Assert.Equal(["Dites pourquoi votre besoin n'est pas traité."], why.Errors);
        await why.Form("Envoyer à l’équipe PLUS").Choose("Pourquoi, si votre besoin n’est pas traité", "Pas de place, ou pas de temps, pour cette demande").SubmitAsync();

        await using var db = fixture.NewContext();
        var reports = await db.Set<LadderReport>().AsNoTracking().Where(row => row.ReferralId == referral.Id).OrderBy(row => row.Id).ToListAsync(Ct);
        Assert.Equal([(Rung.FirstContact, null), (Rung.NotDealtWith, UnmetReasons.Capacite)], reports.Select(row => (row.Rung, row.WhyNot)).OrderBy(row => row.Rung));
        Assert.All(reports, row => Assert.Equal(LadderSide.Structure, row.Side));
        var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        Assert.True((await staff.GetAsync("/admin/desaccords")).Has("Où il n’y avait pas de place"));
    }

    [Fact]
    public async Task What_the_structure_noted_by_mistake_is_taken_back_and_a_reason_beside_another_answer_is_refused()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build().InTriage();
        var referral = request.AcceptedBy(offer);
        request.SettleAnswers(A.Now.AddMinutes(10));
        var path = await fixture.TrackAsync(request, offer);
        var browser = fixture.NewBrowser();
        var address = $"{path}/interlocuteurs/{referral.Id}/suite";

        var refused = await (await browser.GetAsync(address)).Form("Envoyer à l’équipe PLUS").Choose("Mon besoin est traité").Choose("Pourquoi, si votre besoin n’est pas traité", "C’était trop cher").SubmitAsync();
        Assert.StartsWith("Une raison ne va qu'avec", refused.ErrorOf("Pourquoi, si votre besoin n’est pas traité"), StringComparison.Ordinal);
        Assert.True(refused.Form("Envoyer à l’équipe PLUS").IsOn("Mon besoin est traité"));
        var noted = await (await browser.GetAsync(address)).Form("Envoyer à l’équipe PLUS").Choose("Mon besoin est traité").SubmitAsync();
        var other = await (await browser.GetAsync(address)).Form("Envoyer à l’équipe PLUS").Choose("Mon besoin est traité en partie").SubmitAsync();
        Assert.StartsWith("Vous avez noté « besoin traité en entier » le lundi 2 mars 2026.", other.Errors.Single(), StringComparison.Ordinal);

        var button = "Ce n’était pas ça : retirer « besoin traité en entier », lundi 2 mars 2026";
        var back = await noted.Form(button).SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, (await noted.Form(button).SubmitAsync()).Status);

        Assert.False(back.Has("Ce que vous avez noté de cette aide"));
        await other.Form("Envoyer à l’équipe PLUS").SubmitAsync();
        await using var db = fixture.NewContext();
        Assert.Equal([Rung.DealtWithInPart], await db.Set<LadderReport>().AsNoTracking().Where(row => row.ReferralId == referral.Id).Select(row => row.Rung).ToListAsync(Ct));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal(1, stored.Timeline.Count(entry => entry.Kind == EventKind.RungTakenBack));
    }

    [Fact]
    public async Task Satisfaction_is_given_once_behind_the_link_of_the_mail_and_its_comment_waits_for_staff()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build().InTriage();
        request.Helped(request.AcceptedBy(offer));
        await fixture.StoreAsync(request, offer);
        var path = await LinkAsync(request.Id);
        var page = await fixture.NewBrowser().GetAsync(path);

        var empty = await page.Form("Envoyer mon avis").SubmitAsync();
        Assert.Equal((HttpStatusCode.BadRequest, 3), (empty.Status, empty.Errors.Count));
        var filled = empty.Form("Envoyer mon avis").Choose("Un interlocuteur vous a-t-il contacté(e) ?", "Non").Choose("Cela vous a-t-il été utile ?", "En partie").Choose("Rien pour le moment").Fill("Un commentaire", "Un commentaire inventé");
        var thanks = await filled.SubmitAsync();
        Assert.Equal("Merci pour votre avis", thanks.Heading);
        Assert.Equal("Merci pour votre avis", (await filled.SubmitAsync()).Heading);
        Assert.Equal("Merci pour votre avis", (await fixture.NewBrowser().GetAsync(path)).Heading);

        await using var db = fixture.NewContext();
        var answer = await db.SatisfactionAnswers.AsNoTracking().SingleAsync(row => row.RequestId == request.Id, Ct);
        Assert.Equal((false, Usefulness.InPart, HelpResult.Nothing, CommentState.ToRead), (answer.WasCalledBack, answer.Usefulness, answer.Result, answer.CommentState));
        var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var list = await staff.GetAsync("/admin/avis");
        Assert.True(list.Has("Un commentaire inventé"));
        await list.Form($"Montrer aux acteurs le commentaire sur {request.Reference}").SubmitAsync();
        Assert.Equal(CommentState.Released, (await db.SatisfactionAnswers.AsNoTracking().SingleAsync(row => row.Id == answer.Id, Ct)).CommentState);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Opinion_on_a_request_that_was_opened_again_is_not_kept_and_its_text_is_shown(bool isTracked)
    {
        var request = A.Request().Build().InTriage();
        request.Close(ClosingReasons.AbandonStructure, null, keptRequest: null, A.Staff(), A.Now, A.Day);
        var tracked = await fixture.TrackAsync(request);
        var page = await fixture.NewBrowser().GetAsync(isTracked ? tracked + "/avis" : await LinkAsync(request.Id));
        await using var db = fixture.NewContext();
        var stored = await db.OrientationRequests.WithStory().SingleAsync(row => row.Id == request.Id, Ct);
        stored.Reopen("Du nouveau.", A.Staff(), A.Now, A.Day);
        stored.Assign(null, A.Staff(), A.Now);
        await db.SaveChangesAsync(Ct);

        var refused = await page.Form("Envoyer mon avis").Fill("Un commentaire", "Un commentaire tapé trop tard").SubmitAsync();

        Assert.Equal(isTracked ? HttpStatusCode.Conflict : HttpStatusCode.NotFound, refused.Status);
        Assert.True(refused.Has("Un commentaire tapé trop tard"), refused.Text);
        Assert.True(refused.Has("Ce texte n’est pas enregistré."), refused.Text);
        Assert.False(await db.SatisfactionAnswers.AnyAsync(row => row.RequestId == request.Id, Ct));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Second_opinion_that_says_otherwise_is_refused_and_its_text_is_shown(bool isTracked)
    {
        var request = A.Request().Build().InTriage();
        request.Close(ClosingReasons.AbandonStructure, null, keptRequest: null, A.Staff(), A.Now, A.Day);
        var tracked = await fixture.TrackAsync(request);
        var page = await fixture.NewBrowser().GetAsync(isTracked ? tracked + "/avis" : await LinkAsync(request.Id));

        await Answered("Le premier avis").SubmitAsync();
        var second = await Answered("Le second avis").SubmitAsync();

        // Nobody had the request: nothing is asked of whoever would have called, and its comment is shown to nobody.
        Assert.False(page.Has("Un interlocuteur vous a-t-il contacté(e) ?"));
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var comments = await staff.GetAsync("/admin/avis");
        Assert.Contains(comments.Document.QuerySelectorAll("li.card-item"), card => card.TextContent.Contains(request.Reference, StringComparison.Ordinal) && card.TextContent.Contains("reste dans l’équipe", StringComparison.Ordinal) && !card.TextContent.Contains("Montrer aux acteurs", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.True(second.Has("Le second avis"), second.Text);
        Assert.True(second.Has("Un avis a déjà été donné pour cette demande"), second.Text);
        await using var db = fixture.NewContext();
        Assert.Equal("Le premier avis", (await db.SatisfactionAnswers.AsNoTracking().SingleAsync(row => row.RequestId == request.Id, Ct)).Comment);

        HtmlForm Answered(string comment) => page.Form("Envoyer mon avis").Choose("Cela vous a-t-il été utile ?", "En partie").Choose("Rien pour le moment").Fill("Un commentaire", comment);
    }

    [Fact]
    public async Task Link_that_nobody_made_and_a_request_that_is_open_ask_nothing()
    {
        var request = A.Request().Build().InTriage();
        await fixture.StoreAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, (await fixture.NewBrowser().GetAsync(await LinkAsync(request.Id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await fixture.NewBrowser().GetAsync("/avis/" + LinkTokens.Create())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await fixture.NewBrowser().GetAsync("/avis/court")).Status);
    }

    [Fact]
    public async Task Partner_offers_a_later_day_and_takes_it_back()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build().InTriage();
        var referral = request.Sending(offer);
        await fixture.StoreAsync(request, offer);
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        var form = await (await partner.GetAsync($"/partenaire/demandes/{referral.Id}")).ClickAsync("Oui, mais à partir du…");

        var past = await form.Form("Proposer cette date").FillDate("À partir de quel jour ?", A.Today).SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, past.Status);
        var offered = await past.Form("Proposer cette date").FillDate("À partir de quel jour ?", A.Today.AddDays(10)).SubmitAsync();
        Assert.Equal(ReferralStatus.DateOffered, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);

        await offered.Form("Annuler ma réponse").SubmitAsync();

        Assert.Equal(ReferralStatus.Sent, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);
        Assert.DoesNotContain(MailKind.DateOffered, await fixture.MailsAboutAsync(request.Id));
    }

    private async Task<(OrientationRequest Request, SupportOffer Offer, string Path)> CompletedAsync()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build().InTriage();
        var referral = request.AcceptedBy(offer);
        request.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, A.Partner(), A.Now, A.Day);
        return (request, offer, await fixture.TrackAsync(request, offer));
    }

    private async Task<string> LinkAsync(Guid requestId)
    {
        var token = LinkTokens.Create();
        await using var db = fixture.NewContext();
        db.AccessLinks.Add(new AccessLink { TokenHash = LinkTokens.Hash(token), Purpose = LinkPurpose.Satisfaction, SubjectId = requestId, CreatedAt = A.Now, ExpiresAt = A.Now.AddYears(1) });
        await db.SaveChangesAsync(Ct);
        return "/avis/" + token;
    }
}
