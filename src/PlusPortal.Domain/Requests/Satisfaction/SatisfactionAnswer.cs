using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests.Satisfaction;

/// <summary>When the structure is asked what came of its request.</summary>
public enum SatisfactionMoment
{
    /// <summary>As the request ends.</summary>
    AtEnd,

    /// <summary>Months later.</summary>
    Later,
}

/// <summary>Whether it was useful.</summary>
public enum Usefulness
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>In part.</summary>
    InPart,

    /// <summary>No.</summary>
    No,
}

/// <summary>What came of the request for the structure.</summary>
public enum HelpResult
{
    /// <summary>It found help.</summary>
    HelpFound,

    /// <summary>It started something.</summary>
    ActionStarted,

    /// <summary>It made up its mind.</summary>
    ChoiceMade,

    /// <summary>Nothing.</summary>
    Nothing,
}

/// <summary>Who may read a comment.</summary>
public enum CommentState
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Staff have not read it.</summary>
    ToRead,

    /// <summary>Staff let the actors read it.</summary>
    Released,

    /// <summary>Staff alone read it.</summary>
    Kept,
}

/// <summary>What a structure says.</summary>
/// <param name="WasCalledBack">Whether an actor made contact.</param>
/// <param name="Usefulness">Whether it was useful.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Comment">A word; null when none.</param>
public sealed record SatisfactionSaid(bool WasCalledBack, Usefulness Usefulness, HelpResult Result, string? Comment);

/// <summary>What the structure of a request that ended, helped or not, says of it: once at the end and once months later, of each round.</summary>
public sealed class SatisfactionAnswer
{
    /// <summary>Most characters of the comment.</summary>
    public const int CommentLength = 1_000;

    private SatisfactionAnswer()
    {
        // EF only
    }

    /// <summary>Identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>Request that it is about.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>Its round.</summary>
    public int Round { get; private set; }

    /// <summary>When it was asked.</summary>
    public SatisfactionMoment Moment { get; private set; }

    /// <summary>Whether an actor made contact.</summary>
    public bool WasCalledBack { get; private set; }

    /// <summary>Whether it was useful.</summary>
    public Usefulness Usefulness { get; private set; }

    /// <summary>What came of it.</summary>
    public HelpResult Result { get; private set; }

    /// <summary>A word of the structure; null when none, or once the request is anonymous.</summary>
    public string? Comment { get; private set; }

    /// <summary>Who may read it.</summary>
    public CommentState CommentState { get; private set; }

    /// <summary>When it was given, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When staff read the comment, UTC.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Whether a request that ended is asked: not one that nobody wanted, that was one of another, or that its person had erased.</summary>
    /// <param name="status">Status of the request.</param>
    /// <param name="closingReason">Code of <see cref="ClosingReasons"/>.</param>
    public static bool IsAskedOf(RequestStatus status, string? closingReason) =>
        status == RequestStatus.Closed && closingReason is not (ClosingReasons.Indesirable or ClosingReasons.Doublon or ClosingReasons.EffacementDemande);

    /// <summary>Which of the two moments it is for a request; null when nothing is asked of it.</summary>
    public static SatisfactionMoment? MomentOf(OrientationRequest request, DateOnly todayInParis)
    {
        if (!IsAskedOf(request.Status, request.ClosingReason) || request.AnonymisedAt is not null) return null;
        return request.LaterSatisfactionOn <= todayInParis ? SatisfactionMoment.Later : SatisfactionMoment.AtEnd;
    }

    /// <summary>Notes what the structure says of its request.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.IllegalRequestTransition"/> when nothing is asked, <see cref="RuleCode.UnknownCode"/> for a comment that is too long.</exception>
    public static SatisfactionAnswer Of(OrientationRequest request, SatisfactionSaid said, DateTimeOffset now, DateOnly todayInParis)
    {
        if (MomentOf(request, todayInParis) is not { } moment) throw new DomainRuleException(RuleCode.IllegalRequestTransition);
        var comment = string.IsNullOrWhiteSpace(said.Comment) ? null : said.Comment.Trim();
        if (comment?.Length > CommentLength) throw new DomainRuleException(RuleCode.UnknownCode);
        return new SatisfactionAnswer
        {
            Id = Guid.CreateVersion7(now),
            RequestId = request.Id,
            Round = request.Round,
            Moment = moment,
            WasCalledBack = said.WasCalledBack,
            Usefulness = said.Usefulness,
            Result = said.Result,
            Comment = comment,
            CommentState = comment is null ? CommentState.None : CommentState.ToRead,
            At = now,
        };
    }

    /// <summary>Staff have read the comment, and let the actors read it or keep it. They may think again.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.AlreadyDone"/> when there is no comment, or no more.</exception>
    public void Read(bool releases, DateTimeOffset now)
    {
        if (Comment is null) throw new DomainRuleException(RuleCode.AlreadyDone);
        (CommentState, ReadAt) = (releases ? CommentState.Released : CommentState.Kept, now);
    }

    /// <summary>What a person wrote goes with its request; what was ticked stays, for statistics.</summary>
    public void Anonymise() => (Comment, CommentState) = (null, CommentState.None);
}
