using PlusPortal.Domain.Matching.Triage;

namespace PlusPortal.Domain.Matching.Rules;

/// <summary>Weights of the soft criteria, in whole points, with the version that every stored result names. A changed weight is a new version. Each has its line in <see cref="Rules.RuleWeights"/>.</summary>
/// <remarks>Editorial choice for a first version, tried on the sample requests of the project; to be confirmed by PLUS.</remarks>
public sealed record MatchingRules
{
    /// <summary>Rules that come with the program: the first version of a new database. Those in force are the published version.</summary>
    public static MatchingRules Current { get; } = new();

    /// <summary>Version, stored with each result.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Most proposals that a result holds, one an actor. Eligible actors beyond it are left out: nobody reads an eleventh proposal.</summary>
    public int MaxProposals { get; init; } = 10;

    /// <summary>Most exclusions that a result holds, nearest misses first.</summary>
    public int MaxExclusions { get; init; } = 200;

    /// <summary>Points below which an eligible offer that shares no theme with the need is not proposed; it is reported as excluded by its themes.</summary>
    public int LeastScore { get; init; } = 1;

    /// <summary>Weight of a theme that the structure declared.</summary>
    public int DeclaredTheme { get; init; } = 4;

    /// <summary>Weight of a theme declared and told by the text.</summary>
    public int ConfirmedTheme { get; init; } = 6;

    /// <summary>Weight of a theme that only the text tells, clearly.</summary>
    public int SuggestedTheme { get; init; } = 4;

    /// <summary>Weight of a theme that only the text tells, without much certainty.</summary>
    public int HintedTheme { get; init; } = 2;

    /// <summary>Weight of a declared theme that the text contradicts, or in a vague request.</summary>
    public int DoubtfulTheme { get; init; } = 1;

    /// <summary>Least multiplier of a theme, for one that every eligible offer has.</summary>
    public int LeastSpecificity { get; init; } = 2;

    /// <summary>Greatest multiplier of a theme, for a rare one.</summary>
    public int MostSpecificity { get; init; } = 5;

    /// <summary>Most points that themes can bring.</summary>
    public int ThemesCap { get; init; } = 70;

    /// <summary>Percent added for an offer with one or two themes, halved for three or four: an offer that does one thing does it on purpose.</summary>
    public int FocusPercent { get; init; } = 20;

    /// <summary>Percent of the points of themes that count when an offer shares none of those both declared and told.</summary>
    public int BesideCorePercent { get; init; } = 55;

    /// <summary>Percent of the points of a theme that another offer of the same actor answers.</summary>
    public int OtherOffersPercent { get; init; } = 50;

    /// <summary>Points for a sub-stage that the offer names; removed when it names others.</summary>
    public int SubStage { get; init; } = 5;

    /// <summary>Points for a coverage by commune.</summary>
    public int NearCommune { get; init; } = 10;

    /// <summary>Points for a coverage by EPCI.</summary>
    public int NearEpci { get; init; } = 9;

    /// <summary>Points for a coverage of this département only.</summary>
    public int NearDepartement { get; init; } = 5;

    /// <summary>Points for a coverage of several départements.</summary>
    public int NearDepartements { get; init; } = 2;

    /// <summary>Points for a coverage by région.</summary>
    public int NearRegion { get; init; } = 1;

    /// <summary>Points of a first-circle guide for a vague need.</summary>
    public int GuideForVagueNeed { get; init; } = 8;

    /// <summary>More points when welcoming and orienting is the main thing that the offer does.</summary>
    public int WelcomeFirst { get; init; } = 6;

    /// <summary>Most points for breadth (stages, groups of themes, legal forms) when the need is vague.</summary>
    public int BreadthCap { get; init; } = 10;

    /// <summary>Points of a specialist for a precise need.</summary>
    public int SpecialistForPreciseNeed { get; init; } = 4;

    /// <summary>Points removed from a specialist for a vague need.</summary>
    public int SpecialistForVagueNeed { get; init; } = 20;

    /// <summary>Points removed from a funder when a project has its legal form to choose first.</summary>
    public int FunderBeforeStatute { get; init; } = 12;

