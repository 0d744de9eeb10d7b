using Microsoft.Extensions.Time.Testing;
using Npgsql;
using PlusPortal.Data.Jobs;
using PlusPortal.Data.Schema;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Jobs;

/// <summary>Who runs a job, when, how often, and what is kept of it. Each test has a database of its own: a schedule belongs to one.</summary>
public sealed class JobSchedulerTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider clock = JobNode.NewClock();
    private readonly SampleJobControl control = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_nodes_run_what_is_due_once_each_time()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using (var first = await JobNode.StartAsync(database, control, clock))
        await using (var second = await JobNode.StartAsync(database, control, clock))
        {
            for (var hour = 1; hour <= 3; hour++)
            {
                clock.Advance(Hour);
                await JobNode.RunsAsync(database, runs => runs.Count >= hour && runs.All(run => run.State == JobRunState.Succeeded));
            }
        }

        // Both have stopped: nothing more can come.
        var all = await JobNode.RunsAsync(database, _ => true);
        Assert.Equal([3, 2, 1], all.Select(run => run.Number));
        Assert.Equal(3, control.RanAt.Distinct().Count());
    }

    [Fact]
    public async Task A_night_without_any_node_is_made_up_for_by_one_run()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using (await JobNode.StartAsync(database, control, clock))
        {
        }

        clock.Advance(12.5 * Hour);
        await using (var morning = await JobNode.StartAsync(database, control, clock))
        {
            await JobNode.RunsAsync(database, runs => runs is [{ State: JobRunState.Succeeded }]);
        }

        Assert.Single(await JobNode.RunsAsync(database, _ => true));
    }

    [Fact]
    public async Task A_run_that_throws_is_written_down_and_the_next_one_works()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var node = await JobNode.StartAsync(database, control, clock);
        control.Work = _ => throw new InvalidOperationException("Écrit à dominique@example.org");

        clock.Advance(Hour);
        var failed = await JobNode.RunsAsync(database, runs => runs is [{ State: JobRunState.Failed }]);
        control.Work = _ => Task.CompletedTask;
        clock.Advance(Hour);
        var after = await JobNode.RunsAsync(database, runs => runs is [{ State: JobRunState.Succeeded }, _]);

        Assert.Equal(nameof(InvalidOperationException), failed[0].Failure);
        Assert.Equal([new JobCount("Échantillons rangés", 3), new JobCount("Échantillons perdus", 0)], after[0].Counts);
    }

    [Fact]
    public async Task A_node_that_stops_tells_its_run_to_stop_and_writes_that_down()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using (var node = await JobNode.StartAsync(database, control, clock))
        {
            control.Work = ct => Task.Delay(Timeout.Infinite, ct);
            clock.Advance(Hour);
            await JobNode.RunsAsync(database, runs => runs is [{ State: JobRunState.Running }]);
        }

        Assert.Equal(JobRunState.Interrupted, (await JobNode.RunsAsync(database, _ => true))[0].State);
    }

    [Fact]
    public async Task A_run_whose_node_died_is_closed_by_the_next_one()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using (var db = database.NewContext())
        {
            db.Add(JobRun.Begin(SampleJob.Code, previous: 0, askedBy: null, A.Now.AddHours(-1)));
            await db.SaveChangesAsync(Ct);
        }

        await using var node = await JobNode.StartAsync(database, control, clock);
        clock.Advance(Hour);

        await JobNode.RunsAsync(database, runs => runs is [{ State: JobRunState.Succeeded }, { State: JobRunState.Interrupted }]);
    }

    [Fact]
    public async Task A_role_that_may_not_change_the_schema_runs_jobs()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var role = "plus_app_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(database, $"create role {role} login password 'essai'; grant select, insert, update, delete on all tables in schema public to {role}; grant usage, select on all sequences in schema public to {role}");
        await using (var owner = database.NewContext()) await owner.ApplyOwnerSqlAsync(Ct);
        try
        {
            var connectionString = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = "essai" }.ConnectionString;
            await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(connectionString, "create table plus_refused (id int)"));

            await using (await JobNode.StartAsync(database, control, clock, connectionString))
            {
                clock.Advance(Hour);
                await JobNode.RunsAsync(database, runs => runs is [{ State: JobRunState.Succeeded }]);
            }

            await using (var pool = new NpgsqlConnection(connectionString)) NpgsqlConnection.ClearPool(pool);
        }
        finally
        {
            await ExecuteAsync(database, $"drop owned by {role}; drop role {role}");
        }
    }

    private static Task ExecuteAsync(TestDatabase database, string sql) => ExecuteAsync(database.ConnectionString, sql);

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
