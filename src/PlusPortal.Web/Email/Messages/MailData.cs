using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Actors.Absences;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Followers;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Situations;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Email.Messages;

/// <summary>What messages are written from, read when they leave. No free text of a request is among it.</summary>
public sealed class MailData(PortalDb db, DeclaredFacts facts, CurrentProfile profile, TimeProvider clock)
{
    private static readonly string[] FirstFacts = [FactCodes.Asker, FactCodes.Commune];

    /// <summary>Most addresses of one message.</summary>
    public const int MaxRecipients = 20;

    /// <summary>Who was invited to follow the request, where the message is for that person; null where it is for anybody else.</summary>
    public Guid? FollowerId { get; set; }

    /// <summary>Number of the event of the request that caused the message; null when something else did.</summary>
    public int? EventNumber { get; set; }

    /// <summary>A request; null when it is gone, or anonymous: nothing is left to write about, and nobody to write to. Its address and its name are those of the follower for whom the message is.</summary>
    public async Task<RequestFacts?> RequestAsync(Guid id, CancellationToken ct)
    {
        if (await FactsAsync(id, ct) is not { } request) return null;
        if (FollowerId is not { } followerId) return request;
        var follower = await db.RequestFollowers.Following().AsNoTracking().SingleOrDefaultAsync(one => one.Id == followerId && one.RequestId == id, ct);
        if (follower is null) return null;
        var (next, beside) = await NextAsync(id, isFollower: true, ct);
        return request with { ContactName = follower.Name ?? "", Email = follower.Email, FollowerId = follower.Id, IsAddressProven = true, Next = next, NextBesideAsking = beside };
    }

