namespace PlusPortal.Web.Features.Account.SecondFactor;

/// <summary>What the pages of the second factor need.</summary>
public static class SecondFactorServices
{
    /// <summary>Registers it.</summary>
    public static void AddSecondFactor(this IServiceCollection services)
    {
        services.AddSingleton<ApplicationKey>();
        services.AddScoped<TellFactorChange>();
    }
}
