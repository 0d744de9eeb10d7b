using Microsoft.EntityFrameworkCore;
using Npgsql;
using PlusPortal.Data;
using Quartz;

namespace PlusPortal.Web.Jobs;

/// <summary>
/// The tables in which the nodes agree on who runs what. Quartz brings their definition; <c>migrate</c> creates them,
/// as the owner of the schema. They hold nothing that the portal does not write again when it starts.
/// </summary>
public static class JobTables
{
    /// <summary>Sets up the scheduler of a node: clustered, over the database of the portal, whose tables must be there.</summary>
    public static void Configure(IQuartzBuilder quartz)
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = "plus-portal";

            // Made here: the generated one is a host and an instant, which two nodes can share.
            scheduler.InstanceId = $"{Environment.MachineName}-{Guid.NewGuid():N}";
            scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
        });
        quartz.UseDefaultThreadPool(2);
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(source => source.ConnectionStringName = DatabaseOptions.SchedulerName);
            store.UseClustering();
        });
    }

    /// <summary>Creates the tables that are missing, and checks those that are there.</summary>
    /// <exception cref="SchedulerException">They are those of another version of Quartz.</exception>
    public static async Task CreateMissingAsync(PortalDb db, CancellationToken ct)
    {
        var connectionString = db.Database.GetConnectionString()!;
        var builder = QuartzSchedulerBuilder.Create(quartz => quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, connectionString);
            store.ProvisionSchema();
        }));
        await using var factory = builder.Build();
        await factory.GetScheduler(ct);
    }

    /// <summary>Whether the tables are there.</summary>
    public static async Task<bool> AreThereAsync(PortalDb db, CancellationToken ct) =>
        await db.Database.SqlQuery<bool>($"select to_regclass('qrtz_locks') is not null and to_regclass('qrtz_triggers') is not null as \"Value\"").SingleAsync(ct);
}
