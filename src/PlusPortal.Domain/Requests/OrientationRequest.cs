using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests;

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
    private List<string> themes = [];
    private List<string> signalCodes = [];

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
    public IReadOnlyList<string> Themes => themes;

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

    /// <summary>Since when it waits for whom it waits for, UTC; how old the request is, <see cref="SubmittedAt"/> says.</summary>
    public DateTimeOffset WaitingSince { get; private set; }

    /// <summary>Paris day of the next action; null once closed.</summary>
    public DateOnly? NextDueOn { get; private set; }

    /// <summary>Member of staff in charge; null when nobody is.</summary>
    public Guid? AssigneeId { get; private set; }

    /// <summary>Whether a signal of urgency or distress holds: urgent delays apply.</summary>
    public bool IsUrgent { get; private set; }

    /// <summary>Codes of the signals in force.</summary>
    public IReadOnlyList<string> SignalCodes => signalCodes;

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

    /// <summary>When everything that tells who asked, and what for, was taken out of it, UTC; null while it is there. Nothing can be done to it any more.</summary>
    public DateTimeOffset? AnonymisedAt { get; private set; }

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
    /// <exception cref="DomainRuleException"><see cref="RuleCode.NotAllowedForRole"/>.</exception>
    public static OrientationRequest Submit(NewRequest request, DateTimeOffset now, PlusDay todayInParis)
    {
        if (!Acts.Submit.IsOpenTo(request.By)) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        var created = new OrientationRequest
        {
            Id = Guid.CreateVersion7(now),
            Reference = request.Reference.Value,
            DraftId = request.DraftId,
            Origin = request.Origin,
            PrecededById = request.PrecededById,
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
        created.Leave(Acts.Submit, request.By, now);
        (created.StatusSinceOn, created.StructureHeardOn, created.PromisedOn) = (todayInParis, todayInParis, created.FirstLookFrom(todayInParis));
        created.Refresh(now, todayInParis);
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

    /// <summary>Day of the first look: the hours of PLUS decide what the same day is.</summary>
    private DateOnly FirstLookFrom(PlusDay today)
    {
        var workingDays = today.Delays.Of(DelayKind.FirstLook, IsUrgent);
        return today.AddWorkingDays(workingDays + (workingDays == 0 && today.IsNearlyOver ? 1 : 0));
    }

    private void TakeValuesInForce()
    {
        Stage = Correction?.Stage ?? Declared.Stage;
        SubStage = Correction?.SubStage ?? (Correction?.Stage is null || Correction.Stage == Declared.Stage ? Declared.SubStage : null);
        themes = [.. Correction?.Themes ?? Declared.Themes];
        CommuneCode = Place.Commune;
        Departement = Place.Departement;
    }
}
