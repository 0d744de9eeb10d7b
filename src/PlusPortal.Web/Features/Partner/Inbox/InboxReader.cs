using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors.Absences;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Situations;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>The lists of a partner: one command each, whatever the length.</summary>
public sealed class InboxReader(PortalDb db, CurrentProfile profile)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 20;

    /// <summary>To answer and accepted, first pages.</summary>
    public async Task<InboxPage> ReadAsync(Guid actorId, CancellationToken ct)
    {
        var toAnswer = await ReadListAsync(InboxList.ARepondre, actorId, after: null, ct);
        var accepted = await ReadListAsync(InboxList.Acceptees, actorId, after: null, ct);
        return new InboxPage(toAnswer, accepted, await db.Referrals.AnsweredBy(actorId).AnyAsync(referral => referral.EndedAt != null, ct), [.. (await db.AwayAsync([actorId], (await profile.TodayAsync(ct)).Date, ct))[actorId]]);
    }

    /// <summary>One page of a list.</summary>
    public async Task<ReferralRows> ReadListAsync(InboxList list, Guid actorId, string? after, CancellationToken ct)
    {
        var mine = db.Referrals.AnsweredBy(actorId);
        var cursor = ListCursor.Parse(after);
        var ordered = list switch
        {
            InboxList.ARepondre => ToAnswer(mine, cursor),
            InboxList.Acceptees => Accepted(mine, cursor),
            InboxList.Passees => Past(mine, cursor),
        };
        var today = await profile.TodayAsync(ct);
        var by = Author.Partner(actorId);
        var found = await ordered
            .Take(PageSize + 1)
            .Select(referral => new
            {
                Referral = referral,
                Request = referral.Request!,
            })
            .ToListAsync(ct);
        var rows = found.Take(PageSize).Select(line =>
        {
            var (referral, request) = (line.Referral, line.Request);
            var isMine = referral.Status.IsVisibleToPartner && request.AnonymisedAt is null;
            return new ReferralRow
            {
                Id = referral.Id,
                Reference = request.Reference,
                Status = referral.Status,
                Title = isMine ? request.Declared.Title : null,
                Commune = isMine ? request.Correction?.CommuneName ?? request.Declared.CommuneName : null,
                Stage = isMine && request.Stage is { } stage ? Stages.All.LabelOf(stage) : null,
                IsUrgent = request.IsUrgent,
                Next = SituationReading.ForActor(request, referral, request.May(Acts.AcceptReferral, referral, by), today),
                MovedAt = referral.EndedAt ?? referral.AnsweredAt,
            };
        }).ToList();
        if (found.Count <= PageSize) return new ReferralRows(list, rows, Next: null);
        var last = found[PageSize - 1].Referral;
        var next = list switch
        {
            InboxList.ARepondre => new ListCursor(last.ExpiresOn!.Value.ToString("O", CultureInfo.InvariantCulture), last.Id),
            InboxList.Acceptees => ListCursor.At(last.AnsweredAt!.Value, last.Id),
            InboxList.Passees => ListCursor.At(last.EndedAt!.Value, last.Id),
        };
        return new ReferralRows(list, rows, next.ToString());
    }

    private static IQueryable<Referral> ToAnswer(IQueryable<Referral> mine, ListCursor? cursor)
    {
        var rows = mine.Where(referral => referral.Status == ReferralStatus.Sent || referral.Status == ReferralStatus.InformationRequested || referral.Status == ReferralStatus.DateOffered);
        if (cursor is not null && DateOnly.TryParseExact(cursor.Value, "O", out var day))
            rows = rows.Where(referral => referral.ExpiresOn > day || (referral.ExpiresOn == day && referral.Id > cursor.Id));
        return rows.OrderBy(referral => referral.ExpiresOn).ThenBy(referral => referral.Id);
    }

    private static IQueryable<Referral> Accepted(IQueryable<Referral> mine, ListCursor? cursor)
    {
        var rows = mine.Where(referral => referral.Status == ReferralStatus.Accepted);
        if (cursor is { Instant: { } at }) rows = rows.Where(referral => referral.AnsweredAt > at || (referral.AnsweredAt == at && referral.Id > cursor.Id));
        return rows.OrderBy(referral => referral.AnsweredAt).ThenBy(referral => referral.Id);
    }

    private static IQueryable<Referral> Past(IQueryable<Referral> mine, ListCursor? cursor)
    {
        var rows = mine.Where(referral => referral.EndedAt != null);
        if (cursor is { Instant: { } at }) rows = rows.Where(referral => referral.EndedAt < at || (referral.EndedAt == at && referral.Id < cursor.Id));
        return rows.OrderByDescending(referral => referral.EndedAt).ThenByDescending(referral => referral.Id);
    }
}
