namespace PlusPortal.LocalPostgres;

/// <summary>Finds <c>.data</c>, the folder of everything local, which git ignores.</summary>
public static class LocalDataFolder
{
    /// <summary>Names another folder, for example when the repository is on a network drive.</summary>
    public const string Variable = "PLUS_DATA_FOLDER";

    private const string RepositoryMark = "PlusPortal.sln";

    /// <summary><c>.data</c> of the repository that holds a folder; without a repository, of that folder itself.</summary>
    public static string Find(string startFolder)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return Path.GetFullPath(named);

        for (var folder = new DirectoryInfo(startFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, RepositoryMark))) return Path.Combine(folder.FullName, ".data");
        }

        return Path.Combine(startFolder, ".data");
    }
}
