namespace PlusPortal.Web.Features.Public.ForgottenPassword;

/// <summary>Use-cases of the forgotten password.</summary>
public static class ForgottenPasswordServices
{
    /// <summary>Registers them.</summary>
    public static void AddForgottenPassword(this IServiceCollection services)
    {
        services.AddScoped<SendResetLink>();
        services.AddScoped<SetNewPassword>();
    }
}
