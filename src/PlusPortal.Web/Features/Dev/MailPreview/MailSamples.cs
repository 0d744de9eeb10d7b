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
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Retention;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Samples;

namespace PlusPortal.Web.Features.Dev.MailPreview;

/// <summary>For each kind of message, an invented situation in which it leaves.</summary>
internal sealed class MailSamples(PortalDb db, TimeProvider clock)
{
    private static readonly SampleActor Actor = SampleActors.Associations with { Key = "apercu-des-messages", Email = "apercu-acteur@example.org" };

    // A message that follows a day which has passed is about a situation that began long before.
    private int daysAgo;

    private DateTimeOffset Now => clock.GetUtcNow().AddDays(-daysAgo);

    private PlusDay Today => new(Now.ParisDay, PlusCalendar.Usual);

    private Author Staff => Author.Staff(Guid.CreateVersion7(Now));

    private Author Partner => Author.Partner(Guid.CreateVersion7(Now));

    /// <summary>Adds the situation to the context and returns what the message is about.</summary>
    public async Task<Guid> AddAsync(MailKind kind, string variant, CancellationToken ct)
    {
        daysAgo = kind switch { MailKind.FirstContactNudge => 12, MailKind.EndNotice => 23, MailKind.NewsNudge => 35, _ => 0 };
        var request = await RequestAsync(kind == MailKind.UrgentRequestForStaff ? SampleNeeds.Urgent : SampleNeeds.FirstEmployee, kind is MailKind.ConsentAsked or MailKind.ConsentReminder ? TransmissionRule.AskMeFirst : TransmissionRule.PlusChooses, ct);
        return kind switch
        {
            MailKind.RequestReceived or MailKind.NewTrackingLink or MailKind.LinkToCorrectedAddress or MailKind.UrgentRequestForStaff or MailKind.PersonalDataLink or MailKind.ErasureLink or MailKind.PassageMaskedForStructure => request.Id,
            MailKind.ResumeDraft => Draft(),
            MailKind.QuestionForStructure => Questioned(request).Id,
            MailKind.ConsentAsked => Asked(request).Id,
            MailKind.RequestSent => Sent(request).RequestId,
            MailKind.ReferralAcceptedForStructure or MailKind.ContactCode => Accepted(request).Id,
            MailKind.ReferralDeclinedForStructure => variant switch
            {
                MailVariants.Expired => Expired(request).Id,
                MailVariants.HandedBack => HandedBack(request).Id,
                _ => Declined(request).Id,
            },
            MailKind.RequestClosed => variant switch
            {
                MailVariants.Helped => Helped(request).Id,
                MailVariants.TakenBack => Withdrawn(request).Id,
                _ => Closed(request).Id,
            },
            MailKind.ReferralForPartner or MailKind.ReferralReminder or MailKind.PassageMaskedForPartner or MailKind.NewActorLink => Sent(request).Id,
            MailKind.ReferralChangedForPartner => variant switch
            {
                MailVariants.QuestionLapsed => QuestionLapsed(request).Id,
                MailVariants.DateLapsed => DateLapsed(request).Id,
                MailVariants.Corrected => Corrected(request).Id,
                MailVariants.Expired => Expired(request).Id,
                MailVariants.TakenBack => Cancelled(request).Id,
                _ => Changed(request).Id,
            },
            MailKind.OfferRevisionDecided => Revised().Id,
            MailKind.StaffAttention => Declined(request).RequestId,
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
            MailKind.QuestionReminder or MailKind.EndNotice => Questioned(request).Id,
            MailKind.ConsentReminder => Asked(request).Id,
            MailKind.CalledBackQuestion or MailKind.StillSearching => Sent(request).RequestId,
            MailKind.OutcomeToConfirm or MailKind.OutcomeReminder => Completed(request, ReferralOutcomes.AideApportee).Id,
            MailKind.ReferralEndedForStructure => Completed(request, ReferralOutcomes.EchangeSansSolution).Id,
            MailKind.LaterSatisfaction => Closed(request).Id,
            MailKind.ReferralCancelledForStructure => Cancelled(request).Id,
            MailKind.ReferralCorrectedForStructure or MailKind.CouldNotReach or MailKind.FollowUpForPartner or MailKind.FirstContactNudge => Accepted(request).Id,
            MailKind.NewsNudge => Contacted(request).Id,
            MailKind.RequestReopened => Reopened(request).Id,
            MailKind.ReferralLastCall => Sent(request).Id,
            MailKind.StaffOverdue => Overdue(request).Id,
            MailKind.ReferralTakenOver => TakenOver(request).Id,
            MailKind.RequestCompletedForPartner or MailKind.ContactChangedForPartner => Accepted(request).Id,
            MailKind.ContactAddressProof or MailKind.ContactAddressNotice => OtherAddress(request),
            MailKind.FollowerInvitation => Follower(request),
            MailKind.FormerAddressNotice or MailKind.RequestHandedOver or MailKind.RequestHandedOverNotice => request.Id,
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

    private OrientationRequest Questioned(OrientationRequest request)
    {
        Take(request);
        request.AskStructure("Combien de personnes employez-vous\u00A0?", Staff, Now, Today);
        return request;
    }

    private OrientationRequest Asked(OrientationRequest request)
    {
        Take(request);
        Choose(request, Offer());
        request.AskConsent(Staff, Now, Today);
        return request;
    }

    private Referral Sent(OrientationRequest request)
    {
        Take(request);
        var offer = Offer();
        var referral = Choose(request, offer);
        request.SendReferral(referral.Id, offer, isByHand: false, Staff, Now, Today);
        return referral;
    }

    private Referral Accepted(OrientationRequest request)
    {
        var referral = Sent(request);
        request.AcceptReferral(referral.Id, Partner, Now, Today);
        return referral;
    }

    private Referral Contacted(OrientationRequest request)
    {
        var referral = Accepted(request);
        request.ReportRung(referral.Id, new RungSeen(Rung.FirstContact, LadderSide.Actor, Today.Date), Partner, Now, Today);
        return referral;
    }

    private Referral TakenOver(OrientationRequest request)
    {
        var (late, other) = (Sent(request), Offer(Actor with { Key = "apercu-autre-acteur", Email = "apercu-autre-acteur@example.org" }));
        request.ExpireReferral(late.Id, Author.Job, Now, Today with { Date = late.ExpiresOn!.Value.AddDays(1) });
        var taken = Choose(request, other);
        request.SendReferral(taken.Id, other, isByHand: false, Staff, Now, Today);
        request.AcceptReferral(taken.Id, Partner, Now, Today);
        return late;
    }

    private Referral Declined(OrientationRequest request)
    {
        var referral = Sent(request);
        request.DeclineReferral(referral.Id, new Decline(DeclineReasons.Autre, "Nous ne suivons pas ce sujet.", null), Partner, Now, Today);
        return referral;
    }

    private OrientationRequest Closed(OrientationRequest request)
    {
        Take(request);
        request.Close(ClosingReasons.AucunActeur, "Nous n’avons trouvé personne pour l’instant.", null, Staff, Now, Today);
        return request;
    }

    private OrientationRequest Helped(OrientationRequest request)
    {
        Take(request);
        request.Close(ClosingReasons.AideApportee, null, null, Staff, Now, Today);
        return request;
    }

    private OrientationRequest Withdrawn(OrientationRequest request)
    {
        Take(request);
        request.Close(ClosingReasons.AbandonStructure, null, null, Author.Structure, Now, Today);
        return request;
    }

    private Referral DateOffered(OrientationRequest request)
    {
        var referral = Sent(request);
        request.OfferDate(referral.Id, Today.Date.AddMonths(1), Partner, Now, Today);
        return referral;
    }

    private Referral Completed(OrientationRequest request, string outcome)
    {
        var referral = Accepted(request);
        request.CompleteReferral(referral.Id, outcome, null, Partner, Now, Today);
        return referral;
    }

    private Referral Cancelled(OrientationRequest request)
    {
        var referral = Sent(request);
        request.CancelReferral(referral.Id, Staff, Now, Today);
        return referral;
    }

    private OrientationRequest Reopened(OrientationRequest request)
    {
        Closed(request).Reopen("Du nouveau.", Staff, Now, Today);
        request.Assign(null, Staff, Now);
        return request;
    }

    private OrientationRequest Overdue(OrientationRequest request)
    {
        Take(request);
        request.RaiseTask(StaffTask.Dormant, null, Author.Job, Now, Today with { Date = Today.Date.AddDays(-20) });
        return request;
    }

    private OrientationRequest Dormant(OrientationRequest request)
    {
        Take(request);
        request.NoticeDormant(Author.Job, Now, Today);
        return request;
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

    private Referral Erased(OrientationRequest request)
    {
        var referral = Sent(request);
        request.Close(ClosingReasons.EffacementDemande, null, null, Staff, Now, Today);
        request.Anonymise(Staff, Now);
        return referral;
    }

    private Referral Changed(OrientationRequest request)
    {
        var referral = Sent(request);
        request.RequestInformation(referral.Id, "Avez-vous un budget\u00A0?", Partner, Now, Today);
        request.GiveInformation(referral.Id, "Oui.", Author.Structure, Now, Today);
        return referral;
    }

    private Referral QuestionLapsed(OrientationRequest request)
    {
        var referral = Sent(request);
        request.RequestInformation(referral.Id, "Avez-vous un budget\u00A0?", Partner, Now, Today);
        request.LapseQuestion(referral.Id, Author.Job, Now, Today with { Date = referral.PauseEndsOn!.Value.AddDays(1) });
        return referral;
    }

    private Referral DateLapsed(OrientationRequest request)
    {
        var referral = DateOffered(request);
        request.LapseDate(referral.Id, Author.Job, Now, Today with { Date = referral.PauseEndsOn!.Value.AddDays(1) });
        return referral;
    }

    private Referral Corrected(OrientationRequest request)
    {
        var referral = Accepted(request);
        request.CompleteReferral(referral.Id, ReferralOutcomes.EchangeSansSolution, null, Partner, Now, Today);
        request.CorrectReferral(referral.Id, Offer(Actor with { Key = "apercu-autre-acteur", Email = "apercu-autre-acteur@example.org" }), "Erreur de saisie.", Staff, Now, Today);
        return referral;
    }

    private Referral Expired(OrientationRequest request)
    {
        var referral = Sent(request);
        request.ExpireReferral(referral.Id, Author.Job, Now, Today with { Date = referral.ExpiresOn!.Value.AddDays(1) });
        return referral;
    }

    private Referral HandedBack(OrientationRequest request)
    {
        var referral = Accepted(request);
        request.HandBackReferral(referral.Id, new Decline(DeclineReasons.Capacite, null, null), Partner, Now, Today);
        return referral;
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

    private void Take(OrientationRequest request)
    {
        request.ProveAddress(Now);
        request.TakeInCharge(Staff, Now, Today);

        // The invented member of staff has no account.
        request.Assign(null, Staff, Now);
    }

    private Referral Choose(OrientationRequest request, SupportOffer offer) =>
        request.Propose(new ReferralChoice(offer.ActorId, offer.Id, offer.Revision, ProposalRole.Lead, MatchRank: null), "Aperçu des messages.", Staff, Now, Today);

    private SupportOffer Offer() => Offer(Actor);

    private SupportOffer Offer(SampleActor of)
    {
        var actor = of.Build(clock);
        db.SupportActors.Add(actor);
        return actor.Offers[0];
    }
}
