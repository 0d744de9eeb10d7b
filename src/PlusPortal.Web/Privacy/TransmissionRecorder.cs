using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Privacy;
using PlusPortal.Domain.Announcements.ByHand;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Features.Shared.Facts;

namespace PlusPortal.Web.Privacy;

/// <summary>
/// Records what each act tells an actor: which facts, as codes, at which moment. Called by the announcer at every act, so
/// that nothing is told without leaving a trace; saved with the act. Whom to call is told by no act but by what follows it:
/// a page that shows it, behind an account or a code, or staff who gave it by hand.
/// </summary>
public sealed class TransmissionRecorder(PortalDb db, DeclaredFacts facts, TimeProvider clock)
{
    /// <summary>Records what the events of an act told.</summary>
    public async Task RecordAsync(OrientationRequest request, IReadOnlyCollection<TimelineEvent> recorded, CancellationToken ct)
    {
        var knowing = recorded.Any(entry => ConcernsContact(entry.Kind)) ? await KnowingContactAsync(request.Id, ct) : [];

        // Who is sent the request in this very act reads it as it is now: nothing of it changed for that actor.
        var sentNow = recorded.Where(entry => entry.Kind is EventKind.ReferralSent or EventKind.ReferralCorrected).Select(entry => entry.ReferralId).ToHashSet();
        foreach (var entry in recorded)
        {
            foreach (var (referral, moment, told) in ToldBy(request, entry, knowing).Where(one => one.Fields.Count > 0 && !(one.Moment == TransmissionMoment.Changed && sentNow.Contains(one.Referral.Id))))
            {
                db.Transmissions.Add(new Transmission
                {
                    Id = Guid.CreateVersion7(entry.At),
                    RequestId = request.Id,
                    ReferralId = referral.Id,
                    ActorId = referral.ActorId,
                    At = entry.At,
                    Moment = moment,
                    Channel = referral.IsByHand ? TransmissionChannel.ByHand : TransmissionChannel.Portal,
                    Fields = told,
                });
            }
        }
    }

    /// <summary>Records that a page shows an actor whom to call, the first time that it does. Saves at once.</summary>
    /// <param name="requestId">Request.</param>
    /// <param name="referralId">Referral that the actor accepted.</param>
    /// <param name="actorId">Actor that reads.</param>
    /// <param name="fields">Codes of what the page shows.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task RecordContactAsync(Guid requestId, Guid referralId, Guid actorId, IReadOnlyList<string> fields, CancellationToken ct)
    {
        if ((await KnowingContactAsync(requestId, ct)).Contains(referralId)) return;
        await SaveOnceAsync(FirstContact(requestId, referralId, actorId, TransmissionChannel.Portal, clock.GetUtcNow(), fields), ct);
    }

    /// <summary>Records that staff said to an actor without address what a moment has to tell it. Saves at once; what is recorded already is left.</summary>
    /// <param name="request">The request.</param>
    /// <param name="referral">Its referral, told by hand.</param>
    /// <param name="moment">What was said.</param>
    /// <param name="since">Of what it is the moment: each is recorded once.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task RecordByHandAsync(OrientationRequest request, Referral referral, HandMoment moment, DateTimeOffset? since, CancellationToken ct)
    {
        var knows = (await KnowingContactAsync(request.Id, ct)).Contains(referral.Id);
        if (moment is HandMoment.Accepted or HandMoment.AcceptedAgain or HandMoment.ContactChanged && !knows)
        {
            await SaveOnceAsync(FirstContact(request.Id, referral.Id, referral.ActorId, TransmissionChannel.ByHand, clock.GetUtcNow(), Contact(request)), ct);
            return;
        }

        IReadOnlyList<string> told = moment switch
        {
            HandMoment.ContactChanged => Contact(request),
            HandMoment.InformationAdded => [FactCodes.Added],
            _ => [],
        };
        if (told.Count == 0) return;
        var row = new Transmission
        {
            Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{referral.Id:N}/{moment}/{since?.UtcTicks}"))).AsSpan(0, 16)),
            RequestId = request.Id,
            ReferralId = referral.Id,
            ActorId = referral.ActorId,
            At = clock.GetUtcNow(),
            Moment = TransmissionMoment.Changed,
            Channel = TransmissionChannel.ByHand,
            Fields = told,
        };
        if (!await db.Transmissions.AnyAsync(known => known.Id == row.Id, ct)) await SaveOnceAsync(row, ct);
    }

    /// <summary>Records that a page showed an actor whom to call, at that moment. The caller saves.</summary>
    public void AddContact(OrientationRequest request, Referral referral, DateTimeOffset at) =>
        db.Transmissions.Add(FirstContact(request.Id, referral.Id, referral.ActorId, TransmissionChannel.Portal, at, Contact(request)));

    /// <summary>Two who record the same at once record it once: the key says what it is.</summary>
    private async Task SaveOnceAsync(Transmission row, CancellationToken ct)
    {
        db.Transmissions.Add(row);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (lost.Breaks(SaveConflicts.TransmissionKey))
        {
            db.Entry(row).State = EntityState.Detached;
        }
    }

