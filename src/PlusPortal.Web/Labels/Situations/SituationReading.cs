using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels.Situations;

/// <summary>What one side reads of a whole request: what it must do first, then a sentence for each thing that goes on.</summary>
/// <param name="Sentences">Never empty.</param>
/// <param name="IsForReader">Whether something is asked of whoever reads.</param>
public sealed record SituationReading(IReadOnlyList<string> Sentences, bool IsForReader)
{
    /// <summary>The sentences one after the other, for a message.</summary>
    public string Text => string.Join(' ', Sentences);

    /// <summary>What the structure reads.</summary>
    /// <param name="request">Request with its referrals.</param>
    /// <param name="names">Names of the actors, by referral: of those that the structure knows of.</param>
    /// <param name="keptReference">Reference of the kept request, when this one is a duplicate.</param>
    /// <param name="isFollower">Whether it is for somebody who was invited, whose own address is proven.</param>
    /// <param name="today">Today, with the calendar of PLUS.</param>
    /// <param name="place">Where it is read.</param>
    public static SituationReading ForStructure(OrientationRequest request, IReadOnlyDictionary<Guid, string> names, string? keptReference, bool isFollower, PlusDay today, ReadingPlace place = ReadingPlace.Page)
    {
        var isUnproven = request is { IsOpen: true, AddressProvenAt: null } && !isFollower;
        var shown = request.Situations.Where(situation => situation.Referral is not { } referral || names.ContainsKey(referral.Id)).Where(situation => !IsContestedAlready(request, situation)).OrderBy(RankForStructure).ToList();
        var asks = isUnproven || shown.Exists(AsksStructure);
        var sentences = shown.Select((situation, index) => SituationWords.ForStructure(situation, FactsOf(request, situation, names, today) with
        {
            KeptReference = keptReference,
            AddressIsUnproven = isUnproven && index == 0,
            IsInMessage = place != ReadingPlace.Page,
            StructureHasToAct = asks || place == ReadingPlace.AskingMessage || index < shown.Count - 1,
        }));
        return new([.. sentences.Distinct()], asks);
    }

    /// <summary>What staff read.</summary>
    public static SituationReading ForStaff(OrientationRequest request, IReadOnlyDictionary<Guid, string> names, PlusDay today)
    {
        var situations = request.Situations.Where(situation => !IsContestedAlready(request, situation)).ToList();
        var sentences = situations.Select((situation, index) => SituationWords.ForStaff(situation, FactsOf(request, situation, names, today) with { AddressIsUnproven = request.AddressProvenAt is null && index == situations.Count - 1 }));
        return new([.. sentences.Distinct()], request.WaitsFor == WaitsFor.Plus);
    }

    /// <summary>What one actor reads about its own part.</summary>
    /// <param name="request">The request; its other referrals are not needed.</param>
    /// <param name="referral">The referral of the actor.</param>
    /// <param name="mayAnswer">Whether the actor may still answer.</param>
    /// <param name="today">Today, with the calendar of PLUS.</param>
    public static SituationReading ForActor(OrientationRequest request, Referral referral, bool mayAnswer, PlusDay today)
    {
        var names = new Dictionary<Guid, string>();
        var own = request.SituationOf(referral);
        var sentences = new List<string>();
        foreach (var task in request.Situations.Where(situation => situation.Task?.ReferralId == referral.Id))
        {
            sentences.Add(SituationWords.ForActor(task, FactsOf(request, task, names, today)));
        }

        // What the task says of a contested end is the whole of it.
        if (own is null && sentences.Count > 0 && referral.OutcomeState == OutcomeState.Contested) return new(sentences, false);
        if (own is null && request.IsOpen && referral is { Status: ReferralStatus.Completed, OutcomeState: OutcomeState.Contested }) return new([ReferralWords.ContestedForActor], false);
        sentences.Add(own is null ? ReferralWords.ForActor(referral, mayAnswer) : SituationWords.ForActor(own, FactsOf(request, own, names, today)));
        return new(sentences, own?.WaitsFor == WaitsFor.SupportActor);
    }

