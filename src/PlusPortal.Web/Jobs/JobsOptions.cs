namespace PlusPortal.Web.Jobs;

/// <summary>Settings « Jobs ».</summary>
public sealed class JobsOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Jobs";

    /// <summary>False leaves the jobs to other nodes: an instance that only answers requests, an exercise on a copy of the data.</summary>
    public bool Enabled { get; set; } = true;
}
