using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Directory;

/// <summary>How well the public sources support a record; for staff only.</summary>
public enum SourceConfidence
{
    /// <summary>Imported as inactive until somebody confirms it.</summary>
    Low,

    /// <summary>Plausible, to be confirmed first.</summary>
    Medium,

    /// <summary>Well supported.</summary>
    High,
}

/// <summary>A support actor: an organisation that helps structures, with one or several offers. (A partner is a person answering for it.)</summary>
public sealed class SupportActor
{
    /// <summary>Most characters of a name.</summary>
    public const int NameLength = 160;

    /// <summary>Most characters of an import key.</summary>
    public const int ImportKeyLength = 80;

    /// <summary>Most characters of a web or e-mail address.</summary>
    public const int AddressLength = 320;

    /// <summary>Most characters of the code of a département.</summary>
    public const int DepartementLength = 3;

    private readonly List<SupportOffer> offers = [];
    private List<string> sourceUrls = [];
    private List<string> editedFields = [];

    private SupportActor()
    {
        // EF only
    }

    /// <summary>Adds an actor to the directory, unverified.</summary>
    public SupportActor(string importKey, string name, string kind, string description, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        ImportKey = importKey;
        Name = name;
        Kind = kind;
        Description = description;
        CreatedAt = now;
        UpdatedAt = now;
    }

    /// <summary>Identifier, no secret.</summary>
    public Guid Id { get; private set; }

    /// <summary>Stable key of the import file; unique.</summary>
    public string ImportKey { get; private set; } = "";

    /// <summary>Public name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Code of <see cref="ActorKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Code of <see cref="Circles"/>: first-circle guide or specialist.</summary>
    public string Circle { get; private set; } = Circles.Specialiste;

    /// <summary>What the organisation is, in French, public.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Web address as known; may be null. Shown to the public only once checked.</summary>
    public string? Website { get; private set; }

    /// <summary>Day on which a person opened the web address; null when nobody has.</summary>
    public DateOnly? WebsiteCheckedOn { get; private set; }

    /// <summary>Professional address that staff have recorded and checked; null makes the actor reachable by hand only.</summary>
    public string? ContactEmail { get; private set; }

    /// <summary>Code of the département in which the actor has its office, which decides its public holidays; null when nobody said: those of the whole country.</summary>
    public string? OfficeDepartement { get; private set; }

    /// <summary>Code of <see cref="VerificationStatuses"/>.</summary>
    public string Verification { get; private set; } = VerificationStatuses.NonVerifiee;

    /// <summary>Day of the last verification or confirmation; null when never.</summary>
    public DateOnly? VerifiedOn { get; private set; }

    /// <summary>Public pages that support the record.</summary>
    public IReadOnlyList<string> SourceUrls => sourceUrls;

    /// <summary>For staff only.</summary>
    public SourceConfidence SourceConfidence { get; private set; } = SourceConfidence.Medium;

    /// <summary>Doubts and what to check first; for staff only, never public.</summary>
    public string? EditorNote { get; private set; }

    /// <summary>Whether the actor is in the directory and may be proposed.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>True for an invented organisation of a demonstration: the matcher never sees it, staff may still choose it by hand.</summary>
    public bool IsSample { get; private set; }

    /// <summary>Whether the matcher may see the offers of the actor.</summary>
    public bool IsMatched => IsActive && !IsSample;

    /// <summary>Names of the fields that a person has edited; an import leaves those alone.</summary>
    public IReadOnlyList<string> EditedFields => editedFields;

    /// <summary>Record creation, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Last change of content, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Row version; posted back by edit forms.</summary>
    public uint Version { get; private set; }

    /// <summary>Offers of the actor.</summary>
    public IReadOnlyList<SupportOffer> Offers => offers;

    /// <summary>Adds an offer.</summary>
    public SupportOffer AddOffer(string importKey, OfferContent content, OfferState state, DateTimeOffset now)
    {
        var offer = new SupportOffer(this, importKey, content, state, now);
        offers.Add(offer);
        UpdatedAt = now;
        return offer;
    }

    /// <summary>Adds an invented actor for a demonstration. See <see cref="IsSample"/>.</summary>
    public static SupportActor Sample(string importKey, string name, string kind, string description, DateTimeOffset now) =>
        new(importKey, name, kind, description, now) { IsSample = true };

