using System.Diagnostics.CodeAnalysis;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Texts;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests.Declarations;

/// <summary>Question groups whose answers have properties of their own, in order. Later closed questions need none: see <see cref="OrientationAnswers.ClosedAnswers"/>.</summary>
public enum RequestStep
{
    /// <summary>Stage.</summary>
    Stage,

    /// <summary>Step inside the stage.</summary>
    SubStage,

    /// <summary>Legal form.</summary>
    LegalForm,

    /// <summary>Name, number and qualifications.</summary>
    Structure,

    /// <summary>Sectors.</summary>
    Sectors,

    /// <summary>Commune.</summary>
    Commune,

    /// <summary>Staff, budget and age.</summary>
    Size,

    /// <summary>Title and text of the need.</summary>
    Need,

    /// <summary>Themes.</summary>
    Themes,

    /// <summary>Threatened money and deadline.</summary>
    Timing,

    /// <summary>Whom the structure has already met.</summary>
    AlreadyMet,

    /// <summary>The person to call.</summary>
    Contact,
}

/// <summary>
/// What a draft holds: every answer may be missing. Null means « not asked yet »; <see cref="Unknown"/>, an empty text
/// or an empty list mean « asked, nothing said ». Its only exit is <see cref="TryComplete"/>.
/// </summary>
/// <remarks>Stored as JSON: properties are added, never renamed.</remarks>
public sealed record OrientationAnswers
{
    /// <summary>Version of the shape.</summary>
    public const int SchemaVersion = 1;

    /// <summary>« Je ne sais pas », where the vocabulary has no code for it.</summary>
    public const string Unknown = "je-ne-sais-pas";

    /// <summary>Most sectors, the main one included.</summary>
    public const int MaxSectors = 3;

    /// <summary>Most actors already met.</summary>
    public const int MaxActorsMet = 20;

    /// <summary>Code of a stage, or <see cref="Unknown"/>.</summary>
    public string? Stage { get; init; }

    /// <summary>Code of a sub-stage of <see cref="Stage"/>, or <see cref="Unknown"/>.</summary>
    public string? SubStage { get; init; }

    /// <summary>Code of a legal form.</summary>
    public string? LegalForm { get; init; }

    /// <summary>Precision for « autre ».</summary>
    public string? LegalFormDetail { get; init; }

    /// <summary>Name of the structure or of the project; empty for a project without name.</summary>
    public string? StructureName { get; init; }

    /// <summary>Number as checked: SIREN (9 figures).</summary>
    public string? Siren { get; init; }

    /// <summary>Number as checked: SIRET (14 figures).</summary>
    public string? Siret { get; init; }

    /// <summary>Number as checked: RNA (W and 9 figures).</summary>
    public string? Rna { get; init; }

    /// <summary>Qualifications held.</summary>
    public IReadOnlyList<string>? Qualifications { get; init; }

    /// <summary>Sectors, the main one first.</summary>
    public IReadOnlyList<string>? Sectors { get; init; }

    /// <summary>Place of the commune.</summary>
    public Place? Place { get; init; }

    /// <summary>Name of the commune.</summary>
    public string? CommuneName { get; init; }

    /// <summary>Name of the département, for the page about places outside Lorraine.</summary>
    public string? DepartementName { get; init; }

    /// <summary>Band of salaried staff.</summary>
    public string? StaffBand { get; init; }

    /// <summary>Band of annual budget.</summary>
    public string? BudgetBand { get; init; }

    /// <summary>Band of age.</summary>
    public string? AgeBand { get; init; }

    /// <summary>Title of the need.</summary>
    public string? Title { get; init; }

    /// <summary>The need; may be unfinished.</summary>
    public string? Need { get; init; }

    /// <summary>Themes; empty for « je ne sais pas ».</summary>
    public IReadOnlyList<string>? Themes { get; init; }

    /// <summary>Whether wages or charges are threatened within three months.</summary>
    public bool? MoneyThreatened { get; init; }

    /// <summary>Whether there is a deadline.</summary>
    public bool? HasDeadline { get; init; }

    /// <summary>The deadline.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Actors of the directory already met.</summary>
    public IReadOnlyList<Guid>? AlreadyMetActorIds { get; init; }

    /// <summary>Others already met, in words.</summary>
    public string? AlreadyMetText { get; init; }

    /// <summary>First and last name.</summary>
    public string? ContactName { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; init; }

    /// <summary>Code of the preferred channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Code of the preferred slot.</summary>
    public string? Slot { get; init; }

    /// <summary>Answers to the closed questions that have no property above: codes by question. A question that was not asked is not in it; asked and left open, it has no code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ClosedAnswers { get; init; } = Declaration.NoClosedAnswers;

    /// <summary>Keys of the steps whose answers were taken away by a change upstream, until they are given again: the check page says so.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];

    /// <summary>Whether nothing has been declared yet.</summary>
    public bool IsProject => LegalForms.IsProject(LegalForm);

    /// <summary>Whether the question on threatened money changes something: themes of money or difficulties, or a sub-stage of difficulties.</summary>
    public bool AsksMoney => SubStage == SubStages.RestructurationDifficultes
        || (Themes ?? []).Any(theme => Vocabulary.Themes.GroupOf(theme) is ThemeGroups.Financement or ThemeGroups.Difficultes);

