using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlusPortal.Data.Geography;

/// <summary>Reads the official geography that the build copies from the npm package <c>@etalab/decoupage-administratif</c>.</summary>
/// <param name="Communes">Current communes.</param>
/// <param name="FormerCommunes">Former communes and districts, each with its current commune.</param>
/// <param name="Epcis">Intercommunalités.</param>
/// <param name="Departements">Départements.</param>
/// <param name="Regions">Régions.</param>
public sealed record GeographyFiles(
    IReadOnlyList<Commune> Communes,
    IReadOnlyList<FormerCommune> FormerCommunes,
    IReadOnlyList<Epci> Epcis,
    IReadOnlyList<Departement> Departements,
    IReadOnlyList<Region> Regions)
{
    private const string Current = "commune-actuelle";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Folder of the files, beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "geo");

    /// <summary>Reads the four files.</summary>
    /// <exception cref="FileNotFoundException">The build did not copy them.</exception>
    public static async Task<GeographyFiles> ReadAsync(string folder, CancellationToken ct)
    {
        var communes = await ReadAsync<CommuneLine>(folder, "communes.json", ct);
        var epcis = await ReadAsync<EpciLine>(folder, "epci.json", ct);
        var departements = await ReadAsync<AreaLine>(folder, "departements.json", ct);
        var regions = await ReadAsync<AreaLine>(folder, "regions.json", ct);

        var epciOf = epcis.SelectMany(epci => epci.Members.Select(member => (member.Code, Epci: epci.Code)))
            .ToDictionary(pair => pair.Code, pair => pair.Epci);
        var current = communes.Where(line => line.Type == Current).ToDictionary(line => line.Code);
        return new GeographyFiles(
            [.. current.Values.Select(line => ToCommune(line, epciOf.GetValueOrDefault(line.Code)))],
            [.. FormerOf(communes, current)],
            [.. epcis.Select(line => new Epci { Code = line.Code, Name = line.Name })],
            [.. departements.Where(line => line.Region is not null).Select(line => new Departement { Code = line.Code, Name = line.Name, Region = line.Region! })],
            [.. regions.Select(line => new Region { Code = line.Code, Name = line.Name })]);
    }

    private static Commune ToCommune(CommuneLine line, string? epci) => new()
    {
        Code = line.Code,
        Name = line.Name,
        SearchName = GeographyText.Normalise(line.Name),
        Epci = epci,
        Departement = line.Departement ?? throw new InvalidDataException($"communes.json: commune {line.Code} has no département."),
        Region = line.Region ?? "",
        PostalCodes = [.. line.PostalCodes ?? []],
        Population = line.Population ?? 0,
    };

    /// <summary>Delegated and associated communes lead to their seat, districts to their city, old numbers to the new one. The same code may occur with several kinds.</summary>
    private static IEnumerable<FormerCommune> FormerOf(IEnumerable<CommuneLine> lines, Dictionary<string, CommuneLine> current)
    {
        foreach (var line in lines)
        {
            if (line.Type == Current)
            {
                foreach (var old in (line.FormerCodes ?? []).Where(code => !current.ContainsKey(code)).Distinct())
                    yield return Former(old, "ancien-code", line.Name, line.Code);
                continue;
            }

            var successor = line.Seat ?? line.City;
            if (successor is not null && current.ContainsKey(successor)) yield return Former(line.Code, line.Type, line.Name, successor);
        }
    }

    private static FormerCommune Former(string code, string kind, string name, string successor) => new()
    {
        Code = code,
        Kind = kind,
        Name = name,
        SearchName = GeographyText.Normalise(name),
        SuccessorCode = successor,
    };

    private static async Task<T[]> ReadAsync<T>(string folder, string file, CancellationToken ct)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path)) throw new FileNotFoundException($"The official geography is missing: build the portal again ({file}).", path);
        await using var stream = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<T[]>(stream, Options, ct) ?? [];
    }

    private sealed record CommuneLine(
        string Code,
        [property: JsonPropertyName("nom")] string Name,
        string Type,
        string? Departement,
        string? Region,
        [property: JsonPropertyName("codesPostaux")] string[]? PostalCodes,
        int? Population,
        [property: JsonPropertyName("chefLieu")] string? Seat,
        [property: JsonPropertyName("commune")] string? City,
        [property: JsonPropertyName("anciensCodes")] string[]? FormerCodes);

    private sealed record EpciLine(string Code, [property: JsonPropertyName("nom")] string Name, [property: JsonPropertyName("membres")] MemberLine[] Members);

    private sealed record MemberLine(string Code);

    private sealed record AreaLine(string Code, [property: JsonPropertyName("nom")] string Name, string? Region);
}