    /// <summary>The facts of one of its situations.</summary>
    public static SituationFacts FactsOf(OrientationRequest request, Situation situation, IReadOnlyDictionary<Guid, string> names, PlusDay today)
    {
        var last = LastEnded(request);
        var about = situation.Referral ?? situation.Kind switch
        {
            SituationKind.Task => request.Referrals.FirstOrDefault(referral => referral.Id == situation.Task?.ReferralId),
            SituationKind.SearchingAgain => last,
            SituationKind.FirstLook or SituationKind.Searching or SituationKind.ToSend or SituationKind.QuestionOfPlus or SituationKind.Agreement or SituationKind.Answer or SituationKind.QuestionOfActor
                or SituationKind.LaterDay or SituationKind.FirstContact or SituationKind.Support or SituationKind.OutcomeToConfirm or SituationKind.Ended => null,
        };
        var facts = new SituationFacts
        {
            Today = today,
            Channel = request.Contact.Channel,
            StartsOn = about?.StartsOn,
            Outcome = about?.ReferralOutcome,
            HasAccepted = about is { Status: ReferralStatus.Accepted or ReferralStatus.Completed },
            Task = situation.Task?.Task ?? request.Task,
            Cause = CauseOf(last),
            ClosingReason = request.ClosingReason,
            WasTold = request.Referrals.Any(referral => referral.WasTold),
            IsUrgent = request.IsUrgent,
            HasToAskAgreement = request.HasToAskAgreement,
            IsUnmet = about?.UnmetOn is not null,
            IsLastTerm = request.IsLastTerm(today),
            IsQuestionOpen = about is { Status: ReferralStatus.Sent, IsQuestionOpen: true },
        };
        return about is { } referral && names.TryGetValue(referral.Id, out var name) ? facts with { Actor = name } : facts;
    }

    /// <summary>Whether the task says it: the structure contests an end, and PLUS comes back to it.</summary>
    private static bool IsContestedAlready(OrientationRequest request, Situation situation) =>
        request.Listed.Any(listed => listed.Task == StaffTask.OutcomeContested) && situation.Kind == SituationKind.SearchingAgain && CauseOf(LastEnded(request)) == SearchCause.Contested;

    /// <summary>What the structure has to do, then PLUS, then the actor that took the request, then those that have not answered.</summary>
    private static int RankForStructure(Situation situation) => situation.WaitsFor switch
    {
        WaitsFor.Structure => 0,
        WaitsFor.Plus => 1,
        WaitsFor.SupportActor => situation.Kind == SituationKind.Answer ? 3 : 2,
        WaitsFor.Nobody => 4,
    };

    private static Referral? LastEnded(OrientationRequest request) => request.Referrals.Where(referral => referral.IsEnded).MaxBy(referral => referral.EndedAt);

    private static bool AsksStructure(Situation situation) => situation.WaitsFor == WaitsFor.Structure;

    private static SearchCause CauseOf(Referral? last) => last?.Status switch
    {
        ReferralStatus.Declined => last.PreviousStatus == ReferralStatus.Accepted ? SearchCause.HandedBack : SearchCause.Declined,
        ReferralStatus.Expired => SearchCause.Expired,
        ReferralStatus.Cancelled => last.WasTold ? SearchCause.Cancelled : SearchCause.Refused,
        ReferralStatus.Completed when last.OutcomeState == OutcomeState.Contested => SearchCause.Contested,
        ReferralStatus.Completed => last.ReferralOutcome == ReferralOutcomes.Injoignable ? SearchCause.Unreachable : SearchCause.WithoutSolution,
        null or ReferralStatus.Proposed or ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.DateOffered or ReferralStatus.Accepted => SearchCause.Reopened,
    };
}
