using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Data.Requests.Satisfaction;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Explanations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Situations;
using PlusPortal.Web.Privacy;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>Reads a request for the structure: only what it may see, in plain words.</summary>
public sealed class TrackingReader(PortalDb db, ActWords words, DeclaredFacts facts, TransmissionReader transmissions, CurrentProfile profile, TimeProvider clock)
{
    private static readonly string[] FirstFacts = [FactCodes.Stage, FactCodes.SubStage, FactCodes.StructureName];
    private const int MaxFirstLeads = 3;

    /// <summary>The whole page.</summary>
    public async Task<TrackingPage> ReadAsync(TrackedRequest tracked, CancellationToken ct)
    {
        var today = await profile.TodayAsync(ct);
        var request = (await db.OrientationRequests.AsNoTracking().WithStory().Include(request => request.LadderReports).SingleAsync(request => request.Id == tracked.RequestId, ct)).WithoutHeldAnswers(clock.GetUtcNow(), today);
        var leads = (request.Matching?.Proposals ?? []).OrderBy(proposal => proposal.Rank).Take(MaxFirstLeads).ToList();
        var offers = await ReadOffersAsync([.. request.Referrals.Select(referral => referral.OfferId), .. leads.Select(lead => lead.OfferId)], ct);
        var kept = request.DuplicateOfId is { } keptId
            ? await db.OrientationRequests.Where(other => other.Id == keptId).Select(other => other.Reference).SingleOrDefaultAsync(ct)
            : null;
        var moment = tracked.IsFollower ? null : SatisfactionAnswer.MomentOf(request, today);
        var isAnswered = moment is not null && await db.SatisfactionAnswers.AnyAsync(answer => answer.RequestId == request.Id && answer.Round == request.Round && answer.Moment == moment, ct);
        var shown = request.Referrals.Where(IsShown).OrderByDescending(referral => referral.Round).ThenBy(referral => !referral.RevealsContact).ThenBy(referral => referral.Role).ThenBy(referral => referral.ProposedAt).ToList();
        var told = await transmissions.ReadAsync(request, ct);
        var knowing = told.Where(line => line.IsOfContact).Select(line => line.ReferralId).ToHashSet();
        var actors = shown.Select(referral => ToActor(request, referral, offers[referral.OfferId], tracked.By, knowing.Contains(referral.Id), today)).ToList();
        var names = shown.ToDictionary(referral => referral.Id, referral => offers[referral.OfferId].ActorName);
        return new TrackingPage
        {
            Token = tracked.Token,
            Reference = request.Reference,
            Status = request.Status,
            Next = SituationReading.ForStructure(request, names, kept, tracked.IsFollower, today),
            CanRefuseAll = request.May(Acts.RefuseProposals, tracked.By),
            CanReportSilence = request.Task != StaffTask.NotCalledBack && request.May(Acts.ReportNotCalledBack, tracked.By),
            CanWithdraw = request.May(Acts.Withdraw, tracked.By),
            StaffQuestion = request.May(Acts.AnswerQuestion, tracked.By) ? request.Notes.LastQuestion(referralId: null)?.Text : null,
            Actors = actors,
            FirstLeads = actors.Count == 0 && request.IsOpen ? [.. leads.Select(lead => ToLead(lead, offers))] : [],
            Declared = [.. facts.RowsFor(FactReaders.Tracking, FactSource.Of(request), FirstFacts).Where(row => !tracked.IsFollower || row.Section != FactSection.Person)],
            IsFollower = tracked.IsFollower,
            IsSharedOrMayBe = !tracked.IsFollower && (request.IsOpen || await db.RequestFollowers.AnyAsync(follower => follower.RequestId == request.Id && follower.EndedAt == null, ct)),
            AsksSatisfaction = moment is not null && !isAnswered,
            ReopenUntil = request.IsOpen ? null : Reopening.Until(request.ClosingReason, request.ClosedAt?.ParisDay, today.Date),
            CanAddInformation = request.May(Acts.AddInformation, tracked.By),
            Words = ContactWords.Of(request.Contact.Channel),
            HasMasks = request.Masks is { AreSeenByStructure: true },
            Timeline = TrackingSentences.Of(request, names, words, tracked),
            Transmissions = told,
        };
    }

