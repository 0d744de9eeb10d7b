using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Public.ActorLinks;

namespace PlusPortal.Web.Tests.Public.ReferralAnswer;

/// <summary>An actor answers through the link of its mail, without an account.</summary>
public sealed class AnswerLinkTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static readonly string[] Agents =
    [
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Safari/537.36", "Microsoft Office/16.0 (SafeLinks)", "Barracuda Sentinel (EE)", "facebookexternalhit/1.1", "curl/8.0", "",
    ];

    [Theory]
    [InlineData(LinkPurpose.ReferralAnswer)]
    [InlineData(LinkPurpose.ReferralFollowUp)]
    public async Task Looking_changes_nothing_whoever_looks(LinkPurpose purpose)
    {
        var (request, referral, _) = purpose == LinkPurpose.ReferralAnswer ? await fixture.SentAsync() : await fixture.TakenAsync();
        var path = await fixture.ActorLinkAsync(referral.Id, purpose);
        var before = await fixture.StateAsync(request.Id);

        foreach (var agent in Agents)
        {
            foreach (var under in new[] { "", "/acceptation", "/date", "/question", "/refus", "/annulation", "/nouveau-lien", "/code", "/ouverture", "/fermeture", "/etape", "/etape?quoi=FirstContact", "/nouvelles", "/cloture", "/restitution" })
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
                {
                    using var scanner = fixture.NewBrowser();
                    using var question = new HttpRequestMessage(method, path + under);
                    question.Headers.TryAddWithoutValidation("User-Agent", agent);
                    question.Headers.TryAddWithoutValidation("Purpose", "prefetch");
                    question.Headers.TryAddWithoutValidation("Sec-Purpose", "prefetch;prerender");
                    using var answer = await scanner.Client.SendAsync(question, TestContext.Current.CancellationToken);
                    Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{method} {under} {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Equal(before, await fixture.StateAsync(request.Id));
    }

    [Theory]
    [InlineData(LinkPurpose.ReferralAnswer, "Répondre à la demande")]
    [InlineData(LinkPurpose.ReferralFollowUp, "Suivi de la demande")]
    public async Task Title_that_a_browser_keeps_bears_the_reference_and_no_word_of_the_structure(LinkPurpose purpose, string words)
    {
        var (request, referral, _) = purpose == LinkPurpose.ReferralAnswer ? await fixture.SentAsync() : await fixture.TakenAsync();

        var page = await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id, purpose));

        Assert.Equal($"{words} {request.Reference}", page.Heading);
        Assert.StartsWith(page.Heading, page.Document.Title!, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Declared.Title, page.Document.Title!, StringComparison.OrdinalIgnoreCase);
        Assert.True(page.Has(request.Declared.Title));
    }

    [Fact]
    public async Task Every_hint_and_error_of_the_refusal_is_tied_to_a_field_and_names_one_that_is_there()
    {
        var (_, referral, _) = await fixture.SentAsync();
        var form = await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id) + "/refus");
        var wrong = await form.Form("Décliner la demande").Choose("Autre").SubmitAsync();
        Assert.Equal("Expliquez votre motif à l'équipe PLUS en une phrase.", wrong.ErrorOf("Un mot à l'équipe PLUS"));

        foreach (var page in new[] { form, wrong })
        {
            var described = page.Document.QuerySelectorAll("main [aria-describedby]").SelectMany(field => field.GetAttribute("aria-describedby")!.Split(' ')).ToHashSet();
            Assert.All(page.Document.QuerySelectorAll("main .field__hint, main .field__error, main .choice__hint"), hint => Assert.Contains(hint.Id!, described));
            var labels = page.Document.QuerySelectorAll("main form label").Select(label => label.TextContent.Replace(" (facultatif)", "", StringComparison.Ordinal)).ToList();
            foreach (var hint in page.Document.QuerySelectorAll("main .choice__hint").Select(hint => hint.TextContent).Where(hint => hint.Contains('«', StringComparison.Ordinal)))
                Assert.Contains(hint.Split('«', '»')[1].Trim('\u00A0'), labels);
            Assert.False(page.Has("Indiquez") || page.Has("dans le commentaire"), page.Text);
        }
    }

    [Fact]
    public async Task Form_without_the_token_of_its_page_changes_nothing()
    {
        var (request, referral, _) = await fixture.SentAsync();
        var path = await fixture.ActorLinkAsync(referral.Id);
        var before = await fixture.StateAsync(request.Id);

        using var answer = await fixture.NewBrowser().Client.PostAsync(path + "/acceptation", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, await fixture.StateAsync(request.Id));
    }

    [Fact]
    public async Task Mail_of_a_referral_leads_to_a_page_that_needs_no_account_and_tells_nobody_whom_to_call()
    {
        var (request, referral, _) = await fixture.SentAsync(before: request =>
        {
            request.WriteSummary("Résumé écrit par PLUS.", A.Staff(), A.Now);
            request.MaskPassages(new MaskOrder { Passages = ["Texte libre inventé"] }, A.Staff(), A.Now);
        });
        await QueueAsync(MailKind.ReferralForPartner, referral.Id);

        var page = await fixture.NewBrowser().GetAsync(await fixture.LinkInMailAsync(MailKind.ReferralForPartner, referral.Id));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Has("Résumé écrit par PLUS."));
        Assert.True(page.Has("Répondez au plus tard le lundi 23 mars 2026"));
        Assert.True(page.Has(PassageMask.Mark));
        string[] hidden = [request.Contact.Name, request.Contact.Email, "06 00 00 00 42", "Texte libre inventé"];
        Assert.All(hidden, text => Assert.DoesNotContain(text, page.Body, StringComparison.Ordinal));
        Assert.False(page.HasLink("Ouvrir dans votre espace"));
        Assert.StartsWith("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
        Assert.Equal("noindex, nofollow", page.Headers["X-Robots-Tag"]);
    }

    [Fact]
    public async Task Acceptance_is_that_of_the_link_uses_it_up_and_shows_no_contact()
    {
        var (request, referral, _) = await fixture.SentAsync();
        var (path, older) = (await fixture.ActorLinkAsync(referral.Id), await fixture.ActorLinkAsync(referral.Id));
        var page = await fixture.NewBrowser().GetAsync(path);

        var after = await page.Form("Je m’en occupe").SubmitAsync();

        Assert.Equal((HttpStatusCode.OK, "Vous vous occupez de cette demande"), (after.Status, after.Heading));
        Assert.DoesNotContain(request.Contact.Email, after.Body, StringComparison.Ordinal);
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.InProgress, ReferralStatus.Accepted), (stored.Status, stored.Referrals[0].Status));
        var accepted = stored.Timeline.Single(entry => entry.Kind == EventKind.ReferralAccepted);
        Assert.Equal((AuthorKind.Partner, Channel.SignedLink, null), (accepted.AuthorKind, accepted.Channel, accepted.AuthorId));
        Assert.Equal([MailKind.ReferralAcceptedForStructure, MailKind.FollowUpForPartner], (await fixture.MailsAboutAsync(referral.Id)).Order());
        Assert.Equal("Vous vous occupez de cette demande", (await fixture.NewBrowser().GetAsync(older)).Heading);
        Assert.Equal("Vous vous occupez de cette demande", (await fixture.NewBrowser().GetAsync(path + "/refus")).Heading);
    }

    [Fact]
    public async Task Second_press_finds_it_done_and_another_answer_is_told_that_it_came_too_late()
    {
        var (request, referral, _) = await fixture.SentAsync();
        var path = await fixture.ActorLinkAsync(referral.Id);
        var browser = fixture.NewBrowser();
        var (one, two) = (await browser.GetAsync(path), await browser.GetAsync(path));
        var decline = await two.ClickAsync("Ce n’est pas pour moi");
        var accept = one.Form("Je m’en occupe");

        await accept.SubmitAsync();
        var again = await accept.SubmitAsync();
        var late = await decline.Form("Décliner la demande").Choose("Plus de capacité").Fill("Un mot à l’équipe PLUS", "Nous ouvrons un autre atelier en juin.").SubmitAsync();

        Assert.Equal((HttpStatusCode.OK, "Vous vous occupez de cette demande"), (again.Status, again.Heading));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.True(late.Has("Cette demande a déjà reçu une réponse."));
        Assert.Equal("Vous vous occupez de cette demande", late.Heading);
        Assert.Equal(["Nous ouvrons un autre atelier en juin."], late.Document.QuerySelectorAll("main textarea[readonly]").Select(text => text.TextContent));
        Assert.Single((await fixture.ReadAsync(request.Id)).Timeline, entry => entry.Kind == EventKind.ReferralAccepted);
    }

    [Fact]
    public async Task Two_presses_at_once_are_one_answer()
    {
        var (request, referral, _) = await fixture.SentAsync();
        var page = await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id));

        var answers = await Task.WhenAll(page.Form("Je m’en occupe").SubmitAsync(), page.Form("Je m’en occupe").SubmitAsync());

        Assert.All(answers, answer => Assert.Equal("Vous vous occupez de cette demande", answer.Heading));
        Assert.Single((await fixture.ReadAsync(request.Id)).Timeline, entry => entry.Kind == EventKind.ReferralAccepted);
    }

    [Fact]
    public async Task Link_and_account_answering_together_are_one_answer_and_the_other_is_told()
    {
        for (var round = 0; round < 3; round++)
        {
            var (request, referral, offer) = await fixture.SentAsync();
            using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
            var byAccount = (await partner.GetAsync($"/partenaire/demandes/{referral.Id}")).Form("Je m’en occupe");
            var link = await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id));
            Assert.True(link.HasLink("Ouvrir dans votre espace"));
            var byLink = (await link.ClickAsync("Ce n’est pas pour moi")).Form("Décliner la demande").Choose("Plus de capacité");

            var answers = await Task.WhenAll(byAccount.SubmitAsync(), byLink.SubmitAsync());

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict);
            var stored = await fixture.ReadAsync(request.Id);
            Assert.Single(stored.Timeline, entry => entry.Kind is EventKind.ReferralAccepted or EventKind.ReferralDeclined);
            await using var db = fixture.NewContext();
            Assert.True(await db.AccessLinks.Where(row => row.SubjectId == referral.Id).AllAsync(row => row.RevokedAt != null, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Refusal_tells_the_structure_in_the_words_of_the_actor_and_names_the_better_one()
    {
        var better = A.SupportOffer().Of(A.SupportActor().Named($"Réseau de la Quetsche {A.Number()}").Build()).Build();
        await fixture.StoreAsync(better);
        var (request, referral, _) = await fixture.SentAsync();
        var form = await (await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id))).ClickAsync("Ce n’est pas pour moi");
        Assert.Equal("Nous ne pouvons pas prendre votre demande. L’équipe PLUS cherche un autre interlocuteur.", form.Form("Décliner la demande").Value("Votre mot à la structure"));

        var refused = await form.Form("Décliner la demande").Choose("Un autre acteur est mieux placé").Fill("L’acteur mieux placé", better.Actor!.Name)
            .Fill("Votre mot à la structure", "Appelez plutôt Mme Dupont au 06 12 34 56 78.").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("Cette phrase semble contenir un nom", refused.ErrorOf("Votre mot à la structure"), StringComparison.Ordinal);
        Assert.Equal(ReferralStatus.Sent, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);

        var done = await refused.Form("Décliner la demande").Fill("Votre mot à la structure", "Nos ateliers sont complets jusqu’à l’été, revenez vers nous ensuite.").SubmitAsync();
        Assert.Equal("Cette demande ne vous est plus confiée", done.Heading);
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((ReferralStatus.Declined, DeclineReasons.MeilleurInterlocuteur, better.ActorId), (stored.Referrals[0].Status, stored.Referrals[0].DeclineReason, stored.Referrals[0].BetterActorId));
        Assert.False((await fixture.NewBrowser().GetAsync(await fixture.LinkToAsync(request.Id))).Has("Nos ateliers sont complets"));
        await using (var db = fixture.NewContext()) await db.Referrals.Where(row => row.Id == stored.Referrals[0].Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.SettlesAt, (DateTimeOffset?)null), TestContext.Current.CancellationToken);
        var tracking = await fixture.NewBrowser().GetAsync(await fixture.LinkToAsync(request.Id));
        Assert.True(tracking.Has("Nos ateliers sont complets jusqu’à l’été, revenez vers nous ensuite."));
    }

    [Fact]
    public async Task Word_that_nobody_changed_is_stored_nowhere()
    {
        var (request, referral, _) = await fixture.SentAsync();
        var form = await (await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id))).ClickAsync("Ce n’est pas pour moi");

        await form.Form("Décliner la demande").Choose("Plus de capacité").SubmitAsync();

        Assert.DoesNotContain((await fixture.ReadAsync(request.Id)).Notes, note => note.Kind == NoteKind.SentenceForStructure);
    }

    [Fact]
    public async Task Question_keeps_the_link_and_is_asked_once()
    {
        var (request, referral, _) = await fixture.SentAsync();
        var path = await fixture.ActorLinkAsync(referral.Id);
        var form = await (await fixture.NewBrowser().GetAsync(path)).ClickAsync("Il me manque une information");

        var empty = await form.Form("Envoyer ma question").SubmitAsync();
        Assert.Equal("Écrivez votre question.", empty.ErrorOf("Votre question"));
        var after = await empty.Form("Envoyer ma question").Fill("Votre question", "Quel budget ?").SubmitAsync();

        Assert.True(after.Has("Quel budget ?"));
        Assert.True(after.Has("Vous avez posé une question"));
        Assert.False(after.HasLink("Il me manque une information"));
        Assert.Equal([MailKind.QuestionForStructure], await fixture.MailsAboutAsync(request.Id));
        Assert.Equal("Vous vous occupez de cette demande", (await after.Form("Je m’en occupe").SubmitAsync()).Heading);
    }

    [Fact]
    public async Task Later_day_is_offered_and_each_mistake_gets_its_sentence()
    {
        var (request, referral, _) = await fixture.SentAsync();
        var form = await (await fixture.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id))).ClickAsync("Oui, mais à partir du…");

        var empty = await form.Form("Proposer cette date").SubmitAsync();
        Assert.Equal(["Indiquez à partir de quel jour vous pouvez vous en occuper."], empty.Errors);
        var past = await empty.Form("Proposer cette date").FillDate("À partir de quel jour ?", A.Today).SubmitAsync();
        Assert.StartsWith("Choisissez un jour à venir.", past.Errors.Single(), StringComparison.Ordinal);
        var far = await past.Form("Proposer cette date").FillDate("À partir de quel jour ?", A.Today.AddMonths(7)).SubmitAsync();
        Assert.StartsWith("Choisissez un jour au plus tard le", far.Errors.Single(), StringComparison.Ordinal);
        var after = await far.Form("Proposer cette date").FillDate("À partir de quel jour ?", A.Today.AddDays(14)).SubmitAsync();

        Assert.Equal("Vous proposez une date", after.Heading);
        Assert.True(after.Has("à partir du lundi 16 mars 2026"));
        Assert.Equal((ReferralStatus.DateOffered, A.Today.AddDays(14)), ((await fixture.ReadAsync(request.Id)).Referrals[0].Status, (await fixture.ReadAsync(request.Id)).Referrals[0].StartsOn));
    }

    [Fact]
    public async Task Answer_is_taken_back_through_its_link_within_ten_minutes_and_nobody_is_told()
    {
        await using var portal = new PortalFactory(fixture.Database);
        var (request, referral, _) = await fixture.SentAsync();
        var path = await fixture.ActorLinkAsync(referral.Id);
        var form = await (await portal.NewBrowser().GetAsync(path)).ClickAsync("Ce n’est pas pour moi");
        var declined = await form.Form("Décliner la demande").Choose("Plus de capacité").Fill("Votre mot à la structure", "Revenez vers nous en été.").SubmitAsync();

        portal.Clock.Advance(TimeSpan.FromMinutes(9));
        var back = await declined.Form("Annuler ma réponse").SubmitAsync();
        var twice = await declined.Form("Annuler ma réponse").SubmitAsync();

        Assert.True(back.HasForm("Je m’en occupe"));
        Assert.True(twice.HasForm("Je m’en occupe"));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal(ReferralStatus.Sent, stored.Referrals[0].Status);
        Assert.DoesNotContain(stored.Notes, note => note.Kind == NoteKind.SentenceForStructure);
        await using (var db = fixture.NewContext()) Assert.All(await db.Outbox.Where(row => row.SubjectId == referral.Id).ToListAsync(TestContext.Current.CancellationToken), row => Assert.Equal(OutboxState.Dropped, row.State));

        var accepted = await back.Form("Je m’en occupe").SubmitAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        var late = await accepted.Form("Annuler ma réponse").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.True(late.Has("ses dix minutes sont passées"));
        Assert.False((await portal.NewBrowser().GetAsync(path)).HasForm("Annuler ma réponse"));
        Assert.Equal(ReferralStatus.Accepted, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);
    }

    [Fact]
    public async Task Late_answer_is_welcome_and_shows_the_summary_alone()
    {
        await using var portal = new PortalFactory(fixture.Database);
        var (request, referral, _) = await fixture.SentAsync(after: (request, referral) => request.ExpireReferral(referral.Id, Author.Job, A.Now, A.DayOf(A.Today.AddDays(60))));
        var page = await portal.NewBrowser().GetAsync(await fixture.ActorLinkAsync(referral.Id));

        Assert.True(page.Has("Votre réponse est encore la bienvenue"));
        Assert.DoesNotContain(request.Declared.Need, page.Body, StringComparison.Ordinal);
        Assert.Equal("Vous vous occupez de cette demande", (await page.Form("Je m’en occupe").SubmitAsync()).Heading);
    }

    [Fact]
    public async Task Every_mail_about_an_answer_brings_a_link_of_its_own_and_the_older_ones_work_until_there_is_one()
    {
        var (_, referral, _) = await fixture.SentAsync();
        var paths = new List<string>();
        foreach (var kind in new[] { MailKind.ReferralForPartner, MailKind.ReferralReminder, MailKind.ReferralLastCall })
        {
            await QueueAsync(kind, referral.Id);
            paths.Add(await fixture.LinkInMailAsync(kind, referral.Id));
        }

        Assert.Equal(3, paths.Distinct().Count());
        foreach (var path in paths) Assert.True((await fixture.NewBrowser().GetAsync(path)).HasForm("Je m’en occupe"));
    }

    private async Task QueueAsync(MailKind kind, Guid subjectId)
    {
        await using var db = fixture.NewContext();
        db.Outbox.Enqueue(kind, subjectId, "essai", A.Now);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
