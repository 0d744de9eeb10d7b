using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Digests;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.People;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Retention;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Email;

/// <summary>For each kind of message, a situation in which it leaves, with a mark in every text that must stay inside.</summary>
internal static class MailScenes
{
    /// <summary>Stands in each free text and personal value; no message may hold it.</summary>
    public const string Secret = "CanariSecret";

    /// <summary>First name of the person: greeted by it, never named to others.</summary>
    public const string FirstName = "Prénomcanari";

    /// <summary>Arranges the scene, queues the message and tells who receives it.</summary>
    public static async Task<string> QueueAsync(MailPost post, MailKind kind, CancellationToken ct)
    {
        var number = A.Number();
        var actor = A.SupportActor().Named($"Acteur joignable {number}").WithCheckedEmail($"acteur{number}@example.org").Build();
        var offer = A.SupportOffer().Of(actor).Build();
        var request = A.Request()
            .From(contact => contact with { Name = $"{FirstName} {Secret}", Email = $"structure{number}@example.org", Phone = Secret })
            .Declaring(declared => declared with { Need = $"{Secret} dans le besoin, en plus de trente caractères.", Title = Secret, StructureName = Secret, AlreadyMetText = Secret })
            .Build();
        request.InTriage();
        request.AddNote(Secret, A.Staff(), A.Now);
        request.WriteSummary(Secret, A.Staff(), A.Now);

        var subject = await SubjectAsync(post, kind, request, offer, number, ct);
        await post.StoreAsync(ct, [.. subject.Also]);
        await post.QueueAsync(kind, subject.Id, ct);
        return subject.Recipient;
    }

