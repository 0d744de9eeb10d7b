using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Explanations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Situations;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>Reads one referral for its partner: what it may see at this point, and nothing of anybody else's.</summary>
public sealed class ReferralReader(PortalDb db, DeclaredFacts facts, CurrentProfile profile)
{
    private static readonly string[] FirstFacts =
    [
        FactCodes.StructureName, FactCodes.Stage, FactCodes.SubStage, FactCodes.Themes, FactCodes.Commune, FactCodes.LegalForm, FactCodes.Qualifications,
    ];

    /// <summary>The page of a referral; null when it is not one of this actor's.</summary>
    public async Task<ReferralPage?> ReadAsync(Guid referralId, Guid actorId, Author by, CancellationToken ct)
    {
        var request = await db.OrientationRequests.AsNoTracking().HoldingReferral(referralId, actorId)
            .Include(request => request.Referrals).Include(request => request.Notes).AsSplitQuery()
            .SingleOrDefaultAsync(ct);
        if (request is null) return null;
        var referral = request.Referrals.Single(referral => referral.Id == referralId);
        var others = request.Referrals.Where(other => other.Id != referralId && other.Round == referral.Round && other.WasTold).OrderBy(other => other.SentAt).ToList();
        var otherIds = others.Select(other => other.ActorId).ToList();
        var names = await db.SupportActors.Where(actor => otherIds.Contains(actor.Id)).ToDictionaryAsync(actor => actor.Id, actor => actor.Name, ct);
        return ToPage(request, referral, by, await profile.TodayAsync(ct), others.ConvertAll(other => new FactRow(names[other.ActorId], other.Status.ForStaff)));
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

    private ReferralPage ToPage(OrientationRequest request, Referral referral, Author by, PlusDay today, IReadOnlyList<FactRow> others)
    {
        var access = AccessTo(request, referral, by);
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
            CanEnd = request.May(Acts.CompleteReferral, referral, by),
        };
    }

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
            .Concat(request.Notes.Where(note => MaskPlaces.Of(note) == MaskPlace.Information))
            .OrderBy(note => note.At)
            .Select(note => new FactRow(note.Kind switch { NoteKind.QuestionFromPartner => "Votre question", NoteKind.InformationAdded => "Complément de la structure", _ => "Réponse" }, note.Text)),
    ];

    private static List<string> Sentences(IEnumerable<CriterionOutcome> reasons) => [.. reasons.Select(reason => PartnerSentences.Of(reason.Criterion, reason.Outcome))];
}
