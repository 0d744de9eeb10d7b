using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests;

// Acts on the request that leave its referrals alone. Each begins with its rule; the codes that it adds depend on what is typed.
public sealed partial class OrientationRequest
{
    /// <summary>Stores a matching result with its signals; urgency follows from them.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.RecordMatching"/>.</exception>
    public void RecordMatching(MatchResult result, DateTimeOffset now, PlusDay todayInParis, Author by)
    {
        Begin(Acts.RecordMatching, by);
        Matching = result;
        MatchedAt = now;
        signalCodes = [.. result.Signals.Select(signal => signal.Code).Distinct()];
        IsUrgent = SignalCodes.Contains(TriageSignals.UrgentDifficulte) || SignalCodes.Contains(TriageSignals.DetressePersonne);
        Leave(Acts.RecordMatching, by, now);

        // The structure was promised a day: a search made again brings it forward, and never puts it off.
        if (Status != RequestStatus.Submitted) return;
        var promised = FirstLookFrom(todayInParis);
        if (promised < PromisedOn) PromisedOn = promised;
        Refresh(now, todayInParis);
    }

    /// <summary>Records that the structure opened its private link: its address works. Does nothing the second time.</summary>
    public void ProveAddress(DateTimeOffset now)
    {
        if (!Begin(Acts.ProveAddress, Author.Structure)) return;
        AddressProvenAt = now;
        Leave(Acts.ProveAddress, Author.Structure, now);
    }

    /// <summary>Staff spoke to the person and vouch for the address. Does nothing when it is proven already.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.VouchForAddress"/>.</exception>
    public void VouchForAddress(Author by, DateTimeOffset now)
    {
        if (!Begin(Acts.VouchForAddress, by)) return;
        AddressProvenAt = now;
        Leave(Acts.VouchForAddress, by, now);
    }

    /// <summary>Replaces the address of the person. It is proven anew, by the link that goes to it; links that went to the former one open nothing any more.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.CorrectAddress"/>, or <see cref="RuleCode.AlreadyDone"/> for the address that is recorded, in whatever letters.</exception>
    public void CorrectAddress(string email, Author by, DateTimeOffset now)
    {
        Begin(Acts.CorrectAddress, by);
        if (string.Equals(email, Contact.Email, StringComparison.OrdinalIgnoreCase)) throw new DomainRuleException(RuleCode.AlreadyDone);
        Contact = Contact with { Email = email };
        AddressProvenAt = null;
        Leave(Acts.CorrectAddress, by, now);
    }

    /// <summary>A member of staff takes the request; a submitted one enters triage.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.TakeInCharge"/>.</exception>
    public void TakeInCharge(Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        Begin(Acts.TakeInCharge, by);
        AssigneeId = by.UserId;
        Follow(Acts.TakeInCharge, by, now, todayInParis);
        Leave(Acts.TakeInCharge, by, now);
    }

    /// <summary>Gives the request to a member of staff, or to nobody.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.Assign"/>, or <see cref="Acts.Release"/> for nobody.</exception>
    public void Assign(Guid? staffId, Author by, DateTimeOffset now)
    {
        var act = staffId is null ? Acts.Release : Acts.Assign;
        Begin(act, by);
        AssigneeId = staffId;
        Leave(act, by, now);
    }

    /// <summary>Corrects stage, sub-stage, themes or commune beside the declaration; null leaves as it stands.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.Correct"/>, or <see cref="RuleCode.UnknownCode"/>.</exception>
    public void Correct(Correction correction, Author by, DateTimeOffset now)
    {
        Begin(Acts.Correct, by);
        if (correction.Stage is not null && !Stages.All.Contains(correction.Stage)) throw new DomainRuleException(RuleCode.UnknownCode);
        if (correction.SubStage is not null && SubStages.StageOf(correction.SubStage) != (correction.Stage ?? Declared.Stage)) throw new DomainRuleException(RuleCode.UnknownCode);
        if (correction.Themes is { } corrected && (corrected.Count > Vocabulary.Themes.MaxPerRequest || Vocabulary.Themes.All.UnknownAmong(corrected).Any())) throw new DomainRuleException(RuleCode.UnknownCode);
        Correction = correction;
        TakeValuesInForce();
        Leave(Acts.Correct, by, now);
    }

    /// <summary>Writes or checks the summary that the actors will read.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.WriteSummary"/>, or <see cref="RuleCode.SensitiveSummary"/>.</exception>
    public void WriteSummary(string summary, Author by, DateTimeOffset now)
    {
        Begin(Acts.WriteSummary, by);
        EnsureSummary(summary);
        Summary = summary.Trim();
        Leave(Acts.WriteSummary, by, now);
    }

