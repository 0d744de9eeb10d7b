using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests;

// What an actor answers, by itself or to staff who note it: the guard, the effect, the event, then the derived status.
public sealed partial class OrientationRequest
{
    /// <summary>Most months ahead of the day from which an actor would take a request.</summary>
    public const int MostMonthsAhead = 6;

    /// <summary>The actor asks its one question.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.RequestInformation"/>, <see cref="RuleCode.ReferralNotFound"/>, or <see cref="RuleCode.ReasonRequired"/> when it is empty.</exception>
    public void RequestInformation(Guid referralId, string question, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.RequestInformation, referral, by);
        EnsureText(question);
        NoteAnswer(referral, by, now);
        Move(Acts.RequestInformation, referral, by, now);
        (referral.QuestionAskedAt, referral.IsQuestionOpen) = (now, true);
        referral.PauseClock(todayInParis, todayInParis.Delays.Of(DelayKind.Pause, IsUrgent));
        Write(Acts.RequestInformation, question, by, now, referralId);
        Finish(Acts.RequestInformation, referral, by, now, todayInParis);
    }

    /// <summary>Answers the question of an actor; its clock starts again where it stood, at most 5 working days later than it would have been.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.GiveInformation"/>, <see cref="RuleCode.ReferralNotFound"/>, <see cref="RuleCode.ReasonRequired"/> when it is empty, or <see cref="RuleCode.SensitiveAnswer"/>.</exception>
    public void GiveInformation(Guid referralId, string answer, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.GiveInformation, referral, by);
        EnsureAnswer(answer);
        if (Acts.GiveInformation.MovesFrom(referral.Status)) Move(Acts.GiveInformation, referral, by, now);
        referral.ResumeClock(todayInParis);
        (referral.IsQuestionOpen, referral.SettlesAt) = (false, null);
        Write(Acts.GiveInformation, answer, by, now, referralId);
        Finish(Acts.GiveInformation, referral, by, now, todayInParis);
        if (by.Kind == AuthorKind.Structure) LeaveToStaff(referral, now, todayInParis);
    }

    /// <summary>The actor takes the request.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.AcceptReferral"/>, or <see cref="RuleCode.ReferralNotFound"/>.</exception>
    public void AcceptReferral(Guid referralId, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.AcceptReferral, referral, by);
        NoteAnswer(referral, by, now);
        Move(Acts.AcceptReferral, referral, by, now);
        referral.Accept(startsOn: null, now, todayInParis, IsUrgent);
        Finish(Acts.AcceptReferral, referral, by, now, todayInParis);
    }

    /// <summary>The actor declines.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.DeclineReferral"/>, <see cref="RuleCode.ReferralNotFound"/>, <see cref="RuleCode.UnknownCode"/> or <see cref="RuleCode.ReasonRequired"/>.</exception>
    public void DeclineReferral(Guid referralId, Decline decline, Author by, DateTimeOffset now, PlusDay todayInParis) =>
        GiveUp(Acts.DeclineReferral, referralId, decline, by, now, todayInParis);

    /// <summary>The actor hands an accepted request back.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.HandBackReferral"/>, <see cref="RuleCode.ReferralNotFound"/>, <see cref="RuleCode.UnknownCode"/> or <see cref="RuleCode.ReasonRequired"/>.</exception>
    public void HandBackReferral(Guid referralId, Decline decline, Author by, DateTimeOffset now, PlusDay todayInParis) =>
        GiveUp(Acts.HandBackReferral, referralId, decline, by, now, todayInParis);

    /// <summary>The actor did not answer by its last day.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.ExpireReferral"/>, <see cref="RuleCode.ReferralNotFound"/>, or <see cref="RuleCode.IllegalReferralTransition"/> while the last day has not passed.</exception>
    public void ExpireReferral(Guid referralId, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.ExpireReferral, referral, by);
        if (referral.ExpiresOn is not { } last || todayInParis <= last) throw new DomainRuleException(RuleCode.IllegalReferralTransition);
        Move(Acts.ExpireReferral, referral, by, now);
        Finish(Acts.ExpireReferral, referral, by, now, todayInParis);
    }

    /// <summary>The support ends, with its outcome. A good one stands once the structure agrees, or says nothing in time.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.CompleteReferral"/>, <see cref="RuleCode.ReferralNotFound"/> or <see cref="RuleCode.UnknownCode"/>.</exception>
    public void CompleteReferral(Guid referralId, string outcome, string? comment, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.CompleteReferral, referral, by);
        if (!ReferralOutcomes.All.Contains(outcome)) throw new DomainRuleException(RuleCode.UnknownCode);
        NoteAnswer(referral, by, now);
        Move(Acts.CompleteReferral, referral, by, now);
        referral.ReferralOutcome = outcome;
        referral.HearNews(todayInParis, IsUrgent);
        if (ReferralOutcomes.IsSuccessful(outcome)) referral.AwaitWordOnOutcome(todayInParis.AddWorkingDays(todayInParis.Delays.Of(DelayKind.OutcomeSettles, IsUrgent)));
        WriteIfAny(Acts.CompleteReferral, comment, by, now, referralId);
        Finish(Acts.CompleteReferral, referral, by, now, todayInParis, outcome);
    }

    /// <summary>« Oui, mais à partir du… »: the actor would take the request from a later day, to which the structure has to agree. Its clock stands still.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.OfferDate"/>, <see cref="RuleCode.ReferralNotFound"/>, or <see cref="RuleCode.UnusableDate"/> for a day that is not after today and within <see cref="MostMonthsAhead"/> months.</exception>
    public void OfferDate(Guid referralId, DateOnly startsOn, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.OfferDate, referral, by);
        if (startsOn <= todayInParis.Date || startsOn > todayInParis.Date.AddMonths(MostMonthsAhead)) throw new DomainRuleException(RuleCode.UnusableDate);
        NoteAnswer(referral, by, now);
        Move(Acts.OfferDate, referral, by, now);
        referral.StartsOn = startsOn;
        referral.AnsweredAt = now;
        referral.PauseClock(todayInParis, todayInParis.Delays.Of(DelayKind.Pause, IsUrgent));
        Finish(Acts.OfferDate, referral, by, now, todayInParis);
    }

    /// <summary>The structure agrees to that day: the actor takes the request, and the first contact is counted from it.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.AgreeToDate"/>, or <see cref="RuleCode.ReferralNotFound"/>.</exception>
    public void AgreeToDate(Guid referralId, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.AgreeToDate, referral, by);
        Move(Acts.AgreeToDate, referral, by, now);
        referral.SettlesAt = null;
        referral.Accept(referral.StartsOn, now, todayInParis, IsUrgent);
        Finish(Acts.AgreeToDate, referral, by, now, todayInParis);
    }

    /// <summary>Nobody agreed to that day in time: the answer of the actor is awaited again, with the days that it had left.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.LapseDate"/>, <see cref="RuleCode.ReferralNotFound"/>, or <see cref="RuleCode.IllegalReferralTransition"/> while the last day has not passed.</exception>
    public void LapseDate(Guid referralId, Author by, DateTimeOffset now, PlusDay todayInParis) => Lapse(Acts.LapseDate, referralId, by, now, todayInParis);

    /// <summary>Nobody answered the actor in time: its answer is awaited again, with the days that it had left. A late answer still reaches it.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.LapseQuestion"/>, <see cref="RuleCode.ReferralNotFound"/>, or <see cref="RuleCode.IllegalReferralTransition"/> while the last day has not passed.</exception>
    public void LapseQuestion(Guid referralId, Author by, DateTimeOffset now, PlusDay todayInParis) => Lapse(Acts.LapseQuestion, referralId, by, now, todayInParis);

    /// <summary>Whoever gave the last answer of the actor takes it back, within <see cref="Referral.UndoMinutes"/> minutes; the referral is where it was, and nobody is told. Needs the texts and the rungs of the referral.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.UndoAnswer"/>, <see cref="RuleCode.ReferralNotFound"/>, or <see cref="RuleCode.AnswerSettled"/> when the minutes are over.</exception>
    public void UndoAnswer(Guid referralId, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.UndoAnswer, referral, by);
        if (!(now < referral.SettlesAt)) throw new DomainRuleException(RuleCode.AnswerSettled);
        notes.RemoveAll(note => note.ReferralId == referralId && note.At == referral.AnswerNotedAt);
        ladderReports.RemoveAll(report => report.ReferralId == referralId && report.At == referral.AnswerNotedAt);
        referral.TakeAnswerBack(by, now, todayInParis);
        Finish(Acts.UndoAnswer, referral, by, now, todayInParis);
    }

    /// <summary>
    /// The request as its structure may know it: answers that may still be taken back are taken back, as <see cref="UndoAnswer"/> does, and so are rungs of which
    /// its mail waits, where the rungs are read. For a request that was read to be shown, never to be saved. One that has ended meanwhile is as it is.
    /// </summary>
    public OrientationRequest WithoutHeldAnswers(DateTimeOffset now, PlusDay todayInParis)
    {
        foreach (var held in referrals.Where(referral => referral.SettlesAt > now))
        {
            var by = new Author(AuthorKind.Partner, held.AnsweredById, Channel.PartnerPage);
            if (RefusalFor(Acts.UndoAnswer, held, by) is null) UndoAnswer(held.Id, by, now, todayInParis);
        }

        foreach (var held in ladderReports.FindAll(report => report.IsHeldAt(now)))
        {
            var by = new Author(held.AuthorKind, held.AuthorId, held.Channel);
            if (RungsToTakeBack(FindReferral(held.ReferralId), by).Contains(held)) TakeRungBack(held.ReferralId, held.Id, by, now, todayInParis);
        }

        return this;
    }

    private void Lapse(ReferralAct act, Guid referralId, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(act, referral, by);
        if (!(todayInParis.Date > referral.PauseEndsOn)) throw new DomainRuleException(RuleCode.IllegalReferralTransition);
        Move(act, referral, by, now);
        if (act == Acts.LapseDate) (referral.StartsOn, referral.AnsweredAt) = (null, null);
        referral.ResumeClock(todayInParis);

        // It came late, and has no day left to keep: the actor is asked as at first, so that this too has an end.
        if (referral.ExpiresOn < todayInParis.Date) referral.StartClock(todayInParis, todayInParis.Delays, IsUrgent);
        Finish(act, referral, by, now, todayInParis);
        LeaveToStaff(referral, now, todayInParis);
    }

    /// <summary>An actor without address hears from staff alone that its answer is awaited again: it stands on their list until they did it.</summary>
    private void LeaveToStaff(Referral referral, DateTimeOffset now, PlusDay todayInParis)
    {
        if (referral is { IsByHand: true, IsAwaitingAnswer: true }) RaiseTask(StaffTask.TellActor, referral.Id, Author.Job, now, todayInParis);
    }

    /// <summary>Every answer can be taken back for some minutes, by whoever gave it.</summary>
    private void NoteAnswer(Referral referral, Author by, DateTimeOffset now) => referral.NoteAnswer(by, now, LastEventNumber + 1);

    private void GiveUp(ReferralAct act, Guid referralId, Decline decline, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(act, referral, by);
        if (!DeclineReasons.All.Contains(decline.Reason)) throw new DomainRuleException(RuleCode.UnknownCode);
        if (decline.Reason == DeclineReasons.Autre) EnsureText(decline.Comment ?? "");
        EnsureSentence(decline.Sentence);
        NoteAnswer(referral, by, now);
        Move(act, referral, by, now);
        referral.AnsweredAt = now;
        referral.DeclineReason = decline.Reason;
        referral.BetterActorId = decline.BetterActorId;
        WriteIfAny(act, decline.Comment, by, now, referralId);
        WriteSentence(decline.Sentence, by, now, referralId);
        Finish(act, referral, by, now, todayInParis, decline.Reason);
    }
}
