using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Public.Orientation;

public sealed class SendingTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whole_form_makes_one_request_with_everything_that_was_answered()
    {
        var page = await Walk.SendAsync(fixture.Portal);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Votre demande est envoyée", page.Heading);
        var request = await RequestOfAsync(page);
        Assert.True(page.Has(request.Reference));
        Assert.Equal(RequestStatus.Submitted, request.Status);
        Assert.Equal(Stages.Developper, request.Declared.Stage);
        Assert.Equal(SubStages.Consolidation, request.Declared.SubStage);
        Assert.Equal(LegalForms.AssociationLoi1901, request.Declared.LegalForm);
        Assert.Equal("54528", request.Declared.Place.Commune);
        Assert.Equal("Toul", request.Declared.CommuneName);
        Assert.Equal(StaffBands.From1To2, request.Declared.StaffBand);
        Assert.Equal([Themes.ModeleEconomique], request.Declared.Themes);
        Assert.Equal([Sectors.Culture], request.Declared.Sectors);
        Assert.Equal("Camille Inventée", request.Contact.Name);
        Assert.Equal(TransmissionRule.PlusChooses, request.TransmissionRule);
        Assert.Null(request.AddressProvenAt);
        Assert.NotNull(request.Matching);
        Assert.Equal([EventKind.Submitted, EventKind.Matched], request.Timeline.OrderBy(entry => entry.Number).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Confirmation_is_the_same_after_a_reload_and_its_tracking_link_works_without_proving_the_address()
    {
        var browser = fixture.NewBrowser();
        var page = await Walk.SendAsync(fixture.Portal, browser);
        var again = await page.ReloadAsync();

        Assert.Equal(page.Text, again.Text);
        var request = await RequestOfAsync(page);
        var address = new Uri(page.Link("Suivre ma demande")).PathAndQuery;
        Assert.StartsWith("/suivi/", address, StringComparison.Ordinal);
        var tracking = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, tracking.Status);
        Assert.True(tracking.Has(request.Reference));

        await using var db = fixture.NewContext();
        var link = await db.AccessLinks.SingleAsync(link => link.SubjectId == request.Id && link.Purpose == LinkPurpose.Tracking, Ct);
        Assert.False(link.ProvesAddress);
        Assert.DoesNotContain(address.Split('/')[^1], Convert.ToBase64String(link.TokenHash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_clicks_at_once_make_one_request_and_one_mail()
    {
        var browser = fixture.NewBrowser();
        var check = await Walk.ToAsync(fixture.Portal, "verification", browser);
        var requests = Enumerable.Range(0, 20).Select(_ => Walk.Agree(check).Request()).ToList();

        var pages = await Task.WhenAll(requests.Select(browser.SendAsync));

        Assert.All(pages, page => Assert.Equal("Votre demande est envoyée", page.Heading));
        var draftId = Walk.DraftOf(check);
        await using var db = fixture.NewContext();
        var request = await db.OrientationRequests.SingleAsync(request => request.DraftId == draftId, Ct);
        Assert.All(pages, page => Assert.True(page.Has(request.Reference)));
        Assert.Equal(MailKind.RequestReceived, (await db.Outbox.SingleAsync(message => message.SubjectId == request.Id, Ct)).Kind);
    }

    [Fact]
    public async Task Once_sent_every_page_of_the_draft_leads_to_the_confirmation_and_the_answers_are_gone_from_it()
    {
        var browser = fixture.NewBrowser();
        var check = await Walk.ToAsync(fixture.Portal, "verification", browser);
        var need = await browser.GetAsync($"/demande/{Walk.DraftOf(check)}/besoin");
        await Walk.Agree(check).SubmitAsync();

        var late = await need.Form(Walk.Continue).Fill("Titre", "Trop tard").SubmitAsync();
        var deep = await browser.GetAsync($"/demande/{Walk.DraftOf(check)}/etape");

        Assert.Equal("Votre demande est envoyée", late.Heading);
        Assert.Equal("Votre demande est envoyée", deep.Heading);
        await using var db = fixture.NewContext();
        var draft = await db.RequestDrafts.SingleAsync(draft => draft.Id == Walk.DraftOf(check), Ct);
        Assert.DoesNotContain("example.org", draft.Answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_without_choice_and_agreement_names_both_and_keeps_what_was_chosen()
    {
        var check = await Walk.ToAsync(fixture.Portal, "verification");
        Assert.False(check.Form(Walk.Send).IsOn("PLUS choisit les interlocuteurs et leur transmet ma demande"));
        Assert.False(check.Form(Walk.Send).IsOn("Demandez-moi avant chaque transmission"));

        var nothing = await check.Form(Walk.Send).SubmitAsync();
        var half = await nothing.Form(Walk.Send).Choose("Demandez-moi avant chaque transmission").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
        Assert.Equal(2, nothing.Errors.Count);
        Assert.Equal("Choisissez qui décide des destinataires de votre demande.", nothing.ErrorOf("Qui décide des destinataires de votre demande ?"));
        Assert.Equal(HttpStatusCode.BadRequest, half.Status);
        Assert.Contains("Cochez cette case", Assert.Single(half.Errors), StringComparison.Ordinal);
        Assert.True(half.Form(Walk.Send).IsOn("Demandez-moi avant chaque transmission"));
        Assert.False(half.Form(Walk.Send).IsOn("PLUS choisit les interlocuteurs et leur transmet ma demande"));
    }

    [Fact]
    public async Task Structure_may_ask_to_be_consulted_first()
    {
        var check = await Walk.ToAsync(fixture.Portal, "verification");

        var page = await Walk.Agree(check).Choose("Demandez-moi avant chaque transmission").SubmitAsync();

        Assert.Equal(TransmissionRule.AskMeFirst, (await RequestOfAsync(page)).TransmissionRule);
        Assert.True(page.Has("Rien ne leur est transmis sans votre accord"));
    }

    [Fact]
    public async Task Posted_fields_that_the_page_does_not_have_change_nothing()
    {
        // A year in which the portal gives no reference, whoever is the first to send.
        const string posted = "PLUS-1999-000001";
        var check = await Walk.ToAsync(fixture.Portal, "verification");

        var page = await Walk.Agree(check)
            .With("Status", "Closed").With("Reference", posted).With("AssigneeId", Guid.NewGuid().ToString())
            .With("AddressProvenAt", "2026-01-01").With("IsUrgent", "true").With("Page.DraftId", Guid.NewGuid().ToString())
            .SubmitAsync();

        var request = await RequestOfAsync(page);
        Assert.Equal(RequestStatus.Submitted, request.Status);
        Assert.NotEqual(posted, request.Reference);
        Assert.Null(request.AssigneeId);
        Assert.Null(request.AddressProvenAt);
        Assert.False(request.IsUrgent);
    }

    [Fact]
    public async Task Filled_trap_marks_the_request_and_sends_no_mail_but_looks_the_same()
    {
        var check = await Walk.ToAsync(fixture.Portal, "verification");

        var page = await Walk.Agree(check).Fill("Laissez cette case vide", "https://example.org").SubmitAsync();

        Assert.Equal("Votre demande est envoyée", page.Heading);
        var request = await RequestOfAsync(page);
        Assert.Contains(TriageSignals.Indesirable, request.SignalCodes);
        await using var db = fixture.NewContext();
        Assert.False(await db.Outbox.AnyAsync(message => message.SubjectId == request.Id, Ct));
    }

    [Fact]
    public async Task Form_filled_in_a_few_seconds_is_suspect()
    {
        var page = await Walk.BeginAsync(fixture.NewBrowser());
        var check = await Walk.OnToAsync(page, "verification");

        var sent = await Walk.Agree(check).SubmitAsync();

        Assert.Contains(TriageSignals.Indesirable, (await RequestOfAsync(sent)).SignalCodes);
    }

    [Fact]
    public async Task Threatened_wages_make_it_urgent_for_staff_and_for_the_page()
    {
        var page = await Walk.SendAsync(fixture.Portal, change: new()
        {
            ["themes"] = form => form.Tick("Trésorerie urgente"),
            ["echeance"] = form => form.Choose("Oui"),
        });

        var request = await RequestOfAsync(page);
        Assert.True(request.IsUrgent);
        Assert.True(request.Declared.MoneyThreatened);
        Assert.True(page.Has("Votre demande est prioritaire."));
        await using var db = fixture.NewContext();
        var mails = await db.Outbox.Where(message => message.SubjectId == request.Id).Select(message => message.Kind).ToListAsync(Ct);
        Assert.Equivalent(new[] { MailKind.RequestReceived, MailKind.UrgentRequestForStaff }, mails);
    }

    [Fact]
    public async Task Words_of_distress_show_numbers_that_anybody_may_call()
    {
        var page = await Walk.SendAsync(fixture.Portal, change: new()
        {
            ["besoin"] = form => form.Fill("Titre", "Je n'en peux plus").Fill("Votre besoin", "Notre association va mal et je pense au suicide, je ne vois plus comment continuer."),
        });

        Assert.Contains(TriageSignals.DetressePersonne, (await RequestOfAsync(page)).SignalCodes);
        Assert.True(page.HasLink("3114"));
        Assert.True(page.HasLink("15"));
        Assert.True(page.HasLink("112"));
    }

    [Fact]
    public async Task Ordinary_request_shows_no_emergency_number()
    {
        var page = await Walk.SendAsync(fixture.Portal);

        Assert.False(page.HasLink("3114"));
        Assert.False(page.Has("prioritaire"));
        Assert.True(page.Has("au plus tard le mercredi 4 mars 2026"), page.Text);
    }

    [Fact]
    public async Task First_proposals_come_with_their_reasons()
    {
        var page = await Walk.SendAsync(fixture.Portal);

        var request = await RequestOfAsync(page);
        var lead = Assert.Single(request.Matching!.Proposals, proposal => proposal.Role == Domain.Matching.ProposalRole.Lead);
        Assert.True(page.Has(lead.ActorName));
        Assert.True(page.Has("Pourquoi cet acteur ?"));
        Assert.All(Domain.Matching.Explanations.StrongestReasons.Of(lead.Reasons), reason => Assert.True(page.Has(reason.Text), reason.Text));
    }

    [Fact]
    public async Task Reference_carries_the_year_of_Paris()
    {
        await using var portal = new PortalFactory(fixture.Database, new(new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero)));

        var page = await Walk.SendAsync(portal);

        Assert.StartsWith("PLUS-2027-", (await RequestOfAsync(page)).Reference, StringComparison.Ordinal);
    }

    private async Task<OrientationRequest> RequestOfAsync(HtmlPage page)
    {
        await using var db = fixture.NewContext();
        return await db.OrientationRequests.Include(request => request.Timeline).SingleAsync(request => request.DraftId == Walk.DraftOf(page), Ct);
    }
}
