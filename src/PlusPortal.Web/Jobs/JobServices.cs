using Quartz;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Jobs;

/// <summary>Registers what runs by itself.</summary>
public static class JobServices
{
    /// <summary>Registers a job, in the services of its own feature.</summary>
    /// <param name="services">The services.</param>
    /// <param name="code">Its name in addresses, logs and the database; never given to another job.</param>
    /// <param name="schedule">The five fields of a crontab line, read on a Paris clock.</param>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services, string code, string schedule)
        where TJob : class, IRecurringJob => services.AddScoped<TJob>().AddSingleton(RegisteredJob.Of<TJob>(code, schedule));

    /// <summary>Registers what runs the jobs. See docs/adr/0014.</summary>
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSettings<JobsOptions>();
        services.AddQuartz(JobTables.Configure);
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobSchedule>();
        services.AddHostedService<JobScheduler>();
    }
}
