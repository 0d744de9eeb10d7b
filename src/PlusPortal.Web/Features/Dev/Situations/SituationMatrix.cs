using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels.Clock;
using PlusPortal.Web.Labels.Situations;

namespace PlusPortal.Web.Features.Dev.Situations;

/// <summary>One line of the matrix: a situation, its facts, and the messages that tell it.</summary>
/// <param name="Name">What tells it from the others of its kind.</param>
/// <param name="Situation">The situation.</param>
/// <param name="Facts">What its words need besides.</param>
/// <param name="Mails">Messages that carry its sentences.</param>
public sealed record SituationCase(string Name, Situation Situation, SituationFacts Facts, IReadOnlyList<MailKind> Mails)
{
    /// <summary>What each side reads.</summary>
    public SituationSentences Sentences => SituationWords.Of(Situation, Facts);
}

/// <summary>Every situation with every case that has words of its own.</summary>
public static class SituationMatrix
{
    /// <summary>The lines, from a day on: a kind, its cases, once more after the day, without proof of the address, urgent, and by e-mail.</summary>
    public static IReadOnlyList<SituationCase> On(PlusDay today) => [.. Enum.GetValues<SituationKind>().SelectMany(kind => Of(kind, today))];

    private static IEnumerable<SituationCase> Of(SituationKind kind, PlusDay today)
    {
        DateOnly? ahead = kind == SituationKind.Ended ? null : today.AddWorkingDays(3);
        var usual = new SituationFacts { Today = today, Actor = "Guid’Asso Meuse", StartsOn = today.AddWorkingDays(10), WasTold = IsOfActor(kind) };
        foreach (var (name, facts) in Cases(kind, usual))
        {
            yield return Line(name, ahead, facts);
            if (kind == SituationKind.Ended) continue;
            yield return Line($"{name}, délai passé", today.Date.AddDays(-1), facts);
            yield return Line($"{name}, dû aujourd’hui", today.Date, facts);
            yield return Line($"{name}, urgent", ahead, facts with { IsUrgent = true });
            yield return Line($"{name}, par e-mail", ahead, facts with { IsUrgent = true, Channel = ContactChannels.Courriel });
            yield return Line($"{name}, adresse à confirmer", ahead, facts with { AddressIsUnproven = true });
            yield return Line($"{name}, à côté d’autre chose", ahead, facts with { StructureHasToAct = true });
        }

        SituationCase Line(string name, DateOnly? due, SituationFacts facts) => new(name, new Situation(kind, Situation.WaitsForIn(kind), due), facts, MailsOf(kind));
    }

    private static IEnumerable<(string Name, SituationFacts Facts)> Cases(SituationKind kind, SituationFacts usual) => kind switch
    {
        SituationKind.SearchingAgain => Enum.GetValues<SearchCause>().Select(cause => (cause.ToString(), usual with { Cause = cause, WasTold = cause is not (SearchCause.Reopened or SearchCause.Refused) })).Append(("Contested, besoin non traité", usual with { Cause = SearchCause.Contested, WasTold = true, IsUnmet = true })),
        SituationKind.Task => Enum.GetValues<StaffTask>().SelectMany(task => new[] { false, true }.Where(accepted => accepted || task == StaffTask.NotCalledBack).Select(accepted => (
            $"{TaskWords.Of(task)}{(accepted ? "" : ", sans réponse de l’acteur")}",
            usual with { Task = task, HasAccepted = accepted, WasTold = task is not (StaffTask.CallStructure or StaffTask.EndWithoutNews or StaffTask.Dormant) }))),
        SituationKind.Ended => ClosingReasons.All.SelectMany(reason => new[] { (reason.Label, usual with { ClosingReason = reason.Code }), ($"{reason.Label}, un acteur l’avait", usual with { ClosingReason = reason.Code, WasTold = true, KeptReference = "PLUS-2026-000014" }) }),
        SituationKind.Searching => [("Rien de choisi", usual), ("Acteurs choisis, accord à demander", usual with { HasToAskAgreement = true })],
        SituationKind.FirstContact => [("Tout de suite", usual with { StartsOn = null }), ("À partir d’une date convenue", usual with { StartsOn = usual.Today.AddWorkingDays(1) })],
        SituationKind.OutcomeToConfirm =>
        [
            .. ReferralOutcomes.All.Where(outcome => ReferralOutcomes.IsSuccessful(outcome.Code)).Select(outcome => (outcome.Label, usual with { Outcome = outcome.Code })),
            ("Besoin non traité, dit la structure", usual with { Outcome = ReferralOutcomes.AideApportee, IsUnmet = true }),
        ],
        SituationKind.QuestionOfPlus or SituationKind.Agreement => [("Cas ordinaire", usual), ("Relancée en vain", usual with { IsLastTerm = true })],
        SituationKind.Answer => [("Sans question", usual), ("Question restée sans réponse", usual with { IsQuestionOpen = true })],
        SituationKind.FirstLook or SituationKind.ToSend or SituationKind.QuestionOfActor
            or SituationKind.LaterDay or SituationKind.Support => [("Cas ordinaire", usual)],
    };

    /// <summary>Whether an actor has the request there.</summary>
    private static bool IsOfActor(SituationKind kind) => kind is SituationKind.Answer or SituationKind.QuestionOfActor or SituationKind.LaterDay or SituationKind.FirstContact or SituationKind.Support or SituationKind.OutcomeToConfirm;

    private static IReadOnlyList<MailKind> MailsOf(SituationKind kind) => kind switch
    {
        SituationKind.FirstLook => [MailKind.RequestReceived, MailKind.UrgentRequestForStaff],
        SituationKind.Searching => [MailKind.StillSearching],
        SituationKind.SearchingAgain => [MailKind.ReferralDeclinedForStructure, MailKind.ReferralEndedForStructure, MailKind.ReferralCancelledForStructure, MailKind.RequestReopened],
        SituationKind.ToSend => [MailKind.StaffAttention],
        SituationKind.QuestionOfPlus => [MailKind.QuestionForStructure, MailKind.QuestionReminder, MailKind.EndNotice],
        SituationKind.Agreement => [MailKind.ConsentAsked, MailKind.ConsentReminder, MailKind.EndNotice],
        SituationKind.Answer => [MailKind.RequestSent, MailKind.ReferralForPartner, MailKind.ReferralReminder, MailKind.ReferralLastCall, MailKind.CalledBackQuestion],
        SituationKind.QuestionOfActor => [MailKind.QuestionForStructure, MailKind.QuestionReminder],
        SituationKind.LaterDay => [MailKind.DateOffered, MailKind.DateReminder],
        SituationKind.FirstContact => [MailKind.ReferralAcceptedForStructure, MailKind.FollowUpForPartner, MailKind.FirstContactNudge, MailKind.CouldNotReach],
        SituationKind.Support => [MailKind.NewsNudge],
        SituationKind.OutcomeToConfirm => [MailKind.OutcomeToConfirm, MailKind.OutcomeReminder],
        SituationKind.Task => [MailKind.StaffAttention, MailKind.StaffOverdue],
        SituationKind.Ended => [MailKind.RequestClosed, MailKind.LaterSatisfaction],
    };
}
