using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Requests.Queue;

public sealed class QueueTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Queue = "/admin/demandes";

    [Theory]
    [InlineData("/admin")]
    [InlineData(Queue)]
    public async Task Only_staff_see_the_queue(string address)
    {
        using var visitor = fixture.NewBrowser();
        Assert.Equal("/compte/connexion", (await visitor.GetAsync(address)).Path);

        var actor = A.SupportActor().Build();
        await using (var db = fixture.NewContext())
        {
            db.Add(actor);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, actor.Id);
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.GetAsync(address)).Status);

        using var administrator = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync(address)).Status);
    }

    [Fact]
    public async Task The_request_that_waits_longest_comes_first()
    {
        var mark = $"Attente{A.Number()}";
        var recent = Named($"{mark} récente").SentOn(A.Now.AddDays(-1), A.Today.AddDays(-1)).Build();
        var old = Named($"{mark} ancienne").SentOn(A.Now.AddDays(-9), A.Today.AddDays(-9)).Build();
        await fixture.StoreAsync(recent);
        await fixture.StoreAsync(old);

        var page = await ListAsync($"texte={mark}");

        Assert.Equal([old.Reference, recent.Reference], References(page));
        Assert.True(page.Has("2 demandes ouvertes, celle qui attend depuis le plus longtemps en premier."));
        Assert.True(page.Has("Reçue le samedi 21 février 2026, attend depuis 9 jours"));
    }

    [Fact]
    public async Task A_row_says_everything_in_words_and_nothing_of_the_contact()
    {
        var mark = $"Mots{A.Number()}";
        var request = Named(mark).SentOn(A.Now.AddDays(-6), A.Today.AddDays(-6)).Urgent().Build();
        await fixture.StoreAsync(request);

        var page = await ListAsync($"texte={mark}");

        var row = PageText.Normalise(page.Document.QuerySelector("tbody tr")!.TextContent);
        Assert.Contains($"{request.Reference} {mark}", row, StringComparison.Ordinal);
        Assert.Contains("Urgent", row, StringComparison.Ordinal);
        Assert.Contains("Toul (54)", row, StringComparison.Ordinal);
        Assert.Contains("Développer", row, StringComparison.Ordinal);
        Assert.Contains("Signaux : Difficulté urgente", row, StringComparison.Ordinal);
        Assert.Contains("En retard de 6 jours", row, StringComparison.Ordinal);
        Assert.Contains("Personne", row, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Contact.Email, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Contact.Name, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Declared.Need, page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_go_forth_and_back_without_losing_nor_repeating_a_request()
    {
        var mark = $"Pages{A.Number()}";
        var all = new List<OrientationRequest>();
        for (var i = 0; i < RequestQueue.PageSize + 5; i++)
        {
            // Pairs share their instant: the identifier decides.
            var request = Named($"{mark} {i}").SentOn(A.Now.AddHours(-(i / 2)), A.Day).Build();
            await fixture.StoreAsync(request);
            all.Add(request);
        }

        var expected = all.OrderBy(request => request.WaitingSince).ThenBy(request => request.Id.ToString("N")).Select(request => request.Reference).ToList();

        var first = await ListAsync($"texte={mark}");
        Assert.True(first.Has("30 demandes ouvertes"));
        Assert.False(first.HasLink("Page précédente"));
        var second = await first.ClickAsync("Page suivante");
        Assert.False(second.HasLink("Page suivante"));
        Assert.Equal(expected, [.. References(first), .. References(second)]);
        Assert.Contains($"texte={mark}", second.Address.Query, StringComparison.Ordinal);

        var back = await second.ClickAsync("Page précédente");
        Assert.Equal(References(first), References(back));
        Assert.False(back.HasLink("Page précédente"));
    }

    [Theory]
    [InlineData("etat=bidon", "État", "Ce filtre n'existe pas. Choisissez une valeur de la liste.")]
    [InlineData("departement=75", "Département", "Ce filtre n'existe pas. Choisissez une valeur de la liste.")]
    [InlineData("etape=autre", "Étape", "Ce filtre n'existe pas. Choisissez une valeur de la liste.")]
    [InlineData("attente=x", "En attente de", "Ce filtre n'existe pas. Choisissez une valeur de la liste.")]
    [InlineData("suivi=x", "Suivie par", "Ce filtre n'existe pas. Choisissez une valeur de la liste.")]
    public async Task An_unknown_filter_is_refused_in_words(string query, string field, string sentence)
    {
        var page = await ListAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(sentence, page.ErrorOf(field));
        Assert.StartsWith("Erreur", page.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("suite=zzz")]
    [InlineData("suite=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_page_that_is_not_ours_is_refused(string query) => Assert.Equal(HttpStatusCode.BadRequest, (await ListAsync(query)).Status);

    [Fact]
    public async Task Too_long_a_search_is_refused_and_kept()
    {
        var text = new string('a', 81);
        var page = await ListAsync($"texte={text}");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Cherchez avec 80 caractères au plus.", page.ErrorOf("Référence, structure ou projet"));
        Assert.Equal(text, page.Form("Filtrer les demandes").Value("Référence, structure ou projet"));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    public async Task Signs_alone_are_no_words_and_find_nothing(string text)
    {
        await fixture.StoreAsync(Named($"Signes {text} {A.Number()}").Build());

        Assert.Empty(References(await ListAsync("texte=" + Uri.EscapeDataString(text))));
    }

    [Theory]
    [InlineData("' or 1=1 --")]
    [InlineData("a\0b")]
    public async Task A_search_is_data(string text)
    {
        var marked = Named($"Caractères {text.Replace("\0", "")} {A.Number()}").Build();
        await fixture.StoreAsync(marked);
        await fixture.StoreAsync(Named("Une autre").Build());

        var page = await ListAsync("texte=" + Uri.EscapeDataString(text));

        Assert.Contains(marked.Reference, References(page));
        Assert.DoesNotContain("Une autre", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_ignores_accents_and_finds_references()
    {
        var request = Named($"École de l’Épi {A.Number()}").Build();
        await fixture.StoreAsync(request);

        Assert.Contains(request.Reference, References(await ListAsync("texte=ecole de l’epi")));
        Assert.Equal([request.Reference], References(await ListAsync("texte=" + request.Reference.ToLowerInvariant())));
    }

    [Fact]
    public async Task Each_filter_keeps_what_it_says()
    {
        var mark = $"Filtre{A.Number()}";
        using var staff = await fixture.StaffAsync();
        var plain = Named($"{mark} simple").Build();
        var metz = Named($"{mark} metz").At(A.Metz, "Metz").Declaring(declared => declared with { Stage = null, SubStage = null }).Build();
        var urgent = Named($"{mark} urgente").Urgent().Build();
        var taken = Named($"{mark} prise").Build().InTriage();
        var late = Named($"{mark} tard").SentOn(A.Now.AddDays(-10), A.Today.AddDays(-10)).Build();
        var offer = A.SupportOffer().Build();
        var byHand = Named($"{mark} main").Build();
        byHand.Sending(offer, isByHand: true);
        var closed = Named($"{mark} finie").Build();
        closed.Close(ClosingReasons.HorsPerimetre, null, null, A.Staff(), A.Now, A.Day);
        foreach (var request in new[] { plain, metz, urgent, taken, late, closed }) await fixture.StoreAsync(request);
        await fixture.StoreAsync(byHand, offer);

        Assert.Equal([late.Reference], References(await Filtered("retard=true")));
        Assert.Equal([metz.Reference], References(await Filtered("departement=57")));
        Assert.Equal([metz.Reference], References(await Filtered("etape=inconnue")));
        Assert.Equal([urgent.Reference], References(await Filtered("urgent=true")));
        Assert.Equal([taken.Reference], References(await Filtered("etat=tri")));
        Assert.Equal([taken.Reference], References(await Filtered("suivi=" + taken.AssigneeId)));
        Assert.Equal([byHand.Reference], References(await Filtered("par-nos-soins=true")));
        Assert.Equal([byHand.Reference], References(await Filtered("attente=acteur")));
        Assert.Equal([closed.Reference], References(await Filtered("etat=terminee")));
        Assert.Empty(References(await Filtered("departement=autre")));
        Assert.Equal(new HashSet<string> { plain.Reference, metz.Reference, urgent.Reference, late.Reference }, References(await Filtered("etat=recue")).ToHashSet());

        async Task<HtmlPage> Filtered(string query) => await staff.GetAsync($"{Queue}?texte={mark}&{query}");
    }

    [Fact]
    public async Task The_form_sends_its_filters_in_the_address_and_shows_them_again()
    {
        var page = await ListAsync("");

        var filtered = await page.Form("Filtrer les demandes").Choose("État", "En tri").Choose("Département", "54 – Meurthe-et-Moselle").Tick("Urgentes seulement").Fill("Référence, structure ou projet", "rien de tel").SubmitAsync();

        Assert.Contains("etat=tri", filtered.Address.Query, StringComparison.Ordinal);
        Assert.True(filtered.Has("Aucune demande ne correspond à ces filtres."));
        var form = filtered.Form("Filtrer les demandes");
        Assert.Equal("tri", form.Value("État"));
        Assert.True(form.IsOn("Urgentes seulement"));
        Assert.True(filtered.HasLink("Effacer les filtres"));
    }

    [Fact]
    public async Task The_queue_takes_as_many_commands_however_long_it_is()
    {
        var counter = new CommandCounter();
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(counter)));
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);
        for (var i = 0; i < 3; i++) await fixture.StoreAsync(Named("Nombre").Build());
        await staff.GetAsync(Queue);

        counter.Reset();
        var page = await staff.GetAsync(Queue);

        Assert.NotEmpty(References(page));
        Assert.True(counter.Commands.Count == 6, string.Join("\n---\n", counter.Commands));
    }

    [Fact]
    public async Task The_dashboard_counts_the_lists_that_its_links_show()
    {
        using var staff = await fixture.StaffAsync();
        var mine = Named("À moi").Build();
        await fixture.StoreAsync(mine);
        await (await staff.GetAsync(RequestScene.Address(mine))).Form("Prendre en charge").SubmitAsync();
        var offer = A.SupportOffer().Build();
        var byHand = Named("Par nos soins").Build();
        byHand.Sending(offer, isByHand: true);
        await fixture.StoreAsync(byHand, offer);

        var page = await staff.GetAsync("/admin");

        var links = page.Document.QuerySelectorAll(".counts a").Select(link => (Text: PageText.Normalise(link.TextContent), Address: link.GetAttribute("href")!)).ToList();
        Assert.Contains(links, link => link.Text == "1 Mes demandes");
        Assert.Equal(9, links.Count);
        foreach (var (text, address) in links.Where(link => link.Address.StartsWith(Queue, StringComparison.Ordinal)))
        {
            var count = int.Parse(text.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            var list = await staff.GetAsync(address);
            Assert.True(list.Has(count switch { 0 => "Aucune demande.", 1 => "1 demande ouverte.", _ => $"{count} demandes ouvertes" }), $"{text}: {list.Text[..Math.Min(400, list.Text.Length)]}");
        }
    }

    [Fact]
    public async Task The_order_of_the_queue_has_its_index()
    {
        await using var db = fixture.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync("set local enable_seqscan = off; set local enable_bitmapscan = off", TestContext.Current.CancellationToken);
        await using var command = db.InQueue(new RequestQueueFilter()).OrderBy(request => request.WaitingSince).ThenBy(request => request.Id).Take(26).CreateDbCommand();
        command.CommandText = "explain " + command.CommandText;

        var plan = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken)) plan.Add(reader.GetString(0));
        }

        Assert.Contains(plan, line => line.Contains("ix_orientation_requests_waiting_since", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Sort", StringComparison.Ordinal));
    }

    private static RequestBuilder Named(string name) => A.Request().Declaring(declared => declared with { StructureName = name });

    private async Task<HtmlPage> ListAsync(string query) => await (await fixture.StaffAsync()).GetAsync($"{Queue}?{query}");

    private static List<string> References(HtmlPage page) => [.. page.Document.QuerySelectorAll("tbody tr a").Select(link => link.TextContent)];
}
