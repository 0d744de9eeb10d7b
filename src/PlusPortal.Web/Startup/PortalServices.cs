using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;
using PlusPortal.Data;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Features.Shared.Expiry;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Keys;
using PlusPortal.Web.Security.Limits;
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
        services.AddCountedLimits();
        services.AddFormLimits();
        services.AddPageTimeouts();
        builder.AddTelemetry();
        services.AddPublicCompression();
        AddPages(services, builder.Environment);
        builder.AddAccounts();
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
            options.Filters.Add<KeepTypedOnExpiry>();
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
}
