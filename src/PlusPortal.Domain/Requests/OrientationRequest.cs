using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests;

/// <summary>Whom an open request waits for.</summary>
public enum WaitsFor
{
    /// <summary>PLUS must act.</summary>
    Plus,

    /// <summary>The structure must answer.</summary>
    Structure,

    /// <summary>A support actor must answer or act.</summary>
    SupportActor,

    /// <summary>Nobody: the request is closed.</summary>
    Nobody,
}

/// <summary>How the request reached the portal.</summary>
public enum RequestOrigin
{
    /// <summary>Typed by the structure.</summary>
    Online,

    /// <summary>Typed by staff for a person who telephoned.</summary>
    EnteredByStaff,
}

/// <summary>A request for orientation: the aggregate of the workflow, with its referrals, timeline and notes.</summary>
public sealed partial class OrientationRequest
{
    /// <summary>Most actors that may be asked at the same time.</summary>
    public const int MaxOpenReferrals = 3;

    /// <summary>Most characters of the summary that PLUS writes for the actors.</summary>
    public const int SummaryLength = 2_000;

    private readonly List<Referral> referrals = [];
    private readonly List<TimelineEvent> timeline = [];
    private readonly List<RequestNote> notes = [];
    private readonly List<TimelineEvent> unannounced = [];

    private OrientationRequest()
    {
        // EF only
    }

    /// <summary>Identifier, no secret.</summary>
    public Guid Id { get; private set; }

    /// <summary>Reference that people read aloud; unique.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Draft it comes from; unique, so that a draft makes one request.</summary>
    public Guid? DraftId { get; private set; }

    /// <summary>How it reached the portal.</summary>
    public RequestOrigin Origin { get; private set; }

    /// <summary>Where it stands.</summary>
    public RequestStatus Status { get; private set; }

    /// <summary>1 until it is re-opened; earlier rounds do not count in the status.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>Number of the last event. Written at each change, so that two writers always conflict on the root row.</summary>
    public int LastEventNumber { get; private set; }

    /// <summary>Row version; posted back by forms.</summary>
    public uint Version { get; private set; }

    /// <summary>What the structure declared.</summary>
    public Declaration Declared { get; private set; } = null!;

    /// <summary>What staff corrected beside it; null when nothing.</summary>
    public Correction? Correction { get; private set; }

    /// <summary>Stage in force: corrected, else declared; null for « je ne sais pas ».</summary>
    public string? Stage { get; private set; }

    /// <summary>Sub-stage in force.</summary>
    public string? SubStage { get; private set; }

    /// <summary>Themes in force.</summary>
    public List<string> Themes { get; private set; } = [];

    /// <summary>Commune in force.</summary>
    public string CommuneCode { get; private set; } = "";

    /// <summary>Département in force, for filters.</summary>
    public string Departement { get; private set; } = "";

    /// <summary>The person to call.</summary>
    public Contact Contact { get; private set; } = null!;

    /// <summary>Who may receive the request.</summary>
    public TransmissionRule TransmissionRule { get; private set; }

    /// <summary>When the structure agreed to how its data are used, UTC.</summary>
    public DateTimeOffset ConsentedAt { get; private set; }

    /// <summary>Version of the text that it agreed to.</summary>
    public string ConsentTextVersion { get; private set; } = "";

    /// <summary>When the address was proven by its link, or vouched for by staff, UTC; null until then.</summary>
    public DateTimeOffset? AddressProvenAt { get; private set; }

    /// <summary>When it was sent, UTC.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>Whom it waits for.</summary>
    public WaitsFor WaitsFor { get; private set; }

    /// <summary>Since when it waits in its present status, UTC.</summary>
    public DateTimeOffset WaitingSince { get; private set; }

    /// <summary>Paris day of the next action; null once closed.</summary>
    public DateOnly? NextDueOn { get; private set; }

    /// <summary>Member of staff in charge; null when nobody is.</summary>
    public Guid? AssigneeId { get; private set; }

