using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Codes;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Privacy;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Features.Public.ActorLinks;

namespace PlusPortal.Web.Tests.Public.ActorLinks;

/// <summary>A link that opens nothing says why, and offers another one to the recorded address.</summary>
public sealed class DeadLinkTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_end_of_a_referral_has_its_words()
    {
        var cancelled = (await fixture.SentAsync(after: (request, referral) => request.CancelReferral(referral.Id, A.Staff(), A.Now, A.Day))).Referral;
        var withdrawn = (await fixture.SentAsync(after: (request, _) => request.Close(ClosingReasons.AbandonStructure, null, null, Author.Structure, A.Now, A.Day))).Referral;
        var declined = (await fixture.SentAsync(after: (request, referral) => request.DeclineReferral(referral.Id, new(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day))).Referral;
        var completed = (await fixture.SentAsync(after: (request, referral) =>
        {
            request.AcceptReferral(referral.Id, A.Partner(), A.Now, A.Day);
            request.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, A.Partner(), A.Now, A.Day);
        })).Referral;
        foreach (var (referralId, heading, status) in new[]
        {
            (cancelled.Id, "Cette demande vous a été retirée", HttpStatusCode.NotFound),
            (withdrawn.Id, "Cette demande est terminée", HttpStatusCode.NotFound),
            (declined.Id, "Cette demande ne vous est plus confiée", HttpStatusCode.OK),
            (completed.Id, "Votre suivi est terminé", HttpStatusCode.OK),
        })
        {
            var page = await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referralId));
            Assert.Equal((heading, status), (page.Heading, page.Status));
            Assert.True(page.HasLink("Joindre PLUS"));
        }
    }

    [Theory]
    [InlineData(true, "La date que vous proposiez ne convient pas à la structure")]
    [InlineData(false, "La structure n’en a plus besoin, ou PLUS la suit autrement.")]
    public async Task Later_day_that_was_refused_is_not_said_to_be_a_withdrawal(bool byStructure, string words)
    {
        var referral = (await fixture.SentAsync(after: (request, referral) =>
        {
            request.OfferDate(referral.Id, A.Today.AddDays(14), A.Partner(), A.Now, A.Day);
            request.CancelReferral(referral.Id, byStructure ? Author.Structure : A.Staff(), A.Now, A.Day);
        })).Referral;

        var page = await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id));

        Assert.True(page.Has(words), page.Text);
    }

    [Fact]
    public async Task Expired_link_sends_another_to_the_recorded_address_alone()
    {
        var (request, referral, offer) = await fixture.SentAsync();
        var page = await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id, expiresAt: A.Now.AddMinutes(-1)));
        Assert.Equal(("Ce lien a expiré", HttpStatusCode.NotFound), (page.Heading, page.Status));
        Assert.DoesNotContain(request.Declared.Title, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(offer.Actor!.ContactEmail!, page.Body, StringComparison.Ordinal);

        var asked = await page.Form("Recevoir un nouveau lien").SubmitAsync();

        Assert.Equal("Regardez les e-mails de votre organisation", asked.Heading);
        Assert.Equal([MailKind.NewActorLink], await fixture.MailsAboutAsync(referral.Id));
        var mail = await fixture.WriteMailAsync(MailKind.NewActorLink, referral.Id);
        Assert.Equal([offer.Actor.ContactEmail!], mail.Mail.Recipients);
        Assert.True((await fixture.NewBrowser().GetAsync(await fixture.LinkInMailAsync(MailKind.NewActorLink, referral.Id))).HasForm("Je m’en occupe"));
    }

    [Fact]
    public async Task Newer_link_that_was_asked_for_takes_the_place_of_the_older_ones()
    {
        var (_, referral, offer) = await fixture.SentAsync();
        var older = await fixture.ActorLinkAsync(referral.Id);
        await AskAsync(offer.Actor!.ContactEmail!);

        var newer = await fixture.LinkInMailAsync(MailKind.NewActorLink, referral.Id);

        var page = await fixture.NewBrowser().GetAsync(older);
        Assert.Equal("Un lien plus récent vous attend", page.Heading);
        Assert.True(page.HasForm("Recevoir un nouveau lien"));
        Assert.True((await fixture.NewBrowser().GetAsync(newer)).HasForm("Je m’en occupe"));
        Assert.Equal("Un lien plus récent vous attend", (await fixture.NewBrowser().GetAsync(older + "/refus")).Heading);
    }

    [Fact]
    public async Task Altered_and_foreign_links_say_nothing_of_any_request()
    {
        var (request, referral, _) = await fixture.SentAsync();
        var path = await fixture.ActorLinkAsync(referral.Id);
        var followUp = await fixture.ActorLinkAsync(referral.Id, LinkPurpose.ReferralFollowUp);
        foreach (var wrong in new[] { path[..^1] + (path[^1] == 'A' ? 'B' : 'A'), path + "x", path[..20], "/reponse/" + followUp["/suite/".Length..], "/suite/" + path["/reponse/".Length..], (await fixture.LinkToAsync(request.Id)).Replace("/suivi/", "/reponse/", StringComparison.Ordinal) })
        {
            var page = await fixture.NewBrowser().GetAsync(wrong);
            Assert.Equal(("Ce lien n'ouvre rien", HttpStatusCode.NotFound), (page.Heading, page.Status));
            Assert.DoesNotContain(request.Reference, page.Body, StringComparison.Ordinal);
            Assert.Equal("Recevoir un nouveau lien", (await page.ClickAsync("Recevoir un nouveau lien")).Heading);
        }
    }

    [Fact]
    public async Task Erased_request_leaves_nothing_behind_its_links()
    {
        var (request, referral, _) = await fixture.TakenAsync();
        var paths = new[] { await fixture.ActorLinkAsync(referral.Id), await fixture.ActorLinkAsync(referral.Id, LinkPurpose.ReferralFollowUp) };
        await using (var db = fixture.NewContext())
        {
            var stored = await db.OrientationRequests.Include(row => row.Referrals).SingleAsync(row => row.Id == request.Id, Ct);
            db.ContactCodes.Add(ContactCode.Create(referral.Id, A.Now).Row);
            await db.SaveChangesAsync(Ct);
            stored.Close(ClosingReasons.EffacementDemande, null, null, A.Staff(), A.Now, A.Day);
            await db.AnonymiseAsync(stored, A.Staff(), A.Now, Ct);
            await db.SaveChangesAsync(Ct);
        }

        foreach (var path in paths) Assert.Equal("Ce lien n'ouvre rien", (await fixture.NewBrowser().GetAsync(path)).Heading);
        await using var after = fixture.NewContext();
        Assert.False(await after.AccessLinks.AnyAsync(link => link.SubjectId == referral.Id, Ct));
        Assert.False(await after.ContactCodes.AnyAsync(code => code.ReferralId == referral.Id, Ct));
    }

    [Fact]
    public async Task Typed_address_gets_the_same_page_whether_it_is_known_or_not()
    {
        var (_, referral, offer) = await fixture.SentAsync();

        var known = await AskAsync(" " + offer.Actor!.ContactEmail!.ToUpperInvariant());
        var unknown = await AskAsync("personne@example.org");

        Assert.Equal((known.Heading, known.Text, known.Status), (unknown.Heading, unknown.Text, unknown.Status));
        Assert.Equal([MailKind.NewActorLink], await fixture.MailsAboutAsync(referral.Id));
        await using var db = fixture.NewContext();
        Assert.Equal(1, await db.Outbox.CountAsync(message => message.Kind == MailKind.NewActorLink && message.SubjectId == referral.Id, Ct));
        Assert.False(await db.Outbox.AnyAsync(message => message.Kind == MailKind.NewActorLink && !db.Referrals.Any(row => row.Id == message.SubjectId), Ct));
    }

    [Fact]
    public async Task Address_of_an_account_gets_the_links_of_its_actor_and_the_one_that_staff_had_checked_does_not_any_more()
    {
        var (_, referral, offer) = await fixture.SentAsync();
        var email = $"compte{A.Number()}@example.org";
        await fixture.Portal.CreateUserAsync(email, PortalRoles.Partner, offer.ActorId);

        await AskAsync(offer.Actor!.ContactEmail!);
        Assert.Empty(await fixture.MailsAboutAsync(referral.Id));
        await AskAsync(email);
        Assert.Equal([MailKind.NewActorLink], await fixture.MailsAboutAsync(referral.Id));
        Assert.Equal([email], (await fixture.WriteMailAsync(MailKind.NewActorLink, referral.Id)).Mail.Recipients);
    }

    [Fact]
    public async Task One_referral_gets_few_links_an_hour_whoever_asks()
    {
        var (_, referral, offer) = await fixture.SentAsync();

        for (var attempt = 0; attempt <= SendActorLink.MaxPerHour; attempt++) await AskAsync(offer.Actor!.ContactEmail!);

        Assert.Equal(SendActorLink.MaxPerHour, (await fixture.MailsAboutAsync(referral.Id)).Count);
    }

    [Fact]
    public async Task Used_link_of_an_acceptance_brings_the_follow_up_link()
    {
        var (_, referral, _) = await fixture.TakenAsync();
        var page = await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id));

        await page.Form("Recevoir un nouveau lien").SubmitAsync();

        Assert.StartsWith("/suite/", await fixture.LinkInMailAsync(MailKind.NewActorLink, referral.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_field_says_what_to_write()
    {
        var page = await fixture.NewBrowser().GetAsync("/reponse");

        var empty = await page.Form("Recevoir un nouveau lien").SubmitAsync();
        Assert.Equal("Indiquez l'adresse e-mail où vous recevez les demandes de PLUS.", empty.ErrorOf("Adresse e-mail où vous recevez les demandes"));
        var wrong = await empty.Form("Recevoir un nouveau lien").Fill("Adresse e-mail où vous recevez les demandes", "pas une adresse").SubmitAsync();
        Assert.Equal("pas une adresse", wrong.Form("Recevoir un nouveau lien").Value("Adresse e-mail où vous recevez les demandes"));
    }

    private async Task<HtmlPage> AskAsync(string email) =>
        await (await fixture.NewBrowser().GetAsync("/reponse")).Form("Recevoir un nouveau lien").Fill("Adresse e-mail où vous recevez les demandes", email).SubmitAsync();
}
