using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests.Ladder;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Features.Admin.Requests.ByHand;
using PlusPortal.Web.Features.Admin.Requests.Choosing;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Situations;
using PlusPortal.Web.Privacy;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Requests.Request;

/// <summary>Reads everything that the page of a request shows, in a fixed number of commands.</summary>
public sealed class RequestPageReader(PortalDb db, StaffActions actions, ActWords words, DeclaredFacts facts, TransmissionReader transmissions, CurrentLexicon lexicon, AuditLog audit, CurrentProfile profile, HandTextReader handTexts)
{
    /// <summary>Proposals shown and offered to choose; the others are found by the search of another actor.</summary>
    public const int MostProposals = 12;

    /// <summary>Near misses shown.</summary>
    public const int MostNearMisses = 5;

    /// <summary>Other exclusions shown.</summary>
    public const int MostExclusions = 60;

    /// <summary>Steps of the clock shown.</summary>
    public const int MostRecords = 50;

    private const int MostTexts = 200;
    private const int MostMails = 100;

    /// <summary>Reads the page; null when there is no such request.</summary>
    public async Task<RequestPage?> ReadAsync(string reference, Author by, CancellationToken ct)
    {
        var request = await db.OrientationRequests.AsNoTracking().Include(loaded => loaded.Referrals).Include(loaded => loaded.Followers.Where(follower => follower.EndedAt == null))
            .Include(loaded => loaded.ClockRecords).Include(loaded => loaded.LadderReports).Include(loaded => loaded.Notes.Where(note => note.Kind == NoteKind.InformationAdded)).AsSplitQuery().SingleOrDefaultAsync(loaded => loaded.Reference == reference, ct);
        if (request is null) return null;
        request.ReadWith(await lexicon.GetAsync(ct));

        audit.ReadWhole(request);
        var shown = (request.Matching?.Proposals ?? []).Take(MostProposals).ToList();
        var reach = await db.ReachOfAsync(ActorsNamedBy(request, shown), ct);
        var names = reach.ToDictionary(pair => pair.Key, pair => pair.Value.Name);
        var texts = await handTexts.ReadAsync(request, ct);
        var disputed = await DisputedAsync(request, ct);
        var titles = await OfferTitlesAsync(request, ct);
        var people = await PeopleAsync(request, ct);
        var chosen = request.Referrals.Where(referral => referral.Round == request.Round && referral.Status != ReferralStatus.Cancelled).Select(referral => referral.ActorId).ToHashSet();
        var proposals = shown.Select(proposal => new ProposalCard(proposal, reach.GetValueOrDefault(proposal.ActorId), chosen.Contains(proposal.ActorId))).ToList();
        var today = await profile.TodayAsync(ct);
        return new RequestPage
        {
            Head = RequestHead.Of(request),
            Request = request,
            By = by,
            Buttons = actions.Of(request, by),
            Today = today,
            Next = SituationReading.ForStaff(request, request.Referrals.ToDictionary(referral => referral.Id, referral => names.GetValueOrDefault(referral.ActorId, "l’acteur")), today),
            Declaration = DeclarationRows.Of(facts, request, names),
            AssigneeName = request.AssigneeId is { } assignee ? people.GetValueOrDefault(assignee) : null,
            CorrectedByName = request.Correction is { } correction ? people.GetValueOrDefault(correction.ById) : null,
            KeptReference = request.DuplicateOfId is { } kept ? await db.OrientationRequests.Where(other => other.Id == kept).Select(other => other.Reference).SingleOrDefaultAsync(ct) : null,
            PrecedingReference = request.PrecededById is { } preceding ? await db.OrientationRequests.Where(other => other.Id == preceding).Select(other => other.Reference).SingleOrDefaultAsync(ct) : null,
            Followers = [.. request.Followers.OrderBy(follower => follower.InvitedAt).ThenBy(follower => follower.Id).Select(follower => new FollowerCard(follower.Id, follower.Name, follower.Email, follower.InvitedAt, follower.JoinedAt))],
            Proposals = proposals,
            MoreProposals = Math.Max(0, (request.Matching?.Proposals.Count ?? 0) - shown.Count),
            Referrals = [.. request.Referrals.OrderByDescending(referral => referral.Round).ThenBy(referral => referral.Role).ThenBy(referral => referral.ProposedAt).ThenBy(referral => referral.Id).Select(Card)],
            Story = await StoryAsync(request.Id, names, request, ct),
            Mails = await MailsAsync(request, names, ct),
            Transmissions = await transmissions.ReadAsync(request, ct),
            StepsToCome = request.StepsToCome(await profile.TodayAsync(ct)),
            Choose = ChooseFrom(proposals),
        };

        ReferralCard Card(Referral referral) => new(
            referral,
            names.GetValueOrDefault(referral.ActorId, ""),
            titles.GetValueOrDefault(referral.OfferId, ""),
            reach.GetValueOrDefault(referral.ActorId),
            referral.BetterActorId is { } better ? names.GetValueOrDefault(better) : null,
            texts.GetValueOrDefault(referral.Id),
            request.IsCurrent(referral),
            actions.Of(request, referral, names.GetValueOrDefault(referral.ActorId, ""), by))
        {
            Disagrees = disputed.Contains(referral.Id),
        };
    }

