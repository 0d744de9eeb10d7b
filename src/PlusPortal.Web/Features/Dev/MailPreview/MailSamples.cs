using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Digests;
using PlusPortal.Data.Geography;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.People;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Retention;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Samples;

namespace PlusPortal.Web.Features.Dev.MailPreview;

/// <summary>For each kind of message, an invented situation in which it leaves, reached by the acts that lead there: what happens and what comes next are those of the pages.</summary>
/// <param name="db">Where the situation is added.</param>
/// <param name="clock">Current time.</param>
public sealed partial class MailSamples(PortalDb db, TimeProvider clock)
{
    private static readonly SampleActor Actor = SampleActors.Associations with { Key = "apercu-des-messages", Email = "apercu-acteur@example.org" };

    private static readonly SampleActor Other = SampleActors.Cooperatives with { Key = "apercu-autre-acteur", Email = "apercu-autre-acteur@example.org" };

    // A message that follows a day which has passed is about a situation that began long before.
    private int daysAgo;

    // An answer is told once it can no longer be taken back.
    private DateTimeOffset Now => clock.GetUtcNow().AddDays(-daysAgo).AddMinutes(-Referral.UndoMinutes);

    private PlusDay Today => new(Now.ParisDay, PlusCalendar.Usual);

    private Author Staff => Author.Staff(Guid.CreateVersion7(Now));

    private Author Partner => Author.Partner(Guid.CreateVersion7(Now));

    /// <summary>Adds the situation to the context and returns what the message is about.</summary>
    public async Task<Guid> AddAsync(MailKind kind, string variant, CancellationToken ct)
    {
        daysAgo = DaysBefore(kind, variant);
        var request = await RequestAsync(kind == MailKind.UrgentRequestForStaff ? SampleNeeds.Urgent : SampleNeeds.FirstEmployee, kind is MailKind.ConsentAsked or MailKind.ConsentReminder || variant == MailVariants.NoneSuits ? TransmissionRule.AskMeFirst : TransmissionRule.PlusChooses, ct);
        var subjectId = await SubjectAsync(kind, variant, request, ct);
        foreach (var answered in db.OrientationRequests.Local) answered.SettleAnswers(clock.GetUtcNow());
        return subjectId;
    }

    /// <summary>How many days ago it all began: as long as the clock waits before it says so.</summary>
    private static int DaysBefore(MailKind kind, string variant) => (kind, variant) switch
    {
        (MailKind.UntouchedDraft, _) => 4,
        (MailKind.ConsentReminder or MailKind.DateReminder, _) => 4,
        (MailKind.QuestionReminder, MailVariants.ByActor) => 4,
        (MailKind.QuestionReminder, _) => 6,
        (MailKind.ReferralReminder or MailKind.OutcomeReminder, _) => 8,
        (MailKind.ReferralChangedForPartner, MailVariants.QuestionLapsed or MailVariants.DateLapsed) => 12,
        (MailKind.FirstContactNudge, _) => 12,
        (MailKind.CalledBackQuestion or MailKind.StillSearching, _) => 15,
        (MailKind.ReferralLastCall, _) => 18,
        (MailKind.EndNotice or MailKind.StaffOverdue, _) => 23,
        (MailKind.ReferralTakenOver, _) or (_, MailVariants.Expired) => 30,
        (MailKind.NewsNudge, _) => 35,
        (MailKind.LaterSatisfaction, _) => 185,
        (MailKind.DormantRequest, _) => 366,
        _ => 0,
    };

