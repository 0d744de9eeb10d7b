using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Audit;
using PlusPortal.Data.Schema;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Startup;
using PlusPortal.Web.Startup.Database;

namespace PlusPortal.Web.Tests.Security.History;

/// <summary>What was written stays as it is: PostgreSQL refuses the portal's role everything else, whatever that role is called.</summary>
public sealed class AppendOnlyTests(PortalFixture fixture, PostgresFixture postgres) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Ways to change history; {0} is a table that is only added to, {1} a column of it.</summary>
    public static TheoryData<string> WaysOnEachTable { get; } =
    [
        "update {0} set {1} = {1}",
        "delete from {0}",
        "truncate {0}",
        "with gone as (delete from {0} returning 1) select * from gone",
        "select * from {0} for update",
        "insert into {0} select * from {0} on conflict do nothing; delete from {0} where true",
        "merge into {0} using (select 1) as one on true when matched then delete",
        "drop table {0}",
        "alter table {0} disable trigger all",
        "alter table {0} rename to history",
        "alter table {0} owner to current_user",
        "alter table {0} add column more int",
        "create rule quiet as on insert to {0} do instead nothing",
        "create trigger quiet before insert on {0} for each row execute function notify_change()",
        "grant update on {0} to current_user; update {0} set {1} = {1}",
    ];

    /// <summary>Ways around the tables.</summary>
    public static TheoryData<string> WaysAround { get; } =
    [
        "delete from orientation_requests",
        "truncate orientation_requests cascade",
        "merge into orientation_requests using (select 1) as one on true when matched then delete",
        "drop table orientation_requests cascade",
        "create or replace function portal_now() returns timestamptz language sql as $$ select timestamptz '2999-01-01' $$",
        "drop function portal_now()",
        "alter function portal_now() owner to current_user",
        "create function more() returns int language sql as $$ select 1 $$",
        "create table more (id int)",
        "set session_replication_role = replica",
        "alter default privileges grant update on tables to current_user; create table more (id int)",
        "do $$ begin execute 'set role ' || (select quote_ident(tableowner) from pg_tables where tablename = 'timeline_events'); end $$",
        "do $$ begin execute 'set session authorization ' || (select quote_ident(tableowner) from pg_tables where tablename = 'timeline_events'); end $$",
        "do $$ begin execute 'grant ' || (select quote_ident(tableowner) from pg_tables where tablename = 'timeline_events') || ' to current_user'; end $$",
        "copy (select 1) to program 'true'",
    ];

    [Theory]
    [MemberData(nameof(WaysOnEachTable))]
    public async Task Role_of_the_portal_changes_nothing_that_is_only_added_to(string way)
    {
        await StoreRequestAsync();

        foreach (var (table, column) in await AppendOnlyTablesAsync())
            await RefusedAsync(fixture.Database.AppConnectionString, way.Replace("{0}", table, StringComparison.Ordinal).Replace("{1}", column, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(WaysAround))]
    public async Task Role_of_the_portal_finds_no_way_around(string way)
    {
        await StoreRequestAsync();

        await RefusedAsync(fixture.Database.AppConnectionString, way);
    }

    [Fact]
    public async Task Role_of_the_portal_adds_and_reads()
    {
        var (request, staff) = (await StoreRequestAsync(), await fixture.Portal.CreateUserAsync($"personne{A.Number()}@example.org", PortalRoles.Staff));
        var settings = new DbContextOptionsBuilder<PortalDb>();
        settings.UsePortalDatabase(fixture.Database.AppConnectionString);
        await using var db = new PortalDb(settings.Options);

        var loaded = await db.OrientationRequests.Include(one => one.Timeline).SingleAsync(one => one.Id == request.Id, Ct);
        loaded.TakeInCharge(Author.Staff(staff), A.Now, A.Day);
        loaded.TakeUnannounced();
        db.AuditEvents.Add(new AuditEvent { Id = Guid.CreateVersion7(), At = A.Now, Kind = "SignedIn", Area = AuditArea.Security });
        await db.SaveChangesAsync(Ct);

        await using var check = fixture.NewContext();
        Assert.Equal(request.Timeline.Count + 1, await check.Set<TimelineEvent>().CountAsync(line => line.RequestId == request.Id, Ct));
    }

    [Fact]
    public async Task Event_that_is_stored_is_never_given_another_status()
    {
        var request = await StoreRequestAsync();
        await using var db = fixture.NewContext();
        var stored = await db.Set<TimelineEvent>().FirstAsync(line => line.RequestId == request.Id, Ct);

        var refusal = Assert.Throws<TargetInvocationException>(() =>
            typeof(TimelineEvent).GetMethod("EndIn", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(stored, [RequestStatus.Closed]));

        Assert.IsType<InvalidOperationException>(refusal.InnerException);
        Assert.False(db.ChangeTracker.HasChanges());
    }

    [Fact]
    public async Task Another_role_whatever_its_name_and_its_rights_is_sealed_by_migrate_and_so_is_a_restored_database()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var role = "portail_" + Guid.NewGuid().ToString("N");
        await using var db = database.NewContext();
        await ExecuteAsync(database.ConnectionString, $"""
            create role {role} login password 'essai';
            grant select, insert, update, delete, truncate on all tables in schema public to {role} with grant option;
            grant update (kind) on timeline_events to {role};
            """);
        try
        {
            Assert.False(await db.IsSealedAsync(Ct));
            await db.ApplyOwnerSqlAsync(Ct);
            await db.ApplyOwnerSqlAsync(Ct);

            Assert.True(await db.IsSealedAsync(Ct));
            var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = "essai", Pooling = false }.ConnectionString;
            foreach (var (table, column) in await AppendOnlyTablesAsync())
            {
                await RefusedAsync(connection, $"update {table} set {column} = {column}");
                await RefusedAsync(connection, $"delete from {table}");
                await RefusedAsync(connection, $"truncate {table}");
            }

            await RefusedAsync(connection, "update timeline_events set kind = kind");
            await RefusedAsync(connection, "delete from orientation_requests");
            await ExecuteAsync(connection, "insert into audit_events (id, at, kind, area, times) values (gen_random_uuid(), now(), 'SignedIn', 'Security', 1)");
            await ExecuteAsync(connection, "update orientation_requests set summary = summary");
        }
        finally
        {
            await ExecuteAsync(database.ConnectionString, $"drop owned by {role}; drop role {role}");
        }
    }

    /// <summary>As on a server made by deploy/roles.sql: the owner is no superuser, and default privileges give the portal every table that it makes.</summary>
    [Fact]
    public async Task Owner_who_is_no_superuser_seals_what_default_privileges_give()
    {
        var (owner, app) = ("proprietaire_" + Guid.NewGuid().ToString("N"), "portail_" + Guid.NewGuid().ToString("N"));
        var connection = new NpgsqlConnectionStringBuilder(postgres.ConnectionStringOfMissingDatabase()) { Pooling = false };
        var administration = fixture.Database.ConnectionString;
        await ExecuteAsync(administration, $"create role {owner} login password 'essai'; create role {app} login password 'essai'");
        await ExecuteAsync(administration, $"create database {connection.Database} owner {owner}");
        try
        {
            (connection.Username, connection.Password) = (owner, "essai");
            await ExecuteAsync(connection.ConnectionString, $"alter default privileges for role {owner} grant select, insert, update, delete on tables to {app}; alter default privileges for role {owner} grant usage, select on sequences to {app}");
            var settings = new DbContextOptionsBuilder<PortalDb>();
            settings.UsePortalDatabase(connection.ConnectionString);
            await using (var db = new PortalDb(settings.Options))
            {
                await new DatabaseSetup(db, TimeProvider.System, new Progress<string>()).UpdateAsync(Ct);
                await new DatabaseSetup(db, TimeProvider.System, new Progress<string>()).UpdateAsync(Ct);
                Assert.True(await db.IsSealedAsync(Ct));
            }

            connection.Username = app;
            await RefusedAsync(connection.ConnectionString, "delete from timeline_events");
            await RefusedAsync(connection.ConnectionString, "update audit_events set times = 0");
            await RefusedAsync(connection.ConnectionString, "create or replace function portal_now() returns timestamptz language sql as $$ select now() $$");
            await ExecuteAsync(connection.ConnectionString, "select portal_now()");
        }
        finally
        {
            await ExecuteAsync(administration, $"drop database if exists {connection.Database} with (force)");
            await ExecuteAsync(administration, $"drop role {owner}; drop role {app}");
        }
    }

    [Fact]
    public async Task Portal_does_not_start_over_a_history_that_it_may_change()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await ExecuteAsync(database.ConnectionString, $"grant delete on timeline_events to {new NpgsqlConnectionStringBuilder(database.AppConnectionString).Username}");
        var dataFolder = Directory.CreateTempSubdirectory("plus-sealed-");
        using var portal = PortalProcess.Start("Production", dataFolder.FullName, database.AppConnectionString, "Now listening on");

        Assert.Equal(1, await portal.EndAsync(Ct));
        Assert.Contains("lets the portal change its own history", portal.Said, StringComparison.Ordinal);
        Assert.Contains(PortalRunner.MigrateCommand, portal.Said, StringComparison.Ordinal);
        dataFolder.Delete(recursive: true);
    }

    [Fact]
    public async Task Functions_with_the_rights_of_the_owner_look_nowhere_else_and_are_for_the_portal_alone()
    {
        await using var db = fixture.NewContext();

        var loose = await db.Database.SqlQuery<string>($"""
            select oid::regprocedure::text as "Value" from pg_proc
            where pronamespace = 'public'::regnamespace and prosecdef
              and (not coalesce('search_path=public, pg_temp' = any (proconfig), false)
                or exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) as granted where granted.grantee = 0))
            """).ToListAsync(Ct);

        Assert.Empty(loose);
        Assert.NotEmpty(OwnerSql.Files);
    }

    private async Task<OrientationRequest> StoreRequestAsync()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        await using var db = fixture.NewContext();
        db.AuditEvents.Add(new AuditEvent { Id = Guid.CreateVersion7(), At = A.Now, Kind = "SignedIn", Area = AuditArea.Security });
        await db.SaveChangesAsync(Ct);
        return request;
    }

    /// <summary>Those of the list that the schema has, each with its first column.</summary>
    private async Task<IReadOnlyList<(string Table, string Column)>> AppendOnlyTablesAsync()
    {
        await using var db = fixture.NewContext();
        var tables = await db.Database.SqlQuery<string>($"""
            select attrelid::regclass || ' ' || quote_ident(attname) as "Value" from pg_attribute
            where attnum = 1 and attrelid in (select to_regclass(name) from unnest({OwnerSql.AppendOnly.ToArray()}) as name)
            """).ToListAsync(Ct);
        Assert.Contains(tables, table => table.StartsWith("timeline_events ", StringComparison.Ordinal));
        Assert.Contains(tables, table => table.StartsWith("audit_events ", StringComparison.Ordinal));
        return tables.ConvertAll(table => (table.Split(' ')[0], table.Split(' ')[1]));
    }

    /// <summary>Refused for want of rights, and for no other reason.</summary>
    private static async Task RefusedAsync(string connectionString, string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(connectionString, sql));
        Assert.True(refusal.SqlState is PostgresErrorCodes.InsufficientPrivilege, $"{sql}: {refusal.SqlState} {refusal.MessageText}");
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
