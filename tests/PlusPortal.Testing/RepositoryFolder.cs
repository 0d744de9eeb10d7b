namespace PlusPortal.Testing;

/// <summary>The repository that the tests were built in, for rules about its documents and sources.</summary>
public static class RepositoryFolder
{
    private const string Mark = "PlusPortal.sln";

    /// <summary>Its root.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path in it.</summary>
    public static string Of(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, Mark))) folder = folder.Parent ?? throw new InvalidOperationException("Run the tests from the repository.");
        return folder.FullName;
    }
}