    private async Task<Guid> SubjectAsync(MailKind kind, string variant, OrientationRequest request, CancellationToken ct)
    {
        return kind switch
        {
            MailKind.RequestReceived or MailKind.NewTrackingLink or MailKind.UrgentRequestForStaff or MailKind.ErasureLink => request.Id,
            MailKind.LinkToCorrectedAddress => AddressCorrected(request).Id,
            MailKind.PersonalDataLink => DataLinkSent(request).Id,
            MailKind.PassageMaskedForStructure => Masked(request).Id,
            MailKind.ResumeDraft => Draft(),
            MailKind.QuestionForStructure => Questioned(request, variant).Id,
            MailKind.ConsentAsked => Asked(request).Id,
            MailKind.RequestSent => Sent(request).RequestId,
            MailKind.ReferralAcceptedForStructure or MailKind.FollowUpForPartner => variant == MailVariants.DateAgreed ? DateAgreed(request).Id : Accepted(request).Id,
            MailKind.ContactCode or MailKind.FirstContactNudge => Accepted(request).Id,
            MailKind.ReferralDeclinedForStructure => variant switch
            {
                MailVariants.Expired => Expired(request).Id,
                MailVariants.HandedBack => HandedBack(request).Id,
                _ => Declined(request).Id,
            },
            MailKind.RequestClosed => variant switch
            {
                MailVariants.Helped => Confirmed(request).Id,
                MailVariants.Withdrawn => Withdrawn(request).Id,
                _ => Closed(request).Id,
            },
            MailKind.ReferralForPartner or MailKind.ReferralReminder or MailKind.NewActorLink => Sent(request).Id,
            MailKind.PassageMaskedForPartner => MaskedOnceSent(request).Id,
            MailKind.ReferralChangedForPartner => variant switch
            {
                MailVariants.QuestionLapsed => QuestionLapsed(request).Id,
                MailVariants.DateLapsed => DateLapsed(request).Id,
                MailVariants.Corrected => Corrected(request).Id,
                MailVariants.Expired => Expired(request).Id,
                MailVariants.TakenBack => Cancelled(request).Id,
                MailVariants.DateRefused => DateRefused(request, Author.Structure).Id,
                _ => Changed(request).Id,
            },
            MailKind.OfferRevisionDecided => Revised().Id,
            MailKind.StaffAttention => variant switch
            {
                MailVariants.NotCalledBack => NotCalledBack(request).Id,
                MailVariants.NoneSuits => NoneSuits(request).Id,
                MailVariants.DateRefused => DateRefused(request, Author.Structure).RequestId,
                _ => Declined(request).RequestId,
            },
            MailKind.PasswordReset or MailKind.PasswordChanged or MailKind.SecondFactorChanged => Person().Id,
            MailKind.Invitation or MailKind.InvitationOfKnownPerson => Invited(),
            MailKind.AccessRemoved => Person(isDisabled: true).Id,
            MailKind.ActorWithoutPeople => Sent(request).ActorId,
            MailKind.AccessRestored or MailKind.FactorReset => Person().Id,
            MailKind.RoleChanged => await ManagerAsync(ct),
            MailKind.AddressChangeForOld or MailKind.AddressChangeForNew => Changing().Id,
            MailKind.AddressChanged => Moved(),
            MailKind.UntouchedDraft => Draft(),
            MailKind.SheetDue => Due(),
            MailKind.OffersSuspended => variant switch
            {
                MailVariants.Several => Suspended(SuspensionCause.Unconfirmed, several: true),
                MailVariants.Silent => Suspended(SuspensionCause.Silence),
                _ => Suspended(SuspensionCause.Unconfirmed),
            },
            MailKind.MailParked => Parked(request),
            MailKind.ActorSilent => Suspended(SuspensionCause.Silence),
            MailKind.PartnerWeek => Waited(request),
            MailKind.StaffWeek => Week(),
            MailKind.DormantRequest => Dormant(request).Id,
            MailKind.AccountUnused => Unused(),
            MailKind.RetentionReport => Report(),
            MailKind.ErasureDone => Erased(request).RequestId,
            MailKind.RequestErasedForPartner => Erased(request).Id,
            MailKind.DateOffered or MailKind.DateReminder => DateOffered(request).Id,
            MailKind.QuestionReminder or MailKind.EndNotice => Questioned(request, variant).Id,
            MailKind.ConsentReminder => Asked(request).Id,
            MailKind.CalledBackQuestion or MailKind.StillSearching => Sent(request).RequestId,
            MailKind.OutcomeToConfirm or MailKind.OutcomeReminder => Completed(request, ReferralOutcomes.AideApportee).Id,
            MailKind.ReferralEndedForStructure => Completed(request, variant == MailVariants.Unreachable ? ReferralOutcomes.Injoignable : ReferralOutcomes.EchangeSansSolution).Id,
            MailKind.LaterSatisfaction => Closed(request).Id,
            MailKind.ReferralCancelledForStructure => variant == MailVariants.DateRefused ? DateRefused(request, Author.StaffHearing(Guid.CreateVersion7(Now), Channel.Telephone)).Id : Cancelled(request).Id,
            MailKind.ReferralCorrectedForStructure => Corrected(request).Id,
            MailKind.CouldNotReach => Unreached(request).Id,
            MailKind.NewsNudge => Contacted(request).Id,
            MailKind.RequestReopened => Reopened(request).Id,
            MailKind.ReferralLastCall => Sent(request).Id,
            MailKind.StaffOverdue => Overdue(request).Id,
            MailKind.ReferralTakenOver => TakenOver(request).Id,
            MailKind.RequestCompletedForPartner => Completed(request).Id,
            MailKind.ContactChangedForPartner => ContactChanged(request).Id,
            MailKind.ContactAddressProof or MailKind.ContactAddressNotice => OtherAddress(request),
            MailKind.FollowerInvitation => Follower(request),
            MailKind.RequestHandedOver or MailKind.RequestHandedOverNotice => HandedOver(request).Id,
            MailKind.FormerAddressNotice => AddressChanged(request).Id,
        };
    }

