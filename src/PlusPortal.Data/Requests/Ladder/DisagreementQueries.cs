using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Requests.Ladder;

/// <summary>What a side said of a rung.</summary>
public sealed record SideWord(Rung Rung, DateOnly On, string? WhyNot);

/// <summary>A referral of which two sides say what cannot both be true.</summary>
public sealed record DisagreementRow
{
    /// <summary>Referral.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary>Reference of its request.</summary>
    public required string Reference { get; init; }

    /// <summary>Its actor.</summary>
    public required string ActorName { get; init; }

    /// <summary>Outcome that the actor noted, a code; null when none.</summary>
    public required string? ActorOutcome { get; init; }

    /// <summary>What becomes of that outcome.</summary>
    public required OutcomeState OutcomeState { get; init; }

    /// <summary>Last word of the structure on the contact.</summary>
    public required SideWord? StructureContact { get; init; }

    /// <summary>Last word of the actor on it.</summary>
    public required SideWord? ActorContact { get; init; }

    /// <summary>Last word of the structure on the need.</summary>
    public required SideWord? StructureNeed { get; init; }

    /// <summary>Last word of the actor on it.</summary>
    public required SideWord? ActorNeed { get; init; }

    /// <summary>When the structure said last that nobody called back, UTC.</summary>
    public required DateTimeOffset? SaidNotCalledBack { get; init; }

    /// <summary>Whether the structure says at the end that nobody made contact; null when it says nothing.</summary>
    public required bool? SaidCalledBackAtEnd { get; init; }

    /// <summary>What came of it, by the structure; null when it says nothing.</summary>
    public required HelpResult? SaidResult { get; init; }
}

/// <summary>« Pas de place », counted.</summary>
/// <param name="Commune">INSEE code of the commune.</param>
/// <param name="Name">Its name.</param>
/// <param name="Theme">Code of a theme; empty when the request has none.</param>
/// <param name="Requests">How many requests.</param>
public sealed record CapacityGap(string Commune, string Name, string Theme, int Requests);

/// <summary>Where sides disagree, and where there was no room.</summary>
public static class DisagreementQueries
{
    private const int MostGaps = 50;