    /// <summary>Referrals of which the two sides say what cannot both be true.</summary>
    private async Task<HashSet<Guid>> DisputedAsync(OrientationRequest request, CancellationToken ct) => request.Referrals.Any(referral => referral.WasTold)
        ? [.. await db.Disagreements(after: null, request.Referrals.Count, request.Id).Select(row => row.ReferralId).ToListAsync(ct)]
        : [];

    private static ChooseForm ChooseFrom(IEnumerable<ProposalCard> proposals) => new()
    {
        Lines = [.. proposals.Where(card => !card.IsChosen).Select(card => new ChooseLine { OfferId = card.Proposal.OfferId, Role = card.Proposal.Role })],
    };

    private static HashSet<Guid> ActorsNamedBy(OrientationRequest request, IEnumerable<Proposal> proposals) =>
    [
        .. proposals.Select(proposal => proposal.ActorId),
        .. request.Referrals.Select(referral => referral.ActorId),
        .. request.Referrals.Select(referral => referral.BetterActorId).OfType<Guid>(),
        .. request.Declared.AlreadyMetActorIds,
    ];

    private async Task<Dictionary<Guid, string>> OfferTitlesAsync(OrientationRequest request, CancellationToken ct)
    {
        var ids = request.Referrals.Select(referral => referral.OfferId).ToHashSet();
        if (ids.Count == 0) return [];
        var offers = await db.SupportOffers.AsNoTracking().Where(offer => ids.Contains(offer.Id)).Select(offer => new { offer.Id, offer.Content }).ToListAsync(ct);
        return offers.ToDictionary(offer => offer.Id, offer => offer.Content.Title);
    }

    private async Task<Dictionary<Guid, string>> PeopleAsync(OrientationRequest request, CancellationToken ct)
    {
        var ids = new[] { request.AssigneeId, request.Correction?.ById }.OfType<Guid>().ToHashSet();
        return await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, ct);
    }

    private async Task<IReadOnlyList<StoryLine>> StoryAsync(Guid requestId, Dictionary<Guid, string> names, OrientationRequest request, CancellationToken ct)
    {
        var events = await db.TimelineAsync(words, requestId, after: 0, ct);
        var texts = await db.Set<RequestNote>().AsNoTracking().Where(note => note.RequestId == requestId)
            .OrderByDescending(note => note.At).ThenByDescending(note => note.Id).Take(MostTexts)
            .Select(note => new { Note = note, Author = db.Users.Where(user => user.Id == note.AuthorId).Select(user => user.DisplayName).FirstOrDefault() })
            .ToListAsync(ct);
        var actorOf = request.Referrals.ToDictionary(referral => referral.Id, referral => names.GetValueOrDefault(referral.ActorId));

        // The note is its own line: the event that announces it would only repeat it.
        var told = events.Where(entry => entry.Kind != EventKind.NoteAdded)
            .Select(entry => (entry.At, Order: entry.Number * 2, Line: new StoryLine(entry.At, entry.Sentence, entry.Through, null, IsInternal: false)));
        var written = texts.Select(text => (
            text.Note.At,
            Order: int.MaxValue,
            Line: new StoryLine(
                text.Note.At,
                NoteLabels.Title(text.Note.Kind, text.Author, text.Note.ReferralId is { } id ? actorOf.GetValueOrDefault(id) : null),
                null,
                text.Note.Text,
                NoteLabels.IsForStaffOnly(text.Note.Kind))));
        return [.. told.Concat(written).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Order).Select(entry => entry.Line)];
    }

    private async Task<IReadOnlyList<MailLine>> MailsAsync(OrientationRequest request, Dictionary<Guid, string> names, CancellationToken ct)
    {
        var subjects = request.Referrals.Select(referral => referral.Id).Append(request.Id).ToList();
        var actorOf = request.Referrals.ToDictionary(referral => referral.Id, referral => names.GetValueOrDefault(referral.ActorId));
        var messages = await db.Outbox.AsNoTracking().Where(message => subjects.Contains(message.SubjectId))
            .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id).Take(MostMails)
            .Select(message => new { message.Kind, message.State, message.CreatedAt, message.SentAt, message.SubjectId }).ToListAsync(ct);
        return [.. messages.Select(message => new MailLine(message.Kind, message.State, message.CreatedAt, message.SentAt, actorOf.GetValueOrDefault(message.SubjectId)))];
    }
}
