using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Testing;

/// <summary>The portal itself, over a real database, with a clock that tests set and without its background work.</summary>
/// <param name="database">Database that it works on; the caller drops it.</param>
/// <param name="clock">Clock; Monday 2 March 2026 at ten in Paris when null.</param>
/// <param name="configure">Changes to the services, last.</param>
/// <param name="settings">Settings, such as <c>Telemetry:LogSql</c>.</param>
public sealed class PortalFactory(TestDatabase database, FakeTimeProvider? clock = null, Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string>? settings = null) : WebApplicationFactory<Program>
{
    public const string Password = "un mot de passe pour essayer";

    /// <summary>Setting that lets the security events be heard, which most tests cause and none reads.</summary>
    public const string SecurityLevel = "Serilog:MinimumLevel:Override:PlusPortal.Security";

    private const string AddressHeader = "X-Test-Address";

    /// <summary>A hash that is slow on purpose protects real people; here it would be a good part of the run.</summary>
    private const int QuickIterations = 1_000;

    private static readonly Uri BaseAddress = new("https://localhost");
    private static int visitors;

    /// <summary>Files do not change while tests run. Each portal would watch its own, and a machine lets one user watch 128 folders at once.</summary>
    static PortalFactory()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }

    /// <summary>Time of the portal; tests move it.</summary>
    public FakeTimeProvider Clock { get; } = clock ?? new FakeTimeProvider(A.Now);

    /// <summary>Record of erasures outside the database, of this portal alone; made when it starts.</summary>
    public string ErasuresFolder { get; } = Directory.CreateTempSubdirectory("plus-erasures-").FullName;

    /// <summary>How the portal reaches the database, for a test of its rights there; as its own role when null.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>A new context: one to arrange, another to check what was really stored.</summary>
    public PortalDb NewContext() => database.NewContext();

    /// <summary>A new visitor, with cookies and an address of its own.</summary>
    public PortalBrowser NewBrowser() => NewBrowser(NewAddress());

    /// <summary>A new visitor who shares an address with others (limits count by address).</summary>
    public PortalBrowser NewBrowser(IPAddress address)
    {
        var client = CreateDefaultClient(BaseAddress, new CookieContainerHandler());
        client.DefaultRequestHeaders.Add(AddressHeader, address.ToString());
        return new PortalBrowser(client);
    }

    /// <summary>An address that no other visitor has.</summary>
    public static IPAddress NewAddress()
    {
        var number = Interlocked.Increment(ref visitors);
        return new IPAddress([10, (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
    }

    /// <summary>The header that gives a visitor in a real browser such an address.</summary>
    public static Dictionary<string, string> NewAddressHeader() => new() { [AddressHeader] = NewAddress().ToString() };

    /// <summary>Creates an account with <see cref="Password"/> and returns its identifier.</summary>
    /// <param name="email">Address, which nobody else has.</param>
    /// <param name="role">One of <see cref="PortalRoles"/>.</param>
    /// <param name="supportActorId">Support actor of a partner.</param>
    public async Task<Guid> CreateUserAsync(string email, string role, Guid? supportActorId = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(Clock.GetUtcNow()),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            DisplayName = "Dominique Inventé" + A.Number().ToString(CultureInfo.InvariantCulture),
            SupportActorId = supportActorId,
        };
        user.PasswordHash = users.PasswordHasher.HashPassword(user, Password);
        Check(await users.CreateAsync(user));
        Check(await users.AddToRolesAsync(user, PortalRoles.Read([role])!.Value.Stored));
        return user.Id;
    }

    /// <summary>A visitor signed in through the sign-in page.</summary>
    public async Task<PortalBrowser> SignInAsync(string email)
    {
        var browser = NewBrowser();
        var page = await browser.GetAsync("/compte/connexion");
        await page.Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", Password).SubmitAsync();
        return browser;
    }

    /// <summary>A new account with that role, signed in.</summary>
    public async Task<PortalBrowser> SignInAsNewAsync(string role, Guid? supportActorId = null)
    {
        var email = $"personne{A.Number()}@example.org";
        await CreateUserAsync(email, role, supportActorId);
        return await SignInAsync(email);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(ErasuresFolder)) Directory.Delete(ErasuresFolder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:Portal", ConnectionString ?? database.AppConnectionString);
        builder.UseSetting("Catalog:CheckEverySeconds", "0");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Warning");
        builder.UseSetting(SecurityLevel, "Fatal");
        builder.UseSetting("Accounts:RequireSecondFactor", "false");
        builder.UseSetting("Erasures:Folder", ErasuresFolder);
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IStartupFilter, VisitorAddress>();
            services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(UnannouncedEvents.Refused));
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = QuickIterations);
            foreach (var job in services.Where(IsOurJob).ToList()) services.Remove(job);
            configure?.Invoke(services);
        });
    }

    /// <summary>Background work of the portal would act between two lines of a test; a test that needs it runs it by hand.</summary>
    private static bool IsOurJob(ServiceDescriptor service)
    {
        if (service.ServiceType != typeof(IHostedService) || service.IsKeyedService) return false;
        var type = service.ImplementationType ?? service.ImplementationInstance?.GetType() ?? service.ImplementationFactory?.GetType().GenericTypeArguments[^1];
        return type?.Assembly.GetName().Name?.StartsWith("PlusPortal.", StringComparison.Ordinal) == true;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
    }

    /// <summary>The test server knows no address; this gives each visitor one.</summary>
    private sealed class VisitorAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (IPAddress.TryParse(context.Request.Headers[AddressHeader], out var address)) context.Connection.RemoteIpAddress = address;
                return following(context);
            });
            next(app);
        };
    }
}
