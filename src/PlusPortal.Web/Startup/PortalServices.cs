using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Keys;
using PlusPortal.Web.Security.Proxy;
using PlusPortal.Web.Startup.Database;
using PlusPortal.Web.Startup.Logging;
using PlusPortal.Web.Telemetry;

namespace PlusPortal.Web.Startup;

/// <summary>Everything the portal is made of, registered in one place.</summary>
public static class PortalServices
{
    /// <summary>Registers the services.</summary>
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddPortalLog();
        builder.AddFront();
        builder.AddKeys();
        services.AddPortalCookies();
        services.AddSecurityTrail();
        services.AddSingleton(TimeProvider.System);
        services.AddDbContext<PortalDb>((provider, options) =>
            options.UsePortalDatabase(provider.GetRequiredService<IConfiguration>().GetConnectionString("Portal") ?? ""));
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database", tags: ["ready"]);
        services.AddPortalRateLimits();
        services.AddFormLimits();
        services.AddPageTimeouts();
        builder.AddTelemetry();
        services.AddPublicCompression();
        AddPages(services, builder.Environment);
        AddAccounts(services);
        builder.AddFeatures();
    }

    private static void AddPages(IServiceCollection services, IHostEnvironment environment)
    {
        services.AddControllersWithViews(options =>
        {
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.Filters.Add<DomainRuleFilter>();
            options.Filters.Add<ReferenceAsTyped>();
            options.Filters.Add<TellRefusedForm>(order: int.MinValue);
            options.Conventions.Add(new DevelopmentOnlyConvention(environment));
            options.Conventions.Add(new AreaPolicyConvention());
            FrenchBindingMessages.Apply(options.ModelBindingMessageProvider);
        });
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.ViewLocationExpanders.Add(new ViewsBesideControllers());
            options.AreaViewLocationFormats.Clear();
            options.AreaViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
            options.ViewLocationFormats.Clear();
            options.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
        });
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentity<PortalUser, IdentityRole<Guid>>(options =>
            {
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 5;
                options.User.RequireUniqueEmail = true;

                // The name of an account is its address, which may hold any sign that addresses hold.
                options.User.AllowedUserNameCharacters = "";
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<PortalDb>()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
            options.SlidingExpiration = true;
            options.LoginPath = PublicAddress.SignIn;
            options.AccessDeniedPath = PublicAddress.AccessDenied;
            options.ReturnUrlParameter = "retour";
            options.Events.OnValidatePrincipal = SessionAfterClockStep.Before(options.Events.OnValidatePrincipal);
        });
        services.AddAuthorization(Policies.Configure);
    }
}
