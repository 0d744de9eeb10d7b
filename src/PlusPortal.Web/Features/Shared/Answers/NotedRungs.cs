using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels.Clock;

namespace PlusPortal.Web.Features.Shared.Answers;

/// <summary>Something that was noted.</summary>
/// <param name="Id">Which.</param>
/// <param name="On">Day on which it happened.</param>
/// <param name="What">In words.</param>
/// <param name="CanBeTakenBack">Whether whoever reads may take it back.</param>
public sealed record NotedRung(Guid Id, DateOnly On, string What, bool CanBeTakenBack);

/// <summary>Says what a side noted.</summary>
public static class NotedRungs
{
    private const int Most = 50;

    /// <summary>The last ones of a side of a referral, in the order in which they happened.</summary>
    /// <param name="request">The request, with its rungs.</param>
    /// <param name="referral">Its referral.</param>
    /// <param name="side">The side.</param>
    /// <param name="by">Who reads, and may take back.</param>
    public static IReadOnlyList<NotedRung> Of(OrientationRequest request, Referral referral, LadderSide side, Author by)
    {
        var own = request.RungsToTakeBack(referral, by).Select(report => report.Id).ToHashSet();
        return
        [
            .. request.LadderReports.Where(report => report.ReferralId == referral.Id && report.Side == side)
                .OrderByDescending(report => report.On).ThenByDescending(report => report.At).Take(Most).Reverse()
                .Select(report => new NotedRung(report.Id, report.On, WordsOf(report), own.Contains(report.Id))),
        ];
    }

    private static string WordsOf(LadderReport report) => RungWords.Of(report.Rung)
        + (report.WhyNot is { } why ? $", {UnmetReasons.All.LabelOf(why).ToLowerInvariant()}" : "")
        + (report.AuthorKind == AuthorKind.Staff ? " (noté par l’équipe PLUS)" : "");
}