    /// <summary>The actor is told whom to call for the first time. The key is that of the referral.</summary>
    private static Transmission FirstContact(Guid requestId, Guid referralId, Guid actorId, TransmissionChannel channel, DateTimeOffset at, IReadOnlyList<string> fields) => new()
    {
        Id = referralId,
        RequestId = requestId,
        ReferralId = referralId,
        ActorId = actorId,
        At = at,
        Moment = TransmissionMoment.Accepted,
        Channel = channel,
        Fields = fields,
    };

    private static bool ConcernsContact(EventKind kind) => kind is EventKind.TaskSettled or EventKind.RungReported or EventKind.AddressCorrected or EventKind.AddressChanged or EventKind.ContactCorrected or EventKind.HandedOver;

    /// <summary>Referrals whose actors have been told whom to call.</summary>
    private async Task<IReadOnlyCollection<Guid>> KnowingContactAsync(Guid requestId, CancellationToken ct) =>
        await db.Transmissions.Where(told => told.RequestId == requestId && told.Moment == TransmissionMoment.Accepted).Select(told => told.ReferralId).Distinct().ToListAsync(ct);

    private IEnumerable<(Referral Referral, TransmissionMoment Moment, IReadOnlyList<string> Fields)> ToldBy(OrientationRequest request, TimelineEvent entry, IReadOnlyCollection<Guid> knowing)
    {
        var concerned = entry.ReferralId is { } id ? request.Referrals.FirstOrDefault(referral => referral.Id == id) : null;
        switch (entry.Kind)
        {
            case EventKind.ReferralSent when concerned is not null:
                return [(concerned, TransmissionMoment.Sent, WhenAsked(request, concerned))];
            case EventKind.ReferralCorrected when concerned is { IsAwaitingAnswer: true }:
                return [(concerned, TransmissionMoment.SentAgain, WhenAsked(request, concerned))];
            case EventKind.TaskSettled when entry.ReasonCode == nameof(StaffTask.GiveContact) && concerned is { IsByHand: true } && !knowing.Contains(concerned.Id):
                return [(concerned, TransmissionMoment.Accepted, Contact(request))];
            case EventKind.RungReported when concerned is { IsByHand: true, RevealsContact: true, FirstContactOn: not null } && !knowing.Contains(concerned.Id):
                return [(concerned, TransmissionMoment.Accepted, Contact(request))];
            case EventKind.ReferralInformationGiven when concerned is not null:
                return [(concerned, TransmissionMoment.Answered, [FactCodes.Answer])];
            case EventKind.AddressCorrected or EventKind.AddressChanged:
                return OnThePortal(request).Where(KnowsContact).Select(Changed(FactCodes.Email));
            case EventKind.ContactCorrected or EventKind.HandedOver:
                return OnThePortal(request).Where(KnowsContact).Select(Changed([.. Contact(request)]));
            case EventKind.InformationShared:
                return OnThePortal(request).Select(Changed(FactCodes.Added));
            case EventKind.SummaryWritten:
                return OnThePortal(request).Select(Changed(FactCodes.Summary));
            case EventKind.Corrected:
                var corrected = facts.CorrectableRows(FactSource.Of(request), []).Where(row => row.Corrected is not null).Select(row => row.Code).Intersect(Codes(FactReaders.ActorAsked, request)).ToArray();
                return OnThePortal(request).Select(Changed(corrected));
            default:
                return [];
        }

        bool KnowsContact(Referral referral) => referral.RevealsContact && knowing.Contains(referral.Id);
    }

    /// <summary>Actors that read the request on their page, as it stands.</summary>
    private static IEnumerable<Referral> OnThePortal(OrientationRequest request) => request.Referrals.Where(referral => referral is { IsVisibleToPartner: true, IsByHand: false });

    private static Func<Referral, (Referral, TransmissionMoment, IReadOnlyList<string>)> Changed(params string[] fields) => referral => (referral, TransmissionMoment.Changed, fields);

    /// <summary>On its page everything but whom to call; by hand what staff have to read out.</summary>
    private List<string> WhenAsked(OrientationRequest request, Referral referral) =>
        [.. Codes(referral.IsByHand ? FactReaders.Summary : FactReaders.ActorAsked, request), .. SummaryOf(request)];

    /// <summary>Whom to call.</summary>
    private List<string> Contact(OrientationRequest request) => [.. Rows(FactReaders.ActorAccepted, request).Where(row => row.Section == FactSection.Person).Select(row => row.Code)];

    private static string[] SummaryOf(OrientationRequest request) => request.Summary is null ? [] : [FactCodes.Summary];

    private IEnumerable<string> Codes(FactReaders reader, OrientationRequest request) => Rows(reader, request).Select(row => row.Code);

    private IReadOnlyList<FactRow> Rows(FactReaders reader, OrientationRequest request) => facts.RowsFor(reader, FactSource.Of(request));
}
