using PlusPortal.Data;
using PlusPortal.Data.Privacy;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Features.Shared.Facts;

namespace PlusPortal.Web.Privacy;

/// <summary>
/// Records what each act tells an actor: which facts, as codes, at which moment. Called by the announcer at every act, so
/// that nothing is told without leaving a trace; saved with the act.
/// </summary>
public sealed class TransmissionRecorder(PortalDb db, DeclaredFacts facts)
{
    /// <summary>Records what the events of an act told.</summary>
    public void Record(OrientationRequest request, IReadOnlyCollection<TimelineEvent> recorded)
    {
        // Who is sent the request in this very act reads it as it is now: nothing of it changed for that actor.
        var sentNow = recorded.Where(entry => entry.Kind is EventKind.ReferralSent or EventKind.ReferralCorrected).Select(entry => entry.ReferralId).ToHashSet();
        foreach (var entry in recorded)
        {
            foreach (var (referral, moment, told) in ToldBy(request, entry).Where(one => one.Fields.Count > 0 && !(one.Moment == TransmissionMoment.Changed && sentNow.Contains(one.Referral.Id))))
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

    private IEnumerable<(Referral Referral, TransmissionMoment Moment, IReadOnlyList<string> Fields)> ToldBy(OrientationRequest request, TimelineEvent entry)
    {
        var concerned = entry.ReferralId is { } id ? request.Referrals.FirstOrDefault(referral => referral.Id == id) : null;
        switch (entry.Kind)
        {
            case EventKind.ReferralSent when concerned is not null:
                return [(concerned, TransmissionMoment.Sent, WhenAsked(request, concerned))];
            case EventKind.ReferralCorrected when concerned is { IsAwaitingAnswer: true }:
                return [(concerned, TransmissionMoment.SentAgain, WhenAsked(request, concerned))];
            case EventKind.ReferralAccepted when concerned is not null:
                return [(concerned, TransmissionMoment.Accepted, WhenAccepted(request, concerned))];
            case EventKind.ReferralInformationGiven when concerned is not null:
                return [(concerned, TransmissionMoment.Answered, [FactCodes.Answer])];
            case EventKind.AddressCorrected or EventKind.AddressChanged:
                return OnThePortal(request).Where(referral => referral.RevealsContact).Select(Changed(FactCodes.Email));
            case EventKind.ContactCorrected or EventKind.HandedOver:
                return OnThePortal(request).Where(referral => referral.RevealsContact).Select(Changed([.. Rows(FactReaders.ActorAccepted, request).Where(row => row.Section == FactSection.Person).Select(row => row.Code)]));
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
    }

    /// <summary>Actors that read the request on their page, as it stands.</summary>
    private static IEnumerable<Referral> OnThePortal(OrientationRequest request) => request.Referrals.Where(referral => referral is { IsVisibleToPartner: true, IsByHand: false });

    private static Func<Referral, (Referral, TransmissionMoment, IReadOnlyList<string>)> Changed(params string[] fields) => referral => (referral, TransmissionMoment.Changed, fields);

    /// <summary>On its page everything but whom to call; by hand what staff have to read out.</summary>
    private List<string> WhenAsked(OrientationRequest request, Referral referral) =>
        [.. Codes(referral.IsByHand ? FactReaders.Summary : FactReaders.ActorAsked, request), .. SummaryOf(request)];

    /// <summary>On its page everything; by hand staff give whom to call.</summary>
    private List<string> WhenAccepted(OrientationRequest request, Referral referral) => referral.IsByHand
        ? [.. Rows(FactReaders.ActorAccepted, request).Where(row => row.Section == FactSection.Person).Select(row => row.Code)]
        : [.. Codes(FactReaders.ActorAccepted, request), .. SummaryOf(request)];

    private static string[] SummaryOf(OrientationRequest request) => request.Summary is null ? [] : [FactCodes.Summary];

    private IEnumerable<string> Codes(FactReaders reader, OrientationRequest request) => Rows(reader, request).Select(row => row.Code);

    private IReadOnlyList<FactRow> Rows(FactReaders reader, OrientationRequest request) => facts.RowsFor(reader, FactSource.Of(request));
}
