using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Privacy;
using PlusPortal.Domain.Announcements.ByHand;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.ByHand;

/// <summary>Reads what is to be said to the actors of a request that staff tell by themselves.</summary>
public sealed class HandTextReader(PortalDb db, DeclaredFacts facts, TimeProvider clock)
{
    private const int MostEvents = 1_000;

    /// <summary>The texts to say now, by referral; at most one each. No command for a request that the portal tells to everybody.</summary>
    /// <param name="request">The request with its referrals, the records of the clock and what the structure added.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<IReadOnlyDictionary<Guid, HandText>> ReadAsync(OrientationRequest request, CancellationToken ct)
    {
        var byHand = request.Referrals.Where(referral => referral is { IsByHand: true, WasTold: true }).ToList();
        if (byHand.Count == 0) return new Dictionary<Guid, HandText>();
        var timeline = await db.Set<TimelineEvent>().AsNoTracking().Where(entry => entry.RequestId == request.Id).OrderByDescending(entry => entry.Number).Take(MostEvents).ToListAsync(ct);
        var answers = await AnswersAsync(request.Id, byHand.ConvertAll(referral => (Guid?)referral.Id), ct);
        var added = request.Notes.Where(note => note is { Kind: NoteKind.InformationAdded, SharedAt: not null }).ToList();
        var last = added.Max(note => note.SharedAt);
        var shared = added.Where(note => note.SharedAt == last).OrderBy(note => note.At).ThenBy(note => note.Id).Select(note => note.Text).ToList();
        var register = await db.Transmissions.AsNoTracking().Where(told => told.RequestId == request.Id).OrderBy(told => told.At).ToListAsync(ct);
        var texts = new Dictionary<Guid, HandText>();
        foreach (var referral in byHand)
        {
            if (HandMoments.Latest(request, referral, timeline) is not var (moment, since)) continue;
            var text = HandTexts.Of(facts, request, referral, moment, new HandNotes(answers.GetValueOrDefault(referral.Id), shared.Count == 0 ? null : string.Join("\n\n", shared)), clock.TodayInParis);
            var told = register.FindAll(row => row.ReferralId == referral.Id);
            texts[referral.Id] = text with { Since = since, IsToNote = IsToNote(request, referral, moment, since, told), NotedAt = NotedAt(moment, since, told) };
        }

        return texts;
    }

    /// <summary>Whether the text tells the actor something that the register does not have, and that no task of the request asks about.</summary>
    private static bool IsToNote(OrientationRequest request, Referral referral, HandMoment moment, DateTimeOffset? since, List<Transmission> told) => moment switch
    {
        HandMoment.Accepted or HandMoment.AcceptedAgain => referral.SettlesAt is null && !told.Exists(row => row.Moment == TransmissionMoment.Accepted) && !request.Listed.Any(listed => (listed.Task, listed.ReferralId) == (StaffTask.GiveContact, referral.Id)),
        HandMoment.ContactChanged or HandMoment.InformationAdded => since is not null && NotedAt(moment, since, told) is null,
        _ => false,
    };

    /// <summary>When it was noted that the actor heard it.</summary>
    private static DateTimeOffset? NotedAt(HandMoment moment, DateTimeOffset? since, List<Transmission> told) => moment switch
    {
        HandMoment.Accepted or HandMoment.AcceptedAgain => told.Find(row => row.Moment == TransmissionMoment.Accepted)?.At,
        HandMoment.ContactChanged => told.Find(row => row.At >= since && (row.Moment == TransmissionMoment.Accepted || (row.Moment == TransmissionMoment.Changed && !row.Fields.Contains(FactCodes.Added))))?.At,
        HandMoment.InformationAdded => told.Find(row => row.At >= since && row.Fields.Contains(FactCodes.Added))?.At,
        _ => null,
    };

    /// <summary>What the last question of each was answered.</summary>
    private async Task<Dictionary<Guid, string>> AnswersAsync(Guid requestId, List<Guid?> byHand, CancellationToken ct)
    {
        var texts = await db.Set<RequestNote>().AsNoTracking().Where(note => note.RequestId == requestId && note.Kind == NoteKind.AnswerToPartner && byHand.Contains(note.ReferralId))
            .OrderBy(note => note.At).ThenBy(note => note.Id).Select(note => new { note.ReferralId, note.Text }).ToListAsync(ct);
        return texts.GroupBy(text => text.ReferralId!.Value).ToDictionary(same => same.Key, same => same.Last().Text);
    }
}