    extension(PortalDb db)
    {
        /// <summary>
        /// Referrals of which sides disagree, the newest first, in one query. It says in the language of the database what
        /// <see cref="LadderRules"/> says of one referral, and adds contested outcomes and what the structure says at the end. What staff settled
        /// comes back when somebody speaks again.
        /// </summary>
        /// <param name="after">Last referral of the page before; null for the first page.</param>
        /// <param name="most">How many.</param>
        /// <param name="requestId">Request whose referrals alone are read; null for those of every request.</param>
        public IQueryable<DisagreementRow> Disagreements(Guid? after, int most, Guid? requestId = null)
        {
            var reports = db.Set<LadderReport>().AsNoTracking();
            var told = db.Referrals.AsNoTracking().Where(referral => referral.SentAt != null && referral.Request!.AnonymisedAt == null && (after == null || referral.Id < after) && (requestId == null || referral.RequestId == requestId));
            var words = from referral in told
                        let structureContact = reports.Where(report => report.ReferralId == referral.Id && report.Side == LadderSide.Structure && (report.Rung == Rung.FirstContact || report.Rung == Rung.Reached || report.Rung == Rung.Unreachable))
                            .OrderByDescending(report => report.At).ThenByDescending(report => report.Id).FirstOrDefault()
                        let actorContact = reports.Where(report => report.ReferralId == referral.Id && report.Side == LadderSide.Actor && (report.Rung == Rung.FirstContact || report.Rung == Rung.Reached || report.Rung == Rung.Unreachable))
                            .OrderByDescending(report => report.At).ThenByDescending(report => report.Id).FirstOrDefault()
                        let structureNeed = reports.Where(report => report.ReferralId == referral.Id && report.Side == LadderSide.Structure && (report.Rung == Rung.DealtWith || report.Rung == Rung.DealtWithInPart || report.Rung == Rung.NotDealtWith))
                            .OrderByDescending(report => report.At).ThenByDescending(report => report.Id).FirstOrDefault()
                        let actorNeed = reports.Where(report => report.ReferralId == referral.Id && report.Side == LadderSide.Actor && (report.Rung == Rung.DealtWith || report.Rung == Rung.DealtWithInPart || report.Rung == Rung.NotDealtWith))
                            .OrderByDescending(report => report.At).ThenByDescending(report => report.Id).FirstOrDefault()
                        let said = db.Set<TimelineEvent>().Where(entry => entry.RequestId == referral.RequestId && entry.Kind == EventKind.NotCalledBack).Max(entry => (DateTimeOffset?)entry.At)
                        let atEnd = db.Set<SatisfactionAnswer>().Where(answer => answer.RequestId == referral.RequestId && answer.Round == referral.Round).OrderByDescending(answer => answer.At).FirstOrDefault()
                        let settled = db.Set<TimelineEvent>().Where(entry => entry.RequestId == referral.RequestId && entry.ReferralId == referral.Id && entry.Kind == EventKind.DisagreementSettled).Max(entry => (DateTimeOffset?)entry.At)
                        where settled == null || said > settled || atEnd!.At > settled || reports.Any(report => report.ReferralId == referral.Id && report.At > settled)
                            || db.Set<TimelineEvent>().Any(entry => entry.RequestId == referral.RequestId && entry.ReferralId == referral.Id && (entry.Kind == EventKind.OutcomeContested || entry.Kind == EventKind.RungTakenBack) && entry.At > settled)
                        select new { referral, structureContact, actorContact, structureNeed, actorNeed, said, atEnd };
            var judged = from word in words
                         let actorMet = word.actorContact != null && word.actorContact.Rung != Rung.Unreachable
                         let structureMet = word.structureContact != null && word.structureContact.Rung != Rung.Unreachable
                         let denies = word.said != null && !(structureMet && word.structureContact!.At > word.said)
                         where (actorMet && ((denies && word.actorContact!.At < word.said) || (!denies && word.structureContact != null && !structureMet)))
                             || (word.actorContact != null && !actorMet && structureMet && !denies && word.structureContact!.On <= word.actorContact.On)
                             || (word.structureNeed != null && word.actorNeed != null && (word.structureNeed.Rung == Rung.NotDealtWith) != (word.actorNeed.Rung == Rung.NotDealtWith))
                             || word.referral.OutcomeState == OutcomeState.Contested
                             || (word.atEnd != null && !word.atEnd.WasCalledBack && actorMet)
                             || (word.atEnd != null && word.atEnd.Result == HelpResult.Nothing && (word.referral.ReferralOutcome == ReferralOutcomes.AideApportee || (word.actorNeed != null && word.actorNeed.Rung != Rung.NotDealtWith)))
                         select word;
            return judged.OrderByDescending(word => word.referral.Id).Take(most).Join(db.SupportActors, word => word.referral.ActorId, actor => actor.Id, (word, actor) => new { word, actor.Name })
                .OrderByDescending(row => row.word.referral.Id)
                .Select(row => new DisagreementRow
                {
                    ReferralId = row.word.referral.Id,
                    Reference = row.word.referral.Request!.Reference,
                    ActorName = row.Name,
                    ActorOutcome = row.word.referral.ReferralOutcome,
                    OutcomeState = row.word.referral.OutcomeState,
                    StructureContact = row.word.structureContact == null ? null : new SideWord(row.word.structureContact.Rung, row.word.structureContact.On, row.word.structureContact.WhyNot),
                    ActorContact = row.word.actorContact == null ? null : new SideWord(row.word.actorContact.Rung, row.word.actorContact.On, row.word.actorContact.WhyNot),
                    StructureNeed = row.word.structureNeed == null ? null : new SideWord(row.word.structureNeed.Rung, row.word.structureNeed.On, row.word.structureNeed.WhyNot),
                    ActorNeed = row.word.actorNeed == null ? null : new SideWord(row.word.actorNeed.Rung, row.word.actorNeed.On, row.word.actorNeed.WhyNot),
                    SaidNotCalledBack = row.word.said,
                    SaidCalledBackAtEnd = row.word.atEnd == null ? null : row.word.atEnd.WasCalledBack,
                    SaidResult = row.word.atEnd == null ? null : row.word.atEnd.Result,
                });
        }

        /// <summary>For how many requests somebody said that there was no room, by commune and theme, most first.</summary>
        public Task<List<CapacityGap>> CapacityGapsAsync(CancellationToken ct) => db.Database.SqlQuery<CapacityGap>(
            $"""
             select request.commune_code as commune, coalesce(max(communes.name), request.commune_code) as name, coalesce(theme, '') as theme, count(distinct request.id)::int as requests
             from (
                 select request_id from ladder_reports where why_not = {UnmetReasons.Capacite}
                 union
                 select request_id from referrals where decline_reason = {DeclineReasons.Capacite} and sent_at is not null
             ) as gap
             join orientation_requests as request on request.id = gap.request_id
             left join communes on communes.code = request.commune_code
             left join lateral unnest(request.themes) as theme on true
             group by request.commune_code, coalesce(theme, '')
             order by count(distinct request.id) desc, request.commune_code, coalesce(theme, '')
             limit {MostGaps}
             """).ToListAsync(ct);
    }
}
