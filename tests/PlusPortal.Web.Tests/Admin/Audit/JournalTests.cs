using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Audit;
using PlusPortal.Domain.Requests;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Features.Admin.Audit;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Tests.Admin.Audit;

/// <summary>The journal, as administrators read it.</summary>
public sealed class JournalTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Address = "/admin/journal";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Administrators_are_let_in_and_nobody_else()
    {
        using var administrator = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        using var anonymous = fixture.Portal.NewBrowser();

        var page = await administrator.GetAsync(Address);

        Assert.Equal((HttpStatusCode.OK, "Journal"), (page.Status, page.Heading));
        Assert.Equal(Address, page.Link("Journal"));
        Assert.Equal("/compte/connexion", (await anonymous.GetAsync(Address)).Path);
        foreach (var address in new[] { Address, Address + "/export" }) Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(address)).Status);
        Assert.False((await staff.GetAsync("/admin")).HasLink("Journal"));
    }

    [Fact]
    public async Task Lines_say_in_words_who_did_what_about_what_from_where()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        var id = await fixture.Portal.CreateUserAsync($"lectrice{A.Number()}@example.org", PortalRoles.Staff);
        var name = await NameAsync(id);
        var gone = Guid.NewGuid();
        await AddAsync(Line(nameof(AuditAct.ContactRead), actor: id, request: request.Id));
        await AddAsync(Line(nameof(SecurityEvent.RoleChanged), actor: gone, targetKind: AuditTargets.Account, target: id.ToString(), area: AuditArea.Security));
        await AddAsync(Line(nameof(SecurityEvent.LinkRefused), area: AuditArea.Security, client: "203.0.113.0/24", times: 1_250));
        await AddAsync(Line(nameof(AuditAct.DirectoryImported), route: null));
        using var administrator = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);

        var page = await administrator.GetAsync($"{Address}?demande={request.Reference}");
        Assert.True(page.Has($"{name} Coordonnées consultées"), page.Text);
        Assert.Equal($"/admin/demandes/{request.Reference}", page.Link(request.Reference));

        var changed = await administrator.GetAsync($"{Address}?quoi=RoleChanged");
        Assert.True(changed.Has($"{gone} Rôle changé"), changed.Text);
        Assert.True(changed.Has($"Compte : {name}"), changed.Text);

        Assert.True((await administrator.GetAsync($"{Address}?reseau=203.0.113.77")).Has("Visiteur sans compte Lien privé refusé, 1 250 fois"));
        Assert.True((await administrator.GetAsync($"{Address}?quoi=DirectoryImported")).Has("Ligne de commande Annuaire importé en ligne de commande"));
    }

    [Fact]
    public async Task Each_filter_narrows_and_all_of_them_together()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        var id = await fixture.Portal.CreateUserAsync($"filtree{A.Number()}@example.org", PortalRoles.Staff);
        var name = await NameAsync(id);
        var day = A.Now.AddDays(-100);
        await AddAsync(
            Line(nameof(AuditAct.ContactRead), actor: id, request: request.Id, client: "192.0.2.0/24", at: day),
            Line(nameof(AuditAct.TextChanged), actor: id, client: "192.0.2.0/24", at: day.AddMinutes(1)),
            Line(nameof(SecurityEvent.SignedOut), actor: Guid.NewGuid(), area: AuditArea.Security, at: day.AddDays(1)));
        using var administrator = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        var (du, au) = (Days("du", day), Days("au", day));

        Assert.Equal(2, await RowsAsync(administrator, $"?qui={Uri.EscapeDataString(name)}"));
        Assert.Equal(2, await RowsAsync(administrator, $"?qui={id}"));
        Assert.Equal(1, await RowsAsync(administrator, $"?demande={request.Reference}"));
        Assert.Equal(2, await RowsAsync(administrator, $"?{du}&{au}"));
        Assert.Equal(3, await RowsAsync(administrator, $"?{du}&{Days("au", day.AddDays(1))}"));
        Assert.Equal(1, await RowsAsync(administrator, $"?{du}&{Days("au", day.AddDays(1))}&domaine=securite"));
        Assert.Equal(1, await RowsAsync(administrator, $"?{du}&{au}&quoi=TextChanged"));
        Assert.Equal(1, await RowsAsync(administrator, $"?qui={id}&{du}&{au}&domaine=metier&quoi=ContactRead&demande={request.Reference}&reseau=192.0.2.0%2F24"));
        var empty = await administrator.GetAsync($"{Address}?qui={id}&quoi=JobAsked");
        Assert.True(empty.Has("Rien ne correspond à ces filtres"), empty.Text);
    }

    [Theory]
    [InlineData("domaine=autre", "Ce filtre n’existe pas")]
    [InlineData("quoi=Rien", "Ce filtre n’existe pas")]
    [InlineData("demande=douze", "Écrivez une référence comme PLUS-2026-000123")]
    [InlineData("demande=PLUS-2025-000001", "Aucune demande n’a cette référence")]
    [InlineData("reseau=ici", "Écrivez un réseau comme 192.0.2.0/24")]
    [InlineData("qui=personne+de+ce+nom", "Personne ne correspond")]
    [InlineData("du.Day=31&du.Month=2&du.Year=2026", "Cette date n’existe pas")]
    [InlineData("du.Day=2&du.Month=2&du.Year=2026&au.Day=1&au.Month=2&au.Year=2026", "Cette date est avant la première")]
    [InlineData("suite=%3F", "Cette page de la liste n’existe pas")]
    public async Task Filter_that_cannot_be_read_is_said_in_a_sentence_and_kept(string query, string sentence)
    {
        using var administrator = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);

        foreach (var address in new[] { Address, Address + "/export" })
        {
            var page = await administrator.GetAsync($"{address}?{query}");

            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.True(page.Has(sentence), page.Text);
            var (field, value) = (query.Split('&')[0].Split('=')[0], WebUtility.UrlDecode(query.Split('&')[0].Split('=')[1]));
            if (field is "demande" or "reseau" or "qui" or "du.Day") Assert.Equal(value, page.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task Long_list_goes_on_page_by_page_without_losing_or_doubling_a_line()
    {
        var actor = Guid.NewGuid();
        await AddAsync([.. Enumerable.Range(0, JournalReader.PageSize * 2 + 5).Select(number => Line(nameof(AuditAct.JobAsked), actor: actor, targetKind: AuditTargets.Job, target: $"tache-{number}", at: A.Now.AddSeconds(-(number / 3))))]);
        using var administrator = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        var seen = new List<string>();

        for (var page = await administrator.GetAsync($"{Address}?qui={actor}"); ; page = await administrator.GetAsync(page.Link("Page suivante")))
        {
            seen.AddRange(page.Document.QuerySelectorAll("tbody td[data-label='Sur quoi']").Select(cell => cell.TextContent.Trim()));
            if (!page.HasLink("Page suivante")) break;
        }

        Assert.Equal(JournalReader.PageSize * 2 + 5, seen.Distinct().Count());
        Assert.Equal(seen.Distinct().Count(), seen.Count);
    }

    [Fact]
    public async Task Table_holds_what_the_filter_shows_as_text_and_taking_it_is_told()
    {
        var id = await fixture.Portal.CreateUserAsync($"formule{A.Number()}@example.org", PortalRoles.Staff);
        await using (var db = fixture.NewContext()) await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.DisplayName, "=1+1;\"oui\""), Ct);
        await AddAsync(Line(nameof(AuditAct.JobAsked), actor: id, targetKind: AuditTargets.Job, target: "menage", client: "192.0.2.0/24"));
        using var administrator = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);

        using var answer = await administrator.Client.GetAsync($"{Address}/export?qui={id}", Ct);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(("attachment", "journal-2026-03-02.csv"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(
            "Date (heure de Paris);Domaine;Qui;Quoi;Objet;Demande;Réseau;Page;Nombre\r\n2026-03-02 10:00:00;Métier;\"'=1+1;\"\"oui\"\"\";Tâche lancée à la main;Tâche\u00A0: menage;;192.0.2.0/24;/admin/taches;1\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
        await fixture.Portal.Services.GetRequiredService<AuditQueue>().FlushAsync(Ct);
        await using var check = fixture.NewContext();
        Assert.True(await check.AuditEvents.AnyAsync(line => line.Kind == nameof(AuditAct.AuditExported) && line.Route == "/admin/journal/export", Ct));
    }

    /// <summary>Two hundred thousand lines: each order of the page reads its index alone, and the table stops where it says.</summary>
    [Fact]
    public async Task Each_filter_reads_an_index_in_its_order_and_the_table_has_an_end()
    {
        await using var db = fixture.NewContext();
        db.Database.WaitPatiently();
        var person = Guid.NewGuid();
        await db.Database.ExecuteSqlAsync($"""
            insert into audit_events (id, at, kind, area, actor_id, client, route, target_kind, target, request_id, times)
            select gen_random_uuid(), timestamptz '2025-01-01Z' + n * interval '2 minutes', (array['SignedIn', 'SignedOut', 'ContactRead', 'LinkRefused'])[1 + n % 4],
                case n % 4 when 2 then 'Business' else 'Security' end,
                case when n % 1000 = 7 then {person} else gen_random_uuid() end, '10.' || n % 200 || '.0.0/24', '/essai', 'Account', gen_random_uuid()::text,
                case when n % 4 = 2 then md5((n % 5000)::text)::uuid end, 1
            from generate_series(1, 200000) as n
            """, Ct);
        await db.Database.ExecuteSqlAsync($"analyze audit_events", Ct);
        var some = new Guid(Convert.FromHexString(Convert.ToHexString(System.Security.Cryptography.MD5.HashData("2"u8))), bigEndian: true);
        var end = new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
        (string Name, AuditFilter Filter, string Index)[] orders =
        [
            ("all", new AuditFilter(), "ix_audit_events_at"),
            ("dates", new AuditFilter { From = end.AddDays(-30), Before = end }, "ix_audit_events_at"),
            ("area", new AuditFilter { Area = AuditArea.Business }, "ix_audit_events_area"),
            ("kind", new AuditFilter { Kind = "LinkRefused" }, "ix_audit_events_kind"),
            ("person", new AuditFilter { People = [person] }, "ix_audit_events_actor"),
            ("request", new AuditFilter { RequestId = some }, "ix_audit_events_request"),
            ("network", new AuditFilter { Client = "10.7.0.0/24" }, "ix_audit_events_client"),
        ];

        foreach (var (name, filter, index) in orders)
        {
            var plan = await PlanAsync(db, db.AuditLines(filter, after: null, JournalReader.PageSize + 1));
            TestContext.Current.SendDiagnosticMessage($"{name}: {string.Join(" | ", plan.Where(line => line.Contains("Scan", StringComparison.Ordinal) || line.Contains("Time", StringComparison.Ordinal)))}");

            // In the order of the whole, where what is sought is frequent: the planner decides by what it counted.
            Assert.Contains(plan, line => line.Contains(index, StringComparison.Ordinal) || line.Contains("using ix_audit_events_at", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, line => line.Contains("Seq Scan on audit_events", StringComparison.Ordinal));
        }

        using var administrator = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        var lines = (await administrator.Client.GetStringAsync($"{Address}/export?quoi=LinkRefused", Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(JournalTable.MostLines + 2, lines.Length);
        Assert.Contains("La liste continue", lines[^1], StringComparison.Ordinal);
        await db.Database.ExecuteSqlAsync($"delete from audit_events where route = '/essai'", Ct);
    }

    private static async Task<IReadOnlyList<string>> PlanAsync(PortalDb db, IQueryable<AuditLine> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "explain (analyze, costs off) " + command.CommandText;
        await db.Database.OpenConnectionAsync(Ct);
        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct)) plan.Add(reader.GetString(0).Trim());
        return plan;
    }

    private async Task<int> RowsAsync(Testing.Html.PortalBrowser browser, string query)
    {
        var page = await browser.GetAsync(Address + query);
        Assert.True(page.Status == HttpStatusCode.OK, query + page.Text);
        return page.Document.QuerySelectorAll("tbody tr").Length;
    }

    private static string Days(string name, DateTimeOffset day) => string.Create(CultureInfo.InvariantCulture, $"{name}.Day={day.Day}&{name}.Month={day.Month}&{name}.Year={day.Year}");

    private static AuditEvent Line(
        string kind, AuditArea area = AuditArea.Business, Guid? actor = null, Guid? request = null, string? targetKind = null, string? target = null, string? client = null, string? route = "/admin/taches", int times = 1, DateTimeOffset? at = null) => new()
        {
            Id = Guid.CreateVersion7(),
            At = at ?? A.Now,
            Kind = kind,
            Area = area,
            ActorId = actor,
            RequestId = request,
            TargetKind = targetKind,
            Target = target,
            Client = client,
            Route = route,
            Times = times,
        };

    private async Task AddAsync(params AuditEvent[] lines)
    {
        await using var db = fixture.NewContext();
        db.AuditEvents.AddRange(lines);
        await db.SaveChangesAsync(Ct);
    }

    private async Task<string> NameAsync(Guid id)
    {
        await using var db = fixture.NewContext();
        return await db.Users.Where(user => user.Id == id).Select(user => user.DisplayName).SingleAsync(Ct);
    }
}
