using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Digests;

/// <summary>Registers the digests.</summary>
public static class DigestServices
{
    /// <summary>The job, at eight in Paris; on the other working days it finds nothing to do unless Monday was missed.</summary>
    public static void AddDigests(this IServiceCollection services) => services.AddJob<MondayJob>(MondayJob.Code, "0 8 * * 1-5");
}
