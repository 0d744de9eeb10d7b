namespace PlusPortal.Web.Features.Admin.Triage;

/// <summary>Views of this folder. Several controllers share it, so each names its view by path.</summary>
internal static class TriageViews
{
    private const string Folder = "/Features/Admin/Triage/";

    public const string Queue = Folder + "Queue.cshtml";
    public const string Request = Folder + "Request.cshtml";
    public const string Stale = Folder + "Stale.cshtml";
    public const string Question = Folder + "Question.cshtml";
    public const string Answer = Folder + "Answer.cshtml";
    public const string Correction = Folder + "Correction.cshtml";
    public const string ActorReasons = Folder + "ActorReasons.cshtml";
    public const string OtherActors = Folder + "OtherActors.cshtml";
    public const string Send = Folder + "Send.cshtml";
    public const string Assign = Folder + "Assign.cshtml";
    public const string Close = Folder + "Close.cshtml";
    public const string Reopen = Folder + "Reopen.cshtml";
    public const string RecordAnswer = Folder + "RecordAnswer.cshtml";
    public const string Complete = Folder + "Complete.cshtml";
    public const string CancelReferral = Folder + "CancelReferral.cshtml";
    public const string CorrectReferral = Folder + "CorrectReferral.cshtml";
    public const string GiveInformation = Folder + "GiveInformation.cshtml";
}
