namespace PlusPortal.Web.Jobs;

/// <summary>Keeps something of the database in the memory of this node, and is told by <see cref="ChangeListener"/> when it changes. Register it as a singleton under this type too.</summary>
public interface IChangeFollower
{
    /// <summary>Topic of <see cref="Data.Changes.ChangeChannel"/> that it follows.</summary>
    string Topic { get; }

    /// <summary>Whether changes are being told at once. While they are not, the follower looks for itself.</summary>
    bool IsTold { set; }

    /// <summary>Reads again what changed. Readers go on with what they have until it is ready.</summary>
    /// <param name="told">What changed, as the database names it; empty when anything may have.</param>
    /// <param name="ct">Cancellation.</param>
    Task ReloadAsync(IReadOnlyCollection<string> told, CancellationToken ct);
}
