namespace PlusPortal.Web.Features.Public.Directory.Search;

/// <summary>Services of the directory's search.</summary>
public static class SearchServices
{
    /// <summary>Registers them.</summary>
    public static void AddDirectorySearch(this IServiceCollection services)
    {
        services.AddScoped<DirectoryReader>();
    }
}
