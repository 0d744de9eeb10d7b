using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Requests.Satisfaction;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Explanations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Situations;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>Reads one referral for its partner: what it may see at this point, and nothing of anybody else's.</summary>
public sealed class ReferralReader(PortalDb db, DeclaredFacts facts, CurrentProfile profile, TimeProvider clock)
{
    private static readonly string[] FirstFacts =
    [
        FactCodes.StructureName, FactCodes.Stage, FactCodes.SubStage, FactCodes.Themes, FactCodes.Commune, FactCodes.LegalForm, FactCodes.Qualifications,
    ];

    /// <summary>The page of a referral; null when it is not one of this actor's.</summary>
    /// <param name="referralId">Referral.</param>
    /// <param name="actorId">Actor that reads.</param>
    /// <param name="by">Who reads for it.</param>
    /// <param name="ct">Cancellation.</param>
    /// <param name="withContact">Whether whom to call may be among it, once it has accepted: behind a link, only after a code.</param>
    public async Task<ReferralPage?> ReadAsync(Guid referralId, Guid actorId, Author by, CancellationToken ct, bool withContact = true)
    {
        var request = await db.OrientationRequests.AsNoTracking().HoldingReferral(referralId, actorId)
            .Include(request => request.Referrals).Include(request => request.Notes).Include(request => request.LadderReports).AsSplitQuery()
            .SingleOrDefaultAsync(ct);
        if (request is null) return null;
        var referral = request.Referrals.Single(referral => referral.Id == referralId);
        var others = request.Referrals.Where(other => other.Id != referralId && other.Round == referral.Round && other.WasTold).OrderBy(other => other.SentAt).ToList();
        var otherIds = others.Select(other => other.ActorId).ToList();
        var names = await db.SupportActors.Where(actor => otherIds.Contains(actor.Id)).ToDictionaryAsync(actor => actor.Id, actor => actor.Name, ct);
        var page = ToPage(request, referral, by, await profile.TodayAsync(ct), withContact, others.ConvertAll(other => new FactRow(names[other.ActorId], other.Status.ForStaff)));
        if (page.Access is Access.None or Access.Summary) return page;
        return page with { Rungs = NotedRungs.Of(request, referral, LadderSide.Actor, by), Comments = await ReleasedCommentsAsync(referral, ct) };
    }

    /// <summary>What the partner may read.</summary>
    public static Access AccessTo(OrientationRequest request, Referral referral, Author by) => referral switch
    {
        _ when request.AnonymisedAt is not null => Access.None,
        { RevealsContact: true } => Access.RequestAndContact,
        { IsVisibleToPartner: true } => Access.Request,
        { Status: ReferralStatus.Expired } when request.May(Acts.AcceptReferral, referral, by) => Access.Summary,
        _ => Access.None,
    };

    private ReferralPage ToPage(OrientationRequest request, Referral referral, Author by, PlusDay today, bool withContact, IReadOnlyList<FactRow> others)
    {
        var access = AccessTo(request, referral, by) is var full && full == Access.RequestAndContact && !withContact ? Access.Request : full;
        var told = ReaderWith(access) is { } reader ? facts.RowsFor(reader, FactSource.Of(request), FirstFacts) : [];
        var isReadable = access is Access.Request or Access.RequestAndContact;
        var reasons = isReadable ? request.Matching?.Proposals.FirstOrDefault(proposal => proposal.OfferId == referral.OfferId)?.Reasons ?? [] : [];
        return new ReferralPage
        {
            Id = referral.Id,
            RequestId = request.Id,
            Reference = request.Reference,
            Status = referral.Status,
            Access = access,
            IsErased = request.AnonymisedAt is not null,
            IsUrgent = request.IsUrgent,
            SentOn = referral.SentAt!.Value.ParisDay,
            Next = SituationReading.ForActor(request, referral, request.May(Acts.AcceptReferral, referral, by), today),
            Summary = isReadable ? request.Summary : null,
            Title = told.ValueOf(FactCodes.Title),
            Need = told.ValueOf(FactCodes.Need),
            Facts = [.. told.Where(row => row.Section != FactSection.Person && row.Code is not (FactCodes.Title or FactCodes.Need))],
            Contact = [.. told.Where(row => row.Section == FactSection.Person)],
            ReasonsMet = Sentences(StrongestReasons.Of(reasons)),
            ToCheck = Sentences(reasons.Where(reason => reason.MustBeVerified())),
            Others = isReadable ? others : [],
            Exchange = isReadable ? ExchangeOf(request, referral) : [],
            CanAnswer = request.May(Acts.AcceptReferral, referral, by),
            CanAsk = request.May(Acts.RequestInformation, referral, by),
            AwaitsFirstContact = referral is { Status: ReferralStatus.Accepted, FirstContactOn: null },
            UndoUntil = request.May(Acts.UndoAnswer, referral, by) && referral.SettlesAt > clock.GetUtcNow() ? referral.SettlesAt : null,
            CanOfferDate = request.May(Acts.OfferDate, referral, by),
            CanReport = request.May(Acts.ReportRung, referral, by),
            CanEnd = request.May(Acts.CompleteReferral, referral, by),
        };
    }

    /// <summary>What the structure says of its request, as far as staff let the actors read it: those who went on with it, of that round.</summary>
    private async Task<IReadOnlyList<string>> ReleasedCommentsAsync(Referral referral, CancellationToken ct) => referral.Status is not (ReferralStatus.Accepted or ReferralStatus.Completed)
        ? []
        : await db.SatisfactionAnswers.Where(answer => answer.RequestId == referral.RequestId && answer.Round == referral.Round && answer.CommentState == CommentState.Released)
            .OrderBy(answer => answer.Moment).Select(answer => answer.Comment!).ToListAsync(ct);

    private static FactReaders? ReaderWith(Access access) => access switch
    {
        Access.None => null,
        Access.Summary => FactReaders.ActorLate,
        Access.Request => FactReaders.ActorAsked,
        Access.RequestAndContact => FactReaders.ActorAccepted,
    };

    private static List<FactRow> ExchangeOf(OrientationRequest request, Referral referral) =>
    [
        .. request.Notes.Where(note => note.ReferralId == referral.Id && note.Kind is NoteKind.QuestionFromPartner or NoteKind.AnswerToPartner)
            .Concat(request.Notes.Where(note => note.Place == MaskPlace.Information))
            .OrderBy(note => note.At)
            .Select(note => new FactRow(note.Kind switch { NoteKind.QuestionFromPartner => "Votre question", NoteKind.InformationAdded => "Complément de la structure", _ => "Réponse" }, note.Text)),
    ];

    private static List<string> Sentences(IEnumerable<CriterionOutcome> reasons) => [.. reasons.Select(reason => PartnerSentences.Of(reason.Criterion, reason.Outcome))];
}
