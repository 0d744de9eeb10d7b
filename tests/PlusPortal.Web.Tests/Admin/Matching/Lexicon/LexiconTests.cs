using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Features.Admin.Matching.Lexicon;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Matching;
using PlusPortal.Web.Tests.Admin.Requests;

namespace PlusPortal.Web.Tests.Admin.Matching.Lexicon;

/// <summary>Staff edit the lexicon through its pages; the next request is read with it.</summary>
public sealed class LexiconTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Save = "Enregistrer";
    private const string Try = "Essayer sans enregistrer";
    private const string Words = "Mots à reconnaître";
    private const string Sense = "Ce que la phrase dit";
    private const string Reason = "Pourquoi";
    private const string Shared = "theme:" + Themes.EmploiPartage;
    private const string AddPage = "/admin/lexique/ajout";

    private static readonly string SharedLabel = LabelOf(Themes.EmploiPartage);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/admin/lexique")]
    [InlineData(AddPage)]
    [InlineData("/admin/lexique/essai")]
    [InlineData("/admin/lexique/phrase?sens=theme:modele-economique&mots=modele%20economique")]
    public async Task Staff_and_administrators_are_let_in_and_nobody_else(string address)
    {
        var offer = A.SupportOffer().Build();
        await fixture.StoreAsync(offer);
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        using var staff = await fixture.StaffAsync();
        using var administrator = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);

        Assert.Equal("/compte/connexion", (await fixture.NewBrowser().GetAsync(address)).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.GetAsync(address)).Status);
        foreach (var browser in new[] { staff, administrator })
        {
            var answer = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.StartsWith(answer.Heading, answer.Title, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_added_phrase_is_read_by_the_next_preview_and_by_the_next_search_which_names_the_phrases()
    {
        var word = Word();
        var text = $"Nous cherchons une {word} pour septembre.";
        Assert.DoesNotContain(Themes.EmploiPartage, await PreviewAsync(text));
        var (staff, id, name) = await fixture.StaffMemberAsync();

        var page = await AddAsync(staff, word.ToUpperInvariant());

        Assert.Equal("/admin/lexique/phrase", page.Path);
        var stored = await LastAsync();
        Assert.Equal((word, Themes.EmploiPartage, 5, id, fixture.Portal.Clock.GetUtcNow()), (stored.Pattern, stored.Code, stored.Weight, stored.AuthorId, stored.At));
        Assert.True(page.Has($"Décision n° {stored.Number}, {name}"));
        Assert.Contains(Themes.EmploiPartage, await PreviewAsync(text));

        var trial = await (await staff.GetAsync("/admin/lexique/essai")).Form("Essayer").Fill("Texte", text).SubmitAsync();
        Assert.Contains(trial.Document.QuerySelectorAll("main li"), item => item.TextContent.Contains(Themes.All.LabelOf(Themes.EmploiPartage), StringComparison.Ordinal) && item.TextContent.Contains(word, StringComparison.Ordinal));

        var request = A.Request().Build().InTriage().Matched();
        await fixture.StoreAsync(request);
        Assert.Equal(NeedLexicon.Default.Hash, (await fixture.ReadAsync(request.Id)).Matching!.LexiconHash);
        var triage = await (await staff.GetAsync(RequestScene.Address(request))).Form("Relancer la recherche").SubmitAsync();
        var hash = (await fixture.ReadAsync(request.Id)).Matching!.LexiconHash!;
        Assert.NotEqual(NeedLexicon.Default.Hash, hash);
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.True(triage.Has($"lexique {LexiconHash.Short(hash)}"));
        Assert.True((await staff.GetAsync("/admin/lexique")).Has(LexiconHash.Short(hash)));
        Assert.True((await staff.GetAsync("/admin/evaluation")).Has(LexiconHash.Short(hash)));
    }

    [Fact]
    public async Task A_result_stored_before_there_were_hashes_is_still_read()
    {
        var request = A.Request().Build().InTriage().Matched(A.SupportOffer().Build());
        await fixture.StoreAsync(request);
        await using (var db = fixture.NewContext())
        {
            Assert.Equal(1, await db.Database.ExecuteSqlAsync($$"""update orientation_requests set matching = (matching - 'lexiconHash') || '{"lexiconVersion": 7}' where id = {{request.Id}} and matching ? 'lexiconHash'""", Ct));
        }

        var stored = (await fixture.ReadAsync(request.Id)).Matching!;
        Assert.Equal((null, request.Matching!.RulesVersion), (stored.LexiconHash, stored.RulesVersion));
        Assert.Equal(request.Matching.Proposals.Select(proposal => proposal.ActorName), stored.Proposals.Select(proposal => proposal.ActorName));
        Assert.True((await (await fixture.StaffAsync()).GetAsync(RequestScene.Address(request))).Has("lexique d’avant les empreintes"));
    }

    [Fact]
    public async Task A_phrase_of_the_portal_that_is_set_aside_is_no_longer_read_until_it_is_taken_back()
    {
        const string text = "Nous avons besoin d'une étude de faisabilité.";
        const string address = "/admin/lexique/phrase?sens=theme:" + Themes.IdeeFaisabilite + "&mots=faisabilite";
        using var staff = await fixture.StaffAsync();
        Assert.Contains(Themes.IdeeFaisabilite, await PreviewAsync(text));

        var off = await (await staff.GetAsync(address)).Form(Save).Untick("Le portail lit cette phrase").Fill(Reason, "Trop large.").SubmitAsync();

        Assert.True(off.Has("livrée avec le portail") && off.Has("Désactivée") && off.Has("« Trop large. »"));
        Assert.DoesNotContain(Themes.IdeeFaisabilite, await PreviewAsync(text));
        Assert.Equal(["faisabilite"], (await staff.GetAsync("/admin/lexique?etat=ecartees&sens=theme:" + Themes.IdeeFaisabilite)).Document.QuerySelectorAll("tbody td:first-child a").Select(link => link.FirstChild!.TextContent));

        await off.Form(Save).Tick("Le portail lit cette phrase").Fill(Reason, "Elle manque.").SubmitAsync();
        Assert.Contains(Themes.IdeeFaisabilite, await PreviewAsync(text));
    }

    [Fact]
    public async Task A_weight_is_changed_and_an_unchanged_one_is_refused()
    {
        var word = Word();
        using var staff = await fixture.StaffAsync();
        var page = await AddAsync(staff, word);

        var same = await page.Form(Save).Fill(Reason, "Pour voir.").SubmitAsync();
        var lighter = await same.Form(Save).Choose("Poids", "2, peu sûr").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, same.Status);
        Assert.StartsWith("Rien n'est différent", same.ErrorOf("Poids"), StringComparison.Ordinal);
        Assert.Equal("Pour voir.", same.Form(Save).Value(Reason));
        Assert.Equal(HttpStatusCode.OK, lighter.Status);
        Assert.Equal(2, (await LastAsync()).Weight);
        Assert.Equal(2, lighter.Document.QuerySelectorAll("main > ol li").Length);
    }

    [Theory]
    [InlineData("", "Écrivez les mots à reconnaître")]
    [InlineData("avec nous", "Ces mots se trouvent dans tous les textes")]
    [InlineData("~ dossier", "Le signe ~ se place entre deux mots")]
    [InlineData("dossier <b>", "N'écrivez que des lettres")]
    [InlineData("long", "Cette phrase est trop longue")]
    public async Task A_phrase_that_cannot_be_read_is_said_beside_its_field_and_nothing_typed_is_lost(string words, string sentence)
    {
        if (words == "long") words = string.Join(' ', Enumerable.Repeat("dossier", 16));
        using var staff = await fixture.StaffAsync();

        var again = await (await staff.GetAsync(AddPage)).Form(Save).Fill(Words, words).Choose(Sense, SharedLabel).Fill(Reason, "Une raison.").Fill("Texte d'essai", "Un texte.").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.StartsWith(sentence, again.ErrorOf(Words), StringComparison.Ordinal);
        var form = again.Form(Save);
        Assert.Equal((words, Shared, "Une raison.", "Un texte."), (form.Value(Words), form.Value(Sense), form.Value(Reason), form.Value("Texte d'essai")));
    }

    [Fact]
    public async Task A_meaning_a_weight_and_a_reason_are_needed_and_must_be_those_of_the_lists()
    {
        using var staff = await fixture.StaffAsync();
        var form = (await staff.GetAsync(AddPage)).Form(Save).Fill(Words, Word()).Without("Form.Meaning").Without("Form.Weight").With("Form.Meaning", "theme:inconnu").With("Form.Weight", "11");

        var again = await form.SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal("Choisissez dans la liste ce que la phrase dit.", again.ErrorOf(Sense));
        Assert.Equal("Choisissez un poids de 1 à 10.", again.ErrorOf("Poids"));
        Assert.StartsWith("Dites en quelques mots pourquoi", again.ErrorOf(Reason), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phrase_that_is_there_already_is_led_to()
    {
        using var staff = await fixture.StaffAsync();

        var again = await (await staff.GetAsync(AddPage)).Form(Save).Fill(Words, "Faisabilité").Choose(Sense, LabelOf(Themes.IdeeFaisabilite)).Fill(Reason, "Elle manque.").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.StartsWith("Cette phrase existe déjà avec ce sens", again.ErrorOf(Words), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await again.ClickAsync("Ouvrir la phrase « faisabilite »")).Status);
    }

    [Fact]
    public async Task Trying_shows_the_text_without_and_with_the_phrase_and_writes_nothing()
    {
        var word = Word();
        using var staff = await fixture.StaffAsync();
        await using var db = fixture.NewContext();
        var before = await db.LexiconChanges.CountAsync(Ct);

        var page = await (await staff.GetAsync(AddPage)).Form(Try).Fill(Words, word).Choose(Sense, SharedLabel).Fill("Texte d'essai", $"Nous cherchons une {word}.").SubmitAsync();
        var silent = await page.Form(Try).Fill("Texte d'essai", "Bonjour.").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Has("Votre décision change la lecture de ce texte."));
        Assert.Contains($"« {word} »", PageText.Normalise(Assert.Single(page.Document.QuerySelectorAll(".notice li")).TextContent), StringComparison.Ordinal);
        Assert.True(silent.Has("Votre décision ne change rien à la lecture de ce texte."));
        Assert.Equal(before, await db.LexiconChanges.CountAsync(Ct));
    }

    [Fact]
    public async Task The_second_to_decide_sees_what_the_first_decided_and_loses_nothing_typed()
    {
        var word = Word();
        using var first = await fixture.StaffAsync();
        using var second = await fixture.StaffAsync();
        var slow = await AddAsync(second, word);
        await (await first.GetAsync(slow.Address.PathAndQuery)).Form(Save).Choose("Poids", "3, évoqué").Fill(Reason, "Le premier.").SubmitAsync();

        var conflict = await slow.Form(Save).Choose("Poids", "1, à peine un signe").Fill(Reason, "Le second.").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.StartsWith("Quelqu'un a changé le lexique pendant que vous écriviez", conflict.ErrorOf(Reason), StringComparison.Ordinal);
        Assert.True(conflict.Has("« Le premier. »"));
        Assert.Equal(("1", "Le second."), (conflict.Form(Save).Value("Poids"), conflict.Form(Save).Value(Reason)));
        Assert.Equal("Le premier.", (await LastAsync()).Reason);
        await conflict.Form(Save).SubmitAsync();
        Assert.Equal(("Le second.", 1), ((await LastAsync()).Reason, (await LastAsync()).Weight));
    }

    [Fact]
    public async Task Two_people_who_add_the_same_phrase_at_once_write_it_once()
    {
        var word = Word();
        using var staff = await fixture.StaffAsync();
        var form = await staff.GetAsync(AddPage);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.Form(Save).Fill(Words, word).Choose(Sense, SharedLabel).Fill(Reason, "Ensemble.").SubmitAsync()));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.BadRequest }));
        await using var db = fixture.NewContext();
        Assert.Equal(1, await db.LexiconChanges.CountAsync(change => change.Pattern == word, Ct));
    }

    [Fact]
    public async Task The_list_is_narrowed_and_shown_fifty_at_a_time()
    {
        using var staff = await fixture.StaffAsync();

        var first = await staff.GetAsync("/admin/lexique?sens=theme");
        var second = await first.ClickAsync("Page suivante");
        var narrow = await staff.GetAsync($"/admin/lexique?mots={Uri.EscapeDataString("Faisabilité")}&sens=theme:{Themes.IdeeFaisabilite}");

        Assert.Equal((LexiconReader.PageSize, LexiconReader.PageSize), (first.Document.QuerySelectorAll("tbody tr").Length, second.Document.QuerySelectorAll("tbody tr").Length));
        Assert.NotEqual(first.Document.QuerySelector("tbody tr td")!.TextContent, second.Document.QuerySelector("tbody tr td")!.TextContent);
        Assert.All(narrow.Document.QuerySelectorAll("tbody tr"), row => Assert.Contains("faisabilite", row.TextContent, StringComparison.Ordinal));
        Assert.True(narrow.Has("livrée avec le portail"));
        Assert.True((await staff.GetAsync("/admin/lexique?mots=zzzz&page=9999")).Has("Aucune phrase ne correspond."));
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/admin/lexique/phrase?sens=theme:inconnu&mots=x")).Status);
    }

    [Fact]
    public async Task A_node_is_told_of_a_change_and_reads_with_it_within_a_second()
    {
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.Configure<CatalogOptions>(options => options.CheckEverySeconds = 3_600));
        var lexicon = portal.Services.GetRequiredService<CurrentLexicon>();
        using var listener = ActivatorUtilities.CreateInstance<ChangeListener>(portal.Services);
        await listener.StartAsync(Ct);
        using var staff = await fixture.StaffAsync();

        // The first is seen at the latest when the listener begins; from then on what the node sees, it was told.
        await AddAsync(staff, Word());
        await SeesAsync(lexicon);
        var delays = new List<TimeSpan>();
        for (var change = 0; change < 3; change++)
        {
            await AddAsync(staff, Word());
            delays.Add(await SeesAsync(lexicon));
        }

        // The best of three, for machines that do something else at the same time.
        Assert.InRange(delays.Min(), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Same(await lexicon.GetAsync(Ct), await lexicon.GetAsync(Ct));
        await listener.StopAsync(Ct);
    }

    [Fact]
    public void Every_meaning_has_a_French_label() =>
        Assert.All(NeedLexicon.Default.Entries.Where(entry => entry.Kind is not (LexiconKind.Neutral or LexiconKind.Spelling)), entry => Assert.NotEqual(entry.Code, entry.Kind.LabelOf(entry.Code)));

    /// <summary>A word that nobody has written before, and that no other is a misspelling of.</summary>
    private static string Word() => string.Concat(Guid.NewGuid().ToString("N").Take(14).Select(digit => (char)('a' + Convert.ToInt32(digit.ToString(), 16))));

    private static string LabelOf(string theme) => $"Thème : {Themes.All.LabelOf(theme)}";

    private static async Task<HtmlPage> AddAsync(PortalBrowser staff, string words) =>
        await (await staff.GetAsync(AddPage)).Form(Save).Fill(Words, words).Choose(Sense, SharedLabel).Choose("Poids", "5, clair à lui seul").Fill(Reason, "Les gens le disent ainsi.").SubmitAsync();

    private async Task<TimeSpan> SeesAsync(CurrentLexicon lexicon)
    {
        await using var db = fixture.NewContext();
        var hash = NeedLexicon.HashOf(await db.LatestLexiconChangesAsync(Ct));
        var startedAt = Stopwatch.GetTimestamp();
        while ((await lexicon.GetAsync(Ct)).Hash != hash)
        {
            Assert.True(Stopwatch.GetElapsedTime(startedAt) < TimeSpan.FromSeconds(20), "It never happened.");
            await Task.Delay(5, Ct);
        }

        return Stopwatch.GetElapsedTime(startedAt);
    }

    private async Task<LexiconChange> LastAsync()
    {
        await using var db = fixture.NewContext();
        return await db.LexiconChanges.OrderByDescending(change => change.Number).FirstAsync(Ct);
    }

    private async Task<IReadOnlyList<string>> PreviewAsync(string description)
    {
        using var browser = fixture.NewBrowser();
        var response = await browser.Client.PostAsJsonAsync("/api/v1/orientations/preview", new { communeCode = A.Toul.Commune, stage = "developper", description }, Ct);
        using var document = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct));
        return [.. document.RootElement.GetProperty("themes").GetProperty("suggested").EnumerateArray().Select(theme => theme.GetString()!)];
    }
}
