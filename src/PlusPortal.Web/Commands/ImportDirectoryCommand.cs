using PlusPortal.Data.Import;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Commands;

/// <summary><c>PlusPortal.Web import-directory FILE [--dry-run]</c>: takes a file of support actors into the directory and says in French what changed.</summary>
public static class ImportDirectoryCommand
{
    public const string Name = "import-directory";
    private const string DryRun = "--dry-run";
    private const string Usage = $"Utilisation\u00A0: {Name} FICHIER [{DryRun}]";

    /// <param name="arguments">The command line without the command's name.</param>
    /// <param name="services">Services of a scope.</param>
    /// <param name="output">Where the report goes.</param>
    /// <param name="ct">Stops the import; nothing is then written.</param>
    /// <returns>0 when the file was taken, 1 when it was refused.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var files = arguments.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToList();
        if (files.Count != 1 || arguments.Any(argument => argument.StartsWith("--", StringComparison.Ordinal) && argument != DryRun))
        {
            await output.WriteLineAsync(Usage);
            return 1;
        }

        if (await ReadAsync(files[0], output, ct) is not { } content) return 1;
        var import = ActivatorUtilities.CreateInstance<DirectoryImport>(services);
        var report = await import.RunAsync(content, arguments.Contains(DryRun), ct);
        if (report.Succeeded && !arguments.Contains(DryRun)) services.GetRequiredService<AuditLog>().Write(AuditAct.DirectoryImported);
        await output.WriteAsync(ImportReportText.Of(report, files[0]));
        return report.Succeeded ? 0 : 1;
    }

    private static async Task<byte[]?> ReadAsync(string file, TextWriter output, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllBytesAsync(Find(file), ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"Impossible de lire «\u00A0{file}\u00A0». Vérifiez le chemin et les droits du fichier.");
            return null;
        }
    }

    /// <summary><c>dotnet run --project</c> starts the program in the project's folder; a relative path is meant from where the person typed it.</summary>
    private static string Find(string file) =>
        !File.Exists(file) && Environment.GetEnvironmentVariable("PWD") is { } typedIn && File.Exists(Path.Combine(typedIn, file)) ? Path.Combine(typedIn, file) : file;
}
