namespace PlusPortal.Web.Features.Admin.Tasks;

/// <summary>Services of the page of the jobs.</summary>
public static class TasksServices
{
    /// <summary>Registers them.</summary>
    public static void AddTasks(this IServiceCollection services)
    {
        services.AddScoped<TasksReader>();
        services.AddScoped<RunTask>();
    }
}
