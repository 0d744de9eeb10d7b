using System.Globalization;
using PlusPortal.Domain.Matching.Evaluation;
using PlusPortal.Domain.Matching.Rules;

namespace PlusPortal.Web.Labels;

/// <summary>French words for the versions of the rules and for what a replay shows.</summary>
public static class RulesLabels
{
    extension(RulesState state)
    {
        /// <summary>Where a version stands.</summary>
        public string Label => state switch
        {
            RulesState.Draft => "Proposée",
            RulesState.Published => "En vigueur",
            RulesState.Retired => "Remplacée",
            RulesState.Discarded => "Abandonnée",
        };
    }

    extension(ReplayedActor actor)
    {
        /// <summary>How an actor of the new first three moved; empty when it did not.</summary>
        public string Move => (actor.Before, actor.After) switch
        {
            (null, _) => "entre",
            ({ } before, { } after) when before > after => $"monte, {Rank(before)} avant",
            ({ } before, { } after) when before < after => $"descend, {Rank(before)} avant",
            _ => "",
        };

        /// <summary>Where an actor went that is no longer among the first three.</summary>
        public string Fate => actor.After is { } rank ? $"passe {Rank(rank)}" : "n’est plus proposé";
    }

    /// <summary>« 1er », « 4e ».</summary>
    private static string Rank(int rank) => rank == 1 ? "1er" : rank.ToString(CultureInfo.InvariantCulture) + "e";
}
