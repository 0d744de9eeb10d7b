using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Jobs;

/// <summary>Settings « Jobs ».</summary>
public sealed class JobsOptions : ISettings<JobsOptions>
{
    /// <inheritdoc />
    public static string Section => "Jobs";

    /// <summary>False leaves the jobs to other nodes: an instance that only answers requests, an exercise on a copy of the data.</summary>
    public bool Enabled { get; set; } = true;

    /// <inheritdoc />
    public IEnumerable<string> Problems() => [];
}
