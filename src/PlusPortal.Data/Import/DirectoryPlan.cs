using System.Text.Json;
using PlusPortal.Data.Import.Reading;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Data.Import;

/// <summary>What a file asks for, understood and checked whole before anything is written.</summary>
/// <param name="Actors">Actors with their offers; meaningless when there are errors.</param>
/// <param name="Errors">Everything that is wrong, in the order of the file.</param>
internal sealed record DirectoryPlan(IReadOnlyList<PlannedActor> Actors, IReadOnlyList<ImportError> Errors)
{
    /// <summary>Reads a file and checks it against the vocabulary and the official geography.</summary>
    public static async Task<DirectoryPlan> ReadAsync(PortalDb db, ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        var errors = new ImportErrors();
        var file = DirectoryFile.Read(json, errors);
        var territories = await KnownTerritories.LoadAsync(db, [.. file.Records.SelectMany(record => CommunesIn(record.Element)).Distinct()], ct);
        var actors = file.Records.Select(record => new RecordReader(record, territories, errors).Read()).ToList();
        foreach (var (record, actor) in file.Records.Zip(actors).GroupBy(pair => pair.Second.ImportKey).Where(group => group.Key.Length > 0).SelectMany(group => group.Skip(1)))
            record.Report(errors, JsonLines.Join(record.Path, "id"), $"la clé «\u00A0{actor.ImportKey}\u00A0» sert déjà à une autre fiche du fichier.");
        return new DirectoryPlan(actors, errors.InOrder());
    }

    /// <summary>Codes of communes that a record names, on its own and in its offers.</summary>
    private static IEnumerable<string> CommunesIn(JsonElement record)
    {
        var places = record.TryGetProperty("offers", out var offers) && offers.ValueKind == JsonValueKind.Array
            ? offers.EnumerateArray().Where(offer => offer.ValueKind == JsonValueKind.Object).Prepend(record)
            : [record];
        return from place in places
               where place.TryGetProperty("communes", out var communes) && communes.ValueKind == JsonValueKind.Array
               from commune in place.GetProperty("communes").EnumerateArray()
               where commune.ValueKind == JsonValueKind.String
               select JsonText.Of(commune);
    }
}
