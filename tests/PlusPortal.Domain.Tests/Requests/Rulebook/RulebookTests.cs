using System.Text.Json;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Domain.Tests.Requests.Rulebook;

/// <summary>
/// Every act × every state × every role against tables written from the workflow, not from the code. Both the declaration
/// and the method that it guards must say what the table says.
/// </summary>
public sealed class RulebookTests
{
    // Who may, then what happens to them in each state of the request, then the event. Everybody else: NotAllowedForRole.
    // ok, done (AlreadyDone), closed (RequestClosed), moved (IllegalRequestTransition), gone (IllegalReferralTransition), quiet (NoOpenQuestion), nobody (NobodyAsked).
    private const string RequestActs =
        """
        act                 | who              | Submitted InTriage NeedsInformation AwaitingConsent Oriented InProgress Closed | event
        RecordMatching      | staff portal     | ok        ok       ok               ok              ok       ok         closed | Matched
        ProveAddress        | structure        | ok        done     done             done            done     done       done   | AddressProven
        VouchForAddress     | staff            | ok        done     done             done            done     done       closed | AddressVouchedFor
        CorrectAddress      | staff            | ok        ok       ok               ok              ok       ok         ok     | AddressCorrected
        CorrectContact      | structure        | ok        ok       ok               ok              ok       ok         ok     | ContactCorrected
        ChangeAddress       | structure        | ok        ok       ok               ok              ok       ok         ok     | AddressChanged
        HandOver            | staff            | ok        ok       ok               ok              ok       ok         closed | HandedOver
        InviteFollower      | structure        | unproven  ok       ok               ok              ok       ok         closed | FollowerInvited
        JoinAsFollower      | structure        | ok        ok       ok               ok              ok       ok         closed | FollowerJoined
        RemoveFollower      | structure staff  | ok        ok       ok               ok              ok       ok         ok     | FollowerRemoved
        LeaveAsFollower     | structure        | ok        ok       ok               ok              ok       ok         ok     | FollowerLeft
        TakeInCharge        | staff            | ok        ok       ok               ok              ok       ok         closed | TakenInCharge
        Assign              | staff            | ok        ok       ok               ok              ok       ok         closed | Assigned
        Release             | staff portal     | done      ok       ok               ok              ok       ok         closed | Released
        Correct             | staff            | ok        ok       ok               ok              ok       ok         closed | Corrected
        WriteSummary        | staff            | ok        ok       ok               ok              ok       ok         closed | SummaryWritten
        MaskPassages        | staff            | ok        ok       ok               ok              ok       ok         ok     | PassagesMasked
        LeavePassages       | staff            | ok        ok       ok               ok              ok       ok         ok     | PassagesLeft
        AddNote             | staff            | ok        ok       ok               ok              ok       ok         ok     | NoteAdded
        AskStructure        | staff            | moved     ok       moved            moved           moved    moved      closed | QuestionAsked
        AnswerQuestion      | structure staff  | quiet     quiet    ok               quiet           quiet    quiet      quiet  | QuestionAnswered
        DropQuestion        | staff            | quiet     quiet    ok               quiet           quiet    quiet      quiet  | QuestionDropped
        AddInformation      | structure staff  | ok        ok       ok               ok              ok       ok         closed | InformationAdded
        ShareInformation    | staff            | done      done     done             done            done     done       closed | InformationShared
        Propose             | staff portal     | moved     ok       moved            ok              ok       ok         closed | ReferralProposed
        AskConsent          | staff            | moved     done     moved            done            done     done       closed | ConsentAsked
        RefuseProposals     | structure staff  | moved     gone     moved            ok              gone     gone       closed | ReferralCancelled
        ReportNotCalledBack | structure staff  | nobody    nobody   nobody           nobody          ok       ok         closed | NotCalledBack
        RaiseTask           | portal           | ok        ok       ok               ok              ok       ok         closed | TaskRaised
        SettleTask          | staff            | done      done     done             done            done     done       closed | TaskSettled
        Close               | staff            | ok        ok       ok               ok              ok       ok         closed | Closed
        Withdraw            | structure        | ok        ok       ok               ok              ok       ok         closed | Withdrawn
        Reopen              | staff            | moved     moved    moved            moved           moved    moved      ok     | Reopened
        Anonymise           | structure staff portal | moved moved moved              moved           moved    moved      ok     | Anonymised
        AskErasure          | structure staff  | ok        ok       ok               ok              ok       ok         ok     | ErasureAsked
        SendDataLink        | staff            | ok        ok       ok               ok              ok       ok         ok     | DataLinkSent
        NoticeDormant       | portal           | ok        ok       ok               ok              ok       ok         closed | DormantNoticed
        """;