    /// <summary>The page of an open question; null when there is none.</summary>
    public async Task<QuestionPage?> ReadQuestionAsync(TrackedRequest tracked, Guid? referralId, CancellationToken ct)
    {
        var request = await db.OrientationRequests.AsNoTracking().WithReferrals().Include(request => request.Notes).AsSplitQuery()
            .SingleAsync(request => request.Id == tracked.RequestId, ct);
        var referral = request.Referrals.SingleOrDefault(referral => referral.Id == referralId);
        var isOpen = referralId is null
            ? request.May(Acts.AnswerQuestion, tracked.By)
            : referral is not null && request.May(Acts.GiveInformation, referral, tracked.By);
        if (!isOpen || request.Notes.LastQuestion(referralId) is not { } question) return null;
        var asker = referral is null ? "l’équipe PLUS" : await NameOfAsync(referral.ActorId, ct);
        return new QuestionPage(tracked.Token, asker, question.Text, referralId, new AnswerForm { QuestionId = question.Id });
    }

    /// <summary>The page before refusing an actor; null when there is nothing to refuse.</summary>
    public async Task<RefusePage?> ReadRefusalAsync(TrackedRequest tracked, Guid referralId, CancellationToken ct)
    {
        var request = await db.OrientationRequests.AsNoTracking().WithReferrals().SingleAsync(request => request.Id == tracked.RequestId, ct);
        if (request.Referrals.SingleOrDefault(referral => referral.Id == referralId) is not { } referral || !request.May(Acts.CancelReferral, referral, tracked.By)) return null;
        return new RefusePage(tracked.Token, referralId, await NameOfAsync(referral.ActorId, ct), referral.WasTold, referral.Status == ReferralStatus.DateOffered ? referral.StartsOn : null);
    }

    /// <summary>The page of an act with a message, while the structure may do that to the request; null otherwise.</summary>
    public async Task<MessagePage?> ReadMessageAsync(TrackedRequest tracked, RequestAct act, MessageForm form, CancellationToken ct)
    {
        var request = await db.OrientationRequests.AsNoTracking().WithReferrals().SingleAsync(request => request.Id == tracked.RequestId, ct);
        if (!request.May(act, tracked.By)) return null;
        var today = await profile.TodayAsync(ct);
        return new MessagePage(tracked.Token, request.Reference, form)
        {
            Words = ContactWords.Of(request.Contact.Channel),
            When = today.NextToAct == today.Date ? "aujourd’hui" : $"le {today.NextToAct.InWords}",
            WasTold = request.Referrals.Any(referral => referral.WasTold),
            IsFollower = tracked.IsFollower,
        };
    }

    /// <summary>The page of an act about one actor, while the structure may do it; null otherwise.</summary>
    public async Task<ActorFormPage<TForm>?> ReadActorFormAsync<TForm>(TrackedRequest tracked, Guid referralId, ReferralAct act, TForm form, CancellationToken ct)
    {
        var request = await db.OrientationRequests.AsNoTracking().WithReferrals().SingleAsync(request => request.Id == tracked.RequestId, ct);
        if (request.Referrals.SingleOrDefault(referral => referral.Id == referralId) is not { SentOn: { } sentOn } referral || !request.May(act, referral, tracked.By)) return null;
        return new ActorFormPage<TForm>(tracked.Token, request.Reference, referralId, await NameOfAsync(referral.ActorId, ct), sentOn, form) { Outcome = referral.ReferralOutcome is { } outcome ? ReferralOutcomes.All.LabelOf(outcome) : null };
    }

    private Task<string> NameOfAsync(Guid actorId, CancellationToken ct) =>
        db.SupportActors.Where(actor => actor.Id == actorId).Select(actor => actor.Name).SingleAsync(ct);