    private async Task<OrientationRequest> RequestAsync(SampleNeed need, TransmissionRule rule, CancellationToken ct)
    {
        var commune = await db.LocateCommuneAsync(need.Commune, ct) ?? throw new InvalidOperationException($"The commune {need.Commune} is missing.");
        var request = OrientationRequest.Submit(
            new NewRequest
            {
                Reference = RequestReference.Of(Today.Date.Year, 999_999),
                Declaration = need.Declare(commune),
                Contact = need.Contact,
                TransmissionRule = rule,
                ConsentTextVersion = "apercu",
            },
            Now,
            Today);
        request.RecordMatching(MatchingService.Match(request.ToCriteria(), OfferCatalog.Empty, null, Today), Now, Today, Author.Job);
        db.OrientationRequests.Add(request);
        return request;
    }

    private PortalUser Person()
    {
        const string address = "apercu-personne@example.org";
        var person = new PortalUser { Id = Guid.CreateVersion7(Now), UserName = address, Email = address, NormalizedEmail = address.ToUpperInvariant(), NormalizedUserName = address.ToUpperInvariant(), DisplayName = "Alix Exemple", CreatedAt = Now };
        db.Users.Add(person);
        return person;
    }

    private Guid OtherAddress(OrientationRequest request)
    {
        var change = ContactAddressChange.Ask(request.Id, "apercu-nouvelle-adresse@example.org", Now);
        db.ContactAddressChanges.Add(change);
        return change.Id;
    }

    private Guid Follower(OrientationRequest request)
    {
        request.ProveAddress(Now);
        return request.InviteFollower("Alix Exemple", "apercu-personne@example.org", Author.Structure, Now)!.Id;
    }

    private Guid Draft()
    {
        var draft = new RequestDraft
        {
            Id = Guid.CreateVersion7(Now),
            SecretHash = LinkTokens.Hash(LinkTokens.Create()),
            Answers = "{}",
            CreatedAt = Now,
            UpdatedAt = Now,
            ExpiresAt = Now.AddDays(RequestDraft.LifetimeDays),
            ResumeEmail = SampleNeeds.FirstEmployee.Contact.Email,
        };
        db.RequestDrafts.Add(draft);
        return draft.Id;
    }

    private Guid Unused()
    {
        var person = Person();
        person.CreatedAt = Now.AddYears(-5);
        return person.Id;
    }

