using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Features.Admin.Requests;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Tests.Admin.Requests;

/// <summary>What the rulebook becomes on the pages: buttons, refusals, lines of the timelines. One sample act is declared as a real one is.</summary>
public sealed class RulebookPageTests(PortalFixture fixture) : IClassFixture<PortalFixture>, IAsyncLifetime
{
    private const string Button = "Remettre l’appel";
    private const string Reason = "Pourquoi remettre l’appel";
    private const string ForStructure = "L’équipe PLUS vous appellera plus tard.";

    private readonly PortalFactory portal = new(fixture.Database, configure: SampleAct.AddTo);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Sample_act_has_a_button_where_it_is_lawful_and_its_refusal_elsewhere()
    {
        var (offer, asked, taken) = (RequestScene.Reachable(), RequestScene.Reachable(), RequestScene.Reachable());
        var submitted = A.Request().Build();
        var unproven = A.Request().Build();
        unproven.TakeInCharge(A.Staff(), A.Now, A.Day);
        var triage = A.Request().Build().InTriage();
        var question = A.Request().Build().InTriage();
        question.AskStructure("Combien ?", A.Staff(), A.Now, A.Day);
        var consent = A.Request().AskingFirst().Build();
        consent.Proposing(asked);
        consent.AskConsent(A.Staff(), A.Now, A.Day);
        var oriented = A.Request().Build();
        oriented.Sending(offer);
        var progress = A.Request().Build();
        progress.AcceptedBy(taken);
        var closed = A.Request().Build().InTriage();
        closed.Close(ClosingReasons.HorsTerritoire, null, null, A.Staff(), A.Now, A.Day);
        (OrientationRequest Request, RuleCode? Refusal)[] cases =
        [
            (submitted, RuleCode.IllegalRequestTransition), (unproven, RuleCode.AddressNotProven), (triage, null), (question, RuleCode.IllegalRequestTransition),
            (consent, RuleCode.IllegalRequestTransition), (oriented, null), (progress, RuleCode.IllegalRequestTransition), (closed, RuleCode.RequestClosed),
        ];
        foreach (var (request, _) in cases) await fixture.StoreAsync(request, offer, asked, taken);
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);
        using var administrator = await portal.SignInAsNewAsync(PortalRoles.Administrator);

