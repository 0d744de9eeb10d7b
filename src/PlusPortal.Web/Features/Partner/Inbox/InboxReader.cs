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

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>The lists of a partner: one command each, whatever the length.</summary>
public sealed class InboxReader(PortalDb db, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 20;

    /// <summary>To answer and accepted, first pages.</summary>
    public async Task<InboxPage> ReadAsync(Guid actorId, CancellationToken ct)
    {
        var toAnswer = await ReadListAsync(InboxList.ARepondre, actorId, after: null, ct);
        var accepted = await ReadListAsync(InboxList.Acceptees, actorId, after: null, ct);
        return new InboxPage(toAnswer, accepted, await db.Referrals.AnsweredBy(actorId).AnyAsync(referral => referral.EndedAt != null, ct), [.. (await db.AwayAsync([actorId], clock.TodayInParis, ct))[actorId]]);
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
        var found = await ordered
            .Take(PageSize + 1)
            .Select(referral => new
            {
                referral.Id,
                referral.Status,
                referral.ExpiresOn,
                referral.AnsweredAt,
                referral.EndedAt,
                referral.Request!.Reference,
                referral.Request.Stage,
                referral.Request.IsUrgent,
                referral.Request.AnonymisedAt,
                referral.Request.Declared,
                referral.Request.Correction,
            })
            .ToListAsync(ct);
        var rows = found.Take(PageSize).Select(referral =>
        {
            var isMine = referral.Status.IsVisibleToPartner && referral.AnonymisedAt is null;
            return new ReferralRow
            {
                Id = referral.Id,
                Reference = referral.Reference,
                Status = referral.Status,
                Title = isMine ? referral.Declared.Title : null,
                Commune = isMine ? referral.Correction?.CommuneName ?? referral.Declared.CommuneName : null,
                Stage = isMine && referral.Stage is { } stage ? Stages.All.LabelOf(stage) : null,
                IsUrgent = referral.IsUrgent,
                ExpiresOn = referral.ExpiresOn,
                MovedAt = referral.EndedAt ?? referral.AnsweredAt,
            };
        }).ToList();
        if (found.Count <= PageSize) return new ReferralRows(list, rows, Next: null);
        var last = found[PageSize - 1];
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
        var rows = mine.Where(referral => referral.Status == ReferralStatus.Sent || referral.Status == ReferralStatus.InformationRequested);
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