    private static async Task<Subject> SubjectAsync(MailPost post, MailKind kind, OrientationRequest request, SupportOffer offer, int number, CancellationToken ct)
    {
        var (structure, partner) = (request.Contact.Email, offer.Actor!.ContactEmail!);
        switch (kind)
        {
            case MailKind.RequestReceived or MailKind.NewTrackingLink or MailKind.LinkToCorrectedAddress or MailKind.DormantRequest or MailKind.PersonalDataLink or MailKind.ErasureLink:
                return new(request.Id, structure, request);
            case MailKind.ResumeDraft or MailKind.UntouchedDraft:
                var draft = new RequestDraft
                {
                    Id = Guid.CreateVersion7(A.Now),
                    SecretHash = LinkTokens.Hash(Secret),
                    Answers = $$"""{"need": "{{Secret}}"}""",
                    CreatedAt = A.Now,
                    UpdatedAt = A.Now,
                    ExpiresAt = A.Now.AddDays(RequestDraft.LifetimeDays),
                    ResumeEmail = structure,
                };
                return new(draft.Id, structure, draft);
            case MailKind.QuestionForStructure or MailKind.QuestionReminder or MailKind.EndNotice:
                request.AskStructure(Secret, A.Staff(), A.Now, A.Day);
                return new(request.Id, structure, request);
            case MailKind.ConsentAsked or MailKind.ConsentReminder:
                var asking = A.Request().AskingFirst().From(_ => request.Contact).Declaring(_ => request.Declared).Build();
                asking.Proposing(offer);
                asking.AskConsent(A.Staff(), A.Now, A.Day);
                return new(asking.Id, structure, asking, offer.Actor!);
            case MailKind.RequestSent or MailKind.CalledBackQuestion or MailKind.StillSearching:
                request.Sending(offer);
                return new(request.Id, structure, request, offer.Actor!);
            case MailKind.ReferralAcceptedForStructure or MailKind.ReferralCorrectedForStructure or MailKind.CouldNotReach:
                return new(request.AcceptedBy(offer).Id, structure, request, offer.Actor!);
            case MailKind.ReferralDeclinedForStructure:
                var declined = request.Sending(offer);
                request.DeclineReferral(declined.Id, new Decline(DeclineReasons.Autre, Secret, null), A.Partner(), A.Now, A.Day);
                return new(declined.Id, structure, request, offer.Actor!);
            case MailKind.RequestClosed or MailKind.LaterSatisfaction:
                request.Close(ClosingReasons.AucunActeur, Secret, null, A.Staff(), A.Now, A.Day);
                return new(request.Id, structure, request);
            case MailKind.PassageMaskedForStructure:
                request.MaskPassages(new MaskOrder { Passages = [Secret], KeepsOriginals = true }, A.Staff(), A.Now);
                return new(request.Id, structure, request);
            case MailKind.PassageMaskedForPartner:
                var told = request.Sending(offer);
                request.MaskPassages(new MaskOrder { Passages = [Secret], KeepsOriginals = true }, A.Staff(), A.Now);
                return new(told.Id, partner, request, offer.Actor!);
            case MailKind.FollowUpForPartner or MailKind.ContactCode or MailKind.FirstContactNudge or MailKind.NewsNudge:
                return new(request.AcceptedBy(offer).Id, partner, request, offer.Actor!);
            case MailKind.ReferralForPartner or MailKind.ReferralReminder or MailKind.ReferralLastCall or MailKind.NewActorLink:
                return new(request.Sending(offer).Id, partner, request, offer.Actor!);
            case MailKind.ReferralChangedForPartner:
                var asked = request.Sending(offer);
                request.RequestInformation(asked.Id, Secret, A.Partner(), A.Now, A.Day);
                request.GiveInformation(asked.Id, Secret, Author.Structure, A.Now, A.Day);
                return new(asked.Id, partner, request, offer.Actor!);
            case MailKind.RequestErasedForPartner or MailKind.ErasureDone:
                var erased = request.Sending(offer);
                request.Close(ClosingReasons.EffacementDemande, null, null, A.Staff(), A.Now, A.Day);
                request.Anonymise(A.Staff(), A.Now);
                return kind == MailKind.ErasureDone ? new(request.Id, $"structure-{request.Reference.ToLowerInvariant()}@example.org", request, offer.Actor!) : new(erased.Id, partner, request, offer.Actor!);
            case MailKind.ReferralTakenOver:
                var late = request.Sending(offer);
                request.ExpireReferral(late.Id, Author.Job, A.Now, A.DayOf(late.ExpiresOn!.Value.AddDays(1)));
                var taker = A.SupportOffer().Build();
                request.AcceptedBy(taker);
                return new(late.Id, partner, request, offer.Actor!, taker.Actor!);
            case MailKind.RequestCompletedForPartner or MailKind.ContactChangedForPartner:
                request.AddInformation(Secret, Author.Structure, A.Now);
                request.ShareInformation(A.Staff(), A.Now);
                return new(request.AcceptedBy(offer).Id, partner, request, offer.Actor!);
            case MailKind.ContactAddressProof or MailKind.ContactAddressNotice:
                var other = ContactAddressChange.Ask(request.Id, $"nouvelle{number}@example.org", post.Clock.GetUtcNow());
                return new(other.Id, kind == MailKind.ContactAddressProof ? $"nouvelle{number}@example.org" : structure, request, other);
            case MailKind.FollowerInvitation:
                request.ProveAddress(A.Now);
                return new(request.InviteFollower($"{FirstName} {Secret}", $"suit{number}@example.org", Author.Structure, post.Clock.GetUtcNow())!.Id, $"suit{number}@example.org", request);
            case MailKind.RequestHandedOver:
                return new(request.Id, structure, request);
            case MailKind.FormerAddressNotice or MailKind.RequestHandedOverNotice:
                return new(request.Id, $"structure-{request.Reference.ToLowerInvariant()}@example.org", request);
            case MailKind.OfferRevisionDecided:
                var proposer = await ProposerAsync(post, offer, ct);
                var revision = OfferRevision.Propose(offer, offer.Content with { Description = Secret }, proposer, A.Now);
                revision.Return(Secret, proposer, A.Now);
                return new(revision.Id, $"partenaire{number}@example.org", revision);
            case MailKind.UrgentRequestForStaff or MailKind.StaffAttention:
                return new(request.Id, MailBench.StaffMailbox, request);
            case MailKind.PasswordReset or MailKind.PasswordChanged or MailKind.SecondFactorChanged:
                return new(await post.Portal.CreateUserAsync($"personne{number}@example.org", PortalRoles.Staff), $"personne{number}@example.org");
            case MailKind.Invitation or MailKind.InvitationOfKnownPerson:
                var inviter = new Member(await post.Portal.CreateUserAsync($"equipe{number}@example.org", PortalRoles.Administrator), PersonRole.Administrator, null);
                var invited = $"personne{number}@example.org";
                var invitation = Invitation.Send(inviter, new Invited(invited, invited.ToUpperInvariant(), $"{FirstName} {Secret}", PersonRole.Staff, null), post.Clock.GetUtcNow());
                return new(invitation.Id, invited, invitation);
            case MailKind.ActorWithoutPeople:
                return new(request.Sending(offer).ActorId, MailBench.StaffMailbox, request, offer.Actor!);
            case MailKind.AccessRemoved or MailKind.AccessRestored or MailKind.RoleChanged or MailKind.FactorReset or MailKind.AccountUnused:
                return new(await PersonAsync(post, number, isDisabled: kind == MailKind.AccessRemoved, ct), $"personne{number}@example.org");
            case MailKind.AddressChangeForOld or MailKind.AddressChangeForNew or MailKind.AddressChanged:
                var (old, next, now) = ($"personne{number}@example.org", $"nouvelle{number}@example.org", post.Clock.GetUtcNow());
                var change = AddressChange.Ask(await PersonAsync(post, number, isDisabled: false, ct), old, next, now);
                if (kind == MailKind.AddressChanged)
                {
                    change.Confirm(AddressSide.Old, now);
                    change.Confirm(AddressSide.New, now);
                    change.Complete(now);
                }

                return new(change.Id, kind == MailKind.AddressChangeForNew ? next : old, change);
            case MailKind.SheetDue:
                offer.Confirm(DateOnly.FromDateTime(post.Clock.GetUtcNow().UtcDateTime).AddMonths(-7), A.Now);
                return new(offer.ActorId, partner, offer.Actor!);
            case MailKind.MailParked:
                var parked = new OutboxMessage { Id = Guid.CreateVersion7(A.Now), Kind = MailKind.RequestSent, SubjectId = request.Id, DeduplicationKey = $"abandon/{request.Id}", CreatedAt = A.Now, NextAttemptAt = A.Now, State = OutboxState.Dead };
                return new(parked.Id, MailBench.StaffMailbox, request, parked);
            case MailKind.OffersSuspended or MailKind.ActorSilent:
                offer.Suspend(SuspensionCause.Silence, A.Now);
                return new(offer.ActorId, kind == MailKind.ActorSilent ? MailBench.StaffMailbox : partner, offer.Actor!);
            case MailKind.PartnerWeek:
                request.Sending(offer);
                return new(await ProposerAsync(post, offer, ct), $"partenaire{number}@example.org", request);
            case MailKind.StaffWeek:
                var digest = new WeekDigest { Id = Guid.CreateVersion7(A.Now), Week = $"essai{number % 1000}", At = A.Now };
                return new(digest.Id, MailBench.StaffMailbox, digest);
            case MailKind.DateOffered or MailKind.DateReminder:
                var dated = request.Sending(offer);
                request.OfferDate(dated.Id, A.Today.AddMonths(1), A.Partner(), A.Now, A.Day);
                return new(dated.Id, structure, request, offer.Actor!);
            case MailKind.OutcomeToConfirm or MailKind.OutcomeReminder or MailKind.ReferralEndedForStructure:
                var ended = request.AcceptedBy(offer);
                request.CompleteReferral(ended.Id, kind == MailKind.ReferralEndedForStructure ? ReferralOutcomes.EchangeSansSolution : ReferralOutcomes.AideApportee, Secret, A.Partner(), A.Now, A.Day);
                return new(ended.Id, structure, request, offer.Actor!);
            case MailKind.ReferralCancelledForStructure:
                var cancelled = request.Sending(offer);
                request.CancelReferral(cancelled.Id, A.Staff(), A.Now, A.Day);
                return new(cancelled.Id, structure, request, offer.Actor!);
            case MailKind.RequestReopened:
                request.Close(ClosingReasons.AucunActeur, Secret, null, A.Staff(), A.Now, A.Day);
                request.Reopen(Secret, A.Staff(), A.Now, A.Day);
                return new(request.Id, structure, request);
            case MailKind.StaffOverdue:
                request.RaiseTask(StaffTask.Dormant, null, Author.Job, A.Now, A.Day with { Date = A.Today.AddDays(-30) });
                return new(request.Id, MailBench.StaffMailbox, request);
            case MailKind.RetentionReport:
                var report = RetentionReport.Begin(post.Clock.GetUtcNow());
                report.Add(RetentionRule.ClosedRequests, 3);
                return new(report.Id, await OnlyAdministratorAsync(post, number, ct), report);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Arrange a scene for this kind.");
        }

        async Task<Guid> ProposerAsync(MailPost through, SupportOffer of, CancellationToken stop)
        {
            await through.StoreAsync(stop, of.Actor!);
            return await through.Portal.CreateUserAsync($"partenaire{number}@example.org", PortalRoles.Partner, of.ActorId);
        }
    }

    private static async Task<string> OnlyAdministratorAsync(MailPost post, int number, CancellationToken ct)
    {
        await using var db = post.Portal.NewContext();
        await db.ActiveWith(PortalRoles.Administrator).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true), ct);
        var email = $"administration{number}@example.org";
        await post.Portal.CreateUserAsync(email, PortalRoles.Administrator);
        return email;
    }

    private static async Task<Guid> PersonAsync(MailPost post, int number, bool isDisabled, CancellationToken ct)
    {
        var id = await post.Portal.CreateUserAsync($"personne{number}@example.org", PortalRoles.Staff);
        await using var db = post.Portal.NewContext();
        await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.DisplayName, $"{FirstName} {Secret}").SetProperty(user => user.IsDisabled, isDisabled), ct);
        return id;
    }

    private sealed record Subject(Guid Id, string Recipient, params object[] Also);
}
