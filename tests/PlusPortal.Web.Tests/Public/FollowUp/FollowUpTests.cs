using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Audit;
using PlusPortal.Data.Codes;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Security.Audit;
using PlusPortal.Web.Tests.Public.ActorLinks;

namespace PlusPortal.Web.Tests.Public.FollowUp;

/// <summary>An actor without account follows what it took; whom to call shows after a code mailed to its recorded address.</summary>
public sealed class FollowUpTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Phone = "06 00 00 00 42";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contact_shows_after_the_code_in_that_browser_alone_for_an_hour()
    {
        await using var portal = new PortalFactory(fixture.Database);
        var (request, referral, offer) = await fixture.TakenAsync();
        var path = await fixture.ActorLinkAsync(referral.Id, LinkPurpose.ReferralFollowUp);
        var page = await portal.NewBrowser().GetAsync(path);
        Assert.True(page.Has(request.Declared.Need));
        Assert.All([request.Contact.Name, request.Contact.Email, Phone], text => Assert.DoesNotContain(text, page.Body, StringComparison.Ordinal));

        var typing = await page.Form("Recevoir un code").SubmitAsync();
        Assert.Equal("Taper le code reçu par e-mail", typing.Heading);
        var field = typing.Document.QuerySelector("main input[name='Form.Code']")!;
        Assert.Equal(("one-time-code", "numeric"), (field.GetAttribute("autocomplete"), field.GetAttribute("inputmode")));
        var mail = await fixture.WriteMailAsync(MailKind.ContactCode, referral.Id);
        Assert.Equal([offer.Actor!.ContactEmail!], mail.Mail.Recipients);
        var code = await fixture.CodeInMailAsync(referral.Id);
        var opened = await typing.Form("Afficher les coordonnées").Fill("Code à 6 chiffres", $" {code[..3]} {code[3..]} ").SubmitAsync();

        Assert.Equal(path, opened.Path);
        Assert.All([request.Contact.Name, request.Contact.Email, Phone], text => Assert.True(opened.Has(text)));
        Assert.DoesNotContain(Phone, (await portal.NewBrowser().GetAsync(path)).Body, StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.True((await opened.Browser.GetAsync(path)).Has(Phone));
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False((await opened.Browser.GetAsync(path)).Has(Phone));
    }

    [Fact]
    public async Task Reading_whom_to_call_is_told_to_the_journal_without_an_account()
    {
        var (request, _, opened) = await OpenedAsync();
        Assert.True(opened.Has(Phone));

        await fixture.Portal.Services.GetRequiredService<AuditQueue>().FlushAsync(Ct);

        await using var db = fixture.NewContext();
        var line = await db.Set<AuditEvent>().AsNoTracking().SingleAsync(row => row.RequestId == request.Id && row.Kind == nameof(AuditAct.ContactRead), Ct);
        Assert.Equal((null, "/suite/{token}"), (line.ActorId, line.Route));
    }

    [Fact]
    public async Task Structure_reads_that_its_contact_details_are_known_once_the_code_was_used()
    {
        var (request, referral, _) = await fixture.TakenAsync();
        await using (var db = fixture.NewContext()) await db.Referrals.Where(row => row.Id == referral.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.SettlesAt, (DateTimeOffset?)null), Ct);
        var tracking = await fixture.LinkToAsync(request.Id);
        var page = await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id, LinkPurpose.ReferralFollowUp));
        Assert.True((await fixture.NewBrowser().GetAsync(tracking)).Has("Il n’a pas encore lu vos coordonnées"));

        var typing = await page.Form("Recevoir un code").SubmitAsync();
        await typing.Form("Afficher les coordonnées").Fill("Code à 6 chiffres", await fixture.CodeInMailAsync(referral.Id)).SubmitAsync();

        Assert.True((await fixture.NewBrowser().GetAsync(tracking)).Has("Il a vos coordonnées."));
    }

    [Fact]
    public async Task Code_works_once_and_its_cookie_opens_no_other_page()
    {
        var (_, referral, opened) = await OpenedAsync();
        var path = opened.Path;
        var other = fixture.NewBrowser();
        var typing = await other.GetAsync(path + "/code");
        await using var db = fixture.NewContext();
        Assert.NotNull((await db.ContactCodes.AsNoTracking().SingleAsync(row => row.ReferralId == referral.Id, Ct)).UsedAt);

        var again = await typing.Form("Afficher les coordonnées").Fill("Code à 6 chiffres", lastCode).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.False((await other.GetAsync(path)).Has(Phone));
        var (_, second, _) = await fixture.TakenAsync();
        Assert.False((await opened.Browser.GetAsync(await fixture.ActorLinkAsync(second.Id, LinkPurpose.ReferralFollowUp))).Has(Phone));
        var closed = await opened.Form("Les masquer maintenant").SubmitAsync();
        Assert.False(closed.Has(Phone));
    }

    [Fact]
    public async Task Five_wrong_codes_spend_it_and_a_late_one_opens_nothing()
    {
        await using var portal = new PortalFactory(fixture.Database);
        var (_, referral, _) = await fixture.TakenAsync();
        var path = await fixture.ActorLinkAsync(referral.Id, LinkPurpose.ReferralFollowUp);
        var typing = await (await portal.NewBrowser().GetAsync(path)).Form("Recevoir un code").SubmitAsync();
        var code = await fixture.CodeInMailAsync(referral.Id);
        var wrong = code == "000000" ? "000001" : "000000";
        var empty = await typing.Form("Afficher les coordonnées").SubmitAsync();
        Assert.Equal("Tapez le code à 6 chiffres reçu par e-mail.", empty.ErrorOf("Code à 6 chiffres"));

        for (var attempt = 0; attempt < ContactCode.MostTries; attempt++)
        {
            var refused = await typing.Form("Afficher les coordonnées").Fill("Code à 6 chiffres", wrong).SubmitAsync();
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await typing.Form("Afficher les coordonnées").Fill("Code à 6 chiffres", code).SubmitAsync()).Status);

        var fresh = await typing.Form("Recevoir un nouveau code").SubmitAsync();
        var late = await fixture.CodeInMailAsync(referral.Id);
        portal.Clock.Advance(TimeSpan.FromMinutes(ContactCode.Minutes));
        Assert.Equal(HttpStatusCode.BadRequest, (await fresh.Form("Afficher les coordonnées").Fill("Code à 6 chiffres", late).SubmitAsync()).Status);
    }

    [Fact]
    public async Task Code_is_at_rest_nowhere_but_as_a_hash_and_of_two_right_ones_one_counts()
    {
        var (_, referral, _) = await fixture.TakenAsync();
        var (text, row) = ContactCode.Create(referral.Id, A.Now);
        Assert.Equal(ContactCode.Digits, text.Length);
        Assert.DoesNotContain(text, Convert.ToHexString(row.Hash) + Convert.ToHexString(row.Salt), StringComparison.Ordinal);
        await using (var db = fixture.NewContext())
        {
            db.ContactCodes.Add(row);
            await db.SaveChangesAsync(Ct);
        }

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var db = fixture.NewContext();
            return await db.TryContactCodeAsync(referral.Id, text, A.Now, Ct);
        }));

        Assert.Single(tries, opened => opened);
    }

    [Fact]
    public async Task Day_has_so_many_codes()
    {
        var (_, referral, _) = await fixture.TakenAsync();
        var page = await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id, LinkPurpose.ReferralFollowUp));
        HtmlPage? last = null;

        for (var attempt = 0; attempt < 11; attempt++) last = await page.Form("Recevoir un code").SubmitAsync();

        Assert.Equal((HttpStatusCode.TooManyRequests, "Plus de code aujourd'hui"), (last!.Status, last.Heading));
        Assert.Equal(10, (await fixture.MailsAboutAsync(referral.Id)).Count(kind => kind == MailKind.ContactCode));
    }

    [Fact]
    public async Task First_contact_news_and_end_are_noted_through_the_link()
    {
        var (request, referral, _) = await fixture.TakenAsync();
        var path = await fixture.ActorLinkAsync(referral.Id, LinkPurpose.ReferralFollowUp);
        var form = await (await fixture.NewBrowser().GetAsync(path)).ClickAsync("Premier contact fait le…");
        Assert.True(form.Form("Noter").IsOn("Premier contact fait"));

        var future = await form.Form("Noter").FillDate("Quel jour ?", A.Today.AddDays(1)).SubmitAsync();
        Assert.StartsWith("Ce jour n'est pas encore passé", future.Errors.Single(), StringComparison.Ordinal);
        var noted = await future.Form("Noter").FillDate("Quel jour ?", A.Today).SubmitAsync();
        Assert.True(noted.Has("lundi 2 mars 2026 : premier contact fait"));
        var news = await noted.Form("Toujours en cours").SubmitAsync();
        Assert.True(news.Has("l’accompagnement continue"));
        var unmet = await (await news.ClickAsync("Noter une autre étape")).Form("Noter").Choose("Besoin non traité").SubmitAsync();
        Assert.Equal(["Dites pourquoi le besoin n'est pas traité."], unmet.Errors);

        var stale = await news.ClickAsync("Terminer mon suivi");
        var end = await (await news.ClickAsync("Terminer mon suivi")).Form("Terminer mon suivi").Choose("Aide apportée").Choose("Besoin traité en entier").SubmitAsync();
        Assert.True(end.Has("Vous avez noté la fin de votre aide"));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((ReferralStatus.Completed, A.Today), (stored.Referrals[0].Status, stored.Referrals[0].FirstContactOn));
        await using var db = fixture.NewContext();
        var reports = await db.Set<LadderReport>().AsNoTracking().Where(report => report.ReferralId == referral.Id).OrderBy(report => report.At).ToListAsync(Ct);
        Assert.Equal([Rung.FirstContact, Rung.UnderWay, Rung.DealtWith], reports.Select(report => report.Rung).Order());
        Assert.All(reports, report => Assert.Equal((LadderSide.Actor, Channel.SignedLink), (report.Side, report.Channel)));

        // A page that was open meanwhile says that another end stands, and gives back what was typed.
        var late = await stale.Form("Terminer mon suivi").Choose("Information donnée").Choose("Besoin traité en partie").Fill("Un mot à l’équipe PLUS", "Tapé dans l’autre onglet").SubmitAsync();
        Assert.Equal(System.Net.HttpStatusCode.Conflict, late.Status);
        Assert.True(late.Has("La fin de votre suivi est déjà notée : Aide apportée."), late.Text);
        Assert.True(late.Has("Tapé dans l’autre onglet"), late.Text);

        var undone = await end.Form("Annuler la fin du suivi").SubmitAsync();
        Assert.True(undone.HasLink("Terminer mon suivi"));
        Assert.Equal(ReferralStatus.Accepted, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);
    }

    [Fact]
    public async Task Request_is_handed_back_and_its_link_says_so()
    {
        var (request, referral, _) = await fixture.TakenAsync();
        var path = await fixture.ActorLinkAsync(referral.Id, LinkPurpose.ReferralFollowUp);
        var form = await (await fixture.NewBrowser().GetAsync(path)).ClickAsync("Rendre la demande");

        var after = await form.Form("Rendre la demande").Choose("Plus de capacité").SubmitAsync();

        Assert.Equal("Cette demande ne vous est plus confiée", after.Heading);
        Assert.Contains((await fixture.ReadAsync(request.Id)).Timeline, entry => entry.Kind == EventKind.ReferralHandedBack && entry.Channel == Channel.SignedLink);
        Assert.Equal("Cette demande ne vous est plus confiée", (await form.Form("Rendre la demande").Choose("Plus de capacité").SubmitAsync()).Heading);
        var back = await after.Form("Annuler ma réponse").SubmitAsync();
        Assert.True(back.HasForm("Recevoir un code"));
    }

    [Fact]
    public async Task Support_that_is_taken_back_closes_the_door()
    {
        var (request, _, opened) = await OpenedAsync();
        await using (var db = fixture.NewContext())
        {
            var stored = await db.OrientationRequests.Include(row => row.Referrals).SingleAsync(row => row.Id == request.Id, Ct);
            stored.CancelReferral(stored.Referrals[0].Id, A.Staff(), A.Now, A.Day);
            await db.SaveChangesAsync(Ct);
        }

        var page = await opened.Browser.GetAsync(opened.Path);

        Assert.Equal("Cette demande vous a été retirée", page.Heading);
        Assert.DoesNotContain(Phone, page.Body, StringComparison.Ordinal);
    }

    private string lastCode = "";

    private async Task<(Domain.Requests.OrientationRequest Request, Domain.Requests.Referral Referral, HtmlPage Opened)> OpenedAsync()
    {
        var (request, referral, _) = await fixture.TakenAsync();
        var page = await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id, LinkPurpose.ReferralFollowUp));
        var typing = await page.Form("Recevoir un code").SubmitAsync();
        lastCode = await fixture.CodeInMailAsync(referral.Id);
        return (request, referral, await typing.Form("Afficher les coordonnées").Fill("Code à 6 chiffres", lastCode).SubmitAsync());
    }
}
