using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Sheets;

/// <summary>Registers what keeps the sheets of the directory right.</summary>
public static class DueSheetServices
{
    /// <summary>The job, early in the morning: what it queues is read at the beginning of the day.</summary>
    public static void AddDueSheets(this IServiceCollection services)
    {
        services.AddScoped<OfferSuspensions>();
        services.AddJob<SheetJob>(SheetJob.Code, "10 6 * * *");
    }
}
