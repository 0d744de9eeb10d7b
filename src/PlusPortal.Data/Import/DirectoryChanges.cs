using PlusPortal.Data.Import.Reading;
using PlusPortal.Domain.Directory;

namespace PlusPortal.Data.Import;

/// <summary>Applies a plan to the actors in memory and keeps the account of it.</summary>
internal sealed class DirectoryChanges(DateTimeOffset now)
{
    private readonly List<ImportedRecord> created = [];
    private readonly List<ImportedRecord> updated = [];
    private readonly List<ImportedRecord> kept = [];
    private readonly List<ImportedRecord> absentOffers = [];
    private int unchanged;

    /// <summary>A new actor with its offers.</summary>
    public SupportActor Create(PlannedActor planned)
    {
        var actor = new SupportActor(planned.ImportKey, planned.Values.Name, planned.Values.Kind, planned.Values.Description, now);
        actor.TakeImport(planned.Values, now);
        created.Add(new ImportedRecord(actor.ImportKey, actor.Name, []));
        foreach (var offer in planned.Offers) Add(actor, planned, offer);
        return actor;
    }

    /// <summary>Gives an actor and its offers the values of the file, save what a person edited.</summary>
    public void Update(SupportActor actor, PlannedActor planned)
    {
        var wasDoubtful = actor.SourceConfidence == SourceConfidence.Low;
        var fields = actor.TakeImport(planned.Values, now);
        Note(actor.ImportKey, actor.Name, fields.Changed, fields.Kept);
        var offers = actor.Offers.ToDictionary(offer => offer.ImportKey);
        foreach (var source in planned.Offers)
        {
            if (offers.Remove(source.ImportKey, out var offer)) Update(offer, source, isNowPublished: wasDoubtful && planned.Values.IsActive);
            else Add(actor, planned, source);
        }

        // An offer that staff or a partner wrote has no slash in its key: it never was in a file.
        absentOffers.AddRange(offers.Values.Where(offer => offer.ImportKey.StartsWith(actor.ImportKey + "/", StringComparison.Ordinal) && offer.State != OfferState.Archived)
            .OrderBy(offer => offer.ImportKey, StringComparer.Ordinal).Select(offer => new ImportedRecord(offer.ImportKey, offer.Content.Title, [])));
    }

    /// <summary>The account.</summary>
    public ImportReport ToReport(IReadOnlyList<ImportedRecord> absentActors, bool isDryRun) => new()
    {
        IsDryRun = isDryRun,
        Created = created,
        Updated = updated,
        Kept = kept,
        Absent = [.. absentActors, .. absentOffers],
        UnchangedCount = unchanged,
    };

    private void Add(SupportActor actor, PlannedActor planned, PlannedOffer source)
    {
        actor.AddOffer(source.ImportKey, source.Content, StateOf(planned), now);
        created.Add(new ImportedRecord(source.ImportKey, source.Content.Title, []));
    }

    private void Update(SupportOffer offer, PlannedOffer source, bool isNowPublished)
    {
        var differences = ContentComparison.Differences(offer.Content, source.Content);
        if (offer.IsEdited || offer.State == OfferState.Archived)
        {
            Note(offer.ImportKey, offer.Content.Title, [], differences);
            return;
        }

        offer.TakeImport(source.Content, now);
        // A record that was doubtful and is no longer: what the file held back is published.
        var isConfirmed = isNowPublished && offer.State == OfferState.Draft;
        if (isConfirmed) offer.MoveTo(OfferState.Published, now);
        Note(offer.ImportKey, source.Content.Title, isConfirmed ? [.. differences, nameof(SupportOffer.State)] : differences, []);
    }

    private void Note(string key, string name, IReadOnlyList<string> changedFields, IReadOnlyList<string> keptFields)
    {
        if (changedFields.Count > 0) updated.Add(new ImportedRecord(key, name, changedFields));
        if (keptFields.Count > 0) kept.Add(new ImportedRecord(key, name, keptFields));
        if (changedFields.Count == 0 && keptFields.Count == 0) unchanged++;
    }

    private static OfferState StateOf(PlannedActor planned) => planned.Values.IsActive ? OfferState.Published : OfferState.Draft;
}
