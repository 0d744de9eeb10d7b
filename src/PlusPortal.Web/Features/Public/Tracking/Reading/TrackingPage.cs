using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Situations;
using PlusPortal.Web.Privacy;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>Everything that the structure sees of its request.</summary>
public sealed record TrackingPage
{
    /// <summary>Token of the address, for the links of the page.</summary>
    public required string Token { get; init; }

    /// <summary>Reference to say on the telephone.</summary>
    public required string Reference { get; init; }

    /// <summary>Where the request is.</summary>
    public required RequestStatus Status { get; init; }

    /// <summary>What the structure must do now, what happens, and by when.</summary>
    public required SituationReading Next { get; init; }

    /// <summary>Open question of PLUS; null when there is none.</summary>
    public required string? StaffQuestion { get; init; }

    /// <summary>Actors that were proposed to the structure or told about it, the current ones first.</summary>
    public required IReadOnlyList<TrackedActor> Actors { get; init; }

    /// <summary>What the portal found, before PLUS has chosen.</summary>
    public required IReadOnlyList<FirstLead> FirstLeads { get; init; }

    /// <summary>What was declared, with what PLUS corrected.</summary>
    public required IReadOnlyList<FactRow> Declared { get; init; }

    /// <summary>Whether PLUS masked a passage of what it reads here.</summary>
    public required bool HasMasks { get; init; }

    /// <summary>What happened, the latest first.</summary>
    public required IReadOnlyList<TrackingLine> Timeline { get; init; }

    /// <summary>What actors were told, and when, the last first.</summary>
    public required IReadOnlyList<TransmissionLine> Transmissions { get; init; }

    /// <summary>Whether the request has not ended.</summary>
    public bool IsOpen => Status != RequestStatus.Closed;

    /// <summary>Whether the proposals can be refused together.</summary>
    public required bool CanRefuseAll { get; init; }

    /// <summary>Whether it is read by somebody who was invited to follow the request.</summary>
    public required bool IsFollower { get; init; }

    /// <summary>Whether others follow it, or may be invited to.</summary>
    public required bool IsSharedOrMayBe { get; init; }

    /// <summary>Whether the structure is asked what came of its request, which ended.</summary>
    public required bool AsksSatisfaction { get; init; }

    /// <summary>Last day on which the structure may ask PLUS to open its request again; null when it may not.</summary>
    public required DateOnly? ReopenUntil { get; init; }

    /// <summary>Whether something can be added.</summary>
    public required bool CanAddInformation { get; init; }

    /// <summary>Words of the channel that the person chose.</summary>
    public required ContactWords Words { get; init; }

    /// <summary>Whether « Personne ne m’a rappelée » makes sense: somebody was told.</summary>
    public required bool CanReportSilence { get; init; }

    /// <summary>Whether the request can be withdrawn.</summary>
    public required bool CanWithdraw { get; init; }
}

/// <summary>An actor, as the structure sees it.</summary>
public sealed record TrackedActor
{
    /// <summary>Its referral.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary>Public name.</summary>
    public required string Name { get; init; }

    /// <summary>Key of its sheet in the directory; null when it is not there.</summary>
    public required string? Sheet { get; init; }

