using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Email;

namespace PlusPortal.Web.Tests.Public.Orientation;

/// <summary>One more question, declared as the recipe says, is on every page that its flags name and on no other.</summary>
public sealed class SampleQuestionTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static readonly string Volunteers = PageText.Normalise(SampleQuestions.Volunteers.Label);
    private static readonly string Premises = PageText.Normalise(SampleQuestions.Premises.Label);
    private static readonly string Insurance = PageText.Normalise(SampleQuestions.Insurance.Label);

    private static readonly Dictionary<string, Action<HtmlForm>> Answers = new()
    {
        ["structure"] = form => form.Fill("Nom de la structure", SampleQuestions.AskedOf),
        ["essai-benevoles"] = form => form.Choose("Beaucoup d'essai"),
        ["essai-locaux"] = form => form.Tick("Aucun d'essai").Tick("Quelques-uns d'essai"),
        ["essai-assurance"] = form => form.Choose("Je ne sais pas"),
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Structure_answers_it_on_a_page_of_its_own_checks_it_and_can_change_it()
    {
        await using var portal = NewPortal();
        var page = await Walk.ToAsync(portal, "essai-benevoles", change: Answers);
        Assert.Equal(("Combien de bénévoles vous aident ?", true), (page.Heading, page.Has("Étape 8 sur 16")));

        var nothing = await page.Form(Walk.Continue).SubmitAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "Choisissez une réponse. Si vous hésitez, choisissez « Je ne sais pas »."), (nothing.Status, nothing.ErrorOf("Combien de bénévoles vous aident ?")));
        var invented = await page.Form(Walk.Continue).With("Answer", "inventee").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, invented.Status);

        var check = await Walk.OnToAsync(await page.ReloadAsync(), "verification", Answers);
        Assert.Equal("Beaucoup d'essai", ValueOf(check, Volunteers));
        Assert.Equal("Aucun d'essai Quelques-uns d'essai", ValueOf(check, Premises));
        Assert.Equal("Je ne sais pas", ValueOf(check, Insurance));

        var again = await check.ClickAsync("Modifier le nombre de bénévoles");
        Assert.True(again.Form(Walk.Continue).IsOn("Beaucoup d'essai"));
        check = await again.Form(Walk.Continue).Choose("Quelques-uns d'essai").SubmitAsync();
        Assert.Equal(("verification", "Quelques-uns d'essai"), (Walk.SlugOf(check), ValueOf(check, Volunteers)));
    }

    [Fact]
    public async Task Too_many_answers_are_refused_and_none_is_lost()
    {
        await using var portal = NewPortal();
        var page = await Walk.ToAsync(portal, "essai-locaux", change: Answers);

        var answer = await page.Form(Walk.Continue).Tick("Aucun d'essai").Tick("Quelques-uns d'essai").Tick("Beaucoup d'essai").SubmitAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "Vous avez choisi 3 réponses : gardez-en 2 au plus."), (answer.Status, answer.ErrorOf("De quels locaux disposez-vous ?")));
        Assert.True(answer.Form(Walk.Continue).IsOn("Beaucoup d'essai"));
    }

    [Fact]
    public async Task Question_that_is_not_asked_any_more_takes_its_answer_with_it_and_says_so()
    {
        await using var portal = NewPortal();
        var check = await Walk.ToAsync(portal, "verification", change: Answers);

        var structure = await check.ClickAsync("Modifier le nom");
        check = await structure.Form(Walk.Continue).Fill("Nom de la structure", "Une autre").SubmitAsync();

        Assert.Null(ValueOf(check, Volunteers));
        Assert.True(check.Has("Nous avons retiré ce qui ne s'applique plus : le nombre de bénévoles, les locaux, l'assurance."), check.Text);
        Assert.True(check.Has("Étape 13 sur 13"));
    }

    [Fact]
    public async Task Each_reader_sees_of_it_what_its_flags_say()
    {
        await using var portal = NewPortal();
        var check = await Walk.ToAsync(portal, "verification", change: Answers);
        AssertReads(check, Volunteers, Premises, Insurance);
        var confirmation = await Walk.Agree(check).SubmitAsync();
        var sent = await SentFromAsync(portal, Walk.DraftOf(confirmation));
        Assert.Equal(["beaucoup"], sent.Declared.ClosedAnswersTo(SampleQuestions.Volunteers.Code));

        var tracking = await portal.NewBrowser().GetAsync(await fixture.LinkToAsync(sent.Id, provesAddress: false));
        AssertReads(tracking, Volunteers, Premises);
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);
        AssertReads(await staff.GetAsync($"/admin/demandes/{sent.Reference}"), Volunteers, Premises, Insurance);

        var (late, asked, accepted) = (Answered(), Answered(), Answered());
        var offer = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
        var lateReferral = late.Sending(offer);
        late.ExpireReferral(lateReferral.Id, Author.Job, A.Now, A.DayOf(lateReferral.ExpiresOn!.Value.AddDays(1)));
        var askedReferral = asked.Sending(offer);
        var acceptedReferral = accepted.AcceptedBy(offer);
        foreach (var request in new[] { late, asked, accepted }) await fixture.StoreAsync(request, offer);
        using var partner = await portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        AssertReads(await partner.GetAsync($"/partenaire/demandes/{lateReferral.Id}"), Volunteers);
        AssertReads(await partner.GetAsync($"/partenaire/demandes/{askedReferral.Id}"), Volunteers);
        AssertReads(await partner.GetAsync($"/partenaire/demandes/{acceptedReferral.Id}"), Volunteers, Premises);

        AssertNames(await SummaryAsync(staff, offer), Volunteers);
        AssertNames(await MailAsync(portal, askedReferral.Id), Volunteers);
    }

    [Fact]
    public async Task What_is_not_for_paper_leaves_it()
    {
        await using var portal = NewPortal();
        var check = await Walk.ToAsync(portal, "verification", change: Answers);
        var kept = await Walk.ToAsync(fixture.Portal, "verification");

        Assert.Equal([Insurance], check.Document.QuerySelectorAll(".screen-only dt").Select(term => PageText.Normalise(term.TextContent)));
        Assert.Empty(kept.Document.QuerySelectorAll(".screen-only"));
        using var browser = portal.NewBrowser();
        var style = await browser.Client.GetStringAsync(check.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!, Ct);
        Assert.Matches(@"@media print\s*\{[^@]*\.screen-only\s*\{\s*display:\s*none", style);
    }

    private PortalFactory NewPortal() => new(fixture.Database, configure: SampleQuestions.Register);

    private async Task<OrientationRequest> SentFromAsync(PortalFactory portal, Guid draftId)
    {
        await using var db = portal.NewContext();
        return await db.OrientationRequests.AsNoTracking().SingleAsync(request => request.DraftId == draftId, Ct);
    }

    /// <summary>A request that answers all three.</summary>
    private static OrientationRequest Answered() => A.Request().Declaring(declared => declared with
    {
        ClosedAnswers = new Dictionary<string, IReadOnlyList<string>>
        {
            [SampleQuestions.Volunteers.Code] = ["beaucoup"],
            [SampleQuestions.Premises.Code] = ["aucun"],
            [SampleQuestions.Insurance.Code] = ["quelques"],
        },
    }).Build();

    /// <summary>The summary that staff find when they send.</summary>
    private async Task<string> SummaryAsync(PortalBrowser staff, SupportOffer offer)
    {
        var request = Answered();
        request.GiveConsent(request.Proposing(offer).Id, A.Staff(), A.Now, A.Day);
        await fixture.StoreAsync(request, offer);
        var page = await staff.GetAsync($"/admin/demandes/{request.Reference}/envoi");
        return page.Form("Envoyer la demande").Value("Résumé pour les acteurs");
    }

    /// <summary>The e-mail that tells an actor.</summary>
    private static async Task<string> MailAsync(PortalFactory portal, Guid referralId)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var message = new OutboxMessage
        {
            Id = Guid.CreateVersion7(A.Now),
            Kind = MailKind.ReferralForPartner,
            SubjectId = referralId,
            DeduplicationKey = "",
            CreatedAt = A.Now,
            NextAttemptAt = A.Now,
        };
        var written = await scope.ServiceProvider.GetRequiredService<MailWriter>().WriteAsync(message, Ct);
        return written!.Mail.Text;
    }

    private static void AssertReads(HtmlPage page, params string[] expected)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(expected, new[] { Volunteers, Premises, Insurance }.Where(label => ValueOf(page, label) is not null));
        AssertNames(page.Text, expected);
    }

    private static void AssertNames(string text, params string[] expected) =>
        Assert.Equal(expected, new[] { Volunteers, Premises, Insurance }.Where(PageText.Normalise(text).Contains));

    private static string? ValueOf(HtmlPage page, string label) => page.Document.QuerySelectorAll(".summary-list__row")
        .Where(row => PageText.Normalise(row.QuerySelector("dt")!.TextContent) == label)
        .Select(row => PageText.Normalise(row.QuerySelector("dd")!.TextContent))
        .SingleOrDefault();
}
