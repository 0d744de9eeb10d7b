using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching.Explanations;
using PlusPortal.Web.Labels.Counts;

namespace PlusPortal.Web.Features.Partner.NotReceived;

/// <summary>One reason with how many requests it kept away, in words: a small number stays hidden.</summary>
public sealed record NotReceivedReason(string Reason, string Count);

/// <summary>« Pourquoi pas moi ? »: counts by reason, and nothing of any request.</summary>
/// <param name="ActorName">Name of the actor.</param>
/// <param name="Reasons">Reasons, the most frequent first.</param>
public sealed record NotReceivedPage(string ActorName, IReadOnlyList<NotReceivedReason> Reasons)
{
    /// <summary>Days that are looked at.</summary>
    public const int Days = 90;

    /// <summary>The page of some counts.</summary>
    public static NotReceivedPage Of(string actorName, IEnumerable<NotReceivedCount> counts) => new(
        actorName,
        [
            .. counts.GroupBy(ReasonOf).Select(group => (Reason: group.Key, Count: group.Sum(row => row.Count)))
                .OrderByDescending(row => row.Count >= SmallCounts.Smallest ? row.Count : 0).ThenBy(row => row.Reason, StringComparer.Ordinal)
                .Select(row => new NotReceivedReason(row.Reason, $"{row.Count.WithoutSmall} demandes")),
        ]);

    private static string ReasonOf(NotReceivedCount row) => row switch
    {
        { Criterion: { } criterion } => PartnerSentences.HeadingOf(criterion),
        { Rank: 1 } => "Vous étiez parmi les trois premiers\u00A0; PLUS ou la structure a choisi un autre acteur",
        { Rank: not null } => "Vous remplissiez les conditions\u00A0; d’autres acteurs répondaient mieux au besoin",
        _ => "Aucune offre publiée à ce moment, ou d’autres acteurs nettement mieux placés",
    };
}
