using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Requests.Rulebook;

/// <summary>A request in some state, the referral that is acted on, if any, and its offer.</summary>
internal sealed record ActScene(OrientationRequest Request, Referral? Referral = null, SupportOffer? Offer = null)
{
    /// <summary>Who is invited to follow it.</summary>
    public Guid Follower() => Request.Followers.Count == 0 ? Guid.Empty : Request.Followers[0].Id;
}

/// <summary>Requests in every state, and how each act is done by its method with valid input.</summary>
internal static class ActScenes
{
    /// <summary>Authors of every kind; the member of staff is in charge of nothing.</summary>
    public static readonly IReadOnlyDictionary<string, Author> Authors = new Dictionary<string, Author>
    {
        ["structure"] = Author.Structure,
        ["staff"] = A.Staff(),
        ["partner"] = A.Partner(),
        ["portal"] = Author.Job,
    };

    /// <summary>Events that follow from an act beside its own.</summary>
    public static readonly IReadOnlyDictionary<Act, EventKind> Consequences = new Dictionary<Act, EventKind>
    {
        [Acts.Close] = EventKind.ReferralCancelled,
        [Acts.Withdraw] = EventKind.ReferralCancelled,
        [Acts.ConfirmOutcome] = EventKind.Closed,
        [Acts.SettleOutcome] = EventKind.Closed,
        [Acts.GiveInformation] = EventKind.TaskRaised,
        [Acts.LapseQuestion] = EventKind.TaskRaised,
        [Acts.LapseDate] = EventKind.TaskRaised,
    };

    private static readonly Decline NoCapacity = new(DeclineReasons.Capacite, null, null);

    /// <summary>One request in each of its states.</summary>
    public static ActScene In(RequestStatus status)
    {
        var (request, offer) = (WithFollower(A.Request().Build()), A.SupportOffer().Build());
        switch (status)
        {
            case RequestStatus.Submitted:
                return new ActScene(request);
            case RequestStatus.InTriage:
                return new ActScene(request.InTriage());
            case RequestStatus.NeedsInformation:
                request.InTriage().AskStructure("Combien ?", A.Staff(), A.Now, A.Day);
                return new ActScene(request);
            case RequestStatus.AwaitingConsent:
                return With(ReferralStatus.Proposed);
            case RequestStatus.Oriented:
                return new ActScene(request, request.Sending(offer), offer);
            case RequestStatus.InProgress:
                return new ActScene(request, request.AcceptedBy(offer), offer);
            default:
                var scene = In(RequestStatus.Oriented);
                scene.Request.Close(ClosingReasons.AucunActeur, null, null, A.Staff(), A.Now, A.Day);
                return scene;
        }
    }

    /// <summary>One request whose referral is in that state; a proposal was put to the structure, which has not answered.</summary>
    public static ActScene With(ReferralStatus status, bool isByHand = false)
    {
        var offer = A.SupportOffer().Build();
        var (staff, partner) = (A.Staff(), Authors["partner"]);
        if (status == ReferralStatus.Proposed)
        {
            var asking = WithFollower(A.Request().AskingFirst().Build());
            var proposed = asking.Proposing(offer);
            asking.AskConsent(staff, A.Now, A.Day);
            return new ActScene(asking, proposed, offer);
        }

        var request = A.Request().Build();
        var referral = request.Sending(offer, isByHand);
        switch (status)
        {
            case ReferralStatus.InformationRequested:
                request.RequestInformation(referral.Id, "Combien ?", partner, A.Now, A.Day);
                break;
            case ReferralStatus.DateOffered:
                request.OfferDate(referral.Id, A.Today.AddDays(20), partner, A.Now, A.Day);
                break;
            case ReferralStatus.Accepted:
                request.AcceptReferral(referral.Id, partner, A.Now, A.Day);
                break;
            case ReferralStatus.Declined:
                request.DeclineReferral(referral.Id, NoCapacity, partner, A.Now, A.Day);
                break;
            case ReferralStatus.Expired:
                request.ExpireReferral(referral.Id, Author.Job, A.Now, A.DayOf(referral.ExpiresOn!.Value.AddDays(1)));
                break;
            case ReferralStatus.Cancelled:
                request.CancelReferral(referral.Id, staff, A.Now, A.Day);
                break;
            case ReferralStatus.Completed:
                request.AcceptReferral(referral.Id, partner, A.Now, A.Day);
                request.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, partner, A.Now, A.Day);
                break;
        }

