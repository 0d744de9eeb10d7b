using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PlusPortal.Data.Accounts;

namespace PlusPortal.Web.Features.Public.SignIn;

/// <summary>Use-cases of the sign-in.</summary>
public static class SignInServices
{
    /// <summary>Registers them.</summary>
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<CheckPassword>();
        services.AddSingleton(provider => new PasswordDecoy(new PasswordHasher<PortalUser>(provider.GetRequiredService<IOptions<PasswordHasherOptions>>())));
    }
}
