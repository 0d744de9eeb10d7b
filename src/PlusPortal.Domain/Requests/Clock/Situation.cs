using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Domain.Requests;

/// <summary>Where a request, or one of its referrals, stands: what is waited for, from whom, until when.</summary>
/// <param name="Kind">What is waited for.</param>
/// <param name="WaitsFor">From whom.</param>
/// <param name="DueOn">Paris day; null when it has ended.</param>
/// <param name="Referral">Referral that it is about; null for the request itself.</param>
public sealed record Situation(SituationKind Kind, WaitsFor WaitsFor, DateOnly? DueOn, Referral? Referral = null)
{
    /// <summary>What stands on the list of PLUS; null for a situation of another kind.</summary>
    public ListedTask? Task { get; init; }

    /// <summary>From whom something of that kind is waited for.</summary>
    public static WaitsFor WaitsForIn(SituationKind kind) => kind switch
    {
        SituationKind.FirstLook or SituationKind.Searching or SituationKind.SearchingAgain or SituationKind.ToSend or SituationKind.Task => WaitsFor.Plus,
        SituationKind.QuestionOfPlus or SituationKind.Agreement or SituationKind.QuestionOfActor or SituationKind.LaterDay or SituationKind.OutcomeToConfirm => WaitsFor.Structure,
        SituationKind.Answer or SituationKind.FirstContact or SituationKind.Support => WaitsFor.SupportActor,
        SituationKind.Ended => WaitsFor.Nobody,
    };
}
