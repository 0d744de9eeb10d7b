using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using static PlusPortal.Domain.Requests.Rulebook.Movers;

namespace PlusPortal.Domain.Tests.Requests;

/// <summary>Every pair of statuses × every mover, against lists written from the workflow, not from the code.</summary>
public sealed class TransitionTableTests
{
    private static readonly Movers[] EachMover = [Structure, Staff, Partner, Movers.System, Derived];

    // docs/adr/0001 explains the lines marked with *.
    private static readonly string[] LegalRequestMoves =
    [
        "Submitted > InTriage: Staff",
        "Submitted > Oriented: System",
        "Submitted > Closed: Staff Structure",
        "InTriage > NeedsInformation: Staff",
        "InTriage > AwaitingConsent: Derived",
        "InTriage > Oriented: Derived",
        "InTriage > InProgress: Derived",
        "InTriage > Closed: Staff Structure",
        "NeedsInformation > InTriage: Structure Staff",
        "NeedsInformation > Closed: Staff Structure",
        "AwaitingConsent > Oriented: Derived",
        "AwaitingConsent > InProgress: Derived",
        "AwaitingConsent > InTriage: Derived",
        "AwaitingConsent > Closed: Staff Structure Derived", // *
        "Oriented > InProgress: Derived",
        "Oriented > AwaitingConsent: Derived", // *
        "Oriented > InTriage: Derived",
        "Oriented > Closed: Staff Structure Derived",
        "InProgress > Oriented: Derived",
        "InProgress > AwaitingConsent: Derived", // *
        "InProgress > InTriage: Derived",
        "InProgress > Closed: Staff Structure Derived",
        "Closed > InTriage: Staff",
    ];

    private static readonly string[] LegalReferralMoves =
    [
        "Proposed > Sent: Staff System",
        "Proposed > Cancelled: Staff System Structure", // * the structure refuses a recipient
        "Sent > InformationRequested: Partner Staff",
        "Sent > DateOffered: Partner Staff",
        "Sent > Accepted: Partner Staff",
        "Sent > Declined: Partner Staff",
        "Sent > Expired: System",
        "Sent > Cancelled: Staff System Structure", // *
        "InformationRequested > Sent: Staff Structure System Partner", // the partner takes its question back
        "InformationRequested > DateOffered: Partner Staff",
        "InformationRequested > Accepted: Partner Staff",
        "InformationRequested > Declined: Partner Staff",
        "InformationRequested > Cancelled: Staff System Structure", // *
        "DateOffered > Accepted: Partner Staff Structure",
        "DateOffered > Declined: Partner Staff",
        "DateOffered > Sent: System Partner Staff", // the clock, or the answer is taken back
        "DateOffered > InformationRequested: Partner Staff", // taken back
        "DateOffered > Expired: Partner Staff", // taken back
        "DateOffered > Cancelled: Staff System Structure",
        "Expired > DateOffered: Partner Staff",
        "Expired > Accepted: Partner Staff",
        "Expired > Declined: Partner Staff",
        "Accepted > Sent: Partner Staff", // taken back
        "Accepted > InformationRequested: Partner Staff", // taken back
        "Accepted > DateOffered: Partner Staff", // taken back
        "Accepted > Expired: Partner Staff", // taken back
        "Accepted > Declined: Partner Staff",
        "Accepted > Completed: Partner Staff",
        "Accepted > Cancelled: Staff System Structure", // *
        "Declined > Sent: Partner Staff", // taken back, or corrected
        "Declined > InformationRequested: Partner Staff", // taken back
        "Declined > DateOffered: Partner Staff", // taken back
        "Declined > Expired: Partner Staff", // taken back
        "Declined > Accepted: Partner Staff", // a request handed back, taken back
        "Completed > Accepted: Partner Staff", // taken back, or corrected
    ];

    public static TheoryData<RequestStatus, RequestStatus, Movers> EveryRequestMove { get; } =
        Every<RequestStatus>();

    public static TheoryData<ReferralStatus, ReferralStatus, Movers> EveryReferralMove { get; } =
        Every<ReferralStatus>();

    [Theory]
    [MemberData(nameof(EveryRequestMove))]
    public void Request_moves_as_the_workflow_says(RequestStatus from, RequestStatus to, Movers by) =>
        Assert.Equal(IsListed(LegalRequestMoves, from, to, by), from.CanBecome(to, by));

    [Theory]
    [MemberData(nameof(EveryReferralMove))]
    public void Referral_moves_as_the_workflow_says(ReferralStatus from, ReferralStatus to, Movers by) =>
        Assert.Equal(IsListed(LegalReferralMoves, from, to, by), from.CanBecome(to, by));

    [Fact]
    public void Every_line_of_the_lists_names_existing_statuses_and_movers()
    {
        Assert.All(LegalRequestMoves, AssertReadable<RequestStatus>);
        Assert.All(LegalReferralMoves, AssertReadable<ReferralStatus>);
    }

    [Fact]
    public void No_status_moves_to_itself()
    {
        Assert.All(Enum.GetValues<RequestStatus>(), status => Assert.Equal(None, RequestTransitions.MoversOf(status, status)));
        Assert.All(Enum.GetValues<ReferralStatus>(), status => Assert.Equal(None, ReferralTransitions.MoversOf(status, status)));
    }

    private static TheoryData<T, T, Movers> Every<T>()
        where T : struct, Enum =>
        new(from start in Enum.GetValues<T>() from end in Enum.GetValues<T>() from mover in EachMover select (start, end, mover));

    private static bool IsListed<T>(string[] moves, T from, T to, Movers by)
        where T : struct, Enum =>
        moves.Any(move => move.StartsWith($"{from} > {to}: ", StringComparison.Ordinal) && move.Split(": ")[1].Split(' ').Contains(by.ToString()));

    private static void AssertReadable<T>(string move)
        where T : struct, Enum
    {
        var (statuses, movers) = (move.Split(": ")[0].Split(" > "), move.Split(": ")[1].Split(' '));
        Assert.All(statuses, status => Assert.True(Enum.TryParse<T>(status, out _), status));
        Assert.All(movers, mover => Assert.Contains(mover, EachMover.Select(value => value.ToString())));
    }
}
