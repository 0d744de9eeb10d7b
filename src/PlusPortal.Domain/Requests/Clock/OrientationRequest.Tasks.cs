using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Domain.Requests;

// What PLUS has to do specially: one thing is shown, what matters less stands behind it until its turn comes.
public sealed partial class OrientationRequest
{
    /// <summary>Something special that PLUS has to do; null when nothing.</summary>
    public StaffTask? Task { get; private set; }

    /// <summary>Paris day of it.</summary>
    public DateOnly? TaskOn { get; private set; }

    /// <summary>Referral that it is about; null for the request itself.</summary>
    public Guid? TaskReferralId { get; private set; }

    /// <summary>What stands on the list of PLUS behind <see cref="Task"/>, what matters most first; nothing of it is lost when something else comes first.</summary>
    public IReadOnlyList<ListedTask> TasksBehind { get; private set; } = [];

    /// <summary>Everything on the list of PLUS, what matters most first.</summary>
    public IEnumerable<ListedTask> Listed => Task is { } task ? TasksBehind.Prepend(new ListedTask(task, TaskReferralId, TaskOn!.Value)) : [];

    /// <summary>What stays on the list of PLUS once what stands first is done.</summary>
    public IEnumerable<ListedTask> ListedAfterThis => Listed.FirstOrDefault() is { } done ? TasksBehind.Where(listed => !done.Settles(listed)) : [];

    /// <summary>Puts something special on the list of PLUS for today, unless it is there already.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.RaiseTask"/>.</exception>
    public void RaiseTask(StaffTask task, Guid? referralId, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        Begin(Acts.RaiseTask, by);
        if (Listed.Any(listed => (listed.Task, listed.ReferralId) == (task, referralId))) return;
        PutTask(task, referralId, todayInParis);
        Refresh(now, todayInParis);
        Leave(Acts.RaiseTask, by, now, referralId, task.ToString());
    }

    /// <summary>Staff did what stood first on their list, and what is done with it; what stood behind it comes next.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.SettleTask"/>.</exception>
    public void SettleTask(string? note, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        Begin(Acts.SettleTask, by);
        var done = Listed.First();
        var (task, referralId) = (done.Task, done.ReferralId);
        List(ListedAfterThis.ToList());
        foreach (var accepted in Current.Where(referral => task != StaffTask.GiveContact && referral.Status == ReferralStatus.Accepted && (referral.Id == referralId || (referralId is null && task == StaffTask.NotCalledBack)))) accepted.HearNews(todayInParis, IsUrgent);
        if (task == StaffTask.EndWithoutNews) AwaitStructure(Status == RequestStatus.NeedsInformation ? DelayKind.QuestionSecondReminder : DelayKind.ConsentCall, todayInParis);
        WriteIfAny(Acts.SettleTask, note, by, now);
        Refresh(now, todayInParis);
        Leave(Acts.SettleTask, by, now, referralId, task.ToString());
    }

    private void PutTask(StaffTask task, Guid? referralId, PlusDay todayInParis)
    {
        var added = new ListedTask(task, referralId, Soonest(todayInParis));
        List(Listed.Where(listed => !listed.IsSameAs(added) && !(IsReplacedBy(listed.Task, task))).Append(added));
    }

    /// <summary>Who was called in vain is followed by the end that is offered, and the silence of months by anything that happens.</summary>
    private static bool IsReplacedBy(StaffTask listed, StaffTask added) => (listed, added) is (StaffTask.CallStructure, StaffTask.EndWithoutNews) or (StaffTask.Dormant, _);

    /// <summary>Whether something stands first on the list of PLUS that matters as much.</summary>
    private bool IsTaken(StaffTask task) => Task is { } other && other <= task && !IsReplacedBy(other, task);

    private void List(IEnumerable<ListedTask> tasks)
    {
        var listed = tasks.OrderBy(task => task.Task).ThenBy(task => task.On).ToList();
        if (listed.Count == 0)
        {
            (Task, TaskOn, TaskReferralId, TasksBehind) = (null, null, null, []);
            return;
        }

        (Task, TaskOn, TaskReferralId) = (listed[0].Task, listed[0].On, listed[0].ReferralId);
        if (!TasksBehind.SequenceEqual(listed.Skip(1))) TasksBehind = [.. listed.Skip(1)];
    }

    /// <summary>A task whose reason has gone is no task.</summary>
    private void DropStaleTasks() => List(Listed.Where(Holds));

    private bool Holds(ListedTask listed)
    {
        var referral = referrals.Find(known => known.Id == listed.ReferralId);
        return IsOpen && listed.Task switch
        {
            StaffTask.CallActor or StaffTask.RemindByHand or StaffTask.TellActor => referral is { IsAwaitingAnswer: true },
            StaffTask.GiveContact => referral is { Status: ReferralStatus.Accepted, FirstContactOn: null },
            StaffTask.CallAcceptingActor => referral is { Status: ReferralStatus.Accepted },
            StaffTask.CallStructure => Status == RequestStatus.AwaitingConsent && IsConsentPending,
            StaffTask.EndWithoutNews => IsStructureAwaited,
            StaffTask.NotCalledBack => Current.Any(told => told.IsAwaitingAnswer || told.Status is ReferralStatus.Accepted or ReferralStatus.Expired),
            StaffTask.OutcomeContested => referral is { OutcomeState: OutcomeState.Contested },
            StaffTask.Dormant => true,
        };
    }
}
