using PlusPortal.Data.Actors.Absences;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Labels.Situations;

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>Which of my referrals a list holds; the code is in its address.</summary>
public enum InboxList
{
    /// <summary>Waiting for my answer, the nearest due date first.</summary>
    ARepondre,

    /// <summary>Accepted, the oldest first.</summary>
    Acceptees,

    /// <summary>Ended, the latest first.</summary>
    Passees,
}

/// <summary>The landing page: to answer, then accepted.</summary>
public sealed record InboxPage(ReferralRows ToAnswer, ReferralRows Accepted, bool HasPast, IReadOnlyList<AbsenceDays> Away);

/// <summary>One page of a list.</summary>
/// <param name="List">Which.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
public sealed record ReferralRows(InboxList List, IReadOnlyList<ReferralRow> Rows, string? Next)
{
    /// <summary>Heading of the list.</summary>
    public string Title => List switch
    {
        InboxList.ARepondre => "Demandes en attente de votre réponse",
        InboxList.Acceptees => "Demandes acceptées",
        InboxList.Passees => "Demandes passées",
    };
}

/// <summary>One referral in a list. What it is about is left out once it is no longer mine.</summary>
public sealed record ReferralRow
{
    /// <summary>Referral.</summary>
    public required Guid Id { get; init; }

    /// <summary>Reference of the request.</summary>
    public required string Reference { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReferralStatus Status { get; init; }

    /// <summary>Title of the need; null when the referral is no longer mine.</summary>
    public required string? Title { get; init; }

    /// <summary>Commune; null when the referral is no longer mine.</summary>
    public required string? Commune { get; init; }

    /// <summary>Stage in words; null when unknown, or when the referral is no longer mine.</summary>
    public required string? Stage { get; init; }

    /// <summary>Whether urgent delays apply.</summary>
    public required bool IsUrgent { get; init; }

    /// <summary>What I do, or what is waited for.</summary>
    public required SituationReading Next { get; init; }

    /// <summary>When it was accepted or ended.</summary>
    public required DateTimeOffset? MovedAt { get; init; }

    /// <summary>Whether there is something left to open.</summary>
    public bool OpensPage => Status is not (ReferralStatus.Declined or ReferralStatus.Cancelled);
}

/// <summary>How much of a request its partner may read.</summary>
public enum Access
{
    /// <summary>Nothing: it was declined, taken back, or expired for good.</summary>
    None,

    /// <summary>The summary only: it expired, a late answer is welcome.</summary>
    Summary,

    /// <summary>Everything but whom to call.</summary>
    Request,

    /// <summary>Everything, whom to call included: it was accepted.</summary>
    RequestAndContact,
}

/// <summary>One referral, as its partner sees it.</summary>
public sealed record ReferralPage
{
    /// <summary>Referral.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Reference of the request.</summary>
    public required string Reference { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReferralStatus Status { get; init; }

    /// <summary>How much is shown.</summary>
    public required Access Access { get; init; }

    /// <summary>Whether the request is anonymous: nothing of it is left to show.</summary>
    public bool IsErased { get; init; }

    /// <summary>Whether urgent delays apply.</summary>
    public required bool IsUrgent { get; init; }

    /// <summary>When it was sent, Paris day.</summary>
    public required DateOnly SentOn { get; init; }

    /// <summary>What I do, or what is waited for.</summary>
    public required SituationReading Next { get; init; }

    /// <summary>What PLUS wrote for the actors; null when nothing, or when access ended.</summary>
    public required string? Summary { get; init; }

    /// <summary>Title of the need; null unless the request is readable.</summary>
    public required string? Title { get; init; }

    /// <summary>The need in the structure's words; null unless the request is readable.</summary>
    public required string? Need { get; init; }

    /// <summary>Facts of the request, label and value.</summary>
    public required IReadOnlyList<FactRow> Facts { get; init; }

    /// <summary>Whom to call; empty unless accepted.</summary>
    public required IReadOnlyList<FactRow> Contact { get; init; }

    /// <summary>Why it came to me.</summary>
    public required IReadOnlyList<string> ReasonsMet { get; init; }

    /// <summary>What to check with the structure.</summary>
    public required IReadOnlyList<string> ToCheck { get; init; }

    /// <summary>The other actors asked, with their answer in words.</summary>
    public required IReadOnlyList<FactRow> Others { get; init; }

    /// <summary>My question and the answers to it.</summary>
    public required IReadOnlyList<FactRow> Exchange { get; init; }

    /// <summary>Whether nobody has told of a first contact.</summary>
    public required bool AwaitsFirstContact { get; init; }

    /// <summary>Until when my last answer can be taken back; null when it cannot.</summary>
    public required DateTimeOffset? UndoUntil { get; init; }

    /// <summary>What my actor noted of its help, the first first.</summary>
    public IReadOnlyList<NotedRung> Rungs { get; init; } = [];

    /// <summary>What the structure says of it, once staff have read and released it.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>Whether I may offer a later day.</summary>
    public required bool CanOfferDate { get; init; }

    /// <summary>Whether I may note how far the help went.</summary>
    public required bool CanReport { get; init; }

    /// <summary>Whether I may accept or decline now.</summary>
    public required bool CanAnswer { get; init; }

    /// <summary>Whether I may still ask my one question.</summary>
    public required bool CanAsk { get; init; }

    /// <summary>Whether I may end the support or hand the request back.</summary>
    public required bool CanEnd { get; init; }
}

/// <summary>A page with a form about one referral.</summary>
public sealed record ReferralFormPage<TForm>(Guid Id, string Reference, TForm Form);

/// <summary>The page that declines, or hands back.</summary>
public sealed record DeclinePage(Guid Id, string Reference, bool HandsBack, DeclineForm Form, IReadOnlyList<ActorChoice> Candidates);

/// <summary>An actor of the directory whose name matches.</summary>
public sealed record ActorChoice(Guid Id, string Name);
