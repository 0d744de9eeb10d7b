using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Email.Messages;
using PlusPortal.Web.Email.Messages.Answering;
using PlusPortal.Web.Email.Messages.Clock;
using PlusPortal.Web.Email.Messages.Digests;
using PlusPortal.Web.Email.Messages.Drafts;
using PlusPortal.Web.Email.Messages.Followers;
using PlusPortal.Web.Email.Messages.People;
using PlusPortal.Web.Email.Messages.Retention;
using PlusPortal.Web.Email.Messages.Rights;
using PlusPortal.Web.Email.Messages.Sheets;
using PlusPortal.Web.Email.Transport;

namespace PlusPortal.Web.Email;

/// <summary>A message with what follows from its sending.</summary>
/// <param name="Mail">What leaves.</param>
/// <param name="TrackingLinkOf">Request whose older tracking links are retired once it left.</param>
/// <param name="PrivateLinkOf">Request whose person alone may read it: it leaves for the address recorded, or not at all.</param>
/// <param name="FollowerId">Who was invited to follow the request, where it is for that person and not for the one who sent it.</param>
/// <param name="WrittenAt">When it was written: its own link is not older.</param>
public sealed record WrittenMail(OutgoingMail Mail, Guid? TrackingLinkOf, Guid? PrivateLinkOf, Guid? FollowerId, DateTimeOffset WrittenAt);

/// <summary>Writes the messages of the outbox. The links it makes are in the unit of work of the scope: save before sending.</summary>
public sealed class MailWriter(IServiceProvider services, MailData data, TimeProvider clock)
{
    /// <summary>Writes one; null when there is nothing to send.</summary>
    public async Task<WrittenMail?> WriteAsync(OutboxMessage message, CancellationToken ct)
    {
        var writtenAt = clock.GetUtcNow();
        (data.FollowerId, data.EventNumber) = (message.FollowerId, message.EventNumber);
        var text = await MessageOf(message.Kind).WriteAsync(message.SubjectId, ct);
        if (message.Recipient is { } recipient) text = text is null ? null : text with { To = [recipient], Copies = [] };
        if (text is not { To.Count: > 0 }) return null;
        var mail = new OutgoingMail(message.Id, [.. text.To, .. text.Copies], text.Subject, MailLayout.Text(text), MailLayout.Html(text)) { Copies = text.Copies };
        return new WrittenMail(mail, text.TrackingLinkOf, text.PrivateLinkOf ?? text.TrackingLinkOf, message.FollowerId, writtenAt);
    }

