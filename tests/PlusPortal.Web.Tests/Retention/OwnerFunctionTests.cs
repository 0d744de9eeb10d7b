using Microsoft.EntityFrameworkCore;
using Npgsql;
using PlusPortal.Data;
using PlusPortal.Data.Audit;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Retention;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Retention;

/// <summary>What the portal's own role gets from the functions of the owner: only what is past its term by the clock of the database, whatever it says.</summary>
public sealed class OwnerFunctionTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Start = A.Now;
    private static readonly DateTimeOffset FarFuture = new(2999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Security_log_goes_after_twelve_months_and_the_rest_of_the_audit_stays()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var (security, business) = (await LineAsync(world, AuditArea.Security, Start), await LineAsync(world, AuditArea.Business, Start));

        Assert.Equal(0, await world.DoneAtAsync(Start.AddMonths(12).AddSeconds(-1), RetentionRule.SecurityLog));
        Assert.Equal(1, await world.DoneAtAsync(Start.AddMonths(12), RetentionRule.SecurityLog));
        Assert.Equal(0, await world.DoneAtAsync(Start.AddMonths(13), RetentionRule.SecurityLog));
        await using var db = world.NewContext();
        Assert.Equal((false, true), (await db.AuditEvents.AnyAsync(line => line.Id == security, Ct), await db.AuditEvents.AnyAsync(line => line.Id == business, Ct)));
    }

    [Fact]
    public async Task Audit_of_a_request_follows_it_and_then_says_what_when_and_which_account()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var anonymous = await world.EndedAsync(Start, ClosingReasons.AucunActeur);
        var open = await world.SentAsync(Start.AddMonths(23));
        var spam = await world.EndedAsync(Start, ClosingReasons.Indesirable);
        var (gone, kept, deleted) = (await LineAsync(world, AuditArea.Business, Start, anonymous.Id), await LineAsync(world, AuditArea.Business, Start, open.Id), await LineAsync(world, AuditArea.Business, Start, spam.Id));

        Assert.Equal(1, await world.DoneAtAsync(Start.AddDays(30), RetentionRule.BusinessAudit));
        Assert.Equal("", await NamedInAsync(world, deleted));
        Assert.Equal(0, await world.DoneAtAsync(Start.AddMonths(24).AddSeconds(-1), RetentionRule.BusinessAudit));
        Assert.Equal(1, await world.DoneAtAsync(Start.AddMonths(24), RetentionRule.BusinessAudit));

        Assert.Equal("", await NamedInAsync(world, gone));
        Assert.NotEqual("", await NamedInAsync(world, kept));
        await using var db = world.NewContext();
        var line = await db.AuditEvents.AsNoTracking().SingleAsync(row => row.Id == gone, Ct);
        Assert.Equal(("ContactRead", Start, true), (line.Kind, line.At, line.ActorId is not null));
    }

    [Fact]
    public async Task Audit_about_no_request_says_no_more_after_the_term_of_requests()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var id = await LineAsync(world, AuditArea.Business, Start);

        Assert.Equal(0, await world.DoneAtAsync(Start.AddMonths(24).AddSeconds(-1), RetentionRule.BusinessAudit));
        Assert.Equal(1, await world.DoneAtAsync(Start.AddMonths(24), RetentionRule.BusinessAudit));
        Assert.Equal("", await NamedInAsync(world, id));
    }

    [Fact]
    public async Task Far_future_that_the_portal_tells_touches_nothing_that_is_too_young_by_the_clock_of_the_database()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var spam = await world.EndedAsync(Start, ClosingReasons.Indesirable);
        await LineAsync(world, AuditArea.Security, Start);
        await LineAsync(world, AuditArea.Business, Start);
        await DatabaseClockAsync(world, Start.AddDays(30).AddDays(-1));

        await using (var connection = await world.ConnectAsPortalAsync())
        {
            Assert.Equal(0, await CallAsync(connection, "delete_spam_requests", FarFuture));
            Assert.Equal(0, await CallAsync(connection, "delete_security_events", FarFuture));
            Assert.Equal(0, await CallAsync(connection, "pseudonymise_audit", FarFuture));
        }

        Assert.Equal(spam.Reference, (await world.ReadAsync(spam.Id)).Reference);
        await DatabaseClockAsync(world, Start.AddMonths(24));
        await using var later = await world.ConnectAsPortalAsync();
        Assert.Equal((1, 1, 1), (await CallAsync(later, "delete_spam_requests", FarFuture), await CallAsync(later, "delete_security_events", FarFuture), await CallAsync(later, "pseudonymise_audit", FarFuture)));
    }

    [Theory]
    [InlineData("status = 'Closed', closing_reason = 'indesirable', closed_at = timestamptz '2020-01-01'")]
    [InlineData("status = 'Closed', closing_reason = 'aucun-acteur', closed_at = timestamptz '2020-01-01', anonymised_at = timestamptz '2020-01-01'")]
    public async Task Request_that_the_portal_dresses_up_keeps_its_history_and_its_audit(string dress)
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var live = await world.SentAsync(Start);
        var line = await LineAsync(world, AuditArea.Business, Start, live.Id);
        await DatabaseClockAsync(world, Start.AddHours(1));
        await using var connection = await world.ConnectAsPortalAsync();
        await using (var change = new NpgsqlCommand($"update referrals set sent_at = null where request_id = '{live.Id}'; update orientation_requests set {dress} where id = '{live.Id}'", connection)) await change.ExecuteNonQueryAsync(Ct);

        Assert.Equal(0, await CallAsync(connection, "delete_spam_requests", FarFuture));
        Assert.Equal(0, await CallAsync(connection, "pseudonymise_audit", FarFuture));

        Assert.NotEqual("", await NamedInAsync(world, line));
        await using var db = world.NewContext();
        Assert.True(await db.Set<TimelineEvent>().AnyAsync(entry => entry.RequestId == live.Id, Ct));
    }

    [Theory]
    [InlineData("update retention_terms set number = 1")]
    [InlineData("insert into retention_terms values ('SpamDays', 1, now()) on conflict (name) do update set number = 1")]
    [InlineData("delete from retention_terms")]
    [InlineData("truncate retention_terms")]
    [InlineData("delete from orientation_requests")]
    [InlineData("delete from audit_events")]
    [InlineData("update audit_events set target = null")]
    [InlineData("create or replace function portal_now() returns timestamptz language sql stable as $$ select timestamptz '2999-01-01' $$")]
    [InlineData("create or replace function retention_term(p_name text) returns int language sql stable as $$ select 0 $$")]
    public async Task Portal_may_neither_change_the_terms_nor_go_around_them(string sql)
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        await using var connection = await world.ConnectAsPortalAsync();
        await using var command = new NpgsqlCommand(sql, connection);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task Object_of_the_portal_under_the_name_of_a_table_does_not_lead_the_functions_astray()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var spam = await world.EndedAsync(Start, ClosingReasons.Indesirable);
        await DatabaseClockAsync(world, Start);
        await using var connection = await world.ConnectAsPortalAsync();
        await using var trap = new NpgsqlCommand(
            "create temporary table retention_terms (name text, number int, set_at timestamptz); insert into retention_terms values ('SpamDays', 0, now()); set search_path = pg_temp, public", connection);
        await trap.ExecuteNonQueryAsync(Ct);

        Assert.Equal(0, await CallAsync(connection, "delete_spam_requests", FarFuture));
        Assert.Equal(spam.Reference, (await world.ReadAsync(spam.Id)).Reference);
    }

    [Fact]
    public async Task Terms_that_are_missing_delete_nothing()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        await world.EndedAsync(Start, ClosingReasons.Indesirable);
        await world.AsOwnerAsync($"delete from retention_terms");

        await using var connection = await world.ConnectAsPortalAsync();

        Assert.Equal(0, await CallAsync(connection, "delete_spam_requests", FarFuture));
    }

    [Fact]
    public async Task Owner_puts_other_terms_into_force_and_a_second_time_changes_nothing()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var terms = RetentionTerms.Usual with { SpamDays = 10 };
        await using var db = world.NewContext();

        await db.SetRetentionTermsAsync(terms, Start, Ct);
        await db.SetRetentionTermsAsync(terms, Start.AddDays(1), Ct);

        Assert.Equal(terms, await db.RetentionTermsAsync(Ct));
        Assert.Equal(Start, (await db.Set<RetentionTerm>().AsNoTracking().SingleAsync(term => term.Name == nameof(RetentionTerms.SpamDays), Ct)).SetAt);
    }

    private static async Task<Guid> LineAsync(RetentionWorld world, AuditArea area, DateTimeOffset at, Guid? requestId = null)
    {
        var line = new AuditEvent
        {
            Id = Guid.CreateVersion7(at),
            At = at,
            Kind = "ContactRead",
            Area = area,
            ActorId = Guid.CreateVersion7(at),
            Client = "192.0.2.0/24",
            Route = "admin/demandes/{reference}",
            TargetKind = "Request",
            Target = "PLUS-2026-000001",
            RequestId = requestId,
        };
        await using var db = world.NewContext();
        db.Add(line);
        await db.SaveChangesAsync(Ct);
        return line.Id;
    }

    private static async Task<string> NamedInAsync(RetentionWorld world, Guid id)
    {
        await using var db = world.NewContext();
        var line = await db.AuditEvents.AsNoTracking().SingleAsync(row => row.Id == id, Ct);
        return $"{line.Client}{line.Route}{line.TargetKind}{line.Target}{line.RequestId}";
    }

    private static async Task DatabaseClockAsync(RetentionWorld world, DateTimeOffset instant)
    {
        await using var db = world.NewContext();
        var sql = $"create or replace function portal_now() returns timestamptz language sql stable as $$ select timestamptz '{instant:O}' $$";
        await db.Database.ExecuteSqlRawAsync(sql, Ct);
    }

    private static async Task<int> CallAsync(NpgsqlConnection connection, string function, DateTimeOffset now)
    {
        await using var command = new NpgsqlCommand($"select public.{function}($1, 100000)", connection) { Parameters = { new() { Value = now } } };
        return (int)(await command.ExecuteScalarAsync(Ct))!;
    }
}
