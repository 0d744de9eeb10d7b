using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Followers;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Requests.Rulebook;

/// <summary>The rulebook and the tables of moves say the same thing, and each condition decides what it is meant to.</summary>
public sealed class ActDeclarationTests
{
    [Fact]
    public void Every_move_of_an_act_is_in_the_tables_for_everybody_who_may_do_it()
    {
        var differences = new List<string>();
        foreach (var act in Acts.All.OfType<RequestAct>())
        {
            differences.AddRange(
                from move in act.Moves
                from author in ActScenes.Authors.Values
                where act.IsOpenTo(author) && (!act.From.Contains(move.From) || !move.From.CanBecome(move.To, author.AsMover))
                select $"{act}: {move.From} > {move.To} by {author.Kind}");
        }

        foreach (var act in Acts.All.OfType<ReferralAct>())
        {
            differences.AddRange(
                from move in act.Moves
                from author in ActScenes.Authors.Values
                where act.IsOpenTo(author) && !move.From.CanBecome(move.To, author.AsMover)
                select $"{act}: {move.From} > {move.To} by {author.Kind}");
            if (act.Moves.Count > 0 && act != Acts.GiveInformation && !act.Of.SequenceEqual(act.Moves.Select(move => move.From).Distinct())) differences.Add($"{act}: its states are not those that it moves from");
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void Every_move_of_the_tables_that_somebody_decides_is_made_by_an_act()
    {
        var made = Acts.All.OfType<RequestAct>().SelectMany(act => act.Moves.Select(move => (move.From, move.To, act.By))).ToList();
        var requests =
            from start in Enum.GetValues<RequestStatus>()
            from end in Enum.GetValues<RequestStatus>()
            from author in ActScenes.Authors.Values
            where start.CanBecome(end, author.AsMover) && !made.Any(move => move.From == start && move.To == end && (move.By & author.AsMover) != 0)
            select $"{start} > {end} by {author.Kind}";
        var moved = Acts.All.OfType<ReferralAct>().SelectMany(act => act.Moves.Select(move => (move.From, move.To, act.By))).ToList();
        var referrals =
            from start in Enum.GetValues<ReferralStatus>()
            from end in Enum.GetValues<ReferralStatus>()
            from author in ActScenes.Authors.Values
            where start.CanBecome(end, author.AsMover) && !moved.Any(move => move.From == start && move.To == end && (move.By & author.AsMover) != 0)
            select $"{start} > {end} by {author.Kind}";

        // Sending without a person is switched off: the arrow waits for its act.
        Assert.Equal(["Submitted > Oriented by System"], requests.Concat(referrals));
    }

    [Fact]
    public void Every_event_is_left_by_an_act()
    {
        Assert.Empty(Enum.GetValues<EventKind>().Except(Acts.All.Select(act => act.Leaves)));
        Assert.Equal(Acts.All.Count, Acts.All.Select(act => act.Name).Distinct().Count());
    }

    [Fact]
    public void Every_condition_decides()
    {
        var cases = Conditions().ToList();

        var differences = cases.Where(one => one.Said != one.Expected).Select(one => $"{one.Act}, {one.Scene}: {one.Said} instead of {one.Expected}");

        Assert.Empty(differences);
        Assert.Empty(Enum.GetValues<Condition>().Except(cases.Where(one => one.Expected is not null).SelectMany(one => one.Act.Needs.Where(need => need.Otherwise == one.Expected))));
    }

    private static IEnumerable<(Act Act, string Scene, RuleCode? Expected, RuleCode? Said)> Conditions()
    {
        var staff = A.Staff();

        var submitted = A.Request().Build();
        yield return On(submitted, Acts.VouchForAddress, "unproven address", null);
        yield return On(submitted, Acts.TakeInCharge, "nobody in charge", null);
        yield return On(submitted, Acts.Release, "nobody in charge", RuleCode.AlreadyDone);
        submitted.Assign(staff.UserId, A.Staff(), A.Now);
        yield return On(submitted, Acts.TakeInCharge, "given to me, not begun", null);
        submitted.TakeInCharge(staff, A.Now, A.Day);
        yield return On(submitted, Acts.TakeInCharge, "mine already", RuleCode.AlreadyDone);
        yield return On(submitted, Acts.Release, "mine", null);
        var early = submitted.Proposing(A.SupportOffer().Build());
        yield return OnReferral(submitted, Acts.SendReferral, early, staff, "address not proven", RuleCode.AddressNotProven);
        submitted.VouchForAddress(staff, A.Now);
        yield return On(submitted, Acts.VouchForAddress, "proven address", RuleCode.AlreadyDone);
        yield return OnReferral(submitted, Acts.SendReferral, early, staff, "address proven", null);
        yield return OnReferral(submitted, Acts.CancelReferral, early, Author.Structure, "never put to the structure", RuleCode.ReferralNotFound);
        yield return OnReferral(submitted, Acts.CancelReferral, early, staff, "never put to the structure", null);

        var ended = A.Request().Build();
        var helped = ended.AcceptedBy(A.SupportOffer().Build());
        ended.CompleteReferral(helped.Id, ReferralOutcomes.AideApportee, null, A.Partner(), A.Now, A.Day);
        yield return OnReferral(ended, Acts.LeaveOutcomeOpen, helped, Author.Job, "nothing said against it", RuleCode.AlreadyDone);
        var denied = A.Request().Build();
        var unmet = denied.AcceptedBy(A.SupportOffer().Build());
        denied.ReportRung(unmet.Id, new RungSeen(Rung.NotDealtWith, LadderSide.Structure, A.Today, UnmetReasons.All.First().Code), Author.Structure, A.Now.AddHours(1), A.Day);
        denied.CompleteReferral(unmet.Id, ReferralOutcomes.AideApportee, null, A.Partner(), A.Now.AddHours(2), A.Day);
        yield return OnReferral(denied, Acts.LeaveOutcomeOpen, unmet, Author.Job, "the need is not dealt with, the structure had said", null);

        var asking = A.Request().AskingFirst().Build();
        var proposed = asking.Proposing(A.SupportOffer().Build());
        yield return On(asking, Acts.AskConsent, "a proposal to ask about", null);
        yield return On(asking, Acts.RefuseProposals, "nothing put to the structure", RuleCode.IllegalReferralTransition);
        yield return OnReferral(asking, Acts.GiveConsent, proposed, Author.Structure, "not asked about", RuleCode.ReferralNotFound);
        yield return OnReferral(asking, Acts.GiveConsent, proposed, staff, "told by telephone", null);
        asking.AskConsent(staff, A.Now, A.Day);
        yield return On(asking, Acts.AskConsent, "asked", RuleCode.AlreadyDone);
        yield return On(asking, Acts.RefuseProposals, "put to the structure", null);
        yield return OnReferral(asking, Acts.GiveConsent, proposed, Author.Structure, "asked about", null);
        yield return OnReferral(asking, Acts.SendReferral, proposed, staff, "no agreement", RuleCode.ConsentMissing);
        asking.GiveConsent(proposed.Id, Author.Structure, A.Now, A.Day);
        yield return OnReferral(asking, Acts.GiveConsent, proposed, Author.Structure, "agreed", RuleCode.AlreadyDone);
        yield return OnReferral(asking, Acts.SendReferral, proposed, staff, "agreed", null);
        yield return On(asking, Acts.ReportNotCalledBack, "nobody told", RuleCode.NobodyAsked);

        var full = A.Request().Build();
        var declined = full.Sending(A.SupportOffer().Build());
        yield return On(full, Acts.ReportNotCalledBack, "somebody told", null);
        full.DeclineReferral(declined.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day);
        yield return On(full, Acts.ReportNotCalledBack, "the only one told declined", RuleCode.NobodyAsked);
        yield return OnReferral(full, Acts.CorrectReferral, declined, staff, "room for one more", null);
        for (var count = 0; count < OrientationRequest.MaxOpenReferrals; count++) full.Sending(A.SupportOffer().Build());
        yield return OnReferral(full, Acts.CorrectReferral, declined, staff, "three must answer", RuleCode.TooManyOpenReferrals);
        yield return OnReferral(full, Acts.SendReferral, full.Proposing(A.SupportOffer().Build()), staff, "three must answer", RuleCode.TooManyOpenReferrals);

        var again = A.Request().Build();
        var offer = A.SupportOffer().Build();
        var old = again.Sending(offer);
        again.RequestInformation(old.Id, "Combien ?", A.Partner(), A.Now, A.Day);
        again.GiveInformation(old.Id, "Deux.", staff, A.Now, A.Day);
        yield return OnReferral(again, Acts.RequestInformation, old, A.Partner(), "asked once", RuleCode.QuestionAlreadyAsked);
        again.DeclineReferral(old.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day);
        again.Close(ClosingReasons.AucunActeur, null, null, staff, A.Now, A.Day);
        again.Reopen("Du nouveau.", staff, A.Now, A.Day);
        yield return OnReferral(again, Acts.CorrectReferral, old, staff, "not chosen again", null);
        again.Sending(offer);
        yield return OnReferral(again, Acts.CorrectReferral, old, staff, "chosen again", RuleCode.AlreadyReferred);

        var answering = A.Request().Build();
        var (one, other) = (A.Partner(), A.Partner());
        var asked = answering.Sending(A.SupportOffer().Build());
        yield return OnReferral(answering, Acts.GiveInformation, asked, Author.Structure, "nothing asked", RuleCode.NoOpenQuestion);
        yield return OnReferral(answering, Acts.ReportRung, asked, one, "not accepted", RuleCode.IllegalReferralTransition);
        yield return On(answering, Acts.SettleTask, "no task", RuleCode.AlreadyDone);
        answering.RaiseTask(StaffTask.CallActor, asked.Id, Author.Job, A.Now, A.Day);
        yield return On(answering, Acts.SettleTask, "a task", null);
        answering.RequestInformation(asked.Id, "Combien ?", one, A.Now, A.Day);
        yield return OnReferral(answering, Acts.GiveInformation, asked, Author.Structure, "a question", null);
        yield return OnReferral(answering, Acts.UndoAnswer, asked, other, "of somebody else", RuleCode.AnswerSettled);
        yield return OnReferral(answering, Acts.UndoAnswer, asked, one, "its own", null);
        answering.AcceptReferral(asked.Id, one, A.Now, A.Day);
        yield return OnReferral(answering, Acts.ReportRung, asked, one, "accepted", null);
        yield return OnReferral(answering, Acts.TakeRungBack, asked, one, "nothing noted", RuleCode.AlreadyDone);
        answering.ReportRung(asked.Id, new RungSeen(Rung.Reached, LadderSide.Actor, A.Today), one, A.Now.AddMinutes(1), A.Day);
        yield return OnReferral(answering, Acts.TakeRungBack, asked, other, "noted by a colleague", null);
        yield return OnReferral(answering, Acts.TakeRungBack, asked, staff, "not noted by staff", RuleCode.AlreadyDone);
        yield return OnReferral(answering, Acts.TakeRungBack, asked, Author.Structure, "of the other side", RuleCode.AlreadyDone);
        answering.CompleteReferral(asked.Id, ReferralOutcomes.AideApportee, null, one, A.Now, A.Day);
        yield return OnReferral(answering, Acts.ContestOutcome, asked, Author.Structure, "noted", null);
        answering.Sending(A.SupportOffer().Build());
        answering.ConfirmOutcome(asked.Id, Author.Structure, A.Now, A.Day);
        yield return OnReferral(answering, Acts.ContestOutcome, asked, Author.Structure, "confirmed", RuleCode.AlreadyDone);

        var sensitive = A.Request().Declaring(declared => declared with { Need = "Notre trésorière, Mme Paulette Schmitt, ne répond plus. Nous cherchons quelqu’un." }).Build();
        var waiting = sensitive.Proposing(A.SupportOffer().Build());
        yield return OnReferral(sensitive, Acts.SendReferral, waiting, staff, "a name is told", RuleCode.SensitivePassageLeft);
        sensitive.MaskPassages(new MaskOrder { Passages = ["Mme Paulette Schmitt"] }, staff, A.Now);
        yield return OnReferral(sensitive, Acts.SendReferral, waiting, staff, "the name is masked", null);

        var followed = A.Request().Build();
        yield return By(followed, Acts.InviteFollower, Author.Structure, "unproven address", RuleCode.AddressNotProven);
        followed.ProveAddress(A.Now);
        yield return By(followed, Acts.InviteFollower, Author.Structure, "proven address", null);
        yield return By(followed, Acts.InviteFollower, Author.Follower, "by somebody invited", RuleCode.NotAllowedForRole);
        yield return By(followed, Acts.RemoveFollower, staff, "by staff", null);
        for (var count = 0; count < RequestFollower.MostPerRequest; count++) followed.InviteFollower(null, $"invitee{count}@example.org", Author.Structure, A.Now);
        yield return By(followed, Acts.InviteFollower, Author.Structure, "as many as may", RuleCode.TooManyFollowers);
        yield return On(followed, Acts.ShareInformation, "nothing added", RuleCode.AlreadyDone);
        followed.AddInformation("Nous sommes douze.", Author.Follower, A.Now);
        yield return On(followed, Acts.ShareInformation, "something added", null);

        (Act, string, RuleCode?, RuleCode?) By(OrientationRequest request, RequestAct act, Author by, string scene, RuleCode? expected) => (act, scene, expected, request.RefusalFor(act, by));

        (Act, string, RuleCode?, RuleCode?) On(OrientationRequest request, RequestAct act, string scene, RuleCode? expected) => (act, scene, expected, request.RefusalFor(act, staff));

        (Act, string, RuleCode?, RuleCode?) OnReferral(OrientationRequest request, ReferralAct act, Referral referral, Author by, string scene, RuleCode? expected) =>
            (act, scene, expected, request.RefusalFor(act, referral, by));
    }
}