    // The same for a referral of the present round, while the request follows its referrals. What an actor says, staff note for it.
    // own: its author alone (AnswerSettled); had: not a partner that gave it up (gone); none: the same where nothing is noted (done).
    // no-consent (ConsentMissing), full (TooManyOpenReferrals), asked (QuestionAlreadyAsked).
    private const string ReferralActs =
        """
        act                 | who                    | Proposed   Sent  InformationRequested DateOffered Accepted Declined Expired Cancelled Completed | event
        GiveConsent         | structure staff        | ok         gone  gone                 gone        gone     gone     gone    gone      gone      | ConsentGiven
        SendReferral        | staff portal           | no-consent gone  gone                 gone        gone     gone     gone    gone      gone      | ReferralSent
        RequestInformation  | partner staff          | gone       ok    gone                 gone        gone     gone     gone    gone      gone      | ReferralInformationRequested
        GiveInformation     | structure staff        | gone       quiet ok                   gone        gone     gone     gone    gone      gone      | ReferralInformationGiven
        AcceptReferral      | partner staff          | gone       ok    ok                   ok          gone     gone     ok      gone      gone      | ReferralAccepted
        OfferDate           | partner staff          | gone       ok    ok                   gone        gone     gone     ok      gone      gone      | ReferralDateOffered
        AgreeToDate         | structure staff        | gone       gone  gone                 ok          gone     gone     gone    gone      gone      | ReferralDateAgreed
        LapseDate           | portal                 | gone       gone  gone                 ok          gone     gone     gone    gone      gone      | ReferralDateLapsed
        LapseQuestion       | portal                 | gone       gone  ok                   gone        gone     gone     gone    gone      gone      | ReferralQuestionLapsed
        UndoAnswer          | partner staff          | gone       gone  own                  own         own      own      gone    gone      own       | ReferralAnswerUndone
        DeclineReferral     | partner staff          | gone       ok    ok                   ok          gone     gone     ok      gone      gone      | ReferralDeclined
        HandBackReferral    | partner staff          | gone       gone  gone                 gone        ok       gone     gone    gone      gone      | ReferralHandedBack
        ExpireReferral      | portal                 | gone       ok    gone                 gone        gone     gone     gone    gone      gone      | ReferralExpired
        CompleteReferral    | partner staff          | gone       gone  gone                 gone        ok       gone     gone    gone      gone      | ReferralCompleted
        ConfirmOutcome      | structure staff        | gone       gone  gone                 gone        gone     gone     gone    gone      ok        | OutcomeConfirmed
        ContestOutcome      | structure staff        | gone       gone  gone                 gone        gone     gone     gone    gone      ok        | OutcomeContested
        SettleOutcome       | portal                 | gone       gone  gone                 gone        gone     gone     gone    gone      ok        | OutcomeSettled
        LeaveOutcomeOpen    | portal                 | gone       gone  gone                 gone        gone     gone     gone    gone      done      | OutcomeLeftOpen
        ReportRung          | structure staff partner | gone      had   had                  had         ok       had      had     had       ok        | RungReported
        TakeRungBack        | structure staff partner | gone       none  none                 none        done     none     none    none      done      | RungTakenBack
        SettleDisagreement  | staff                  | gone       ok    ok                   ok          ok       ok       ok      ok        ok        | DisagreementSettled
        CancelReferral      | structure staff portal | ok         ok    ok                   ok          ok       gone     gone    gone      gone      | ReferralCancelled
        CorrectReferral     | staff                  | gone       gone  gone                 gone        gone     ok       gone    gone      ok        | ReferralCorrected
        """;

    private static readonly Dictionary<string, RuleCode?> Codes = new()
    {
        ["ok"] = null,
        ["done"] = RuleCode.AlreadyDone,
        ["closed"] = RuleCode.RequestClosed,
        ["moved"] = RuleCode.IllegalRequestTransition,
        ["gone"] = RuleCode.IllegalReferralTransition,
        ["quiet"] = RuleCode.NoOpenQuestion,
        ["nobody"] = RuleCode.NobodyAsked,
        ["no-consent"] = RuleCode.ConsentMissing,
        ["unproven"] = RuleCode.AddressNotProven,
    };

