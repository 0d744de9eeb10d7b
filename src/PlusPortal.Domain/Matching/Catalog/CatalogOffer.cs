using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Matching.French;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Catalog;

/// <summary>One offer as the matcher sees it: a copy that nobody changes, with its actor beside it.</summary>
public sealed class CatalogOffer
{
    /// <summary>Copies an offer.</summary>
    public CatalogOffer(CatalogOfferSource source)
    {
        ActorId = source.ActorId;
        ActorName = source.ActorName;
        ActorKind = source.ActorKind;
        Circle = source.Circle;
        Verification = source.Verification;
        OfferId = source.OfferId;
        Revision = source.Revision;
        Content = source.Content;
        State = source.State;
        Capacity = source.Capacity;
        CapacityUntil = source.CapacityUntil;
        ConfirmedOn = source.ConfirmedOn;
        ConfirmationMonths = source.ConfirmationMonths;
        History = source.History;
        Versions = source.Versions;
        AnnouncedDays = AnnouncedDelays.DaysOf(Content.AnnouncedDelay);

        ThemeSet = ThemeMask.Of(Content.Themes);
        ThemeGroupCount = Content.Themes.Select(Themes.GroupOf).Where(group => group is not null).Distinct().Count();
        ServedDepartementCount = Content.Coverage.Count(zone => zone is { Level: TerritoryLevel.Departement, IsExcluded: false });
        var name = FrenchWords.Terms($"{Content.Title} {ActorName}");
        NameTerms = [.. name.Select(TermHash.Of)];
        DescriptionTerms = [.. FrenchWords.Terms(Content.Description).Except(name).Select(TermHash.Of)];
        Audience = OfferAudiences.Of(Content.LegalForms);
        Milieu = OfferAudiences.MilieuOf(Content);
        IsFunding = ActorKinds.IsFunder(ActorKind) || (Content.SupportModes.Count > 0 && Content.SupportModes.All(SupportModes.IsFunding));
        BringsOnlyCapital = ActorKinds.IsFunder(ActorKind) || Content.SupportModes.All(mode => mode is SupportModes.PretGarantie or SupportModes.FondsPropres);
        AcceptsOrdinaryCompanies = Content.LegalForms.Count == 0 || Content.LegalForms.Contains(LegalForms.SocieteCommercialeHorsEss);
        TransmitsCompanies = Content.Themes.Contains(Themes.RepriseTransmission);
        IsSlow = Content.SupportModes.Any(IsSlowMode);
        IsOpenDoor = Content.SupportModes is [SupportModes.AccueilOrientation, ..]
            && !Content.SupportModes.Any(SupportModes.IsFunding)
            && Content.Eligibility is { EmployerRequired: false, RequiredQualifications.Count: 0 };
    }

    /// <summary>Copies an offer of an actor.</summary>
    public static CatalogOffer Of(SupportActor actor, SupportOffer offer) => new(SourceOf(actor, offer));

    /// <summary>The same; what it says like another offer is kept once.</summary>
    internal static CatalogOffer Of(SupportActor actor, SupportOffer offer, SharedParts shared) => new(shared.Share(SourceOf(actor, offer)));

    private static CatalogOfferSource SourceOf(SupportActor actor, SupportOffer offer) => new()
    {
        ActorId = actor.Id,
        ActorName = actor.Name,
        ActorKind = actor.Kind,
        Circle = actor.Circle,
        Verification = actor.Verification,
        OfferId = offer.Id,
        Revision = offer.Revision,
        Content = offer.Content,
        State = offer.State,
        Capacity = offer.Capacity,
        CapacityUntil = offer.CapacityUntil,
        ConfirmedOn = offer.ConfirmedOn,
        ConfirmationMonths = offer.ConfirmationMonths,
        Versions = new RowVersions(offer.Version, actor.Version),
    };

    /// <summary>Actor that makes the offer.</summary>
    public Guid ActorId { get; }

    /// <summary>Public name of the actor.</summary>
    public string ActorName { get; }

    /// <summary>Code of <see cref="ActorKinds"/>.</summary>
    public string ActorKind { get; }

    /// <summary>Code of <see cref="Circles"/>.</summary>
    public string Circle { get; }

    /// <summary>Code of <see cref="VerificationStatuses"/>.</summary>
    public string Verification { get; }

    /// <summary>Identifier of the offer.</summary>
    public Guid OfferId { get; }

    /// <summary>Revision that was copied.</summary>
    public int Revision { get; }

    /// <summary>What the offer says.</summary>
    public OfferContent Content { get; }

    /// <summary>Publication state.</summary>
    public OfferState State { get; }

    /// <summary>Code of <see cref="CapacityStatuses"/>.</summary>
    public string Capacity { get; }

    /// <summary>Last day of a full or closed capacity, Paris date; null means until further notice.</summary>
    public DateOnly? CapacityUntil { get; }