    private IMailMessage MessageOf(MailKind kind) => kind switch
    {
        MailKind.RequestReceived => Get<RequestReceivedMail>(),
        MailKind.ResumeDraft => Get<ResumeDraftMail>(),
        MailKind.QuestionForStructure => Get<QuestionForStructureMail>(),
        MailKind.ConsentAsked => Get<ConsentAskedMail>(),
        MailKind.RequestSent => Get<RequestSentMail>(),
        MailKind.ReferralAcceptedForStructure => Get<ReferralAcceptedMail>(),
        MailKind.ReferralDeclinedForStructure => Get<ReferralDeclinedMail>(),
        MailKind.RequestClosed => Get<RequestClosedMail>(),
        MailKind.NewTrackingLink => Get<NewTrackingLinkMail>(),
        MailKind.LinkToCorrectedAddress => Get<CorrectedAddressMail>(),
        MailKind.ReferralForPartner => Get<ReferralForPartnerMail>(),
        MailKind.ReferralReminder => Get<ReferralReminderMail>(),
        MailKind.ReferralChangedForPartner => Get<ReferralChangedMail>(),
        MailKind.OfferRevisionDecided => Get<OfferRevisionDecidedMail>(),
        MailKind.UrgentRequestForStaff => Get<UrgentRequestMail>(),
        MailKind.StaffAttention => Get<StaffAttentionMail>(),
        MailKind.PasswordReset => Get<PasswordResetMail>(),
        MailKind.PasswordChanged => Get<PasswordChangedMail>(),
        MailKind.SecondFactorChanged => Get<SecondFactorChangedMail>(),
        MailKind.Invitation => Get<InvitationMail>(),
        MailKind.InvitationOfKnownPerson => Get<KnownInvitationMail>(),
        MailKind.AccessRemoved => Get<AccessRemovedMail>(),
        MailKind.ActorWithoutPeople => Get<ActorWithoutPeopleMail>(),
        MailKind.AccessRestored => Get<AccessRestoredMail>(),
        MailKind.RoleChanged => Get<RoleChangedMail>(),
        MailKind.FactorReset => Get<FactorResetMail>(),
        MailKind.AddressChangeForOld => Get<AddressChangeForOldMail>(),
        MailKind.AddressChangeForNew => Get<AddressChangeForNewMail>(),
        MailKind.AddressChanged => Get<AddressChangedMail>(),
        MailKind.DormantRequest => Get<DormantRequestMail>(),
        MailKind.AccountUnused => Get<AccountUnusedMail>(),
        MailKind.RetentionReport => Get<RetentionReportMail>(),
        MailKind.PersonalDataLink => Get<PersonalDataLinkMail>(),
        MailKind.ErasureLink => Get<ErasureLinkMail>(),
        MailKind.ErasureDone => Get<ErasureDoneMail>(),
        MailKind.RequestErasedForPartner => Get<RequestErasedMail>(),
        MailKind.PassageMaskedForStructure => Get<PassageMaskedForStructureMail>(),
        MailKind.UntouchedDraft => Get<UntouchedDraftMail>(),
        MailKind.SheetDue => Get<SheetDueMail>(),
        MailKind.OffersSuspended => Get<OffersSuspendedMail>(),
        MailKind.PartnerWeek => Get<PartnerWeekMail>(),
        MailKind.MailParked => Get<MailParkedMail>(),
        MailKind.ActorSilent => Get<ActorSilentMail>(),
        MailKind.StaffWeek => Get<StaffWeekMail>(),
        MailKind.PassageMaskedForPartner => Get<PassageMaskedForPartnerMail>(),
        MailKind.DateOffered => Get<DateOfferedMail>(),
        MailKind.QuestionReminder => Get<QuestionReminderMail>(),
        MailKind.ConsentReminder => Get<ConsentReminderMail>(),
        MailKind.DateReminder => Get<DateReminderMail>(),
        MailKind.CalledBackQuestion => Get<CalledBackMail>(),
        MailKind.StillSearching => Get<StillSearchingMail>(),
        MailKind.EndNotice => Get<EndNoticeMail>(),
        MailKind.OutcomeToConfirm => Get<OutcomeToConfirmMail>(),
        MailKind.OutcomeReminder => Get<OutcomeReminderMail>(),
        MailKind.LaterSatisfaction => Get<LaterSatisfactionMail>(),
        MailKind.ReferralCancelledForStructure => Get<ReferralCancelledMail>(),
        MailKind.ReferralCorrectedForStructure => Get<ReferralCorrectedMail>(),
        MailKind.ReferralEndedForStructure => Get<ReferralEndedMail>(),
        MailKind.CouldNotReach => Get<CouldNotReachMail>(),
        MailKind.RequestReopened => Get<RequestReopenedMail>(),
        MailKind.ReferralLastCall => Get<ReferralLastCallMail>(),
        MailKind.FollowUpForPartner => Get<FollowUpForPartnerMail>(),
        MailKind.FirstContactNudge => Get<FirstContactNudgeMail>(),
        MailKind.NewsNudge => Get<NewsNudgeMail>(),
        MailKind.StaffOverdue => Get<StaffOverdueMail>(),
        MailKind.NewActorLink => Get<NewActorLinkMail>(),
        MailKind.ContactCode => Get<ContactCodeMail>(),
        MailKind.ReferralTakenOver => Get<ReferralTakenOverMail>(),
        MailKind.RequestCompletedForPartner => Get<RequestCompletedMail>(),
        MailKind.ContactChangedForPartner => Get<ContactChangedMail>(),
        MailKind.ContactAddressProof => Get<ContactAddressProofMail>(),
        MailKind.ContactAddressNotice => Get<ContactAddressNoticeMail>(),
        MailKind.FormerAddressNotice => Get<FormerAddressMail>(),
        MailKind.FollowerInvitation => Get<FollowerInvitationMail>(),
        MailKind.RequestHandedOver => Get<RequestHandedOverMail>(),
        MailKind.RequestHandedOverNotice => Get<RequestHandedOverNoticeMail>(),
    };

    private T Get<T>()
        where T : IMailMessage =>
        ActivatorUtilities.CreateInstance<T>(services);
}
