using System.Net;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Public.Tracking;

public sealed class TrackingPageTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Unknown_malformed_expired_and_foreign_tokens_get_the_same_answer()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        var expired = await fixture.LinkToAsync(request.Id, expiresAt: A.Now);
        var draftToken = LinkTokens.Create();
        await using (var db = fixture.NewContext())
        {
            db.AccessLinks.Add(new AccessLink { TokenHash = LinkTokens.Hash(draftToken), Purpose = LinkPurpose.ResumeDraft, SubjectId = request.Id, CreatedAt = A.Now, ExpiresAt = A.Now.AddYears(1) });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var valid = await fixture.LinkToAsync(request.Id, provesAddress: false);
        string[] paths = ["/suivi/" + LinkTokens.Create(), "/suivi/x", "/suivi/" + new string('é', 43), valid + "A", valid.ToUpperInvariant(), expired, "/suivi/" + draftToken];
        var browser = fixture.NewBrowser();
        var pages = new List<Testing.Html.HtmlPage>();
        foreach (var path in paths) pages.Add(await browser.GetAsync(path));

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.NotFound, "Ce lien n'est plus valable"), (page.Status, page.Heading)));
        Assert.Single(pages.Select(page => page.Text).Distinct());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(valid)).Status);
    }

    [Fact]
    public async Task Revoked_link_no_longer_works()
    {
        var request = A.Request().Build();
        var path = await fixture.TrackAsync(request);
        await using (var db = fixture.NewContext())
        {
            var link = db.AccessLinks.Single(link => link.SubjectId == request.Id);
            link.RevokedAt = A.Now;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await fixture.NewBrowser().GetAsync(path)).Status);
    }

    [Fact]
    public async Task What_was_typed_on_a_page_whose_link_died_is_given_back()
    {
        var request = A.Request().Build().InTriage();
        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request) + "/complement");
        await using (var db = fixture.NewContext())
        {
            db.AccessLinks.Single(link => link.SubjectId == request.Id).RevokedAt = A.Now;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var gone = await page.Form("Ajouter à ma demande").Fill("Ce que vous voulez ajouter", "Tapé avant que le lien cesse").SubmitAsync();

        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.True(gone.Has("Tapé avant que le lien cesse"), gone.Text);
        Assert.True(gone.Has("Ce texte n’est pas enregistré."), gone.Text);
    }

    [Fact]
    public async Task Opening_the_e_mailed_link_writes_nothing_and_shows_nothing_before_the_button()
    {
        var request = A.Request().Build();
        var path = await fixture.TrackAsync(request);

        var page = await fixture.NewBrowser().GetAsync(path);
        Assert.False(page.Has(request.Reference));
        Assert.Null((await fixture.ReadAsync(request.Id)).AddressProvenAt);

        var shown = await page.Form("Confirmer mon adresse et voir ma demande").SubmitAsync();
        Assert.True(shown.Has(request.Reference));
        Assert.Equal("Reçue", shown.Heading);
        var stored = await fixture.ReadAsync(request.Id);
        Assert.NotNull(stored.AddressProvenAt);
        Assert.Equal(EventKind.AddressProven, stored.Timeline.MaxBy(entry => entry.Number)!.Kind);
    }

    [Fact]
    public async Task Other_pages_of_an_unproven_link_lead_back_to_the_button()
    {
        var request = A.Request().Build();
        var path = await fixture.TrackAsync(request);

        var page = await fixture.NewBrowser().GetAsync(path + "/retrait");

        Assert.Equal(path, page.Path);
        Assert.Equal("Confirmez votre adresse e-mail", page.Heading);
    }

    [Fact]
    public async Task Link_shown_on_screen_opens_the_page_without_proving_anything()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);

        var page = await fixture.NewBrowser().GetAsync(await fixture.LinkToAsync(request.Id, provesAddress: false));

        Assert.True(page.Has(request.Reference));
        Assert.True(page.Has("Confirmez votre adresse e-mail avec le lien de notre message"));
        Assert.Null((await fixture.ReadAsync(request.Id)).AddressProvenAt);
    }

    [Fact]
    public async Task Page_is_never_cached_and_sends_no_referrer()
    {
        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(A.Request().Build()));

        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
    }

    [Fact]
    public async Task First_line_says_who_must_act_and_by_when()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        request.Sending(offer);

        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request, offer));

        Assert.Equal("Transmise, réponse attendue", page.Heading);
        Assert.True(page.Has($"{offer.Actor!.Name} doit répondre au plus tard le lundi 23 mars 2026."));
    }

    [Fact]
    public async Task Declaration_stays_beside_the_correction()
    {
        var request = A.Request().Build().InTriage();
        request.Correct(new Correction { Stage = Stages.Transformer, ById = request.AssigneeId!.Value, At = A.Now }, A.Staff(), A.Now);

        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request));

        var row = page.Document.QuerySelectorAll(".summary-list__row").First();
        Assert.Equal("Étape Développer Précisé par PLUS : Transformer", Testing.Html.PageText.Normalise(row.TextContent));
    }

    [Fact]
    public async Task Structure_reads_neither_internal_texts_nor_codes_nor_names_of_staff()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        request.AddNote("NOTE-INTERNE-SECRETE", A.Staff(), A.Now);
        request.DeclineReferral(referral.Id, new Decline(DeclineReasons.HorsCompetence, "COMMENTAIRE-SECRET", null), A.Partner(), A.Now, A.Day);
        var other = A.SupportOffer().Build();
        request.Propose(new ReferralChoice(other.ActorId, other.Id, 1, ProposalRole.Lead, null), "RAISON-SECRETE", A.Staff(), A.Now, A.Day);

        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request, offer, other));

        Assert.True(page.Has("Votre besoin ne correspond pas à ce qu'il propose."));
        string[] hidden = ["NOTE-INTERNE-SECRETE", "COMMENTAIRE-SECRET", "RAISON-SECRETE", DeclineReasons.HorsCompetence, "Hors de notre champ", other.Actor!.Name, "Agent Inventé"];
        Assert.All(hidden, text => Assert.DoesNotContain(text, page.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reasons_of_the_matching_are_told_as_met_or_to_check()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        request.RecordMatching(
            new MatchResult
            {
                RulesVersion = 1,
                Proposals =
                [
                    new Proposal
                    {
                        Rank = 1, Role = ProposalRole.Lead, ActorId = offer.ActorId, ActorName = offer.Actor!.Name, OfferId = offer.Id, OfferTitle = offer.Content.Title, OfferRevision = 1, Score = 12,
                        Reasons = [new(Criteria.Territory, Outcome.Met, 0, "Votre commune est couverte."), new(Criteria.Age, Outcome.Unknown, 0, "L’âge de la structure."), new(Criteria.Sector, Outcome.Unmet, 0, "PAS-LE-SECTEUR")],
                    },
                ],
                Excluded = [],
            },
            A.Now,
            A.Day,
            Author.Job);
        var before = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request, offer));
        Assert.Equal("Confirmez votre adresse e-mail", before.Heading);

        var page = await before.Form("Confirmer mon adresse et voir ma demande").SubmitAsync();

        Assert.True(page.Has("Les premières pistes"));
        Assert.True(page.Has("Votre commune est couverte."));
        Assert.True(page.Has("À vérifier avec lui : L'âge de la structure."));
        Assert.False(page.Has("PAS-LE-SECTEUR"));
    }

    [Fact]
    public async Task Web_address_of_an_actor_is_shown_once_accepted_and_checked()
    {
        var offer = A.SupportOffer().Build();
        var actor = offer.Actor!;
        actor.Edit(actor.Name, actor.Kind, actor.Circle, actor.Description, "https://acteur.example.org/", websiteChecked: true, A.Day, A.Now);
        var (asked, accepted) = (A.Request().Build(), A.Request().Build());
        asked.Sending(offer);
        accepted.AcceptedBy(offer);
        await fixture.StoreAsync(asked, offer);
        await fixture.StoreAsync(accepted, offer);

        Assert.False((await fixture.NewBrowser().GetAsync(await fixture.LinkToAsync(asked.Id))).HasLink("https://acteur.example.org/"));
        Assert.True((await fixture.NewBrowser().GetAsync(await fixture.LinkToAsync(accepted.Id))).HasLink("https://acteur.example.org/"));
    }

    [Theory]
    [InlineData(ClosingReasons.HorsTerritoire, "votre commune est en dehors de la Lorraine", "CRESS")]
    [InlineData(ClosingReasons.AucunActeur, "Aucun interlocuteur n'a pu prendre votre demande", "revenez quand votre projet aura avancé")]
    public async Task Closed_request_says_why_and_what_to_do_instead(string reason, string why, string instead)
    {
        var request = A.Request().Build().InTriage();
        request.Close(reason, "Message de PLUS pour la structure.", null, A.Staff(), A.Now, A.Day);

        var page = await fixture.NewBrowser().GetAsync(await fixture.TrackAsync(request));

        Assert.Equal("Terminée", page.Heading);
        Assert.True(page.Has(why));
        Assert.True(page.Has(instead));
        Assert.True(page.Has("Message de PLUS pour la structure."));
        Assert.False(page.HasLink("Retirer ma demande"));
    }
}
