using Npgsql;
using NpgsqlTypes;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Benchmarks;

/// <summary>The same question asked to PostgreSQL: hard filters over indexed columns, then shared themes, nearness and full-text rank. No reading of the text, no reasons, no exclusions.</summary>
internal sealed class SqlMatcher : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;

    private SqlMatcher(NpgsqlConnection connection)
    {
        this.connection = connection;
        command = new NpgsqlCommand(
            """
            with eligible as (
                select actor_id, id,
                       10 * (select count(*) from unnest(themes) theme where theme = any(@themes))
                       + case when served && @near then 9 when served && @departement then 5 when served && @region then 1 else 0 end
                       + 16 * ts_rank(words, to_tsquery('french', @words)) as score
                from bench_offers
                where served && @around
                  and not left_out && @around
                  and @stage = any(stages)
                  and (@form is null or cardinality(legal_forms) = 0 or @form = any(legal_forms))
                  and not (employer_required and @employer is false)
                  and (@headcount is null or ((headcount_min is null or headcount_min <= @headcount) and (headcount_max is null or headcount_max >= @headcount)))
                  and (@age is null or ((age_min is null or age_min <= @age) and (age_max is null or age_max >= @age)))
                  and (opens_on is null or opens_on <= @today)
                  and (closes_on is null or closes_on >= @today)
                  and (not paused or paused_until < @today)
            ), best as (select distinct on (actor_id) actor_id, id, score from eligible order by actor_id, score desc, id)
            select actor_id, id, score from best order by score desc, id limit 10
            """,
            connection);
        foreach (var (name, type) in new[]
        {
            ("themes", NpgsqlDbType.Array | NpgsqlDbType.Text), ("near", NpgsqlDbType.Array | NpgsqlDbType.Text), ("departement", NpgsqlDbType.Array | NpgsqlDbType.Text),
            ("region", NpgsqlDbType.Array | NpgsqlDbType.Text), ("around", NpgsqlDbType.Array | NpgsqlDbType.Text), ("words", NpgsqlDbType.Text), ("stage", NpgsqlDbType.Text),
            ("form", NpgsqlDbType.Text), ("employer", NpgsqlDbType.Boolean), ("headcount", NpgsqlDbType.Numeric), ("age", NpgsqlDbType.Integer), ("today", NpgsqlDbType.Date),
        })
        {
            command.Parameters.Add(name, type);
        }
    }

    /// <summary>Loads the offers of a catalogue, indexes them and gathers statistics.</summary>
    public static async Task<SqlMatcher> LoadAsync(string connectionString, OfferCatalog catalog)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await ExecuteAsync(
            connection,
            """
            drop table if exists bench_offers;
            create unlogged table bench_offers (
                id uuid primary key, actor_id uuid, served text[], left_out text[], stages text[], legal_forms text[], themes text[], employer_required boolean,
                headcount_min numeric, headcount_max numeric, age_min integer, age_max integer, opens_on date, closes_on date, paused boolean, paused_until date, text text,
                words tsvector generated always as (to_tsvector('french', text)) stored)
            """);
        await using (var import = await connection.BeginBinaryImportAsync(
            "copy bench_offers (id, actor_id, served, left_out, stages, legal_forms, themes, employer_required, headcount_min, headcount_max, age_min, age_max, opens_on, closes_on, paused, paused_until, text) from stdin (format binary)"))
        {
            foreach (var offer in catalog.Offers) await WriteAsync(import, offer);
            await import.CompleteAsync();
        }

        await ExecuteAsync(connection, "create index on bench_offers using gin (served); create index on bench_offers using gin (themes); create index on bench_offers using gin (words); analyze bench_offers");
        var matcher = new SqlMatcher(connection);
        return matcher;
    }

    /// <summary>Best offers, one an actor, at most ten.</summary>
    public async Task<int> MatchAsync(MatchingCriteria request, DateOnly today)
    {
        var place = request.Place;
        string[] near = place.Epci is null ? [Key(TerritoryLevel.Commune, place.Commune)] : [Key(TerritoryLevel.Commune, place.Commune), Key(TerritoryLevel.Epci, place.Epci)];
        string[] departement = [Key(TerritoryLevel.Departement, place.Departement)], region = [Key(TerritoryLevel.Region, place.Region)];
        object?[] values =
        [
            request.Themes, near, departement, region, (string[])[.. near, .. departement, .. region, Key(TerritoryLevel.France, CoverageZone.FranceCode)], Words(request.Description),
            request.Stage, request.LegalForm, request.HeadcountFte is { High: 0 } || LegalForms.IsProject(request.LegalForm) ? false : request.HeadcountFte is null ? null : true,
            request.HeadcountFte?.Low, null, today,
        ];
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index] ?? DBNull.Value;
        if (!command.IsPrepared) await command.PrepareAsync();
        var found = 0;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) found++;
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await ExecuteAsync(connection, "drop table bench_offers");
        await connection.DisposeAsync();
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter import, CatalogOffer offer)
    {
        var (content, access) = (offer.Content, offer.Content.Eligibility);
        await import.StartRowAsync();
        await import.WriteAsync(offer.OfferId);
        await import.WriteAsync(offer.ActorId);
        await import.WriteAsync(Keys(content, isExcluded: false));
        await import.WriteAsync(Keys(content, isExcluded: true));
        await import.WriteAsync(content.Stages.ToArray());
        await import.WriteAsync(content.LegalForms.ToArray());
        await import.WriteAsync(content.Themes.ToArray());
        await import.WriteAsync(access.EmployerRequired);
        await WriteAsync(import, access.HeadcountMinFte);
        await WriteAsync(import, access.HeadcountMaxFte);
        await WriteAsync(import, access.AgeMinMonths);
        await WriteAsync(import, access.AgeMaxMonths);
        await WriteAsync(import, content.OpensOn);
        await WriteAsync(import, content.ClosesOn);
        await import.WriteAsync(offer.Capacity != CapacityStatuses.Ouvert);
        await WriteAsync(import, offer.CapacityUntil);
        await import.WriteAsync($"{content.Title} {content.Description}");
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter import, T? value)
        where T : struct => value is { } known ? import.WriteAsync(known) : import.WriteNullAsync();

    private static string[] Keys(OfferContent content, bool isExcluded) => [.. content.Coverage.Where(zone => zone.IsExcluded == isExcluded).Select(zone => Key(zone.Level, zone.Code))];

    private static string Key(TerritoryLevel level, string code) => $"{(int)level}{code}";

    private static string Words(string text) => string.Join(" | ", text.Split([' ', ',', '.', '\'', '%', '(', ')', ':', ';', '?', '!'], StringSplitOptions.RemoveEmptyEntries).Distinct());

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}