    private Task<Dictionary<Guid, OfferFacts>> ReadOffersAsync(List<Guid> ids, CancellationToken ct) => db.SupportOffers
        .Where(offer => ids.Contains(offer.Id))
        .Select(offer => new OfferFacts(offer.Id, offer.Actor!.Name, offer.Actor.IsActive && !offer.Actor.IsSample ? offer.Actor.ImportKey : null, offer.Actor.WebsiteCheckedOn == null ? null : offer.Actor.Website, offer.Content, offer.ConfirmedOn))
        .ToDictionaryAsync(offer => offer.Id, ct);

    /// <summary>Proposals that nobody has put to the structure are still a working note of PLUS.</summary>
    private static bool IsShown(Referral referral) => referral.ConsentAskedAt is not null || referral.WasTold;

    private static TrackedActor ToActor(OrientationRequest request, Referral referral, OfferFacts offer, Author by, bool knowsContact, PlusDay today)
    {
        var reasons = request.Matching?.Proposals.FirstOrDefault(proposal => proposal.OfferId == referral.OfferId)?.Reasons ?? [];
        var isCurrent = referral.Round == request.Round;
        return new TrackedActor
        {
            ReferralId = referral.Id,
            Name = offer.ActorName,
            Sheet = offer.Sheet,
            OfferTitle = offer.Content.Title,
            Status = referral.Status,
            Tag = ReferralWords.TagForStructure(referral),
            IsCurrent = isCurrent,
            Sentence = ReferralWords.ForStructure(referral, knowsContact),
            Word = referral.Status == ReferralStatus.Declined ? request.Notes.Where(note => note.Kind == NoteKind.SentenceForStructure && note.ReferralId == referral.Id).MaxBy(note => note.At)?.Text : null,
            ReasonsMet = Texts(StrongestReasons.Of(reasons)),
            ToCheck = Texts(reasons.Where(reason => reason.MustBeVerified())),
            Question = request.May(Acts.GiveInformation, referral, by) ? request.Notes.LastQuestion(referral.Id)?.Text : null,
            AwaitsConsent = request.May(Acts.GiveConsent, referral, by),
            CanBeRefused = request.May(Acts.CancelReferral, referral, by),
            CanAgreeToDate = request.May(Acts.AgreeToDate, referral, by),
            OutcomeUntil = request.May(Acts.ConfirmOutcome, referral, by) ? referral.OutcomeSettlesOn : null,
            CanReport = request.May(Acts.ReportRung, referral, by),
            Rungs = NotedRungs.Of(request, referral, LadderSide.Structure, by),
            AsksContact = isCurrent && request.Task != StaffTask.NotCalledBack && IsContactAwaited(referral, request.IsUrgent, today) && request.May(Acts.ReportRung, referral, by),
            Website = referral.RevealsContact ? offer.Website : null,
            Practical = referral.IsEnded ? [] : PracticalFact.Of(offer.Content, offer.ConfirmedOn),
        };
    }

    /// <summary>« Avez-vous été rappelée ? »: once the actor took the request, or has had it as long as the mail that asks waits.</summary>
    private static bool IsContactAwaited(Referral referral, bool isUrgent, PlusDay today) => referral is { FirstContactOn: null, SentOn: { } sentOn }
        && ((referral.Status == ReferralStatus.Accepted && !(referral.StartsOn > today.Date)) || (referral.IsAwaitingAnswer && referral.Calendar.AddWorkingDays(sentOn, today.Delays.Of(DelayKind.CalledBack, isUrgent)) <= today.Date));

    private static FirstLead ToLead(Proposal proposal, Dictionary<Guid, OfferFacts> offers) => new(
        proposal.ActorName,
        offers.GetValueOrDefault(proposal.OfferId)?.Sheet,
        proposal.OfferTitle,
        Texts(StrongestReasons.Of(proposal.Reasons)),
        Texts(proposal.Reasons.Where(reason => reason.MustBeVerified())),
        offers.TryGetValue(proposal.OfferId, out var offer) ? PracticalFact.Of(offer.Content, offer.ConfirmedOn) : []);

    private static List<string> Texts(IEnumerable<CriterionOutcome> reasons) => [.. reasons.Select(reason => reason.TextAfterLabel).Where(text => text.Length > 0)];

    private sealed record OfferFacts(Guid Id, string ActorName, string? Sheet, string? Website, OfferContent Content, DateOnly? ConfirmedOn);
}
