using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>A line of the timeline in words.</summary>
public sealed record TimelineLine(int Number, EventKind Kind, DateTimeOffset At, string Sentence, string Through);

/// <summary>What happened since the page that somebody still had before their eyes.</summary>
/// <param name="Since">Events that they had not seen, the latest first.</param>
public sealed record ConflictNotice(IReadOnlyList<TimelineLine> Since)
{
    /// <summary>« Modifiée par … à 10 h 12 » comes from here.</summary>
    public TimelineLine? Last => Since.Count > 0 ? Since[0] : null;
}

/// <summary>Sentences of a conflict.</summary>
public static class Conflicts
{
    /// <summary>Top of the page of the one who loses.</summary>
    public const string NothingSaved = "La demande a changé pendant que vous écriviez\u00A0: rien n’a été enregistré. Votre saisie est conservée ci-dessous\u00A0; lisez ce qui a changé, puis enregistrez de nouveau.";
}

/// <summary>Reads of the timeline.</summary>
public static class TimelineQueries
{
    /// <summary>Lines shown at most, the latest.</summary>
    private const int MostLines = 300;

    extension(PortalDb db)
    {
        /// <summary>Events of a request after the given number, the latest first, in one command.</summary>
        public async Task<IReadOnlyList<TimelineLine>> TimelineAsync(ActWords words, Guid requestId, int after, CancellationToken ct)
        {
            var events = await db.Set<TimelineEvent>().AsNoTracking()
                .Where(entry => entry.RequestId == requestId && entry.Number > after)
                .OrderByDescending(entry => entry.Number).Take(MostLines)
                .Select(entry => new
                {
                    entry.Number,
                    entry.At,
                    entry.Channel,
                    entry.Kind,
                    entry.AuthorKind,
                    entry.ReasonCode,
                    AuthorName = db.Users.Where(user => user.Id == entry.AuthorId).Select(user => user.DisplayName).FirstOrDefault(),
                    ActorName = (from referral in db.Referrals
                                 join actor in db.SupportActors on referral.ActorId equals actor.Id
                                 where referral.Id == entry.ReferralId
                                 select actor.Name).FirstOrDefault(),
                    IsActorTold = db.Referrals.Any(referral => referral.Id == entry.ReferralId && referral.SentAt <= entry.At),
                    RefusesDate = entry.Kind == EventKind.ReferralCancelled && db.Referrals.Any(referral => referral.Id == entry.ReferralId && referral.StartsOn != null && referral.FirstContactDueOn == null),
                    Side = entry.Kind == EventKind.RungReported
                        ? db.Set<LadderReport>().Where(report => report.ReferralId == entry.ReferralId && report.At == entry.At).Select(report => (LadderSide?)report.Side).FirstOrDefault()
                        : null,
                }).ToListAsync(ct);
            return
            [
                .. events.Select(entry => new TimelineLine(
                    entry.Number,
                    entry.Kind,
                    entry.At,
                    words.ForStaff(new TimelineFacts(entry.Kind, entry.AuthorKind, entry.AuthorName, entry.ActorName, entry.ReasonCode, entry.Channel, entry.IsActorTold, entry.RefusesDate) { Side = entry.Side }),
                    ChannelLabels.Through(entry.Channel))),
            ];
        }
    }
}
