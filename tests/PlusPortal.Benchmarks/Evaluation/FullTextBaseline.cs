using System.Diagnostics;
using Npgsql;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Evaluation;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Benchmarks.Evaluation;

/// <summary>What a search engine does: the request's words against the offers' words with PostgreSQL's French full-text rank, after the same hard filters.</summary>
internal sealed class FullTextBaseline : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly OfferCatalog catalog;

    private FullTextBaseline(NpgsqlConnection connection, OfferCatalog catalog) => (this.connection, this.catalog) = (connection, catalog);

    public static async Task<FullTextBaseline> CreateAsync(string connectionString, OfferCatalog catalog)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using (var create = new NpgsqlCommand("create temporary table full_text (offer_id uuid primary key, actor text not null, words tsvector not null)", connection))
            await create.ExecuteNonQueryAsync();
        foreach (var offer in catalog.Offers)
        {
            await using var insert = new NpgsqlCommand(
                "insert into full_text values ($1, $2, setweight(to_tsvector('french', $3), 'A') || setweight(to_tsvector('french', $4), 'B') || setweight(to_tsvector('french', $5), 'C'))",
                connection)
            {
                Parameters =
                {
                    new() { Value = offer.OfferId },
                    new() { Value = offer.ActorName },
                    new() { Value = offer.Content.Title },
                    new() { Value = string.Join(". ", offer.Content.Themes.Select(Themes.All.LabelOf)) },
                    new() { Value = offer.Content.Description },
                },
            };
            await insert.ExecuteNonQueryAsync();
        }

        return new FullTextBaseline(connection, catalog);
    }

    public async Task<EvaluationAnswer> AnswerAsync(MatchingCriteria criteria, DateOnly today)
    {
        var start = Stopwatch.GetTimestamp();
        var eligible = catalog.Offers.Where(offer => SharedThemesBaseline.IsEligible(criteria, offer, today)).Select(offer => offer.OfferId).ToArray();

        // Any of the words, not all of them: a request is longer than an offer.
        await using var command = new NpgsqlCommand(
            """
            with query as (select replace(plainto_tsquery('french', $1)::text, '&', '|')::tsquery as words)
            select actor from full_text, query
            where offer_id = any ($2) and full_text.words @@ query.words
            group by actor
            order by max(ts_rank(full_text.words, query.words)) desc, actor
            limit 10
            """,
            connection)
        {
            Parameters = { new() { Value = $"{criteria.Title} {criteria.Description} {string.Join(' ', criteria.Themes.Select(Themes.All.LabelOf))}" }, new() { Value = eligible } },
        };
        var actors = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) actors.Add(reader.GetString(0));
        }

        return new EvaluationAnswer(actors, null, null, null, null, Stopwatch.GetElapsedTime(start));
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
