using Microsoft.AspNetCore.Http.Timeouts;
using PlusPortal.Web.Startup.Database;

namespace PlusPortal.Web.Startup;

/// <summary>
/// The last line: whatever a page waits for, it ends. Each wait for the database has its own, much shorter end
/// (<see cref="Data.DatabaseOptions"/>); this one ends a page that asks a slow database a great many times.
/// </summary>
public static class PageTimeouts
{
    /// <summary>Longest life of a request, for every page.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Registers the limit. What is over ends as during an outage: the same page, which asks the database nothing.</summary>
    public static void AddPageTimeouts(this IServiceCollection services) => services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy
    {
        Timeout = Longest,
        WriteTimeoutResponse = context => throw new PageTimeoutException($"{context.GetEndpoint()?.DisplayName} was not ready within {Longest.TotalSeconds} seconds."),
    });
}
