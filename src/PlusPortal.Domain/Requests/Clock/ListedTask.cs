namespace PlusPortal.Domain.Requests.Clock;

/// <summary>Something special that stands on the list of PLUS for a request.</summary>
/// <param name="Task">What.</param>
/// <param name="ReferralId">Referral that it is about; null for the request itself.</param>
/// <param name="On">Paris day by which it is to be done.</param>
public sealed record ListedTask(StaffTask Task, Guid? ReferralId, DateOnly On)
{
    /// <summary>Whether it is the same thing to do, whatever its day.</summary>
    public bool IsSameAs(ListedTask other) => (Task, ReferralId) == (other.Task, other.ReferralId);

    /// <summary>Whether whoever has done it has done the other one with it: who was called was reminded, and the silence of months is broken.</summary>
    public bool Settles(ListedTask other) => IsSameAs(other) || (Task, other.Task) switch
    {
        (_, StaffTask.Dormant) => true,
        (StaffTask.NotCalledBack, StaffTask.CallAcceptingActor) => ReferralId is null || ReferralId == other.ReferralId,
        (StaffTask.NotCalledBack, StaffTask.CallActor or StaffTask.RemindByHand) or (StaffTask.CallActor, StaffTask.RemindByHand) => ReferralId == other.ReferralId,
        (StaffTask.EndWithoutNews, StaffTask.CallStructure) => true,
        _ => false,
    };
}
