namespace PlusPortal.Web.Features.Account.Profile;

/// <summary>Use-case of the own account.</summary>
public static class OwnAccountServices
{
    /// <summary>Registers it.</summary>
    public static void AddOwnAccount(this IServiceCollection services)
    {
        services.AddScoped<AskAddressChange>();
    }
}