        foreach (var (request, refusal) in cases)
        {
            foreach (var reader in new[] { staff, administrator })
            {
                var page = await reader.GetAsync(RequestScene.Address(request));
                var form = await reader.GetAsync($"{RequestScene.Address(request)}/{SampleAct.Path}");

                Assert.True(page.Document.QuerySelectorAll("main a").Any(link => PageText.Normalise(link.TextContent) == PageText.Normalise(Button)) == (refusal is null), $"{request.Status}: {page.Text}");
                Assert.Equal(refusal is null ? HttpStatusCode.OK : HttpStatusCode.Conflict, form.Status);
                if (refusal is { } code) Assert.True(form.Has(RuleSentences.Of(code)), form.Text);
            }
        }
    }

    [Fact]
    public async Task Sample_act_is_told_to_each_reader_as_its_words_say()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        await fixture.StoreAsync(request, offer);
        var link = await fixture.LinkToAsync(request.Id);
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);
        using var partner = await portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        var form = await (await staff.GetAsync(RequestScene.Address(request))).ClickAsync(Button);

        var empty = await form.Form(Button).SubmitAsync();
        var done = await form.Form(Button).Fill(Reason, "MOT-POUR-PLUS").SubmitAsync();
        var structure = await portal.NewBrowser().GetAsync(link);
        var actor = await partner.GetAsync($"/partenaire/demandes/{referral.Id}");

        Assert.Equal((HttpStatusCode.BadRequest, "Dites pourquoi l'appel est remis."), (empty.Status, empty.ErrorOf(Reason)));
        Assert.Equal(SampleAct.PostponeCall.Leaves, (await fixture.ReadAsync(request.Id)).Timeline.MaxBy(entry => entry.Number)!.Kind);
        foreach (var text in new[] { "L’appel est remis.", "a remis l’appel.", "MOT-POUR-PLUS" }) Assert.True(done.Has(text), done.Text);
        Assert.True(structure.Has(ForStructure), structure.Text);
        foreach (var text in new[] { Button, "MOT-POUR-PLUS" }) Assert.False(structure.Has(text), structure.Text);
        foreach (var text in new[] { Button, ForStructure, "MOT-POUR-PLUS" }) Assert.False(actor.Has(text), actor.Text);
    }

    [Fact]
    public async Task Sample_act_is_refused_to_everybody_but_staff()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        request.Sending(offer);
        await fixture.StoreAsync(request, offer);
        using var partner = await portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        using var visitor = portal.NewBrowser();

        Assert.Equal(HttpStatusCode.Forbidden, (await partner.GetAsync($"{RequestScene.Address(request)}/{SampleAct.Path}")).Status);
        Assert.Equal("/compte/connexion", (await visitor.GetAsync($"{RequestScene.Address(request)}/{SampleAct.Path}")).Path);
        foreach (var by in new[] { Author.Structure, A.Partner(), Author.Job })
        {
            Assert.Equal(RuleCode.NotAllowedForRole, request.RefusalFor(SampleAct.PostponeCall, by));
            Assert.Equal(RuleCode.NotAllowedForRole, Assert.Throws<DomainRuleException>(() => request.PostponeTheCall("Non.", by, A.Now)).Code);
        }
    }

    [Fact]
    public async Task Matching_again_on_a_request_that_was_closed_meanwhile_is_refused_and_changes_nothing()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build().InTriage().Matched(offer);
        await fixture.StoreAsync(request, offer);
        using var staff = await fixture.StaffAsync();
        var old = await staff.GetAsync(RequestScene.Address(request));
        await (await old.ClickAsync("Écarter ou terminer")).Form("Terminer la demande").Choose("Motif de fin", "Hors territoire").SubmitAsync();
        var closed = await fixture.ReadAsync(request.Id);

        var stale = await old.Form("Relancer la recherche").SubmitAsync();
        var fresh = await old.Form("Relancer la recherche").Without("Seen.Version").With("Seen.Version", $"{closed.Version}").SubmitAsync();

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (stale.Status, fresh.Status));
        Assert.True(fresh.Has(RuleSentences.Of(RuleCode.RequestClosed)), fresh.Text);
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((closed.Version, closed.MatchedAt, closed.LastEventNumber), (stored.Version, stored.MatchedAt, stored.LastEventNumber));
    }

    [Fact]
    public void Every_act_has_words_and_every_event_one_line_for_staff()
    {
        Assert.Equal(Acts.All, ActLabels.All.Select(label => label.Act));
        Assert.Equal(Enum.GetValues<EventKind>().Order(), ActLabels.All.Where(label => label.ForStaff is not null).Select(label => label.Act.Leaves).Order());
        Assert.DoesNotContain(ActLabels.All, label => label.ForStructure is not null && label.ForStaff is null);
    }

    [Fact]
    public void Every_button_has_words_and_says_afterwards_what_was_done()
    {
        var words = fixture.Portal.Services.GetRequiredService<ActWords>();
        var shown = fixture.Portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
            .SelectMany(action => action.MethodInfo.GetCustomAttributes(typeof(StaffActAttribute), inherit: false).Cast<StaffActAttribute>())
            .Select(button => button.Act).ToList();

        Assert.DoesNotContain(shown, act => words.Of(act) is not { Button: not null, Done: not null });
        Assert.DoesNotContain(shown, act => (words.Of(act).Act.By & Movers.Staff) == 0);

        // Written together with the sending, on the page itself, or by the answer of an actor told by hand; the rest is not for staff pages.
        string[] elsewhere = [nameof(Acts.Submit), nameof(Acts.Anonymise), nameof(Acts.WriteSummary), nameof(Acts.LeavePassages), nameof(Acts.AddNote), nameof(Acts.RequestInformation), nameof(Acts.DeclineReferral), nameof(Acts.OfferDate), nameof(Acts.RefuseProposals), nameof(Acts.ReportNotCalledBack), nameof(Acts.RemoveFollower), nameof(Acts.SettleDisagreement)];
        var forStaff = Acts.All.Where(act => (act.By & Movers.Staff) != 0).Select(act => act.Name);
        Assert.Equal(forStaff.Except(elsewhere).Order(), shown.Order());
    }
}
