using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Audit;
using PlusPortal.Domain.Texts;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Features.Admin.Audit;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Tests.Security.Audit;

/// <summary>What the audit keeps of what people do, and that it never stands in their way.</summary>
public sealed class AuditTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    /// <summary>What staff and partners send that the audit does not tell: what a request goes through is in its timeline, people are security events, and a try changes nothing.</summary>
    private static readonly string[] ToldElsewhere =
    [
        "admin/demandes/", "partenaire/demandes/", "admin/equipe/", "admin/partenaires/", "partenaire/equipe/", "admin/personnes/", "admin/lexique/essai", "admin/simulateur",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sign_in_and_refusals_are_kept_with_who_from_where_and_on_which_route()
    {
        var email = $"personne{A.Number()}@example.org";
        var id = await fixture.Portal.CreateUserAsync(email, PortalRoles.Staff);
        using var browser = fixture.Portal.NewBrowser(IPAddress.Parse("192.0.2.17"));
        await (await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", "une mauvaise phrase").SubmitAsync();
        await (await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", PortalFactory.Password).SubmitAsync();
        await browser.GetAsync("/admin/taches");

        var lines = await LinesAsync(line => line.Client == "192.0.2.0/24");

        Assert.Equal(
            [
                (nameof(SecurityEvent.AccessRefused), id, "/admin/taches", null, null),
                (nameof(SecurityEvent.SignInRefused), null, "/compte/connexion", AuditTargets.Account, id.ToString()),
                (nameof(SecurityEvent.SignedIn), id, "/compte/connexion", AuditTargets.Account, id.ToString()),
            ],
            lines.Select(line => (line.Kind, line.ActorId, line.Route, line.TargetKind, line.Target)).OrderBy(line => line.Kind, StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Equal((AuditArea.Security, fixture.Portal.Clock.GetUtcNow(), 1), (line.Area, line.At, line.Times)));
    }

    [Fact]
    public async Task Staff_who_open_a_request_read_its_contact_once_in_ten_minutes()
    {
        await using var portal = new PortalFactory(fixture.Database);
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);
        using var colleague = await portal.SignInAsNewAsync(PortalRoles.Staff);
        foreach (var address in new[] { "", "", "/correction-adresse" }) Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync($"/admin/demandes/{request.Reference}{address}")).Status);
        await colleague.GetAsync($"/admin/demandes/{request.Reference}");
        await colleague.GetAsync("/admin/demandes");
        portal.Clock.Advance(AuditLog.OneReading);
        await staff.GetAsync($"/admin/demandes/{request.Reference}");

        var lines = await LinesAsync(line => line.RequestId == request.Id, portal);

        Assert.All(lines, line => Assert.Equal((nameof(AuditAct.ContactRead), AuditArea.Business, "/admin/demandes/{reference}"), (line.Kind, line.Area, line.Route)));
        Assert.Equal(3, lines.Count);
        Assert.Equal(2, lines.Select(line => line.ActorId).Distinct().Count());
    }

    [Fact]
    public async Task Reading_a_request_that_may_tell_of_an_illness_is_told_apart()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        await using (var db = fixture.NewContext()) await db.Database.ExecuteSqlAsync($"update orientation_requests set signal_codes = array[{TriageSignals.DonneesSensibles}] where id = {request.Id}", Ct);
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        await staff.GetAsync($"/admin/simulateur?demande={request.Reference}");
        await staff.GetAsync($"/admin/demandes/{request.Reference}");

        Assert.Equal([nameof(AuditAct.ContactRead), nameof(AuditAct.SensitiveRead)], (await LinesAsync(line => line.RequestId == request.Id)).Select(line => line.Kind).Order());
    }

    [Fact]
    public async Task Partner_reads_a_contact_once_it_has_accepted()
    {
        var offer = A.SupportOffer().Build();
        var (waiting, accepted) = (A.Request().Build(), A.Request().Build());
        var (sent, taken) = (waiting.Sending(offer), accepted.AcceptedBy(offer));
        await fixture.StoreAsync(waiting, offer);
        await fixture.StoreAsync(accepted, offer);
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);

        Assert.Equal(HttpStatusCode.OK, (await partner.GetAsync($"/partenaire/demandes/{sent.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await partner.GetAsync($"/partenaire/demandes/{taken.Id}")).Status);

        var line = Assert.Single(await LinesAsync(line => line.RequestId == waiting.Id || line.RequestId == accepted.Id));
        Assert.Equal((accepted.Id, nameof(AuditAct.ContactRead), "/partenaire/demandes/{referralId:guid}"), (line.RequestId, line.Kind, line.Route));
    }

    [Fact]
    public async Task Change_is_told_when_it_was_made_and_not_when_its_form_was_refused()
    {
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var page = await staff.GetAsync($"/admin/textes/{SiteTextCodes.Cookies}");
        await page.Form("Publier ce texte").Fill("Ce que vous avez changé, et pourquoi", "").SubmitAsync();
        Assert.Empty(await LinesAsync(line => line.Kind == nameof(AuditAct.TextChanged)));

        await page.Form("Publier ce texte").Fill("Ce que vous avez changé, et pourquoi", "Un mot de trop").SubmitAsync();

        var line = Assert.Single(await LinesAsync(line => line.Kind == nameof(AuditAct.TextChanged)));
        Assert.Equal((AuditTargets.Text, SiteTextCodes.Cookies, "/admin/textes/{code}"), (line.TargetKind, line.Target, line.Route));
    }

    [Fact]
    public void Whatever_staff_and_partners_send_is_told_by_the_audit_or_elsewhere()
    {
        var silent = fixture.Portal.Endpoints()
            .Where(endpoint => endpoint.AreaOf() is Areas.Admin or Areas.Partner && endpoint.MethodsOf().Contains("POST"))
            .Where(endpoint => !ToldElsewhere.Any(start => (endpoint.PatternOf() + "/").StartsWith(start, StringComparison.Ordinal) || endpoint.PatternOf() == start))
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.MethodInfo.IsDefined(typeof(AuditedAttribute), inherit: false) != true)
            .Select(EndpointRules.PatternOf);

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_kind_fits_its_column_and_has_French_words()
    {
        var names = Enum.GetNames<SecurityEvent>().Concat(Enum.GetNames<AuditAct>()).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.True(name.Length <= AuditEvent.KindLength && JournalWords.Of(name) is not null, name));
        Assert.Equal(names.Count, JournalWords.KindChoices.Select(choice => choice.Label).Distinct().Count());
    }

    /// <summary>The one exception to « GET never writes »: pages put lines into memory, and the one writer stores them, later and by itself.</summary>
    [Fact]
    public async Task Page_writes_nothing_itself_and_the_writer_adds_rows_to_one_table_alone()
    {
        var refusal = new RefuseToWrite();
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(refusal)));
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);
        refusal.IsOn = true;

        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync($"/admin/demandes/{request.Reference}")).Status);

        var written = (await Assert.ThrowsAsync<DbUpdateException>(() => portal.Services.GetRequiredService<AuditQueue>().FlushAsync(Ct))).GetBaseException().Message;
        Assert.Contains("A GET wrote: INSERT INTO audit_events", written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("update ", written, StringComparison.OrdinalIgnoreCase);
        refusal.IsOn = false;
        Assert.Single(await LinesAsync(line => line.RequestId == request.Id, portal));
    }

    [Fact]
    public async Task Flood_of_equal_refusals_is_one_row_with_a_number()
    {
        using var browser = fixture.Portal.NewBrowser(IPAddress.Parse("198.51.100.9"));
        for (var i = 0; i < 4; i++) await browser.GetAsync("/suivi/inconnu");

        var line = Assert.Single(await LinesAsync(line => line.Client == "198.51.100.0/24" && line.Kind == nameof(SecurityEvent.LinkRefused)));

        Assert.Equal((4, (Guid?)null), (line.Times, line.ActorId));
    }

    [Fact]
    public async Task While_the_database_is_away_pages_go_on_and_lines_wait()
    {
        await using var line = ServerLine.To(fixture.Database);
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.UsePortalDatabase(line.ConnectionString)));
        var queue = portal.Services.GetRequiredService<AuditQueue>();
        var target = Guid.NewGuid().ToString();
        portal.Services.GetRequiredService<AuditLog>().Write(AuditAct.JobAsked, AuditTargets.Job, target);
        line.Cut();

        await Assert.ThrowsAnyAsync<Exception>(() => queue.FlushAsync(Ct));
        await Assert.ThrowsAnyAsync<Exception>(() => queue.FlushAsync(Ct));
        line.Restore();

        Assert.Single(await LinesAsync(one => one.Target == target, portal));
        Assert.Single(await LinesAsync(one => one.Target == target, portal));
    }

    [Fact]
    public async Task What_is_too_much_is_counted_and_no_page_waits()
    {
        await using var portal = new PortalFactory(fixture.Database);
        var (queue, log) = (portal.Services.GetRequiredService<AuditQueue>(), portal.Services.GetRequiredService<AuditLog>());

        for (var i = 0; i < AuditQueue.Capacity + 3; i++) log.Write(AuditAct.JobAsked, AuditTargets.Job, "trop");
        Assert.Equal((AuditQueue.Capacity, 3), (queue.Waiting, queue.Lost));
        await queue.FlushAsync(Ct);

        Assert.Equal((0, 0), (queue.Waiting, queue.Lost));
        await using var db = fixture.NewContext();
        Assert.Equal(AuditQueue.Capacity, await db.AuditEvents.Where(one => one.Target == "trop").SumAsync(one => one.Times, Ct));
    }

    [Fact]
    public async Task Portal_that_stops_stores_what_waits()
    {
        await using var portal = new PortalFactory(fixture.Database);
        var writer = ActivatorUtilities.CreateInstance<AuditWriter>(portal.Services);
        await writer.StartAsync(Ct);
        portal.Services.GetRequiredService<AuditLog>().Write(AuditAct.JobAsked, AuditTargets.Job, "à la fin");

        await writer.StopAsync(Ct);

        await using var db = fixture.NewContext();
        Assert.True(await db.AuditEvents.AnyAsync(one => one.Target == "à la fin", Ct));
        writer.Dispose();
    }

    private async Task<List<AuditEvent>> LinesAsync(System.Linq.Expressions.Expression<Func<AuditEvent, bool>> which, PortalFactory? portal = null)
    {
        await (portal ?? fixture.Portal).Services.GetRequiredService<AuditQueue>().FlushAsync(Ct);
        await using var db = fixture.NewContext();
        return await db.AuditEvents.AsNoTracking().Where(which).OrderBy(line => line.At).ThenBy(line => line.Id).ToListAsync(Ct);
    }
}
