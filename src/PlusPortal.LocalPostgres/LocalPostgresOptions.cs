namespace PlusPortal.LocalPostgres;

/// <summary>Where a private server keeps its files and where its programs come from.</summary>
public sealed record LocalPostgresOptions
{
    /// <summary>Folder of everything local, usually <c>.data/postgres</c> in the repository.</summary>
    /// <remarks>
    /// When the process is root and the unprivileged account cannot reach this folder, a folder of the system
    /// temporary path is used instead; its name derives from this one, so that the next start finds it.
    /// </remarks>
    public required string Root { get; init; }

    /// <summary>Name of the cluster, one folder under <see cref="Root"/>: development and tests never share one.</summary>
    public string Cluster { get; init; } = "development";

    public PostgresSource Source { get; init; } = PostgresSource.Any;

    /// <summary>Folder of the PostgreSQL programs; when set, no other place is looked at.</summary>
    public string? ProgramsFolder { get; init; } = Environment.GetEnvironmentVariable(PostgresLocator.FolderVariable);

    /// <summary>Where npm and the system's PostgreSQL are looked for first.</summary>
    internal string SearchPath { get; init; } = Environment.GetEnvironmentVariable("PATH") ?? "";

    /// <summary>Sessions the server accepts; test assemblies run side by side and need many.</summary>
    public int MaxConnections { get; init; } = 200;
}

/// <summary>Where the PostgreSQL programs may come from.</summary>
public enum PostgresSource
{
    /// <summary>PLUS_POSTGRES_BIN, then the system's, then the npm package.</summary>
    Any,

    /// <summary>PLUS_POSTGRES_BIN or the system's only.</summary>
    System,

    /// <summary>The npm package only.</summary>
    Npm,
}
