using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Domain.Requests;

// What the portal does about a request of which nobody says anything any more.
public sealed partial class OrientationRequest
{
    /// <summary>Asks the structure whether it still waits, and puts the request on the list of PLUS for today. Whether the silence is long enough is the caller's question.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.NoticeDormant"/>.</exception>
    public void NoticeDormant(Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        Begin(Acts.NoticeDormant, by);
        if (Task is null) PutTask(StaffTask.Dormant, null, todayInParis);
        Refresh(now, todayInParis);
        Leave(Acts.NoticeDormant, by, now);
    }
}