    /// <summary>Day on which the actor last said that the offer is right; null when never.</summary>
    public DateOnly? ConfirmedOn { get; }

    /// <summary>Months after which it is to say so again.</summary>
    public int ConfirmationMonths { get; }

    /// <summary>What happened when the offer was asked before.</summary>
    public OfferHistory History { get; private set; }

    /// <summary>Versions of the rows that were copied.</summary>
    public RowVersions Versions { get; }

    /// <summary>Days that the actor announces before a first answer; null when it announces none.</summary>
    internal int? AnnouncedDays { get; }

    /// <summary>Whom the accepted legal forms point at.</summary>
    internal OfferAudience Audience { get; }

    /// <summary>Family of structures for which the offer says it is made.</summary>
    internal OfferMilieu Milieu { get; }

    /// <summary>Whether the offer is about money: its actor is a funder, or money is all that it brings.</summary>
    internal bool IsFunding { get; }

    /// <summary>Whether loans and capital are all that is brought; a public body may also bring a label, say.</summary>
    internal bool BringsOnlyCapital { get; }

    /// <summary>An open door: welcoming comes first, money is not part of it, and no condition shuts it.</summary>
    internal bool IsOpenDoor { get; }

    /// <summary>Whether companies outside the social economy are accepted too.</summary>
    internal bool AcceptsOrdinaryCompanies { get; }

    /// <summary>Whether taking over or handing over a company is one of its themes.</summary>
    internal bool TransmitsCompanies { get; }

    /// <summary>Whether it helps in a way that takes months: grants, incubation, funded expertise.</summary>
    internal bool IsSlow { get; }

    /// <summary>Whether a way of helping takes months.</summary>
    internal static bool IsSlowMode(string mode) => mode is SupportModes.Subvention or SupportModes.Incubation or SupportModes.IngenierieFinancee or SupportModes.InstructionAdministrative;

    /// <summary>Themes as a set of bits.</summary>
    internal ThemeMask ThemeSet { get; }

    /// <summary>How many groups of themes the offer touches: a measure of breadth.</summary>
    internal int ThemeGroupCount { get; }

    /// <summary>How many départements the offer names; the more there are, the less local it is.</summary>
    internal int ServedDepartementCount { get; }

    /// <summary>Word stems of the title and of the actor's name, each as its <see cref="TermHash"/>.</summary>
    internal ulong[] NameTerms { get; }

    /// <summary>Word stems of the description that are not in <see cref="NameTerms"/>, in the same form.</summary>
    internal ulong[] DescriptionTerms { get; }

    /// <summary>The same offer with another history; itself when nothing changed.</summary>
    public CatalogOffer WithHistory(OfferHistory history)
    {
        if (History == history) return this;
        var copy = (CatalogOffer)MemberwiseClone();
        copy.History = history;
        return copy;
    }

    /// <summary>Whether the offer takes no new request on that day: full, or closed.</summary>
    internal bool IsPaused(DateOnly today) => SupportOffer.IsPaused(Capacity, CapacityUntil, today);
}

/// <summary>Versions of the rows of an offer and of its actor: equal ones mean equal contents.</summary>
public readonly record struct RowVersions(uint Offer, uint Actor);

/// <summary>Values from which a <see cref="CatalogOffer"/> is made.</summary>
public sealed record CatalogOfferSource
{
    /// <summary>Actor that makes the offer.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>Public name of the actor.</summary>
    public required string ActorName { get; init; }

    /// <summary>Code of <see cref="ActorKinds"/>.</summary>
    public required string ActorKind { get; init; }

    /// <summary>Code of <see cref="Circles"/>.</summary>
    public required string Circle { get; init; }

    /// <summary>Code of <see cref="VerificationStatuses"/>.</summary>
    public string Verification { get; init; } = VerificationStatuses.NonVerifiee;

    /// <summary>Identifier of the offer.</summary>
    public required Guid OfferId { get; init; }

    /// <summary>Revision that is read.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>What the offer says.</summary>
    public required OfferContent Content { get; init; }

    /// <summary>Publication state.</summary>
    public OfferState State { get; init; } = OfferState.Published;

    /// <summary>Code of <see cref="CapacityStatuses"/>.</summary>
    public string Capacity { get; init; } = CapacityStatuses.Ouvert;

    /// <summary>Last day of a full or closed capacity, Paris date.</summary>
    public DateOnly? CapacityUntil { get; init; }

    /// <summary>Day on which the actor last said that the offer is right.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>Months after which it is to say so again.</summary>
    public int ConfirmationMonths { get; init; } = SheetClock.UsualMonths;

    /// <summary>What happened when the offer was asked before.</summary>
    public OfferHistory History { get; init; } = OfferHistory.None;

    /// <summary>Versions of the rows that are copied; zero for what no database holds.</summary>
    public RowVersions Versions { get; init; }
}
