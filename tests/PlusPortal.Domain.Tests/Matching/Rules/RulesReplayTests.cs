using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Evaluation;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Domain.Tests.Matching.Rules;

/// <summary>What other rules would change.</summary>
public sealed class RulesReplayTests
{
    private static readonly CatalogOffer OfCommune = Covering(1, TerritoryLevel.Commune, "54528");
    private static readonly CatalogOffer OfEpci = Covering(2, TerritoryLevel.Epci, "200070563");
    private static readonly OfferCatalog Catalog = new([OfCommune, OfEpci]);
    private static readonly MatchingRules NeighboursFirst = MatchingRules.Current with { Version = 2, NearEpci = 30 };

    [Fact]
    public void Another_weight_shows_who_moves_and_for_which_request()
    {
        var replay = Replay([new("PLUS-2026-000001", Given.Request())], NeighboursFirst);

        var line = Assert.Single(replay.Changed);
        Assert.Equal("PLUS-2026-000001", line.Reference);
        Assert.True(line.IsLeadChanged);
        Assert.Equal([(OfCommune.ActorId, 1, 2), (OfEpci.ActorId, 2, 1)], line.Before.Select(actor => (actor.ActorId, actor.Before!.Value, actor.After!.Value)));
        Assert.Equal([OfEpci.ActorId, OfCommune.ActorId], line.After.Select(actor => actor.ActorId));
        Assert.Equal([(1, 0), (0, 1)], replay.Actors.OrderByDescending(actor => actor.LeadBefore).Select(actor => (actor.LeadBefore, actor.LeadAfter)));
    }

    [Fact]
    public void The_same_values_change_nothing()
    {
        var replay = Replay([new("PLUS-2026-000001", Given.Request()), new("PLUS-2026-000002", Given.Request())], MatchingRules.Current with { Version = 2 });

        Assert.Equal(2, replay.Lines.Count);
        Assert.Empty(replay.Changed);
        Assert.Empty(replay.Actors);
    }

    [Fact]
    public void A_fourth_actor_that_comes_in_pushes_one_out()
    {
        var near = Enumerable.Range(3, 3).Select(number => Covering(number, TerritoryLevel.Commune, "54528")).ToList();
        var catalog = new OfferCatalog([.. near, OfEpci]);

        var replay = RulesReplay.Run([new("PLUS-2026-000001", Given.Request())], catalog, MatchingRules.Current, NeighboursFirst, Given.Today, () => false);

        var line = Assert.Single(replay.Changed);
        Assert.Equal((4, 1), (line.After[0].Before, line.After[0].After));
        Assert.Equal(4, Assert.Single(line.Left).After);
    }

    [Fact]
    public void When_time_runs_out_the_rest_is_left()
    {
        var asked = 0;

        var replay = RulesReplay.Run([.. Enumerable.Repeat(new ReplaySubject("PLUS-2026-000001", Given.Request()), 5)], Catalog, MatchingRules.Current, NeighboursFirst, Given.Today, () => ++asked > 2);

        Assert.Equal((2, 5), (replay.Lines.Count, replay.Asked));
    }

    private static CatalogOffer Covering(int number, TerritoryLevel level, string code) =>
        Given.Offer(number, Given.Content() with { Coverage = [new CoverageZone(level, code)] });

    private static RulesReplay Replay(IReadOnlyList<ReplaySubject> subjects, MatchingRules after) =>
        RulesReplay.Run(subjects, Catalog, MatchingRules.Current, after, Given.Today, () => false);
}
