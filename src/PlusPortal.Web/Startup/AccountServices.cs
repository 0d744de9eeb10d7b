using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Access;
using PlusPortal.Data.Accounts;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Shared.Expiry;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Links;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Accounts;
using PlusPortal.Web.Security.Proxy;
using PlusPortal.Web.Security.Sessions;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Startup;

/// <summary>Accounts and sessions of staff and partners: Identity keeps them, the rules are those of <c>Security</c>.</summary>
public static class AccountServices
{
    private const string PendingCookie = "plus-sign-in";
    private const string PasskeyCookie = "plus-passkey";

    /// <summary>Registers them.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var isExposed = builder.Environment.IsExposed;
        services.AddSettings<AccountOptions>()
            .Validate(accounts => !isExposed || accounts.RequireSecondFactor, "Remove Accounts__RequireSecondFactor or set it to true: without a second factor a password that was guessed opens every request.");
        AddIdentity(services);
        AddCookies(services);
        services.AddAuthorization(Policies.Configure);
        services.AddSingleton<IAuthorizationHandler, SecondFactorJudge>();
        services.AddScoped<CodeCheck>();
        services.AddSingleton<KnownDevices>();
        services.AddScoped<SessionOpener>();
        services.AddScoped<PendingSignIn>();
        services.AddScoped<Reauthentication>();
        services.AddJob<SessionPurge>("sessions", "40 4 * * *");
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentity<PortalUser, IdentityRole<Guid>>(options =>
            {
                options.User.RequireUniqueEmail = true;

                // The name of an account is its address, which may hold any sign that addresses hold.
                options.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<PortalDb>()
            .AddUserStore<PortalUserStore>()
            .AddUserManager<PortalUsers>()
            .AddErrorDescriber<FrenchAccountErrors>()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddDefaultTokenProviders();

        // Those of Identity count kinds of letters.
        services.RemoveAll<IPasswordValidator<PortalUser>>();
        services.AddScoped<IPasswordValidator<PortalUser>, PasswordRules>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PortalOptions>>((options, portal) =>
        {
            // Never from the Host header of a request; a passkey alone opens an account, so its owner is checked and it names the account.
            options.ServerDomain = portal.Value.Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.Replace(ServiceDescriptor.Scoped<ISecurityStampValidator, SessionCheck>());
        services.AddAuthentication().AddCookie(PendingSignIn.Scheme, options =>
        {
            options.ExpireTimeSpan = TimeSpan.FromMinutes(PendingSignIn.Minutes);
            options.SlidingExpiration = false;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.LockCookie(PendingSignIn.Scheme, PendingCookie);
        services.LockCookie(IdentityConstants.TwoFactorUserIdScheme, PasskeyCookie);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccountOptions>>((options, accounts) =>
        {
            // The longest of both lives: each session brings its own.
            options.ExpireTimeSpan = accounts.Value.LifeOf(isPartner: true).Idle;
            options.SlidingExpiration = true;
        });
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = PublicAddress.SignIn;
            options.AccessDeniedPath = PublicAddress.AccessDenied;
            options.ReturnUrlParameter = "retour";
            options.Events.OnRedirectToLogin = EndedSession.Around(options.Events.OnRedirectToLogin);
            options.Events.OnValidatePrincipal = SessionAfterClockStep.Before(options.Events.OnValidatePrincipal);
        });
    }
}