    [Fact]
    public void Every_act_on_a_request_in_every_state_by_every_author_is_as_the_table_says()
    {
        var table = ActTable.Read(RequestActs);

        AssertNone(RequestDifferences(table));
        Assert.Equal(Acts.All.OfType<RequestAct>().Except([Acts.Submit]), table.Select(row => row.Act));
    }

    [Fact]
    public void Every_act_on_a_referral_in_every_state_by_every_author_by_hand_or_not_is_as_the_table_says()
    {
        var table = ActTable.Read(ReferralActs);

        AssertNone(ReferralDifferences(table));
        Assert.Equal(Acts.All.OfType<ReferralAct>(), table.Select(row => row.Act));
    }

    [Fact]
    public void Wrong_cell_wrong_author_and_wrong_event_are_named()
    {
        const string WrongRequestActs =
            """
            act     | who           | Submitted InTriage NeedsInformation AwaitingConsent Oriented InProgress Closed | event
            Release | staff partner | ok        ok       ok               ok              ok       ok         closed | Assigned
            """;

        var differences = RequestDifferences(ActTable.Read(WrongRequestActs)).ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "Release leaves Released instead of Assigned",
                "Release in Submitted by staff: the declaration says AlreadyDone instead of ok",
                "Release in Submitted by staff: the method says AlreadyDone instead of ok",
                "Release in InTriage by partner: the declaration says NotAllowedForRole instead of ok",
                "Release in InTriage by staff: leaves Released instead of Assigned",
            },
            differences);
    }

    [Fact]
    public void Referrals_stand_still_before_triage_during_a_question_and_once_the_request_is_closed_or_in_another_round()
    {
        var differences = new List<string>();
        foreach (var act in Acts.All.OfType<ReferralAct>())
        {
            foreach (var status in Enum.GetValues<RequestStatus>())
            {
                RuleCode? expected = status switch
                {
                    RequestStatus.Closed => IsAtAnyTime(act) ? null : RuleCode.RequestClosed,
                    RequestStatus.Submitted or RequestStatus.NeedsInformation => RuleCode.IllegalRequestTransition,
                    _ => null,
                };
                if (act.RefusalIn(status) != expected) differences.Add($"{act} while the request is {status}: {act.RefusalIn(status)} instead of {expected}");
            }

            // How far the help went is told, and settled, at any time.
            foreach (var status in IsAtAnyTime(act) ? [] : act.Of)
            {
                foreach (var (role, by) in ActScenes.Authors.Where(author => act.IsOpenTo(author.Value)))
                {
                    var earlier = ActScenes.With(status);
                    earlier.Request.Close("aucun-acteur", null, null, A.Staff(), A.Now, A.Day);
                    differences.AddRange(Compare($"{act} of {status} by {role}, once closed", act, act.Leaves, RuleCode.RequestClosed, earlier, by, scene => scene.Request.RefusalFor(act, scene.Referral!, by)));
                    earlier.Request.Reopen("Du nouveau.", A.Staff(), A.Now, A.Day);
                    RuleCode? expected = act == Acts.CorrectReferral ? null : RuleCode.IllegalReferralTransition;
                    differences.AddRange(Compare($"{act} of {status} by {role}, in an earlier round", act, act.Leaves, expected, earlier, by, scene => scene.Request.RefusalFor(act, scene.Referral!, by)));
                }
            }
        }

        AssertNone(differences);
    }

    private static bool IsAtAnyTime(ReferralAct act) => act == Acts.ReportRung || act == Acts.TakeRungBack || act == Acts.SettleDisagreement;

    [Fact]
    public void Structure_and_staff_submit_and_nothing_is_submitted_twice()
    {
        var differences = new List<string>();
        foreach (var (role, by) in ActScenes.Authors)
        {
            var may = role is "structure" or "staff";
            if (Acts.Submit.IsOpenTo(by) != may) differences.Add($"Submit by {role}");
            if (may) Assert.Equal((Acts.Submit.Leaves, by.Kind), (A.Request().SentBy(by).Build().Timeline.Single().Kind, A.Request().SentBy(by).Build().Timeline.Single().AuthorKind));
            else Assert.Equal(RuleCode.NotAllowedForRole, Assert.Throws<DomainRuleException>(() => A.Request().SentBy(by).Build()).Code);
        }

        differences.AddRange(Enum.GetValues<RequestStatus>().Where(status => Acts.Submit.RefusalIn(status) is null).Select(status => $"Submit in {status}"));
        AssertNone(differences);
    }

    private static IEnumerable<string> RequestDifferences(IEnumerable<ActTable> table) =>
        from row in table
        let act = (RequestAct)row.Act
        from status in Enum.GetValues<RequestStatus>()
        from author in ActScenes.Authors
        let expected = row.Who.Contains(author.Key) ? Codes[row.Cells[status.ToString()]] : RuleCode.NotAllowedForRole
        from difference in Compare($"{act} in {status} by {author.Key}", act, row.Event, expected, ActScenes.In(status), author.Value, scene => scene.Request.RefusalFor(act, author.Value))
        select difference;

    private static IEnumerable<string> ReferralDifferences(IEnumerable<ActTable> table) =>
        from row in table
        let act = (ReferralAct)row.Act
        from status in Enum.GetValues<ReferralStatus>()
        from isByHand in new[] { false, true }
        where !isByHand || status != ReferralStatus.Proposed
        from author in ActScenes.Authors
        let expected = row.Who.Contains(author.Key) ? CodeOf(row.Cells[status.ToString()], author.Key) : RuleCode.NotAllowedForRole
        let what = $"{act} of {status}{(isByHand ? " (by hand)" : "")} by {author.Key}"
        from difference in Compare(what, act, row.Event, expected, ActScenes.With(status, isByHand), author.Value, scene => scene.Request.RefusalFor(act, scene.Referral!, author.Value))
        select difference;

    private static RuleCode? CodeOf(string cell, string author) => cell switch
    {
        "own" => author == "partner" ? null : RuleCode.AnswerSettled,
        "had" => author == "partner" ? RuleCode.IllegalReferralTransition : null,
        "none" => author == "partner" ? RuleCode.IllegalReferralTransition : RuleCode.AlreadyDone,
        _ => Codes[cell],
    };

    private static void AssertNone(IEnumerable<string> differences) => Assert.Equal("", string.Join(Environment.NewLine, differences));

    private static IEnumerable<string> Compare(string what, Act act, EventKind leaves, RuleCode? expected, ActScene scene, Author by, Func<ActScene, RuleCode?> declared)
    {
        if (act.Leaves != leaves) yield return $"{act} leaves {act.Leaves} instead of {leaves}";
        var said = declared(scene);
        if (said != expected) yield return $"{what}: the declaration says {said?.ToString() ?? "ok"} instead of {expected?.ToString() ?? "ok"}";

        // One method takes no author; another withdraws for the structure and closes for staff.
        if (act == Acts.ProveAddress && by.Kind != AuthorKind.Structure) yield break;
        if (act == Acts.Withdraw && by.Kind == AuthorKind.Staff) yield break;
        if (act == Acts.Close && by.Kind == AuthorKind.Structure) yield break;

        var (before, events, notes) = (JsonSerializer.Serialize(scene.Request), scene.Request.Timeline.Count, scene.Request.Notes.Count);
        RuleCode? thrown = null;
        try
        {
            ActScenes.Do(act, scene, by);
        }
        catch (DomainRuleException broken)
        {
            thrown = broken.Code;
        }

        var isQuiet = expected == RuleCode.AlreadyDone && act.IsQuietWhenDone;
        if (thrown != (isQuiet ? null : expected)) yield return $"{what}: the method says {thrown?.ToString() ?? "ok"} instead of {expected?.ToString() ?? "ok"}";
        if (expected is not null && JsonSerializer.Serialize(scene.Request) != before) yield return $"{what}: refused, yet something changed";
        if (expected is not null) yield break;

        var left = scene.Request.Timeline.Skip(events).Select(entry => entry.Kind).Distinct().ToList();
        if (!left.Contains(leaves) || left.Any(kind => kind != leaves && kind != ActScenes.Consequences.GetValueOrDefault(act, leaves))) yield return $"{what}: leaves {string.Join(", ", left)} instead of {leaves}";
        if (scene.Request.Notes.Skip(notes).Any(note => note.Kind != act.Writes)) yield return $"{what}: writes {scene.Request.Notes[^1].Kind} instead of {act.Writes}";
    }
}