    /// <summary>Another address of the person of a request, with the request; null when it is over.</summary>
    public async Task<(ContactAddressChange Change, RequestFacts Request)?> AddressChangeAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var change = await db.ContactAddressChanges.AsNoTracking().SingleOrDefaultAsync(asked => asked.Id == id, ct);
        if (change is null || !change.IsWaitingAt(now) || await FactsAsync(change.RequestId, ct) is not { } request) return null;
        return (change, request);
    }

    /// <summary>Whoever is invited to follow a request, with the request; null when the invitation is over.</summary>
    public async Task<(RequestFollower Follower, RequestFacts Request)?> InvitedFollowerAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var follower = await db.RequestFollowers.AsNoTracking().SingleOrDefaultAsync(invited => invited.Id == id, ct);
        if (follower is null || !follower.IsInvitedAt(now) || await FactsAsync(follower.RequestId, ct) is not { } request) return null;
        return (follower, request);
    }

    private async Task<RequestFacts?> FactsAsync(Guid id, CancellationToken ct)
    {
        var found = await db.OrientationRequests.AsNoTracking().Where(request => request.Id == id && request.AnonymisedAt == null)
            .Select(request => new
            {
                request.Id,
                request.Reference,
                request.Contact,
                request.Declared,
                request.Correction,
                request.Status,
                request.WaitsFor,
                request.NextDueOn,
                request.AddressProvenAt,
                request.ClosingReason,
                request.ClosedAt,
                request.Stage,
                request.SubStage,
                request.Themes,
                request.IsUrgent,
                request.SignalCodes,
                request.DuplicateOfId,
                request.Round,
            })
            .SingleOrDefaultAsync(ct);
        if (found is null) return null;
        var (next, beside) = await NextAsync(id, isFollower: false, ct);
        var source = new FactSource { Declared = found.Declared, Contact = found.Contact, Correction = found.Correction, Stage = found.Stage, SubStage = found.SubStage, Themes = found.Themes };
        return new RequestFacts(
            found.Id, found.Reference, found.Contact.Name, found.Contact.Email, found.Contact.Channel, facts.RowsFor(FactReaders.Mail, source, FirstFacts),
            found.Status, found.WaitsFor, found.NextDueOn, found.AddressProvenAt is not null, found.ClosingReason, found.ClosedAt,
            source.Departement, found.IsUrgent, found.SignalCodes.Contains(TriageSignals.Indesirable), found.DuplicateOfId, found.Round)
        {
            Next = next,
            NextBesideAsking = beside,
        };
    }

    /// <summary>What the structure must do now, what happens and by when: the sentences of its page; the same beside something that the message asks.</summary>
    private async Task<(string Next, string BesideAsking)> NextAsync(Guid id, bool isFollower, CancellationToken ct)
    {
        var today = await profile.TodayAsync(ct);
        var request = (await db.OrientationRequests.AsNoTracking().WithReferrals().SingleAsync(request => request.Id == id, ct)).WithoutHeldAnswers(clock.GetUtcNow(), today);
        var actorIds = request.Referrals.Select(referral => referral.ActorId).ToList();
        var actors = await db.SupportActors.Where(actor => actorIds.Contains(actor.Id)).Select(actor => new { actor.Id, actor.Name }).ToDictionaryAsync(actor => actor.Id, actor => actor.Name, ct);
        var names = request.Referrals.Where(referral => referral.ConsentAskedAt is not null || referral.WasTold).ToDictionary(referral => referral.Id, referral => actors[referral.ActorId]);
        var kept = request.DuplicateOfId is { } keptId ? await ReferenceAsync(keptId, ct) : null;
        return (Read(ReadingPlace.Message), Read(ReadingPlace.AskingMessage));

        string Read(ReadingPlace place) => SituationReading.ForStructure(request, names, kept, isFollower, today, place).Text;
    }

    /// <summary>Whether the last word of the actor of a referral is that the structure was reached.</summary>
    public async Task<bool> IsReachedSinceAsync(Guid referralId, CancellationToken ct) =>
        (await db.Set<LadderReport>().AsNoTracking().Where(report => report.ReferralId == referralId && report.Side == LadderSide.Actor).ToListAsync(ct)).LastContact(LadderSide.Actor) is { Rung: not Rung.Unreachable };

    /// <summary>A referral with its request; null when it is gone.</summary>
    public async Task<ReferralFacts?> ReferralAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Referrals.AsNoTracking().Where(referral => referral.Id == id)
            .Join(db.SupportActors, referral => referral.ActorId, actor => actor.Id, (referral, actor) => new { Referral = referral, actor.Name })
            .SingleOrDefaultAsync(ct);
        if (found is null || await RequestAsync(found.Referral.RequestId, ct) is not { } request) return null;
        var whole = await db.OrientationRequests.AsNoTracking().WithReferrals().SingleAsync(whole => whole.Id == request.Id, ct);
        var referral = whole.Referrals.Single(referral => referral.Id == id);
        return new ReferralFacts(found.Referral, found.Name, request, SituationReading.ForActor(whole, referral, mayAnswer: false, await profile.TodayAsync(ct)).Text);
    }

    /// <summary>The referrals of the current round with the names of their actors, in the order of choice.</summary>
    public async Task<IReadOnlyList<ActorAsked>> CurrentReferralsAsync(RequestFacts request, CancellationToken ct) =>
        await db.Referrals.AsNoTracking().Where(referral => referral.RequestId == request.Id && referral.Round == request.Round)
            .Join(db.SupportActors, referral => referral.ActorId, actor => actor.Id, (referral, actor) => new { referral, actor.Name })
            .OrderBy(row => row.referral.Id)
            .Select(row => new ActorAsked(row.Name, row.referral.Status, row.referral.ExpiresOn, row.referral.ConsentAskedAt, row.referral.ConsentGivenAt, row.referral.PauseEndsOn, row.referral.FirstContactOn))
            .ToListAsync(ct);

    /// <summary>Who had a request that is anonymous now; null while it is not.</summary>
    public async Task<(Guid ActorId, string Reference)?> ErasedReferralAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Referrals.AsNoTracking().Where(referral => referral.Id == id && referral.Request!.AnonymisedAt != null)
            .Select(referral => new { referral.ActorId, referral.Request!.Reference }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.ActorId, found.Reference);
    }

    /// <summary>Reference of a request.</summary>
    public Task<string?> ReferenceAsync(Guid id, CancellationToken ct) =>
        db.OrientationRequests.Where(request => request.Id == id).Select(request => request.Reference).SingleOrDefaultAsync(ct);

    /// <summary>The event of a request that caused the message, or the last one among some kinds when it is not known.</summary>
    public Task<LastEvent?> LastEventAsync(Guid requestId, IReadOnlyCollection<EventKind> kinds, CancellationToken ct) =>
        db.Set<TimelineEvent>().Where(entry => entry.RequestId == requestId && kinds.Contains(entry.Kind) && (EventNumber == null || entry.Number <= EventNumber)).OrderByDescending(entry => entry.Number)
            .Select(entry => new LastEvent(entry.Kind, entry.ReasonCode, db.Referrals.Any(referral => referral.Id == entry.ReferralId && referral.IsByHand),
                db.Referrals.Any(referral => referral.Id == entry.ReferralId && referral.Status == ReferralStatus.Cancelled && referral.StartsOn != null && referral.FirstContactDueOn == null), entry.Channel)).FirstOrDefaultAsync(ct);

    /// <summary>Last thing, among some kinds, that happened to a referral; null when none did.</summary>
    public Task<EventKind?> LastKindAsync(Guid referralId, IReadOnlyCollection<EventKind> kinds, CancellationToken ct) =>
        db.Set<TimelineEvent>().Where(entry => entry.ReferralId == referralId && kinds.Contains(entry.Kind)).OrderByDescending(entry => entry.Number).Select(entry => (EventKind?)entry.Kind).FirstOrDefaultAsync(ct);

    /// <summary>Day on which staff are offered to end a request whose structure does not answer; null when it is gone.</summary>
    public async Task<DateOnly?> EndOfferedOnAsync(Guid requestId, CancellationToken ct)
    {
        var today = await profile.TodayAsync(ct);
        var found = await db.OrientationRequests.Where(request => request.Id == requestId).Select(request => new { request.StatusSinceOn, request.IsUrgent }).SingleOrDefaultAsync(ct);
        return found is null ? null : OrientationRequest.EndOfferedOn(found.StatusSinceOn, found.IsUrgent, today);
    }

    /// <summary>Whether a text of that kind was written about a request.</summary>
    public Task<bool> HasTextAsync(Guid requestId, NoteKind kind, CancellationToken ct) => db.Set<RequestNote>().AnyAsync(note => note.RequestId == requestId && note.Kind == kind, ct);

    /// <summary>Whether somebody of an actor has an account that opens.</summary>
    public Task<bool> HasAccountsAsync(Guid actorId, CancellationToken ct) => AccountsOf(actorId).AnyAsync(ct);

    /// <summary>Key of the public sheet of an actor; null when it has none.</summary>
    public Task<string?> SheetOfAsync(Guid actorId, CancellationToken ct) =>
        db.SupportActors.Where(actor => actor.Id == actorId && actor.IsActive && !actor.IsSample).Select(actor => (string?)actor.ImportKey).SingleOrDefaultAsync(ct);

    /// <summary>Whom a request waits for; null when it is gone.</summary>
    public Task<WaitsFor?> WaitsForAsync(Guid requestId, CancellationToken ct) =>
        db.OrientationRequests.Where(request => request.Id == requestId).Select(request => (WaitsFor?)request.WaitsFor).SingleOrDefaultAsync(ct);

    /// <summary>Addresses of those who answer for an actor: its accounts, else the address staff checked. None while its record is unverified.</summary>
    public async Task<IReadOnlyList<string>> PartnersOfAsync(Guid actorId, CancellationToken ct)
    {
        var actor = await db.SupportActors.AsNoTracking().Where(candidate => candidate.Id == actorId)
            .Select(candidate => new { candidate.Verification, candidate.ContactEmail }).SingleOrDefaultAsync(ct);
        if (actor is null || actor.Verification == VerificationStatuses.NonVerifiee) return [];
        var accounts = await AccountsOf(actorId)
            .OrderBy(user => user.CreatedAt).ThenBy(user => user.Id).Select(user => user.Email!).Take(MaxRecipients).ToListAsync(ct);
        if (accounts.Count > 0) return accounts;
        return actor.ContactEmail is { } email ? [email] : [];
    }

    /// <summary>Addresses of those who answer for an actor on that day in the place of its people: to be copied by the mails that ask it for something. None while its record is unverified.</summary>
    public async Task<IReadOnlyList<string>> SubstitutesOfAsync(Guid actorId, DateOnly day, CancellationToken ct) =>
        await db.SupportActors.AnyAsync(actor => actor.Id == actorId && actor.Verification != VerificationStatuses.NonVerifiee, ct) ? await db.SubstitutesOfAsync(actorId, day, ct) : [];

    /// <summary>Whom to ask for something at an actor: its people, and in copy those who answer in their place today.</summary>
    public async Task<(IReadOnlyList<string> People, IReadOnlyList<string> Substitutes)> AnswerersOfAsync(Guid actorId, CancellationToken ct)
    {
        var people = await PartnersOfAsync(actorId, ct);
        return people.Count == 0 ? ([], []) : (people, [.. (await SubstitutesOfAsync(actorId, clock.TodayInParis, ct)).Except(people, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Whom PLUS decided to tell by a message of that kind; the address of every staff account unless it decided otherwise.</summary>
    public async Task<IReadOnlyList<string>> StaffAsync(MailKind kind, CancellationToken ct)
    {
        var audience = (await profile.GetAsync(ct)).AudienceOf(kind);
        if (audience.Kind != AudienceKind.EveryAccount) return audience.Addresses;
        string[] roles = [PortalRoles.Staff, PortalRoles.Administrator];
        return await db.Users
            .Where(user => !user.IsDisabled && user.Email != null && db.UserRoles.Any(link => link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && roles.Contains(role.Name!))))
            .OrderBy(user => user.CreatedAt).ThenBy(user => user.Id).Select(user => user.Email!).Take(MaxRecipients).ToListAsync(ct);
    }

    /// <summary>People of an actor who can sign in and read a message.</summary>
    private IQueryable<PortalUser> AccountsOf(Guid actorId) => db.Users.Where(user => user.SupportActorId == actorId && !user.IsDisabled && user.Email != null);
}

/// <summary>A request, as messages may speak of it.</summary>
public sealed record RequestFacts(
    Guid Id, string Reference, string ContactName, string Email, string ContactChannel, IReadOnlyList<FactRow> Told,
    RequestStatus Status, WaitsFor WaitsFor, DateOnly? NextDueOn, bool IsAddressProven, string? ClosingReason, DateTimeOffset? ClosedAt,
    string Departement, bool IsUrgent, bool IsUnwanted, Guid? DuplicateOfId, int Round)
{
    /// <summary>What the structure must do now, what happens and by when: what its page says.</summary>
    public required string Next { get; init; }

    /// <summary>The same, in a message that asks something: never « vous n’avez rien à faire ».</summary>
    public required string NextBesideAsking { get; init; }

    /// <summary>Who was invited to follow it, where <see cref="Email"/> is that person's; null where it is that of the person who sent it.</summary>
    public Guid? FollowerId { get; init; }
}

/// <summary>A referral with the name of its actor and its request.</summary>
/// <param name="Referral">The referral.</param>
/// <param name="ActorName">Name of the actor.</param>
/// <param name="Request">Its request.</param>
/// <param name="NextForActor">What the actor does, said to it: what its page says.</param>
public sealed record ReferralFacts(Referral Referral, string ActorName, RequestFacts Request, string NextForActor);

/// <summary>An actor chosen for a request.</summary>
public sealed record ActorAsked(string Name, ReferralStatus Status, DateOnly? ExpiresOn, DateTimeOffset? ConsentAskedAt, DateTimeOffset? ConsentGivenAt, DateOnly? PauseEndsOn, DateOnly? FirstContactOn)
{
    /// <summary>Whether its answer is awaited.</summary>
    public bool IsAwaitingAnswer => Status is ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.DateOffered;

    /// <summary>Whether the structure must still agree to it.</summary>
    public bool AwaitsConsent => Status == ReferralStatus.Proposed && ConsentAskedAt is not null && ConsentGivenAt is null;
}

/// <summary>The last thing that happened to a request.</summary>
/// <param name="Kind">What.</param>
/// <param name="ReasonCode">Its code; null when none.</param>
/// <param name="IsByHand">Whether it is about an actor whom staff tell by themselves.</param>
/// <param name="IsDateRefused">Whether it is about an actor whose later day was refused.</param>
/// <param name="Through">Through what.</param>
public sealed record LastEvent(EventKind Kind, string? ReasonCode, bool IsByHand, bool IsDateRefused, Channel Through);