    /// <summary>Takes the values of an import file, leaving alone what a person edited. Says which fields changed, and which differ but were left alone.</summary>
    public ImportedFields TakeImport(SupportActorImport source, DateTimeOffset now)
    {
        var changed = new List<string>();
        var kept = new List<string>();
        Take(nameof(Name), Name, source.Name, value => Name = value);
        Take(nameof(Kind), Kind, source.Kind, value => Kind = value);
        Take(nameof(Circle), Circle, source.Circle, value => Circle = value);
        Take(nameof(Description), Description, source.Description, value => Description = value);
        Take(nameof(Website), Website, source.Website, value => (Website, WebsiteCheckedOn) = (value, null));
        Take(nameof(SourceConfidence), SourceConfidence, source.SourceConfidence, value => SourceConfidence = value);
        Take(nameof(EditorNote), EditorNote, source.EditorNote, value => EditorNote = value);
        Take(nameof(IsActive), IsActive, source.IsActive, value => IsActive = value);
        if (!SourceUrls.SequenceEqual(source.SourceUrls)) Replace(nameof(SourceUrls), () => sourceUrls = [.. source.SourceUrls]);
        if (changed.Count > 0) UpdatedAt = now;
        return new ImportedFields(changed, kept);

        void Take<T>(string field, T current, T incoming, Action<T> set)
        {
            if (!EqualityComparer<T>.Default.Equals(current, incoming)) Replace(field, () => set(incoming));
        }

        void Replace(string field, Action set)
        {
            if (EditedFields.Contains(field))
            {
                kept.Add(field);
                return;
            }

            set();
            changed.Add(field);
        }
    }

    /// <summary>Records the address that a member of staff checked with the actor; the record becomes verified by PLUS.</summary>
    public void RecordCheckedContact(string email, DateOnly today, DateTimeOffset now)
    {
        ContactEmail = email;
        MarkEdited(nameof(ContactEmail));
        Verify(VerificationStatuses.VerifieePlus, today, now);
    }

    /// <summary>Records that PLUS or the actor itself has verified the record.</summary>
    public void Verify(string verification, DateOnly today, DateTimeOffset now)
    {
        Verification = verification;
        VerifiedOn = today;
        UpdatedAt = now;
    }

    /// <summary>Puts the actor in the directory, or takes it out.</summary>
    public void SetActive(bool isActive, DateTimeOffset now)
    {
        if (IsActive == isActive) return;
        IsActive = isActive;
        MarkEdited(nameof(IsActive));
        UpdatedAt = now;
    }

    /// <summary>Takes what staff typed on the actor's form; each changed field is protected from the next import.</summary>
    public void Edit(string name, string kind, string circle, string description, string? website, bool websiteChecked, DateOnly today, DateTimeOffset now)
    {
        Set(nameof(Name), Name, name, value => Name = value);
        Set(nameof(Kind), Kind, kind, value => Kind = value);
        Set(nameof(Circle), Circle, circle, value => Circle = value);
        Set(nameof(Description), Description, description, value => Description = value);
        Set(nameof(Website), Website, website, value => (Website, WebsiteCheckedOn) = (value, null));
        WebsiteCheckedOn = Website is null || !websiteChecked ? null : WebsiteCheckedOn ?? today;
        UpdatedAt = now;

        void Set<T>(string field, T current, T incoming, Action<T> set)
        {
            if (EqualityComparer<T>.Default.Equals(current, incoming)) return;
            set(incoming);
            MarkEdited(field);
        }
    }

    /// <summary>Says in which département the actor has its office; null when nobody knows. Never guessed from where it works.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.UnknownCode"/> for what cannot be the code of a département.</exception>
    public void SetOffice(string? departement, DateTimeOffset now)
    {
        if (departement is not null and not { Length: 2 or DepartementLength }) throw new DomainRuleException(RuleCode.UnknownCode);
        if (OfficeDepartement == departement) return;
        OfficeDepartement = departement;
        MarkEdited(nameof(OfficeDepartement));
        UpdatedAt = now;
    }

    private void MarkEdited(string field)
    {
        if (!EditedFields.Contains(field)) editedFields = [.. EditedFields, field];
    }
}

/// <summary>Values of an actor as an import file gives them.</summary>
public sealed record SupportActorImport(
    string Name,
    string Kind,
    string Circle,
    string Description,
    string? Website,
    SourceConfidence SourceConfidence,
    string? EditorNote,
    bool IsActive,
    IReadOnlyList<string> SourceUrls);

/// <summary>What an import did to a record.</summary>
/// <param name="Changed">Names of the fields that took a new value.</param>
/// <param name="Kept">Names of the fields that differ and that a person has edited: left alone.</param>
public sealed record ImportedFields(IReadOnlyList<string> Changed, IReadOnlyList<string> Kept);