        return new ActScene(request, referral, offer);
    }

    /// <summary>Somebody is invited to follow it, and its address is to be proven, as before.</summary>
    private static OrientationRequest WithFollower(OrientationRequest request)
    {
        request.ProveAddress(A.Now);
        request.InviteFollower("Invitée", "invitee@example.org", Author.Structure, A.Now);
        request.CorrectAddress("premiere@example.org", A.Staff(), A.Now);
        return request;
    }

    /// <summary>Does the act by the method that it guards.</summary>
    public static void Do(Act act, ActScene scene, Author by)
    {
        var (request, now, today) = (scene.Request, A.Now.AddHours(1), A.Day);
        var id = scene.Referral?.Id ?? Guid.Empty;
        Action method = act.Name switch
        {
            nameof(Acts.Submit) => () => A.Request().SentBy(by).Build(),
            nameof(Acts.RecordMatching) => () => request.RecordMatching(new MatchResult { RulesVersion = 1, Signals = [], Proposals = [], Excluded = [] }, now, today, by),
            nameof(Acts.ProveAddress) => () => request.ProveAddress(now),
            nameof(Acts.VouchForAddress) => () => request.VouchForAddress(by, now),
            nameof(Acts.CorrectAddress) => () => request.CorrectAddress("autre@example.org", by, now),
            nameof(Acts.CorrectContact) => () => request.CorrectContact(new ContactCorrection("Autre Nom", null, ContactChannels.Courriel, null), by, now),
            nameof(Acts.ChangeAddress) => () => request.ChangeAddress(ContactAddressChange.Ask(request.Id, "autre@example.org", now), by, now),
            nameof(Acts.HandOver) => () => request.HandOver(new NewPerson("Autre Nom", "autre@example.org", null), keepsFollowers: true, IdentityChecks.Rappel, "Elle a quitté l’association.", by, now),
            nameof(Acts.InviteFollower) => () => request.InviteFollower("Autre Nom", "autre@example.org", by, now),
            nameof(Acts.JoinAsFollower) => () => request.JoinAsFollower(scene.Follower(), by, now),
            nameof(Acts.RemoveFollower) => () => request.RemoveFollower(scene.Follower(), by, now),
            nameof(Acts.LeaveAsFollower) => () => request.LeaveAsFollower(scene.Follower(), by, now),
            nameof(Acts.AddInformation) => () => request.AddInformation("Nous sommes douze.", by, now),
            nameof(Acts.ShareInformation) => () => request.ShareInformation(by, now),
            nameof(Acts.TakeInCharge) => () => request.TakeInCharge(by, now, today),
            nameof(Acts.Assign) => () => request.Assign(Guid.CreateVersion7(now), by, now),
            nameof(Acts.Release) => () => request.Assign(null, by, now),
            nameof(Acts.Correct) => () => request.Correct(new Correction { ById = Guid.Empty, At = now }, by, now),
            nameof(Acts.WriteSummary) => () => request.WriteSummary("Résumé.", by, now),
            nameof(Acts.MaskPassages) => () => request.MaskPassages(new MaskOrder { Passages = ["texte libre inventé"] }, by, now),
            nameof(Acts.LeavePassages) => () => request.LeavePassages([("Texte libre", "Rien de personnel.")], by, now),
            nameof(Acts.AddNote) => () => request.AddNote("Note.", by, now),
            nameof(Acts.AskStructure) => () => request.AskStructure("Combien ?", by, now, today),
            nameof(Acts.AnswerQuestion) => () => request.AnswerQuestion("Deux.", by, now, today),
            nameof(Acts.DropQuestion) => () => request.DropQuestion(by, now, today),
            nameof(Acts.Propose) => () => request.Propose(new ReferralChoice(Guid.CreateVersion7(now), Guid.CreateVersion7(now), 1, ProposalRole.Lead, 1), null, by, now, today),
            nameof(Acts.AskConsent) => () => request.AskConsent(by, now, today),
            nameof(Acts.RefuseProposals) => () => request.RefuseProposals("Non merci.", by, now, today),
            nameof(Acts.ReportNotCalledBack) => () => request.ReportNotCalledBack("Personne.", by, now, today),
            nameof(Acts.Close) => () => request.Close(ClosingReasons.AucunActeur, "Nous n'avons trouvé personne.", null, by, now, today),
            nameof(Acts.Withdraw) => () => request.Close(ClosingReasons.AbandonStructure, "Merci.", null, by, now, today),
            nameof(Acts.Reopen) => () => request.Reopen("Du nouveau.", by, now, today),
            nameof(Acts.Anonymise) => () => request.Anonymise(by, now),
            nameof(Acts.AskErasure) => () => request.AskErasure(by.Kind == AuthorKind.Staff ? IdentityChecks.Rappel : null, by.Kind == AuthorKind.Staff ? "La personne l’a demandé par téléphone." : null, by, now),
            nameof(Acts.SendDataLink) => () => request.SendDataLink(IdentityChecks.Rappel, "Elle a cité la référence.", by, now),
            nameof(Acts.NoticeDormant) => () => request.NoticeDormant(by, now, today),
            nameof(Acts.GiveConsent) => () => request.GiveConsent(id, by, now, today),
            nameof(Acts.SendReferral) => () => request.SendReferral(id, scene.Offer!, isByHand: false, by, now, today),
            nameof(Acts.RequestInformation) => () => request.RequestInformation(id, "Combien ?", by, now, today),
            nameof(Acts.GiveInformation) => () => request.GiveInformation(id, "Deux.", by, now, today),
            nameof(Acts.AcceptReferral) => () => request.AcceptReferral(id, by, now, today),
            nameof(Acts.DeclineReferral) => () => request.DeclineReferral(id, NoCapacity, by, now, today),
            nameof(Acts.HandBackReferral) => () => request.HandBackReferral(id, NoCapacity, by, now, today),
            nameof(Acts.ExpireReferral) => () => request.ExpireReferral(id, by, now, A.DayOf(A.Today.AddDays(90))),
            nameof(Acts.CompleteReferral) => () => request.CompleteReferral(id, ReferralOutcomes.AideApportee, "Merci.", by, now, today),
            nameof(Acts.RaiseTask) => () => request.RaiseTask(StaffTask.Dormant, null, by, now, today),
            nameof(Acts.SettleTask) => () => request.SettleTask("Fait.", by, now, today),
            nameof(Acts.OfferDate) => () => request.OfferDate(id, A.Today.AddDays(20), by, now, today),
            nameof(Acts.AgreeToDate) => () => request.AgreeToDate(id, by, now, today),
            nameof(Acts.LapseDate) => () => request.LapseDate(id, by, now, A.DayOf(A.Today.AddDays(90))),
            nameof(Acts.LapseQuestion) => () => request.LapseQuestion(id, by, now, A.DayOf(A.Today.AddDays(90))),
            nameof(Acts.UndoAnswer) => () => request.UndoAnswer(id, by, A.Now, today),
            nameof(Acts.ConfirmOutcome) => () => request.ConfirmOutcome(id, by, now, today),
            nameof(Acts.ContestOutcome) => () => request.ContestOutcome(id, "Rien n’est fait.", by, now, today),
            nameof(Acts.SettleOutcome) => () => request.SettleOutcome(id, by, now, A.DayOf(A.Today.AddDays(90))),
            nameof(Acts.LeaveOutcomeOpen) => () => request.LeaveOutcomeOpen(id, by, now, A.DayOf(A.Today.AddDays(90))),
            nameof(Acts.SettleDisagreement) => () => request.SettleDisagreement(id, "Entendus tous les deux.", by, now),
            nameof(Acts.ReportRung) => () => request.ReportRung(id, new RungSeen(Rung.Reached, by.Kind == AuthorKind.Structure ? LadderSide.Structure : LadderSide.Actor, A.Today), by, now, today),
            nameof(Acts.TakeRungBack) => () => request.TakeRungBack(id, Guid.Empty, by, now, today),
            nameof(Acts.CancelReferral) => () => request.CancelReferral(id, by, now, today),
            nameof(Acts.CorrectReferral) => () => request.CorrectReferral(id, scene.Offer!, "Erreur.", by, now, today),
            _ => throw new InvalidOperationException($"Say here how {act} is done."),
        };
        method();
    }
}
