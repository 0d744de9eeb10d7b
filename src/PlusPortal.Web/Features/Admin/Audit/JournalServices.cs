namespace PlusPortal.Web.Features.Admin.Audit;

/// <summary>Services of the journal.</summary>
public static class JournalServices
{
    /// <summary>Registers them.</summary>
    public static void AddJournal(this IServiceCollection services) => services.AddScoped<JournalReader>();
}
