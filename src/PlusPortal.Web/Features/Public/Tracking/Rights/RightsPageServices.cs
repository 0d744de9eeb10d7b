namespace PlusPortal.Web.Features.Public.Tracking.Rights;

/// <summary>Services of the pages on which a person gets its data, or has them erased.</summary>
public static class RightsPageServices
{
    /// <summary>Registers them.</summary>
    public static void AddRightsPages(this IServiceCollection services)
    {
        services.AddScoped<SendDataProof>();
        services.AddScoped<DataCopyReader>();
        services.AddScoped<ErasePerson>();
    }
}
