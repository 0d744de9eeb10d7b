using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Followers;
using PlusPortal.Web.Labels.Rights;
using PlusPortal.Web.Privacy;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Public.Tracking.Rights;

/// <summary>Reads everything that the portal holds about the person of a request, behind the link that went to its address. Of other people it gives no more than the names of actors: staff are « l’équipe PLUS ».</summary>
public sealed class DataCopyReader(PortalDb db, DeclaredFacts facts, ActWords words, TransmissionReader transmissions, AuditLog audit, TimeProvider clock)
{
    private const string Team = "L’équipe PLUS";

    /// <summary>The whole copy; null when the link opens nothing.</summary>
    /// <param name="token">Token of the link.</param>
    /// <param name="what">What becomes of the copy, for the audit.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<DataCopy?> ReadAsync(string? token, AuditAct what, CancellationToken ct)
    {
        if (token?.Length != LinkTokens.TextLength) return null;
        var requestId = await db.AccessLinks.Usable(token, LinkPurpose.PersonalData, clock.GetUtcNow()).Select(link => (Guid?)link.SubjectId).SingleOrDefaultAsync(ct);
        var request = requestId is null ? null : await db.OrientationRequests.AsNoTracking().WithStory().WithFollowers().SingleOrDefaultAsync(request => request.Id == requestId && request.AnonymisedAt == null, ct);
        if (request is null) return null;
        audit.WriteAbout(request.Id, what);
        return await CopyAsync(request, ct);
    }

    private async Task<DataCopy> CopyAsync(OrientationRequest request, CancellationToken ct)
    {
        Guid[] named = [.. request.Referrals.Select(referral => referral.ActorId), .. request.Declared.AlreadyMetActorIds];
        var names = await db.SupportActors.Where(actor => named.Contains(actor.Id)).ToDictionaryAsync(actor => actor.Id, actor => actor.Name, ct);
        var actorOf = request.Referrals.ToDictionary(referral => referral.Id, referral => names.GetValueOrDefault(referral.ActorId, ""));
        return new DataCopy
        {
            MadeAt = clock.GetUtcNow(),
            Reference = request.Reference,
            Status = new Coded($"{request.Status}", request.Status.ForStructure),
            SubmittedAt = request.SubmittedAt,
            ClosedAt = request.ClosedAt,
            ClosingReason = In(ClosingReasons.All, request.ClosingReason),
            Contact = new CopiedContact(
                request.Contact.Name, request.Contact.Email, request.Contact.Phone, In(ContactChannels.All, request.Contact.Channel)!, In(ContactSlots.All, request.Contact.Slot), request.AddressProvenAt),
            Consent = new CopiedConsent(request.ConsentedAt, request.ConsentTextVersion, new Coded($"{request.TransmissionRule}", RuleLabel(request.TransmissionRule))),
            Declaration = [.. facts.WholeOf(FactSource.Of(request, names)).Select(row => new CopiedAnswer(row.Code, row.Label, row.Value, row.Corrected))],
            DeclaredCodes = request.Declared,
            Signals = [.. request.SignalCodes.Select(code => In(TriageSignals.All, code)!)],
            Summary = request.Summary,
            Texts = [.. request.Notes.OrderBy(note => note.At).ThenBy(note => note.Id).Select(note => TextOf(request, note, note.ReferralId is { } id ? actorOf.GetValueOrDefault(id) : null))],
            Timeline = [.. request.Timeline.OrderBy(entry => entry.Number).Select(entry => new CopiedEvent(entry.At, $"{entry.Kind}", SentenceOf(request, entry, entry.ReferralId is { } id ? actorOf.GetValueOrDefault(id) : null)))],
            Referrals = [.. request.Referrals.OrderBy(referral => referral.ProposedAt).ThenBy(referral => referral.Id).Select(referral => ReferralOf(referral, actorOf[referral.Id]))],
            Transmissions = await transmissions.ReadAsync(request, ct),
            Proposals = [.. (request.Matching?.Proposals ?? []).Select(proposal => new CopiedProposal(proposal.ActorName, proposal.OfferTitle, [.. proposal.Reasons.Select(reason => reason.Text)]))],
            Excluded = [.. (request.Matching?.Excluded ?? []).Select(exclusion => new CopiedProposal(exclusion.ActorName, exclusion.OfferTitle, [exclusion.Text, .. new[] { exclusion.Lacking }.OfType<string>()]))],
            Followers = [.. request.Followers.OrderBy(follower => follower.InvitedAt).ThenBy(follower => follower.Id).Select(follower => new CopiedFollower("Une personne invitée", follower.InvitedAt, follower.JoinedAt, follower.EndedAt))],
            Mails = await MailsAsync(request, ct),
            Links = await LinksAsync(request, ct),
        };
    }

