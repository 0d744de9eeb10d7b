using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Matching;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Security;

/// <summary>Observers: counts, directory and rules; no request, no name, no free text.</summary>
public sealed class ObserverTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    /// <summary>A word that stands in every name and free text that observers may not read.</summary>
    private const string Canary = "zyzomys";

    private static readonly string[] Pages = ["/admin", "/admin/annuaire", "/admin/annuaire/{0}", "/admin/regles", "/admin/regles/{1}"];

    [Fact]
    public async Task No_page_shows_an_observer_a_name_or_a_free_text()
    {
        var data = await SingAsync();
        using var observer = await fixture.Portal.SignInAsNewAsync(PortalRoles.Observer);
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        var (seen, seenByStaff) = (new List<string>(), new List<string>());
        foreach (var endpoint in fixture.Portal.Endpoints().Where(endpoint => endpoint.MethodsOf().Contains("GET")))
        {
            // The query adds nothing where a page does not ask for it: other filters, other versions, other pages.
            var address = data.AddressOf(endpoint);
            foreach (var query in endpoint.IsOpenTo(Domain.People.PersonRole.Observer) ? ["", "?avant=1000000", "?avec=1", "?Etat=inactifs", "?demande=" + data.Request.Reference] : new[] { "" })
            {
                if (await ShowsAsync(observer, address + query)) seen.Add(endpoint.PatternOf() + query);
            }

            if (await ShowsAsync(staff, address)) seenByStaff.Add(endpoint.PatternOf());
        }

        Assert.Empty(seen);

        // The word is where it would be found: the very pages that observers open hold it for staff.
        Assert.Subset(
            seenByStaff.ToHashSet(),
            new HashSet<string>([.. EndpointRules.ForObservers, "admin/demandes", "admin/demandes/{reference}", "admin/signalements", "admin/modifications/{id:guid}", "admin/messages"]));
    }

    [Fact]
    public async Task Links_and_buttons_of_its_pages_lead_where_an_observer_may_go()
    {
        var (offer, draft) = await StoreAsync();
        using var observer = await fixture.Portal.SignInAsNewAsync(PortalRoles.Observer);
        var links = new HashSet<string>();
        foreach (var address in Pages)
        {
            var page = await observer.GetAsync(string.Format(null, address, offer.ActorId, draft.Number));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(["Chiffres", "Annuaire", "Règles"], page.Document.QuerySelectorAll("header nav a:not([href='/compte'])").Select(link => link.TextContent));
            Assert.Equal(PageText.Normalise("Espace d’observation"), PageText.Normalise(page.Document.QuerySelector(".site-name__sub")!.TextContent));
            links.UnionWith(page.Document.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!));
            Assert.All(page.Document.QuerySelectorAll("main form"), form => Assert.Equal("get", form.GetAttribute("method")));
        }

        Assert.True(links.Count > 10);
        foreach (var link in links) Assert.Equal((link, HttpStatusCode.OK), (link, (await observer.GetAsync(link)).Status));
    }

    [Fact]
    public async Task Observer_reads_of_an_actor_what_is_published_and_no_more()
    {
        var (offer, _) = await StoreAsync();
        var actor = offer.Actor!;
        var draft = A.SupportOffer().Of(actor).In(OfferState.Draft).Build();
        actor.Edit(actor.Name, actor.Kind, actor.Circle, actor.Description, "https://jamais-ouvert.example.org", websiteChecked: false, A.Today, A.Now);
        var left = A.SupportActor().Build();
        left.SetActive(false, A.Now);
        await using (var db = fixture.NewContext())
        {
            db.Update(actor);
            db.Entry(draft).State = EntityState.Added;
            db.Add(left);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var observer = await fixture.Portal.SignInAsNewAsync(PortalRoles.Observer);
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var (page, whole) = (await observer.GetAsync($"/admin/annuaire/{actor.Id}"), await staff.GetAsync($"/admin/annuaire/{actor.Id}"));

        Assert.True(page.Has(offer.Content.Title) && page.Has(actor.Description) && page.Has(VerificationStatuses.All.LabelOf(actor.Verification)));
        foreach (var hidden in new[] { draft.Content.Title, actor.ContactEmail!, "jamais-ouvert", "Fiabilité des sources", "Modifier la fiche", "Publication et capacité" })
        {
            Assert.False(page.Has(hidden), hidden);
            Assert.True(whole.Body.Contains(hidden, StringComparison.Ordinal), hidden);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await observer.GetAsync($"/admin/annuaire/{left.Id}")).Status);
        Assert.True((await observer.GetAsync($"/admin/annuaire?texte={Uri.EscapeDataString(left.Name)}")).Has("Aucun acteur ne correspond."));
        Assert.Equal("1", (await observer.GetAsync($"/admin/annuaire?texte={Uri.EscapeDataString(actor.Name)}")).Document.QuerySelector("td[data-label=Offres]")!.TextContent);
    }

    [Fact]
    public async Task Observer_compares_versions_of_the_rules_without_who_and_why()
    {
        var (_, draft) = await StoreAsync();
        using var observer = await fixture.Portal.SignInAsNewAsync(PortalRoles.Observer);

        var list = await observer.GetAsync("/admin/regles");
        var version = await list.ClickAsync($"Version {draft.Number}");

        Assert.Equal(["Version", "État", "Écrite le"], list.Document.QuerySelectorAll("main table").First().QuerySelectorAll("th").Select(head => head.TextContent));
        Assert.True(list.Has("Valeurs en vigueur"));
        Assert.True(version.Has($"Ce qui change par rapport à la version {draft.BaseNumber}"));
        foreach (var hidden in new[] { draft.Reason, "Auteur", "Raison", "Livrée avec le logiciel", "Abandonner", "Essayer" })
        {
            Assert.False(list.Has(hidden), hidden);
            Assert.False(version.Has(hidden), hidden);
        }
    }

    private static async Task<bool> ShowsAsync(PortalBrowser browser, string address) => (await browser.GetAsync(address)).Body.Contains(Canary, StringComparison.OrdinalIgnoreCase);

    /// <summary>An offer of an actor with a checked address, and a draft of the rules.</summary>
    private async Task<(SupportOffer Offer, RulesVersion Draft)> StoreAsync(string reason = "Une raison inventée.", Guid? authorId = null)
    {
        var offer = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Covering("54").Build();
        await fixture.StoreAsync(offer);
        await using var db = fixture.NewContext();
        var inForce = await db.RulesInForceAsync(TestContext.Current.CancellationToken);
        var number = await db.NextRulesNumberAsync(TestContext.Current.CancellationToken);
        const string Weight = nameof(MatchingRules.NearEpci);
        var values = new Dictionary<string, int>(inForce.Values) { [Weight] = inForce.Values[Weight] == 30 ? 31 : 30 };
        var draft = RulesVersion.Propose(number, inForce, values, reason, authorId ?? Guid.CreateVersion7(A.Now), A.Now);
        db.Add(draft);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (offer, draft);
    }

    /// <summary>Puts the canary into every name and free text of requests, notes, reports, reasons, authors, and what is not published.</summary>
    private async Task<SampleData> SingAsync()
    {
        var data = await SampleData.CreateAsync(fixture);
        var staffId = await fixture.Portal.CreateUserAsync($"{Canary}{A.Number()}@example.org", PortalRoles.Administrator);
        var author = Author.Staff(staffId);
        var refusing = A.SupportOffer().Covering("54").Build();
        var request = A.Request()
            .Declaring(declaration => declaration with { StructureName = Canary, Title = Canary, Need = $"{Canary} et assez de mots pour que le formulaire l’accepte.", AlreadyMetText = Canary, LegalFormDetail = Canary })
            .From(contact => contact with { Name = Canary, Email = $"{Canary}@example.org", Slot = Canary })
            .Build();
        request.ProveAddress(A.Now);
        request.TakeInCharge(author, A.Now, A.Day);
        request.AddNote(Canary, author, A.Now);
        request.WriteSummary(Canary, author, A.Now);
        var asked = request.Sending(data.Offer);
        request.RequestInformation(asked.Id, Canary, A.Partner(), A.Now, A.Day);
        request.DeclineReferral(request.Sending(refusing).Id, new Decline(DeclineReasons.Capacite, Canary, null), A.Partner(), A.Now, A.Day);
        await fixture.StoreAsync(request, data.Offer, refusing);

        var (_, draft) = await StoreAsync(Canary, staffId);
        var actor = data.Offer.Actor!;
        var hidden = A.SupportActor().Named($"AAA {Canary}").Build();
        hidden.SetActive(false, A.Now);
        var revision = OfferRevision.Propose(refusing, refusing.Content with { Title = Canary }, staffId, A.Now);
        await using var db = fixture.NewContext();
        await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.DisplayName, Canary), TestContext.Current.CancellationToken);
        await db.SupportActors.Where(record => record.Id == actor.Id).ExecuteUpdateAsync(set => set.SetProperty(record => record.EditorNote, Canary).SetProperty(record => record.ContactEmail, $"{Canary}@example.org"), TestContext.Current.CancellationToken);
        await db.RulesVersions.Where(version => version.State == RulesState.Published).ExecuteUpdateAsync(set => set.SetProperty(version => version.Reason, Canary).SetProperty(version => version.AuthorId, staffId), TestContext.Current.CancellationToken);
        db.Attach(refusing);
        db.AddRange(hidden, revision, new SheetReport(actor.Id, Canary, A.Now));
        db.Outbox.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(A.Now),
            Kind = MailKind.RequestReceived,
            SubjectId = request.Id,
            DeduplicationKey = Canary + A.Number(),
            State = OutboxState.Dead,
            CreatedAt = A.Now,
            NextAttemptAt = A.Now,
            Attempts = OutboxMessage.MaxAttempts,
            LastError = Canary,
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        // Whoever holds a private link reads its request, observer or not: this one holds none.
        return data.With("token", "inconnu").With("reference", request.Reference).With("admin/modifications id", revision.Id.ToString()).With("number", $"{draft.Number}");
    }
}
