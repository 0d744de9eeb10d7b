using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Features.Partner.Inbox;

namespace PlusPortal.Web.Tests.Partner.Inbox;

public sealed class InboxTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Visitors_sign_in_first_and_staff_have_no_partner_space()
    {
        var anonymous = await fixture.NewBrowser().GetAsync("/partenaire");
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        Assert.Equal("/compte/connexion", anonymous.Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/partenaire")).Status);
    }

    [Fact]
    public async Task Landing_lists_what_to_answer_by_due_date_then_what_is_accepted()
    {
        var offer = A.SupportOffer().Build();
        var (later, urgent, accepted) = (A.Request().Build(), A.Request().Urgent().Build(), A.Request().Build());
        later.Sending(offer);
        urgent.Sending(offer);
        accepted.AcceptedBy(offer);
        foreach (var request in new[] { later, urgent, accepted }) await fixture.StoreAsync(request, offer);

        var page = await (await PartnerOfAsync(offer)).GetAsync("/partenaire");

        string[] expected = [urgent.Declared.Title, later.Declared.Title, accepted.Declared.Title];
        Assert.Equal(expected, page.Document.QuerySelectorAll("main h3").Select(heading => PageText.Normalise(heading.TextContent)));
    }

    [Fact]
    public async Task Lists_show_neither_contact_nor_what_is_no_longer_mine()
    {
        var offer = A.SupportOffer().Build();
        var declined = A.Request().Build();
        var referral = declined.Sending(offer);
        declined.DeclineReferral(referral.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day);
        await fixture.StoreAsync(declined, offer);

        var page = await (await PartnerOfAsync(offer)).GetAsync("/partenaire/demandes?liste=passees");

        Assert.True(page.Has(declined.Reference));
        Assert.False(page.Has(declined.Declared.Title));
        Assert.DoesNotContain(declined.Contact.Email, page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_lists_are_paged_without_losing_or_repeating_any()
    {
        var offer = A.SupportOffer().Build();
        var expected = new HashSet<string>();
        for (var number = 0; number < InboxReader.PageSize + 5; number++)
        {
            var request = A.Request().Build();
            request.Sending(offer);
            await fixture.StoreAsync(request, offer);
            expected.Add(request.Declared.Title);
        }

        var first = await (await PartnerOfAsync(offer)).GetAsync("/partenaire/demandes?liste=arepondre");
        var second = await first.ClickAsync("Page suivante");

        var titles = first.Document.QuerySelectorAll("main h3").Concat(second.Document.QuerySelectorAll("main h3")).Select(heading => heading.TextContent.Trim()).ToList();
        Assert.Equal(expected.Count, titles.Count);
        Assert.Equal(expected, titles.ToHashSet());
        Assert.False(second.HasLink("Page suivante"));
    }

    [Fact]
    public async Task Unknown_list_is_refused()
    {
        var page = await (await PartnerOfAsync(A.SupportOffer().Build(), store: true)).GetAsync("/partenaire/demandes?liste=toutes");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task Request_is_readable_but_whom_to_call_waits_for_acceptance()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().From(contact => contact with { Phone = "06 00 00 00 42" }).Build().InTriage();
        request.WriteSummary("Résumé écrit par PLUS.", A.Staff(), A.Now);
        var referral = request.Sending(offer);
        await fixture.StoreAsync(request, offer);
        var browser = await PartnerOfAsync(offer);

        var before = await browser.GetAsync($"/partenaire/demandes/{referral.Id}");
        Assert.True(before.Has("Résumé écrit par PLUS."));
        Assert.True(before.Has(request.Declared.Need));
        Assert.True(before.Has(request.Declared.StructureName!));
        Assert.True(before.Has("Répondez au plus tard le lundi 23 mars 2026, même pour refuser. Sans réponse, PLUS demande à quelqu’un d’autre."));
        string[] contact = [request.Contact.Name, request.Contact.Email, "06 00 00 00 42"];
        Assert.All(contact, text => Assert.DoesNotContain(text, before.Body, StringComparison.Ordinal));

        var after = await before.Form("Je m’en occupe").SubmitAsync();
        Assert.All(contact, text => Assert.True(after.Has(text)));
    }

    [Fact]
    public async Task Person_with_a_project_stays_anonymous_until_acceptance()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Declaring(declared => declared with { LegalForm = LegalForms.PasEncoreCreee, StructureName = "Projet de Maxime Inventé" }).Build();
        var referral = request.Sending(offer);
        await fixture.StoreAsync(request, offer);

        var before = await (await PartnerOfAsync(offer)).GetAsync($"/partenaire/demandes/{referral.Id}");
        Assert.DoesNotContain("Projet de Maxime Inventé", before.Body, StringComparison.Ordinal);

        var after = await before.Form("Je m’en occupe").SubmitAsync();
        Assert.True(after.Has("Projet de Maxime Inventé"));
    }

    [Fact]
    public async Task Others_asked_are_named_with_their_answer_and_nothing_more()
    {
        var (mine, other) = (A.SupportOffer().Build(), A.SupportOffer().Build());
        var request = A.Request().Build();
        var referral = request.Sending(mine);
        var declined = request.Sending(other);
        request.DeclineReferral(declined.Id, new Decline(DeclineReasons.Capacite, "MOT-POUR-PLUS", null), A.Partner(), A.Now, A.Day);
        request.AddNote("NOTE-INTERNE", A.Staff(), A.Now);
        await fixture.StoreAsync(request, mine, other);

        var page = await (await PartnerOfAsync(mine)).GetAsync($"/partenaire/demandes/{referral.Id}");

        Assert.True(page.Has($"{other.Actor!.Name} Décliné"));
        Assert.DoesNotContain("MOT-POUR-PLUS", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("NOTE-INTERNE", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Plus de capacité", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_not_sent_yet_does_not_exist_for_its_actor()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = request.Proposing(offer);
        await fixture.StoreAsync(request, offer);

        var page = await (await PartnerOfAsync(offer)).GetAsync($"/partenaire/demandes/{referral.Id}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task Request_taken_back_shows_nothing_any_more()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = request.AcceptedBy(offer);
        request.Close(ClosingReasons.AbandonStructure, null, null, Author.Structure, A.Now, A.Day);
        await fixture.StoreAsync(request, offer);

        var page = await (await PartnerOfAsync(offer)).GetAsync($"/partenaire/demandes/{referral.Id}");

        Assert.Equal("Cette demande ne vous est plus confiée", page.Heading);
        string[] hidden = [request.Declared.Title, request.Declared.Need, request.Contact.Email, request.Declared.StructureName!];
        Assert.All(hidden, text => Assert.DoesNotContain(text, page.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Expired_request_shows_what_the_mail_told_and_no_free_text_and_can_still_be_accepted()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build().InTriage();
        request.WriteSummary("Résumé écrit par PLUS.", A.Staff(), A.Now);
        var referral = request.Sending(offer);
        request.ExpireReferral(referral.Id, Author.Job, A.Now, A.DayOf(referral.ExpiresOn!.Value.AddDays(1)));
        await fixture.StoreAsync(request, offer);

        var page = await (await PartnerOfAsync(offer)).GetAsync($"/partenaire/demandes/{referral.Id}");
        Assert.False(page.Has("Résumé écrit par PLUS."));
        Assert.True(page.Has("Étape"));
        Assert.False(page.Has(request.Declared.Title));
        Assert.False(page.Has(request.Declared.Need));
        Assert.False(page.Has(request.Declared.StructureName!));

        var after = await page.Form("Je m’en occupe").SubmitAsync();
        Assert.True(after.Has(request.Contact.Email));
    }

    private async Task<PortalBrowser> PartnerOfAsync(SupportOffer offer, bool store = false)
    {
        if (store) await fixture.StoreAsync(offer);
        return await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
    }
}
