using PlusPortal.Data.Privacy;
using PlusPortal.LocalPostgres;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Privacy;

/// <summary>Settings « Erasures »: where erasures are recorded outside the database.</summary>
public sealed class ErasureOptions : ISettings<ErasureOptions>
{
    /// <inheritdoc />
    public static string Section => "Erasures";

    /// <summary>Folder of the record, outside the database and its dumps; nodes may share it.</summary>
    public string? Folder { get; set; }

    /// <summary>The folder, or that of this machine where nobody else may reach the portal, which the first erasure makes.</summary>
    public string FolderOr(string contentRoot) => string.IsNullOrWhiteSpace(Folder) ? Path.Combine(LocalDataFolder.Find(contentRoot), "erasures") : Folder.Trim();

    /// <summary>The same, to write into. One that somebody named is never made: it may be a disk that is not there.</summary>
    public string FolderToWrite(string contentRoot) => string.IsNullOrWhiteSpace(Folder) ? Directory.CreateDirectory(FolderOr(contentRoot)).FullName : FolderOr(contentRoot);

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrWhiteSpace(Folder) && ErasureFile.ProblemOf(Folder.Trim()) is { } problem) yield return $"Erasures__Folder: {problem}";
    }
}