    /// <summary>Writes an internal note, at any time.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.AddNote"/>, or <see cref="RuleCode.ReasonRequired"/> when it is empty.</exception>
    public void AddNote(string text, Author by, DateTimeOffset now)
    {
        Begin(Acts.AddNote, by);
        Write(Acts.AddNote, text, by, now);
        Leave(Acts.AddNote, by, now);
    }

    /// <summary>Records that the person wants its data erased; staff say how they knew who asks, and why in words that name nobody.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.AskErasure"/>; for staff <see cref="RuleCode.UnknownCode"/>, <see cref="RuleCode.ReasonRequired"/> or <see cref="RuleCode.ReasonNamesSomebody"/>.</exception>
    public void AskErasure(string? identityCheck, string? reason, Author by, DateTimeOffset now)
    {
        Begin(Acts.AskErasure, by);
        EnsureIdentityChecked(identityCheck, by);
        if (by.Kind == AuthorKind.Staff) EnsureText(reason ?? "");
        if (reason is not null && NamesSomebody(reason)) throw new DomainRuleException(RuleCode.ReasonNamesSomebody);
        WriteIfAny(Acts.AskErasure, reason, by, now);
        Leave(Acts.AskErasure, by, now, reasonCode: identityCheck);
    }

    /// <summary>Records that staff send the person a link to its data, and how they knew who asks and why; the reason is an internal text.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.SendDataLink"/>, <see cref="RuleCode.UnknownCode"/>, or <see cref="RuleCode.ReasonRequired"/>.</exception>
    public void SendDataLink(string identityCheck, string reason, Author by, DateTimeOffset now)
    {
        Begin(Acts.SendDataLink, by);
        EnsureIdentityChecked(identityCheck, by);
        Write(Acts.SendDataLink, reason, by, now);
        Leave(Acts.SendDataLink, by, now, reasonCode: identityCheck);
    }

    /// <summary>Asks the structure for a missing piece.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.AskStructure"/>, or <see cref="RuleCode.ReasonRequired"/> when it is empty.</exception>
    public void AskStructure(string question, Author by, DateTimeOffset now, PlusDay todayInParis) => Exchange(Acts.AskStructure, question, by, now, todayInParis);

    /// <summary>The structure answers the question of staff; the request is back in triage.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.AnswerQuestion"/>, or <see cref="RuleCode.ReasonRequired"/> when it is empty.</exception>
    public void AnswerQuestion(string answer, Author by, DateTimeOffset now, PlusDay todayInParis) => Exchange(Acts.AnswerQuestion, answer, by, now, todayInParis);

    /// <summary>Staff take the request back without waiting for the answer.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.DropQuestion"/>.</exception>
    public void DropQuestion(Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        Begin(Acts.DropQuestion, by);
        Follow(Acts.DropQuestion, by, now, todayInParis);
        Leave(Acts.DropQuestion, by, now);
    }

    /// <summary>The structure says that nobody called back: the request is due today for PLUS, or on the next day on which it is there. Said again while it is, it is noted and told to nobody; without a word, or with the same one as before, it changes nothing. Loaded with its notes.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.ReportNotCalledBack"/>.</exception>
    public void ReportNotCalledBack(string? message, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        Begin(Acts.ReportNotCalledBack, by);
        var isOnListOfToday = Task == StaffTask.NotCalledBack && TaskOn >= todayInParis.Date;
        if (isOnListOfToday && (string.IsNullOrWhiteSpace(message) || notes.Where(note => note.Kind == Acts.ReportNotCalledBack.Writes).MaxBy(note => (note.At, note.Id))?.Text == message.Trim())) return;
        WriteIfAny(Acts.ReportNotCalledBack, message, by, now);
        if (Task != StaffTask.NotCalledBack) PutTask(StaffTask.NotCalledBack, SilentReferral?.Id, todayInParis);
        StructureHeardOn = todayInParis;
        Refresh(now, todayInParis);
        Leave(Acts.ReportNotCalledBack, by, now, isNews: !isOnListOfToday);
    }

    /// <summary>The actor that should have called; null when there are several.</summary>
    private Referral? SilentReferral => Current.Where(told => told.Status is ReferralStatus.Accepted).ToList() is [var only] ? only : Current.Where(told => told.Status is ReferralStatus.Sent or ReferralStatus.Accepted).ToList() is [var one] ? one : null;

    /// <summary>A link proves who the person is; staff say how they know.</summary>
    private static void EnsureIdentityChecked(string? code, Author by)
    {
        if (by.Kind == AuthorKind.Staff ? code is null || !IdentityChecks.All.Contains(code) : code is not null) throw new DomainRuleException(RuleCode.UnknownCode);
    }

    private void Exchange(RequestAct act, string text, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        Begin(act, by);
        EnsureText(text);
        Follow(act, by, now, todayInParis);
        Write(act, text, by, now);
        Leave(act, by, now);
    }
}