    /// <summary>Title of its offer.</summary>
    public required string OfferTitle { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReferralStatus Status { get; init; }

    /// <summary>Whether it belongs to the current round.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>Where it stands, in the label beside its name.</summary>
    public required string Tag { get; init; }

    /// <summary>What it answered, in words; null while the head of the page says what is expected of it.</summary>
    public required string? Sentence { get; init; }

    /// <summary>What it says to the structure in its own words as it declines; null when nothing.</summary>
    public required string? Word { get; init; }

    /// <summary>Why it was chosen: the two to four strongest reasons.</summary>
    public required IReadOnlyList<string> ReasonsMet { get; init; }

    /// <summary>What it will check with the structure.</summary>
    public required IReadOnlyList<string> ToCheck { get; init; }

    /// <summary>Its open question; null when there is none.</summary>
    public required string? Question { get; init; }

    /// <summary>Whether the structure must say yes or no.</summary>
    public required bool AwaitsConsent { get; init; }

    /// <summary>Whether the structure may still take its request back from it.</summary>
    public required bool CanBeRefused { get; init; }

    /// <summary>Whether the structure must say whether its later day suits.</summary>
    public required bool CanAgreeToDate { get; init; }

    /// <summary>Last day on which the structure may say otherwise of its outcome; null when nothing is to be said.</summary>
    public required DateOnly? OutcomeUntil { get; init; }

    /// <summary>Whether the structure may tell how far its help went.</summary>
    public required bool CanReport { get; init; }

    /// <summary>What the structure noted of its help, the first first.</summary>
    public IReadOnlyList<NotedRung> Rungs { get; init; } = [];

    /// <summary>Whether the structure is asked if it was contacted.</summary>
    public required bool AsksContact { get; init; }

    /// <summary>Checked public web address, once it has accepted; null otherwise.</summary>
    public required string? Website { get; init; }

    /// <summary>What to prepare, cost, delay…, until its part has ended: only what its offer says.</summary>
    public required IReadOnlyList<PracticalFact> Practical { get; init; }
}

/// <summary>An actor that the portal found, before PLUS has chosen.</summary>
public sealed record FirstLead(string Name, string? Sheet, string OfferTitle, IReadOnlyList<string> ReasonsMet, IReadOnlyList<string> ToCheck, IReadOnlyList<PracticalFact> Practical);

/// <summary>One line of the timeline.</summary>
/// <param name="At">When.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Text">The text exchanged then; null when none is for the structure.</param>
public sealed record TrackingLine(DateTimeOffset At, string Sentence, string? Text);

/// <summary>The page of a question.</summary>
public sealed record QuestionPage(string Token, string Asker, string Question, Guid? ReferralId, AnswerForm Form)
{
    /// <summary>Passages of the answer that seem too personal for whoever asks.</summary>
    public IReadOnlyList<ProposedPassage> Personal { get; init; } = [];
}

/// <summary>A page with one action and an optional message.</summary>
public sealed record MessagePage(string Token, string Reference, MessageForm Form)
{
    /// <summary>Words of the channel that the person chose.</summary>
    public required ContactWords Words { get; init; }

    /// <summary>When PLUS takes it up: « aujourd’hui », « le lundi 7 décembre 2026 ».</summary>
    public required string When { get; init; }

    /// <summary>Whether some actor had the request.</summary>
    public required bool WasTold { get; init; }

    /// <summary>Whether somebody who was invited reads it.</summary>
    public required bool IsFollower { get; init; }
}

/// <summary>The page before taking the request back from one actor.</summary>
/// <param name="Token">Token of the address.</param>
/// <param name="ReferralId">Its referral.</param>
/// <param name="ActorName">Its name.</param>
/// <param name="WasTold">Whether it has the request.</param>
/// <param name="OfferedOn">Later day that it offers, which is refused with it; null when it offers none.</param>
public sealed record RefusePage(string Token, Guid ReferralId, string ActorName, bool WasTold, DateOnly? OfferedOn);

/// <summary>A page with a form about one actor that had the request.</summary>
/// <param name="Token">Token of the address.</param>
/// <param name="Reference">Reference of the request.</param>
/// <param name="ReferralId">Referral.</param>
/// <param name="ActorName">Its actor.</param>
/// <param name="SentOn">Day on which the actor was told.</param>
/// <param name="Form">The form.</param>
public sealed record ActorFormPage<TForm>(string Token, string Reference, Guid ReferralId, string ActorName, DateOnly SentOn, TForm Form)
{
    /// <summary>What the actor noted of the end; null when nothing.</summary>
    public string? Outcome { get; init; }

    /// <summary>The tracking page.</summary>
    public string Back => Addresses.PublicAddress.Tracking(Token);

    /// <summary>An action about the actor.</summary>
    public string Under(string action) => $"{Back}/interlocuteurs/{ReferralId}/{action}";
}