    /// <summary>Whether a signal of urgency or distress holds: urgent delays apply.</summary>
    public bool IsUrgent { get; private set; }

    /// <summary>Codes of the signals in force.</summary>
    public List<string> SignalCodes { get; private set; } = [];

    /// <summary>Last matching result, stored as it was.</summary>
    public MatchResult? Matching { get; private set; }

    /// <summary>When the matcher last ran, UTC.</summary>
    public DateTimeOffset? MatchedAt { get; private set; }

    /// <summary>Summary that PLUS wrote or checked for the actors; null until then.</summary>
    public string? Summary { get; private set; }

    /// <summary>Code of <see cref="ClosingReasons"/>; null while open.</summary>
    public string? ClosingReason { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Request that is kept, when this one is a duplicate.</summary>
    public Guid? DuplicateOfId { get; private set; }

    /// <summary>Every referral, earlier rounds included.</summary>
    public IReadOnlyList<Referral> Referrals => referrals;

    /// <summary>Everything that happened, in order.</summary>
    public IReadOnlyList<TimelineEvent> Timeline => timeline;

    /// <summary>Free texts; each kind says who may read it.</summary>
    public IReadOnlyList<RequestNote> Notes => notes;

    /// <summary>Whether something was recorded that nobody has asked about with <see cref="TakeUnannounced"/>.</summary>
    public bool HasUnannounced => unannounced.Count > 0;

    /// <summary>Whether it has not ended.</summary>
    public bool IsOpen => Status != RequestStatus.Closed;

    /// <summary>Place in force.</summary>
    public Place Place => Correction?.Place ?? Declared.Place;

    /// <summary>Name of the commune in force.</summary>
    public string CommuneName => Correction?.CommuneName ?? Declared.CommuneName;

    /// <summary>Builds the request that a structure sends.</summary>
    public static OrientationRequest Submit(NewRequest request, DateTimeOffset now, DateOnly todayInParis)
    {
        var created = new OrientationRequest
        {
            Id = Guid.CreateVersion7(now),
            Reference = request.Reference.Value,
            DraftId = request.DraftId,
            Origin = request.Origin,
            Status = RequestStatus.Submitted,
            Declared = request.Declaration,
            Contact = request.Contact,
            TransmissionRule = request.TransmissionRule,
            ConsentedAt = now,
            ConsentTextVersion = request.ConsentTextVersion,
            SubmittedAt = now,
            WaitingSince = now,
        };
        created.TakeValuesInForce();
        created.Record(EventKind.Submitted, request.By, now);
        created.SetNextAction(todayInParis);
        return created;
    }

    /// <summary>The events recorded since it was read or since they were last taken, for whoever tells people of them.</summary>
    public IReadOnlyList<TimelineEvent> TakeUnannounced()
    {
        IReadOnlyList<TimelineEvent> taken = [.. unannounced];
        unannounced.Clear();
        return taken;
    }

    /// <summary>What the matcher should read: corrected values where there are some.</summary>
    public MatchingCriteria ToCriteria() => CriteriaOf(Declared, Place, Stage, SubStage, Themes);

    /// <summary>The same from the parts of a stored request, for reads that do not load the whole of it.</summary>
    public static MatchingCriteria CriteriaOf(Declaration declared, Place place, string? stage, string? subStage, IReadOnlyList<string> themes) => new()
    {
        Place = place,
        Stage = stage,
        SubStage = subStage,
        LegalForm = declared.LegalForm == LegalForms.Autre ? null : declared.LegalForm,
        Qualifications = declared.Qualifications,
        QualificationsKnown = !LegalForms.IsProject(declared.LegalForm) && declared.LegalForm != LegalForms.Autre,
        Themes = themes,
        Sectors = declared.Sectors,
        HeadcountFte = StaffBands.IntervalOf(declared.StaffBand),
        BudgetEuros = BudgetBands.IntervalOf(declared.BudgetBand),
        AgeMonths = AgeBands.IntervalOf(declared.AgeBand),
        MoneyThreatened = declared.MoneyThreatened,
        Title = declared.Title,
        Description = declared.Need,
        AlreadyMetActorIds = declared.AlreadyMetActorIds,
    };

    /// <summary>What is compared with earlier requests.</summary>
    public DuplicateCandidate ToDuplicateCandidate() => new(Id, Reference, Declared.Siren, Declared.Rna, Contact.Email, Declared.Title, SubmittedAt);

    /// <summary>Stores a matching result with its signals; urgency follows from them.</summary>
    public void RecordMatching(MatchResult result, DateTimeOffset now, DateOnly todayInParis, Author by)
    {
        Matching = result;
        MatchedAt = now;
        SignalCodes = [.. result.Signals.Select(signal => signal.Code).Distinct()];
        IsUrgent = SignalCodes.Contains(TriageSignals.UrgentDifficulte) || SignalCodes.Contains(TriageSignals.DetressePersonne);
        Record(EventKind.Matched, by, now);
        if (Status == RequestStatus.Submitted) SetNextAction(todayInParis);
    }

    /// <summary>Records that the structure opened its private link: its address works. Does nothing the second time.</summary>
    public void ProveAddress(DateTimeOffset now)
    {
        if (AddressProvenAt is not null) return;
        AddressProvenAt = now;
        Record(EventKind.AddressProven, Author.Structure, now);
    }

    /// <summary>Staff spoke to the person and vouch for the address. Does nothing when it is proven already.</summary>
    public void VouchForAddress(Author by, DateTimeOffset now)
    {
        EnsureStaff(by);
        if (AddressProvenAt is not null) return;
        AddressProvenAt = now;
        Record(EventKind.AddressVouchedFor, by, now);
    }

    /// <summary>A member of staff takes the request; a submitted one enters triage.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.RequestClosed"/> or <see cref="RuleCode.NotAllowedForRole"/>.</exception>
    public void TakeInCharge(Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        EnsureStaff(by);
        EnsureOpen();
        AssigneeId = by.UserId;
        if (Status == RequestStatus.Submitted) MoveTo(RequestStatus.InTriage, Movers.Staff, now, todayInParis);
        Record(EventKind.TakenInCharge, by, now);
    }

    /// <summary>Gives the request to a member of staff, or to nobody.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.RequestClosed"/> or <see cref="RuleCode.NotAllowedForRole"/>.</exception>
    public void Assign(Guid? staffId, Author by, DateTimeOffset now)
    {
        EnsureStaff(by);
        EnsureOpen();
        AssigneeId = staffId;
        Record(staffId is null ? EventKind.Released : EventKind.Assigned, by, now);
    }

    /// <summary>Corrects stage, sub-stage, themes or commune beside the declaration; null leaves as it stands.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.UnknownCode"/>, <see cref="RuleCode.RequestClosed"/> or <see cref="RuleCode.NotAllowedForRole"/>.</exception>
    public void Correct(Correction correction, Author by, DateTimeOffset now)
    {
        EnsureStaff(by);
        EnsureOpen();
        if (correction.Stage is not null && !Stages.All.Contains(correction.Stage)) throw new DomainRuleException(RuleCode.UnknownCode);
        if (correction.SubStage is not null && SubStages.StageOf(correction.SubStage) != (correction.Stage ?? Declared.Stage)) throw new DomainRuleException(RuleCode.UnknownCode);
        if (correction.Themes is { } themes && (themes.Count > Vocabulary.Themes.MaxPerRequest || Vocabulary.Themes.All.UnknownAmong(themes).Any())) throw new DomainRuleException(RuleCode.UnknownCode);
        Correction = correction;
        TakeValuesInForce();
        Record(EventKind.Corrected, by, now);
    }

    /// <summary>Writes or checks the summary that the actors will read.</summary>
    public void WriteSummary(string summary, Author by, DateTimeOffset now)
    {
        EnsureStaff(by);
        EnsureOpen();
        Summary = summary.Trim();
        Record(EventKind.SummaryWritten, by, now);
    }

    /// <summary>Writes an internal note, at any time.</summary>
    public void AddNote(string text, Author by, DateTimeOffset now)
    {
        EnsureStaff(by);
        AddText(NoteKind.Internal, text, by, now);
        Record(EventKind.NoteAdded, by, now);
    }

    /// <summary>Asks the structure for a missing piece.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.IllegalRequestTransition"/> unless the request is in triage.</exception>
    public void AskStructure(string question, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        EnsureStaff(by);
        EnsureText(question);
        MoveTo(RequestStatus.NeedsInformation, Movers.Staff, now, todayInParis);
        AddText(NoteKind.QuestionToStructure, question, by, now);
        Record(EventKind.QuestionAsked, by, now);
    }

    /// <summary>The structure answers the question of staff; the request is back in triage.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.NoOpenQuestion"/>, <see cref="RuleCode.ReasonRequired"/> when it is empty, or <see cref="RuleCode.NotAllowedForRole"/>.</exception>
    public void AnswerQuestion(string answer, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        if (Status != RequestStatus.NeedsInformation) throw new DomainRuleException(RuleCode.NoOpenQuestion);
        EnsureText(answer);
        MoveTo(RequestStatus.InTriage, by.AsMover, now, todayInParis);
        AddText(NoteKind.AnswerFromStructure, answer, by, now);
        Record(EventKind.QuestionAnswered, by, now);
    }

    /// <summary>Staff take the request back without waiting for the answer.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.NoOpenQuestion"/>.</exception>
    public void DropQuestion(Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        EnsureStaff(by);
        if (Status != RequestStatus.NeedsInformation) throw new DomainRuleException(RuleCode.NoOpenQuestion);
        MoveTo(RequestStatus.InTriage, Movers.Staff, now, todayInParis);
        Record(EventKind.QuestionDropped, by, now);
    }

    /// <summary>The structure says that nobody called back: the request is due today for PLUS.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.RequestClosed"/> or <see cref="RuleCode.NotAllowedForRole"/>.</exception>
    public void ReportNotCalledBack(string? message, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        if (by.Kind is not (AuthorKind.Structure or AuthorKind.Staff)) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        EnsureOpen();
        if (!string.IsNullOrWhiteSpace(message)) AddText(NoteKind.MessageFromStructure, message, by, now);
        WaitsFor = WaitsFor.Plus;
        NextDueOn = todayInParis;
        Record(EventKind.NotCalledBack, by, now);
    }

    private void TakeValuesInForce()
    {
        Stage = Correction?.Stage ?? Declared.Stage;
        SubStage = Correction?.SubStage ?? (Correction?.Stage is null || Correction.Stage == Declared.Stage ? Declared.SubStage : null);
        Themes = [.. Correction?.Themes ?? Declared.Themes];
        CommuneCode = Place.Commune;
        Departement = Place.Departement;
    }

    private RequestNote AddText(NoteKind kind, string text, Author by, DateTimeOffset now, Guid? referralId = null)
    {
        EnsureText(text);
        var note = new RequestNote(Id, kind, text, by, now, referralId);
        notes.Add(note);
        return note;
    }

    private void Record(EventKind kind, Author by, DateTimeOffset now, Guid? referralId = null, string? reasonCode = null)
    {
        LastEventNumber++;
        var entry = new TimelineEvent(Id, LastEventNumber, kind, by, now, Status, referralId, reasonCode);
        timeline.Add(entry);
        unannounced.Add(entry);
    }

    private void EnsureOpen()
    {
        if (!IsOpen) throw new DomainRuleException(RuleCode.RequestClosed);
    }

    private static void EnsureText(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new DomainRuleException(RuleCode.ReasonRequired);
    }

    private static void EnsureStaff(Author by)
    {
        if (by.Kind != AuthorKind.Staff) throw new DomainRuleException(RuleCode.NotAllowedForRole);
    }
}
