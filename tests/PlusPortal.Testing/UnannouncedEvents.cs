using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PlusPortal.Domain.Requests;

namespace PlusPortal.Testing;

/// <summary>A use-case that saves a request without having announced what it did would tell nobody, in silence: in every portal under test its save fails.</summary>
internal sealed class UnannouncedEvents : SaveChangesInterceptor
{
    /// <summary>It keeps nothing, so one is enough.</summary>
    public static UnannouncedEvents Refused { get; } = new();

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.ChangeTracker.Entries<OrientationRequest>().Any(entry => entry.Entity.HasUnannounced))
            throw new InvalidOperationException("A request is saved with events that nobody was told of: call Announcer.AnnounceAsync between the act and the save.");
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }
}
