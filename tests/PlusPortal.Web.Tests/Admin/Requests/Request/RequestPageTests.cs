using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Requests.Request;

/// <summary>The page of a request, and who reaches the pages under it.</summary>
public sealed class RequestPageTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    // One of them asks whether the lexicon changed; none does where the database tells it.
    private const int Commands = 17;

    public static TheoryData<string> Pages => ["", "/affectation", "/fin", "/question", "/correction", "/correction-adresse", "/autre-acteur", "/envoi", "/envois/{sent}/reponse", "/envois/{sent}/retrait"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Only_staff_and_administrators_open_the_pages_of_a_request(string page)
    {
        var (address, actorId) = await ArrangeAsync(page);
        using var visitor = fixture.NewBrowser();
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, actorId);

        Assert.Equal("/compte/connexion", (await visitor.GetAsync(address)).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.GetAsync(address)).Status);
        foreach (var role in new[] { PortalRoles.Staff, PortalRoles.Administrator })
        {
            using var browser = await fixture.Portal.SignInAsNewAsync(role);
            var answer = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.StartsWith(answer.Heading, answer.Title, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Unknown_reference_is_not_found(string page)
    {
        using var staff = await fixture.StaffAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/admin/demandes/PLUS-2026-999998" + page.Replace("{sent}", $"{Guid.Empty}"))).Status);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Reference_in_an_address_is_read_as_it_is_typed(string page)
    {
        var (address, _) = await ArrangeAsync(page);
        using var staff = await fixture.StaffAsync();
        var reference = address.Split('/')[3];

        Assert.Equal((await staff.GetAsync(address)).Heading, (await staff.GetAsync(address.Replace(reference, reference.ToLowerInvariant()))).Heading);
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync(address.Replace(reference, reference.Replace("-", "%20")))).Status);
    }

    [Fact]
    public async Task Page_tells_the_declaration_the_person_the_reasons_and_the_exclusions()
    {
        var (offer, other) = (RequestScene.Reachable(), A.SupportOffer().Build());
        var request = A.Request().From(contact => contact with { Phone = "06 00 00 00 44" }).Build();
        request.RecordMatching(
            RequestScene.Result(offer) with { Excluded = [new Exclusion(other.ActorId, other.Actor!.Name, other.Id, other.Content.Title, Criteria.Employer, "Réservé aux structures employeuses.", 1)] },
            A.Now,
            A.Day,
            Author.Job);
        await fixture.StoreAsync(request, offer);

        var page = await fixture.OpenAsync(request);

        foreach (var text in new[]
        {
            request.Declared.Title, request.Declared.Need, request.Declared.StructureName!, "Association loi 1901", "Toul (54)", "Modèle économique",
            request.Contact.Name, request.Contact.Email, "06 00 00 00 44", "PLUS choisit les interlocuteurs",
            $"1. {offer.Actor!.Name}", "Rempli : Intervient à Toul.", "Non rempli : Ne traite pas ce thème. (−5 points)",
            $"À un critère près : {other.Actor.Name} ({other.Content.Title}) : Réservé aux structures employeuses.",
            "La structure a envoyé la demande.", "Recherche du",
        }) Assert.True(page.Has(text), $"{text} — {page.Text}");
    }

    [Fact]
    public async Task Only_hard_criteria_of_which_nothing_is_known_are_to_be_verified_on_every_page()
    {
        const string Hard = "Réservé aux structures qui ont au moins un salarié.";
        const string HardForPartner = "Vérifiez si elle emploie au moins une personne.";
        const string Soft = "Reçoit des structures de toutes sortes.";
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        var result = RequestScene.Result(offer);
        CriterionOutcome[] reasons = [new(Criteria.Employer, Outcome.Unknown, 0, "À vérifier\u00A0: réservé aux structures qui ont au moins un salarié."), new(Criteria.Audience, Outcome.Unknown, 0, Soft)];
        request.RecordMatching(result with { Proposals = [result.Proposals[0] with { Reasons = reasons }] }, A.Now, A.Day, Author.Job);
        var referral = request.Sending(offer);
        var tracking = await fixture.TrackAsync(request, offer);
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);

        var staffPage = await fixture.OpenAsync(request);
        var structurePage = await fixture.NewBrowser().GetAsync(tracking);
        var partnerPage = await partner.GetAsync($"/partenaire/demandes/{referral.Id}");

        Assert.True(staffPage.Has($"À vérifier : {Hard}"));
        Assert.True(staffPage.Has($"Sans effet : {Soft}"));
        Assert.True(structurePage.Has(Hard), structurePage.Text);
        Assert.True(partnerPage.Has(HardForPartner), partnerPage.Text);
        Assert.Single(partnerPage.Document.QuerySelectorAll("h2 + ul > li"), item => item.TextContent.Trim() == HardForPartner);
        Assert.All([structurePage, partnerPage], page => Assert.False(page.Has(Soft), page.Text));
    }

    [Fact]
    public async Task Number_of_commands_does_not_grow_with_the_story()
    {
        var counter = new CommandCounter();
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(counter)));
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);
        var offers = Enumerable.Range(0, 3).Select(_ => RequestScene.Reachable()).ToArray();
        var (small, large) = (A.Request().Build(), A.Request().Build().Matched(offers));
        small.Sending(offers[0]);
        foreach (var offer in offers) large.Sending(offer);
        for (var note = 0; note < 20; note++) large.AddNote($"Note {note}", A.Staff(), A.Now);
        await fixture.StoreAsync(small, offers[0]);
        await fixture.StoreAsync(large, offers);
        await staff.GetAsync(RequestScene.Address(small));

        counter.Reset();
        await staff.GetAsync(RequestScene.Address(small));
        var few = counter.Commands.Count;
        counter.Reset();
        var page = await staff.GetAsync(RequestScene.Address(large));

        Assert.True(page.Has("Note 19"));
        Assert.True(counter.Commands.Count == Commands && few == Commands, $"{few} and {counter.Commands.Count}:\n{string.Join("\n---\n", counter.Commands)}");
    }

    private async Task<(string Address, Guid ActorId)> ArrangeAsync(string page)
    {
        var (sent, chosen) = (A.SupportOffer().Build(), RequestScene.Reachable());
        var request = A.Request().Build();
        var referral = request.Sending(sent, isByHand: true);
        request.Proposing(chosen, ProposalRole.Contributor);
        await fixture.StoreAsync(request, sent, chosen);
        if (page == "/question") request = await StoreInTriageAsync();
        return (RequestScene.Address(request) + page.Replace("{sent}", $"{referral.Id}"), sent.ActorId);
    }

    private async Task<OrientationRequest> StoreInTriageAsync()
    {
        var request = A.Request().Build().InTriage();
        await fixture.StoreAsync(request);
        return request;
    }
}