    /// <summary>Points more when the offer serves that sector alone.</summary>
    public int SectorOnly { get; init; } = 8;

    /// <summary>Points removed from a bank when what is asked for is a guarantee.</summary>
    public int BankForGuarantee { get; init; } = 12;

    /// <summary>Points for an offer made for the family of structures that the request belongs to.</summary>
    public int MilieuShared { get; init; } = 10;

    /// <summary>Points removed from an offer made for another family of structures.</summary>
    public int MilieuOther { get; init; } = 30;

    /// <summary>Points removed from a funder when no money is asked for, and halved when the plan is not costed.</summary>
    public int FunderUncalled { get; init; } = 26;

    /// <summary>Points removed from an offer for the social economy when nothing ties the request to it.</summary>
    public int OutOfScope { get; init; } = 24;

    /// <summary>Points removed from an offer that treats no urgency and is no open door, when money is missing now.</summary>
    public int BesideUrgency { get; init; } = 30;

    /// <summary>Percent of the first score under which an eligible offer is not proposed: two sure actors are better than three of which one embarrasses. 0 proposes all.</summary>
    public int FloorPercent { get; init; } = 40;

    /// <summary>Points for a shared sector.</summary>
    public int SectorShared { get; init; } = 9;

    /// <summary>Points removed when the offer serves other sectors.</summary>
    public int SectorOther { get; init; } = 14;

    /// <summary>Points removed when the offer is for some sectors and the request's is unknown.</summary>
    public int SectorUnknown { get; init; } = 8;

    /// <summary>Points for a way of helping that is asked for, each.</summary>
    public int ModeShared { get; init; } = 6;

    /// <summary>Most points for ways of helping.</summary>
    public int ModesCap { get; init; } = 12;

    /// <summary>Points for listening and prevention when money is missing now.</summary>
    public int PreventionWhenUrgent { get; init; } = 25;

    /// <summary>Points removed from slow ways of helping (grants, incubation, funded expertise) when money is missing now.</summary>
    public int SlowWhenUrgent { get; init; } = 30;

    /// <summary>Points for an offer made for this kind of structure.</summary>
    public int AudienceMet { get; init; } = 8;

    /// <summary>Points removed from an offer made for another kind.</summary>
    public int AudienceMissed { get; init; } = 12;

    /// <summary>Head-count, in full-time equivalents, from which a help desk for volunteers is no longer the first to ask.</summary>
    public int EstablishedEmployerFte { get; init; } = 6;

    /// <summary>Most points for words shared by the request and the offer.</summary>
    public int TextCap { get; init; } = 16;

    /// <summary>Points removed when a required agreement is not known to be held.</summary>
    public int QualificationUnknown { get; init; } = 30;

    /// <summary>Points removed when the text speaks of insolvency and the offer excludes it.</summary>
    public int InsolvencySuspected { get; init; } = 15;

    /// <summary>Points removed when the offer does not serve the declared stage and only the text makes it likely.</summary>
    public int StageOnlySuggested { get; init; } = 2;

    /// <summary>Points removed when the offer serves the declared stage, which the text contradicts, and not the likely one.</summary>
    public int StageOnlyDeclared { get; init; } = 20;

    /// <summary>Points for a budget or an amount within the limits; removed twice when outside.</summary>
    public int LimitsMet { get; init; } = 5;

    /// <summary>Points for a sheet that its actor confirmed less than six months ago; they fall to none in the three months after.</summary>
    public int FreshSheet { get; init; } = 3;

    /// <summary>Points for an actor that announces an answer within a week; removed for a long delay, twice when money is missing now.</summary>
    public int QuickAnswer { get; init; } = 2;

    /// <summary>Most points that past answers bring or take away; 0 leaves the past out.</summary>
    public int HistoryCap { get; init; } = 6;

    /// <summary>Most points for an actor that others named as better placed for requests that share a theme; 0 leaves it out, until staff publish another value after a replay.</summary>
    public int NamedBetter { get; init; }

    /// <summary>Points removed from an actor whom the structure has met already.</summary>
    public int AlreadyMet { get; init; } = 40;
}