    private Guid Report()
    {
        var report = RetentionReport.Begin(Now);
        report.Add(RetentionRule.ClosedRequests, 3);
        report.Add(RetentionRule.AccountNotices, 1);
        db.RetentionReports.Add(report);
        return report.Id;
    }

    private Guid Parked(OrientationRequest request)
    {
        db.Outbox.Enqueue(MailKind.RequestSent, request.Id, "apercu-abandon", Now);
        var message = db.Outbox.Local.Single(queued => queued.SubjectId == request.Id && queued.Kind == MailKind.RequestSent);
        message.State = OutboxState.Dead;
        return message.Id;
    }

    private Guid Due()
    {
        var offer = Offer();
        offer.Actor!.Verify(VerificationStatuses.VerifieePlus, Today, Now);
        offer.Confirm(Today.Date.AddMonths(-offer.ConfirmationMonths).AddDays(10), Now);
        return offer.ActorId;
    }

    private Guid Suspended(SuspensionCause cause, bool several = false)
    {
        var offer = Offer();
        offer.Suspend(cause, Now);
        if (several)
        {
            offer.Actor!.AddOffer("apercu-deuxieme-offre", offer.Content with { Title = "Une deuxième offre" }, OfferState.Published, Now).Suspend(cause, Now);
        }

        return offer.ActorId;
    }

    private Guid Waited(OrientationRequest request)
    {
        var person = Person();
        person.SupportActorId = Sent(request).ActorId;
        return person.Id;
    }

    private Guid Week()
    {
        var digest = new WeekDigest { Id = Guid.CreateVersion7(Now), Week = "apercu", At = Now };
        db.Add(digest);
        return digest.Id;
    }

    private OfferRevision Revised()
    {
        var offer = Offer();
        var partner = Person();
        partner.SupportActorId = offer.ActorId;
        var revision = OfferRevision.Propose(offer, offer.Content with { Title = "Un titre plus clair" }, partner.Id, Now);
        revision.Return("Précisez le coût.", Guid.CreateVersion7(Now), Now);
        db.OfferRevisions.Add(revision);
        return revision;
    }

    private PortalUser Person(bool isDisabled = false)
    {
        var person = new PortalUser
        {
            Id = Guid.CreateVersion7(Now),
            UserName = Actor.Email,
            NormalizedUserName = Actor.Email.ToUpperInvariant(),
            Email = Actor.Email,
            NormalizedEmail = Actor.Email.ToUpperInvariant(),
            DisplayName = "Camille Fictif",
            IsDisabled = isDisabled,
            CreatedAt = Now,
        };
        db.Users.Add(person);
        return person;
    }

    private async Task<Guid> ManagerAsync(CancellationToken ct)
    {
        var person = Person();
        person.SupportActorId = Offer().ActorId;
        await db.GiveRoleAsync(person.Id, PersonRole.PartnerManager, ct);
        return person.Id;
    }

    private Guid Invited()
    {
        var by = new Member(Person().Id, PersonRole.Administrator, null);
        var invitation = Invitation.Send(by, new Invited("invitee@example.org", "INVITEE@EXAMPLE.ORG", "Sacha Fictif", PersonRole.PartnerManager, Offer().ActorId), Now);
        db.Invitations.Add(invitation);
        return invitation.Id;
    }

    private AddressChange Changing()
    {
        var change = AddressChange.Ask(Person().Id, Actor.Email, "nouvelle@example.org", Now);
        db.AddressChanges.Add(change);
        return change;
    }

    private Guid Moved()
    {
        var change = Changing();
        change.Confirm(AddressSide.Old, Now);
        change.Confirm(AddressSide.New, Now);
        change.Complete(Now);
        return change.Id;
    }

    private SupportOffer Offer() => Offer(Actor);

    private SupportOffer Offer(SampleActor of)
    {
        var actor = of.Build(clock);
        db.SupportActors.Add(actor);
        return actor.Offers[0];
    }
}
