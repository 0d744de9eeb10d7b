using PlusPortal.Domain.Announcements.ByHand;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Testing.Builders;

/// <summary>A request of which one actor is told by hand.</summary>
/// <param name="Request">The request.</param>
/// <param name="Referral">The referral of that actor.</param>
/// <param name="Offers">The offers, to be stored with it.</param>
public sealed record HandScene(OrientationRequest Request, Referral Referral, IReadOnlyList<SupportOffer> Offers)
{
    /// <summary>The telephone of the person.</summary>
    public const string Phone = "06 00 00 00 43";

    /// <summary>Who notes what the actor says.</summary>
    public static readonly Author Staff = A.Staff();

    /// <summary>What the structure answered.</summary>
    public const string Answer = "Nous sommes deux.";

    /// <summary>What the structure added.</summary>
    public const string Added = "Nous serons bientôt douze.";

    /// <summary>A request for whose actor it is that moment, by what people and the clock do.</summary>
    public static HandScene At(HandMoment moment)
    {
        var (offer, other, staff) = (A.SupportOffer().Build(), A.SupportOffer().Build(), Staff);
        var request = A.Request().From(contact => contact with { Phone = Phone }).Build();
        var (scene, now) = (new HandScene(request, request.Sending(offer, isByHand: true), [offer, other]), A.Now);
        var id = scene.Referral.Id;
        switch (moment)
        {
            case HandMoment.FirstSending:
                break;
            case HandMoment.SentAgain:
                request.DeclineReferral(id, new Decline(DeclineReasons.Capacite, null, null), staff, now, A.Day);
                request.CorrectReferral(id, offer, "Erreur.", staff, now, A.Day);
                break;
            case HandMoment.Reminder:
                scene.Come(ClockStep.ActorReminder);
                break;
            case HandMoment.LastCall:
                scene.Come(ClockStep.ActorLastCall);
                break;
            case HandMoment.QuestionWaits or HandMoment.QuestionAnswered or HandMoment.QuestionLapsed:
                request.RequestInformation(id, "Combien ?", staff, now, A.Day);
                if (moment == HandMoment.QuestionAnswered) request.GiveInformation(id, Answer, Author.Structure, now, A.Day);
                if (moment == HandMoment.QuestionLapsed) request.LapseQuestion(id, Author.Job, now, A.DayOf(scene.Referral.PauseEndsOn!.Value.AddDays(1)));
                break;
            case HandMoment.DateWaits or HandMoment.DateLapsed or HandMoment.DateRefused:
                request.OfferDate(id, A.Today.AddDays(20), staff, now, A.Day);
                if (moment == HandMoment.DateLapsed) request.LapseDate(id, Author.Job, now, A.DayOf(scene.Referral.PauseEndsOn!.Value.AddDays(1)));
                if (moment == HandMoment.DateRefused) request.CancelReferral(id, Author.Structure, now, A.Day);
                break;
            case HandMoment.TooLate:
                request.ExpireReferral(id, Author.Job, now, A.DayOf(scene.Referral.ExpiresOn!.Value.AddDays(1)));
                break;
            case HandMoment.TakenOver:
                var second = request.Sending(other);
                request.ExpireReferral(id, Author.Job, now, A.DayOf(scene.Referral.ExpiresOn!.Value.AddDays(1)));
                request.AcceptReferral(second.Id, A.Partner(), now, A.Day);
                request.SettleAnswers(now.AddMinutes(Referral.UndoMinutes));
                break;
            case HandMoment.Accepted or HandMoment.FirstContactNudge:
                request.AcceptReferral(id, staff, now, A.Day);
                if (moment == HandMoment.FirstContactNudge) scene.Come(ClockStep.FirstContactNudge);
                break;
            case HandMoment.AcceptedAgain:
                request.AcceptReferral(id, staff, now, A.Day);
                request.CompleteReferral(id, ReferralOutcomes.AideApportee, null, staff, now, A.Day);
                request.CorrectReferral(id, offer, "Erreur.", staff, now, A.Day);
                break;
            case HandMoment.UnderWay or HandMoment.NewsNudge:
                request.AcceptReferral(id, staff, now, A.Day);
                request.ReportRung(id, new RungSeen(Rung.FirstContact, LadderSide.Actor, A.Today), staff, now, A.Day);
                if (moment == HandMoment.NewsNudge) scene.Come(ClockStep.NewsNudge);
                break;
            case HandMoment.ContactChanged:
                request.AcceptReferral(id, staff, now, A.Day);
                request.CorrectContact(new ContactCorrection("Autre Nom", Phone, ContactChannels.Telephone, null), Author.Structure, now);
                break;
            case HandMoment.InformationAdded:
                request.AddInformation(Added, Author.Structure, now);
                request.ShareInformation(staff, now);
                break;
            case HandMoment.Masked:
                request.MaskPassages(new MaskOrder { Passages = ["texte libre inventé"] }, staff, now);
                break;
            case HandMoment.TakenBack:
                request.CancelReferral(id, staff, now, A.Day);
                break;
            case HandMoment.Erased:
                request.AskErasure(null, null, Author.Structure, now);
                request.Close(ClosingReasons.EffacementDemande, null, null, Author.Structure, now, A.Day);
                request.Anonymise(Author.Job, now);
                break;
        }

        return scene;
    }

    /// <summary>The clock comes to that step, which nobody prevented.</summary>
    private void Come(ClockStep step)
    {
        var due = Request.StepsToCome(A.Day).First(coming => coming.Row.Step == step && coming.ReferralId == Referral.Id);
        Request.TakeSteps(new HashSet<ClockStep>(), A.Now.AddHours(1), A.DayOf(due.DueOn));
    }
}
