using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using PlusPortal.Testing;
using PlusPortal.Web.Samples;

namespace PlusPortal.Web.Tests.Startup.Samples;

/// <summary>The samples, loaded into a database of a test as a portal loads them into its private one.</summary>
internal static class LoadedSamples
{
    /// <summary>Loads them by a portal of that environment; whether anything was added.</summary>
    public static async Task<bool> LoadAsync(PortalFactory portal, string environment, CancellationToken ct)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await ActivatorUtilities.CreateInstance<SampleData>(scope.ServiceProvider, new Host(environment)).LoadAsync(ct);
    }

    /// <summary>Loads them into a database.</summary>
    public static async Task LoadAsync(TestDatabase database, CancellationToken ct)
    {
        await using var portal = new PortalFactory(database);
        Assert.True(await LoadAsync(portal, Environments.Development, ct));
    }

    private sealed class Host(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