    /// <summary>Name of a step in <see cref="Dropped"/>; at rest in drafts: never renamed.</summary>
    public static string KeyOf(RequestStep step)
    {
        var name = step.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>Codes that answer a closed question; empty when it was not asked or left open.</summary>
    public IReadOnlyList<string> ClosedAnswersTo(string question) => ClosedAnswers.GetValueOrDefault(question) ?? [];

    /// <summary>The same answers with those to a closed question replaced; null takes the question away.</summary>
    public OrientationAnswers WithClosedAnswers(string question, IReadOnlyList<string>? codes)
    {
        var others = ClosedAnswers.Where(pair => pair.Key != question);
        return this with { ClosedAnswers = (codes is null ? others : others.Append(new(question, codes))).ToDictionary() };
    }

    /// <summary>The same answers, those of a step noted as taken away.</summary>
    public OrientationAnswers Dropping(string step) => Dropped.Contains(step) ? this : this with { Dropped = [.. Dropped, step] };

    /// <summary>Whether a step has a usable answer, or needs none.</summary>
    public bool IsAnswered(RequestStep step) => step switch
    {
        RequestStep.Stage => Stage == Unknown || Stages.All.Contains(Stage),
        RequestStep.SubStage => Stage == Unknown || SubStage == Unknown || (SubStage is not null && SubStages.StageOf(SubStage) == Stage),
        RequestStep.LegalForm => LegalForms.All.Contains(LegalForm),
        RequestStep.Structure => StructureName is not null && (IsProject || (StructureName.Length > 0 && Qualifications is not null)),
        RequestStep.Sectors => Sectors is not null,
        RequestStep.Commune => Place is not null && CommuneName is not null,
        RequestStep.Size => StaffBands.All.Contains(StaffBand),
        RequestStep.Need => !string.IsNullOrWhiteSpace(Title) && VisibleText.SeenIn(Need) >= Declaration.NeedMinLength && VisibleText.LengthOf(Need) <= Declaration.NeedLength,
        RequestStep.Themes => Themes?.Count <= Vocabulary.Themes.MaxPerRequest,
        RequestStep.Timing => HasDeadline is not null && (!AsksMoney || MoneyThreatened is not null),
        RequestStep.AlreadyMet => AlreadyMetActorIds is not null,
        RequestStep.Contact => ContactName is not null && Email is not null && ContactChannels.All.Contains(Channel) && (Channel != ContactChannels.Telephone || Phone is not null),
    };

    /// <summary>The same answers without those that the others have made irrelevant; what was taken away is noted in <see cref="Dropped"/>.</summary>
    public OrientationAnswers WithoutIrrelevant()
    {
        var kept = this;
        if (SubStage is not null && SubStage != Unknown && SubStages.StageOf(SubStage) != Stage) kept = (kept with { SubStage = null }).Dropping(KeyOf(RequestStep.SubStage));
        if (SubStage == Unknown && Stage == Unknown) kept = kept with { SubStage = null };
        if (LegalForm != LegalForms.Autre) kept = kept with { LegalFormDetail = null };
        if (kept.IsProject && ((kept.Siren ?? kept.Siret ?? kept.Rna) is not null || kept.Qualifications?.Count > 0))
            kept = (kept with { Siren = null, Siret = null, Rna = null, Qualifications = null }).Dropping(KeyOf(RequestStep.Structure));
        if (kept.IsProject && (kept.BudgetBand ?? kept.AgeBand) is not null) kept = (kept with { BudgetBand = null, AgeBand = null }).Dropping(KeyOf(RequestStep.Size));
        if (kept.IsProject && kept.Qualifications is not null) kept = kept with { Qualifications = null };
        if (kept.MoneyThreatened is not null && !kept.AsksMoney) kept = (kept with { MoneyThreatened = null }).Dropping(KeyOf(RequestStep.Timing));
        return kept;
    }

    /// <summary>The same answers, the given step having just been answered: it is no longer among the dropped ones.</summary>
    public OrientationAnswers Answered(string step) => Dropped.Contains(step) ? this with { Dropped = [.. Dropped.Where(other => other != step)] } : this;

    /// <summary>The complete answers; false while a step lacks its answer.</summary>
    public bool TryComplete([NotNullWhen(true)] out CompleteAnswers? complete)
    {
        complete = Enum.GetValues<RequestStep>().All(IsAnswered) ? CompleteAnswers.Of(this) : null;
        return complete is not null;
    }
}

/// <summary>Answers in which nothing is missing, in the shape of a request.</summary>
/// <param name="Declaration">What the structure declares.</param>
/// <param name="Contact">The person to call.</param>
public sealed record CompleteAnswers(Declaration Declaration, Contact Contact)
{
    internal static CompleteAnswers Of(OrientationAnswers answers) => new(
        new Declaration
        {
            Stage = Known(answers.Stage),
            SubStage = answers.Stage == OrientationAnswers.Unknown ? null : Known(answers.SubStage),
            LegalForm = answers.LegalForm!,
            LegalFormDetail = Said(answers.LegalFormDetail),
            StructureName = Said(answers.StructureName),
            Qualifications = answers.Qualifications ?? [],
            Place = answers.Place!,
            CommuneName = answers.CommuneName!,
            StaffBand = answers.StaffBand,
            BudgetBand = answers.BudgetBand,
            AgeBand = answers.AgeBand,
            Sectors = answers.Sectors ?? [],
            Siren = answers.Siren,
            Siret = answers.Siret,
            Rna = answers.Rna,
            Title = answers.Title!,
            Need = answers.Need!,
            Themes = answers.Themes ?? [],
            MoneyThreatened = answers.MoneyThreatened,
            Deadline = answers.Deadline,
            AlreadyMetActorIds = answers.AlreadyMetActorIds ?? [],
            AlreadyMetText = Said(answers.AlreadyMetText),
            ClosedAnswers = answers.ClosedAnswers,
        },
        new Contact { Name = answers.ContactName!, Email = answers.Email!, Phone = Said(answers.Phone), Channel = answers.Channel!, Slot = Said(answers.Slot) });

    private static string? Known(string? code) => code == OrientationAnswers.Unknown ? null : code;

    private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