    private async Task<List<CopiedMail>> MailsAsync(OrientationRequest request, CancellationToken ct)
    {
        Guid[] subjects = [request.Id, .. request.Referrals.Select(referral => referral.Id)];
        var messages = await db.Outbox.AsNoTracking().Where(message => subjects.Contains(message.SubjectId)).OrderBy(message => message.CreatedAt).ThenBy(message => message.Id)
            .Select(message => new { message.Kind, message.CreatedAt, message.SentAt, message.State }).ToListAsync(ct);
        return messages.ConvertAll(message => new CopiedMail(new Coded($"{message.Kind}", message.Kind.Label), message.CreatedAt, message.SentAt, new Coded($"{message.State}", message.State.Label)));
    }

    private async Task<List<CopiedLink>> LinksAsync(OrientationRequest request, CancellationToken ct)
    {
        Guid[] subjects = [request.Id, .. request.Followers.Select(follower => follower.Id)];
        var links = await db.AccessLinks.AsNoTracking().Where(link => subjects.Contains(link.SubjectId)).OrderBy(link => link.CreatedAt).ThenBy(link => link.ExpiresAt)
            .Select(link => new { link.Purpose, link.CreatedAt, link.ExpiresAt, link.RevokedAt }).ToListAsync(ct);
        return links.ConvertAll(link => new CopiedLink(new Coded($"{link.Purpose}", link.Purpose.Label), link.CreatedAt, link.ExpiresAt, link.RevokedAt));
    }

    private static CopiedText TextOf(OrientationRequest request, RequestNote note, string? actor) => new(
        note.At, new Coded($"{note.Kind}", NoteLabels.Title(note.Kind, Team, actor)), note.AuthorKind switch
        {
            AuthorKind.Structure => request.Timeline.Any(entry => entry.At == note.At && entry.Channel == Channel.FollowerPage) ? "Une personne invitée" : "Vous",
            AuthorKind.Staff => Team,
            AuthorKind.Partner => actor ?? "Un interlocuteur",
            AuthorKind.System => "Le portail",
        }, note.Text);

    /// <summary>As the structure reads it on its page, and what happens inside PLUS without anybody's name.</summary>
    private string SentenceOf(OrientationRequest request, TimelineEvent entry, string? actor)
    {
        var told = StructureFacts.Of(request, entry, actor);
        return words.ForStructure(told) ?? words.ForStaff(told);
    }

    private static CopiedReferral ReferralOf(Referral referral, string actor) => new(
        actor, new Coded($"{referral.Status}", referral.Status.ForStaff), referral.ProposedAt, referral.ConsentGivenAt, referral.SentAt, referral.AnsweredAt,
        In(DeclineReasons.All, referral.DeclineReason), In(ReferralOutcomes.All, referral.ReferralOutcome));

    private static string RuleLabel(TransmissionRule rule) => rule switch
    {
        TransmissionRule.PlusChooses => "PLUS choisit les interlocuteurs et leur transmet ma demande",
        TransmissionRule.AskMeFirst => "Demandez-moi avant chaque transmission",
    };

    private static Coded? In(TermList terms, string? code) => code is null ? null : new Coded(code, terms.LabelOf(code));
}
